"""A list whose items have a key, such as milestones, put together item by item."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import MISSING, Branch, Clash, Leaf, Node, Part, clashing
from tiltak_cli.changes.merge.values import single
from tiltak_cli.changes.merge.weave import woven
from tiltak_cli.changes.milestones import paired
from tiltak_cli.domain.fields import ID
from tiltak_cli.domain.identity.likeness import ALIKE, nearly_equal
from tiltak_cli.domain.measure import Milestone
from tiltak_cli.domain.spelling import folded

Items = Sequence[dict[str, Any]]
Merge = Callable[[Any, Any, Any], Branch]


class Trio(NamedTuple):
    """The positions of one item on the three sides, None where it is not there."""

    base: int | None
    ours: int | None
    theirs: int | None


def keyed(key: str, sides: Sequence[Items], merge: Merge) -> Branch | None:
    """Put a list's items together by their key, which for an id may become another on one side.

    None where different items of one side would come to have one key.
    """
    parts: dict[Trio, Part] = {}
    with_name: defaultdict[str, list[Trio]] = defaultdict(list)
    for trio in _trios(key, sides):
        values = [_at(side, n) for side, n in zip(sides, trio, strict=True)]
        name, node = _name(key, trio, sides), item(values, merge)
        parts[trio] = Part(name, (), (trio.base, trio.ours, trio.theirs), node)
        if not isinstance(node, Leaf) or node.value is not MISSING:
            with_name[name].append(trio)
    for name, trios in with_name.items():
        if len(trios) == 1:
            continue
        there = [[trio[n] for trio in trios if trio[n] is not None] for n in range(3)]
        if any(len(steps) > 1 for steps in there):
            return None
        parts[trios[0]] = _same_key(name, [next(iter(steps), None) for steps in there], sides)
        for trio in trios[1:]:
            del parts[trio]
    return Branch(tuple(parts.values()), is_list=True)


def item(values: Sequence[Any], merge: Merge) -> Node:
    """One item: field by field where both sides have it, else whole."""
    base, ours, theirs = values
    if ours is MISSING or theirs is MISSING:
        return single(base, ours, theirs)
    return merge(base, ours, theirs)


def _trios(key: str, sides: Sequence[Items]) -> list[Trio]:
    """Which items are one and the same, in the order of the result."""
    base, ours, theirs = sides
    of_ours, of_theirs = _partners(key, base, ours), _partners(key, base, theirs)
    new = {ours[n][key]: n for n in range(len(ours)) if n not in of_ours}
    trios: dict[object, Trio] = {}
    for n in range(len(base)):
        mine = next((m for m, b in of_ours.items() if b == n), None)
        yours = next((m for m, b in of_theirs.items() if b == n), None)
        trios["base", n] = Trio(n, mine, yours)
    for name, n in new.items():
        trios["new", name] = Trio(None, n, None)
    for n, value in enumerate(theirs):
        if n not in of_theirs:
            mine = new.get(value[key])
            if mine is not None and (key != ID or _alike(ours[mine], value)):
                trios["new", value[key]] = Trio(None, mine, n)
            else:
                trios["theirs", value[key]] = Trio(None, None, n)
    by_ours = {trio.ours: name for name, trio in trios.items() if trio.ours is not None}
    by_theirs = {trio.theirs: name for name, trio in trios.items() if trio.theirs is not None}
    order = woven(
        [by_ours[n] for n in range(len(ours))], [by_theirs[n] for n in range(len(theirs))]
    )
    return [trios[name] for name in order]


def _alike(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two new items under one number are the same one, by their texts."""
    left, right = (folded(str(item.get("tekst", ""))) for item in (one, other))
    return nearly_equal(left, right, ALIKE)


def _partners(key: str, base: Items, side: Items) -> dict[int, int]:
    """The position in the base of each item that is one of those."""
    if key != ID:
        places = {value[key]: n for n, value in enumerate(base)}
        return {n: places[value[key]] for n, value in enumerate(side) if value[key] in places}
    before, now = [_milestones(base), _milestones(side)]
    place = {id(milestone): n for n, milestone in enumerate(before)}
    earlier = [step[0] for step in paired(before, now).now]
    return {n: place[id(step)] for n, step in enumerate(earlier) if step is not None}


def _milestones(items: Items) -> tuple[Milestone, ...]:
    """Items as milestones, to be recognised by their number, text and dates as they are written."""
    made = []
    for value in items:
        rest: list[Any] = [value.get(name) for name in ("frist", "nådd")]
        text = value.get("tekst")
        made.append(
            Milestone(value[ID], text if isinstance(text, str) else "", *map(_as_text, rest))
        )
    return tuple(made)


def _as_text(value: Any) -> Any:
    """A value that can be held against others and counted, whatever it is."""
    return None if value is None else repr(value)


def _name(key: str, trio: Trio, sides: Sequence[Items]) -> str:
    """The key an item has afterwards: the one that a side has changed, else ours."""
    base, ours, theirs = (
        None if n is None else side[n][key] for side, n in zip(sides, trio, strict=True)
    )
    if ours is None or theirs is None:
        return str(ours or theirs or base)
    return str(theirs if ours == base else ours)


def _same_key(name: str, steps: Sequence[int | None], sides: Sequence[Items]) -> Part:
    """Different items that have come to have one key: one conflict about the whole of them."""
    values = [_at(side, n) for side, n in zip(sides, steps, strict=True)]
    kind = Clash.SAME_ID if steps[0] is None else Clash.BOTH_CHANGED
    return Part(
        name, (), (steps[0], steps[1], steps[2]), clashing(values[0], values[1], values[2], kind)
    )


def _at(side: Items, n: int | None) -> Any:
    return MISSING if n is None else side[n]
