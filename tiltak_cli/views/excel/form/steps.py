"""The sheet «Milepæler» of those who are responsible: reached, postponed, or new."""

from functools import partial

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.asked import remaining
from tiltak_cli.overview.timeline import State, Step, state
from tiltak_cli.sources.workbook.shown import ASKED, FIELD_NAME, TITLE_LENGTH
from tiltak_cli.views.excel.form.columns import names, page_of, said_in_words, to_read, to_write
from tiltak_cli.views.excel.form.lacking import OWN_IDS, STEP_IDS, STEP_REACHED, add_demands
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, Book
from tiltak_cli.views.excel.kit.page import define
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import (
    Column,
    Place,
    Table,
    end_table,
    tell_of,
    write_head,
    write_row,
)
from tiltak_cli.views.excel.sheets import deadlines, marks
from tiltak_cli.views.excel.sheets.edits import add_rule, chosen_from, day_rule, fixed, rejecting
from tiltak_cli.views.excel.sheets.shared import id_column
from tiltak_cli.views.symbols import OVERDUE

ROWS = 10
# What is asked of a milestone that stands like this.
QUESTIONS = {
    State.REACHED: "asked.step-reached",
    State.PASSED: "asked.step-passed",
    State.SOON: "asked.step-soon",
    State.UNDATED: "asked.step-undated",
}
# A milestone, or none: a row for a new one.
Row = Step | None


def wanted(book: Book) -> bool:
    """Whether there is any measure that they could write milestones of."""
    return bool(book.form and book.form.own)


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row for each milestone of theirs, and empty ones for more."""
    say, form = book.say, book.form
    assert form  # noqa: S101 - there is no such sheet without one
    steps = _in_order(book)
    rows: tuple[Row, ...] = (*steps, *[None] * ROWS)
    columns = columns_of(book)
    table = Table(
        title=say("form.steps", names=names(book)),
        sentence=say("form.steps-sentence", number=len(steps)),
        columns=columns,
        items=rows,
        description=say("form.steps-description"),
        frozen=2,
        air=4,
        page=page_of(book, columns, small=True),
    )
    write_head(sheet, book, table)
    longer = list[str]()
    for number, row in enumerate(rows, FIRST_ROW):
        longer += write_row(sheet, book, table, number, row)
    tell_of(longer, sheet, book, table)
    last = FIRST_ROW - 1 + len(rows)
    places = end_table(sheet, table, last)
    for name, key in ((STEP_IDS, "id"), (STEP_REACHED, "nådd")):
        place = places[key]
        define(sheet, name, f"${place.letter}${FIRST_ROW}:${place.letter}${place.last}")
    _add_rules(sheet, book, places, len(steps))
    _add_marks(sheet, book, places)


def _in_order(book: Book) -> tuple[Step, ...]:
    """The milestones, those of one measure together, measures in the order of their own sheet."""
    form, day = book.form, book.overview.report_date
    own = form.own if form else ()
    return tuple(
        Step(measure, step, state(measure, step, day))
        for measure in own
        for step in measure.milestones
    )


def columns_of(book: Book) -> list[Column[Row]]:
    """The columns: how it is, what is asked, and room to answer."""
    say, body = book.say, styles.BODY
    link: Column[Step] = id_column(book, lambda step: step.measure)
    fresh = _open_where_new
    return [
        to_read(
            Column(
                link.label,
                7,
                lambda r: r.measure.id if r else None,
                styles.LINK,
                fresh,
                finish=lambda cell, r: link.finish(cell, r) if r else None,
                key="id",
            )
        ),
        to_read(Column(say.label("tittel"), 25, _title, styles.STRONG)),
        to_read(
            Column(say("milestones.id"), 9.5, lambda r: r.milestone.id if r else None, styles.CODE)
        ),
        to_write(
            Column(
                say("milestones.text"),
                32,
                lambda r: r.milestone.text if r else None,
                body,
                key="tekst",
            )
        ),
        to_read(
            Column(
                say("milestones.deadline"),
                13.5,
                lambda r: deadlines.cell_of(r.milestone.deadline) if r else None,
                body,
                partial(_deadline_look, book),
                days=True,
                key="frist",
            )
        ),
        to_read(Column(say(ASKED), 28, partial(_asked, book), body)),
        to_write(Column(say("form.is-reached"), 15, _is_reached, body, key="er_nådd")),
        to_write(
            Column(
                say("form.reached-on"),
                13,
                lambda r: r.milestone.reached if r else None,
                body,
                days=True,
                key="nådd",
            )
        ),
        to_write(
            Column(say("form.new-deadline"), 13.5, lambda _: None, body, days=True, key="ny_frist")
        ),
        to_write(Column(say("form.explained"), 27, lambda _: None, body, key="forklaring")),
    ]


def _open_where_new(row: Row, style: Style) -> Style:
    if row:
        return style
    return style._replace(tint=palette.INPUT, edge=palette.INPUT_EDGE, line="", underline=False)


def _deadline_look(book: Book, row: Row, style: Style) -> Style:
    if row is None:
        return _open_where_new(row, style)
    return said_in_words(row.milestone.deadline, style, book.say, late=False)


def _title(row: Row) -> str | None:
    return short(row.measure.title, TITLE_LENGTH) if row else None


def _is_reached(row: Row) -> str | None:
    return marks.YES if row and row.milestone.reached else None


def _asked(book: Book, row: Row) -> str | None:
    if row is None:
        return None
    due, day = row.milestone.deadline, book.overview.report_date
    return book.say(_question(row), days=abs((due.last - day).days) if due else 0)


def _question(row: Step) -> str:
    if row.milestone.id in remaining(row.measure):
        return "asked.step-remaining"
    return QUESTIONS.get(row.state, "asked.step-nothing")


def _add_rules(sheet: Worksheet, book: Book, places: dict[str, Place], number: int) -> None:
    """Drop-downs, refusals and help: `number` rows stand there from before."""
    say = book.say
    new = FIRST_ROW + number

    def add(key: str, label: str, help_key: str, rule: DataValidation | None) -> None:
        add_rule(sheet, places[key].cells, rule, say(label), say(help_key))

    identity, due = places["id"].letter, places["frist"].letter
    last, label = places["id"].last, say.label("id")
    words = chosen_from(OWN_IDS, label, book)
    add_rule(sheet, f"{identity}{new}:{identity}{last}", words, label, say("write.step-id"))
    rule = _partial(say("milestones.deadline"), f"{due}{new}", book)
    cells, label = f"{due}{new}:{due}{last}", say("milestones.deadline")
    add_rule(sheet, cells, rule, label, say("write.step-deadline"))
    for letter, label in ((identity, say.label("id")), (due, say("milestones.deadline"))):
        if number:
            cells = f"{letter}{FIRST_ROW}:{letter}{new - 1}"
            add_rule(sheet, cells, fixed(label, book), label, "")
    add("tekst", "milestones.text", "write.step-text", None)
    words = chosen_from(f'"{marks.YES},{marks.NO}"', say("form.is-reached"), book)
    add("er_nådd", "form.is-reached", "write.er_nådd", words)
    add("nådd", "form.reached-on", "write.nådd", day_rule(say("form.reached-on"), book))
    first = places["ny_frist"].first
    rule = _partial(say("form.new-deadline"), first, book)
    add("ny_frist", "form.new-deadline", "write.ny_frist", rule)
    add("forklaring", "form.explained", "write.forklaring", None)


def _periods(book: Book) -> list[PartialDate]:
    """The periods that are deadlines of milestones and have passed: each is said in words."""
    day = book.overview.report_date
    dues = {step.milestone.deadline for step in _in_order(book)} - {None}
    return sorted(
        (due for due in dues if due and not due.is_day and due.last < day), key=lambda d: d.text
    )


def _partial(label: str, cell: str, book: Book) -> DataValidation:
    title = book.say("refused.date-title", field=label)
    formula = deadlines.accepted(cell, ongoing=False)
    return rejecting("custom", formula, title, book.say("refused.partial"))


def _add_marks(sheet: Worksheet, book: Book, places: dict[str, Place]) -> None:
    """What the answer demands, and what a measure that is done leaves undone."""
    say, add = book.say, sheet.conditional_formatting.add
    due, reached = (f"${places[key].first}" for key in ("frist", "nådd"))
    passed = deadlines.passed(due)
    add_demands(sheet, say, places, "er_nådd", {marks.NO: passed})
    for rule in marks.rules(marks.WORDS["er_nådd"], places["er_nådd"].first, say):
        add(places["er_nådd"].cells, rule)
    if any(field.key == "status" for field in book.parts[0].columns):
        identity = f"${places['id'].first}"
        done = f'COUNTIFS({FIELD_NAME}id,{identity},{FIELD_NAME}status,"{marks.COMPLETED.word}")>0'
        formula = f'AND({identity}<>"",{reached}="",{done})'
        add(places["nådd"].cells, marks.frame(formula))
    late = f'AND({due}<>"",{reached}="",{passed})'
    for number, period in enumerate(_periods(book)):
        words = marks.in_words(say.value(period) + OVERDUE)
        formula = f'AND({due}="{period.text}",{late})'
        rule = marks.rule(formula, words, palette.ALARM, bold=True, number=number)
        add(places["frist"].cells, rule)
    add(
        places["frist"].cells, marks.rule(late, marks.overdue_format(say), palette.ALARM, bold=True)
    )
    for key in ("frist", "ny_frist"):
        year = deadlines.year_alone(places[key].first)
        add(places[key].cells, marks.rule(year, marks.YEAR_FORMAT, palette.PLAIN))
