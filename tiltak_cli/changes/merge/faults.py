"""Faults that neither side has and the two together make: each becomes a conflict.

What meets is one side's change and the other's. Both are undone in one of the two choices, so that
each choice holds what one side had.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tiltak_cli.changes.merge.pairing import REFERENCES, Plain
from tiltak_cli.changes.merge.result import (
    MISSING,
    Branch,
    Choice,
    Clash,
    Leaf,
    Node,
    Part,
    clashing,
    plain,
)
from tiltak_cli.changes.merge.values import identical
from tiltak_cli.domain.fields import KEYS
from tiltak_cli.rules.reference_rules import circles

# What is wrong with a measure by itself: each fault as something that can be told from others.
Faults = Callable[[Plain], frozenset[str]]
# The positions of the parts that lead to a leaf.
Way = tuple[int, ...]
# So many circles are parted at most; what is then left is for `validate`.
ROUNDS = 8


def without_faults(parts: Sequence[Part], faults: Faults) -> list[Part]:
    """The measures, with a conflict where two changes together make a fault."""
    whole = [
        part._replace(node=_measure(part.node, faults)) if _of_both(part.node) else part
        for part in parts
    ]
    return _without_circles(_without_loose_ends(whole))


def _of_both(node: Node) -> bool:
    return isinstance(node, Branch) and bool(_taken(node, 1)) and bool(_taken(node, 2))


def _measure(node: Node, faults: Faults) -> Node:
    """A measure's fields, with a conflict where they do not go together."""
    if not isinstance(node, Branch):
        return node
    sides = [_with(node, {w: _side(leaf, n) for w, leaf in _leaves(node)}) for n in (1, 2)]
    known = frozenset().union(*(faults(plain(side)) for side in sides))
    if faults(plain(node)) <= known:
        return node
    # With all that differs as one conflict, each choice is what a side was. Then as little of it as
    # will do.
    meeting = sorted({*_taken(node, 1), *_taken(node, 2)})
    for way in list(meeting):
        fewer = [other for other in meeting if other != way]
        if _is_sound(_as_conflict(node, fewer), faults, known):
            meeting = fewer
    return _as_conflict(node, meeting)


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


def _as_conflict(node: Branch, ways: Sequence[Way]) -> Branch:
    """Some changes as one conflict: in one place where they are fields of the measure itself."""
    if not ways:
        return node
    leaves = dict(_leaves(node))
    if len(ways) == 1 or any(len(way) > 1 for way in ways):
        clashes = {way: _clash(leaves[way], linked=n > 0) for n, way in enumerate(ways)}
        return _with(node, clashes)
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
    name = max(members, key=lambda part: rank.get(part.keys[0], -1)).name
    joined = Part(name, keys, (name, name, name), _faulty(values))
    rest = [part for part in node.parts if part not in members[1:]]
    return Branch(tuple(joined if part is members[0] else part for part in rest))


def _clash(leaf: Leaf, *, linked: bool) -> Leaf:
    return _faulty(leaf[:3], linked=linked)


def _faulty(values: Sequence[Any], *, linked: bool = False) -> Leaf:
    """What one side has, where the two together are a fault: ours, until someone chooses."""
    base, ours, theirs = values
    return Leaf(base=base, ours=ours, theirs=theirs, value=ours, clash=Clash.FAULT, linked=linked)


def _side(leaf: Leaf, side: int) -> Leaf:
    return leaf._replace(value=leaf[side], clash=None)


def _leaves(node: Node, way: Way = ()) -> Iterator[tuple[Way, Leaf]]:
    if isinstance(node, Leaf):
        yield way, node
        return
    for number, part in enumerate(node.parts):
        yield from _leaves(part.node, (*way, number))


def _with(node: Branch, leaves: Mapping[Way, Leaf]) -> Branch:
    """A branch with other leaves in some places."""
    by_part: dict[int, dict[Way, Leaf]] = {}
    for way, leaf in leaves.items():
        by_part.setdefault(way[0], {})[way[1:]] = leaf
    parts = list(node.parts)
    for number, inner in by_part.items():
        below = parts[number].node
        new: Node = inner[()] if isinstance(below, Leaf) else _with(below, inner)
        parts[number] = parts[number]._replace(node=new)
    return node._replace(parts=tuple(parts))


def _without_loose_ends(parts: list[Part]) -> list[Part]:
    """Where one side has taken out what the other has come to name, that is a conflict."""
    lost = {
        part.name: number
        for number, part in enumerate(parts)
        if isinstance(part.node, Leaf)
        and MISSING in (part.node.chosen(Choice.OURS), part.node.chosen(Choice.THEIRS))
    }
    if not lost:
        return parts
    result = list(parts)
    for number, part in enumerate(parts):
        for place, code, leaf in _named(part.node):
            gone = result[lost[code]] if code in lost else None
            if gone is None or not isinstance(gone.node, Leaf):
                continue
            if not _breaks(gone.node, leaf, code):
                continue
            if not gone.node.clash:
                told = _told(result[number].node)
                result[lost[code]] = gone._replace(node=_kept(gone.node)._replace(linked=told))
            result[number] = _linked(result[number], place)
    return result


def _named(node: Node) -> Iterator[tuple[int, str, Leaf]]:
    """Every measure that one names, with the leaf that does so and its place; -1 for all of it."""
    for place, _, leaf in _references(node):
        if not leaf.clash:
            yield from ((place, code, leaf) for code in _codes(leaf.value))
    if isinstance(node, Leaf):
        sides = [value for value in node[1:3] if isinstance(value, dict)]
        for key in REFERENCES:
            leaf = node._replace(
                base=MISSING, ours=_field(node.ours, key), theirs=_field(node.theirs, key)
            )
            codes = [code for side in sides for code in _codes(side.get(key))]
            yield from ((-1, code, leaf) for code in dict.fromkeys(codes))


def _field(measure: Any, key: str) -> Any:
    return measure.get(key, MISSING) if isinstance(measure, dict) else MISSING


def _told(node: Node) -> bool:
    """Whether there is a conflict about all of a measure already."""
    return isinstance(node, Leaf) and node.clash is not None


def _kept(leaf: Leaf) -> Leaf:
    return clashing(*leaf[:3], Clash.FAULT)


def _breaks(gone: Leaf, leaf: Leaf, code: str) -> bool:
    """Whether a side that does not have a measure did not name it either, but would."""
    return any(
        gone.chosen(choice) is MISSING and code not in _codes(getattr(leaf, choice))
        for choice in (Choice.OURS, Choice.THEIRS)
    )


def _linked(part: Part, place: int) -> Part:
    """A measure whose reference, or all of it, is settled together with what it refers to."""
    if isinstance(part.node, Leaf):
        # Where the sides disagree on it already, that is where it is told.
        return part if part.node.clash else part._replace(node=_clash_kept(part.node))
    leaf = part.node.parts[place].node
    if not isinstance(leaf, Leaf):
        return part
    return part._replace(node=_with(part.node, {(place,): _clash_kept(leaf)}))


def _clash_kept(leaf: Leaf) -> Leaf:
    """A linked conflict. What is referred to stays until someone chooses, and so does this."""
    return _clash(leaf, linked=True)._replace(value=leaf.value)


def _references(node: Node) -> Iterator[tuple[int, Part, Leaf]]:
    """The references of a measure that has been put together, with their places in it."""
    if isinstance(node, Branch):
        for number, part in enumerate(node.parts):
            if part.keys[:1] and part.keys[0] in REFERENCES and isinstance(part.node, Leaf):
                yield number, part, part.node


def _codes(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def _without_circles(parts: list[Part]) -> list[Part]:
    """Where references of both sides lead back to where they began, that is a conflict."""
    for key in REFERENCES:
        for _ in range(ROUNDS):
            changed = _without_one_circle(parts, key)
            if changed is None:
                break
            parts = changed
    return parts


def _without_one_circle(parts: list[Part], key: str) -> list[Part] | None:
    targets: dict[str, list[str]] = {}
    for part in parts:
        value = plain(part.node)
        if isinstance(value, dict) and (codes := _codes(value.get(key))):
            targets[part.name] = [code for code in codes if code != part.name]
    places = {part.name: number for number, part in enumerate(parts)}
    for circle in circles(targets):
        of_side: tuple[list[int], list[int]] = ([], [])
        for code, target in zip(circle, [*circle[1:], circle[0]], strict=True):
            for _, field, leaf in _references(parts[places[code]].node):
                if field.keys == (key,) and not leaf.clash:
                    there = [target in _codes(leaf[side]) for side in (1, 2)]
                    if there[0] != there[1]:
                        of_side[0 if there[0] else 1].append(places[code])
        if not all(of_side) or of_side[0][0] == of_side[1][0]:
            continue
        result = list(parts)
        for number in (of_side[0][0], of_side[1][0]):
            first = number == min(of_side[0][0], of_side[1][0])
            result[number] = _clashing_field(parts[number], key, linked=not first)
        return result
    return None


def _clashing_field(part: Part, key: str, *, linked: bool) -> Part:
    if not isinstance(part.node, Branch):
        return part
    fields: dict[Way, Leaf] = {
        (place,): _clash(leaf, linked=linked)
        for place, field, leaf in _references(part.node)
        if field.keys == (key,)
    }
    return part._replace(node=_with(part.node, fields))
