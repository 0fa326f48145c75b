"""The sheet «Forside»: one page that says how it goes, what is new, and what leaders decide."""

import math
from typing import NamedTuple

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.left_out import not_stated
from tiltak_cli.domain.sentences import short
from tiltak_cli.views.excel.front.attention import agenda_lines
from tiltak_cli.views.excel.front.chart import AXIS, LEGEND, Bars, add_chart
from tiltak_cli.views.excel.front.lines import SIZE, Line, Part, write_lines
from tiltak_cli.views.excel.front.news import news_lines, write_news
from tiltak_cli.views.excel.front.tiles import IDS, NOTE_ROW, TEXTS, TILES, WIDTHS, write_top
from tiltak_cli.views.excel.front.waits import waiting_lines
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FRONT, Book
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.sheets.figures import rows_of_areas, rows_of_editions

# The rows below the tiles, each with a line of text: so many go on the page, which the paper then
# shows at four fifths.
GRID = NOTE_ROW + 1
ROWS, ROW, AIR = 25, 15.5, 5.0
# A bar takes so many rows at least, and at most.
BAR, TALL_BAR = 1.25, 1.7
# The rows of a page of its own for the areas, and their height in all.
NEXT_PAGE, NEXT_HEIGHT = 34, 560.0
# So many editions have a bar; the others are in «Tall» only.
EDITIONS = 5
# A link has an empty column after it, so that its text has room in every typeface.
LINK_PLACES = (1, 3, 5, 7, 9)
# What is lighter than the news has as many lines as it takes.
REST_LINES = 6


class Left(NamedTuple):
    """The left half: the lines of the news, and the rows of the charts with their headings.

    Where there is no room for the `areas`, they are on the `next` page.
    """

    news: tuple[tuple[str, str], ...]
    trend: int
    areas: int
    next: bool
    waits: tuple[Line, ...]

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        news = len(self.news) + bool(self.news)
        return news + self.trend + self.areas + len(self.waits)


def write(sheet: Worksheet, book: Book) -> None:
    """Write the page from the top, left half and right half alike."""
    left = _left(book)
    page = Page(tall=0 if left.next else 1)
    set_up(sheet, book, _title(book), _sentence(book), WIDTHS, page)
    write_top(sheet, book)
    right = _right(book, left)
    write_lines(sheet, GRID, IDS, right)
    rows = max(left.rows, len(right))
    for row in range(GRID, GRID + rows):
        sheet.row_dimensions[row].height = ROW
    sheet.row_dimensions[1].height = 26
    sheet.row_dimensions[GRID].height = 20
    _write_left(sheet, book, left, GRID + rows)
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


def _left(book: Book) -> Left:
    """What goes on the left half, and how many rows each takes."""
    comparison, say = book.comparison, book.say
    news = news_lines(comparison, say, REST_LINES) if comparison else ()
    editions, areas = len(_newest(book)), len(book.overview.areas)
    trend = 1 + math.ceil(editions * BAR + AXIS) if editions > 1 else 0
    empty = not (book.overview.measures and areas)
    wanted = 2 if empty else 1 + math.ceil(areas * BAR + LEGEND)
    left = Left(news, trend, wanted, next=False, waits=())
    if left.rows <= ROWS or empty:
        return left
    left = left._replace(trend=trend and trend + math.ceil(LEGEND), areas=1, next=True)
    waits = waiting_lines(book, sum(WIDTHS[:TILES]))
    return left._replace(waits=tuple(waits)) if left.rows + len(waits) <= ROWS else left


def _newest(book: Book) -> range:
    """The rows of the editions that there is room for: the newest."""
    return rows_of_editions(book)[-EDITIONS:]


def _right(book: Book, left: Left) -> list[Line]:
    """What leaders look at, and what waits for what unless that is at the left."""
    heading = Line((Part(0, book.say("attention.heading"), styles.HEADING),))
    ids, texts = WIDTHS[IDS - 1], WIDTHS[TEXTS - 1]
    waits = [] if left.waits else waiting_lines(book, ids + texts)
    room = max(ROWS, left.rows) - 1 - len(waits) - bool(waits)
    agenda = agenda_lines(book, texts, room)
    return [heading, *agenda, *[Line(())] * bool(waits), *waits]


def _write_left(sheet: Worksheet, book: Book, left: Left, end: int) -> None:
    """Write the news, draw the charts down to the `end`, and write what waits for what."""
    row, say = GRID, book.say
    if left.news and book.comparison:
        edition = book.comparison.old.edition
        row = write_news(sheet, row, say("brief.heading-since", edition=edition), left.news)
    if left.trend:
        put(sheet, row, 1, say("trend.heading"), styles.HEADING)
        bars = Bars(_newest(book), legend=left.next, axis=True)
        add_chart(sheet, book, bars, (row + 1, row + left.trend - 1, TILES))
        row += left.trend
    if left.next:
        quiet = styles.Style(palette.QUIET, size=SIZE, vertical="center")
        put(sheet, row, 1, say("front.areas-next"), quiet)
        write_lines(sheet, row + 1, 1, left.waits)
        return
    put(sheet, row, 1, say("front.by-area"), styles.HEADING)
    if book.overview.measures and book.overview.areas:
        most = row + math.ceil(len(book.overview.areas) * TALL_BAR + LEGEND)
        last = max(min(end - 1, most), row + left.areas - 1)
        bars = Bars(rows_of_areas(book), legend=True, axis=False)
        add_chart(sheet, book, bars, (row + 1, last, TILES))
    else:
        none = say("front.no-match" if book.selected else "front.no-measures")
        put(sheet, row + 1, 1, none, styles.Style())


def _next_page(sheet: Worksheet, book: Book, row: int) -> int:
    """The areas on a page of their own, with room for the name of each. Returns the last row."""
    put(sheet, row, 1, book.say("front.by-area"), styles.HEADING)
    sheet.row_dimensions[row].height = 22
    number = len(book.overview.areas)
    last = row + max(min(math.ceil(number * TALL_BAR), NEXT_PAGE), number) + 2
    for place in range(row + 1, last + 1):
        sheet.row_dimensions[place].height = min(ROW, NEXT_HEIGHT / (last - row))
    bars = Bars(rows_of_areas(book), legend=True, axis=False)
    add_chart(sheet, book, bars, (row + 1, last, TEXTS))
    return last


def _bottom(sheet: Worksheet, book: Book, row: int) -> int:
    """Links to the other sheets, and the source. Returns the last row."""
    sheet.row_dimensions[row].height = AIR
    style = styles.middle(styles.LINK._replace(line="", wrap=False))
    others = [sheet for sheet in book.sheets if sheet.key != FRONT]
    row += 1
    for number, other in enumerate(others):
        down, place = divmod(number, len(LINK_PLACES))
        title = book.title(other.key)
        cell = put(sheet, row + down, LINK_PLACES[place], title, style)
        link(cell, title, 1, book.say(f"{other.key}.about"))
        sheet.row_dimensions[row + down].height = ROW
    row += (len(others) - 1) // len(LINK_PLACES) + 1
    small = styles.SENTENCE._replace(size=SIZE)
    put(sheet, row, 1, _source(book), small)
    moves = book.overview.cut.of_moves() if book.overview.cut else ()
    for phrase in (*not_stated(book.overview.measures), *moves):
        row += 1
        put(sheet, row, 1, book.say.phrase(phrase), small)
    return row


def _source(book: Book) -> str:
    register, say = book.register, book.say
    day, keeper = register.as_of, register.keeper
    text = say("front.source", edition=register.edition, day=day, keeper=keeper)
    if not book.selected:
        return text
    chosen, everything = len(book.overview.measures), len(register.measures)
    return f"{text} {say('front.selection', chosen=chosen, everything=everything)}"
