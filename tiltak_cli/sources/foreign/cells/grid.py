"""What stands in a sheet that someone else has made, whatever kind of file it came in."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from tiltak_cli.sources.yaml.decode import EVERY

ERROR = "cellen viser en feil fra regnearket"
NO_VALUE = "formelen har ingen lagret verdi"
BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


class Cell(NamedTuple):
    """A cell as people see it. `typed` says that it is a number or a date to the program.

    `fault` is why it has no value to take; `note` is what is written on it, `link` where it leads;
    `struck` says that there is a line through it.
    """

    text: str
    typed: bool = False
    fault: str = ""
    note: str = ""
    link: str = ""
    struck: bool = False


class Merged(NamedTuple):
    """Cells that are made one, by the first and last of their rows and columns."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def columns(self) -> int:
        """How many columns it goes over."""
        return self.right - self.left + 1


NOTHING = Cell("")
Row = Mapping[int, Cell]


class Grid(NamedTuple):
    """A sheet: its cells that hold something, by row and column from 1, in order.

    `hidden` says that nobody sees the sheet; `hidden_rows` and `hidden_columns` are those of one
    that is seen. `colours` are what cells are filled with, also empty ones. `cut` says that there
    was more than is read.
    """

    name: str
    rows: Mapping[int, Row]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[Merged, ...] = ()
    colours: Mapping[tuple[int, int], str] = MappingProxyType({})
    cut: bool = False

    def text(self, row: int, column: int) -> str:
        """What a cell says; nothing where it is empty."""
        return self.rows.get(row, {}).get(column, NOTHING).text

    def over(self, row: int, column: int) -> Merged | None:
        """The merged cells that a cell is one of, and not the first."""
        if not self.merged:
            return None
        covering = (
            each
            for each in self.merged
            if each.top <= row <= each.bottom and each.left <= column <= each.right
        )
        merged = next(covering, None)
        return merged if merged and (row, column) != (merged.top, merged.left) else None


class Book(NamedTuple):
    """A file's sheets. `kind` is what people call it; a csv file has one sheet without a name."""

    kind: str
    grids: tuple[Grid, ...]


def tidied(text: str) -> str:
    """A text with plain line breaks and blanks, and without what no register can hold."""
    if not text.isprintable():
        text = BREAKS.sub("\n", text).replace("\t", " ")
        text = _unfit().sub("", text)
    return text.strip("\ufeff \n")


@cache
def _unfit() -> re.Pattern[str]:
    return re.compile(EVERY)


def letters(column: int) -> str:
    """The name of a column, counted from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def cell_name(row: int, column: int) -> str:
    """The name of a cell: `B4`."""
    return f"{letters(column)}{row}"
