"""The sheet «Lister»: every code list in one table, with the names that the drop-downs refer to."""

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.sentences import short
from tiltak_cli.domain.strategy import Direction, Strategy
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, LISTS, MEASURES, Book
from tiltak_cli.views.excel.kit.page import define
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import Column, Table, write_table
from tiltak_cli.views.excel.sheets.marks import DEMANDS, MARKS, Mark
from tiltak_cli.wording import Wording

DIRECTIONS, ORGANISATIONS = "liste_retningsvalg", "liste_virksomheter"
# With more areas the combinations would be too many to choose from.
MOST_AREAS = 4
# How much of a direction's text goes with its code in a drop-down, and the room it takes.
CHOICE_LENGTH, CHOICE_WIDTH = 60, 40


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


class Row(NamedTuple):
    """An entry with its list; the `first` has a line above it."""

    listing: Listing
    entry: Entry
    first: bool


def write(sheet: Worksheet, book: Book) -> None:
    """Write every list under one header, and name the values of those that drop-downs use."""
    say, everything = book.say, tuple(listings(book))
    table = Table(
        title=book.title(LISTS),
        sentence=say("lists.sentence", sheet=book.title(MEASURES)),
        columns=_columns(book),
        items=[Row(one, entry, not n) for one in everything for n, entry in enumerate(one.entries)],
        description=say("lists.description"),
        frozen=0,
        air=4,
        look=lambda row, style: style._replace(above=palette.ACCENT if row.first else ""),
    )
    letter, row = write_table(sheet, book, table)["value"].letter, FIRST_ROW
    for listing in everything:
        last = row + len(listing.entries) - 1
        if listing.name and listing.entries:
            define(sheet, listing.name, f"${letter}${row}:${letter}${last}")
        row = last + 1


def _columns(book: Book) -> tuple[Column[Row], ...]:
    say, room = book.say, CHOICE_WIDTH if book.options.audience else 0
    strong = styles.ROW._replace(bold=True)
    return (
        Column(
            say("lists.list"),
            24,
            lambda r: r.listing.label,
            look=lambda r, style: style._replace(bold=r.first),
            wraps=False,
        ),
        Column(say("lists.value"), 17 + room, lambda r: r.entry.value, strong, key="value"),
        Column(say("lists.meaning"), 118 - room, lambda r: r.entry.meaning, look=_marked),
    )


def _marked(row: Row, style: Style) -> Style:
    mark = row.entry.mark
    return style._replace(tint=mark.tint, bold=mark.bold) if mark else style


def listings(book: Book) -> Iterator[Listing]:
    """Every list, in the order of the sheet."""
    say, asked = book.say, bool(book.options.audience)
    for key, marks in MARKS.items():
        entries = tuple(Entry(mark.word, _meaning(key, mark, say), mark) for mark in marks)
        yield Listing(say.label(key), f"liste_{key}", entries)
    strategy = book.register.strategy
    yield Listing(say("lists.area"), "liste_mål", _areas(strategy, say))
    directions = tuple(Entry(_choice(book, d), d.text) for d in strategy.directions)
    yield Listing(say("lists.direction"), DIRECTIONS * asked, directions)
    developments = tuple(Entry(d.code, d.text) for d in strategy.developments)
    yield Listing(say("lists.development"), "", developments)
    organisations, day = book.register.organisations, book.register.as_of
    codes = organisations.codes_on(day)
    names = tuple(Entry(code, say.organisation(organisations, code, day)) for code in codes)
    yield Listing(say("lists.organisation"), ORGANISATIONS * asked, names)


def _choice(book: Book, direction: Direction) -> str:
    """A direction in a drop-down: those who choose only one want to see what the code means."""
    if not book.options.audience:
        return direction.code
    return f"{direction.code} {short(direction.text, CHOICE_LENGTH)}"


def _meaning(key: str, mark: Mark, say: Wording) -> str:
    """A word as it is shown, what it means, and the fields that it demands."""
    if key not in DEMANDS:
        return mark.shown(say)
    needs = tuple(BY_KEY[need] for need in DEMANDS[key][mark.word])
    demands = [say("meaning.needs", fields=needs)] if needs else []
    return " ".join([f"{mark.shown(say)}.", say(f"meaning.{mark.word}"), *demands])


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
