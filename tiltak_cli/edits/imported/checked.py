"""A register with what workbooks bring, held against what it was: what is wrong, by cell."""

from collections.abc import Sequence
from typing import NamedTuple

from tiltak_cli.edits.imported.faults import Fault, faults_of
from tiltak_cli.edits.imported.together import Book, Together
from tiltak_cli.edits.imported.written import Changed, FileFor, written
from tiltak_cli.edits.judge import judged
from tiltak_cli.edits.opened import Opened
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.register.settings import Settings


class Checked(NamedTuple):
    """The files as they are to be, None where nothing changes, and all that is wrong."""

    changed: Changed | None
    faults: list[Fault]


def checked_with(
    register: Opened,
    books: Sequence[Book],
    result: Together,
    settings: Settings,
    file_for: FileFor,
) -> Checked | Refusal:
    """Make the changes, unwritten, and find what is wrong: in the cells, and in the register then.

    Raises EditError where the changes cannot be made.
    """
    faults = [
        Fault(book.name, spoilt.place, spoilt.about, spoilt.sentence)
        for book in books
        for spoilt in book.brought.spoilt
    ]
    if result.empty:
        return Checked(None, faults)
    changed = written(register, result, file_for)
    verdict = judged(register.source, changed.source, settings)
    if isinstance(verdict, Refusal):
        return verdict
    new = faults_of([*verdict.dangling, *verdict.errors], result)
    return Checked(changed, [*faults, *new])
