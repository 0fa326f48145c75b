"""The sheet «Milepæler»: every milestone in order of deadline, and how it stands."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.counts import SOON_DAYS
from tiltak_cli.overview.timeline import State, Step, all_steps
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.locales import LOCALES
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets import marks
from tiltak_cli.views.excel.sheets.deadlines import cell_of
from tiltak_cli.wording import Wording

ID, NAME, MILESTONE, TEXT, LEAD, DEADLINE, REACHED, STATE = range(1, 9)
# Longer titles are found on the sheet of measures.
TITLE_LENGTH = 110
WIDTHS = (7, 36, 10.5, 52, 12.5, 13, 12, 17)


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row per milestone; what is passed is marked by a sign, not by colour alone."""
    say, day = book.say, book.overview.report_date
    steps = all_steps(book.overview.measures, day)
    set_up(sheet, book, say("milestones.title"), _sentence(book, steps), WIDTHS, Page())
    labels = _labels(say)
    header(sheet, labels, indented=[MILESTONE, LEAD])
    rows = book.measure_rows()
    for row, step in enumerate(steps, FIRST_ROW):
        _step(sheet, row, step, say, rows.get(step.measure.id))
    if not steps:
        put(sheet, FIRST_ROW, TEXT, say("milestones.nothing"), styles.BODY)
    table(sheet, labels, len(steps), say("milestones.description"), frozen_columns=NAME)
    _add_marks(sheet, say, FIRST_ROW + max(len(steps), 1) - 1)


def state_word(say: Wording, state: State) -> str:
    """A milestone's state, as its cell says it."""
    return say(f"state.{state}", days=SOON_DAYS)


def _labels(say: Wording) -> tuple[str, ...]:
    own = [say(f"milestones.{key}") for key in ("id", "text", "deadline", "reached", "state")]
    measure = [say.label(key) for key in ("id", "tittel", "ansvarlig")]
    return (*measure[:2], *own[:2], measure[2], *own[2:])


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


def _step(sheet: Worksheet, row: int, step: Step, say: Wording, target: int | None) -> None:
    measure, milestone = step.measure, step.milestone
    style, day = styles.ROW, styles.row_day(LOCALES[say.language].day)
    cell = put(sheet, row, ID, measure.id, styles.ROW_LINK)
    if target:
        link(cell, say(MEASURES), target, measure.title)
    title = short(measure.title, TITLE_LENGTH)
    put(sheet, row, NAME, title, style)
    put(sheet, row, MILESTONE, milestone.id, styles.ROW_CODE)
    put(sheet, row, TEXT, milestone.text, style)
    put(sheet, row, LEAD, measure.lead, styles.ROW_APART)
    due = cell_of(milestone.deadline)
    put(sheet, row, DEADLINE, due, style if isinstance(due, str) else day)
    put(sheet, row, REACHED, milestone.reached, day)
    put(sheet, row, STATE, state_word(say, step.state), style)
    set_height(sheet, row, ((title, NAME), (milestone.text, TEXT)), air=4)


def _add_marks(sheet: Worksheet, say: Wording, last: int) -> None:
    """The state's symbol before its word, and a sign after a deadline that is passed."""
    letter, due = get_column_letter(STATE), get_column_letter(DEADLINE)
    for state, number_format in marks.STATE_FORMATS.items():
        same = f'${letter}{FIRST_ROW}="{state_word(say, state)}"'
        bold = state is State.PASSED
        rule = marks.rule(same, number_format, palette.STATES[state], bold=bold)
        sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)
        if bold:
            late = marks.rule(same, marks.overdue_format(say), palette.ALARM, bold=True)
            sheet.conditional_formatting.add(f"{due}{FIRST_ROW}:{due}{last}", late)
