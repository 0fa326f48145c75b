"""The items of a list of two sides on the lines of ours: milestones, documents and measures."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import (
    MISSING,
    Branch,
    Leaf,
    Node,
    Part,
    conflicts_in,
    plain,
    settled,
)
from tiltak_cli.changes.merge.values import identical
from tiltak_cli.edits.merged.between import lines_together
from tiltak_cli.edits.merged.fields import (
    BASE,
    CHOICES,
    OURS,
    THEIRS,
    Side,
    Three,
    Unit,
    block_of,
    clash_of,
    fields_written,
    joined,
    resolved,
    unit_of,
)
from tiltak_cli.edits.merged.lines import Block, Written
from tiltak_cli.edits.merged.value import flow_item, plain_lines
from tiltak_cli.edits.merged.written import Lines, SideFile, counted, moved
from tiltak_cli.edits.outline import Entry
from tiltak_cli.sources.yaml.places import Spot


class Item(NamedTuple):
    """An item on one side: its file there, its lines, and its plain data as they stand."""

    file: SideFile
    entry: Entry
    data: Any

    @property
    def column(self) -> int:
        """How far in its dash stands."""
        return self.file.text.column(self.entry.first)

    @property
    def is_block(self) -> bool:
        """Whether its fields stand below each other."""
        return _is_block(self.entry)


Items = Sequence[Item | None]


def list_written(part: Part, three: Three) -> Written:
    """A field with a list whose items were put together one by one."""
    (key,) = part.keys
    sides: list[Side | None] = [three.base, three.ours, three.theirs]
    entries = [s.fields.entries.get(key) if s else None for s in sides]
    ours, theirs = entries[OURS], entries[THEIRS]
    blocks = all(e is None or _is_block(e) for e in entries)
    if not isinstance(part.node, Branch) or ours is None or theirs is None or not blocks:
        if _clashes(part.node):
            return [clash_of(part, three)]
        leaf = settled(MISSING, MISSING, MISSING, plain(part.node))
        return unit_of(part._replace(node=leaf), three, list_written).own
    there: list[list[Item]] = []
    for side, entry in zip(sides, entries, strict=True):
        rows = side.fields.file.items(entry) if side and entry else []
        data = side.data[key] if side and entry else []
        there.append(
            [Item(side.fields.file, e, d) for e, d in zip(rows, data, strict=True) if side]
        )
    column = there[OURS][0].column
    units = []
    trios: list[Items] = []
    for inner in part.node.parts:
        trio = [None if n is None else there[side][n] for side, n in enumerate(inner.steps)]
        trios.append(trio)
        units.append(item_unit(inner.node, trio, column))
    wanted = counted([_comments(trio[side] for trio in trios) for side in range(3)])
    own = three.own(OURS, key)
    first = there[OURS][0].entry
    head = own[: first.first - len(first.above) - ours.first]
    tails = [
        three.own(n, key)[items[-1].entry.last - entry.first + 1 :] if entry else []
        for n, (items, entry) in enumerate(zip(there, entries, strict=True))
    ]
    return [*head, *joined(units, wanted), *lines_together(tails[BASE], tails[OURS], tails[THEIRS])]


def _is_block(entry: Entry) -> bool:
    """Whether the fields or items of a value stand below each other."""
    return isinstance(entry.value, Spot) and not entry.value.start.flow_style


def _clashes(node: Node) -> bool:
    return any(True for _ in conflicts_in(node))


def _comments(items: Any) -> list[str]:
    return [c for item in items if item for c in item.file.comments(item.entry)]


def item_unit(node: Node, items: Items, column: int) -> Unit:
    """An item with what stands above it; `column` is where the dashes of ours stand."""
    above = [_above(item, column) for item in items]
    comments = [_comments([items[side]]) for side in (OURS, THEIRS)]
    own = item_written(node, items, column)
    return Unit((above[0], above[1], above[2]), (comments[0], comments[1]), own, column)


def _moved(lines: Lines, item: Item, column: int) -> Lines:
    return moved(lines, column - item.column)


def whole_clash(leaf: Leaf, items: Items, column: int, blank: Lines) -> Block:
    """An item that the sides disagree on as a whole, with the comments about it on each side."""
    sides = [
        [*blank, *_above(i, column), *_alone(leaf[n], items, n, column)]
        if leaf[n] is not MISSING
        else []
        for n, i in enumerate(items)
    ]
    return block_of(leaf, sides)


def whole_item(value: Any, items: Items, column: int) -> Lines:
    """An item that is taken whole, with the comments about it on the side that has it so."""
    there = [item for item in items[OURS:] if item]
    same = [item for item in there if identical(item.data, value)]
    return [*_above((same or there)[0], column), *_alone(value, items, None, column)]


def _above(item: Item | None, column: int) -> Lines:
    return _moved(item.file.above(item.entry), item, column) if item else []


def item_written(node: Node, items: Items, column: int) -> Written:
    """An item's own lines."""
    if isinstance(node, Leaf):
        if node.clash:
            return [block_of(node, [_alone(node[n], items, n, column) for n in range(3)])]
        return [*_alone(node.value, items, None, column)]
    clashes = _clashes(node)
    whole = None if clashes else _as_one_has_it(plain(node), items, column)
    if whole is not None:
        return [*whole]
    sides = [resolved(node, choice) for choice in CHOICES]
    if all(item is not None and item.is_block for item in items[OURS:]):
        # Where it is in doubt what the item begins with, all of it is.
        return _in_fields(node, items, column) or [
            block_of(node, [_only_lines(_in_fields(side, items, column)) for side in sides])
        ]
    if not clashes and (as_is := _written_as(plain(node), items, column)):
        return [*as_is]
    flows = [_in_brackets(side, items, column) for side in sides]
    return [block_of(node, flows)] if clashes else [*flows[OURS]]


def _only_lines(written: Written | None) -> Lines:
    return [line for line in written or () if isinstance(line, str)]


def _written_as(value: Any, items: Items, column: int) -> Lines | None:
    """The lines of the first side that has an item with just this value."""
    sides = [item for item in items[OURS:] if item and identical(item.data, value)]
    return _own(sides[0], column) if sides else None


def _as_one_has_it(value: Any, items: Items, column: int) -> Lines | None:
    """The lines of the side that has an item as it shall be; None where neither has it so.

    Also where the other side has written it in another way, with comments that must come along.
    """
    base, ours, theirs = (None if item is None else _own(item, column) for item in items)
    has = [item is not None and identical(item.data, value) for item in items]
    if ours and has[OURS] and (theirs is None or base is None or theirs == base):
        return ours
    # What is written anew on their side only, in quotes or comments, is theirs.
    if theirs and has[THEIRS] and (ours is None or ours == base):
        return theirs
    return None


def _own(item: Item, column: int) -> Lines:
    return _moved(item.file.own(item.entry), item, column)


def _alone(value: Any, items: Items, side: int | None, column: int) -> Lines:
    """The lines of an item that is taken whole, from a side or from the one that has it so."""
    if value is MISSING:
        return []
    order = (OURS, THEIRS, BASE) if side is None else (side,)
    for n in order:
        item = items[n]
        if item and identical(item.data, value):
            return _own(item, column)
    for n in order:
        item = items[n]
        if item and item.is_block and isinstance(value, dict):
            parts = [Part(k, (k,), (k, k, k), settled(v, v, v, v)) for k, v in value.items()]
            alone: Items = [None, item, None]
            return _only_lines(_in_fields(Branch(tuple(parts)), alone, column))
    return plain_lines(value, column)


def _in_fields(node: Node, items: Items, column: int) -> Written | None:
    """An item's fields below each other; None where its first line is in doubt."""
    sides = [Side(i.file.fields(i.entry), i.data) if i and i.is_block else None for i in items]
    first = sides[OURS] or sides[THEIRS]
    if first is None or not isinstance(node, Branch):
        return None
    step = first.fields.column - (first.fields.dash or 0)
    three = Three(sides[BASE], sides[OURS], sides[THEIRS], column + step)
    written = dashed(fields_written(node, three, list_written), column)
    tails = [moved(s.fields.tail, three.column - s.fields.column) if s else [] for s in sides]
    tail = lines_together(tails[BASE], tails[OURS], tails[THEIRS])
    return None if written is None else [*written, *tail]


def dashed(written: Written, column: int) -> Written | None:
    """Lines with a dash before the first field; None where one side has no field there."""
    for number, line in enumerate(written):
        if isinstance(line, Block):
            if not line.ours or not line.theirs:
                return None
            base, ours, theirs = (_dashed(lines, column) for lines in line.sides)
            block = Block(base, ours, theirs, line.linked, line.whole)
            return [*_out(written[:number], column), block, *written[number + 1 :]]
        if line.strip() and not line.lstrip().startswith("#"):
            rest = _dashed([line], column)
            return [*_out(written[:number], column), *rest, *written[number + 1 :]]
    return None


def _dashed(lines: Lines, column: int) -> Lines:
    return [f"{line[:column]}-{line[column + 1 :]}" for line in lines[:1]] + lines[1:]


def _out(written: Written, column: int) -> Written:
    """Comments above the first field, which stand above the dash."""
    return [" " * column + line.strip() for line in written if isinstance(line, str)]


def _in_brackets(node: Node, items: Items, column: int) -> Lines:
    """An item on one line, each value as it is written on the side that has it."""
    value = plain(node)
    if value is MISSING:
        return []
    written = [(i.file, i.entry, i.data) for i in (items[OURS], items[THEIRS]) if i]
    return [flow_item(value, written, column)]
