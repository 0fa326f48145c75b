"""Who is responsible and who takes part, by organisation and not by abbreviation."""

from collections.abc import Iterator
from datetime import date

from tiltak_cli.changes.change import Change, Kind, Pair
from tiltak_cli.domain.measure import EVERYONE
from tiltak_cli.wording import phrase


def responsibility(pair: Pair) -> Iterator[Change]:
    """Who is responsible, and who leads: the first one."""
    identity = pair.after.organisations.identity
    old, new = pair.old.responsible, pair.new.responsible
    stay = {identity(c) for c in old} & {identity(c) for c in new}
    came = tuple(code for code in new if identity(code) not in stay)
    went = tuple(code for code in old if identity(code) not in stay)
    beside = tuple(code for code in new if identity(code) in stay)
    another_leads = [identity(c) for c in old[:1]] != [identity(c) for c in new[:1]]
    if not came and not went and not another_leads:
        return
    values = {"came": came, "went": went, "beside": beside}
    phrases = []
    if came:
        key = "change.moved" if went else "change.shared"
        phrases.append(phrase(f"{key}-with" if beside else key, **values))
    elif went:
        phrases.append(phrase("change.no-longer-responsible", went=went, still=new))
    if (another_leads and len(new) > 1) or not phrases:
        phrases.append(phrase("change.leads", new=new[:1], old=old[:1]))
    taking_part = {identity(c) for c in pair.new.participants}
    still = tuple(code for code in went if identity(code) in taking_part)
    phrases += [phrase("change.still-takes-part", who=still)] * bool(still)
    founded = ((code, _founded_between(code, pair)) for code in came)
    phrases += [phrase("change.founded", code=code, day=day) for code, day in founded if day]
    yield pair.change(Kind.RESPONSIBILITY, "ansvarlig", (old, new), *phrases)


def _founded_between(code: str, pair: Pair) -> date | None:
    """The day an organisation was founded, if that was between the two editions."""
    organisation = pair.after.organisations.by_code.get(code)
    first = organisation.names[0].since if organisation else None
    return first if first and pair.before.as_of < first <= pair.after.as_of else None


def participants(pair: Pair) -> Iterator[Change]:
    """Who takes part. `alle` is everyone, not one more."""
    identity = pair.after.organisations.identity
    old, new = pair.old, pair.new
    values = (old.participants, new.participants)
    before, after = (EVERYONE in measure.participants for measure in (old, new))
    if before != after:
        kind = Kind.PARTICIPANT_IN if after else Kind.PARTICIPANT_OUT
        if after:
            sentence = phrase("change.everyone-in", old=values[0])
        else:
            key = "change.only-some" if values[1] else "change.nobody"
            sentence = phrase(key, new=values[1])
        yield pair.change(kind, "deltakere", values, sentence)
        return
    # Who takes over the responsibility, or hands it on and stays, has not joined or left.
    earlier = {identity(c) for c in (*old.participants, *old.responsible)}
    later = {identity(c) for c in (*new.participants, *new.responsible)}
    joined = tuple(c for c in new.participants if identity(c) not in earlier)
    left = tuple(c for c in old.participants if identity(c) not in later)
    if joined:
        sentence = phrase("change.joined", came=joined)
        yield pair.change(Kind.PARTICIPANT_IN, "deltakere", values, sentence)
    if left:
        sentence = phrase("change.withdrew", went=left)
        yield pair.change(Kind.PARTICIPANT_OUT, "deltakere", values, sentence)
