"""What became of the measures from the previous strategy's period: none may be left unexplained."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tiltak_cli.domain.measure import NEEDS_REASON, Measure, Origin, Status
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.wording import Phrase, phrase


class Outcome(StrEnum):
    """How a measure that was carried over ended, or that it goes on."""

    COMPLETED = "fullført"
    CONTINUED = "videreføres"
    DROPPED = "tatt ut"
    ABSORBED = "innlemmet"
    UNEXPLAINED = "mangler forklaring"


OUTCOMES = {
    Status.COMPLETED: Outcome.COMPLETED,
    Status.DROPPED: Outcome.DROPPED,
    Status.ABSORBED: Outcome.ABSORBED,
}


class Carried(NamedTuple):
    """A measure with an origin, what became of it, and what the register says of that."""

    measure: Measure
    origin: Origin
    outcome: Outcome
    said: tuple[Phrase, ...]


def carried_over(
    measures: tuple[Measure, ...], by_id: dict[str, Measure], report_date: date
) -> tuple[Carried, ...]:
    """The measures with an origin, in the register's order.

    One that is completed must say its result, one that goes on its deadline, one that is put off,
    dropped or absorbed the reason: otherwise it is unexplained.
    """
    return tuple(
        Carried(measure, measure.origin, *_outcome(measure, by_id, report_date))
        for measure in measures
        if measure.origin
    )


def by_outcome(carried: tuple[Carried, ...]) -> dict[Outcome, tuple[Carried, ...]]:
    """The same by what became of them, without the outcomes that none has."""
    groups = {kind: tuple(item for item in carried if item.outcome is kind) for kind in Outcome}
    return {kind: members for kind, members in groups.items() if members}


def _outcome(
    measure: Measure, by_id: dict[str, Measure], report_date: date
) -> tuple[Outcome, tuple[Phrase, ...]]:
    missing = _missing(measure)
    if missing:
        return Outcome.UNEXPLAINED, (phrase(f"carried.no-{missing}"),)
    words = sentence(_words(measure))
    phrases = (_opening(measure, by_id, report_date), phrase("carried.text", text=words))
    known = phrases if words else phrases[:1]
    ended = OUTCOMES.get(measure.status) if measure.status else None
    return ended or Outcome.CONTINUED, tuple(filter(None, known))


def _missing(measure: Measure) -> str:
    """What the register must say of a measure in its status, but does not."""
    if measure.status is Status.COMPLETED:
        return "" if measure.result.strip() else "result"
    if measure.status is Status.ABSORBED and not measure.absorbed_into:
        return "target"
    if measure.status in NEEDS_REASON:
        return "" if measure.reason.strip() else "reason"
    return "" if measure.deadline or measure.ongoing else "deadline"


def _words(measure: Measure) -> str:
    """The register's own words of what became of a measure."""
    if measure.status is Status.COMPLETED:
        return measure.result
    return measure.reason if measure.status in NEEDS_REASON else measure.progress


def _opening(measure: Measure, by_id: dict[str, Measure], report_date: date) -> Phrase | None:
    """When it was done, what it became part of, that it is put off, or when it is due."""
    match measure.status:
        case Status.COMPLETED:
            return phrase("carried.on", day=measure.completed) if measure.completed else None
        case Status.ABSORBED:
            return _into(measure.absorbed_into, by_id.get(measure.absorbed_into))
        case Status.POSTPONED:
            return phrase("carried.postponed")
        case Status.DROPPED:
            return None
        case _:
            due = measure.deadline
    if due is None:
        return phrase("carried.ongoing")
    late = "-passed" if measure.overdue(report_date) else ""
    return phrase(f"carried.deadline{late}", deadline=due)


def _into(code: str, target: Measure | None) -> Phrase:
    if target is None:
        return phrase("carried.into-unknown", id=code)
    return phrase("carried.into", id=code, title=target.title)
