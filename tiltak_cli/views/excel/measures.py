"""The sheet «Tiltak»: one row per measure, as people read it, edit it and hand it back."""

from datetime import date
from functools import lru_cache

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.deadline import PartialDate, norwegian_day
from tiltak_cli.domain.fields import BY_KEY, COLUMNS, Field, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.domain.words import counted
from tiltak_cli.views.excel import deadlines, marks, palette, styles
from tiltak_cli.views.excel.book import FIRST_ROW, MEASURES, Book
from tiltak_cli.views.excel.cells import Value, ended, put
from tiltak_cli.views.excel.edits import add_validations
from tiltak_cli.views.excel.heights import lines
from tiltak_cli.views.excel.page import A3, Page, set_up
from tiltak_cli.views.excel.styles import Style
from tiltak_cli.views.excel.table import header, set_height, table
from tiltak_cli.wording import NB

LABELS = tuple(field.nb for field in COLUMNS)
DIRECTION_LINES = 2
TEXT_FORMAT = "@"
# This column stands close to another with long text.
AFTER_TEXT = "fremdrift"
DESCRIPTION = (
    "Alle tiltak, ett på hver rad, med målområde, retningsvalg, ansvar, status, prioritet, frist, "
    "vurdering og fremdrift."
)


def write(sheet: Worksheet, book: Book) -> None:
    """Write every measure, with drop-downs, and marks for what is overdue."""
    widths = [float(field.width) for field in COLUMNS]
    set_up(sheet, book, MEASURES, _sentence(book), widths, Page(A3, side=0.3))
    header(sheet, LABELS, indented=[LABELS.index(BY_KEY[AFTER_TEXT].nb) + 1])
    measures, strategy = book.overview.measures, book.register.strategy
    changed = _changed(book)
    for row, measure in enumerate(measures, FIRST_ROW):
        texts = []
        for column, field in enumerate(COLUMNS, 1):
            value = cell_value(measure, field, strategy)
            style = _style(field, value)._replace(changed=field.key in changed.get(measure.id, ()))
            put(sheet, row, column, value, style)
            if isinstance(value, str) and field.key not in marks.MARKS:
                texts.append((value, column))
        set_height(sheet, row, texts, air=4)
    if not measures:
        _empty_row(sheet)
    table(sheet, LABELS, len(measures), DESCRIPTION, frozen_columns=2)
    last = FIRST_ROW + max(len(measures), 1) - 1
    add_validations(sheet, strategy, last)
    _add_marks(sheet, last)


def cell_value(measure: Measure, field: Field, strategy: Strategy) -> Value:
    """A field as its cell holds it, in the words and forms that the register accepts.

    Lists have commas between; a direction has a line with its code first and its text after.
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
        return "\n".join(_direction(code, texts.get(code, "")) for code in value)
    return str(value).strip() if field.kind is Kind.TEXT else NB.value(value)


@lru_cache(maxsize=256)
def _direction(code: str, text: str) -> str:
    """A direction's code and as much of its text as goes on two lines."""
    whole = line = f"{code} {text}".rstrip()
    while lines(line, BY_KEY["retningsvalg"].width) > DIRECTION_LINES:
        whole, _, _ = whole.rpartition(" ")
        line = ended(whole)
    return line


def _empty_row(sheet: Worksheet) -> None:
    """The row that a table must have: ready for the first measure."""
    for column, field in enumerate(COLUMNS, 1):
        put(sheet, FIRST_ROW, column, None, _style(field, None))


def _sentence(book: Book) -> str:
    number = counted(len(book.overview.measures), "tiltak", "tiltak")
    of_all = f" av {len(book.register.measures)}" if book.selected else ""
    day = norwegian_day(book.overview.report_date)
    text = (
        f"{number}{of_all} per {day}. En frist i rødt med utropstegn er passert. "
        "Filtrer med pilene i tabellhodet."
    )
    if book.comparison is None:
        return text
    return f"{text} Strek foran et felt: endret siden utgave {book.comparison.old.edition}."


def _changed(book: Book) -> dict[str, set[str]]:
    """The fields that have changed, by measure; of a new measure its id and title."""
    found: dict[str, set[str]] = {}
    for change in book.comparison.changes if book.comparison else ():
        fields = {change.field.partition(".")[0]} if change.field else {"id", "tittel"}
        found.setdefault(change.measure_id, set()).update(fields)
    return found


def _style(field: Field, value: Value) -> Style:
    if field.kind is Kind.ID:
        return styles.CODE
    if field.kind in (Kind.DAY, Kind.PARTIAL_DATE):
        if isinstance(value, str):
            return styles.BODY
        return styles.BODY._replace(number_format=styles.DATE_FORMAT)
    if field.key == "tittel":
        return styles.STRONG
    if field.kind in (Kind.AREAS, Kind.DIRECTIONS):
        # Excel would make the code 1 a number, and 1e2 a hundred.
        return styles.BODY._replace(number_format=TEXT_FORMAT)
    return styles.BODY._replace(indent=1) if field.key == AFTER_TEXT else styles.BODY


def _add_marks(sheet: Worksheet, last: int) -> None:
    letters = {field.key: get_column_letter(number) for number, field in enumerate(COLUMNS, 1)}
    for key, words in marks.MARKS.items():
        letter = letters[key]
        for rule in marks.rules(words, f"{letter}{FIRST_ROW}"):
            sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)
    letter = letters["frist"]
    cell, status = f"{letter}{FIRST_ROW}", f"{letters['status']}{FIRST_ROW}"
    area = f"{cell}:{letter}{last}"
    overdue = deadlines.overdue(cell, status)
    late = marks.rule(overdue, marks.OVERDUE_FORMAT, palette.ALARM, bold=True)
    sheet.conditional_formatting.add(area, late)
    year = marks.rule(deadlines.year_alone(cell), marks.YEAR_FORMAT, palette.PLAIN)
    sheet.conditional_formatting.add(area, year)
