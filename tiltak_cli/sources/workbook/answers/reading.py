"""A sheet of measures as it is read: its table, its rows, and what they are held against."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from tiltak_cli.sources.workbook.answers.entered import Guide
from tiltak_cli.sources.workbook.answers.entries import (
    Known,
    Spoilt,
)
from tiltak_cli.sources.workbook.answers.layout import Table, heading
from tiltak_cli.sources.workbook.answers.rows import Row, Sorted
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.written import HEADING
from tiltak_cli.wording import Wording


class Reading(NamedTuple):
    """The table that is read, and what it is held against. `texts` are the cells as they were.

    The name of a cell begins with `prefix`: its sheet, but for the first one. `mine` is the only
    one who fills the workbook in, if it is one.
    """

    table: Table
    known: Known
    say: Wording
    texts: Mapping[str, Mapping[str, str]]
    prefix: str
    mine: str

    def place(self, key: str, row: Row) -> str:
        """The cell of a row's field."""
        return f"{self.prefix}{self.table.columns[key].letter}{row[0]}"

    @property
    def guide(self) -> Guide:
        """What helps people with the codes."""
        return Guide(self.known.names, self.say("sheet.lists"))

    def codes(self, key: str, before: Any) -> tuple[list[Any], list[Any]]:
        """The codes that a field may hold, and those that it had."""
        return list(self.known(key)), before if isinstance(before, list) else [before or ""]


def as_they_were(base: Base, title: str) -> dict[str, dict[str, str]]:
    """The texts of the cells of each measure on a sheet when it was made, by heading."""
    rows = base.written.sheets.get(title, ()) if base.written else ()
    if len(rows) <= HEADING:
        return {}
    labels = [heading(text) for text in rows[HEADING]]
    return {
        row[0]: dict(zip_longest(labels, row, fillvalue="")) for row in rows[HEADING + 1 :] if row
    }


class ReadSheet(NamedTuple):
    """A sheet of measures that is read, its rows, and what its measures were, by id."""

    reading: Reading
    rows: Sorted
    measures: Mapping[str, Mapping[str, Any]]

    @property
    def spoilt(self) -> Iterator[Spoilt]:
        """What is wrong with the rows, by cells that say which sheet is meant."""
        prefix = self.reading.prefix
        for each in self.rows.spoilt:
            own = not prefix or each.place == self.reading.table.sheet.name
            yield each if own else each._replace(place=f"{prefix}{each.place}")
