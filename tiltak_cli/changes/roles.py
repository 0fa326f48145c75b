"""Who is responsible and who takes part, by organisation and not by abbreviation."""

from collections.abc import Iterator
from datetime import date

from tiltak_cli.changes.change import Change, Kind, Pair
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.domain.measure import EVERYONE
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import phrase


def responsibility(pair: Pair) -> Iterator[Change]:
    """Who is responsible, and who leads: the first one."""
    identity = pair.after.organisations.identity
    old, new = pair.old.responsible, pair.new.responsible
    came, went = _apart(new, old, identity)
    beside = tuple(code for code in new if code not in came)
    another_leads = [identity(c) for c in old[:1]] != [identity(c) for c in new[:1]]
    if not old or not new or not (came or went or another_leads):
        # That it was not stated, and is, or the other way, is told like of any field.
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
    if old.participants == new.participants:
        return
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
    came, went = _apart(new.responsible, old.responsible, identity)
    joined, left = _apart(new.participants, old.participants, identity)
    joined = tuple(c for c in joined if identity(c) not in {identity(code) for code in went})
    left = tuple(c for c in left if identity(c) not in {identity(code) for code in came})
    if joined:
        sentence = phrase("change.joined", came=joined)
        yield pair.change(Kind.PARTICIPANT_IN, "deltakere", values, sentence)
    if left:
        sentence = phrase("change.withdrew", went=left)
        yield pair.change(Kind.PARTICIPANT_OUT, "deltakere", values, sentence)


def told_with_roles(pair: Pair) -> frozenset[str]:
    """The fields, by key, that those changes tell of besides: who took over takes part no more."""
    old, new = pair.old.participants, pair.new.participants
    differ = old != new and any(_apart(new, old, pair.after.organisations.identity))
    return frozenset(["deltakere"] if differ else [])


def names_between(before: Register, after: Register) -> Identity:
    """What an abbreviation stands for, where the organisation's name changed between two editions.

    That is told once, of the whole register. Any other abbreviation stands for itself: where it is
    written in another way, nothing else says so.
    """
    organisations = after.organisations

    def identity(code: str) -> str:
        organisation = organisations.by_code.get(code)
        if organisation is None:
            return code
        earlier, now = (organisation.name_on(day) for day in (before.as_of, after.as_of))
        return organisation.key if earlier and now and earlier != now else code

    return identity


def _apart(
    new: tuple[str, ...], old: tuple[str, ...], identity: Identity
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The organisations that are in one list only: those that came, and those that went."""
    before, now = {identity(code) for code in old}, {identity(code) for code in new}
    came = tuple(code for code in new if identity(code) not in before)
    return came, tuple(code for code in old if identity(code) not in now)
