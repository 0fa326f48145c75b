"""What a workbook says of a measure, put together with what the register says of it now.

Three sides: what the workbook was made from, the register, and the cells. What no one has written
in a cell is as the register has it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.fields import TOGETHER, measure
from tiltak_cli.changes.merge.result import MISSING, Choice, Clash, Conflict, conflicts_in, plain
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
    then = with_entries(ours, _undone(base, ours, entries, known))
    wanted = [entry for entry in entries if choices.get(entry.field) is not Choice.OURS]
    after = with_entries(_without_gone(then, base, ours), wanted)
    won = [entry for entry in entries if choices.get(entry.field) is Choice.THEIRS]
    # What is chosen is no conflict any more: it is as if the register were as before.
    before = with_entries(then, [e._replace(new=_at(ours, e.way)) for e in _whole(won)])
    before = _without_gone(before, base, ours)
    restored = {e.way[1] for e in won if len(e.way) > 1 and step_in(ours, e.way[1]) is None}
    if restored:
        before = {**before, MILESTONES: [s for s in before[MILESTONES] if s["id"] not in restored]}
    node = measure(before, ours, after)
    conflicts = [
        (_conflict(identity, way, leaf), _about(way, wanted)) for way, leaf in conflicts_in(node)
    ]
    data = plain(node)
    return Met(data if isinstance(data, dict) else ours, conflicts)


def _whole(entries: Sequence[Entry]) -> list[Entry]:
    """Entries with those that are settled together with them."""
    both = [e._replace(way=(key,)) for e in entries if e.way[0] in TOGETHER for key in TOGETHER]
    return [*entries, *both]


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


def _undone(
    base: Mapping[str, Any], ours: Measure, entries: Sequence[Entry], known: Known
) -> list[Entry]:
    """What makes the register's data what the workbook was made from, where it was written in."""
    undone = [entry._replace(new=entry.old) for entry in entries]
    ways = {entry.way[0] for entry in entries}
    for key in TOGETHER if ways & {*TOGETHER} else ():
        old = as_register(key, base.get(key), ours.get(key), known(key))
        undone.append(Entry(measure="", way=(key,), place="", old=None, new=old))
    return [entry for entry in undone if not _is_new(entry, base)]


def _is_new(entry: Entry, base: Mapping[str, Any]) -> bool:
    """Whether it is about a milestone that the workbook was not made with."""
    return len(entry.way) > 1 and step_in(base, entry.way[1]) is None


def _without_gone(before: Measure, base: Mapping[str, Any], ours: Measure) -> Measure:
    """The measure as it was, with the milestones in question that the register has not any more."""
    steps = [
        step_in(base, str(step["id"])) if step_in(ours, str(step.get("id"))) is None else step
        for step in before.get(MILESTONES) or []
        if isinstance(step, dict) and "id" in step
    ]
    return {**before, MILESTONES: [step for step in steps if step]} if steps else before


def step_in(data: Mapping[str, Any], identity: str) -> dict[str, Any] | None:
    """The milestone of a measure by its number, None where there is none."""
    steps = data.get(MILESTONES)
    listed = steps if isinstance(steps, list) else []
    return next((s for s in listed if isinstance(s, dict) and str(s.get("id")) == identity), None)


def _at(data: Mapping[str, Any], way: Way) -> Any:
    if len(way) == 1:
        return data.get(way[0])
    step = step_in(data, way[1])
    return step.get(way[2]) if step else None
