"""What can be told of a register with faults: the measures that are clear, and which are not.

A measure with a fault in its form or its values is left out, for what it says is not known; and so
are those whose id stands twice. A broken rule leaves nothing out, and neither does a field that is
only not stated.
"""

import re
from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.domain.identity.matching import match
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.register.build import build_measure
from tiltak_cli.sources.register.judge import Governed
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.yaml.lines import LINE_BREAK

# A line that gives an id; the second group begins where the field's name does.
ID = re.compile(r"(\s*(?:- +)?)(id)\s*:\s*[\"']?(T[0-9]+)\b")


class Told(NamedTuple):
    """A register as far as it is clear, and its measures' data as read, in the same order.

    `aside` is that of the measures that are left out.
    """

    register: Register
    plain: tuple[Any, ...]
    aside: tuple[Any, ...] = ()


def errors_of(governed: Governed) -> tuple[Finding, ...]:
    """The errors that count: what is accepted is passed over, but not where it is unclear."""
    aside = (f for f in governed.set_aside if f.severity is Severity.ERROR and _unclear(f))
    return (*governed.loaded.errors, *aside)


def told(loaded: Loaded, errors: tuple[Finding, ...], day: date | None = None) -> Told | None:
    """What can be told of a register with some errors; None where that would not be safe.

    `day` stands for the register's own date, where that is not known, else the last one of its
    strategy.
    """
    register = loaded.register or loaded.partial
    if register is None or not loaded.readable:
        return None
    if not loaded.dated:
        register = register._replace(as_of=day or register.as_of, dated=False)
    unclear = _unclear_positions(loaded, register, errors)
    kept = [n for n in range(len(register.measures)) if n not in unclear]
    out = sorted(unclear)
    hidden = _hidden(loaded, register) if any(map(_hides, errors)) else ()
    return Told(
        register=register._replace(
            measures=tuple(register.measures[n] for n in kept),
            left_out=(*(register.measures[n] for n in out), *map(build_measure, hidden)),
            faults=len(errors),
        ),
        plain=tuple(loaded.plain[n] for n in kept),
        aside=(*(loaded.plain[n] for n in out), *hidden),
    )


def comparable(old: Register, new: Register) -> tuple[Register, Register]:
    """Two editions without the measures that are left out of either, whatever id they have in it.

    What is known on one side only would seem to have come or gone.
    """
    if not old.left_out and not new.left_out:
        return old, new
    (all_before, before), (all_now, now) = map(_told_apart, (old, new))
    numbers = match(all_before, all_now, new.organisations.identity).numbers
    before |= now | {was for was, became in numbers.items() if became in now}
    now |= {became for was, became in numbers.items() if was in before} | before
    return _without(old, before), _without(new, now)


def _told_apart(register: Register) -> tuple[dict[str, Measure], set[str]]:
    """Every measure by an id of its own, and the ids of those that are left out."""
    measures = {measure.id: measure for measure in register.measures}
    out: dict[str, Measure] = {}
    for measure in register.left_out:
        name = measure.id
        while name in out or not name:
            name += "\0"
        out[name] = measure._replace(id=name)
    return {**measures, **out}, {*out}


def _without(register: Register, ids: set[str]) -> Register:
    out = [measure for measure in register.measures if measure.id in ids]
    kept = tuple(measure for measure in register.measures if measure.id not in ids)
    return register._replace(measures=kept, left_out=(*register.left_out, *out))


def _unclear_positions(
    loaded: Loaded, register: Register, errors: tuple[Finding, ...]
) -> frozenset[int]:
    """The positions of the measures of which it is not clear what they say."""
    if not errors:
        return loaded.unread
    position: dict[tuple[str, int], int] = {}
    count: Counter[str] = Counter()
    for index, located in enumerate(loaded.located):
        count[located.file] += 1
        position[located.file, count[located.file]] = index
    places = {(f.place.file, f.measure_number) for f in errors if _hides(f)}
    ids = Counter(measure.id for measure in register.measures)
    again = {n for n, measure in enumerate(register.measures) if ids[measure.id] > 1}
    at_fault = {position[place] for place in places if place in position}
    return loaded.unread | at_fault | again


def _hidden(loaded: Loaded, register: Register) -> tuple[dict[str, str], ...]:
    """The measures whose ids stand in the texts, but which a fault has made part of another.

    An id stands where those of the other measures do: one of another column is something else's.
    """
    known = {measure.id for measure in register.measures}
    lines = (line for _, text in loaded.texts for line in LINE_BREAK.split(text))
    ids = [(match.start(2), match[3]) for line in lines if (match := ID.match(line))]
    column, _ = Counter(column for column, _ in ids).most_common(1)[0] if ids else (0, 0)
    names = dict.fromkeys(name for at, name in ids if at == column and name not in known)
    return tuple({"id": name} for name in names)


def _unclear(finding: Finding) -> bool:
    return finding.code.startswith(UNCLEAR)


def _hides(finding: Finding) -> bool:
    """Whether a fault makes it unclear what its measure says."""
    return _unclear(finding) and not finding.unstated
