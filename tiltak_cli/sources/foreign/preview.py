"""What a sheet would become as a register: all that is read of it, and all that is not."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.cells.grid import Book
from tiltak_cli.sources.foreign.column import FRIST, ONGOING, TITLE, Column
from tiltak_cli.sources.foreign.columns import columns_of
from tiltak_cli.sources.foreign.entry import Entry, Unclear, Value
from tiltak_cli.sources.foreign.find import find_table
from tiltak_cli.sources.foreign.mapping import NO_DECISIONS, Decisions, Undecided
from tiltak_cli.sources.foreign.measures import measures_of
from tiltak_cli.sources.foreign.rows import Skipped, filled_columns, rows_of
from tiltak_cli.sources.foreign.sections import TURNED, turned, without_areas
from tiltak_cli.sources.foreign.words import Reader


class Choice(NamedTuple):
    """What someone has said of a sheet: which, its heading row, and what columns and words are.

    `used` are ids that no new measure may get.
    """

    sheet: str | None = None
    header_row: int | None = None
    decided: Decisions = NO_DECISIONS
    used: Sequence[str] = ()


class OtherSheet(NamedTuple):
    """A sheet that is not read: whether it is hidden, and whether it may be what is meant."""

    name: str
    hidden: bool
    similar: bool


class Preview(NamedTuple):
    """All of it. `missing` are the fields that every measure needs and the sheet does not have.

    `standard` is in how many measures each field is what has been decided for all that say nothing.
    """

    kind: str
    sheet: str
    header_row: int
    why: str
    columns: tuple[Column, ...]
    entries: tuple[Entry, ...]
    values: tuple[Value, ...]
    unclear: tuple[Unclear, ...]
    skipped: tuple[Skipped, ...]
    other_sheets: tuple[OtherSheet, ...]
    missing: tuple[str, ...]
    cut: bool
    standard: Mapping[str, int] = MappingProxyType({})

    @property
    def unclear_cells(self) -> tuple[Unclear, ...]:
        """What is unclear, each cell once, also where it counts for several rows."""
        cells: dict[tuple[str, str], Unclear] = {}
        for each in self.unclear:
            cells.setdefault((each.cell, each.field), each)
        return tuple(cells.values())

    @property
    def titled(self) -> bool:
        """Whether some column has the titles."""
        return any(column.field == TITLE for column in self.columns)

    @property
    def undecided(self) -> tuple[Column, ...]:
        """The columns that someone must decide."""
        return tuple(column for column in self.columns if column.undecided)

    @property
    def clear(self) -> bool:
        """Whether everything has a meaning."""
        similar = any(sheet.similar for sheet in self.other_sheets)
        return self.titled and not (self.undecided or self.unclear or self.cut or similar)

    @property
    def number_heading(self) -> str:
        """What the numbers that measures have in the sheet are called there."""
        column = next((c for c in self.columns if c.field == "id"), None)
        return (column.name or column.letter) if column else ""

    def decisions(self) -> Decisions:
        """What is decided or certain, for the next time."""
        columns = {c.key: c.slot for c in self.columns if not c.undecided}
        words: dict[str, dict[str, object]] = {}
        for value in self.values:
            becomes = "" if value.becomes is None else value.becomes
            if (
                value.sure
                and not isinstance(becomes, dict)
                and folded(value.text) != folded(str(becomes))
            ):
                words.setdefault(value.field, {})[value.text] = becomes
        return Decisions(columns, words)

    def left(self) -> Undecided:
        """What is not, with what is likely."""
        words: dict[str, dict[str, object]] = {}
        for value in self.values:
            if not value.sure:
                likely = "" if value.becomes is None else value.becomes
                words.setdefault(value.field, {})[value.text] = likely
        missing = [field for field in self.missing if field != TITLE]
        return Undecided({c.key: c.slot for c in self.undecided}, words, missing)


def preview_of(book: Book, choice: Choice, reader: Reader) -> Preview | Refusal:
    """Read a sheet; the sentence of a refusal goes on after the file's name."""
    table = find_table(book, choice.sheet, choice.header_row)
    if isinstance(table, Refusal):
        return table
    columns = columns_of(table, filled_columns(table), choice.decided, reader)
    if isinstance(columns, Refusal):
        return columns
    rows = without_areas(rows_of(table, columns), table.grid, reader)
    if turned(table.grid, rows, columns):
        return Refusal(TURNED)
    measures = measures_of(table, columns, rows, reader, choice.used)
    fields = {column.field for column in columns}
    # A heading for rows may say what no column does.
    known = fields.union(*(entry.plain for entry in measures.entries))
    missing = [f.key for f in FIELDS if f.required and f.key not in known and f.key != "id"]
    if not fields & {FRIST, ONGOING}:
        missing.append(FRIST)
    return Preview(
        kind=book.kind,
        sheet=table.grid.name,
        header_row=table.bottom,
        why=table.why,
        columns=tuple(columns),
        entries=measures.entries,
        values=measures.values,
        unclear=measures.unclear,
        skipped=rows.skipped,
        other_sheets=tuple(
            OtherSheet(grid.name, grid.hidden, grid.name in table.others)
            for grid in book.grids
            if grid is not table.grid and grid.rows
        ),
        missing=tuple(missing),
        cut=table.grid.cut,
    )
