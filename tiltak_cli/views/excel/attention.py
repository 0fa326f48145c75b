"""«Dette bør ledelsen se på» on the front page: what needs attention, why, and where it stands."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.attention import Attention
from tiltak_cli.overview import Situation, situation
from tiltak_cli.views.excel import palette, styles
from tiltak_cli.views.excel.book import DIRECTIONS, MEASURES, Book
from tiltak_cli.views.excel.cells import link, put, short
from tiltak_cli.views.excel.heights import height, lines
from tiltak_cli.views.symbols import SITUATION_SYMBOLS

HEADING = "Dette bør ledelsen se på"
MOST = 6
FIRST_ATTENTION = 9
LAST_ATTENTION = FIRST_ATTENTION + 2 * MOST - 1
TITLE_LENGTH, REASON_LENGTH = 62, 130


def write_attention(sheet: Worksheet, book: Book, row: int, column: int) -> None:
    """Write the weightiest items, two rows each: a link with the title, and the first reason."""
    put(sheet, row, column, HEADING, styles.HEADING)
    found = book.overview.attention
    for number in range(MOST):
        first = FIRST_ATTENTION + 2 * number
        sheet.row_dimensions[first].height = height(1, air=5)
        sheet.row_dimensions[first + 1].height = height(1, 10, air=5)
        if number < len(found):
            _item(sheet, book, found[number], first, column)
    if not found:
        put(sheet, FIRST_ATTENTION, column, "Ingenting krever oppmerksomhet nå.", styles.Style())
    elif len(found) > MOST:
        rest = f"… og {len(found) - MOST} til"
        put(sheet, LAST_ATTENTION + 1, column + 1, rest, styles.Style(palette.QUIET))


def _item(sheet: Worksheet, book: Book, item: Attention, row: int, column: int) -> None:
    place = book.measure_rows() if item.measure else book.direction_rows()
    style = styles.LINK._replace(line="", wrap=False, vertical="bottom")
    cell = put(sheet, row, column, item.code, style)
    link(cell, MEASURES if item.measure else DIRECTIONS, place[item.code], item.title)
    bold = styles.Style(bold=True, vertical="bottom")
    symbol = SITUATION_SYMBOLS[_situation(book, item)]
    put(sheet, row, column + 1, f"{symbol} {short(item.title, TITLE_LENGTH)}", bold)
    reason = styles.Style(palette.QUIET, size=10, wrap=True, line=palette.LINE)
    put(sheet, row + 1, column, None, reason)
    text = short(item.reasons[0], REASON_LENGTH)
    put(sheet, row + 1, column + 1, text, reason)
    width = sheet.column_dimensions[get_column_letter(column + 1)].width
    sheet.row_dimensions[row + 1].height = height(lines(text, width, 10), 10, air=5)


def _situation(book: Book, item: Attention) -> Situation:
    """How a measure stands; nothing has started where a direction has no measures."""
    if item.measure is None:
        return Situation.NOT_STARTED
    return situation(item.measure, book.overview.report_date)
