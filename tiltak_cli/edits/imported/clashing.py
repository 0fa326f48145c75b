"""What a person must choose where workbooks and a register disagree, and what was chosen."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import Choice, Conflict


class Cell(NamedTuple):
    """A cell of one of several workbooks."""

    book: str
    place: str


class FromBook(NamedTuple):
    """That what one of several workbooks says is to hold, by its name."""

    book: str


class Value(NamedTuple):
    """What a workbook makes of a field."""

    cell: Cell
    old: Any
    new: Any


Choices = Mapping[str, Choice | FromBook]


class Clashing(NamedTuple):
    """Something that a person must choose, and the cells and the fields that it is about.

    A field that was not `exported` is of a column that people have added. Of a measure that is
    `gone` from the register, only the register can be chosen.
    """

    conflict: Conflict
    cells: tuple[Cell, ...]
    fields: tuple[str, ...]
    exported: bool = True
    gone: bool = False

    @property
    def name(self) -> str:
        """What several workbooks may disagree on: `T001.frist`."""
        return ".".join(filter(None, (self.conflict.measure, self.conflict.field)))

    def chosen(self, choice: Choice | FromBook) -> "Choices":
        """The choice made for all of it."""
        return {f"{self.conflict.measure}.{field}": choice for field in self.fields}
