"""«Dette bør ledelsen se på» on the front page: what, whose, why, and what is asked."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.attention import Attention
from tiltak_cli.overview.counts import Situation, situation
from tiltak_cli.overview.summary import asked
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import DIRECTIONS, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.heights import height, lines
from tiltak_cli.views.symbols import SITUATION_SYMBOLS

MOST, ROWS = 5, 3
FIRST_ATTENTION = 9
LAST_ATTENTION = FIRST_ATTENTION + ROWS * MOST - 1
TITLE_LENGTH, REASON_LENGTH = 68, 150
REASON_LINES = 2
SIZE = 10


def write_attention(sheet: Worksheet, book: Book, row: int, column: int) -> None:
    """Write the weightiest items, three rows each: a link with the title, why, and what is asked.

    Beside the reasons stands who leads the work.
    """
    put(sheet, row, column, book.say("attention.heading"), styles.HEADING)
    items = book.overview.attention
    for number in range(MOST):
        first = FIRST_ATTENTION + ROWS * number
        sheet.row_dimensions[first].height = height(1, air=3)
        sheet.row_dimensions[first + 1].height = height(1, SIZE, air=2)
        sheet.row_dimensions[first + 2].height = height(1, SIZE, air=4)
        if number < len(items):
            _item(sheet, book, items[number], first, column)
    if not items:
        nothing = book.say("attention.nothing")
        put(sheet, FIRST_ATTENTION, column, nothing, styles.Style())
    elif len(items) > MOST:
        rest = book.say("front.more", number=len(items) - MOST)
        put(sheet, LAST_ATTENTION + 1, column + 1, rest, styles.middle(styles.Style(palette.QUIET)))
        sheet.row_dimensions[LAST_ATTENTION + 1].height = height(1, air=4)


def _item(sheet: Worksheet, book: Book, item: Attention, row: int, column: int) -> None:
    place = book.measure_rows() if item.measure else book.direction_rows()
    style = styles.LINK._replace(line="", wrap=False, vertical="bottom")
    cell = put(sheet, row, column, item.code, style)
    target = book.title(MEASURES if item.measure else DIRECTIONS)
    link(cell, target, place[item.code], item.title)
    bold = styles.Style(bold=True, vertical="bottom")
    symbol = SITUATION_SYMBOLS[_situation(book, item)]
    put(sheet, row, column + 1, f"{symbol} {short(item.title, TITLE_LENGTH)}", bold)
    quiet = styles.Style(palette.QUIET, size=SIZE, wrap=True)
    lead = item.measure.lead if item.measure else ""
    put(sheet, row + 1, column, lead, quiet._replace(wrap=False, bold=True))
    width = sheet.column_dimensions[get_column_letter(column + 1)].width
    text = _reasons(book, item, width)
    put(sheet, row + 1, column + 1, text, quiet)
    sheet.row_dimensions[row + 1].height = height(lines(text, width, SIZE), SIZE, air=2)
    look = styles.Style(palette.HEADING, size=SIZE, line=palette.LINE)
    put(sheet, row + 2, column, None, look)
    put(sheet, row + 2, column + 1, f"→ {book.say.phrase(asked(item, book.overview))}", look)


def _reasons(book: Book, item: Attention, width: float) -> str:
    """The first reason, and as many more as there is room for."""
    text = ""
    for reason in item.said:
        more = short(f"{text} {book.say.phrase(reason)}", REASON_LENGTH)
        if text and (more.endswith("…") or lines(more, width, SIZE) > REASON_LINES):
            break
        text = more
    return text


def _situation(book: Book, item: Attention) -> Situation:
    """How a measure stands; nothing has started where a direction has no measures."""
    if item.measure is None:
        return Situation.NOT_STARTED
    return situation(item.measure, book.overview.report_date)
