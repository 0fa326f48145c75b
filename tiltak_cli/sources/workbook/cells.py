"""What stands in the cells of a workbook, whoever has had it in hand."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice, zip_longest
from typing import Any, NamedTuple

# A workbook of 10 000 measures is 6 MB, and 60 MB unpacked.
MAX_BYTES = 50_000_000
MAX_UNPACKED = 200_000_000
MAX_PARTS = 2000
MAX_SHEETS = 50
MAX_ROWS = 20_000
MAX_COLUMNS = 200
# No cell holds more, also where each of its 32 767 signs is written as seven.
MAX_TEXT = 250_000
# No sheet has more rows, whatever a file says.
LAST_ROW = 1_048_576
# From when most spreadsheets count days.
MOST_COUNT_FROM = datetime(1899, 12, 30)  # noqa: DTZ001 - a day, as the library has it
# Sheets with such names hold what programs need, and say nothing that the others do not.
INTERNAL = "_"
# Who the notes are by that are not by people.
AUTHOR = "tiltak"
MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z0-9:]+)"')
TABLE_NAME = re.compile(rb'\bdisplayName="([^"]*)"')


class Note(NamedTuple):
    """A note on a cell, which people call a comment. It may be `own`: not written by people."""

    cell: str
    text: str
    own: bool = False


class Sheet(NamedTuple):
    """A sheet's name and its rows of values from A1.

    `cut` is the first cell with something that is not read, of what is too far out or too long.
    `notes` are on its cells, in their order; `merged` are ranges of cells that are made one, and
    `tables` the names of its tables. Days that are numbers are counted from so many days `later`
    than in most spreadsheets.
    """

    name: str
    rows: tuple[tuple[Any, ...], ...]
    cut: str = ""
    notes: tuple[Note, ...] = ()
    merged: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    later: int = 0


class Cells(NamedTuple):
    """A workbook's sheets, and the cells that have names: `'Tiltak'!$H$4:$H$32` by `felt_id`."""

    sheets: tuple[Sheet, ...]
    names: Mapping[str, str]


class Formula(str):
    """What fills a cell by itself, as it is written: no one's words."""

    __slots__ = ()


class WorkbookError(Exception):
    """The bytes are no workbook that can be read."""


def read_cells(data: bytes, most_rows: int | None = None) -> tuple[Sheet, ...]:
    """Every sheet of a workbook with its values as written; a formula is a `Formula`.

    Of each, so many rows are read, or as many as a reader can take in. Raises WorkbookError for
    whatever else the bytes may be.
    """
    return read_named_cells(data, most_rows).sheets


def read_named_cells(data: bytes, most_rows: int | None = None) -> Cells:
    """The same, with the names of cells."""
    try:
        _check_size(data)
        from openpyxl import load_workbook

        with warnings.catch_warnings():
            # What it says of extensions that it does not know is of no use to a reader.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            names = [name for name in book.sheetnames if not name.startswith(INTERNAL)]
            most = most_rows or MAX_ROWS
            sheets = tuple(_read(name, book[name], most) for name in names[:MAX_SHEETS])
            defined = {name: each.attr_text for name, each in book.defined_names.items()}
    # A library for so large a format fails in every way there is.
    except Exception as error:
        raise WorkbookError from error
    if not sheets:
        raise WorkbookError
    return Cells(sheets, {name: str(cells) for name, cells in defined.items()})


def _check_size(data: bytes) -> None:
    """Refuse what would fill the memory: no more is unpacked than the archive itself says."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(data) > MAX_BYTES or len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise WorkbookError


def _read(name: str, sheet: Any, most_rows: int) -> Sheet:
    if not hasattr(sheet, "iter_rows"):  # a sheet that is only a chart
        return Sheet(name, ())
    # What the file says of how far its cells go need not be so.
    sheet.reset_dimensions()
    rows: list[tuple[Any, ...]] = []
    cut, last, kept = "", None, ()
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        # Where rows are left out, which may be a million of them, each is the very same.
        if row is not last:
            last, kept = row, _filled(row)
            cut = cut or _too_much(kept, number)
        if number >= LAST_ROW or (kept and number >= most_rows):
            cut = cut or f"A{number + 1}"
            break
        if number < most_rows:
            rows.append(kept[:MAX_COLUMNS])
    return Sheet(
        name=name,
        rows=tuple(_with_formulas(sheet, rows)),
        cut=cut,
        notes=tuple(_notes(sheet)),
        merged=_merged(sheet),
        tables=tuple(_tables(sheet)),
        later=(sheet.parent.epoch - MOST_COUNT_FROM).days,
    )


def _too_much(row: tuple[Any, ...], number: int) -> str:
    """The cell of a row, with its number from 0, that is too far out or has too long a text."""
    from openpyxl.utils import get_column_letter

    if len(row) > MAX_COLUMNS:
        return f"{get_column_letter(len(row))}{number + 1}"
    long = (place for place, v in enumerate(row, 1) if isinstance(v, str) and len(v) > MAX_TEXT)
    place = next(long, 0)
    return f"{get_column_letter(place)}{number + 1}" if place else ""


def _merged(sheet: Any) -> tuple[str, ...]:
    """The ranges of merged cells, which stand after the rows of a sheet's part."""
    part = sheet.parent._archive.read(sheet._worksheet_path)  # noqa: SLF001
    ranges = MERGED.findall(part, max(part.rfind(b"</sheetData>"), 0))
    return tuple(each.decode("ascii", "replace") for each in ranges)


def _tables(sheet: Any) -> Iterator[str]:
    """The names of a sheet's tables."""
    for part in _beside(sheet, "table"):
        if match := TABLE_NAME.search(part):
            yield match[1].decode("utf-8", "replace")


def _with_formulas(sheet: Any, rows: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """The rows, with formulas told from texts that only look like them.

    What a cell is, the library says of cells and not of values: where it is needed, the sheet is
    read once more, from its first row to the last one in question.
    """
    unsure = [n for n, row in enumerate(rows) if any(_looks_like_one(value) for value in row)]
    if not unsure:
        yield from rows
        return
    as_cells = sheet.iter_rows(max_row=unsure[-1] + 1)
    for row, cells in zip_longest(rows, as_cells, fillvalue=()):
        types = (cell.data_type for cell in cells)
        yield tuple(
            Formula(value) if _looks_like_one(value) and kind == "f" else value
            for value, kind in zip_longest(row, islice(types, len(row)))
        )


def _looks_like_one(value: object) -> bool:
    return isinstance(value, str) and value[:1] == "="


def _notes(sheet: Any) -> Iterator[Note]:
    """The notes of a sheet, which the library does not read with its cells."""
    from openpyxl.comments.comment_sheet import CommentSheet
    from openpyxl.xml.functions import fromstring

    for part in _beside(sheet, "comments"):
        tree: Any = fromstring(part)
        notes: Any = CommentSheet.from_tree(tree)
        for cell, note in notes.comments:
            yield Note(cell, note.text or "", own=note.author == AUTHOR)


def _beside(sheet: Any, kind: str) -> Iterator[bytes]:
    """The parts of a kind that a sheet names as its own."""
    from openpyxl.packaging import relationship

    archive, path = sheet.parent._archive, sheet._worksheet_path  # noqa: SLF001
    library: Any = relationship
    beside = library.get_rels_path(path)
    if beside not in archive.namelist():
        return
    relations: Any = library.get_dependents(archive, beside)
    for relation in relations:
        if relation.Type.rpartition("/")[2] == kind:
            yield archive.read(relation.target)


def _filled(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row up to the last cell that holds something; one that is left out is a list."""
    end = len(row)
    while end and row[end - 1] in (None, ""):
        end -= 1
    return tuple(row[:end])
