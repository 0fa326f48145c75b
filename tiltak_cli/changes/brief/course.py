"""What has taken another course, what is done, and what is new."""

from collections import Counter
from collections.abc import Iterator, Mapping

from tiltak_cli.changes.brief.sentence import (
    Claimed,
    Matter,
    Pairs,
    Sentence,
    detail,
    sentence,
)
from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.states import status_said
from tiltak_cli.domain.measure import Assessment, Measure, Status
from tiltak_cli.wording import Phrase, phrase

# Each is told by its own word, in this order.
COURSES = {
    Kind.VANISHED: "brief.vanished",
    Kind.DROPPED: "brief.dropped",
    Kind.ABSORBED: "brief.absorbed",
    Kind.PUT_OFF: "brief.put-off",
    Kind.REOPENED: "brief.reopened",
    Kind.STATUS_BACK: "brief.set-back",
}
NO_STATUS = "brief.no-status"
NEW = {Kind.NEW: "brief.new", Kind.CARRIED_OVER: "brief.carried-over"}


def course(pairs: Pairs) -> Sentence | None:
    """Measures that are gone, decided away, put off, reopened or set back."""
    order = [*COURSES.values(), NO_STATUS]
    changes = sorted(pairs.of(COURSES), key=lambda change: order.index(_claim(change)))
    if not changes:
        return None
    claimed = [Claimed(key, n) for key, n in Counter(map(_claim, changes)).items()]
    details = [detail(pairs.subject(change), _course(change, pairs)) for change in changes]
    return sentence(Matter.COURSE, claimed, details, changes)


def _claim(change: Change) -> str:
    """What happened, in a word: a status that was taken away is no other status."""
    taken_away = change.kind is Kind.STATUS_BACK and change.new is None
    return NO_STATUS if taken_away else COURSES[change.kind]


def _course(change: Change, pairs: Pairs) -> Phrase:
    match change.kind:
        case Kind.VANISHED:
            return phrase("brief.was-not-ended", status=status_said(pairs.measure(change)))
        case Kind.REOPENED:
            return phrase("brief.was-ended", old=change.old, to=change.new)
        case Kind.STATUS_BACK if change.new is None:
            return phrase("brief.status-was", old=change.old)
        case Kind.STATUS_BACK:
            return phrase("brief.set-back-from", old=change.old, to=change.new)
        case _:
            return _decided(change.kind, pairs.measure(change), pairs.now)


def _decided(kind: Kind, measure: Measure, now: Mapping[str, Measure]) -> Phrase:
    """What comes instead of a measure, what it is part of, or what it waits for, if any."""
    if kind is Kind.DROPPED:
        heirs = tuple(m.id for m in now.values() if measure.id in m.replaces)
        return phrase("brief.replaced-by", by=heirs) if heirs else phrase("brief.is-dropped")
    if kind is Kind.ABSORBED:
        into = measure.absorbed_into
        return phrase("brief.part-of", into=into) if into else phrase("brief.is-absorbed")
    first = (code for code in measure.depends_on if code in now and not now[code].ended)
    waits = tuple(first)
    return phrase("brief.waits-for", on=waits) if waits else phrase("brief.is-put-off")


def completed(pairs: Pairs) -> Sentence | None:
    """Measures that are done: in time first, then those that were most days late last."""
    late = {c.measure_id: _days_late(pairs.measure(c)) for c in pairs.of([Kind.COMPLETED])}

    def order(change: Change) -> tuple[bool, int]:
        days = late[change.measure_id]
        return days is None, max(days or 0, 0)

    changes = sorted(pairs.of([Kind.COMPLETED]), key=order)
    details = []
    for change in changes:
        days = late[change.measure_id]
        if days is None:
            timing = phrase("brief.without-deadline")
        else:
            timing = phrase("brief.after", days=days) if days > 0 else phrase("brief.in-time")
        details.append(detail(pairs.subject(change), timing))
    claimed = [Claimed("brief.completed", len(changes))]
    return sentence(Matter.COMPLETED, claimed, details, changes) if changes else None


def _days_late(measure: Measure) -> int | None:
    """How many days after its deadline a measure was done; None where one of them is not known."""
    if measure.completed is None or measure.deadline is None:
        return None
    return (measure.completed - measure.deadline.last).days


def new(pairs: Pairs) -> Sentence | None:
    """Measures that were not in the older edition, new ones before those carried over."""
    changes = sorted(pairs.of(NEW), key=lambda change: change.kind is Kind.CARRIED_OVER)
    claimed = [Claimed("brief.new", sum(change.kind is Kind.NEW for change in changes))]
    origins = (pairs.measure(c).origin for c in changes if c.kind is Kind.CARRIED_OVER)
    periods = [origin.period.replace("-", "–") for origin in origins if origin]
    for period in dict.fromkeys(periods):
        values = (("period", period),)
        claimed.append(Claimed("brief.carried-over", periods.count(period), values))
    details = []
    for change in changes:
        phrases = tuple(_new(pairs.measure(change), pairs))
        details.append(detail(pairs.subject(change), *phrases, short=phrases[:1]))
    return sentence(Matter.NEW, claimed, details, changes) if changes else None


def _new(measure: Measure, pairs: Pairs) -> Iterator[Phrase]:
    """The status, then what is wrong with it from the start, and what it comes in place of."""
    if measure.status is Status.DROPPED:
        yield phrase("brief.is-dropped")
    else:
        yield phrase("brief.is", status=status_said(measure))
    if measure.assessment in (Assessment.YELLOW, Assessment.RED) and not measure.ended:
        yield phrase("brief.has-assessment", to=measure.assessment)
    day, due = pairs.comparison.day, measure.deadline
    if due and measure.overdue(day):
        yield phrase("brief.has-passed", deadline=due, days=(day - due.last).days)
    replaced = tuple(code for code in measure.replaces if code in {**pairs.before, **pairs.now})
    if replaced:
        yield phrase("brief.replaces", ids=replaced)
