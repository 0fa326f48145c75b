"""The sheet «Tiltak»: one row per measure, as people read it, edit it and hand it back."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import BY_KEY, Field, Kind
from tiltak_cli.domain.measure import Measure, unstated
from tiltak_cli.domain.sentences import ended, short
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.sources.workbook.shown import FIELD_NAME, ONGOING
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, HEADER_ROW, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import Value
from tiltak_cli.views.excel.kit.heights import lines
from tiltak_cli.views.excel.kit.page import define
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import Column, Place, Table, write_table
from tiltak_cli.views.excel.sheets import deadlines, marks
from tiltak_cli.views.excel.sheets.columns import (
    FieldColumn,
    columns_for,
    page_for,
)
from tiltak_cli.views.excel.sheets.edits import add_validations
from tiltak_cli.views.excel.sheets.notes import add_note
from tiltak_cli.wording import NB, Wording

DIRECTION_LINES = 2
DIRECTIONS_WIDTH = float(BY_KEY["retningsvalg"].width)
TEXT_FORMAT = "@"
# How often to tell how far the writing has come.
TOLD_EVERY = 100
# Excel would make the code 1 a number, 1e2 a hundred, and «1/2» in a text a day.
TEXT = styles.BODY._replace(number_format=TEXT_FORMAT)
TITLE = styles.STRONG._replace(number_format=TEXT_FORMAT)
STYLES = {
    **dict.fromkeys((Kind.AREAS, Kind.DIRECTIONS, Kind.DEVELOPMENTS, Kind.TEXT), TEXT),
    Kind.ID: styles.CODE,
}
PARTS = (Kind.MILESTONES, Kind.DOCUMENTS, Kind.ORIGIN)
# What a change to a measure as a whole is shown on.
WHOLE = {"id", "tittel"}


class Past(NamedTuple):
    """What has changed: the keys of fields by measure, and the measures as they were, by id now."""

    changed: dict[str, set[str]]
    before: dict[str, Measure]

    def touches(self, measure: Measure, key: str) -> bool:
        """Whether a measure's field has changed."""
        return key in self.changed.get(measure.id, ())


def write(sheet: Worksheet, book: Book) -> None:
    """Write every measure, with drop-downs, and marks for what is overdue."""
    fields = columns_for(book)
    labels = [column.label for column in fields]
    table = Table(
        title=book.title(MEASURES),
        sentence=_sentence(book),
        columns=_columns(book, fields),
        items=_with_progress(book),
        description=short(book.say("measures.description", fields=labels), 250),
        frozen=2 if fields[1:2] and fields[1].key == "tittel" else 1,
        air=4,
        empty=int(not book.overview.measures),
        page=page_for(book, fields),
    )
    places = write_table(sheet, book, table)
    for key, place in places.items():
        # By the name a reader sees which field a column was, whatever its heading says now.
        column = f"${place.letter}"
        define(sheet, f"{FIELD_NAME}{key}", f"{column}${HEADER_ROW}:{column}${place.last}")
    add_validations(sheet, book, fields, places["id"].last)
    add_marks(sheet, book.say, places)


def _with_progress(book: Book) -> Iterator[Measure]:
    measures = book.overview.measures
    for row, measure in enumerate(measures, FIRST_ROW):
        yield measure
        if row % TOLD_EVERY == 0:
            book.progress(row / (len(measures) + FIRST_ROW))


def _columns(book: Book, fields: tuple[FieldColumn, ...]) -> tuple[Column[Measure], ...]:
    past = past_of(book)
    # Without the status there is nothing for a rule to look at.
    unruled = {"frist"} if all(shown.key != "status" for shown in fields) else set()
    return tuple(field_column(book, past, shown, late=shown.key in unruled) for shown in fields)


def past_of(book: Book) -> Past:
    """What has changed since the edition compared with."""
    return Past(_changed(book), book.comparison.matching.earlier if book.comparison else {})


def field_column(
    book: Book, past: Past, shown: FieldColumn, *, late: bool = False
) -> Column[Measure]:
    """A field's column. Where it shows who is `late`, a passed deadline has a sign after it."""
    say, strategy, field = book.say, book.register.strategy, shown.field
    key = field.key

    def look(measure: Measure, style: Style) -> Style:
        if late and measure.overdue(book.overview.report_date):
            late_format = marks.overdue_format(say)
            style = style._replace(tint=palette.ALARM, bold=True, number_format=late_format)
        if field.required and not getattr(measure, field.attribute):
            style = style._replace(tint=palette.LACKING)
        return style._replace(changed=True) if past.touches(measure, key) else style

    def note(cell: Cell, measure: Measure) -> None:
        if past.touches(measure, key) and measure.id in past.before:
            add_note(cell, _before(past.before[measure.id], field, say), say)

    return Column(
        shown.label,
        shown.width,
        lambda measure: cell_value(measure, field, strategy, say, shown.width),
        _style(shown, field),
        look,
        wraps=key not in marks.MARKS,
        days=field.kind in (Kind.DAY, Kind.PARTIAL_DATE),
        finish=note,
        key=key,
    )


def _style(shown: FieldColumn, field: Field) -> Style:
    style = STYLES.get(field.kind, styles.BODY)
    return TITLE if field.key == "tittel" else style._replace(indent=shown.indent)


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
        return ONGOING
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


def _sentence(book: Book) -> str:
    return " ".join(_sentences(book))


def _sentences(book: Book) -> Iterator[str]:
    say, number, day = book.say, len(book.overview.measures), book.overview.report_date
    if book.selected:
        everything = len(book.register.measures)
        yield say("measures.selected", number=number, everything=everything, day=day)
    else:
        yield say("measures.number", number=number, day=day)
    yield say("measures.overdue")
    if any(map(unstated, book.overview.measures)):
        yield say("measures.unstated")
    yield say("measures.filter")
    if book.comparison:
        yield say("measures.changed", edition=book.comparison.old.edition)


def _changed(book: Book) -> dict[str, set[str]]:
    """The fields that have changed, by measure; of a new measure its id and title."""
    if book.comparison is None:
        return {}
    by_measure = {code: {"id"} for code in book.comparison.matching.renamed.values()}
    for measure, changes in book.comparison.measures():
        for change in changes if not changes[0].gone else ():
            fields = {change.field.partition(".")[0]} if change.field else WHOLE
            by_measure.setdefault(measure.id, set()).update(fields)
    return by_measure


def _before(measure: Measure, field: Field, say: Wording) -> str:
    """What a cell held in the edition compared with, as the reader says it."""
    if field.key == "frist" and measure.ongoing:
        return say.word(ONGOING)
    value = getattr(measure, field.attribute)
    return _text(value, field, say) if field.kind in (*PARTS, Kind.TEXT) else say.value(value)


def add_marks(sheet: Worksheet, say: Wording, places: dict[str, Place]) -> None:
    """Mark what is overdue, and words by their symbols, in columns by the keys of their fields."""
    add = sheet.conditional_formatting.add
    if "frist" in places and "status" in places:
        due = places["frist"]
        overdue = deadlines.overdue(due.first, places["status"].first)
        late = marks.rule(overdue, marks.overdue_format(say), palette.ALARM, bold=True)
        add(due.cells, late)
    for key, place in places.items():
        words = (*marks.MARKS.get(key, ()), *marks.WORDS.get(key, ()))
        for rule in marks.rules(words, place.first, say):
            add(place.cells, rule)
        if key in BY_KEY and BY_KEY[key].kind is Kind.PARTIAL_DATE:
            year = deadlines.year_alone(place.first)
            add(place.cells, marks.rule(year, marks.YEAR_FORMAT, palette.PLAIN))
