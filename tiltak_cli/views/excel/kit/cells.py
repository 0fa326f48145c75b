"""The one gate into a cell: text stays text, and nothing that the format forbids gets in."""

from collections.abc import Callable, Sequence
from copy import copy
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.sources.workbook.fit import MAX_UNITS, clean
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.styles import Style

Value = str | int | date | None

# What Excel would take for a formula, a command or an error when the cell is edited again.
ACTIVE = ("=", "+", "-", "@", "\t", "\n", "'", "#")


class Canvas(Workbook):
    """A workbook that remembers what has been made for it.

    `looks` are the styles in use: looking the same one up anew in each cell is most of the work in
    a large workbook. `plain` makes the rows of text that follow a sheet's cells. A text that a cell
    has no room for ends with `ending`, and the cell is among those that are `cut`. When a sheet has
    been written to the file, `values` has its rows from A1, and `notes` what stands in its notes.
    """

    def __init__(self, ending: str = "…") -> None:
        super().__init__()
        self.ending = ending
        self.cut: list[str] = []
        self.looks: dict[Style, StyleArray] = {}
        self.plain: dict[Worksheet, Callable[[], Sequence[Sequence[str]]]] = {}
        self.values: dict[str, list[list[object]]] = {}
        self.notes: list[str] = []


def canvas(sheet: Worksheet) -> Canvas:
    """The workbook that a sheet is drawn in."""
    book = sheet.parent
    assert isinstance(book, Canvas)  # noqa: S101 - every sheet of ours is made in one
    return book


def append_plain(sheet: Worksheet, rows: Callable[[], Sequence[Sequence[str]]]) -> None:
    """Let rows of text follow what stands on a sheet. They are made when it is written.

    The texts, at most 26 a row, must be clean: nothing that XML forbids or that the format escapes.
    """
    canvas(sheet).plain[sheet] = rows


def put(sheet: Worksheet, row: int, column: int, value: Value, style: Style) -> Cell:
    """Write a value with a look. Text never becomes a formula or an error value.

    Thousands of cells are written: past what the library does to guess what a value is.
    """
    cell = Cell(sheet, row, column)
    sheet._cells[row, column] = cell  # noqa: SLF001
    if isinstance(value, str):
        if value:
            book = canvas(sheet)
            text = clean(value, book.ending)
            if len(value) * 2 > MAX_UNITS and text.endswith(book.ending):
                book.cut.append(f"{sheet.title}!{cell.coordinate}")
            cell._value = text  # type: ignore[attr-defined]  # noqa: SLF001
            cell.data_type = "s"
    else:
        cell.value = value
    dress(cell, style)
    if isinstance(value, str) and value.startswith(ACTIVE):
        cell._style = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001
        cell.quotePrefix = True
    return cell


def dress(cell: Cell, style: Style) -> None:
    """Give a cell a look, leaving its value alone. Cells that look alike share it."""
    book = cell.parent.parent
    assert isinstance(book, Canvas)  # noqa: S101 - as in `canvas`
    looks = book.looks
    known = looks.get(style)
    if known is None:
        cell._style = StyleArray()  # type: ignore[attr-defined]  # noqa: SLF001
        _make(cell, style)
        known = looks[style] = cell._style  # type: ignore[attr-defined]  # noqa: SLF001
    cell._style = known  # type: ignore[attr-defined]  # noqa: SLF001


def _make(cell: Cell, style: Style) -> None:
    cell.font = styles.font(style)
    cell.alignment = styles.alignment(style)
    if cell.number_format != style.number_format:
        cell.number_format = style.number_format
    if fill := styles.fill(style):
        cell.fill = fill
    if border := styles.border(style):
        cell.border = border


def link(cell: Cell, sheet: str, row: int, tip: str = "") -> None:
    """Make a cell lead to the first column of a row in another sheet. `sheet` needs no quotes."""
    cell.hyperlink = Hyperlink(
        ref=cell.coordinate,
        location=f"'{sheet}'!A{row}",
        tooltip=clean(short(tip, 200)) or None,
    )
