"""A workbook's measures with what people have written in it since it was made."""

from collections.abc import Iterable, Mapping
from typing import Any

from tiltak_cli.domain.identity.numbers import next_number
from tiltak_cli.sources.schema.parts import FIRST_ID
from tiltak_cli.sources.workbook.answers.entries import Entry, NewRow, Returned
from tiltak_cli.sources.workbook.base import Base

Measure = dict[str, Any]


def filled(base: Base, brought: Returned, used: Iterable[str]) -> Base:
    """The base as the cells have it. New measures get the ids that follow those that are `used`."""
    entries: dict[str, list[Entry]] = {}
    for entry in brought.entries:
        entries.setdefault(entry.measure, []).append(entry)
    names = {old: new for old, new, _ in brought.renamed}
    measures = []
    for measure in base.measures:
        identity = str(measure["id"])
        changed = with_entries(measure, entries.get(identity, ()))
        measures.append({**changed, "id": names.get(identity, identity)})
    numbered = with_ids(brought.new, [*used, *(str(measure["id"]) for measure in measures)])
    measures += [{"id": identity, **row.fields} for identity, row in numbered]
    return base._replace(measures=tuple(measures), total=base.total + len(numbered))


def with_entries(measure: Mapping[str, Any], entries: Iterable[Entry]) -> Measure:
    """A measure's plain data with other values; None takes a field out."""
    changed = dict(measure)
    for entry in entries:
        if len(entry.way) == 1:
            _put(changed, entry.way[0], entry.new)
            continue
        key, identity, field = entry.way
        steps = [dict(step) for step in changed.get(key) or []]
        step = next((s for s in steps if str(s.get("id")) == identity), None)
        if step is None:
            steps.append(step := {"id": identity})
        _put(step, field, entry.new)
        changed[key] = steps
    return changed


def with_ids(new: Iterable[NewRow], used: Iterable[str]) -> list[tuple[str, NewRow]]:
    """New measures with the ids that people gave them, or else the next ones that are free."""
    taken = list(used)
    numbered = []
    for row in new:
        identity = row.id or next_number(taken, FIRST_ID)
        taken.append(identity)
        numbered.append((identity, row))
    return numbered


def _put(fields: Measure, key: str, value: Any) -> None:
    if value is None:
        fields.pop(key, None)
    else:
        fields[key] = value
