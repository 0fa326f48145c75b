"""The library's writer, with the rows of each sheet written as text.

The library makes an element of every cell and serialises it; that is most of the time that a large
workbook takes. What the workbook has in its cells is little: text, numbers, days and looks.
"""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils.datetime import to_excel
from openpyxl.workbook import Workbook
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.dimensions import SheetDimension
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import Element

from tiltak_cli.views.excel.kit.cells import canvas
from tiltak_cli.views.excel.kit.finish import Archive

PLACE = re.compile(rb"<sheetData ?/>")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Writer(ExcelWriter):
    """Writes a workbook to an archive, without files in between."""

    def __init__(self, workbook: Workbook, archive: Archive) -> None:
        super().__init__(workbook, archive)
        self.archive = archive

    # The library's types do not say what the writing of sheets, drawings and notes has in common.
    def write_worksheet(self, ws: Any) -> None:  # noqa: ANN401
        """Write one sheet's part, as the library does, with rows of our own in their place."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001
        out = io.BytesIO()
        # Sheets are written in order, counted from 1.
        growing = ws._id in self.archive.notes.edited  # noqa: SLF001
        writer = _SheetWriter(ws, out, growing=growing)
        writer.write()
        ws._rels = writer._rels  # type: ignore[attr-defined]  # noqa: SLF001
        head, tail = PLACE.split(out.getvalue(), maxsplit=1)
        self.archive.write_sheet(ws.path[1:], head, writer.texts(), tail)
        self.manifest.append(ws)


class _SheetWriter(WorksheetWriter):
    """Writes all of a sheet but its rows, whose `texts` come afterwards."""

    def __init__(self, ws: Any, out: io.BytesIO, *, growing: bool) -> None:  # noqa: ANN401 - as above
        super().__init__(ws, out)
        self.sheet = ws
        self.growing = growing
        book = canvas(ws)
        self.numbered = self.rows()
        rows = book.values[ws.title] = []
        for number, row in self.numbered:
            rows += ([] for _ in range(number - len(rows)))
            for cell in row:
                self._keep(cell, rows[-1])
        # Thousands of rows, which need no look.
        self.plain = book.plain[ws]() if ws in book.plain else ()
        self.looks: dict[int, int] = {}

    def _keep(self, cell: Cell | MergedCell, values: list[object]) -> None:
        """Take down what a cell holds, and tell the sheet of its note and its link."""
        assert isinstance(cell, Cell)  # noqa: S101 - the workbook has no merged cells
        values += [None] * (cell.column - 1 - len(values))
        values.append(cell.value)
        if cell.comment:
            canvas(self.sheet).notes.append(cell.comment.text)
            self.sheet._comments.append(CommentRecord.from_cell(cell))  # noqa: SLF001
        if cell.hyperlink:
            self.sheet._hyperlinks.append(cell.hyperlink)  # noqa: SLF001

    def write_dimensions(self) -> None:
        """Say how far the sheet goes, plain rows included."""
        rows = self.plain
        if not rows:
            super().write_dimensions()
            return
        letter = LETTERS[max(map(len, rows)) - 1]
        reference = f"A1:{letter}{self.numbered[-1][0] + len(rows)}"
        self.xf.send(SheetDimension(reference).to_tree())

    def write_rows(self) -> None:
        """Leave the rows' place in the sheet."""
        self.xf.send(Element("sheetData"))

    def texts(self) -> Iterator[str]:
        """The rows as text, and what is around them."""
        heights = self.sheet.row_dimensions
        last = 0
        yield "<sheetData>"
        for number, row in self.numbered:
            # A height that is not fixed is where a row begins; it grows when someone edits a cell.
            height = "".join(
                f' {key}="{value}"'
                for key, value in dict(heights.get(number, {})).items()
                if key != "customHeight" or not self.growing
            )
            cells = "".join([_cell(cell, self._look(cell)) for cell in row])
            yield f'<row r="{number}"{height}>{cells}</row>'
            last = number
        yield from _plain_rows(self.plain, last + 1)
        yield "</sheetData>"

    def _look(self, cell: Any) -> int:  # noqa: ANN401 - as above
        # Cells that look alike share the very same look.
        shared = id(cell._style)  # noqa: SLF001
        look = self.looks.get(shared)
        if look is None:
            look = self.looks[shared] = cell.style_id
        return look


def _cell(cell: Any, look: int) -> str:  # noqa: ANN401 - as above
    start = f'<c r="{cell.coordinate}" s="{look}"'
    value = cell.value
    if value is None:
        return f"{start}/>"
    if isinstance(value, str):
        return f'{start} t="inlineStr">{_text(value)}</c>'
    number = value if isinstance(value, int) else to_excel(value)  # type: ignore[no-untyped-call]
    return f'{start} t="n"><v>{number}</v></c>'


def _text(value: str) -> str:
    kept = ' xml:space="preserve"' if value[0].isspace() or value[-1].isspace() else ""
    if "&" in value or "<" in value or ">" in value:
        value = escape(value)
    return f"<is><t{kept}>{value}</t></is>"


def _plain_rows(rows: Sequence[Sequence[str]], first: int) -> Iterator[str]:
    for number, row in enumerate(rows, first):
        cells = [
            f'<c r="{letter}{number}" t="inlineStr">{_text(text)}</c>'
            for letter, text in zip(LETTERS, row, strict=False)
            if text
        ]
        yield f'<row r="{number}">{"".join(cells)}</row>'
