"""What a merge that was made in another way has lost, or doubled."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.pairing import Plain
from tiltak_cli.domain.fields import ID

# A name for everything in a register: the measure's id, empty for the head, the field, and what
# stands inside that: a milestone's id, or an item of a list.
Name = tuple[str, ...]
# How long the way to an item is, and what one that has fields is known by.
ITEM = 2
KNOWN_BY = (ID, "lenke")


class Register(NamedTuple):
    """A register as plain data: the fields of its head, and its measures."""

    head: Plain
    measures: Sequence[Plain]


class Lost(NamedTuple):
    """Something that is not in a merge as it should be: a measure, or something in it.

    `measure` is empty for what stands in the head, and `item` for what is not in a list. It stands
    twice where it is `doubled`; else it is gone.
    """

    measure: str
    field: str = ""
    item: str = ""
    doubled: bool = False


class _All(NamedTuple):
    """Everything in a register: how often each name stands there, and the lists by their names."""

    counts: Counter[Name]
    lists: Mapping[Name, Any]


def lost(base: Register, parents: Sequence[Register], merged: Register) -> list[Lost]:
    """What stands twice in a merge, and what both parents have, or one has new, and it does not.

    Measures and milestones are known by their ids; what is doubled on a side is no news. What is
    new in a list is looked for where the other side has left that list as it was.
    """
    return list(_lost(_all(base), [_all(parent) for parent in parents], _all(merged)))


def _lost(base: _All, sides: Sequence[_All], merged: _All) -> Iterator[Lost]:
    for name, number in merged.counts.items():
        above = (merged.counts[name[:n]] for n in range(1, len(name)))
        if number > max(1, *(side.counts[name] for side in sides), *above):
            yield _told(name, doubled=True)
    for name in dict.fromkeys(name for side in sides for name in side.counts):
        if merged.counts[name] or (name[:-1] and not merged.counts[name[:-1]]):
            continue
        there = [side for side in sides if side.counts[name]]
        if len(there) == len(sides) or (not base.counts[name] and _is_new(name, base, sides)):
            yield _told(name)


def _told(name: Name, *, doubled: bool = False) -> Lost:
    measure, *way = name
    if len(way) == ITEM:
        return Lost(measure, way[0], way[1], doubled=doubled)
    return Lost(measure, ".".join(way), doubled=doubled)


def _is_new(name: Name, base: _All, sides: Sequence[_All]) -> bool:
    """Whether what one side has added should be there, whatever the other has done."""
    whole = name[:-1]
    if whole not in base.lists:
        return True
    # One that has changed the list too may have chosen.
    return any(
        side.lists.get(whole) == base.lists[whole] for side in sides if not side.counts[name]
    )


def _all(register: Register) -> _All:
    counts: Counter[Name] = Counter()
    lists: dict[Name, Any] = {}
    _add("", register.head, counts, lists)
    for measure in register.measures:
        if isinstance(code := measure.get(ID), str):
            counts[(code,)] += 1
            _add(code, measure, counts, lists)
    return _All(counts, lists)


def _add(code: str, fields: Plain, counts: Counter[Name], lists: dict[Name, Any]) -> None:
    counts[("",)] = 1
    for key, value in fields.items():
        counts[code, key] = 1
        for item in value if isinstance(value, list) else ():
            if isinstance(item, dict):
                known = next((name for name in KNOWN_BY if isinstance(item.get(name), str)), None)
                if known:
                    whole = code, key, item[known]
                    counts[whole] += 1
                    counts.update({(*whole, inner) for inner in item if inner != known})
            elif not isinstance(item, list):
                counts[code, key, str(item)] += 1
                lists[code, key] = value
