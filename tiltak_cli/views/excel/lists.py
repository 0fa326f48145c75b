"""The sheet «Lister»: every code list in one table, with the names that the drop-downs refer to."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.views.excel import palette, styles
from tiltak_cli.views.excel.book import FIRST_ROW, Book
from tiltak_cli.views.excel.cells import put
from tiltak_cli.views.excel.marks import MARKS, Mark
from tiltak_cli.views.excel.page import Page, define, set_up
from tiltak_cli.views.excel.table import header, set_height, table

TITLE = "Lister"
LABELS = ("Liste", "Verdi", "Forklaring")
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
    sentence = "Verdiene som nedtrekkslistene i arket Tiltak bruker, og hva kodene betyr."
    set_up(sheet, book, TITLE, sentence, WIDTHS, Page())
    header(sheet, LABELS)
    row = FIRST_ROW
    for listing in listings(book):
        first = row
        for entry in listing.entries:
            _entry(sheet, row, listing.label, entry, first=row == first)
            row += 1
        if listing.name and listing.entries:
            define(sheet, listing.name, f"$B${first}:$B${row - 1}")
    description = "Kodelistene: hvilken liste, verdien og hva den betyr."
    table(sheet, LABELS, row - FIRST_ROW, description, frozen_columns=0)


def listings(book: Book) -> Iterator[Listing]:
    """Every list, in the order of the sheet."""
    for key, marks in MARKS.items():
        entries = tuple(Entry(mark.word.value, mark.shown, mark) for mark in marks)
        yield Listing(key.capitalize(), f"liste_{key}", entries)
    strategy = book.register.strategy
    yield Listing("Målområde", "liste_mål", _areas(strategy))
    yield Listing("Retningsvalg", "", tuple(Entry(d.code, d.text) for d in strategy.directions))
    yield Listing(
        "Utviklingsområde", "", tuple(Entry(d.code, d.text) for d in strategy.developments)
    )
    organisations, day = book.register.organisations, book.register.as_of
    yield Listing(
        "Virksomhet",
        "",
        tuple(Entry(c, organisations.name_on(c, day)) for c in organisations.codes_on(day)),
    )


def has_combinations(strategy: Strategy) -> bool:
    """Whether the areas are so few that every combination of them stands in the list."""
    return len(strategy.areas) <= MOST_AREAS


def _areas(strategy: Strategy) -> tuple[Entry, ...]:
    """The areas, and every combination of them as a cell has it: «1, 3»."""
    singles = tuple(Entry(area.code, area.name) for area in strategy.areas)
    if not has_combinations(strategy):
        return singles
    codes = [area.code for area in strategy.areas]
    several = tuple(
        Entry(
            ", ".join(some),
            f"Tiltak på målområde {' og '.join(some)}".replace(" og ", ", ", len(some) - 2),
        )
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
