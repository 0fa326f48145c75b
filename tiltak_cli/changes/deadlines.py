"""Deadlines, starts and milestones: partial dates compared by the days they mean."""

from collections.abc import Iterator
from datetime import date

from tiltak_cli.changes.kinds import Change, Kind
from tiltak_cli.domain.deadline import PartialDate, norwegian, norwegian_day, norwegian_days
from tiltak_cli.domain.measure import Measure, Milestone
from tiltak_cli.domain.words import quoted


def deadline_changes(old: Measure, new: Measure, old_date: date) -> Iterator[Change]:
    """What happened to a measure's deadline and start. `old_date` is the old edition's date."""
    yield from _deadline(old, new, old_date)
    if old.start != new.start:
        values = (_shown(old.start), _shown(new.start))
        moved = not old.start or not new.start or old.start.first != new.start.first
        how = "flyttet" if moved else "angitt på nytt,"
        text = f"Starten er {how} fra {values[0]} til {values[1]}."
        if not old.start or not new.start:
            text = f"Start er satt til {values[1]}." if new.start else "Starten er tatt bort."
        yield Change(Kind.START, new.id, new.title, "start", *values, text)


def _deadline(old: Measure, new: Measure, old_date: date) -> Iterator[Change]:
    before, now = old.deadline, new.deadline
    if before == now:
        return
    values = (_shown(before), _shown(now))
    if before is None or now is None:
        kind, text = _appeared(old, new)
    elif before.last == now.last:
        kind = Kind.DEADLINE_PRECISION
        how = "presisert" if now.first > before.first else "angitt mindre presist,"
        text = f"Fristen er {how} fra {values[0]} til {values[1]}."
    elif now.last > before.last:
        days = norwegian_days((now.last - before.last).days)
        passed = before.last < old_date and not old.ended
        kind = Kind.POSTPONED_AFTER if passed else Kind.POSTPONED
        after = ", etter at den var passert" if passed else ""
        text = f"Fristen er utsatt fra {values[0]} til {values[1]} (+{days}){after}."
    else:
        days = norwegian_days((before.last - now.last).days)
        kind = Kind.ADVANCED
        text = f"Fristen er framskyndet fra {values[0]} til {values[1]} (−{days})."
    yield Change(kind, new.id, new.title, "frist", *values, text)


def _appeared(old: Measure, new: Measure) -> tuple[Kind, str]:
    """A deadline where there was none, or none where there was one."""
    if new.deadline:
        before = " Tiltaket var løpende." if old.ongoing else ""
        return Kind.DEADLINE_SET, f"Frist er satt til {norwegian(new.deadline)}.{before}"
    was = f" Den var {norwegian(old.deadline)}." if old.deadline else ""
    now = "Tiltaket er nå løpende, uten frist." if new.ongoing else "Fristen er tatt bort."
    return Kind.DEADLINE_REMOVED, now + was


def _shown(partial: PartialDate | None) -> str:
    return norwegian(partial) if partial else ""


def milestone_changes(old: Measure, new: Measure) -> Iterator[Change]:
    """What happened to a measure's milestones, matched by their ids."""
    before = {milestone.id: milestone for milestone in old.milestones}
    now = {milestone.id: milestone for milestone in new.milestones}
    for milestone in new.milestones:
        earlier = before.get(milestone.id)
        if earlier is None:
            due = f", frist {norwegian(milestone.deadline)}" if milestone.deadline else ""
            reached = f", nådd {norwegian_day(milestone.reached)}" if milestone.reached else ""
            text = f"Ny milepæl {_named(milestone)}{due}{reached}."
            yield _change(Kind.MILESTONE_NEW, new, milestone, ("", milestone.text), text)
        elif earlier != milestone:
            yield from _changed(new, earlier, milestone)
    for milestone in old.milestones:
        if milestone.id not in now:
            text = f"Milepæl {_named(milestone)} er tatt bort."
            yield _change(Kind.MILESTONE_REMOVED, new, milestone, (milestone.text, ""), text)


def _changed(measure: Measure, old: Milestone, new: Milestone) -> Iterator[Change]:
    if new.reached != old.reached:
        values = (
            norwegian_day(old.reached) if old.reached else "",
            norwegian_day(new.reached) if new.reached else "",
        )
        if new.reached and not old.reached:
            text = f"Milepæl {_named(new)} ble nådd {values[1]}."
            yield _change(Kind.MILESTONE_REACHED, measure, new, values, text)
        else:
            text = f"Milepæl {_named(new)}: nådd {values[1] or 'er tatt bort'}. Før: {values[0]}."
            yield _change(Kind.MILESTONE_CHANGED, measure, new, values, text)
    if old.deadline != new.deadline:
        yield _moved(measure, old, new)
    if old.text != new.text:
        text = f"Milepæl {new.id} heter nå {quoted(new.text, 100)}. Før: {quoted(old.text, 100)}."
        yield _change(Kind.MILESTONE_CHANGED, measure, new, (old.text, new.text), text)


def _moved(measure: Measure, old: Milestone, new: Milestone) -> Change:
    values = (_shown(old.deadline), _shown(new.deadline))
    if old.deadline and new.deadline and old.deadline.last != new.deadline.last:
        days = (new.deadline.last - old.deadline.last).days
        later = days > 0
        kind = Kind.MILESTONE_POSTPONED if later else Kind.MILESTONE_ADVANCED
        sign = "+" if later else "−"
        text = (
            f"Milepæl {_named(new)} er {'utsatt' if later else 'framskyndet'} fra {values[0]} til "
            f"{values[1]} ({sign}{norwegian_days(abs(days))})."
        )
        return _change(kind, measure, new, values, text)
    text = (
        f"Milepæl {_named(new)} har nå frist {values[1] or 'ingen'}. Før: {values[0] or 'ingen'}."
    )
    return _change(Kind.MILESTONE_CHANGED, measure, new, values, text)


def _named(milestone: Milestone) -> str:
    return f"{milestone.id} {quoted(milestone.text, 80)}"


def _change(
    kind: Kind, measure: Measure, milestone: Milestone, values: tuple[str, str], text: str
) -> Change:
    field = f"milepæler.{milestone.id}"
    return Change(kind, measure.id, measure.title, field, *values, text)
