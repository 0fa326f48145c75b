"""What rows of a sheet come to: measures, the words in them, and what someone must look at."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.sources.foreign.column import NOTE


class Unclear(NamedTuple):
    """A cell that someone must look at: what it says and why; and its field and likely value."""

    cell: str
    text: str
    why: str
    field: str = ""
    row: int = 0


class Entry(NamedTuple):
    """A measure: its row, the id it gets, its plain data, and the number it has in the sheet.

    `cells` gives the cell that each field is from.
    """

    row: int
    id: str
    plain: dict[str, Any]
    number: str
    cells: Mapping[str, str]

    def filed(self, heading: str) -> dict[str, Any]:
        """The measure as it is written in a register, its old number where people find it."""
        note = self.plain.get(NOTE)
        if self.number and self.number != self.id:
            note = "\n".join(filter(None, (number_line(heading, self.number), note)))
        whole = {**self.plain, "id": self.id, **({NOTE: note} if note else {})}
        return {key: whole[key] for key in BY_KEY if key in whole}


class Value(NamedTuple):
    """A word in a field, what it becomes, how often it stands there, and whether that is sure."""

    field: str
    text: str
    becomes: Any
    number: int
    sure: bool


class Measures(NamedTuple):
    """All that the rows come to."""

    entries: tuple[Entry, ...]
    values: tuple[Value, ...]
    unclear: tuple[Unclear, ...]


def number_line(heading: str, number: str) -> str:
    """How a note tells the number that a measure has in a sheet, below some heading."""
    return f"{heading}: {number}"
