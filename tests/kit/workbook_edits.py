"""Workbooks that people have had in hand: a few measures, and ways to change them."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from command import OLD, tiltak
from few import FEW_NEW
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet
from workbook_dump import editable, example

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.sources.workbook.written import edits_in, said
from tiltak_cli.views.excel import SHEETS
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import (
    CHANGES,
    DIRECTIONS,
    MEASURES,
    META,
    MILESTONES,
    Book,
    Options,
)

NOTHING = "Ingen endringer i innholdet."
REMEDY = "Før det inn i registeret for hånd, og bruk registeret i stedet."
USED = (MEASURES, DIRECTIONS, MILESTONES, CHANGES, META)
IDS = ("T001", "T002", "T003", "T005", "T011", "T015")
MEETING, FILL_IN = Options(), Options(audience=("KD",))
Change = Callable[[Workbook], object]


def few(register: Register) -> Register:
    return register._replace(measures=tuple(m for m in register.measures if m.id in IDS))


@cache
def exported(options: Options = MEETING) -> bytes:
    """Some sheets of a few measures, with what changed since the edition before."""
    old, new = few(example(str(OLD))), few(example())
    sheets = tuple(sheet for sheet in SHEETS if sheet.key in USED)
    book = Book(overview(new, new.as_of), compare(old, new), sheets, options)
    return assembled(book._replace(sheets=sheets[:-1]), sheets, "Oversikt")


def saved(change: Change, options: Options = MEETING) -> bytes:
    """The workbook as another program saves it when it has been changed."""
    book = editable(exported(options))
    change(book)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def base_of(data: bytes) -> Base:
    base = read_base(data)
    assert isinstance(base, Base), base
    return base


def told(change: Change, options: Options = MEETING) -> str:
    """What is said of a workbook that has been changed; nothing where nothing is written."""
    data = saved(change, options)
    written = base_of(data).written
    assert written
    edits = edits_in(data, written)
    return said("bok.xlsx", edits) if edits else ""


def put(place: str, value: object) -> Change:
    def change(book: Workbook) -> None:
        sheet, _, cell = place.partition("!")
        book[sheet][cell].value = value

    return change


def note(place: str, text: str) -> Change:
    def change(book: Workbook) -> None:
        sheet, _, cell = place.partition("!")
        book[sheet][cell].comment = Comment(text, "FIN")

    return change


def sheet_of(book: Workbook, title: str) -> Worksheet:
    sheet = book[title]
    assert isinstance(sheet, Worksheet)
    return sheet


def rows_of(sheet: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]


def fill(sheet: Worksheet, rows: list[list[Any]], first: int = 5) -> None:
    for number, row in enumerate(rows, first):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def sorted_by(title: str, column: int) -> Change:
    def change(book: Workbook) -> None:
        sheet = sheet_of(book, title)
        fill(sheet, sorted(rows_of(sheet), key=lambda row: str(row[column]), reverse=True))

    return change


def without_the_measures(book: Workbook) -> None:
    del book["Tiltak"]


def depot(folder: Path, change: Change) -> None:
    """A register of a few measures, and a workbook of it that has been changed."""
    (folder / "tiltaksoversikt.yaml").write_text(FEW_NEW, "utf-8")
    assert tiltak("export", "-o", "bok.xlsx", cwd=folder).code == 0
    book = load_workbook(folder / "bok.xlsx")
    change(book)
    book.save(folder / "bok.xlsx")
