"""The fields of two sides on the lines of ours, with the comments of both."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import (
    MISSING,
    Branch,
    Choice,
    Leaf,
    Node,
    Part,
    conflicts_in,
    plain,
    settled,
)
from tiltak_cli.changes.merge.values import identical
from tiltak_cli.edits.merged.lines import Block, Written
from tiltak_cli.edits.merged.value import value_lines
from tiltak_cli.edits.merged.written import Fields, Lines, counted, moved
from tiltak_cli.sources.yaml.comments import comments_between
from tiltak_cli.sources.yaml.reader import read_yaml

BASE, OURS, THEIRS = range(3)
# Where the measures stand among the lines of the head.
BODY = "\0"
CHOICES = (Choice.BASE, Choice.OURS, Choice.THEIRS)


class Side(NamedTuple):
    """Fields on one side: their lines, and their plain data as they stand there."""

    fields: Fields
    data: Mapping[str, Any]


class Three(NamedTuple):
    """The same fields on three sides, None where they are not; `column` is where ours begin."""

    base: Side | None
    ours: Side | None
    theirs: Side | None
    column: int

    def side(self, number: int) -> Side | None:
        """One of the three."""
        return (self.base, self.ours, self.theirs)[number]

    def has(self, side: int, key: str, value: Any = MISSING) -> bool:
        """Whether a side has a field, and with a value where one is given."""
        there = self.side(side)
        if there is None or key not in there.fields.entries:
            return False
        return value is MISSING or identical(there.data.get(key, MISSING), value)

    def own(self, side: int, key: str) -> Lines:
        """A field's lines on a side, as far in as ours."""
        fields = self._lines(side)
        return moved(fields.own(key), self.column - fields.column)

    def above(self, side: int, key: str) -> Lines:
        """What stands above a field on a side, as far in as ours."""
        if not self.has(side, key):
            return []
        fields = self._lines(side)
        return moved(fields.above(key), self.column - fields.column)

    def comments(self, side: int, keys: Iterable[str]) -> list[str]:
        """All comments of some fields on a side."""
        return [c for key in keys if self.has(side, key) for c in self._lines(side).comments(key)]

    def _lines(self, side: int) -> Fields:
        there = self.side(side)
        if there is None:
            raise KeyError(side)
        return there.fields


# What writes a list whose items were put together one by one.
Lists = Callable[[Part, Three], Written]


class Unit(NamedTuple):
    """Something with lines of its own: what may stand above it on each side, and its comments.

    `column` is where it begins.
    """

    above: tuple[Lines, Lines, Lines]
    comments: tuple[list[str], list[str]]
    own: Written
    column: int


def resolved(node: Node, choice: Choice) -> Node:
    """A part of the tree in which one side is chosen wherever they disagree."""
    if isinstance(node, Leaf):
        return settled(*node[:3], node.chosen(choice))
    parts = (part._replace(node=resolved(part.node, choice)) for part in node.parts)
    return node._replace(parts=tuple(parts))


def joined(units: Sequence[Unit], wanted: Counter[str]) -> Written:
    """Some units below each other, with the comments that are wanted, each above its own."""
    left = Counter(wanted)
    for unit in units:
        left.subtract(_comments_in(unit.own, wanted))
    result: Written = []
    for unit in units:
        base, ours, theirs = unit.above
        whole = theirs if ours == base and theirs else ours
        rest = [line for line in theirs if line.strip() not in {o.strip() for o in ours}]
        rows = [*whole, *(line for line in rest if line.strip() and whole is ours)]
        for row in rows:
            if not row.strip():
                result += [row] if unit.own else []
            elif left[row.strip()] > 0:
                left[row.strip()] -= 1
                result.append(row)
        own = list(unit.own)
        for comment in dict.fromkeys((*unit.comments[0], *unit.comments[1])):
            if left[comment] > 0:
                left[comment] -= 1
                own = _beside_or_above(own, comment, unit.column)
        result += own
    return result


def _comments_in(own: Written, wanted: Counter[str]) -> Counter[str]:
    """How often a field or an item has the comments looked for; in a block as its fullest side."""
    lines = [
        row for line in own for row in (chain(*line.sides) if isinstance(line, Block) else [line])
    ]
    if not any(line.rstrip().endswith(comment) for line in lines for comment in wanted):
        return Counter()
    sides = range(3) if any(isinstance(line, Block) for line in own) else [OURS]
    most: dict[int, Counter[str]] = defaultdict(Counter)
    for side in sides:
        of_side: dict[int, Counter[str]] = defaultdict(Counter)
        for place, comment in _comments_of(own, side):
            of_side[place][comment] += comment in wanted
        for place, counts in of_side.items():
            most[place] |= counts
    return sum(most.values(), Counter())


def _comments_of(own: Written, side: int) -> Iterator[tuple[int, str]]:
    """The comments of a side, each with which of the lines and blocks it stands in."""
    rows: Lines = []
    places: list[int] = []
    for place, line in enumerate(own):
        added = line.sides[side] if isinstance(line, Block) else [line]
        rows += [row for row in added if row != BODY]
        places += [place for row in added if row != BODY]
    text = "\n".join(rows)
    # A line of a text may look like a comment, and so may the end of one in quotes.
    spots = read_yaml("", text).spots()
    for at, comment in comments_between(text, [spots] if spots else [], 0, len(text)):
        yield places[text.count("\n", 0, at)], comment


def _beside_or_above(own: Written, comment: str, column: int) -> Written:
    """A line with a comment beside it, or above it where it has one or there are several."""
    first = own[0] if own else ""
    if len(own) == 1 and isinstance(first, str) and " #" not in first:
        return [f"{first}  {comment}"]
    return [" " * column + comment, *own]


def fields_written(branch: Branch, three: Three, lists: Lists) -> Written:
    """Fields in order, each as it is written on the side that its value is from."""
    units = [unit_of(part, three, lists) for part in branch.parts]
    keys = [key for part in branch.parts for key in part.keys]
    wanted = counted([three.comments(side, keys) for side in range(3)])
    return joined(units, wanted)


def unit_of(part: Part, three: Three, lists: Lists) -> Unit:
    """A field, or several that are settled as one, with what stands above them."""
    above = [[line for key in part.keys for line in three.above(n, key)] for n in range(3)]
    comments = [three.comments(side, part.keys) for side in (OURS, THEIRS)]
    own: Written
    if isinstance(part.node, Branch):
        own = lists(part, three)
    elif part.node.clash:
        own = [clash_of(part, three)]
        if MISSING in (part.node.ours, part.node.theirs):
            # What stands above a field goes with it, and comes with it.
            return Unit(([], [], []), ([], []), own, three.column)
    else:
        own = [*_settled(part, three, part.node.value)]
    return Unit((above[0], above[1], above[2]), (comments[0], comments[1]), own, three.column)


def clash_of(part: Part, three: Three) -> Block:
    """The lines of a field on each side, or of what it would be there.

    Where one side has taken it away, with what stands above it on the others.
    """
    gone = isinstance(part.node, Leaf) and MISSING in (part.node.ours, part.node.theirs)
    return block_of(part.node, [_of_side(part, three, n, above=gone) for n in range(3)])


def block_of(node: Node, sides: Sequence[Lines]) -> Block:
    """The lines of the three sides of a part of the tree on which they disagree."""
    linked = next((leaf.linked for _, leaf in conflicts_in(node)), "")
    whole = isinstance(node, Leaf) and any(isinstance(value, dict) for value in node[1:3])
    return Block(sides[BASE], sides[OURS], sides[THEIRS], linked, whole)


def _values(part: Part, value: Any) -> Iterable[tuple[str, Any]]:
    if value is MISSING:
        return ()
    return value.items() if len(part.keys) > 1 else [(part.keys[0], value)]


def _of_side(part: Part, three: Three, side: int, *, above: bool) -> Lines:
    lines: Lines = []
    for key, one in _values(part, plain(part.node, CHOICES[side])):
        lines += three.above(side, key) if above else []
        if three.has(side, key, one):
            lines += three.own(side, key)
        else:
            lines += _settled_field(key, three, one)
    return lines


def _settled(part: Part, three: Three, value: Any) -> Lines:
    return [line for key, one in _values(part, value) for line in _settled_field(key, three, one)]


def _settled_field(key: str, three: Three, value: Any) -> Lines:
    """A field's lines from the side that has this value; from the one that wrote it anew, if so."""
    has = [three.has(side, key, value) for side in range(3)]
    if all(has) and three.own(OURS, key) == three.own(BASE, key):
        return three.own(THEIRS, key)
    if has[OURS]:
        return three.own(OURS, key)
    if has[THEIRS]:
        return three.own(THEIRS, key)
    for side in (OURS, THEIRS):
        there = three.side(side)
        if there and three.has(side, key):
            fields = there.fields
            lines = value_lines(key, value, fields, fields.column)
            return moved(lines, three.column - fields.column)
    return value_lines(key, value, None, three.column)
