"""The sheet «Tiltak»: one row per measure, as people read it, edit it and hand it back."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import BY_KEY, Field, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.sentences import ended, short
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import Value, put
from tiltak_cli.views.excel.kit.heights import lines
from tiltak_cli.views.excel.kit.page import set_up
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets import deadlines, marks
from tiltak_cli.views.excel.sheets.columns import REPORTED, Column, columns_for, page_for, roles
from tiltak_cli.views.excel.sheets.edits import add_validations
from tiltak_cli.views.excel.sheets.notes import add_note
from tiltak_cli.wording import NB, Wording

DIRECTION_LINES = 2
DIRECTIONS_WIDTH = float(BY_KEY["retningsvalg"].width)
TEXT_FORMAT = "@"
# Rows for new measures in a workbook that a ministry fills in.
EMPTY_ROWS = 20
# How often to tell how far the writing has come.
TOLD_EVERY = 100
# Excel would make the code 1 a number, and 1e2 a hundred.
CODES = styles.BODY._replace(number_format=TEXT_FORMAT)
STYLES = {Kind.ID: styles.CODE, Kind.AREAS: CODES, Kind.DIRECTIONS: CODES}
PARTS = (Kind.MILESTONES, Kind.DOCUMENTS, Kind.ORIGIN)
# What a change to a measure as a whole is shown on.
WHOLE = {"id", "tittel"}


def write(sheet: Worksheet, book: Book) -> None:
    """Write every measure, with drop-downs, and marks for what is overdue."""
    columns = columns_for(book)
    widths = [column.width for column in columns]
    set_up(sheet, book, book.title(MEASURES), _sentence(book), widths, page_for(book, columns))
    labels = [column.label for column in columns]
    indented = [n for n, column in enumerate(columns, 1) if column.indent]
    accented = [n for n, column in enumerate(columns, 1) if column.key in REPORTED]
    header(sheet, labels, indented=indented, accented=accented if book.options.audience else ())
    measures, changed = book.overview.measures, _changed(book)
    before = book.comparison.old.by_id() if book.comparison else {}
    for row, measure in enumerate(measures, FIRST_ROW):
        what = (columns, changed.get(measure.id, set()), before.get(measure.id))
        _measure(sheet, row, measure, book, what)
        if row % TOLD_EVERY == 0:
            book.progress(row / (len(measures) + FIRST_ROW))
    empty = EMPTY_ROWS if book.options.audience else int(not measures)
    rows = len(measures) + empty
    for row in range(FIRST_ROW + len(measures), FIRST_ROW + rows):
        _empty_row(sheet, row, columns, book)
    description = short(book.say("measures.description", fields=labels), 250)
    frozen = 2 if columns[1:2] and columns[1].key == "tittel" else 1
    table(sheet, labels, rows, description, frozen_columns=frozen)
    last = FIRST_ROW + rows - 1
    add_validations(sheet, book, columns, last)
    _add_marks(sheet, book, columns, last)


def _measure(
    sheet: Worksheet,
    row: int,
    measure: Measure,
    book: Book,
    what: tuple[tuple[Column, ...], set[str], Measure | None],
) -> None:
    columns, changed, before = what
    # Without the status there is nothing for a rule to look at.
    late = measure.overdue(book.overview.report_date) and not _has(columns, "status")
    texts = []
    for number, column in enumerate(columns, 1):
        field = column.field
        value = _value(measure, column, book)
        style = _style(column, book.locale.day, text=isinstance(value, str))
        if late and column.key == "frist":
            late_format = marks.overdue_format(book.say)
            style = style._replace(tint=palette.ALARM, bold=True, number_format=late_format)
        touched = field is not None and field.key in changed
        cell = put(sheet, row, number, value, style._replace(changed=True) if touched else style)
        if touched and field and before:
            add_note(cell, _before(before, field, book.say), book.say)
        if isinstance(value, str) and column.key not in marks.MARKS:
            texts.append((value, number))
    set_height(sheet, row, texts, air=4)


def _value(measure: Measure, column: Column, book: Book) -> Value:
    if column.field is None:
        return roles(book, measure)
    return cell_value(measure, column.field, book.register.strategy, book.say, column.width)


def cell_value(
    measure: Measure,
    field: Field,
    strategy: Strategy,
    say: Wording = NB,
    width: float = DIRECTIONS_WIDTH,
) -> Value:
    """A field as its cell holds it, in the words and forms that the register accepts.

    Lists have commas between; a direction has a line with its code first and its text after, cut to
    fit a column of that width. What is not edited here is said in the reader's language.
    """
    value = getattr(measure, field.attribute)
    if isinstance(value, PartialDate):
        return value.last if value.is_day else value.text
    if isinstance(value, date):
        return value
    if field.key == "frist" and measure.ongoing:
        return deadlines.ONGOING
    if field.kind is Kind.DIRECTIONS:
        texts = {direction.code: direction.text for direction in strategy.directions}
        return "\n".join(_direction(code, texts.get(code, ""), width) for code in value)
    return _text(value, field, say)


def _text(value: object, field: Field, say: Wording) -> str:
    if field.kind is Kind.TEXT:
        return str(value).strip()
    if field.kind in PARTS:
        parts = value if isinstance(value, tuple) and field.kind is not Kind.ORIGIN else (value,)
        return "\n".join(say.value(part) for part in parts)
    return NB.value(value)


@lru_cache(maxsize=256)
def _direction(code: str, text: str, width: float) -> str:
    """A direction's code and as much of its text as goes on two lines."""
    whole = line = f"{code} {text}".rstrip()
    while lines(line, width) > DIRECTION_LINES and " " in whole:
        whole, _, _ = whole.rpartition(" ")
        line = ended(whole)
    return line


def _empty_row(sheet: Worksheet, row: int, columns: tuple[Column, ...], book: Book) -> None:
    """A row that is ready for a new measure; a table must have one even when there are none."""
    for number, column in enumerate(columns, 1):
        put(sheet, row, number, None, _style(column, book.locale.day, text=False))


def _sentence(book: Book) -> str:
    return " ".join(_sentences(book))


def _sentences(book: Book) -> Iterator[str]:
    say, number, day = book.say, len(book.overview.measures), book.overview.report_date
    if book.selected:
        everything = len(book.register.measures)
        yield say("measures.selected", number=number, everything=everything, day=day)
    else:
        yield say("measures.number", number=number, day=day)
    if book.options.audience:
        yield say("measures.fill-in")
    yield say("measures.overdue")
    if not book.options.audience:
        yield say("measures.filter")
    if book.comparison:
        yield say("measures.changed", edition=book.comparison.old.edition)


def _changed(book: Book) -> dict[str, set[str]]:
    """The fields that have changed, by measure; of a new measure its id and title."""
    by_measure: dict[str, set[str]] = {}
    for change in book.comparison.changes if book.comparison else ():
        fields = {change.field.partition(".")[0]} if change.field else WHOLE
        by_measure.setdefault(change.measure_id, set()).update(fields)
    return by_measure


def _before(measure: Measure, field: Field, say: Wording) -> str:
    """What a cell held in the edition compared with, as the reader says it."""
    if field.key == "frist" and measure.ongoing:
        return say.word(deadlines.ONGOING)
    value = getattr(measure, field.attribute)
    return _text(value, field, say) if field.kind in (*PARTS, Kind.TEXT) else say.value(value)


def _has(columns: tuple[Column, ...], key: str) -> bool:
    return any(column.key == key for column in columns)


@lru_cache(maxsize=128)
def _style(column: Column, day_format: str, *, text: bool) -> Style:
    """The look of a column's cells; a day that is not `text` has the format of a day."""
    field = column.field
    if field is None:
        return styles.BODY._replace(tint=palette.QUIET)
    style = STYLES.get(field.kind, styles.BODY)
    if field.kind in (Kind.DAY, Kind.PARTIAL_DATE) and not text:
        style = styles.BODY._replace(number_format=day_format)
    return styles.STRONG if field.key == "tittel" else style._replace(indent=column.indent)


def _add_marks(sheet: Worksheet, book: Book, columns: tuple[Column, ...], last: int) -> None:
    letters = {c.key: get_column_letter(n) for n, c in enumerate(columns, 1) if c.field}
    say, add = book.say, sheet.conditional_formatting.add
    if "frist" in letters and "status" in letters:
        cell = f"{letters['frist']}{FIRST_ROW}"
        overdue = deadlines.overdue(cell, f"{letters['status']}{FIRST_ROW}")
        late = marks.rule(overdue, marks.overdue_format(say), palette.ALARM, bold=True)
        add(f"{cell}:{letters['frist']}{last}", late)
    for key, letter in letters.items():
        cell = f"{letter}{FIRST_ROW}"
        area = f"{cell}:{letter}{last}"
        for rule in marks.rules((*marks.MARKS.get(key, ()), *marks.WORDS.get(key, ())), cell, say):
            add(area, rule)
        if BY_KEY[key].kind is Kind.PARTIAL_DATE:
            year = deadlines.year_alone(cell)
            add(area, marks.rule(year, marks.YEAR_FORMAT, palette.PLAIN))
