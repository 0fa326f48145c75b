"""An Excel workbook as sheets of cells: the values that are stored, what is hidden and merged."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime, time
from typing import Any

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.cells.grid import ERROR, NO_VALUE, Book, Cell, Grid, Merged, tidied
from tiltak_cli.sources.workbook.cells import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_PARTS,
    MAX_ROWS,
    MAX_SHEETS,
    MAX_UNPACKED,
)
from tiltak_cli.sources.workbook.written import unescaped

# The hidden sheet of a workbook that we have made.
OURS = "_meta"
MIDNIGHT = time()
DECIMALS = re.compile(r"#?,?#*0\.(0+)")
ZEROS = re.compile(r"0{2,}")
# The library keeps every cell, with all that could be said of it.
MAX_SHEET_BYTES = MAX_UNPACKED // 2
FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
ENCRYPTED = 1
XML = (".xml", ".rels", ".vml")

TOO_LARGE = "er for stor til å leses. Ta bort ark og kolonner som ikke skal med."
DAMAGED = "er skadet og kan ikke leses. Åpne den i Excel, og lagre den på nytt som .xlsx."
OWN = (
    "er en arbeidsbok fra «tiltak export». Det som er skrevet i den, føres inn med «tiltak import» "
    "uten --new."
)
LOCKED = "er beskyttet med passord. Lagre en kopi uten passord, og oppgi den."


def read_workbook(data: bytes) -> Book | Refusal:
    """Read a workbook; the sentence of a refusal goes on after the file's name."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            formulas = _looked_over(archive, len(data))
        if isinstance(formulas, Refusal):
            return formulas
        values = _opened(data, values=True)
        if OURS in values.sheetnames:
            return Refusal(OWN)
        written = _opened(data, values=False) if formulas else None
        sheets = [sheet for sheet in values.worksheets if hasattr(sheet, "_cells")]
        grids = tuple(
            _grid(sheet, written[sheet.title] if written else None) for sheet in sheets[:MAX_SHEETS]
        )
    # A library for so large a format fails in every way there is.
    except Exception:  # noqa: BLE001
        return Refusal(DAMAGED)
    return Book("Excel", grids)


def _looked_over(archive: zipfile.ZipFile, size: int) -> bool | Refusal:
    """Whether there are formulas in it; or why it is not to be opened."""
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    if size > MAX_BYTES or len(parts) > MAX_PARTS or unpacked > MAX_SHEET_BYTES:
        return Refusal(TOO_LARGE)
    if any(part.flag_bits & ENCRYPTED for part in parts):
        return Refusal(LOCKED)
    formulas = False
    for part in parts:
        if part.filename.endswith(XML):
            text = archive.read(part)
            # No workbook needs definitions of its own, and they can be made to fill the memory.
            if b"\0" in text[:4] or b"<!DOCTYPE" in text:
                return Refusal(DAMAGED)
            formulas = formulas or FORMULA.search(text) is not None
    return formulas


def _opened(data: bytes, *, values: bool) -> Any:
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # Of what other programs have added and the library does not know.
        warnings.simplefilter("ignore")
        return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)


def _grid(sheet: Any, written: Any) -> Grid:
    rows: dict[int, dict[int, Cell]] = {}
    colours = {}
    cut = False
    # Of a sheet with something a million rows down, only what is there.
    places = sorted(sheet._cells)  # noqa: SLF001
    for row, column in places:
        if colour := _colour(sheet.cell(row, column)):
            colours[row, column] = colour
        formula = written is not None and written.cell(row, column).data_type == "f"
        cell = _cell(sheet.cell(row, column), written.cell(row, column).value if formula else None)
        if cell.text or cell.note:
            if column > MAX_COLUMNS or (len(rows) >= MAX_ROWS and row not in rows):
                cut = True
                continue
            rows.setdefault(row, {})[column] = cell
    hidden = {n for n, kept in sheet.row_dimensions.items() if kept.hidden}
    columns = {
        n
        for kept in sheet.column_dimensions.values()
        if kept.hidden
        for n in range(kept.min or 0, min(kept.max or 0, MAX_COLUMNS) + 1)
    }
    return Grid(
        name=sheet.title,
        rows=rows,
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(hidden),
        hidden_columns=frozenset(columns),
        merged=tuple(
            Merged(top=r.min_row, left=r.min_col, bottom=r.max_row, right=r.max_col)
            for r in sheet.merged_cells.ranges
        ),
        colours=colours,
        cut=cut,
    )


def _cell(cell: Any, formula: Any) -> Cell:
    note = tidied(cell.comment.text) if cell.comment and cell.comment.text else ""
    target = cell.hyperlink.target if cell.hyperlink else None
    if formula is not None and cell.value is None:
        text = getattr(formula, "text", formula)
        return Cell(tidied(str(text)), fault=NO_VALUE, note=note)
    text = _text(cell.value, cell.number_format)
    link = target if target and target != text else ""
    fault = ERROR if cell.data_type == "e" else ""
    typed = not isinstance(cell.value, str) and cell.value is not None
    return Cell(
        text=text,
        typed=typed,
        fault=fault,
        note=note,
        link=link or "",
        struck=bool(cell.has_style and cell.font.strike),
    )


def _colour(cell: Any) -> str:
    """What a cell is filled with, as the program names it; nothing for none."""
    if not cell.has_style or cell.fill.fill_type != "solid":
        return ""
    colour = cell.fill.fgColor
    return f"{colour.type}{colour.value}{colour.tint}"


def _text(value: Any, form: str) -> str:
    """A value as people see it, as far as a reader of dates and numbers needs to."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        whole = value.time() == MIDNIGHT
        return value.date().isoformat() if whole else value.isoformat(" ", "minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return _number(value, form)
    return tidied(unescaped(str(value)))


def _number(value: float, form: str) -> str:
    if form.rstrip("0").rstrip(".").endswith("%") or form.endswith("%"):
        return f"{value * 100:.10g} %"
    if decimals := DECIMALS.fullmatch(form):
        return f"{value:.{len(decimals[1])}f}"
    if ZEROS.fullmatch(form) and float(value).is_integer():
        return f"{int(value):0{len(form)}d}"
    return str(int(value)) if float(value).is_integer() else f"{value:.15g}"
