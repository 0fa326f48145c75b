"""Which milestone each row is that the workbook was not made with: its measure, and its number."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.schema.parts import MILESTONE_ID

FIRST_STEP = "M1"
NUMBER = re.compile(r"[0-9]+")
# The milestones of each measure, as plain data.
Steps = Mapping[str, Sequence[Mapping[str, Any]]]


class NewStep(NamedTuple):
    """A row of a milestone that the workbook was not made with: what is written in it.

    `typed` is the number that someone has given it, or empty.
    """

    measure: str
    typed: str
    text: str


class Number(NamedTuple):
    """The number of a milestone. One that is `given` here is no one's own, and may be another."""

    name: str
    given: bool = False


def next_step(taken: Iterable[str]) -> str:
    """The number of a milestone after the highest of those that are taken."""
    used = [int(match[0]) for name in taken if (match := NUMBER.search(name))]
    return f"M{max(used) + 1}" if used else FIRST_STEP


def numbered(rows: Sequence[NewStep], exported: Steps, register: Steps) -> list[Number]:
    """The number of each new milestone: the one that is written, or the next that is free.

    A number is taken by those in the workbook's base, by those in the register now, and by all that
    somebody has written. Where the register has got a milestone that says what a row without a
    number says, the row is that one: the workbook has been read before.
    """
    taken: dict[str, set[str]] = {}
    for row in rows:
        known = (*exported.get(row.measure, ()), *register.get(row.measure, ()))
        names = taken.setdefault(row.measure, {str(step.get("id")) for step in known})
        names |= {_as_number(row.typed)} if row.typed else set()
    seen = {(row.measure, _as_number(row.typed)) for row in rows if row.typed}
    numbers: list[Number] = []
    for row in rows:
        if row.typed:
            numbers.append(Number(_as_number(row.typed)))
            continue
        were = {str(step.get("id")) for step in exported.get(row.measure, ())}
        since = {
            str(step.get("id")): step
            for step in register.get(row.measure, ())
            if str(step.get("id")) not in were and (row.measure, str(step.get("id"))) not in seen
        }
        there = _like(row.text, since)
        name = there or next_step(taken[row.measure])
        taken[row.measure].add(name)
        seen.add((row.measure, name))
        numbers.append(Number(name, given=not there))
    return numbers


def _as_number(typed: str) -> str:
    """A number as milestones have it, where the letter is written small; else as it stands."""
    return typed.upper() if re.match(MILESTONE_ID, typed.upper()) else typed


def _like(text: str, steps: Mapping[str, Mapping[str, Any]]) -> str:
    """The milestone that says the same, or nothing."""
    same = (name for name, step in steps.items() if folded(str(step.get("tekst"))) == folded(text))
    return next(same, "")
