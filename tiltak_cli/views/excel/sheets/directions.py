"""The sheet «Retningsvalg»: which directions the measures follow up, and where there are none."""

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.counts import Counts, Situation
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import Column, Table, tinted, write_table
from tiltak_cli.views.excel.sheets.marks import situation_label
from tiltak_cli.wording import Wording


class Row(NamedTuple):
    """A target area, or a direction under it, which has ids of measures or a word for `none`."""

    code: str
    text: str
    total: int
    counts: Counts
    ids: str | None = None
    none: str = ""


def write(sheet: Worksheet, book: Book) -> None:
    """Write each target area with its directions under it."""
    title, about = book.say("directions.title"), book.say("directions.description")
    columns, rows = _columns(book), _rows(book)
    table = Table(
        title=title,
        sentence=_sentence(book),
        columns=columns,
        items=rows,
        description=about,
        frozen=1,
        air=5,
        look=_look,
    )
    write_table(sheet, book, table)


def _columns(book: Book) -> tuple[Column[Row], ...]:
    say, total = book.say, styles.ROW_COUNT._replace(bold=True)
    return (
        Column(say("directions.code"), 8, lambda r: r.code, styles.ROW_CODE, wraps=False),
        Column(say("directions.direction"), 54, lambda r: r.text),
        Column(say("directions.number"), 9, lambda r: r.total or None, total),
        *(_situation(situation, say) for situation in book.overview.situations),
        Column(
            say("directions.measures"),
            34,
            lambda r: r.none or r.ids,
            styles.ROW_APART,
            tinted(palette.ALARM, lambda r: r.none),
        ),
    )


def _situation(situation: Situation, say: Wording) -> Column[Row]:
    """How many measures stand so; nothing where there are none."""
    return Column(
        situation_label(situation, say),
        11.5,
        lambda row: row.counts[situation] or None,
        styles.ROW_COUNT,
        tinted(palette.SITUATIONS[situation], lambda row: row.counts[situation]),
    )


def _look(row: Row, style: Style) -> Style:
    """A target area has a line above it and colours of its own."""
    if row.ids is not None:
        return style
    return style._replace(tint=palette.AREA, bold=True, above=palette.ACCENT, indent=0)


def _rows(book: Book) -> Iterator[Row]:
    say = book.say
    directions = {d.direction.code: d for d in book.overview.directions}
    uncovered = {direction.code for direction in book.overview.uncovered}
    for area in book.overview.areas:
        code = say("directions.area", code=area.area.code)
        yield Row(code=code, text=area.area.name, total=area.total, counts=area.situations)
        for direction in area.area.directions:
            measures, counts = directions[direction.code][1:]
            ids = ", ".join(measure.id for measure in measures)
            none = say("directions.none") if direction.code in uncovered else ""
            yield Row(
                code=direction.code,
                text=direction.text,
                total=len(measures),
                counts=counts,
                ids=ids,
                none=none,
            )


def _sentence(book: Book) -> str:
    chosen = (book.say("directions.selection"),) * book.selected
    return " ".join((book.say("directions.sentence"), *chosen))
