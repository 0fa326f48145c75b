"""Workbooks of the example that come back: changed with openpyxl, and imported into it."""

import difflib
import io
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from command import NEW, Done, tiltak
from openpyxl import load_workbook
from openpyxl.comments import Comment
from workbook_dump import editable, example
from workbook_edits import MEETING, Change, few

from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import SHEETS, workbook
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import MEASURES, META, MILESTONES, Book, Options

REGISTER = "tiltaksoversikt.yaml"
# How a line of what is written asks for a note on a cell.
NOTE = "(kommentar) "


def depot(folder: Path, text: str | None = None) -> Path:
    """A folder with the example's register, or with another text in its place."""
    (folder / REGISTER).write_bytes(NEW.read_bytes() if text is None else text.encode())
    return folder


def put_book(
    folder: Path, change: Change, name: str = "bok.xlsx", options: Options = MEETING
) -> None:
    """Lay a workbook of some measures of the example, which someone has changed, in a folder."""
    (folder / name).write_bytes(changed(change, options))


def changed(change: Change, options: Options = MEETING) -> bytes:
    """A workbook of some measures of the example, which someone has changed."""
    book = editable(small(options))
    change(book)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


@cache
def small(options: Options) -> bytes:
    """The sheets that are read, of a few of the example's measures."""
    register = few(example())
    if options.audience:
        return workbook(overview(register, register.as_of), options=options)
    sheets = tuple(sheet for sheet in SHEETS if sheet.key in (MEASURES, MILESTONES, META))
    book = Book(overview(register, register.as_of), None, sheets[:-1], options)
    return assembled(book, sheets, "Oversikt")


def bring(
    folder: Path, change: Change, *arguments: str, options: Options = MEETING
) -> tuple[Done, list[str]]:
    """Import a changed workbook; what the command says, and the lines that differ then."""
    put_book(folder, change, options=options)
    return again(folder, *arguments)


def again(folder: Path, *arguments: str) -> tuple[Done, list[str]]:
    """Import the workbook that lies there."""
    before = (folder / REGISTER).read_text("utf-8")
    done = tiltak("import", "bok.xlsx", *arguments, cwd=folder)
    return done, lines_changed(before, (folder / REGISTER).read_text("utf-8"))


def lines_changed(before: str, after: str) -> list[str]:
    """The lines that are another, with their signs."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:3] not in ("---", "+++") and line[0] in "+-"]


def all_of(changes: Iterable[Change]) -> Change:
    """Several changes in one workbook."""
    wanted = list(changes)
    return lambda book: [change(book) for change in wanted]


def fill_in(path: Path, cells: str) -> None:
    """Write in a workbook: `T004 Fremdrift = Ny tekst` on each line."""
    book = load_workbook(path)
    sheets = [book[name] for name in ("Tiltak", "Dere deltar") if name in book.sheetnames]
    found = {
        row[0].value: (sheet, row[0].row) for sheet in sheets for row in sheet.iter_rows(min_row=5)
    }
    for line in cells.strip().splitlines():
        where, _, value = line.partition(" = ")
        identity, _, label = where.partition(" ")
        sheet, row = found[identity]
        labels = {str(c.value).removeprefix("✎ "): c.coordinate[:-1] for c in sheet[4]}
        cell = sheet[f"{labels.get(label, 'B')}{row}"]
        if value.startswith(NOTE):
            cell.comment = Comment(value.removeprefix(NOTE), "KD")
        else:
            cell.value = value
    book.save(path)
