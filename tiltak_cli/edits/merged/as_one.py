"""What a text with markers shows as several conflicts, and is one."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from tiltak_cli.changes.merge.fields import TOGETHER
from tiltak_cli.changes.merge.result import Clash, Conflict
from tiltak_cli.domain.fields import ID, KEYS
from tiltak_cli.edits.merged.judge import faults
from tiltak_cli.sources.yaml.conflicts import MEASURE
from tiltak_cli.sources.yaml.order import PARTS
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.sources.yaml.reader import read_yaml

TWO = 2
# A measure's id and the field's name; the values by them. Without a field it is all of the measure.
Name = tuple[str, str]
Fields = dict[Name, Any]


def as_one(
    about: list[Conflict],
    lines: Sequence[Sequence[str]],
    sides: tuple[Fields, Fields, Fields],
    linked: tuple[str, AbstractSet[str]],
) -> list[Conflict]:
    """The conflicts between two markers, those as one that can only be settled so.

    `lines` are those of ours and theirs there, and `sides` what the base, ours and theirs hold.
    `linked` is the name of what these are settled together with, and the names of all such.
    """
    before, ours, _ = sides
    name, names = linked
    if alone := _alone(lines, name):
        return [alone]
    if renumbered := _renumbered(lines, before, ours):
        # By the id that the others call it.
        codes = [c for c in (renumbered.ours, renumbered.theirs) if {c, f"{c}.{ID}"} & names]
        return [renumbered._replace(measure=next(iter(codes), renumbered.measure))]
    measure = about[0].measure if len({c.measure for c in about}) == 1 else ""
    if not measure:
        return about
    whole = [side.get((measure, ""), {}) for side in sides]
    return _joined(_lists(about, whole), whole)


def _alone(sides: Sequence[Sequence[str]], code: str) -> Conflict | None:
    """A new measure on one side, whose id the other side has given to an old one."""
    ours, theirs = (_measure_of(lines) if any(map(str.strip, lines)) else None for lines in sides)
    there = ours or theirs
    if not code or bool(ours) == bool(theirs) or there is None or there.get(ID) != code:
        return None
    return Conflict(
        measure=code,
        field="",
        keys=(),
        kind=Clash.SAME_ID,
        base=None,
        ours=ours,
        theirs=theirs,
    )


def _measure_of(lines: Sequence[str]) -> dict[str, Any]:
    """The one measure that some lines hold; nothing where they hold anything else."""
    if not any(map(MEASURE.match, lines)):
        return {}
    data = read_yaml("", "\n".join((f"{LIST}:", *lines))).data
    listed = data.get(LIST) if isinstance(data, dict) else None
    measures = listed if isinstance(listed, list) else []
    return measures[0] if len(measures) == 1 and isinstance(measures[0], dict) else {}


def _renumbered(sides: Sequence[Sequence[str]], before: Fields, ours: Fields) -> Conflict | None:
    """One measure whose number is all that the sides disagree on, which looks like two.

    What stands below the two numbers is the same measure's.
    """
    ids = [MEASURE.match(lines[0]) for lines in sides if len(lines) == 1]
    codes = [match[1] for match in ids if match]
    if len(codes) != TWO or codes[0] == codes[1]:
        return None
    title = ours.get((codes[0], ""), {}).get("tittel")
    old = (m for (_, key), m in before.items() if not key and isinstance(m, dict))
    base = next((str(m.get(ID)) for m in old if m.get("tittel") == title), None)
    return Conflict(
        # As it is called where one side has left the number as it was.
        measure=codes[1] if codes[0] == base else codes[0],
        field=ID,
        keys=(ID,),
        kind=Clash.BOTH_CHANGED,
        base=base,
        ours=codes[0],
        theirs=codes[1],
    )


def _joined(about: list[Conflict], measure: Sequence[Any]) -> list[Conflict]:
    """Fields of one measure as one conflict, where one side's do not go with the other's.

    `measure` is that on the three sides.
    """
    names = list(dict.fromkeys(_key(conflict) for conflict in about))
    if len(names) < TWO or not all(name in KEYS for name in names):
        return about
    groups = [TOGETHER if name in TOGETHER else (name,) for name in names]
    first, *_ = about
    _, ours, theirs = measure
    mixed = [{**_without(ours, group), **_only(theirs, group)} for group in groups]
    known = faults(ours) | faults(theirs)
    if all(faults(one) <= known for one in mixed):
        return about
    keys = tuple(key for group in groups for key in group)
    before, mine, yours = (_only(side, keys) or None for side in measure)
    return [
        first._replace(
            field=max(names, key=KEYS.index),
            keys=keys,
            kind=Clash.FAULT,
            base=before,
            ours=mine,
            theirs=yours,
        )
    ]


def _lists(about: list[Conflict], measure: Sequence[Any]) -> list[Conflict]:
    """Several items of one list as the whole of it, and so the last that one side has taken out."""
    items: dict[str, set[str]] = {}
    for conflict in about:
        if "." in conflict.field:
            items.setdefault(_key(conflict), set()).add(way_in(conflict.field)[1])
    conflicts: dict[str, Conflict] = {}
    for conflict in about:
        key = _key(conflict)
        before, mine, yours = (side.get(key) for side in measure)
        if len(items.get(key, ())) < TWO and (key not in items or None not in (mine, yours)):
            conflicts[conflict.field] = conflict
        else:
            conflicts[key] = conflict._replace(
                field=key,
                keys=(key,),
                kind=Clash.DELETED_CHANGED if None in (mine, yours) else Clash.BOTH_CHANGED,
                base=before,
                ours=mine,
                theirs=yours,
            )
    return list(conflicts.values())


def way_in(field: str) -> tuple[str, ...]:
    """The way to what a conflict is about: a field, an item in it, and a field of that.

    An item may be known by an address, which has dots in it.
    """
    key, _, rest = field.partition(".")
    item, _, inner = rest.rpartition(".")
    if not rest:
        return (key,)
    if not item or (ID not in PARTS.get(key, (ID,)) and inner not in PARTS[key]):
        return key, rest
    return key, item, inner


def _key(conflict: Conflict) -> str:
    """The field of the measure that a conflict is in."""
    return conflict.field.split(".")[0]


def _only(measure: Any, keys: Sequence[str]) -> dict[str, Any]:
    return {key: measure[key] for key in keys if key in measure}


def _without(measure: Any, keys: Sequence[str]) -> dict[str, Any]:
    return {name: value for name, value in measure.items() if name not in keys}
