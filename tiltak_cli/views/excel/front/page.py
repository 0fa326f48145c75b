"""The sheet «Forside»: one page that says how it goes, what is new, and what leaders decide."""

import math

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.left_out import not_stated
from tiltak_cli.domain.sentences import short
from tiltak_cli.views.excel.front.attention import agenda_lines
from tiltak_cli.views.excel.front.chart import LEGEND_WIDE, NAMES, Bars, add_chart
from tiltak_cli.views.excel.front.left import (
    TALL_BAR,
    Left,
    bar_of_area,
    empty_areas,
    plan,
    write_left,
)
from tiltak_cli.views.excel.front.lines import SIZE, Line, Part, write_lines
from tiltak_cli.views.excel.front.tiles import IDS, NOTE_ROW, TEXTS, WIDTHS, write_top
from tiltak_cli.views.excel.front.waits import waiting_lines
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import FRONT, Book, Sheet
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.sheets import figures

# The rows below the tiles, each with a line of text.
GRID = NOTE_ROW + 1
TITLE, HEADING, ROW, AIR = 26.0, 19.0, 15.0, 5.0
# What is as wide as the page may be so high, in points, before the paper shows it smaller.
HEIGHT = 606.0
# The rows of a page of its own for the areas, and their height in all.
NEXT_PAGE, NEXT_HEIGHT = 34, 584.0
# A link has an empty column after it, so that its text has room in every typeface.
LINK_PLACES = (1, 3, 5, 7, 9)


def write(sheet: Worksheet, book: Book) -> None:
    """Write the page from the top, left half and right half alike."""
    set_up(sheet, book, _title(book), _sentence(book), WIDTHS, Page(tall=1))
    sheet.row_dimensions[1].height = TITLE
    write_top(sheet, book)
    room = _room(sheet, book)
    left = plan(book, room)
    if left.next:
        sheet.page_setup.fitToHeight = 0
    right = _right(book, left, room)
    write_lines(sheet, GRID, IDS, right)
    rows = max(left.rows, len(right))
    for row in range(GRID, GRID + rows):
        sheet.row_dimensions[row].height = ROW
    sheet.row_dimensions[GRID].height = HEADING
    write_left(sheet, GRID, book, left)
    bottom = _bottom(sheet, book, GRID + rows)
    if left.next:
        sheet.row_breaks.append(Break(id=bottom))
        bottom = _next_page(sheet, book, bottom + 1)
    sheet.print_area = f"A1:J{bottom}"


def _title(book: Book) -> str:
    if book.selected:
        return book.say("front.title-selection")
    return f"{book.say('front.title')} {book.register.edition}".strip()


def _sentence(book: Book) -> str:
    strategy = book.register.strategy
    return short(f"{strategy.title} {strategy.subtitle}".strip(), 180)


def _room(sheet: Worksheet, book: Book) -> int:
    """How many rows there are room for, between the tiles and what is at the bottom."""
    top = sum(float(sheet.row_dimensions[row].height or ROW) for row in range(1, GRID))
    bottom = AIR + ROW * (_rows_of_links(book) + len(_small_print(book)))
    return int((HEIGHT - top - (HEADING - ROW) - bottom) / ROW)


def _right(book: Book, left: Left, rows: int) -> list[Line]:
    """What leaders look at, and what waits for what unless that is at the left."""
    heading = Line((Part(0, book.say("attention.heading"), styles.HEADING),))
    ids, texts = WIDTHS[IDS - 1], WIDTHS[TEXTS - 1]
    waits = [] if left.waits else waiting_lines(book, ids + texts)
    room = max(rows, left.rows) - 1 - len(waits) - bool(waits)
    agenda = agenda_lines(book, texts, room)
    return [heading, *agenda, *[Line(())] * bool(waits), *waits]


def _next_page(sheet: Worksheet, book: Book, row: int) -> int:
    """The areas on a page of their own, with room for the name of each. Returns the last row."""
    put(sheet, row, 1, book.say("front.by-area"), styles.HEADING)
    sheet.row_dimensions[row].height = 22
    rows = figures.rows_of_areas(book)
    number = len(rows)
    last = row + max(min(math.ceil(number * TALL_BAR), NEXT_PAGE), number) + 2
    high = min(ROW, NEXT_HEIGHT / (last - row))
    for place in range(row + 1, last + 1):
        sheet.row_dimensions[place].height = high
    room = (last - row - 2) * high / ROW / number
    fitting = (names for names in NAMES if bar_of_area(book, sum(WIDTHS) * names) <= room)
    bars = Bars(rows, legend=LEGEND_WIDE, axis=False, names=next(fitting, NAMES[-1]))
    add_chart(sheet, book, bars, (row + 1, last, TEXTS))
    empty = empty_areas(book)
    write_lines(sheet, last + 1, 1, empty)
    return last + len(empty)


def _bottom(sheet: Worksheet, book: Book, row: int) -> int:
    """Links to the other sheets, and the source. Returns the last row."""
    sheet.row_dimensions[row].height = AIR
    style = styles.middle(styles.LINK._replace(line="", wrap=False))
    row += 1
    for number, other in enumerate(_others(book)):
        down, place = divmod(number, len(LINK_PLACES))
        title = book.title(other.key)
        cell = put(sheet, row + down, LINK_PLACES[place], title, style)
        link(cell, title, 1, book.say(f"{other.key}.about"))
        sheet.row_dimensions[row + down].height = ROW
    row += _rows_of_links(book)
    small = styles.SENTENCE._replace(size=SIZE)
    for place, text in enumerate(_small_print(book), row):
        put(sheet, place, 1, text, small)
        row = place
    return row


def _others(book: Book) -> list[Sheet]:
    return [sheet for sheet in book.sheets if sheet.key != FRONT]


def _rows_of_links(book: Book) -> int:
    return math.ceil(len(_others(book)) / len(LINK_PLACES))


def _small_print(book: Book) -> tuple[str, ...]:
    """The source, and what is not known."""
    moves = book.overview.cut.of_moves() if book.overview.cut else ()
    phrases = (*not_stated(book.overview.measures), *moves)
    return (_source(book), *map(book.say.phrase, phrases))


def _source(book: Book) -> str:
    register, say = book.register, book.say
    day, keeper = register.as_of, register.keeper
    text = say("front.source", edition=register.edition, day=day, keeper=keeper)
    if not book.selected:
        return text
    chosen, everything = len(book.overview.measures), len(register.measures)
    return f"{text} {say('front.selection', chosen=chosen, everything=everything)}"
