"""The one gate into a cell: text stays text, and nothing that the format forbids gets in."""

import re
from collections.abc import Sequence
from copy import copy
from datetime import date

from openpyxl.cell.cell import Cell
from openpyxl.styles.cell_style import StyleArray
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.styles import Style

Value = str | int | date | None

# The limit counts UTF-16 code units, as Excel does.
MAX_UNITS = 32767
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Most texts have none of what has to be changed.
ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x")
# The format reads `_x0041_` as an escaped letter; the underscore itself is `_x005F_`.
ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# What Excel would take for a formula, a command or an error when the cell is edited again.
ACTIVE = ("=", "+", "-", "@", "\t", "\n", "'", "#")


class Canvas(Workbook):
    """A workbook that remembers what has been made for it.

    `looks` are the styles in use: looking the same one up anew in each cell is most of the work in
    a large workbook. `plain` are rows of text that follow a sheet's cells. A text that a cell has
    no room for ends with `ending`, and the cell is among those that are `cut`.
    """

    def __init__(self, ending: str = "…") -> None:
        super().__init__()
        self.ending = ending
        self.cut: list[str] = []
        self.looks: dict[Style, StyleArray] = {}
        self.plain: dict[Worksheet, Sequence[Sequence[str]]] = {}


def canvas(sheet: Worksheet) -> Canvas:
    """The workbook that a sheet is drawn in."""
    book = sheet.parent
    assert isinstance(book, Canvas)  # noqa: S101 - every sheet of ours is made in one
    return book


def append_plain(sheet: Worksheet, rows: Sequence[Sequence[str]]) -> None:
    """Let rows of text follow what stands on a sheet.

    The texts, at most 26 a row, must be clean: nothing that XML forbids or that the format escapes.
    """
    canvas(sheet).plain[sheet] = rows


def clean(text: str, ending: str = "…") -> str:
    """Make any text fit for a cell: line breaks are LF, and what XML forbids becomes U+FFFD.

    Text beyond the format's 32 767 UTF-16 units is cut, and ends with what says so.
    """
    if len(text) * 2 <= MAX_UNITS and not ODD.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = ESCAPE.sub("_x005F_", FORBIDDEN.sub("\ufffd", text))
    if len(text) * 2 <= MAX_UNITS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= MAX_UNITS * 2:
        return text
    room = (MAX_UNITS - len(ending)) * 2
    return units[:room].decode("utf-16-le", "ignore") + ending


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
