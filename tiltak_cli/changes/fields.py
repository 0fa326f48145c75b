"""What happened to one measure, field by field; what follows from a change is told with it."""

from collections.abc import Iterator
from typing import Any

from tiltak_cli.changes.deadlines import deadline_changes, milestone_changes
from tiltak_cli.changes.kinds import Change, Kind
from tiltak_cli.changes.pair import Pair
from tiltak_cli.changes.roles import participants, responsibility
from tiltak_cli.changes.texts import editorial, news
from tiltak_cli.domain.deadline import norwegian_day, norwegian_days
from tiltak_cli.domain.fields import FIELDS, Diff, Field
from tiltak_cli.domain.measure import (
    ENDED,
    Assessment,
    Measure,
    Priority,
    Status,
)
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.words import listed, quoted
from tiltak_cli.domain.written import written

RANK = {status: position for position, status in enumerate(Status)}
PRIORITIES = list(Priority)
ASSESSMENTS = list(Assessment)
EXITS = {
    Status.COMPLETED: Kind.COMPLETED,
    Status.DROPPED: Kind.DROPPED,
    Status.ABSORBED: Kind.ABSORBED,
    Status.POSTPONED: Kind.PUT_OFF,
}
# Told by a function of their own below.
OWN = frozenset(
    {"status", "ansvarlig", "prioritet", "start", "frist", "løpende", "milepæler", "vurdering"}
    | {"retningsvalg", "målområder", "utførende", "deltakere"}
)


def field_changes(old: Measure, new: Measure, before: Register, after: Register) -> list[Change]:
    """Every change of one measure between two editions, weightiest kinds first."""
    pair = Pair(old, new, before, after)
    found = [
        *_status(pair),
        *responsibility(pair),
        *_priority(pair),
        *deadline_changes(old, new, before.as_of),
        *_assessment(pair),
        *_sets(pair),
        *milestone_changes(old, new),
        *_others(pair),
    ]
    order = list(Kind)
    return sorted(found, key=lambda change: order.index(change.kind))


def _status(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.status, pair.new.status
    if old is new:
        return
    values = (str(old), str(new))
    if new in EXITS:
        yield pair.change(EXITS[new], "status", values, *_exit_text(pair.new))
    elif old in ENDED:
        text = f"Gjenåpnet: status var {old} og er nå {new}."
        yield pair.change(Kind.REOPENED, "status", values, text)
    elif old is Status.POSTPONED or RANK[new] > RANK[old]:
        text = f"Status er endret fra {old} til {new}."
        why = pair.new.progress if _starts(pair) else ""
        yield pair.change(Kind.STATUS_FORWARD, "status", values, text, why)
    else:
        text = f"Status er satt tilbake fra {old} til {new}."
        yield pair.change(Kind.STATUS_BACK, "status", values, text)


def _exit_text(new: Measure) -> tuple[str, str]:
    """The sentence and the register's own reason for a measure that has ended or is put off."""
    if new.status is Status.COMPLETED:
        when = f" {norwegian_day(new.completed)}" if new.completed else ""
        days = (new.completed - new.deadline.last).days if new.completed and new.deadline else 0
        late = f", {norwegian_days(days)} etter fristen" if days > 0 else ""
        return f"Gjennomført{when}{late}.", new.result
    if new.status is Status.ABSORBED:
        return f"Innlemmet i {new.absorbed_into}.", new.reason
    return ("Utgår." if new.status is Status.DROPPED else "Satt på vent."), new.reason


def _priority(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.priority, pair.new.priority
    if old is not new:
        raised = PRIORITIES.index(new) < PRIORITIES.index(old)
        kind = Kind.PRIORITY_RAISED if raised else Kind.PRIORITY_LOWERED
        text = f"Prioriteten er {'hevet' if raised else 'senket'} fra {old} til {new}."
        yield pair.change(kind, "prioritet", (str(old), str(new)), text)


def _assessment(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.assessment, pair.new.assessment
    if old is new:
        return
    values = (str(old or ""), str(new or ""))
    why = pair.new.deviation if pair.new.deviation != pair.old.deviation else ""
    if new is None:
        if not pair.new.ended:
            text = f"Vurderingen ({old}) er tatt bort."
            yield pair.change(Kind.ASSESSMENT_REMOVED, "vurdering", values, text)
    elif old is None:
        text = f"Vurderes nå som {new}."
        yield pair.change(Kind.ASSESSMENT_SET, "vurdering", values, text, why)
    else:
        worse = ASSESSMENTS.index(new) > ASSESSMENTS.index(old)
        kind = Kind.ASSESSMENT_WORSE if worse else Kind.ASSESSMENT_BETTER
        text = f"Vurderingen er {'forverret' if worse else 'bedret'} fra {old} til {new}."
        yield pair.change(kind, "vurdering", values, text, why)


def _sets(pair: Pair) -> Iterator[Change]:
    """Lists without an order: directions, areas, who executes and who takes part."""
    identity = pair.after.organisations.identity
    old, new = pair.old, pair.new
    yield from _directions(pair)
    if set(old.areas) != set(new.areas):
        values = (listed(old.areas), listed(new.areas))
        text = f"Målområdene er endret fra {values[0]} til {values[1]}."
        yield pair.change(Kind.AREAS, "målområder", values, text)
    if {identity(c) for c in old.executing} != {identity(c) for c in new.executing}:
        values = (listed(old.executing), listed(new.executing))
        text = f"Utførende er nå {values[1] or 'ingen'}. Før: {values[0] or 'ingen'}."
        yield pair.change(Kind.EXECUTING, "utførende", values, text)
    yield from participants(pair)


def _directions(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.directions, pair.new.directions
    added = [code for code in new if code not in old]
    removed = [code for code in old if code not in new]
    values = (listed(old), listed(new))
    if added and removed:
        text = f"Retningsvalg er flyttet fra {listed(removed)} til {listed(added)}."
        yield pair.change(Kind.DIRECTIONS_MOVED, "retningsvalg", values, text)
    elif added:
        text = f"Følger nå også opp retningsvalg {listed(added)}."
        yield pair.change(Kind.DIRECTIONS_EXTENDED, "retningsvalg", values, text)
    elif removed:
        text = f"Følger ikke lenger opp retningsvalg {listed(removed)}."
        yield pair.change(Kind.DIRECTIONS_NARROWED, "retningsvalg", values, text)


def _others(pair: Pair) -> Iterator[Change]:
    """Every other field of the table, unless a change above has told it already."""
    told = _told_elsewhere(pair)
    for field in FIELDS:
        if field.key in OWN or field.key in told or field.diff in (Diff.IDENTITY, Diff.BOOKKEEPING):
            continue
        old, new = getattr(pair.old, field.attribute), getattr(pair.new, field.attribute)
        if field.diff is Diff.TEXT:
            yield from _text(pair, field, old, new)
        elif (set(old) != set(new)) if field.diff is Diff.SET else (old != new):
            yield _other(pair, field, old, new)


def _other(pair: Pair, field: Field, old: Any, new: Any) -> Change:  # noqa: ANN401
    """A field without a kind of its own: a list tells what came and went, a value both."""
    values = (written(old), written(new))
    if field.diff in (Diff.SET, Diff.ORDERED):
        came = written(tuple(item for item in new if item not in old))
        went = written(tuple(item for item in old if item not in new))
        parts = [f"lagt til {came}"] * bool(came) + [f"tatt bort {went}"] * bool(went)
        text = f"{field.nb}: {listed(parts) or 'ny rekkefølge'}."
    else:
        text = f"{field.nb}: {values[1] or 'tatt bort'}."
        text += f" Før: {values[0]}." if values[0] else ""
    return pair.change(Kind.OTHER, field.key, values, text)


def _text(pair: Pair, field: Field, old: str, new: str) -> Iterator[Change]:
    """A text: only other words are a change; other blanks or line breaks are not."""
    before, now = old.split(), new.split()
    if before == now:
        return
    values = (" ".join(before), " ".join(now))
    verb = "endret" if before and now else "lagt til" if now else "tatt bort"
    if not field.public:
        yield pair.change(Kind.EDITORIAL, field.key, values, f"{field.nb} er {verb}.")
    elif before and now and editorial(old, new):
        yield pair.change(Kind.EDITORIAL, field.key, values, f"{field.nb} er omskrevet.")
    elif field.key == "tittel":
        text = f"Ny tittel: {quoted(new, 100)}. Før: {quoted(old, 100)}."
        yield pair.change(Kind.CONTENT, field.key, values, text)
    else:
        yield pair.change(Kind.CONTENT, field.key, values, f"{field.nb} er {verb}.", news(old, new))


def _told_elsewhere(pair: Pair) -> set[str]:
    """Fields that follow from a change that is told already. What is new is never among them."""
    old, new = pair.old, pair.new
    told: set[str] = set()
    if not old.original_deadline and new.original_deadline == old.deadline != new.deadline:
        told.add("opprinnelig_frist")
    if old.status is not new.status:
        told |= {"gjennomført", "innlemmet_i"}
        if new.status in EXITS:
            told.add("resultat" if new.status is Status.COMPLETED else "begrunnelse")
            told |= {key for key, text in _standing(new) if not text}
        if old.status in EXITS:
            told |= {key for key, text in _closing(new) if not text}
        if _starts(pair):
            told.add("fremdrift")
    if old.assessment is not new.assessment and (new.assessment or not new.deviation):
        told.add("avvik")
    return told


def _starts(pair: Pair) -> bool:
    """Whether the first word of progress is told as the reason for the new status."""
    new = pair.new.status
    return (
        new not in EXITS
        and not pair.old.progress
        and (pair.old.status is Status.POSTPONED or RANK[new] > RANK[pair.old.status])
    )


def _standing(measure: Measure) -> tuple[tuple[str, str], ...]:
    return (
        ("fremdrift", measure.progress),
        ("avvik", measure.deviation),
        ("risiko", measure.risk),
    )


def _closing(measure: Measure) -> tuple[tuple[str, str], ...]:
    return (("begrunnelse", measure.reason), ("resultat", measure.result))
