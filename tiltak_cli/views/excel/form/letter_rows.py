"""The rows of the letter: their cells and looks, and the legend that is drawn with them."""

from collections.abc import Iterator
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.cells import Value, link, put
from tiltak_cli.views.excel.kit.heights import height, lines
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.symbols import OVERDUE

# A symbol or a number, an id, the text, and a link.
WIDTHS = (8, 9, 82, 14)
SIGN, CODE, TEXT, LINK = range(1, 5)

PLAIN = Style(wrap=True, vertical="center")
QUIET = PLAIN._replace(tint=palette.QUIET)
BOLD = PLAIN._replace(bold=True)
BAND = Style(palette.HEADER, wrap=True, vertical="center", indent=1)
LINKED = styles.LINK._replace(line="", wrap=False, vertical="center")
HEADING = styles.HEADING._replace(line=palette.DARK)
NUMBER = Style(palette.ACCENTED, bold=True, horizontal="center", vertical="center")
LAST = {"line": palette.LINE}


class Cell(NamedTuple):
    """A cell: its column, value and look, and the sheet and row that it leads to, if any."""

    column: int
    value: Value
    style: Style
    to: tuple[str, int] | None = None


class Line(NamedTuple):
    """A row: its cells, and how many points of air it has."""

    cells: tuple[Cell, ...] = ()
    air: float = 4


def write_line(sheet: Worksheet, row: int, line: Line) -> None:
    """Write a row, as high as its texts."""
    for cell in line.cells:
        made = put(sheet, row, cell.column, cell.value, cell.style)
        if cell.to:
            link(made, *cell.to)
    sheet.row_dimensions[row].height = height_of(line)


def height_of(line: Line) -> float:
    """The height of a row, in points."""
    most, size = 1, styles.Style().size
    for cell in line.cells:
        size = max(size, cell.style.size)
        if isinstance(cell.value, str) and cell.style.wrap:
            width = WIDTHS[cell.column - 1]
            most = max(most, lines(cell.value, width, cell.style.size, bold=cell.style.bold))
    return height(most, size, air=line.air) if line.cells else line.air


def wide(text: str, style: Style = PLAIN) -> Cell:
    """A text in the wide column."""
    return Cell(TEXT, text, style)


def legend(book: Book) -> Iterator[Line]:
    """The looks of cells, drawn with the very cells."""
    say, day = book.say, book.overview.report_date
    yield Line((Cell(SIGN, say("letter.legend"), Style(palette.HEADING, bold=True)),), air=8)
    centred = Style(horizontal="center", vertical="center")
    entries = (
        ("input", "✎", centred._replace(tint=palette.INPUT, edge=palette.INPUT_EDGE)),
        ("lacking", None, centred._replace(tint=palette.LACKING, edge=palette.WARNING)),
        ("plain", None, centred._replace(edge=palette.LINE)),
        ("late", OVERDUE.strip(), centred._replace(tint=palette.ALARM, bold=True)),
        ("period", "2025-H2", centred),
    )
    for key, sign, style in entries:
        text = say(f"letter.legend-{key}", day=day)
        yield Line((Cell(SIGN, sign, style), wide(text)), air=5)
