"""What a workbook says of a measure, put together with what the register says of it now.

Three sides, as where git merges: `before` is the measure as the workbook was made from it, `ours`
as the register has it now, and `theirs` as it is in the cells. What no one has written in a cell
is on all three as the register has it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.fields import TOGETHER, measure
from tiltak_cli.changes.merge.result import (
    MISSING,
    Choice,
    Clash,
    Conflict,
    Leaf,
    Node,
    conflicts_in,
    plain,
    settled,
)
from tiltak_cli.domain.fields import MILESTONES
from tiltak_cli.edits.imported.alike import as_register
from tiltak_cli.sources.workbook.answers.entries import Entry, Known
from tiltak_cli.sources.workbook.answers.filled import with_entries

Measure = dict[str, Any]
Way = tuple[str, ...]


class Met(NamedTuple):
    """A measure with what was written in it: its data then, and what a person must choose.

    A conflict comes with the entries that it is about.
    """

    plain: Measure
    conflicts: list[tuple[Conflict, list[Entry]]]


def met(
    identity: str,
    base: Mapping[str, Any],
    ours: Measure,
    entries: Sequence[Entry],
    known: Known,
    choices: Mapping[str, Choice],
) -> Met:
    """Put what was written in a measure together with what it is now.

    `base` is what the workbook was made from. `choices` are what has been chosen, by field.
    """
    entries = [_as_register(entry, ours, known) for entry in entries]
    heard = [entry for entry in entries if choices.get(entry.field) is not Choice.OURS]
    before = _before(base, ours, heard, known)
    theirs = with_entries(before, heard)
    node: Node = measure(before, ours, theirs)
    conflicts: list[tuple[Conflict, list[Entry]]] = []
    won: list[Way] = []
    for parts, leaf in conflicts_in(node):
        about = _about(parts, heard)
        if any(choices.get(entry.field) is Choice.THEIRS for entry in about):
            won.append(tuple(part.name for part in parts))
        else:
            conflicts.append((_conflict(identity, parts, leaf), about))
    data = plain(_with_theirs(node, won))
    return Met(data if isinstance(data, dict) else ours, conflicts)


def _with_theirs(node: Node, won: Collection[Way], way: Way = ()) -> Node:
    """What has been put together, with theirs where that is chosen."""
    if isinstance(node, Leaf):
        return settled(*node[:3], node.theirs) if way in won else node
    parts = (p._replace(node=_with_theirs(p.node, won, (*way, p.name))) for p in node.parts)
    return node._replace(parts=tuple(parts))


def _before(
    base: Mapping[str, Any], ours: Measure, entries: Sequence[Entry], known: Known
) -> Measure:
    """The register's measure, with what is written in as it was when the workbook was made."""
    undone = [entry._replace(new=entry.old) for entry in entries]
    ways = {entry.way[0] for entry in entries}
    for key in TOGETHER if ways & {*TOGETHER} else ():
        old = as_register(key, base.get(key), ours.get(key), known(key))
        undone.append(Entry(measure="", way=(key,), place="", old=None, new=old))
    before = with_entries(ours, undone)
    touched = {entry.way[1] for entry in entries if len(entry.way) > 1}
    # A milestone that only one of the two has: the base says whether it was there.
    alone = {name for name in touched if step_in(ours, name) is None or step_in(base, name) is None}
    steps = before.get(MILESTONES) if alone else None
    if not isinstance(steps, list):
        return before
    were = [step_in(base, _name(step)) if _name(step) in alone else step for step in steps]
    del before[MILESTONES]
    return {**before, MILESTONES: left} if (left := [step for step in were if step]) else before


def _name(step: Any) -> str:
    """The number of a milestone of plain data, or nothing."""
    return str(step.get("id")) if isinstance(step, dict) else ""


def _conflict(identity: str, way: Sequence[Any], leaf: Any) -> Conflict:
    values = [None if value is MISSING else value for value in leaf[:3]]
    return Conflict(
        measure=identity,
        field=".".join(part.name for part in way),
        keys=way[-1].keys,
        kind=leaf.clash or Clash.BOTH_CHANGED,
        base=values[0],
        ours=values[1],
        theirs=values[2],
    )


def _about(way: Sequence[Any], entries: Iterable[Entry]) -> list[Entry]:
    """The entries that a conflict is about; several fields may be one."""
    names = tuple(part.name for part in way)
    keys = way[-1].keys
    return [
        entry
        for entry in entries
        if entry.way[: len(names)] == names or (len(names) == 1 and entry.way[0] in keys)
    ]


def _as_register(entry: Entry, ours: Measure, known: Known) -> Entry:
    if len(entry.way) > 1:
        return entry._replace(old=_year(entry, entry.old), new=_year(entry, entry.new))
    key = entry.way[0]
    now, codes = ours.get(key), known(key)
    return entry._replace(
        old=as_register(key, entry.old, now, codes), new=as_register(key, entry.new, now, codes)
    )


def _year(entry: Entry, value: Any) -> Any:
    """A year alone is a number in a register."""
    return int(value) if entry.way[-1] == "frist" and str(value).isdecimal() else value


def step_in(data: Mapping[str, Any], identity: str) -> dict[str, Any] | None:
    """The milestone of a measure by its number, None where there is none."""
    steps = data.get(MILESTONES)
    listed = steps if isinstance(steps, list) else []
    return next((s for s in listed if isinstance(s, dict) and str(s.get("id")) == identity), None)
