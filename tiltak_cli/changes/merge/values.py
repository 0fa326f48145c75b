"""Single values and lists of codes, put together from three sides."""

from collections.abc import Callable, Sequence
from typing import Any

from tiltak_cli.changes.merge.result import MISSING, Leaf, clashing, settled
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.measure import EVERYONE

# Whether two values say the same, however they are written.
Same = Callable[[Any, Any], bool]


def identical(one: Any, other: Any) -> bool:
    """Whether two values are the same, the order of fields too; 1 is neither true nor "1"."""
    return one is other or (one == other and repr(one) == repr(other))


def same(one: Any, other: Any) -> bool:
    """Whether two values differ in nothing but quotes, the order of fields and a last line break.

    Line breaks inside a text are paragraphs and lines that someone has meant.
    """
    return identical(one, other) or _normal(one) == _normal(other)


def _normal(value: Any) -> Any:
    if isinstance(value, bool) or value is None or value is MISSING:
        return value
    if isinstance(value, list):
        return [_normal(item) for item in value]
    if isinstance(value, dict):
        return {key: _normal(item) for key, item in value.items()}
    return str(value).rstrip()


def decided(base: Any, ours: Any, theirs: Any, alike: Same = same) -> Leaf | None:
    """The value where only one side has changed it, or both in the same way; else None."""
    for equal in (identical, alike):
        if equal(theirs, base) or equal(ours, theirs):
            return settled(base, ours, theirs, ours)
        if equal(ours, base):
            return settled(base, ours, theirs, theirs)
    return None


def single(base: Any, ours: Any, theirs: Any) -> Leaf:
    """A value that is taken whole from one side."""
    return decided(base, ours, theirs) or clashing(base, ours, theirs)


def later_day(base: Any, ours: Any, theirs: Any) -> Leaf:
    """The later of two days on which something was gone through."""
    if leaf := decided(base, ours, theirs):
        return leaf
    days = [parse_day(value) if isinstance(value, str) else None for value in (ours, theirs)]
    if days[0] is None or days[1] is None:
        return clashing(base, ours, theirs)
    return settled(base, ours, theirs, ours if days[0] >= days[1] else theirs)


def codes(base: Any, ours: Any, theirs: Any) -> Leaf:
    """A list whose order says nothing: what either side has added, less what either took out.

    A side that has put others in the place of most of them meant the whole; so does `alle`.
    """
    if leaf := decided(base, ours, theirs, _same_codes):
        return leaf
    lists = [_codes(value) for value in (base, ours, theirs)]
    if None in lists:
        return clashing(base, ours, theirs)
    before, mine, yours = ([] if items is None else items for items in lists)
    if _replaced(before, mine) or _replaced(before, yours):
        return clashing(base, ours, theirs)
    kept = [item for item in mine if _in(item, yours) or not _in(item, before)]
    kept += [item for item in yours if not _in(item, mine) and not _in(item, before)]
    if not kept:
        return clashing(base, ours, theirs)
    like = next((side for side in (ours, theirs) if _same_codes(side, kept)), kept)
    return settled(base, ours, theirs, like)


def _codes(value: Any) -> list[Any] | None:
    """The items of a list of codes, or of one code alone; None for what is neither."""
    if value is MISSING:
        return []
    items = value if isinstance(value, list) else [value]
    plain = all(isinstance(item, str | int) and not isinstance(item, bool) for item in items)
    return items if plain and EVERYONE not in items else None


def _same_codes(one: Any, other: Any) -> bool:
    if one is MISSING or other is MISSING:
        return one is other
    left, right = _codes(one), _codes(other)
    if left is None or right is None:
        return same(one, other)
    return len(left) == len(right) and {str(i) for i in left} == {str(i) for i in right}


def _in(item: Any, items: Sequence[Any]) -> bool:
    return str(item) in map(str, items)


def _replaced(before: list[Any], now: list[Any]) -> bool:
    """Whether more than half of a list is out, and something else has come instead."""
    out = [item for item in before if not _in(item, now)]
    return 2 * len(out) > len(before) and any(not _in(item, before) for item in now)
