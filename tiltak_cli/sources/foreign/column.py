"""A column of a table, and what it is read as."""

from typing import NamedTuple

from tiltak_cli.sources.foreign.cells.grid import letters
from tiltak_cli.sources.foreign.items import Slot

# The fields that reading a sheet itself knows.
ID, TITLE, STATUS, NOTE, FRIST, ONGOING = "id", "tittel", "status", "merknad", "frist", "løpende"
DOUBLED = "to kolonner kan være dette feltet"


class Column(NamedTuple):
    """A column: its heading, its lowest heading cell, and its field, empty for none, with why.

    `part` is the quarter or the year, of a deadline in two columns, or what it is of the milestone
    or document number `item`; `dropped` says that someone has decided to leave the column out,
    `doubled` that others have the same heading.
    """

    number: int
    name: str
    cell: str
    field: str
    why: str
    sure: bool
    part: str = ""
    item: int = 0
    dropped: bool = False
    doubled: bool = False

    @property
    def letter(self) -> str:
        """The column's letter."""
        return letters(self.number)

    @property
    def key(self) -> str:
        """What it is named by: its heading, or its cell where that tells it from no other."""
        return self.cell if self.doubled or not self.name else self.name

    @property
    def slot(self) -> str:
        """What it is chosen as: its field, or the part of an item: `milepæler.M1.frist`."""
        return Slot(self.field, self.part if self.item else "", self.item).name

    @property
    def undecided(self) -> bool:
        """Whether someone must say what it is."""
        return not self.dropped and not (self.field and self.sure)
