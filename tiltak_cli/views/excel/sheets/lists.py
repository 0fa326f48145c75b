"""The sheet «Lister»: every code list in one table, with the names that the drop-downs refer to."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, LISTS, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.page import Page, define, set_up
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets.marks import MARKS, Mark
from tiltak_cli.wording import Wording

WIDTHS = (24, 17, 118)
# With more areas the combinations would be too many to choose from.
MOST_AREAS = 4


class Entry(NamedTuple):
    """A value of a list, with what it means; a mark gives the explanation its colours."""

    value: str
    meaning: str
    mark: Mark | None = None


class Listing(NamedTuple):
    """A list with the workbook's name for its values; no name where nothing refers to it."""

    label: str
    name: str
    entries: tuple[Entry, ...]


def write(sheet: Worksheet, book: Book) -> None:
    """Write every list under one header, and name the values of those that drop-downs use."""
    say = book.say
    labels = tuple(say(f"lists.{label}") for label in ("list", "value", "meaning"))
    sentence = say("lists.sentence", sheet=book.title(MEASURES))
    set_up(sheet, book, book.title(LISTS), sentence, WIDTHS, Page())
    header(sheet, labels)
    row = FIRST_ROW
    for listing in listings(book):
        first = row
        for entry in listing.entries:
            _entry(sheet, row, listing.label, entry, first=row == first)
            row += 1
        if listing.name and listing.entries:
            define(sheet, listing.name, f"$B${first}:$B${row - 1}")
    table(sheet, labels, row - FIRST_ROW, say("lists.description"), frozen_columns=0)


def listings(book: Book) -> Iterator[Listing]:
    """Every list, in the order of the sheet."""
    say = book.say
    for key, marks in MARKS.items():
        entries = tuple(Entry(mark.word, mark.shown(say), mark) for mark in marks)
        yield Listing(say.label(key), f"liste_{key}", entries)
    strategy = book.register.strategy
    yield Listing(say("lists.area"), "liste_mål", _areas(strategy, say))
    directions = tuple(Entry(d.code, d.text) for d in strategy.directions)
    yield Listing(say("lists.direction"), "", directions)
    developments = tuple(Entry(d.code, d.text) for d in strategy.developments)
    yield Listing(say("lists.development"), "", developments)
    organisations, day = book.register.organisations, book.register.as_of
    codes = organisations.codes_on(day)
    names = tuple(Entry(code, say.organisation(organisations, code, day)) for code in codes)
    yield Listing(say("lists.organisation"), "", names)


def has_combinations(strategy: Strategy) -> bool:
    """Whether the areas are so few that every combination of them stands in the list."""
    return len(strategy.areas) <= MOST_AREAS


def _areas(strategy: Strategy, say: Wording) -> tuple[Entry, ...]:
    """The areas, and every combination of them as a cell has it: «1, 3»."""
    singles = tuple(Entry(area.code, area.name) for area in strategy.areas)
    if not has_combinations(strategy):
        return singles
    codes = [area.code for area in strategy.areas]
    several = tuple(
        Entry(", ".join(some), say("lists.areas", areas=some))
        for count in range(2, len(codes) + 1)
        for some in combinations(codes, count)
    )
    return singles + several


def _entry(sheet: Worksheet, row: int, label: str, entry: Entry, *, first: bool) -> None:
    above = palette.ACCENT if first else ""
    plain = styles.middle(styles.BODY)._replace(above=above)
    put(sheet, row, 1, label, plain._replace(bold=first))
    put(sheet, row, 2, entry.value, plain._replace(bold=True))
    shown = plain._replace(tint=entry.mark.tint, bold=entry.mark.bold) if entry.mark else plain
    put(sheet, row, 3, entry.meaning, shown)
    set_height(sheet, row, ((entry.value, 2), (entry.meaning, 3)), air=4)
