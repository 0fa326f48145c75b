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
from tiltak_cli.domain.canonical import plain_measure
from tiltak_cli.domain.register import Register
from tiltak_cli.edits.asked.assign import codes_of
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.strategies import shipped_plan
from tiltak_cli.sources.workbook.answers.entries import Choice, Known, Returned
from tiltak_cli.sources.workbook.answers.returned import NOTHING_ALLOWED, returned
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.sources.workbook.cells import read_cells
from tiltak_cli.sources.workbook.written import Row, rows_of
from tiltak_cli.views.excel import SHEETS, workbook
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
    if options.audience:
        # Their sheets are few.
        return workbook(overview(new, new.as_of), compare(old, new), options)
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


def cells_of(data: bytes) -> dict[str, list[Row]]:
    """The texts in every cell of a workbook, by sheet."""
    return {sheet.name: rows_of(sheet.rows) for sheet in read_cells(data)}


def brought(data: bytes, allowed: Choice = NOTHING_ALLOWED) -> Returned:
    """What a workbook of the example brings back."""
    base = base_of(data)
    plan = shipped_plan(base.period)
    assert plan
    register = {measure.id: plain_measure(measure) for measure in example().measures}
    known = Known(lambda key: codes_of(plan, key, [*register]), plan.organisations.full_names())
    return returned(data, base, known, register, allowed)


def told(change: Change, options: Options = MEETING, allowed: Choice = NOTHING_ALLOWED) -> str:
    """What is read of a workbook that has been changed, a line each; nothing where nothing is."""
    return lines_of(brought(saved(change, options), allowed))


def lines_of(found: Returned) -> str:
    """What a workbook brings back, a line each."""
    lines = [
        *(f"{e.place} {e.measure}.{e.field}: {e.old} → {e.new}" for e in found.entries),
        *(f"{row.place} nytt {row.id}: {row.fields}" for row in found.new),
        *(f"{cell} {old} → {new}" for old, new, cell in found.renamed),
        *(each.said for each in found.spoilt),
        *(f"{identity} mangler" for identity in found.missing),
        *found.told,
        *(f"merknad {r.place} ({r.measure}): {r.said}" for r in found.remarks),
    ]
    return "\n".join(lines)


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


def rows_below(sheet: Worksheet) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]


def fill(sheet: Worksheet, rows: list[list[Any]], first: int = 5) -> None:
    for number, row in enumerate(rows, first):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def sorted_by(title: str, column: int) -> Change:
    def change(book: Workbook) -> None:
        sheet = sheet_of(book, title)
        fill(sheet, sorted(rows_below(sheet), key=lambda row: str(row[column]), reverse=True))

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
