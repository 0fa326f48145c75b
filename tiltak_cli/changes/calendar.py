"""What the calendar alone has changed: deadlines, milestones and starts that have passed."""

from collections.abc import Iterable, Iterator
from datetime import date

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.wording import Phrase, phrase


def passed(pairs: Iterable[tuple[Measure, Measure]], then: date, now: date) -> Iterator[Change]:
    """What has passed since one day on another, of measures that are in both editions.

    Nobody need have written anything: these changes have a field only where it is a milestone's.
    """
    for old, new in pairs:
        if not new.ended and new.status is not Status.POSTPONED:
            yield from _deadline(old, new, then, now)
            yield from _milestones(new, then, now)
            if new.start and then <= new.start.last and new.late_start(now):
                sentence = phrase("change.start-passed", start=new.start)
                yield _change(Kind.START_PASSED, new, ("", new.start), sentence)


def _deadline(old: Measure, new: Measure, then: date, now: date) -> Iterator[Change]:
    """A measure that was not late is now; or it was, and has missed its new deadline too."""
    due = new.deadline
    # Whether one without a status was late nobody knows.
    if due is None or old.status is None or not new.overdue(now):
        return
    was_late = old.overdue(then)
    if was_late and due.last < then:
        return
    key = "change.became-late-again" if was_late else "change.became-late"
    sentence = phrase(key, deadline=due, days=(now - due.last).days)
    yield _change(Kind.BECAME_LATE, new, ("", due), sentence)


def _milestones(new: Measure, then: date, now: date) -> Iterator[Change]:
    for step in new.milestones:
        due = step.deadline
        if due and not step.reached and then <= due.last < now:
            days = (now - due.last).days
            sentence = phrase(
                "change.milestone-passed", id=step.id, text=step.text, due=due, days=days
            )
            yield _change(Kind.MILESTONE_PASSED, new, (f"milepæler.{step.id}", due), sentence)


def _change(kind: Kind, measure: Measure, what: tuple[str, object], sentence: Phrase) -> Change:
    """A change to `what`: a field if any, and the date that has passed."""
    return Change(
        kind=kind,
        measure_id=measure.id,
        title=measure.title,
        field=what[0],
        old=None,
        new=what[1],
        said=(sentence,),
    )
