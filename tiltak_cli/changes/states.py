"""What state a measure is in: its status, priority and assessment, and what goes with them."""

from collections.abc import Iterator
from typing import Any

from tiltak_cli.changes.change import Change, Kind, Pair
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import ENDED, Assessment, Measure, Priority, Status
from tiltak_cli.wording import Phrase, phrase

RANK = {status: position for position, status in enumerate(Status)}
PRIORITIES = list(Priority)
ASSESSMENTS = list(Assessment)
EXITS = {
    Status.COMPLETED: Kind.COMPLETED,
    Status.DROPPED: Kind.DROPPED,
    Status.ABSORBED: Kind.ABSORBED,
    Status.POSTPONED: Kind.PUT_OFF,
}
# What a measure may have while the work goes on, and when it is over or put off; by key.
STANDING = ("fremdrift", "avvik", "risiko")
CLOSING = ("begrunnelse", "resultat")
OF_ONE_STATUS = ("gjennomført", "innlemmet_i")


def state_changes(pair: Pair) -> Iterator[Change]:
    """What happened to a measure's status, priority and assessment."""
    yield from _status(pair)
    yield from _priority(pair)
    yield from _assessment(pair)


def told_with_state(pair: Pair) -> frozenset[str]:
    """The fields, by key, that need no change of their own: those changes tell of them.

    Either they give a value as it is now, or the value has gone with the status or the assessment
    that it belonged to, which is in `Change.also`. What is new and not given is never among them.
    """
    given = [_reason(pair)]
    if pair.old.status is not pair.new.status:
        given += ["gjennomført"] * (pair.new.status is Status.COMPLETED)
        given += ["innlemmet_i"] * (pair.new.status is Status.ABSORBED)
    if pair.old.assessment is not pair.new.assessment:
        given += ["avvik"] * (pair.new.assessment is not None)
    return frozenset([*(key for key in given if _value(pair.new, key)), *went(pair)])


def status_said(measure: Measure) -> Status | Phrase:
    """The status of a measure as a sentence says it, also where it is not stated."""
    return measure.status or phrase("unstated.status")


def _status(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.status, pair.new.status
    if old is new:
        return
    if old is None and new not in EXITS:
        # It is told like any field that is filled in.
        return
    if new is None:
        # Of one that nobody says the status of any more, nobody can say that it goes well.
        kind, phrases = Kind.STATUS_BACK, [phrase("change.status-removed", old=old)]
    elif new in EXITS:
        kind, phrases = EXITS[new], [_exit(pair.new)]
        # That it was over already is what a reader would least expect.
        phrases += [phrase("change.was-ended", old=old)] * (old in ENDED)
    elif old in ENDED:
        kind, phrases = Kind.REOPENED, [phrase("change.reopened", old=old, new=new)]
    elif _moves_on(pair):
        kind, phrases = Kind.STATUS_FORWARD, [phrase("change.status", old=old, new=new)]
    else:
        kind, phrases = Kind.STATUS_BACK, [phrase("change.status-back", old=old, new=new)]
    yield pair.change(kind, "status", (old, new), *phrases, why=_value(pair.new, _reason(pair)))


def _exit(new: Measure) -> Phrase:
    """How a measure has ended, or that it is put off."""
    if new.status is Status.COMPLETED:
        if not new.completed:
            return phrase("change.completed")
        late = (new.completed - new.deadline.last).days if new.deadline else 0
        key = "change.completed-late" if late > 0 else "change.completed-on"
        return phrase(key, day=new.completed, late=late)
    if new.status is Status.ABSORBED:
        return phrase("change.absorbed", into=new.absorbed_into)
    return phrase("change.dropped" if new.status is Status.DROPPED else "change.put-off")


def _priority(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.priority, pair.new.priority
    if old and new and old is not new:
        raised = PRIORITIES.index(new) < PRIORITIES.index(old)
        kind = Kind.PRIORITY_RAISED if raised else Kind.PRIORITY_LOWERED
        key = "change.priority-raised" if raised else "change.priority-lowered"
        yield pair.change(kind, "prioritet", (old, new), phrase(key, old=old, new=new))


def _assessment(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.assessment, pair.new.assessment
    if old is new or "vurdering" in went(pair):
        return
    if new is None:
        kind, key = Kind.ASSESSMENT_REMOVED, "change.assessment-removed"
    elif old is None:
        kind, key = Kind.ASSESSMENT_SET, "change.assessment-set"
    elif ASSESSMENTS.index(new) > ASSESSMENTS.index(old):
        kind, key = Kind.ASSESSMENT_WORSE, "change.assessment-worse"
    else:
        kind, key = Kind.ASSESSMENT_BETTER, "change.assessment-better"
    news = new and pair.new.deviation != pair.old.deviation
    why = pair.new.deviation if news else ""
    yield pair.change(kind, "vurdering", (old, new), phrase(key, old=old, new=new), why=why)


def _reason(pair: Pair) -> str:
    """The field, by key, with the register's own reason for the new status; or nothing."""
    if pair.old.status is pair.new.status:
        return ""
    if pair.new.status in EXITS:
        return "resultat" if pair.new.status is Status.COMPLETED else "begrunnelse"
    # The first word of progress tells why the work has begun.
    return "fremdrift" if _moves_on(pair) and not pair.old.progress else ""


def _moves_on(pair: Pair) -> bool:
    """Whether the new status is a later one of the work, or the work is taken up again."""
    old, new = pair.old.status, pair.new.status
    if old is None or new is None:
        return False
    return old is Status.POSTPONED or RANK[new] > RANK[old]


def went(pair: Pair) -> dict[str, str]:
    """The fields that lost their value with a status or an assessment, and which; both by key."""
    old, new = pair.old, pair.new
    gone: dict[str, str] = {}
    if old.assessment is not new.assessment:
        gone["avvik"] = "vurdering"
    if old.status is not new.status:
        keys = list(OF_ONE_STATUS)
        keys += STANDING if new.status in EXITS else ()
        keys += ["vurdering"] * new.ended
        keys += CLOSING if old.status in EXITS else ()
        gone |= dict.fromkeys(keys, "status")
    return {key: to for key, to in gone.items() if _value(old, key) and not _value(new, key)}


def _value(measure: Measure, key: str) -> Any:  # noqa: ANN401 - the field may be of any kind
    return getattr(measure, BY_KEY[key].attribute) if key else ""
