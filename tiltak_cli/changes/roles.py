"""Who is responsible and who takes part, by organisation and not by abbreviation."""

from collections.abc import Iterator
from datetime import date

from tiltak_cli.changes.kinds import Change, Kind
from tiltak_cli.changes.pair import Pair
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.measure import EVERYONE
from tiltak_cli.domain.words import listed


def responsibility(pair: Pair) -> Iterator[Change]:
    """Who is responsible, and who leads: the first one."""
    identity = pair.after.organisations.identity
    old, new = pair.old.responsible, pair.new.responsible
    stay = {identity(c) for c in old} & {identity(c) for c in new}
    came = [code for code in new if identity(code) not in stay]
    went = [code for code in old if identity(code) not in stay]
    beside = [code for code in new if identity(code) in stay]
    another_leads = [identity(c) for c in old[:1]] != [identity(c) for c in new[:1]]
    if not came and not went and not another_leads:
        return
    together = f", sammen med {listed(beside)}" if beside else ""
    if came and went:
        text = f"Ansvaret er flyttet fra {listed(went)} til {listed(came)}{together}."
    elif came:
        text = f"{listed(came)} er blitt medansvarlig{together}."
    elif went:
        text = f"{listed(went)} er ikke lenger ansvarlig. {listed(new)} er det fortsatt."
    else:
        text = ""
    if (another_leads and len(new) > 1) or not text:
        text = f"{text} {listed(new[:1])} leder nå arbeidet. Før: {listed(old[:1])}.".lstrip()
    for code in came:
        if day := _founded_between(code, pair):
            text += f" {code} ble opprettet {norwegian_day(day)}."
    yield pair.change(Kind.RESPONSIBILITY, "ansvarlig", (listed(old), listed(new)), text)


def _founded_between(code: str, pair: Pair) -> date | None:
    """The day an organisation was founded, if that was between the two editions."""
    organisation = pair.after.organisations.by_code.get(code)
    first = organisation.names[0].since if organisation else None
    return first if first and pair.before.as_of < first <= pair.after.as_of else None


def participants(pair: Pair) -> Iterator[Change]:
    """Who takes part. `alle` is everyone, not one more."""
    identity = pair.after.organisations.identity
    old, new = pair.old, pair.new
    values = (listed(old.participants), listed(new.participants))
    before, after = (EVERYONE in measure.participants for measure in (old, new))
    if before != after:
        was = "alle departementene" if before else values[0] or "ingen"
        now = "Alle departementene" if after else f"Bare {values[1]}" if values[1] else "Ingen"
        kind = Kind.PARTICIPANT_IN if after else Kind.PARTICIPANT_OUT
        yield pair.change(kind, "deltakere", values, f"{now} deltar nå. Før: {was}.")
        return
    # Who takes over the responsibility, or hands it on and stays, has not joined or left.
    earlier = {identity(c) for c in (*old.participants, *old.responsible)}
    later = {identity(c) for c in (*new.participants, *new.responsible)}
    joined = [c for c in new.participants if identity(c) not in earlier]
    left = [c for c in old.participants if identity(c) not in later]
    if joined:
        text = f"{listed(joined)} deltar nå i tiltaket."
        yield pair.change(Kind.PARTICIPANT_IN, "deltakere", values, text)
    if left:
        text = f"{listed(left)} deltar ikke lenger."
        yield pair.change(Kind.PARTICIPANT_OUT, "deltakere", values, text)
