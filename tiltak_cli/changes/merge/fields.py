"""The fields of a measure, of the head, and of what a measure has lists of, put together."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from tiltak_cli.changes.merge.lists import keyed
from tiltak_cli.changes.merge.result import MISSING, Branch, Node, Part
from tiltak_cli.changes.merge.texts import text
from tiltak_cli.changes.merge.values import codes, decided, later_day, single
from tiltak_cli.changes.merge.weave import woven
from tiltak_cli.domain.fields import DEADLINE, FIELDS, ID, ONGOING, Diff, Kind

# A value on three sides, put together.
Way = Callable[[Any, Any, Any], Node]
Ways = Mapping[str, Way]
# What says when a measure ends is one thing, whichever field it is said in.
TOGETHER = (DEADLINE, ONGOING)
STEP: Ways = MappingProxyType({"tekst": text})
DOCUMENT: Ways = MappingProxyType({"tittel": text})


def together(base: Any, ours: Any, theirs: Any, ways: Ways, groups: Sequence[str] = ()) -> Branch:
    """Put fields together one by one; those that no way is given for are taken whole.

    `groups` are fields that are settled as one. Order: ours.
    """
    sides = [side if isinstance(side, dict) else {} for side in (base, ours, theirs)]
    parts: list[Part] = []
    for key in woven(list(sides[1]), list(sides[2])):
        values = [side.get(key, MISSING) for side in sides]
        keys = tuple(k for k in groups if any(k in side for side in sides)) if key in groups else ()
        if len(keys) < 2:  # noqa: PLR2004 - one field alone is no group
            way = ways.get(key, single)
            parts.append(Part(key, (key,), (key, key, key), way(*values)))
        elif not any(part.keys == keys for part in parts):
            parts.append(as_one(keys[0], keys, sides))
    return Branch(tuple(parts))


def as_one(name: str, keys: tuple[str, ...], sides: Sequence[dict[str, Any]]) -> Part:
    """Several fields that are settled as one."""
    grouped = [{k: side[k] for k in keys if k in side} or MISSING for side in sides]
    return Part(name, keys, (name, name, name), single(*grouped))


def milestones(base: Any, ours: Any, theirs: Any) -> Node:
    """Milestones by number and text, each field by field."""
    return _listed(base, ours, theirs, ID, STEP)


def documents(base: Any, ours: Any, theirs: Any) -> Node:
    """Documents by their address."""
    return _listed(base, ours, theirs, "lenke", DOCUMENT)


def _listed(base: Any, ours: Any, theirs: Any, key: str, ways: Ways) -> Node:
    if leaf := decided(base, ours, theirs):
        return leaf
    sides = [[] if side is MISSING else side for side in (base, ours, theirs)]
    if not all(_are_keyed(side, key) for side in sides):
        return single(base, ours, theirs)
    # Where one side has taken all of them away, that is one thing to choose.
    if (ours is MISSING or theirs is MISSING) and base is not MISSING:
        return single(base, ours, theirs)
    branch = keyed(key, sides, lambda base, ours, theirs: together(base, ours, theirs, ways))
    return branch or single(base, ours, theirs)


def _are_keyed(items: Any, key: str) -> bool:
    """Whether these are items with fields, each of which has a key of its own."""
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return False
    names = [item.get(key) for item in items]
    return all(isinstance(name, str) for name in names) and len(set(names)) == len(names)


BY_KIND: Mapping[Kind, Way] = MappingProxyType(
    {Kind.MILESTONES: milestones, Kind.DOCUMENTS: documents}
)
BY_DIFF: Mapping[Diff, Way] = MappingProxyType(
    {Diff.TEXT: text, Diff.SET: codes, Diff.BOOKKEEPING: later_day}
)
MEASURE: Ways = MappingProxyType(
    {field.key: BY_KIND.get(field.kind) or BY_DIFF.get(field.diff, single) for field in FIELDS}
)


def measure(base: Any, ours: Any, theirs: Any) -> Branch:
    """A measure's fields."""
    return together(base, ours, theirs, MEASURE, TOGETHER)


def head(base: Any, ours: Any, theirs: Any) -> Branch:
    """The head's fields."""
    return together(base, ours, theirs, {})
