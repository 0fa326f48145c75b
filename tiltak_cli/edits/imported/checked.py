"""A register with what workbooks bring, held against what it was: what is wrong, by cell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tiltak_cli.domain.norwegian import listed
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.clashing import Cell
from tiltak_cli.edits.imported.faults import Fault, faults_of
from tiltak_cli.edits.imported.together import Newcomer, Together, Wish
from tiltak_cli.edits.imported.written import Changed, FileFor, written
from tiltak_cli.edits.judge import judged
from tiltak_cli.edits.opened import Opened
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.register.settings import Settings


class Checked(NamedTuple):
    """The files as they are to be, None where nothing changes, and all that is wrong.

    `warnings` keep nothing from being written.
    """

    changed: Changed | None
    faults: list[Fault]
    warnings: Iterable[Fault] = ()


def checked_with(
    register: Opened,
    books: Sequence[Book],
    result: Together,
    settings: Settings,
    file_for: FileFor,
) -> Checked | Refusal:
    """Make the changes, unwritten, and find what is wrong: in the cells, and in the register then.

    Raises EditError where the changes cannot be made, and it is not because of one of them.
    """
    faults = [
        Fault(book.name, spoilt.place, spoilt.about, spoilt.sentence)
        for book in books
        for spoilt in book.brought.spoilt
    ]
    faults += [fault for book in books for fault in _lacking(book)]
    if result.empty:
        return Checked(None, faults)
    try:
        changed = written(register, result, file_for)
    except EditError as error:
        impossible = list(_impossible(register, result, file_for, str(error)))
        if not impossible:
            raise
        return Checked(None, [*faults, *impossible])
    verdict = judged(register.source, changed.source, settings)
    if isinstance(verdict, Refusal):
        return verdict
    new = faults_of([*verdict.dangling, *verdict.errors], result, changed)
    return Checked(changed, [*faults, *new], faults_of(verdict.warnings, result, changed))


def _lacking(book: Book) -> Iterator[Fault]:
    """What the new measures of a workbook lack; what several lack is said once."""
    rows: dict[str, list[str]] = {}
    for row in book.brought.new:
        rows.setdefault(row.lacks, []).append(row.place)
    for sentence, cells in rows.items():
        if sentence:
            yield Fault(book.name, listed(cells), "nytt tiltak", sentence)


def _impossible(
    register: Opened, result: Together, file_for: FileFor, sentence: str
) -> Iterator[Fault]:
    """The first of the changes that cannot be made, with its cells; nothing where each can."""

    def fails(changes: Sequence[Wish | Newcomer]) -> bool:
        wishes = [each for each in changes if isinstance(each, Wish)]
        new = [each for each in changes if isinstance(each, Newcomer)]
        try:
            written(register, result._replace(wishes=wishes, new=new, renamed=[]), file_for)
        except EditError:
            return True
        return False

    left: Sequence[Wish | Newcomer] = [*result.wishes, *result.new]
    while len(left) > 1:
        first, second = left[: len(left) // 2], left[len(left) // 2 :]
        left = first if fails(first) else second
    for change in left if fails(left) else ():
        cells, about = _stands(change)
        yield from (Fault(cell.book, cell.place, about, sentence) for cell in cells)


def _stands(change: Wish | Newcomer) -> tuple[tuple[Cell, ...], str]:
    if isinstance(change, Wish):
        return change.cells, f"{change.measure}, {change.field}"
    return (change.cell,), "nytt tiltak"
