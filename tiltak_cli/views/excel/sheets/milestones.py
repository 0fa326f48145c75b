"""The sheet «Milepæler»: every milestone in order of deadline, and how it stands."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.counts import SOON_DAYS
from tiltak_cli.overview.timeline import State, Step, all_steps
from tiltak_cli.sources.workbook.shown import TITLE_LENGTH
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.table import Column, Place, Table, write_table
from tiltak_cli.views.excel.sheets import marks
from tiltak_cli.views.excel.sheets.deadlines import cell_of
from tiltak_cli.views.excel.sheets.shared import id_column, lead_column
from tiltak_cli.wording import Wording


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row per milestone; what is passed is marked by a sign, not by colour alone."""
    say, steps = book.say, all_steps(book.overview.measures, book.overview.report_date)
    title, about = say("milestones.title"), say("milestones.description")
    table = Table(
        title=title,
        sentence=_sentence(book, steps),
        columns=_columns(book),
        items=steps,
        description=about,
        frozen=2,
        air=4,
    )
    _add_marks(sheet, say, write_table(sheet, book, table))


def state_word(say: Wording, state: State) -> str:
    """A milestone's state, as its cell says it."""
    return say(f"state.{state}", days=SOON_DAYS)


def _columns(book: Book) -> tuple[Column[Step], ...]:
    say = book.say
    return (
        id_column(book, lambda s: s.measure),
        Column(say.label("tittel"), 46, lambda s: short(s.measure.title, TITLE_LENGTH)),
        Column(
            say("milestones.id"), 10.5, lambda s: s.milestone.id, styles.ROW_CODE_APART, wraps=False
        ),
        Column(
            say("milestones.text"),
            54,
            lambda s: s.milestone.text,
            styles.ROW_TEXT,
            nothing=say("milestones.nothing"),
        ),
        lead_column(book, lambda s: s.measure),
        Column(
            say("milestones.deadline"),
            13,
            lambda s: cell_of(s.milestone.deadline),
            wraps=False,
            days=True,
            key="deadline",
        ),
        Column(say("milestones.reached"), 12, lambda s: s.milestone.reached, days=True),
        Column(
            say("milestones.state"),
            17,
            lambda s: state_word(say, s.state),
            wraps=False,
            key="state",
        ),
    )


def _sentence(book: Book, steps: tuple[Step, ...]) -> str:
    say = book.say
    states = [step.state for step in steps]
    return say(
        "milestones.sentence",
        number=len(steps),
        measures=len({step.measure.id for step in steps}),
        day=book.overview.report_date,
        passed=states.count(State.PASSED),
        soon=states.count(State.SOON),
        days=SOON_DAYS,
    )


def _add_marks(sheet: Worksheet, say: Wording, places: dict[str, Place]) -> None:
    """The state's symbol before its word, and a sign after a deadline that is passed."""
    place, add = places["state"], sheet.conditional_formatting.add
    for state, number_format in marks.STATE_FORMATS.items():
        same = f'${place.first}="{state_word(say, state)}"'
        bold = state is State.PASSED
        add(place.cells, marks.rule(same, number_format, palette.STATES[state], bold=bold))
        if bold:
            late = marks.rule(same, marks.overdue_format(say), palette.ALARM, bold=True)
            add(places["deadline"].cells, late)
