"""Which label says the area of each row: its own, or the one that its section begins with."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.cells.grid import NOTHING, Grid, Row
from tiltak_cli.sources.foreign.column import TITLE, Column
from tiltak_cli.sources.foreign.headings import heard
from tiltak_cli.sources.foreign.read import Part, Read
from tiltak_cli.sources.foreign.rows import (
    AGAIN,
    FOOTER,
    HIDDEN,
    LABEL,
    NO_TITLE,
    NUMBER,
    SOURCE,
    SUM,
    Rows,
    Skipped,
)
from tiltak_cli.sources.foreign.words import Reader

AREAS = next(field.key for field in FIELDS if field.kind is Kind.AREAS)
IN_HIDDEN = "står bare i en rad som er skjult i arket, og kan gjelde for radene under"
UNTITLED = "står i en rad uten tittel, og kan gjelde for radene under"
OVER = "er en overskrift for radene under, og kan være området deres"
BEYOND = "står i en sammenslått celle som slutter over raden, og kan gjelde for den også"
TURNED = (
    "ser ut til å ha feltene nedover og tiltakene bortover. Snu tabellen først: kopier den, og lim "
    "den inn med «Transponer»."
)
# So many names of fields that stand below each other are no titles.
FEWEST = 2
# These say nothing of the rows below them.
PASSED = (AGAIN, SUM, SOURCE, NUMBER, FOOTER)


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
    labels = labels_of(grid, bottom, 0, 0, rows)
    return {number: label for number, label in labels.items() if number in rows.measures}


def without_areas(rows: Rows, grid: Grid, reader: Reader) -> Rows:
    """Rows, without those with only a title that names an area: each is a heading for sure."""
    texts = {n: " ".join(next(iter(grid.rows[n].values())).text.split()) for n in rows.doubtful}
    named = {
        number: text
        for number, text in texts.items()
        if heading_as_area(reader, text).value is not None
    }
    if not named:
        return rows
    headings = (Skipped(number, text, LABEL) for number, text in named.items())
    return rows._replace(
        measures={n: row for n, row in rows.measures.items() if n not in named},
        skipped=tuple(sorted((*rows.skipped, *headings))),
        doubtful=tuple(n for n in rows.doubtful if n not in named),
        left={**rows.left, **dict.fromkeys(named, LABEL)},
    )


def turned(grid: Grid, rows: Rows, columns: Sequence[Column]) -> bool:
    """Whether most of what would be titles are names of fields: the table lies on its side."""
    column = next((each.number for each in columns if each.field == TITLE), 0)
    titles = [grid.text(row, column) for row in rows.measures] if column else []
    named = sum(any(meant.sure for meant in heard(title)) for title in titles)
    return named >= FEWEST and 2 * named > len(titles)


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
