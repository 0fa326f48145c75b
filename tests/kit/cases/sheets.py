r"""Small spreadsheets, written as people see them: a line for each row, with `|` between cells.

A dot alone is an empty cell, `\n` a line break in one. `5!` is a number, `2025-06-30!` a date,
`TRUE!` a boolean, `=…` a formula. `[Name]` on a line of its own begins a sheet.
"""

import csv
import io
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook

Rows = list[list[Any]]
NAMED = re.compile(r"\[(.+)\]")
BOOLEANS = {"TRUE!": True, "FALSE!": False}


def rows_of(text: str) -> Rows:
    """The rows of a sheet."""
    lines = text.strip("\n").splitlines()
    return [[_value(cell.strip()) for cell in line.strip().split("|")] for line in lines]


def _value(cell: str) -> Any:
    if cell in ("", "."):
        return None
    if cell in BOOLEANS:
        return BOOLEANS[cell]
    if cell[-1] != "!" or not cell[0].isdigit():
        return cell.replace("\\n", "\n")
    number = cell[:-1]
    if "-" in number:
        return (datetime if ":" in number else date).fromisoformat(number)
    return float(number) if "." in number else int(number)


def workbook(text: str, changes: Iterable[str] = ()) -> bytes:
    """An Excel workbook, and what is done to it: `merge A1:C1`, `hide row 3`, `put B9 =A1`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = None
    row = 0
    for line in text.strip("\n").splitlines():
        if named := NAMED.fullmatch(line.strip()):
            sheet, row = book.create_sheet(named[1]), 0
            continue
        sheet = sheet or book.create_sheet("Ark1")
        row += 1
        for column, value in enumerate(rows_of(line)[0], 1):
            if value is not None:
                sheet.cell(row, column, value)
    for change in changes:
        _change(book, *change.split(" ", 2))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _change(book: Any, what: str, where: str, value: str = "") -> None:
    sheet = book.worksheets[-1]
    if what == "merge":
        for cells in (where, *value.split()):
            sheet.merge_cells(cells)
    elif what == "put":
        sheet[where] = value
    elif what == "link":
        sheet[where].hyperlink = value
    elif what == "form":
        sheet[where].number_format = value
    elif what == "fill":
        from openpyxl.styles import PatternFill

        sheet[where].fill = PatternFill("solid", fgColor=value)
    elif what == "strike":
        from openpyxl.styles import Font

        sheet[where].font = Font(strike=True)
    elif what == "note":
        from openpyxl.comments import Comment

        sheet[where].comment = Comment(value, "Kari")
    else:
        _hide(book, where, value)


def _hide(book: Any, where: str, value: str) -> None:
    sheet = book.worksheets[-1]
    if where == "sheet":
        book[value].sheet_state = "hidden"
    elif where == "row":
        sheet.row_dimensions[int(value)].hidden = True
    else:
        sheet.column_dimensions[value].hidden = True


def delimited(text: str, sign: str = ";", encoding: str = "utf-8") -> bytes:
    """The same as a csv file, in an encoding and with a sign between values."""
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=sign).writerows(rows_of(text))
    return stream.getvalue().encode(encoding)


def confirming(preview: Any) -> list[str]:
    """The options that confirm what a preview, as JSON, says that columns are likely to be."""
    unsure = [c for c in preview["columns"] if c["field"] and not c["sure"]]
    return [word for c in unsure for word in ("--map", f"{c['cell']}={c['field']}")]
