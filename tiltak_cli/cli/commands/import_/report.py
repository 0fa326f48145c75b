"""`--report`: a copy of a workbook in which what is wrong is marked, to be sent back."""

import os
from collections.abc import Container, Mapping, Sequence
from itertools import chain, count

from tiltak_cli.cli.commands.import_.ending import Outcome
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.faults import Fault
from tiltak_cli.sources.files import read_path
from tiltak_cli.sources.workbook.answers.elsewhere import FAULTS as TITLE
from tiltak_cli.sources.workbook.cells import WorkbookError, read_cells
from tiltak_cli.views.brought import clash_line

ENDING = "-feil.xlsx"


def report_target(target: str, books: Sequence[str], register: Sequence[str]) -> None:
    """Refuse to write copies where they would be written over what is read, or are no workbooks.

    `books` are the paths of the workbooks, and `register` of the register's files.
    """
    if _is_folder(target):
        return
    if len(books) > 1:
        raise refuse(f"Med flere arbeidsbøker må --report være en mappe. Skriv --report {target}/")
    _refuse_to_lose(target, books, register)
    if not target.casefold().endswith(".xlsx"):
        raise refuse(f"Kopien er en arbeidsbok. La {quoted(target)} ende på .xlsx, eller på /.")


def write_reports(
    target: str, outcome: Outcome, data: Mapping[str, bytes], register: Sequence[str]
) -> None:
    """Write a marked copy of each workbook in which something is wrong: a file, or in a folder."""
    from tiltak_cli.views.excel.marked import marked

    books = [book.path for book in outcome.books]
    copies: dict[str, tuple[Book, list[tuple[str, str]]]] = {}
    for book in outcome.books:
        faults = _of(outcome, book.name)
        if faults:
            path = _free(target, book, copies) if _is_folder(target) else target
            _refuse_to_lose(path, books, register)
            copies[path] = book, faults
    for path, (book, faults) in copies.items():
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        write_file(path, marked(data[book.name], book.brought.sheet, faults))
        console.relay(f"Skrev {path}: feilene er merket, og står i arket «Feil».\n")


def _is_folder(target: str) -> bool:
    return target.endswith(("/", os.sep)) or os.path.isdir(target)


def _free(folder: str, book: Book, others: Container[str]) -> str:
    """The path of a copy in a folder; of two workbooks of one name each has its own."""
    stem = os.path.basename(book.path).rpartition(".")[0]
    names = chain([f"{stem}{ENDING}"], (f"{stem}-{n}{ENDING}" for n in count(2)))
    return next(path for name in names if (path := os.path.join(folder, name)) not in others)


def _refuse_to_lose(path: str, books: Sequence[str], register: Sequence[str]) -> None:
    """Refuse to write over the register, a workbook that is read, or another answer."""
    if not os.path.exists(path):
        return
    name, instead = quoted(path), "Velg et annet navn med --report."
    if any(os.path.exists(file) and os.path.samefile(path, file) for file in register):
        raise refuse(f"{name} er registeret. {instead}")
    if any(os.path.samefile(path, book) for book in books):
        raise refuse(f"{name} er arbeidsboken som leses. {instead}")
    if not _is_copy(path):
        raise refuse(f"{name} finnes fra før, og er ingen kopi med feil. {instead}")


def _is_copy(path: str) -> bool:
    """Whether a file is a workbook with the sheet of what was wrong."""
    data = found(read_path(path)).files[0].data
    try:
        return any(sheet.name == TITLE for sheet in read_cells(data, 1))
    except WorkbookError:
        return False


def _of(outcome: Outcome, name: str) -> list[tuple[str, str]]:
    """The cells of a workbook in which something is wrong, each with the sentence."""
    faults: Sequence[Fault] = [fault for fault in outcome.faults if fault.book == name]
    cells = [(fault.place, fault.said) for fault in faults]
    for clash in outcome.result.clashing:
        places = [cell.place for cell in clash.cells if cell.book == name]
        cells += [(place, clash_line(clash)) for place in places]
    return cells
