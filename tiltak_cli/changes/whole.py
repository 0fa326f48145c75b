"""What is said of a measure as a whole: it is new or gone, or has another number."""

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.fields import field_changes
from tiltak_cli.changes.states import status_said
from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.identity.numbers import followed
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import phrase


def changed(
    before: Measure, measure: Measure, renamed: dict[str, str], old: Register, new: Register
) -> list[Change]:
    """What happened to a measure that is in both editions.

    `renamed` are the ids now, by those before, of all measures that have got another.
    """
    before = followed(before, measure, renamed)
    changes = field_changes(before, measure, old, new) if before != measure else []
    if before.id == measure.id:
        return changes
    # What it was called is told; that it replaces itself is not news.
    only_itself = {*measure.replaces} == {*before.replaces, before.id}
    itself = [c for c in changes if c.field == "erstatter" and only_itself]
    also = tuple(difference for c in itself for difference in ((c.field, c.old, c.new), *c.also))
    rename = Change(
        kind=Kind.ID,
        measure_id=measure.id,
        title=measure.title,
        field="id",
        old=before.id,
        new=measure.id,
        said=(phrase("change.id", old=before.id, new=measure.id),),
        also=also,
    )
    return [rename, *(c for c in changes if c not in itself)]


def numbered_anew(changes: list[Change], old: Register) -> Change | None:
    """One change for all measures with another number; None where it is one alone, or none."""
    places = {measure.id: place for place, measure in enumerate(old.measures)}
    numbers = sorted((c for c in changes if c.kind is Kind.ID), key=lambda c: places[c.old])
    if len(numbers) <= 1:
        return None
    pairs = tuple(phrase("change.number", old=c.old, new=c.new) for c in numbers)
    return Change(
        kind=Kind.RENUMBERED,
        measure_id="",
        title="",
        field="id",
        old=tuple(change.old for change in numbers),
        new=tuple(change.new for change in numbers),
        said=(phrase("change.renumbered", number=len(numbers), numbers=pairs),),
        also=tuple(difference for change in numbers for difference in change.also),
    )


def id_again(before: Measure, measure: Measure) -> Change:
    """The id of a measure that is gone stands for a new one: nothing of the two is compared."""
    sentences = (
        phrase("change.id-was", id=measure.id, title=before.title),
        phrase("change.id-again", id=measure.id),
    )
    return Change(
        kind=Kind.ID_AGAIN,
        measure_id=measure.id,
        title=measure.title,
        field="",
        old=before.title,
        new=measure.title,
        said=sentences,
    )


def come(measure: Measure, known: dict[str, Measure], likely: str) -> Change:
    """A measure is new; `likely` is the id of one that is gone and resembles it."""
    lead, origin = measure.responsible or (phrase("unstated"),), measure.origin
    if origin:
        period = origin.period.replace("-", "–")
        phrases = [phrase("change.carried-over", period=period, lead=lead)]
    else:
        phrases = [phrase("change.new", status=status_said(measure), lead=lead)]
    if measure.deadline:
        phrases.append(phrase("change.new-deadline", deadline=measure.deadline))
    earlier = {origin.id} if origin else set()
    replaced = [m for c in measure.replaces if c not in earlier and (m := known.get(c))]
    phrases += [phrase("change.replaces", id=m.id, title=m.title) for m in replaced]
    phrases += [phrase("change.like-gone", id=likely)] * bool(likely and not replaced)
    kind = Kind.CARRIED_OVER if origin else Kind.NEW
    values = {field.key: getattr(measure, field.attribute) for field in FIELDS}
    also = tuple((key, None, value) for key, value in values.items() if value)
    return Change(
        kind=kind,
        measure_id=measure.id,
        title=measure.title,
        field="",
        old="",
        new=measure.title,
        said=tuple(phrases),
        also=also,
    )


def gone(
    measure: Measure, like: Measure | None, taken: Measure | None, by: tuple[str, ...]
) -> Change:
    """A measure is gone; with the new one that is like it, what has its id now, and its heirs."""
    kind = Kind.LEFT if measure.ended or by else Kind.VANISHED
    if by:
        phrases = [phrase("change.replaced", by=by, status=status_said(measure))]
    else:
        how = "change.left" if measure.ended else "change.vanished"
        phrases = [phrase(how, status=status_said(measure))]
        phrases += [phrase("change.like-new", id=like.id, title=like.title)] if like else []
    phrases += [phrase("change.id-taken", id=taken.id, title=taken.title)] if taken else []
    return Change(
        kind=kind,
        measure_id=measure.id,
        title=measure.title,
        field="",
        old=measure.title,
        new="",
        said=tuple(phrases),
    )
