"""What happened to one measure, field by field; what follows from a change is told with it."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import SequenceMatcher
from typing import NamedTuple

from tiltak_cli.changes.deadlines import deadline_changes, milestone_changes
from tiltak_cli.changes.kinds import Change, Kind
from tiltak_cli.domain.deadline import norwegian_day, norwegian_days
from tiltak_cli.domain.fields import FIELDS, Diff, Field
from tiltak_cli.domain.measure import (
    ENDED,
    NEEDS_REASON,
    Assessment,
    Measure,
    Priority,
    Status,
)
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.words import listed, quoted
from tiltak_cli.domain.written import written

SAME_WORDS = 0.85
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


class Pair(NamedTuple):
    """A measure before and after, with the editions it stands in."""

    old: Measure
    new: Measure
    before: Register
    after: Register

    def change(
        self, kind: Kind, field: str, values: tuple[str, str], text: str, why: str = ""
    ) -> Change:
        """Make a change of this measure; `values` are old and new as readers see them."""
        return Change(kind, self.new.id, self.new.title, field, *values, text, why)


def field_changes(old: Measure, new: Measure, before: Register, after: Register) -> list[Change]:
    """Every change of one measure between two editions, weightiest kinds first."""
    pair = Pair(old, new, before, after)
    found = [
        *_status(pair),
        *_responsibility(pair),
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
        why = pair.new.progress if not pair.old.progress else ""
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


def _responsibility(pair: Pair) -> Iterator[Change]:
    """Who is responsible, by organisation and not by abbreviation; the first one leads."""
    identity = pair.after.organisations.identity
    old, new = pair.old.responsible, pair.new.responsible
    if [identity(code) for code in old] == [identity(code) for code in new]:
        return
    values = (listed(old), listed(new))
    stay = {identity(c) for c in old} & {identity(c) for c in new}
    came = [code for code in new if identity(code) not in stay]
    went = [code for code in old if identity(code) not in stay]
    beside = [code for code in new if identity(code) in stay]
    together = f", sammen med {listed(beside)}" if beside else ""
    if not came and not went:
        text = f"{new[0]} leder nå arbeidet. Før: {old[0]}."
    elif came and went:
        text = f"Ansvaret er flyttet fra {listed(went)} til {listed(came)}{together}."
    elif came:
        text = f"{listed(came)} er blitt medansvarlig{together}."
    else:
        text = f"{listed(went)} er ikke lenger ansvarlig. {listed(new)} er det fortsatt."
    founded = [(code, day) for code in came if (day := _founded_between(code, pair))]
    why = " ".join(f"{code} ble opprettet {norwegian_day(day)}." for code, day in founded)
    yield pair.change(Kind.RESPONSIBILITY, "ansvarlig", values, text, why)


def _founded_between(code: str, pair: Pair) -> date | None:
    """The day an organisation was founded, if that was between the two editions."""
    organisation = pair.after.organisations.by_code.get(code)
    first = organisation.names[0].since if organisation else None
    return first if first and pair.before.as_of < first <= pair.after.as_of else None


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
    # Who takes over the responsibility, or hands it on and stays, has not joined or left.
    was = {identity(c) for c in (*old.participants, *old.responsible)}
    now = {identity(c) for c in (*new.participants, *new.responsible)}
    joined = [c for c in new.participants if identity(c) not in was]
    left = [c for c in old.participants if identity(c) not in now]
    values = (listed(old.participants), listed(new.participants))
    if joined:
        text = f"{listed(joined)} deltar nå i tiltaket."
        yield pair.change(Kind.PARTICIPANT_IN, "deltakere", values, text)
    if left:
        text = f"{listed(left)} deltar ikke lenger."
        yield pair.change(Kind.PARTICIPANT_OUT, "deltakere", values, text)


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
            values = (written(old), written(new))
            text = f"{field.nb}: {values[1] or 'tatt bort'}."
            if values[0]:
                text += f" Før: {values[0]}."
            yield pair.change(Kind.OTHER, field.key, values, text)


def _text(pair: Pair, field: Field, old: str, new: str) -> Iterator[Change]:
    """A text: only other words are a change; other blanks or line breaks are not."""
    before, now = old.split(), new.split()
    if before == now:
        return
    values = (" ".join(before), " ".join(now))
    if not field.public:
        text = (
            f"{field.nb} er {'endret' if before and now else 'lagt til' if now else 'tatt bort'}."
        )
        yield pair.change(Kind.EDITORIAL, field.key, values, text)
    elif not before or not now:
        text = f"{field.nb} er {'lagt til' if now else 'tatt bort'}."
        why = values[1]
        yield pair.change(Kind.CONTENT, field.key, values, text, why)
    elif editorial(old, new):
        yield pair.change(Kind.EDITORIAL, field.key, values, f"{field.nb} er omskrevet.")
    elif field.key == "tittel":
        text = f"Ny tittel: {quoted(new, 100)}. Før: {quoted(old, 100)}."
        yield pair.change(Kind.CONTENT, field.key, values, text)
    else:
        text = f"{field.nb} er {'oppdatert' if field.key == 'fremdrift' else 'endret'}."
        yield pair.change(Kind.CONTENT, field.key, values, text, values[1])


def editorial(old: str, new: str) -> bool:
    """Whether two texts say the same: most words and every number are kept."""
    if re.findall("[0-9]+", old) != re.findall("[0-9]+", new):
        return False
    before, now = re.findall(r"\w+", old.casefold()), re.findall(r"\w+", new.casefold())
    return SequenceMatcher(None, before, now, autojunk=False).ratio() >= SAME_WORDS


def _told_elsewhere(pair: Pair) -> set[str]:
    """Fields that follow from a change that is told already."""
    old, new = pair.old, pair.new
    told = {"opprinnelig_frist", "opphav"}
    if old.status is not new.status:
        if new.status in EXITS:
            told |= {"gjennomført", "resultat", "innlemmet_i", "fremdrift", "avvik", "risiko"}
        if new.status in NEEDS_REASON or old.status in NEEDS_REASON:
            told.add("begrunnelse")
        if not old.progress:
            told.add("fremdrift")
        if old.status in ENDED:
            told |= {"gjennomført", "resultat", "innlemmet_i"}
    if old.assessment is not new.assessment:
        told.add("avvik")
    return told
