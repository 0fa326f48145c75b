"""Which label says the area of each row: its own, or the one that its section begins with."""

from collections.abc import Collection
from typing import NamedTuple

from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.cells.grid import NOTHING, Grid, Row
from tiltak_cli.sources.foreign.read import Part, Read
from tiltak_cli.sources.foreign.rows import (
    AGAIN,
    FOOTER,
    HIDDEN,
    LABEL,
    NO_TITLE,
    NUMBER,
    SUM,
    Rows,
)
from tiltak_cli.sources.foreign.words import Reader

AREAS = next(field.key for field in FIELDS if field.kind is Kind.AREAS)
IN_HIDDEN = "står bare i en rad som er skjult i arket, og kan gjelde for radene under"
UNTITLED = "står i en rad uten tittel, og kan gjelde for radene under"
OVER = "er en overskrift for radene under, og kan være området deres"
BEYOND = "står i en sammenslått celle som slutter over raden, og kan gjelde for den også"
# These say nothing of the rows below them.
PASSED = (AGAIN, SUM, NUMBER, FOOTER)


class Label(NamedTuple):
    """The cell that says the area of a row; and why that is not certain, empty where it is."""

    row: int
    column: int
    why: str = ""


def labels_of(grid: Grid, bottom: int, column: int, numbers: int, rows: Rows) -> dict[int, Label]:
    """The label of each row below the headings, by its number, of the areas in a column.

    A section begins at a label in the column, whatever else its row is, and at a heading for rows.
    A row without a title is a measure of its own where it has something in the column `numbers`, 0
    for none.
    """
    # The last row of the cells that are made one with each label.
    ends = {m.top: m.bottom for m in grid.merged if m.left == column}
    doubtful = frozenset(rows.doubtful)
    labels: dict[int, Label] = {}
    label: Label | None = None
    for number, cells in grid.rows.items():
        why = rows.left.get(number, "")
        if number <= bottom or why in PASSED:
            continue
        begins = _beginning(number, cells, column, why, doubtful)
        if begins is not None:
            label = begins
        elif label is not None and not label.why and label.row < ends.get(label.row, 0) < number:
            label = label._replace(why=BEYOND)
        if begins is not None and why == NO_TITLE and not cells.get(numbers, NOTHING).text:
            label = begins._replace(why=UNTITLED)
        if label is not None:
            labels[number] = label
    return labels


def headings_over(grid: Grid, bottom: int, rows: Rows) -> dict[int, Label]:
    """The heading above each row below the headings of the columns, by the row's number."""
    found = labels_of(grid, bottom, 0, 0, rows)
    return {number: label for number, label in found.items() if number in rows.measures}


def heading_as_area(reader: Reader, text: str) -> Read:
    """The area that a heading for rows names; that it may be one, where it does not say so."""
    read = reader.read(AREAS, text)
    known = folded(text) in reader.decided(AREAS)
    if known or (read.value is not None and len(read.parts) == 1):
        return read
    likely = read.parts[0].becomes if len(read.parts) == 1 else None
    return Read(None, (Part(text, likely, OVER),))


def _beginning(
    number: int, cells: Row, column: int, why: str, doubtful: Collection[int]
) -> Label | None:
    """The label of the section that a row begins; None where it goes on with the one above."""
    filled = [each for each, cell in cells.items() if cell.text or cell.fault]
    if column in filled:
        return Label(number, column, IN_HIDDEN if why == HIDDEN else "")
    if why == LABEL or number in doubtful:
        return Label(number, filled[0], OVER)
    # Of a row that is not seen, what stands alone in it may be a heading too.
    return Label(number, filled[0], IN_HIDDEN) if why == HIDDEN and len(filled) == 1 else None
