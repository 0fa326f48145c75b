"""Run by the Python that LibreOffice comes with: a workbook is opened, edited as one does, saved.

    python3 uno_edits.py PORT IN.xlsx OUT.xlsx EDIT…

Each edit is `type|SHEET|CELL|TEXT`, `clear|SHEET|CELL`, `sort|SHEET|RANGE|COLUMN`,
`filter|SHEET|RANGE|COLUMN|TEXT`, `insert-row|SHEET|ROW`, `insert-column|SHEET|COLUMN`,
`delete-row|SHEET|ROW`, `copy|SHEET|FROM|TO` or `hide-row|SHEET|ROW`; rows and columns from 0.
"""

import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.table import TableSortField  # type: ignore[import-not-found]

SECONDS = 60
STRING = 2


def connected(port: str) -> Any:
    """LibreOffice's services, when it listens."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    for _ in range(SECONDS * 2):
        try:
            return resolver.resolve(address)
        except Exception:  # noqa: BLE001 - until it listens
            time.sleep(0.5)
    sys.exit("LibreOffice does not answer")


def desktop(port: str) -> Any:
    return connected(port).ServiceManager.createInstance("com.sun.star.frame.Desktop")


def setting(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def sort(sheet: Any, cells: str, column: str) -> None:
    field = TableSortField()
    field.Field, field.IsAscending = int(column), False
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    settings = (setting("SortFields", fields), setting("ContainsHeader", False))
    sheet.getCellRangeByName(cells).sort(settings)


def narrow(sheet: Any, cells: str, column: str, text: str) -> None:
    area = sheet.getCellRangeByName(cells)
    descriptor = area.createFilterDescriptor(True)
    field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
    field.Field, field.IsNumeric, field.StringValue = int(column), False, text
    descriptor.setFilterFields((field,))
    descriptor.ContainsHeader = True
    area.filter(descriptor)


def edit(book: Any, word: str) -> None:
    kind, title, *rest = word.split("|")
    sheet = book.Sheets.getByName(title)
    if kind == "type":
        # As one who types: LibreOffice decides whether it is a number, a date or a text.
        sheet.getCellRangeByName(rest[0]).FormulaLocal = rest[1]
    elif kind == "clear":
        sheet.getCellRangeByName(rest[0]).Formula = ""
    elif kind == "sort":
        sort(sheet, *rest)
    elif kind == "filter":
        narrow(sheet, *rest)
    elif kind == "insert-row":
        sheet.Rows.insertByIndex(int(rest[0]), 1)
    elif kind == "insert-column":
        sheet.Columns.insertByIndex(int(rest[0]), 1)
    elif kind == "delete-row":
        sheet.Rows.removeByIndex(int(rest[0]), 1)
    elif kind == "hide-row":
        sheet.Rows.getByIndex(int(rest[0])).IsVisible = False
    else:
        source = sheet.getCellRangeByName(rest[0]).RangeAddress
        sheet.copyRange(sheet.getCellRangeByName(rest[1]).CellAddress, source)


def main(port: str, source: str, target: str, *edits: str) -> None:
    program = desktop(port)
    url, out = (uno.systemPathToFileUrl(path) for path in (source, target))
    book = program.loadComponentFromURL(url, "_blank", 0, (setting("Hidden", True),))
    for word in edits:
        edit(book, word)
    book.storeToURL(out, (setting("FilterName", "Calc MS Excel 2007 XML"),))
    book.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
