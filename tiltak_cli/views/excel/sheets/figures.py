"""The sheet «Tall»: the numbers behind the charts of the front page, by area and by edition."""

from collections.abc import Callable
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.counts import AreaOverview, Counts, Situation, kinds_of
from tiltak_cli.overview.trend import SHOWN, Deadlines
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, Book
from tiltak_cli.views.excel.kit.table import Column, Table, write_table
from tiltak_cli.views.excel.sheets.marks import situation_label

NAME_LENGTH = 90
# Of more areas than these a chart shows only those that have measures.
MANY = 8
# The columns of the names, and of the first count.
NAME, FIRST_COUNT = 2, 3


class Figures(NamedTuple):
    """How many there are in each situation: of an area, or of an edition with its `deadlines`.

    The `first` of its kind has a line above it.
    """

    kind: str
    name: str
    situations: Counts
    total: int
    deadlines: Deadlines | None = None
    first: bool = False


def _areas(book: Book) -> tuple[AreaOverview, ...]:
    """In the strategy's order; but where they are many, those without measures are last."""
    areas = book.overview.areas
    return tuple(sorted(areas, key=lambda a: not a.total)) if len(areas) > MANY else areas


def folded(book: Book) -> tuple[str, ...]:
    """The areas that a chart leaves out: where they are many, those without measures."""
    return tuple(a.area.code for a in _areas(book) if not a.total) if _some(book) else ()


def _some(book: Book) -> bool:
    areas, measures = book.overview.areas, book.overview.measures
    # One that nobody has given an area may be in any of them.
    return len(areas) > MANY and bool(measures) and all(measure.areas for measure in measures)


def areas_of(book: Book) -> tuple[Figures, ...]:
    """A row for each target area."""
    kind = book.say("figures.area")
    return tuple(
        Figures(
            kind=kind,
            name=short(f"{area.area.code} {area.area.name}", NAME_LENGTH),
            situations=area.situations,
            total=area.total,
            first=not number,
        )
        for number, area in enumerate(_areas(book))
    )


def editions_of(book: Book) -> tuple[Figures, ...]:
    """A row for each of the newest editions, oldest first."""
    kind = book.say("figures.edition")
    return tuple(
        Figures(
            kind=kind,
            name=short(point.edition, NAME_LENGTH),
            situations=point.situations,
            total=point.total,
            deadlines=point.deadlines,
            first=not number,
        )
        for number, point in enumerate(book.points[-SHOWN:])
    )


def wanted(book: Book) -> bool:
    """Whether there is any number to show."""
    return bool(book.overview.areas or book.points)


def names_of_areas(book: Book) -> tuple[str, ...]:
    """The names of the areas that a chart shows."""
    return tuple(row.name for row in areas_of(book)[: len(rows_of_areas(book))])


def rows_of_areas(book: Book) -> range:
    """The rows of the areas that a chart shows."""
    return range(FIRST_ROW, FIRST_ROW + len(book.overview.areas) - len(folded(book)))


def rows_of_editions(book: Book) -> range:
    """The rows of the editions, which follow."""
    first = FIRST_ROW + len(book.overview.areas)
    return range(first, first + len(book.points[-SHOWN:]))


def kinds(book: Book) -> tuple[Situation, ...]:
    """The situations that have a column, in order: what nobody has stated only where it is so."""
    rows = (*areas_of(book), *editions_of(book))
    return kinds_of({kind for row in rows for kind, number in row.situations.items() if number})


def write(sheet: Worksheet, book: Book) -> None:
    """Write the areas, then the editions."""
    say = book.say
    table = Table(
        title=say("figures.title"),
        sentence=say("figures.sentence"),
        columns=_columns(book),
        items=(*areas_of(book), *editions_of(book)),
        description=say("figures.description"),
        frozen=NAME,
        look=lambda row, style: style._replace(above=palette.ACCENT if row.first else ""),
    )
    write_table(sheet, book, table)


def _columns(book: Book) -> tuple[Column[Figures], ...]:
    say, count = book.say, styles.ROW_COUNT
    return (
        Column(say("figures.kind"), 13, lambda r: r.kind, wraps=False),
        Column(say("figures.name"), 46, lambda r: r.name, styles.ROW_TEXT),
        *(
            Column(situation_label(kind, say), 12.5, _in(kind), count, wraps=False)
            for kind in kinds(book)
        ),
        Column(say("front.in-all"), 8, lambda r: r.total, count._replace(bold=True), wraps=False),
        *(
            Column(say(f"figures.{kind}"), 10, _fell(kind), count, wraps=False)
            for kind in Deadlines._fields
        ),
    )


def _in(kind: Situation) -> Callable[[Figures], int | None]:
    return lambda row: row.situations.get(kind) or None


def _fell(kind: str) -> Callable[[Figures], int | None]:
    return lambda row: len(getattr(row.deadlines, kind)) or None if row.deadlines else None
