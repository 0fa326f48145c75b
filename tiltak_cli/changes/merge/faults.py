"""Faults of a measure that neither side has and the two together make: each becomes a conflict.

What meets is one side's change and the other's. Both are undone in one of the two choices, so that
each choice holds what one side had.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tiltak_cli.changes.merge.pairing import Plain
from tiltak_cli.changes.merge.result import (
    MISSING,
    Branch,
    Choice,
    Clash,
    Leaf,
    Node,
    Part,
    plain,
)
from tiltak_cli.changes.merge.values import identical
from tiltak_cli.domain.fields import KEYS

# What is wrong with a measure by itself: each fault as something that can be told from others.
Faults = Callable[[Plain], frozenset[str]]
# The positions of the parts that lead to a leaf.
Way = tuple[int, ...]


def without_faults(parts: Sequence[Part], faults: Faults) -> list[Part]:
    """The measures, with a conflict where two changes in one make a fault."""
    return [
        part._replace(node=_measure(part.name, part.node, faults)) if _of_both(part.node) else part
        for part in parts
    ]


def _of_both(node: Node) -> bool:
    return isinstance(node, Branch) and bool(_taken(node, 1)) and bool(_taken(node, 2))


def _measure(name: str, node: Node, faults: Faults) -> Node:
    """A measure's fields, with a conflict where they do not go together."""
    if not isinstance(node, Branch):
        return node
    sides = [with_leaves(node, {w: _side(leaf, n) for w, leaf in _leaves(node)}) for n in (1, 2)]
    known = frozenset().union(*(faults(plain(side)) for side in sides))
    if faults(plain(node)) <= known:
        return node
    # With all that differs as one conflict, each choice is what a side was. Then as little of it as
    # will do.
    meeting = sorted({*_taken(node, 1), *_taken(node, 2)})
    for way in list(meeting):
        fewer = [other for other in meeting if other != way]
        if _is_sound(_as_conflict(name, node, fewer), faults, known):
            meeting = fewer
    return _as_conflict(name, node, meeting)


def _is_sound(node: Branch, faults: Faults, known: frozenset[str]) -> bool:
    """Whether a measure has no new fault, whichever side is chosen where they disagree."""
    return all(faults(plain(node, choice)) <= known for choice in (Choice.OURS, Choice.THEIRS))


def _taken(node: Node, side: int) -> list[Way]:
    """The leaves whose value is not what the other side than this has, and is settled."""
    return [
        way
        for way, leaf in _leaves(node)
        if not leaf.clash and not identical(leaf.value, leaf[3 - side])
    ]


def _as_conflict(name: str, node: Branch, ways: Sequence[Way]) -> Branch:
    """Some changes as one conflict: in one place where they are fields of the measure itself."""
    if not ways:
        return node
    leaves = dict(_leaves(node))
    if len(ways) == 1 or any(len(way) > 1 for way in ways):
        first = ".".join((name, *_names(node, ways[0])))
        clashes = {
            way: faulty(leaves[way], linked=first if n else "") for n, way in enumerate(ways)
        }
        return with_leaves(node, clashes)
    members = [node.parts[way[0]] for way in ways]
    keys = tuple(key for part in members for key in part.keys)
    rank = {key: place for place, key in enumerate(KEYS)}
    values: list[Any] = []
    for side in range(3):
        fields: dict[str, Any] = {}
        for part in members:
            value: Any = part.node[side] if isinstance(part.node, Leaf) else MISSING
            if value is not MISSING:
                fields |= value if len(part.keys) > 1 else {part.keys[0]: value}
        values.append(fields or MISSING)
    # By what comes last in a measure, such as the deadline of one that ends before it starts.
    last = max(members, key=lambda part: rank.get(part.keys[0], -1)).name
    joined = Part(last, keys, (last, last, last), faulty(values))
    rest = [part for part in node.parts if part not in members[1:]]
    return Branch(tuple(joined if part is members[0] else part for part in rest))


def faulty(values: Sequence[Any], *, linked: str = "") -> Leaf:
    """What one side has, where the two together are a fault: ours, until someone chooses.

    `values` begin with those of the base, ours and theirs. `linked` is the conflict it belongs to.
    """
    base, ours, theirs = values[:3]
    return Leaf(base=base, ours=ours, theirs=theirs, value=ours, clash=Clash.FAULT, linked=linked)


def _side(leaf: Leaf, side: int) -> Leaf:
    return leaf._replace(value=leaf[side], clash=None)


def _leaves(node: Node, way: Way = ()) -> Iterator[tuple[Way, Leaf]]:
    if isinstance(node, Leaf):
        yield way, node
        return
    for number, part in enumerate(node.parts):
        yield from _leaves(part.node, (*way, number))


def _names(node: Node, way: Way) -> Iterator[str]:
    """What a conflict calls the parts that lead to a leaf."""
    for number in way:
        if isinstance(node, Branch):
            part = node.parts[number]
            yield part.name
            node = part.node


def with_leaves(node: Branch, leaves: Mapping[Way, Leaf]) -> Branch:
    """A branch with other leaves in some places."""
    by_part: dict[int, dict[Way, Leaf]] = {}
    for way, leaf in leaves.items():
        by_part.setdefault(way[0], {})[way[1:]] = leaf
    parts = list(node.parts)
    for number, inner in by_part.items():
        below = parts[number].node
        new: Node = inner[()] if isinstance(below, Leaf) else with_leaves(below, inner)
        parts[number] = parts[number]._replace(node=new)
    return node._replace(parts=tuple(parts))
