"""The measures of two sides put together one by one, and what they name each other by."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.fields import measure
from tiltak_cli.changes.merge.pairing import Known, Trio, following, free_ids
from tiltak_cli.changes.merge.result import (
    MISSING,
    Branch,
    Choice,
    Clash,
    Leaf,
    Node,
    Part,
    clashing,
)
from tiltak_cli.changes.merge.values import single
from tiltak_cli.domain.fields import ID

# What stands for a number on which the sides do not agree, until all is put together.
UNDECIDED = re.compile("\0([^\0]*)\0([^\0]*)\0")


class Sides(NamedTuple):
    """The measures of the three sides by their ids there."""

    base: Known
    ours: Known
    theirs: Known


class Names(NamedTuple):
    """What measures are called afterwards.

    `ids` has it for each measure; those that are new in theirs and gave way have been `given` one,
    each with the id it had. `undecided` are those whose number the sides do not agree on.
    `renamed` has, for each side, what is written instead of each id that is another there.
    """

    ids: Mapping[Trio, str]
    undecided: frozenset[Trio]
    renamed: tuple[Mapping[str, str], ...]
    given: tuple[tuple[str, str], ...]


def names_of(trios: Sequence[Trio], sides: Sides, *, renumber: bool) -> Names:
    """Find what each measure is called. With `renumber` what is new in theirs gives way to ours."""
    with_id: defaultdict[str, list[Trio]] = defaultdict(list)
    for trio in trios:
        # What one side has taken out, and the other has left, has no number to defend.
        if not _gone(trio, sides):
            with_id[trio.id].append(trio)
    ids = {trio: trio.id for trio in trios}
    undecided = {trio for trio in trios if trio.clashes}
    taken = set().union(*sides)
    given: list[tuple[str, str]] = []
    for code, group in with_id.items():
        new = [trio for trio in group if not trio.base and not trio.ours]
        if renumber and new and len(group) > 1:
            ids[new[0]] = next(free_ids(taken, code), code)
            taken.add(ids[new[0]])
            given.append((code, ids[new[0]]))
            group.remove(new[0])
        if len(group) > 1:
            undecided |= {trio for trio in group if trio.ours and trio.theirs}
    renamed = []
    for number in range(len(sides)):
        names = {trio[number]: _name(trio, ids, undecided) for trio in trios if trio[number]}
        renamed.append({code: name for code, name in names.items() if code != name})
    return Names(ids, frozenset(undecided), tuple(renamed), tuple(given))


def _gone(trio: Trio, sides: Sides) -> bool:
    """Whether one side has taken a measure out, and the other has not changed it."""
    if not trio.base or (trio.ours and trio.theirs):
        return False
    left = sides.ours.get(trio.ours) or sides.theirs.get(trio.theirs)
    return left is None or left.data == sides.base[trio.base].data


def _name(trio: Trio, ids: Mapping[Trio, str], undecided: AbstractSet[Trio]) -> str:
    return f"\0{trio.ours}\0{trio.theirs}\0" if trio in undecided else ids[trio]


def parts_of(order: Sequence[Trio], sides: Sides, names: Names) -> list[Part]:
    """What has become of each measure, in order."""
    with_id: defaultdict[str, list[Trio]] = defaultdict(list)
    for trio in order:
        if not _gone(trio, sides):
            with_id[names.ids[trio]].append(trio)
    parts: list[Part] = []
    for trio in order:
        group = with_id[names.ids[trio]]
        if len(group) <= 1 or trio not in group:
            parts.append(_one(trio, sides, names))
        elif not any(other.ours and other.theirs for other in group):
            # Two under one number, each on its own side: one conflict about all of it.
            if trio is group[0]:
                parts.append(_two(group, sides, names))
        else:
            part = _one(trio, sides, names)
            parts.append(part if trio in names.undecided else _linked(part, part.name))
    if names.undecided:
        about = {
            _name(t, names.ids, names.undecided): f"{names.ids[t]}.{ID}" for t in names.undecided
        }
        return [part._replace(node=_decided_names(part.node, about)) for part in parts]
    return parts


def _values(trio: Trio, sides: Sides, names: Names) -> list[Any]:
    """A measure on the three sides, naming others as they are called afterwards."""
    return [
        following(sides[n][code].data, names.renamed[n]) if code else MISSING
        for n, code in enumerate(trio)
    ]


def _one(trio: Trio, sides: Sides, names: Names) -> Part:
    base, ours, theirs = _values(trio, sides, names)
    node: Node
    if ours is MISSING or theirs is MISSING:
        node = single(base, ours, theirs)
        if node.value is not MISSING and node.value.get(ID) != names.ids[trio]:
            node = node._replace(value={**node.value, ID: names.ids[trio]})
    else:
        node = measure(base, ours, theirs)
        if trio in names.undecided:
            node = Branch(tuple(_undecided_id(part) for part in node.parts))
    return Part(names.ids[trio], (), steps_of(trio, sides), node)


def steps_of(trio: Trio, sides: Sides) -> tuple[Any, Any, Any]:
    """The file and the position of a measure on each side."""
    base, ours, theirs = (
        side[code][:2] if code else None for code, side in zip(trio, sides, strict=True)
    )
    return base, ours, theirs


def _undecided_id(part: Part) -> Part:
    if part.keys != (ID,) or not isinstance(part.node, Leaf):
        return part
    return part._replace(node=clashing(*part.node[:3]))


def _two(group: Sequence[Trio], sides: Sides, names: Names) -> Part:
    """Different measures that stand under one number, one on each side."""
    values = [_values(trio, sides, names) for trio in group]
    steps = [steps_of(trio, sides) for trio in group]
    there = [next((v[n] for v in values if v[n] is not MISSING), MISSING) for n in range(3)]
    places = [next((s[n] for s in steps if s[n] is not None), None) for n in range(3)]
    kind = Clash.SAME_ID if there[0] is MISSING else Clash.BOTH_CHANGED
    place = (places[0], places[1], places[2])
    return Part(names.ids[group[0]], (), place, clashing(there[0], there[1], there[2], kind))


def _linked(part: Part, linked: str) -> Part:
    """A measure that stands on one side only, under a number that another has on the other side."""
    if not isinstance(part.node, Leaf):
        return part
    leaf = clashing(*part.node[:3], Clash.SAME_ID, linked=linked)
    return part._replace(node=leaf)


def _decided_names(node: Node, about: Mapping[str, str]) -> Node:
    """A part in which the numbers that the sides do not agree on are those of each side."""
    if isinstance(node, Branch):
        parts = (part._replace(node=_decided_names(part.node, about)) for part in node.parts)
        return node._replace(parts=tuple(parts))
    base = _named(node.base, Choice.OURS)
    ours, theirs = _named(node.ours, Choice.OURS), _named(node.theirs, Choice.THEIRS)
    values = [_named(node.value, choice) for choice in (Choice.OURS, Choice.THEIRS)]
    if node.clash or repr(values[0]) == repr(values[1]):
        return node._replace(base=base, ours=ours, theirs=theirs, value=values[0])
    return clashing(base, *values, linked=next(_undecided_in(node.value, about), ""))


def _undecided_in(value: Any, about: Mapping[str, str]) -> Iterator[str]:
    """The conflicts about the numbers that are named in a value."""
    if isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _undecided_in(inner, about)
    elif isinstance(value, str):
        yield from (about[match[0]] for match in UNDECIDED.finditer(value) if match[0] in about)


def _named(value: Any, choice: str) -> Any:
    if isinstance(value, list):
        items = [_named(item, choice) for item in value]
        # Two that have one number on the side that is chosen are one there.
        return [item for n, item in enumerate(items) if item == value[n] or item not in value]
    if isinstance(value, dict):
        return {key: _named(item, choice) for key, item in value.items()}
    if not isinstance(value, str):
        return value
    return UNDECIDED.sub(lambda match: match[1 if choice == Choice.OURS else 2], value)
