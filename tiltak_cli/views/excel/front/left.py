"""The left half of the front page: the news, the charts, and below them what there is room for."""

import math
from itertools import pairwise
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.views.changes.words import tally
from tiltak_cli.views.excel.front.ahead import ahead_lines
from tiltak_cli.views.excel.front.chart import AXIS, LEGEND, NAMES, Bars, add_chart
from tiltak_cli.views.excel.front.lines import SIZE, Line, Part, broken, write_lines
from tiltak_cli.views.excel.front.news import news_lines, write_news
from tiltak_cli.views.excel.front.tiles import TILES, WIDTHS
from tiltak_cli.views.excel.front.troubled import troubled_lines
from tiltak_cli.views.excel.front.waits import waiting_lines
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.heights import lines
from tiltak_cli.views.excel.sheets import figures

# A bar takes so many rows at least, and more where there is room. A line of its name takes
# so much of one; in the typefaces that have the widest letters it holds so much of what others do.
BAR, TALL_BAR, NAME, APART, WIDEST = 1.25, 1.75, 0.96, 0.1, 0.87
# So many editions have a bar; the others are in «Tall» only.
EDITIONS = 5
# What is lighter than the news has as many lines as it takes.
REST_LINES = 6
WIDTH = sum(WIDTHS[:TILES])
QUIET = styles.Style(palette.QUIET, size=SIZE, vertical="center")


class Left(NamedTuple):
    """The lines of the news, the rows of the charts with their headings, and the lines below.

    Where there is no room for the `areas`, they are on the `next` page. `names` are the part of
    a chart's width that the names of its bars have. What `waits` is there where it has room.
    """

    news: tuple[tuple[str, str], ...]
    trend: int
    areas: int
    next: bool
    names: float
    empty: tuple[Line, ...] = ()
    troubled: tuple[Line, ...] = ()
    waits: tuple[Line, ...] = ()
    ahead: tuple[Line, ...] = ()

    @property
    def below(self) -> tuple[Line, ...]:
        """The lines below the charts, each part after an empty one."""
        parts = ((Line(()), *part) for part in (self.troubled, self.waits, self.ahead) if part)
        return (*self.empty, *(line for part in parts for line in part))

    @property
    def rows(self) -> int:
        """How many rows it takes."""
        news = len(self.news) + bool(self.news)
        return news + self.trend + self.areas + len(self.below)


def plan(book: Book, rows: int) -> Left:
    """What goes there in so many rows, and how many each takes."""
    left = _charts(book, rows)
    if left.next:
        left = left._replace(troubled=tuple(troubled_lines(book, rows - left.rows - 1)))
    waits = left._replace(waits=tuple(waiting_lines(book, WIDTH)))
    left = waits if waits.rows <= rows else left
    left = left._replace(ahead=tuple(ahead_lines(book, WIDTH, rows - left.rows - 1)))
    if left.next or not _any(book):
        return left
    tall = math.ceil(len(figures.rows_of_areas(book)) * TALL_BAR + LEGEND) + 1
    return left._replace(areas=max(left.areas, min(tall, left.areas + rows - left.rows)))


def _charts(book: Book, rows: int) -> Left:
    """The news and the charts, with as little room for names as goes on the page, or the next."""
    editions = len(_newest(book))
    trend = 1 + math.ceil(editions * BAR + AXIS) if editions > 1 else 0
    news, empty = _news(book), empty_areas(book)
    number = len(figures.rows_of_areas(book))
    for names in NAMES:
        bars = number * max(BAR, bar_of_area(book, WIDTH * names)) if _any(book) else 0
        areas = 1 + math.ceil(bars + LEGEND) if bars else 2
        left = Left(news, trend, areas, next=False, names=names, empty=empty)
        if left.rows <= rows or not _any(book):
            return left
    trend = trend and trend + math.ceil(LEGEND)
    return left._replace(trend=trend, areas=1, next=True, names=NAMES[0], empty=())


def bar_of_area(book: Book, names: float) -> float:
    """The rows that a bar of the areas takes, where their names are so wide, in characters."""
    high = [lines(name, names * WIDEST, SIZE) for name in figures.names_of_areas(book)]
    # Every bar is as high as the others, and two names beside each other must not touch.
    most = max((sum(pair) / 2 for pair in pairwise(high)), default=high[0])
    return most * NAME + APART


def _any(book: Book) -> bool:
    """Whether there is anything to draw of the areas."""
    return bool(book.overview.measures and book.overview.areas)


def empty_areas(book: Book) -> tuple[Line, ...]:
    """The areas that have no bar, because they have no measures."""
    codes = figures.folded(book)
    text = book.say("report.areas-empty", areas=codes)
    return tuple(Line((Part(0, line, QUIET),)) for line in broken(text, WIDTH)) if codes else ()


def _news(book: Book) -> tuple[tuple[str, str], ...]:
    """The news; or, where there is none, how little has changed."""
    if not book.comparison:
        return ()
    news = news_lines(book.comparison, book.say, REST_LINES)
    return news or tuple(("", text) for text in broken(tally(book.comparison, book.say), WIDTH))


def _newest(book: Book) -> range:
    """The rows of the editions that there is room for: the newest."""
    return figures.rows_of_editions(book)[-EDITIONS:]


def write_left(sheet: Worksheet, row: int, book: Book, left: Left) -> None:
    """Write the news, draw the charts, and write what is below them, from a row on."""
    say = book.say
    if left.news and book.comparison:
        edition = book.comparison.old.edition
        row = write_news(sheet, row, say("brief.heading-since", edition=edition), left.news)
    if left.trend:
        put(sheet, row, 1, say("trend.heading"), styles.HEADING)
        bars = Bars(_newest(book), legend=LEGEND * left.next, axis=True, names=left.names)
        add_chart(sheet, book, bars, (row + 1, row + left.trend - 1, TILES))
        row += left.trend
    if left.next:
        put(sheet, row, 1, say("front.areas-next"), QUIET)
    else:
        put(sheet, row, 1, say("front.by-area"), styles.HEADING)
        if _any(book):
            rows = figures.rows_of_areas(book)
            bars = Bars(rows, legend=LEGEND, axis=False, names=left.names)
            add_chart(sheet, book, bars, (row + 1, row + left.areas - 1, TILES))
        else:
            none = say("front.no-match" if book.selected else "front.no-measures")
            put(sheet, row + 1, 1, none, styles.Style())
    write_lines(sheet, row + left.areas, 1, left.below)
