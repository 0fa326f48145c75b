"""Rows as measures: what each cell is in its field, what is unclear, and which id each one gets."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.cells.grid import NOTHING, cell_name
from tiltak_cli.sources.foreign.column import FRIST, NOTE, STATUS, Column
from tiltak_cli.sources.foreign.deadlines import together
from tiltak_cli.sources.foreign.entry import Entry, Measures, Unclear, Value
from tiltak_cli.sources.foreign.find import Table
from tiltak_cli.sources.foreign.headings import heard
from tiltak_cli.sources.foreign.item_columns import own_heading
from tiltak_cli.sources.foreign.items import is_listed
from tiltak_cli.sources.foreign.listed import Filled, listed_of
from tiltak_cli.sources.foreign.numbers.absorbed import INTO, place, status_of
from tiltak_cli.sources.foreign.numbers.ids import ids_of, references_in
from tiltak_cli.sources.foreign.read import Part, Read
from tiltak_cli.sources.foreign.rows import MAYBE_NOT, ONLY_TITLE, Rows
from tiltak_cli.sources.foreign.sections import (
    AREAS,
    Label,
    heading_as_area,
    headings_over,
    labels_of,
)
from tiltak_cli.sources.foreign.vocabulary import is_empty
from tiltak_cli.sources.foreign.words import Reader
from tiltak_cli.sources.schema.parts import ID

REFERENCES = (Kind.REFERENCE, Kind.REFERENCES)
TWICE = "står over flere tiltak, så ingen av dem får den"
MERGED = "cellen er slått sammen med {cell}, og det er ikke sagt at det gjelder hver rad"


def measures_of(
    table: Table, columns: Sequence[Column], rows: Rows, reader: Reader, used: Sequence[str] = ()
) -> Measures:
    """The measures of a table. `used` are ids that no new one may get."""
    making = _Making(table, columns, reader)
    entries = making.entries(rows, used)
    values = tuple(
        Value(field=field, text=text, becomes=part.becomes, number=count, sure=part.sure)
        for (field, text), (part, count) in making.words.items()
    )
    unclear = [*making.unclear]
    for row in rows.without:
        first = next(iter(table.grid.rows[row.row]))
        unclear.append(Unclear(cell_name(row.row, first), row.text, row.why, row=row.row))
    for number in (*rows.doubtful, *rows.lone):
        column, cell = next(iter(table.grid.rows[number].items()))
        why = MAYBE_NOT if number in rows.lone else ONLY_TITLE
        unclear.append(Unclear(cell_name(number, column), cell.text, why, row=number))
    unclear.sort(key=lambda each: each.row)
    return Measures(tuple(entries), values, tuple(unclear))


class _Making:
    """Makes one measure after the other, and keeps what is to be told."""

    def __init__(self, table: Table, columns: Sequence[Column], reader: Reader) -> None:
        self._table = table
        self._columns = [c for c in columns if c.field and not is_listed(c.field)]
        self._listed: dict[str, list[Column]] = {}
        for column in columns:
            if is_listed(column.field):
                self._listed.setdefault(column.field, []).append(column)
        self._reader = reader
        self._id = next((c for c in self._columns if c.field == "id"), None)
        self._prefix = Counter(c.field for c in self._columns)
        self.words: dict[tuple[str, str], tuple[Part, int]] = {}
        self.unclear: list[Unclear] = []
        # By column of areas, which label says the area of each row.
        self._labels: dict[int, dict[int, Label]] = {}
        # Where no column has areas, the heading above each row.
        self._sections: dict[int, Label] = {}

    def entries(self, rows: Rows, used: Sequence[str]) -> list[Entry]:
        for column in self._columns:
            if BY_KEY[column.field].kind is Kind.AREAS:
                grid, bottom = self._table.grid, self._table.bottom
                beside = self._id.number if self._id else 0
                labels = labels_of(grid, bottom, column.number, beside, rows)
                self._labels[column.number] = labels
        if not self._labels:
            self._sections = headings_over(self._table.grid, self._table.bottom, rows)
        numbers = {row: self._number(row) for row in rows.measures}
        ids = ids_of(numbers, used)
        if self._id is not None:
            for row, number in self._doubled(numbers):
                cell = cell_name(row, self._id.number)
                self.unclear.append(Unclear(cell, number, TWICE, "id", row))
        old: dict[str, list[str]] = {}
        for row, number in numbers.items():
            if number:
                old.setdefault(folded(number), []).append(ids[row])
        entries = []
        for row in rows.measures:
            plain, cells = self._fields(row, old, ids[row])
            if self._id is not None and numbers[row]:
                cells["id"] = cell_name(row, self._id.number)
            plain = {key: plain[key] for key in BY_KEY if key in plain}
            entries.append(Entry(row, ids[row], plain, numbers[row], cells))
        return entries

    def _number(self, row: int) -> str:
        if self._id is None:
            return ""
        cell = self._table.grid.rows[row].get(self._id.number, NOTHING)
        text = " ".join(cell.text.split())
        return "" if cell.fault or is_empty(text, Kind.ID) else text

    @staticmethod
    def _doubled(numbers: Mapping[int, str]) -> Iterator[tuple[int, str]]:
        counts = Counter(filter(None, map(folded, numbers.values())))
        for row, number in numbers.items():
            if counts[folded(number)] > 1 and re.match(ID, number):
                yield row, number

    def _fields(
        self, row: int, old: Mapping[str, Sequence[str]], own: str
    ) -> tuple[dict[str, Any], dict[str, str]]:
        plain: dict[str, Any] = {}
        texts: dict[str, tuple[str, str]] = {}
        cells: dict[str, str] = {}
        parts: dict[str, str] = {}
        for column in self._columns:
            if column.field == "id":
                self._fault(row, column, Label(row, column.number))
                continue
            text = self._cell(row, column)
            if text is None:
                continue
            if column.part:
                parts[column.part] = text
                cells[FRIST] = cell_name(row, column.number)
                continue
            texts[column.field] = (column.name or column.letter, text)
            at = self._said_at(row, column)
            read = self._read(at, column.field, text, old)
            field = read.field or column.field
            self._keep(row, column, text, read)
            if read.value is None:
                continue
            cells.setdefault(field, cell_name(at.row, at.column))
            plain[field] = self._joined(column, plain.get(field), read.value)
        self._deadline(row, parts, plain, cells)
        self._area(row, plain, cells)
        for text, why in place(plain, own, texts, old):
            self.unclear.append(Unclear(cells[STATUS], text, why, INTO, row))
        if INTO in plain:
            cells.setdefault(INTO, cells[STATUS])
        for field, columns in self._listed.items():
            filled = [
                Filled(column, text, self._table.grid.rows[row].get(column.number, NOTHING).link)
                for column in columns
                if (text := self._cell(row, column))
            ]
            if items := self._items(row, field, filled):
                plain[field] = items
                cells[field] = cell_name(row, filled[0].column.number)
        return plain, cells

    def _read(self, at: Label, field: str, text: str, old: Mapping[str, Sequence[str]]) -> Read:
        if BY_KEY[field].kind in REFERENCES:
            return references_in(field, text, old)
        if field == STATUS:
            return status_of(text, old, self._reader)
        read = self._reader.read(field, text)
        if not at.why or folded(text) in self._reader.decided(field):
            return read
        likely = read.parts[0].becomes if len(read.parts) == 1 else read.value
        return Read(None, (Part(text, likely, at.why),))

    def _items(self, row: int, field: str, filled: Sequence[Filled]) -> list[dict[str, Any]]:
        """The milestones or the documents of a row."""
        read = listed_of(
            field,
            filled,
            self._listed[field],
            self._reader.decided(field),
            lambda column: own_heading(self._table, column),
        )
        for part in read.parts:
            self._count(field, part)
        for column, text, why in read.doubts:
            place = cell_name(row, column.number)
            self._count(field, Part(text, why=why))
            self.unclear.append(Unclear(place, text, why, field, row))
        return read.items

    def _joined(self, column: Column, before: Any, value: Any) -> Any:
        """A text that columns make up, or a note: each part says which column it is from."""
        alone = self._prefix[column.field] == 1 and column.field != NOTE
        if alone or BY_KEY[column.field].kind is not Kind.TEXT:
            return value
        own = not column.name or any(meant.field == column.field for meant in heard(column.name))
        line = value if own else f"{column.name}: {value}"
        return f"{before}\n{line}" if before else line

    def _said_at(self, row: int, column: Column) -> Label:
        """Where that stands which a row says in a column: for areas at the label of its section."""
        own = Label(row, column.number)
        label = self._labels.get(column.number, {}).get(row, own)
        # What may be a heading is asked for as that.
        return own if label.why and label.row == row else label

    def _fault(self, row: int, column: Column, at: Label) -> bool:
        cell = self._table.grid.rows[at.row].get(at.column, NOTHING)
        if cell.fault:
            place = cell_name(at.row, at.column)
            self.unclear.append(Unclear(place, cell.text, cell.fault, column.field, row))
        return bool(cell.fault)

    def _cell(self, row: int, column: Column) -> str | None:
        """What a cell says for its field; None where there is nothing to read."""
        at = self._said_at(row, column)
        if self._fault(row, column, at):
            return None
        text = self._table.grid.text(at.row, at.column)
        over = self._table.grid.over(row, column.number)
        if over and not text and over.top < row and self._table.grid.text(over.top, over.left):
            what = self._table.grid.text(over.top, over.left)
            why = MERGED.format(cell=cell_name(over.top, over.left))
            place = cell_name(row, column.number)
            self.unclear.append(Unclear(place, what, why, column.field, row))
        return text or None

    def _keep(self, row: int, column: Column, text: str, read: Read) -> None:
        """Keep what a cell's words become, and what is unclear in it."""
        for part in read.parts:
            self._count(column.field, part)
        if read.why:
            at = self._said_at(row, column)
            place = cell_name(at.row, at.column)
            self.unclear.append(Unclear(place, text, read.why, column.field, row))

    def _count(self, field: str, part: Part) -> None:
        key = (field, " ".join(part.text.split()))
        known, count = self.words.get(key, (part, 0))
        if part.text:
            # Where it is not certain in one place, it is to be decided.
            self.words[key] = (part if known.sure else known, count + 1)

    def _deadline(
        self, row: int, parts: Mapping[str, str], plain: dict[str, Any], cells: Mapping[str, str]
    ) -> None:
        texts = {part: text for part, text in parts.items() if not is_empty(text, Kind.DAY)}
        read = together(texts)
        if read.value is not None:
            plain[FRIST] = read.value
        elif read.why:
            self.unclear.append(Unclear(cells[FRIST], read.parts[0].text, read.why, FRIST, row))

    def _area(self, row: int, plain: dict[str, Any], cells: dict[str, str]) -> None:
        """The area that the heading above a row says, where no column says any."""
        label = self._sections.get(row)
        if label is None:
            return
        place = cell_name(label.row, label.column)
        text = self._table.grid.text(label.row, label.column)
        read = heading_as_area(self._reader, text)
        for part in read.parts:
            self._count(AREAS, part)
        if read.why:
            self.unclear.append(Unclear(place, text, read.why, AREAS, row))
        elif read.value is not None:
            plain[AREAS], cells[AREAS] = read.value, place
