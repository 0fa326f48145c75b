"""What stands in the cells of a workbook, whoever has had it in hand."""

import io
import warnings
import zipfile
from typing import Any, NamedTuple

# A workbook of 10 000 measures is 6 MB, and 60 MB unpacked.
MAX_BYTES = 50_000_000
MAX_UNPACKED = 200_000_000
MAX_PARTS = 2000
MAX_SHEETS = 50
MAX_ROWS = 20_000
MAX_COLUMNS = 200
# No sheet has more rows, whatever a file says.
LAST_ROW = 1_048_576
# Sheets with such names hold what programs need, and say nothing that the others do not.
INTERNAL = "_"


class Sheet(NamedTuple):
    """A sheet's name and its rows of values from A1, and whether there was more than is read."""

    name: str
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False


class WorkbookError(Exception):
    """The bytes are no workbook that can be read."""


def read_cells(data: bytes) -> tuple[Sheet, ...]:
    """Every sheet of a workbook with its values as written; formulas as text.

    Raises WorkbookError for whatever else the bytes may be.
    """
    try:
        _check_size(data)
        from openpyxl import load_workbook

        with warnings.catch_warnings():
            # What it says of extensions that it does not know is of no use to a reader.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            names = [name for name in book.sheetnames if not name.startswith(INTERNAL)]
            sheets = tuple(_read(name, book[name]) for name in names[:MAX_SHEETS])
    # A library for so large a format fails in every way there is.
    except Exception as error:
        raise WorkbookError from error
    if not sheets:
        raise WorkbookError
    return sheets


def _check_size(data: bytes) -> None:
    """Refuse what would fill the memory: no more is unpacked than the archive itself says."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(data) > MAX_BYTES or len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise WorkbookError


def _read(name: str, sheet: Any) -> Sheet:
    if not hasattr(sheet, "iter_rows"):  # a sheet that is only a chart
        return Sheet(name, ())
    # What the file says of how far its cells go need not be so.
    sheet.reset_dimensions()
    rows: list[tuple[Any, ...]] = []
    cut, last, kept = False, None, ()
    for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1, values_only=True)):
        # Where rows are left out, which may be a million of them, each is the very same.
        if row is not last:
            last, kept = row, _filled(row)
        if number >= LAST_ROW or (kept and number >= MAX_ROWS):
            cut = True
            break
        cut = cut or len(kept) > MAX_COLUMNS
        if number < MAX_ROWS:
            rows.append(kept[:MAX_COLUMNS])
    return Sheet(name, tuple(rows), cut)


def _filled(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row up to the last cell that holds something."""
    end = len(row)
    while end and row[end - 1] in (None, ""):
        end -= 1
    return row[:end]
