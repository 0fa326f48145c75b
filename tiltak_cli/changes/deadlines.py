"""Deadlines and starts: partial dates compared by the days they mean."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.wording import Phrase, phrase


def deadline_changes(old: Measure, new: Measure, old_date: date) -> Iterator[Change]:
    """What happened to a measure's deadline and start. `old_date` is the old edition's date."""
    yield from _deadline(old, new, old_date)
    before, now = old.start, new.start
    if before != now:
        if before and now:
            within = before.first <= now.first and now.last <= before.last
            around = now.first <= before.first and before.last <= now.last
            moved = before.first != now.first and not within and not around
            key = "change.start-moved" if moved else "change.start-again"
        else:
            key = "change.start-set" if now else "change.start-removed"
        sentence = phrase(key, old=before, new=now)
        yield Change(
            kind=Kind.START,
            measure_id=new.id,
            title=new.title,
            field="start",
            old=before,
            new=now,
            said=(sentence,),
        )


def _deadline(old: Measure, new: Measure, old_date: date) -> Iterator[Change]:
    before, now = old.deadline, new.deadline
    if before == now:
        return
    values: dict[str, Any] = {"old": before, "new": now}
    if before is None or now is None:
        kind, phrases = _appeared(old, new)
        yield Change(
            kind=kind,
            measure_id=new.id,
            title=new.title,
            field="frist",
            old=before,
            new=now,
            said=phrases,
        )
        return
    if before.last == now.last:
        kind = Kind.DEADLINE_PRECISION
        precise = now.first > before.first
        key = "change.deadline-precise" if precise else "change.deadline-vague"
    elif now.last > before.last:
        values["days"] = (now.last - before.last).days
        passed = before.last < old_date and not old.ended
        kind = Kind.POSTPONED_AFTER if passed else Kind.POSTPONED
        key = "change.postponed-after" if passed else "change.postponed"
    else:
        values["days"] = (before.last - now.last).days
        kind, key = Kind.ADVANCED, "change.advanced"
    yield Change(
        kind=kind,
        measure_id=new.id,
        title=new.title,
        field="frist",
        old=before,
        new=now,
        said=(phrase(key, **values),),
    )


def _appeared(old: Measure, new: Measure) -> tuple[Kind, tuple[Phrase, ...]]:
    """A deadline where there was none, or none where there was one."""
    if new.deadline:
        phrases = [phrase("change.deadline-set", new=new.deadline)]
        phrases += [phrase("change.was-ongoing")] * (old.ongoing and not new.ongoing)
        return Kind.DEADLINE_SET, tuple(phrases)
    phrases = [phrase("change.now-ongoing" if new.ongoing else "change.deadline-removed")]
    was = "change.deadline-was" if new.ongoing else "change.it-was"
    phrases += [phrase(was, old=old.deadline)] * bool(old.deadline)
    return Kind.DEADLINE_REMOVED, tuple(phrases)


def told_with_deadline(old: Measure, new: Measure) -> frozenset[str]:
    """The fields, by key, that the deadline's change tells of besides."""
    keys = set()
    if not old.original_deadline and new.original_deadline == old.deadline != new.deadline:
        keys.add("opprinnelig_frist")
    # A deadline instead of going on, or going on instead of a deadline.
    if old.ongoing != new.ongoing and all(m.ongoing is (m.deadline is None) for m in (old, new)):
        keys.add("løpende")
    return frozenset(keys)
