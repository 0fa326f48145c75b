"""Where in a book the table of measures is: its sheet, and the rows that its headings stand on."""

from collections.abc import Iterator
from typing import NamedTuple

from tiltak_cli.domain.norwegian import counted, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.cells.grid import Book, Grid
from tiltak_cli.sources.foreign.headings import heard, part_of_deadline
from tiltak_cli.sources.foreign.items import meant_of

# The headings are among the first rows that hold something.
FIRST_ROWS = 40
# A heading that is surely known counts for so many that are likely.
SURE, LIKELY = 2, 1
# So much of what the best sheet has, and another may be what is meant.
SIMILAR = 0.6
FEWEST = 2


class Heading(NamedTuple):
    """The heading of a column: its text, the row that it stands on, and the head over a group."""

    text: str
    row: int
    group: str = ""

    @property
    def whole(self) -> str:
        """With the head of its group, which tells it from others of the same name."""
        return f"{self.group} / {self.text}" if self.group and self.text else self.text


class Table(NamedTuple):
    """A table in a sheet. `top` and `bottom` are its rows of headings; `headings` are by column.

    `why` says how it was found; `others` are the sheets that may be meant as well.
    """

    grid: Grid
    top: int
    bottom: int
    headings: dict[int, Heading]
    why: str
    others: tuple[str, ...] = ()


class _Block(NamedTuple):
    top: int
    bottom: int
    headings: dict[int, Heading]
    points: int

    @property
    def known(self) -> int:
        return sum(
            bool(heard(each.text) or meant_of(each.text, each.group))
            for each in self.headings.values()
        )


def find_table(book: Book, sheet: str | None, row: int | None) -> Table | Refusal:
    """The table of measures; or a sentence, which goes on after the file's name."""
    grids = [grid for grid in book.grids if not grid.hidden]
    if sheet is not None:
        grids = [grid for grid in book.grids if folded(grid.name) == folded(sheet)]
        if not grids:
            names = " og ".join(quoted(grid.name) for grid in book.grids if grid.name)
            there = f"Filen har {names}." if names else "Filen har ingen ark med navn."
            return Refusal(f"har ikke arket {quoted(sheet)}. {there}")
    blocks = [(grid, block) for grid in grids if (block := _best(grid, row))]
    if not blocks:
        return _none(book, row)
    best = max(block.points for _, block in blocks)
    grid, block = max(blocks, key=lambda pair: (pair[1].points, _below(*pair)))
    others = tuple(
        other.name
        for other, its in blocks
        if other is not grid and its.points >= max(best * SIMILAR, FEWEST)
    )
    return Table(
        grid=grid,
        top=block.top,
        bottom=block.bottom,
        headings=block.headings,
        why=_why(block, row),
        others=others,
    )


def _none(book: Book, row: int | None) -> Refusal:
    hidden = [grid.name for grid in book.grids if grid.hidden and _best(grid, row)]
    if hidden:
        name = hidden[0]
        return Refusal(
            f"har en tabell bare i det skjulte arket {quoted(name)}, og skjulte ark blir ikke lest "
            f'uten at du ber om det. Velg det med --sheet "{name}".'
        )
    if row is not None:
        return Refusal(f"har ingen tabell med overskrifter i rad {row}. Velg en annen rad.")
    return Refusal(
        "har ingen tabell: ingen rad har overskrifter med rader under. Oppgi raden med "
        "--header-row, eller arket med --sheet."
    )


def _why(block: _Block, row: int | None) -> str:
    count = counted(len(block.headings), "overskrift", "overskrifter")
    rows = f"rad {block.bottom}"
    if block.top != block.bottom:
        rows = f"rad {block.top} og {block.bottom}"
    reason = f"overskriftene står i {rows}: {block.known} av {count} er kjente"
    return f"{reason} (valgt med --header-row)" if row is not None else reason


def _below(grid: Grid, block: _Block) -> int:
    return sum(number > block.bottom for number in grid.rows)


def _best(grid: Grid, row: int | None) -> _Block | None:
    """The rows that are most likely headings, with something below them."""
    blocks = list(_blocks(grid, row))
    blocks = [block for block in blocks if _below(grid, block)]
    known = [b for b in blocks if b.points >= FEWEST or (row is not None and b.headings)]
    if known:
        return max(known, key=lambda b: (b.points, len(b.headings), -b.bottom))
    # Nobody knows the words; the first row of several texts is what reads as headings.
    return next((b for b in blocks if len(b.headings) >= FEWEST and _distinct(b)), None)


def _distinct(block: _Block) -> bool:
    texts = [folded(each.text) for each in block.headings.values()]
    return len(set(texts)) == len(texts)


def _blocks(grid: Grid, wanted: int | None) -> Iterator[_Block]:
    rows = [number for number in grid.rows if number not in grid.hidden_rows]
    numbers = rows[:FIRST_ROWS]
    if wanted is not None:
        # Of two rows the lower is the one that is named.
        numbers = [number for number in rows if number in (wanted - 1, wanted)]
    for number in numbers:
        if wanted in (None, number) and not _mostly_typed(grid, number):
            headings = _single(grid, number)
            yield _Block(number, number, headings, _points(headings))
        if wanted in (None, number + 1) and number + 1 in rows:
            headings = _double(grid, number)
            if headings:
                yield _Block(number, number + 1, headings, _points(headings))


def _mostly_typed(grid: Grid, row: int) -> bool:
    cells = grid.rows[row].values()
    return sum(cell.typed for cell in cells) * 2 > len(cells)


def _single(grid: Grid, row: int) -> dict[int, Heading]:
    return {column: Heading(cell.text, row) for column, cell in grid.rows[row].items() if cell.text}


def _double(grid: Grid, row: int) -> dict[int, Heading]:
    """Headings on two rows, where some of the upper are heads over groups; nothing if not so."""
    upper, lower = grid.rows[row], grid.rows[row + 1]
    if len(upper) < FEWEST or len(lower) < FEWEST or any(cell.typed for cell in lower.values()):
        return {}
    headings: dict[int, Heading] = {}
    groups, group = set(), ""
    for column in range(1, max((*upper, *lower)) + 1):
        above, below = grid.text(row, column), grid.text(row + 1, column)
        if above:
            wide = next(
                (m.columns > 1 for m in grid.merged if (m.top, m.left) == (row, column)), False
            )
            over_more = below and not grid.text(row, column + 1) and grid.text(row + 1, column + 1)
            if below and not (wide or over_more):
                return {}
            group = above if below else ""
            groups |= {group} if group else set()
        elif not below:
            group = ""
        if below or above:
            headings[column] = Heading(below, row + 1, group) if below else Heading(above, row)
    both = _points(headings)
    enough = (
        groups and both >= _points(_single(grid, row + 1)) and both > _points(_single(grid, row))
    )
    return headings if enough else {}


def _points(headings: dict[int, Heading]) -> int:
    """How sure it is that these are headings: each field counts once."""
    fields: dict[str, int] = {}
    for heading in headings.values():
        meant = heard(heading.text)
        if item := meant_of(heading.text, heading.group):
            fields[item.slot.name] = SURE if item.sure else LIKELY
            if heading.group:
                # That there are several below one head is more than the head alone.
                fields[item.slot.field] = SURE
                fields[heading.group] = LIKELY
        elif meant:
            points = SURE if meant[0].sure else LIKELY
            fields[meant[0].field] = max(points, fields.get(meant[0].field, points))
        elif part := part_of_deadline(heading.text):
            fields[part] = LIKELY
    return sum(fields.values())
