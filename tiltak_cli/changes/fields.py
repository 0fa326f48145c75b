"""What happened to one measure, field by field; what follows from a change is told with it."""

from collections.abc import Iterable, Iterator
from typing import Any

from tiltak_cli.changes.change import Change, Kind, Pair, Piece
from tiltak_cli.changes.deadlines import deadline_changes, milestone_changes
from tiltak_cli.changes.roles import participants, responsibility
from tiltak_cli.changes.texts import editorial, news, word_by_word
from tiltak_cli.domain.fields import FIELDS, Diff, Field
from tiltak_cli.domain.likeness import unlike
from tiltak_cli.domain.measure import (
    ENDED,
    Assessment,
    Measure,
    Priority,
    Status,
)
from tiltak_cli.domain.register import Register
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
# Told by a function of their own below.
OWN = frozenset(
    {"status", "ansvarlig", "prioritet", "start", "frist", "løpende", "milepæler", "vurdering"}
    | {"retningsvalg", "målområder", "utførende", "deltakere"}
)
UNTOLD = (Diff.IDENTITY, Diff.BOOKKEEPING)


def field_changes(old: Measure, new: Measure, before: Register, after: Register) -> list[Change]:
    """Every change of one measure between two editions, weightiest kinds first."""
    pair = Pair(old, new, before, after)
    changes = [
        *_status(pair),
        *responsibility(pair),
        *_priority(pair),
        *deadline_changes(old, new, before.as_of),
        *_assessment(pair),
        *_sets(pair),
        *milestone_changes(old, new),
        *_others(pair),
    ]
    changes.sort(key=lambda change: change.kind.rank)
    return _with_the_rest(pair, changes)


def _with_the_rest(pair: Pair, changes: list[Change]) -> list[Change]:
    """Let the first change carry what changed with it, so that none of it is lost."""
    # A milestone's change tells of that one: the list is told whole.
    fields = {change.field for change in changes}
    also = tuple(
        (field.key, old, new)
        for field, old, new in zip(FIELDS, pair.old, pair.new, strict=True)
        if old != new and field.key not in fields and field.diff is not Diff.IDENTITY
    )
    return [changes[0]._replace(also=also), *changes[1:]] if changes else []


def _status(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.status, pair.new.status
    if old is new:
        return
    values = (old, new)
    if new in EXITS:
        sentence, why = _exit(pair.new)
        # That it was over already is what a reader would least expect.
        before = [phrase("change.was-ended", old=old)] if old in ENDED else []
        yield pair.change(EXITS[new], "status", values, sentence, *before, why=why)
    elif old in ENDED:
        sentence = phrase("change.reopened", old=old, new=new)
        yield pair.change(Kind.REOPENED, "status", values, sentence)
    elif old is Status.POSTPONED or RANK[new] > RANK[old]:
        sentence = phrase("change.status", old=old, new=new)
        why = pair.new.progress if _starts(pair) else ""
        yield pair.change(Kind.STATUS_FORWARD, "status", values, sentence, why=why)
    else:
        sentence = phrase("change.status-back", old=old, new=new)
        yield pair.change(Kind.STATUS_BACK, "status", values, sentence)


def _exit(new: Measure) -> tuple[Phrase, str]:
    """The phrase and the register's own reason for a measure that has ended or is put off."""
    if new.status is Status.COMPLETED:
        if not new.completed:
            return phrase("change.completed"), new.result
        late = (new.completed - new.deadline.last).days if new.deadline else 0
        key = "change.completed-late" if late > 0 else "change.completed-on"
        return phrase(key, day=new.completed, late=late), new.result
    if new.status is Status.ABSORBED:
        return phrase("change.absorbed", into=new.absorbed_into), new.reason
    dropped = new.status is Status.DROPPED
    return phrase("change.dropped" if dropped else "change.put-off"), new.reason


def _priority(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.priority, pair.new.priority
    if old is not new:
        raised = PRIORITIES.index(new) < PRIORITIES.index(old)
        kind = Kind.PRIORITY_RAISED if raised else Kind.PRIORITY_LOWERED
        key = "change.priority-raised" if raised else "change.priority-lowered"
        yield pair.change(kind, "prioritet", (old, new), phrase(key, old=old, new=new))


def _assessment(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.assessment, pair.new.assessment
    if old is new:
        return
    values = {"old": old, "new": new}
    why = pair.new.deviation if pair.new.deviation != pair.old.deviation else ""
    if new is None:
        if not pair.new.ended:
            sentence = phrase("change.assessment-removed", **values)
            yield pair.change(Kind.ASSESSMENT_REMOVED, "vurdering", (old, new), sentence)
    elif old is None:
        sentence = phrase("change.assessment-set", **values)
        yield pair.change(Kind.ASSESSMENT_SET, "vurdering", (old, new), sentence, why=why)
    else:
        worse = ASSESSMENTS.index(new) > ASSESSMENTS.index(old)
        kind = Kind.ASSESSMENT_WORSE if worse else Kind.ASSESSMENT_BETTER
        key = "change.assessment-worse" if worse else "change.assessment-better"
        yield pair.change(kind, "vurdering", (old, new), phrase(key, **values), why=why)


def _sets(pair: Pair) -> Iterator[Change]:
    """Lists without an order: directions, areas, who executes and who takes part."""
    identity = pair.after.organisations.identity
    old, new = pair.old, pair.new
    yield from _directions(pair)
    if set(old.areas) != set(new.areas):
        sentence = phrase("change.areas", old=old.areas, new=new.areas)
        yield pair.change(Kind.AREAS, "målområder", (old.areas, new.areas), sentence)
    if {identity(c) for c in old.executing} != {identity(c) for c in new.executing}:
        key = "change.executing" if new.executing else "change.executing-nobody"
        sentence = phrase(key, old=old.executing, new=new.executing)
        yield pair.change(Kind.EXECUTING, "utførende", (old.executing, new.executing), sentence)
    yield from participants(pair)


def _directions(pair: Pair) -> Iterator[Change]:
    old, new = pair.old.directions, pair.new.directions
    added = tuple(code for code in new if code not in old)
    removed = tuple(code for code in old if code not in new)
    if added and removed:
        kind, key = Kind.DIRECTIONS_MOVED, "change.directions-moved"
    elif added:
        kind, key = Kind.DIRECTIONS_EXTENDED, "change.directions-extended"
    elif removed:
        kind, key = Kind.DIRECTIONS_NARROWED, "change.directions-narrowed"
    else:
        return
    yield pair.change(kind, "retningsvalg", (old, new), phrase(key, added=added, removed=removed))


def _others(pair: Pair) -> Iterator[Change]:
    """Every other field of the table, unless a change above has told it already."""
    told_keys = _told_elsewhere(pair)
    values: Iterable[tuple[Field, Any, Any]] = zip(FIELDS, pair.old, pair.new, strict=True)
    for field, old, new in values:
        if old == new or field.key in OWN or field.key in told_keys or field.diff in UNTOLD:
            continue
        if field.diff is Diff.TEXT:
            yield from _text(pair, field, old, new)
        elif (set(old) != set(new)) if field.diff is Diff.SET else (old != new):
            yield _other(pair, field, old, new)


def _other(pair: Pair, field: Field, old: Any, new: Any) -> Change:  # noqa: ANN401
    """A field without a kind of its own: a list tells what came and went, a value both."""
    if field.diff in (Diff.SET, Diff.ORDERED):
        came = tuple(item for item in new if item not in old)
        went = tuple(item for item in old if item not in new)
        how = "both" if came and went else "added" if came else "removed" if went else "order"
        phrases = [phrase(f"change.list-{how}", field=field, came=came, went=went)]
    else:
        phrases = [phrase("change.value" if new else "change.value-removed", field=field, new=new)]
        phrases += [phrase("change.before", old=old)] * bool(old)
    return pair.change(Kind.OTHER, field.key, (old, new), *phrases)


def _text(pair: Pair, field: Field, old: str, new: str) -> Iterator[Change]:
    """A text: only other words are a change; other blanks or line breaks are not."""
    if old.split() == new.split():
        return
    values = (old, new)
    how = "changed" if old and new else "added" if new else "removed"
    sentence = phrase(f"change.text-{how}", field=field)
    if not field.public:
        yield pair.change(Kind.EDITORIAL, field.key, values, sentence)
        return
    words = word_by_word(old, new)
    if old and new and editorial(old, new):
        sentence = phrase("change.text-rewritten", field=field)
        if field.key == "tittel":
            sentence = phrase("change.title-mended", new=new, old=old)
        words = words or (Piece(" ".join(old.split()), " ".join(new.split())),)
        yield pair.change(Kind.EDITORIAL, field.key, values, sentence, words=words)
    elif field.key == "tittel":
        sentence = phrase("change.title", new=new, old=old)
        again = unlike(pair.old, pair.new, pair.after.organisations.identity)
        if again and pair.old.id == pair.new.id:
            reused = phrase("change.id-again", id=pair.new.id)
            yield pair.change(Kind.ID_AGAIN, field.key, values, sentence, reused)
        else:
            yield pair.change(Kind.CONTENT, field.key, values, sentence)
    else:
        why = news(old, new)
        yield pair.change(Kind.CONTENT, field.key, values, sentence, why=why, words=words)


def _told_elsewhere(pair: Pair) -> set[str]:
    """Fields that follow from a change that is told already. What is new is never among them."""
    old, new = pair.old, pair.new
    keys: set[str] = set()
    if not old.original_deadline and new.original_deadline == old.deadline != new.deadline:
        keys.add("opprinnelig_frist")
    if old.status is not new.status:
        keys |= {"gjennomført", "innlemmet_i"}
        if new.status in EXITS:
            keys.add("resultat" if new.status is Status.COMPLETED else "begrunnelse")
            keys |= {key for key, text in _standing(new) if not text}
        if old.status in EXITS:
            keys |= {key for key, text in _closing(new) if not text}
        if _starts(pair):
            keys.add("fremdrift")
    if old.assessment is not new.assessment and (new.assessment or not new.deviation):
        keys.add("avvik")
    return keys


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
