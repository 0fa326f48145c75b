"""What happened to one measure, field by field; what follows from a change is told with it."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from tiltak_cli.changes.change import Change, Kind, Pair, Piece
from tiltak_cli.changes.deadlines import deadline_changes, told_with_deadline
from tiltak_cli.changes.meaning import apart, same
from tiltak_cli.changes.milestones import milestone_changes
from tiltak_cli.changes.roles import (
    names_between,
    participants,
    responsibility,
    told_with_roles,
)
from tiltak_cli.changes.states import state_changes, told_with_state, went
from tiltak_cli.changes.texts import beyond_quotes, editorial, news, word_by_word
from tiltak_cli.domain.fields import FIELDS, Diff, Field
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.domain.invisible import shown
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import phrase

# What is told of another way: ids by `compare.py`, and when somebody last looked in `head.py`.
UNTOLD = (Diff.IDENTITY, Diff.BOOKKEEPING)
# A field with its values before and now.
Difference = tuple[Field, Any, Any]


def field_changes(old: Measure, new: Measure, before: Register, after: Register) -> list[Change]:
    """Every change of one measure between two editions, weightiest kinds first."""
    pair = Pair(old, new, before, after)
    changes = [
        *state_changes(pair),
        *responsibility(pair),
        *deadline_changes(old, new, before.as_of),
        *_sets(pair),
        *milestone_changes(old, new),
    ]
    covered = {change.field.partition(".")[0] for change in changes}
    covered |= told_with_state(pair) | told_with_deadline(old, new) | told_with_roles(pair)
    values: Iterable[Difference] = zip(FIELDS, old, new, strict=True)
    differing = [each for each in values if not same(*each)]
    changes += _others(pair, differing, covered)
    changes.sort(key=lambda change: change.kind.rank)
    return _with_the_rest(pair, differing, changes)


def _with_the_rest(pair: Pair, differing: list[Difference], changes: list[Change]) -> list[Change]:
    """Let a change carry what changed with it, so that none of it is lost.

    What went with a status or an assessment stands there, and all else at the first change.
    """
    # A milestone's change tells of that one: the list is told whole.
    fields = [change.field for change in changes]
    gone = went(pair)
    also: list[list[tuple[str, Any, Any]]] = [[] for _ in changes]
    for field, old, new in differing if changes else ():
        if field.diff is not Diff.IDENTITY and field.key not in fields:
            beside = gone.get(field.key)
            also[fields.index(beside) if beside else 0].append((field.key, old, new))
    return [change._replace(also=tuple(rest)) for change, rest in zip(changes, also, strict=True)]


def _sets(pair: Pair) -> Iterator[Change]:
    """Lists without an order: directions, areas, who executes and who takes part."""
    identity = pair.after.organisations.identity
    old, new = pair.old, pair.new
    yield from _directions(pair)
    if old.areas and new.areas and set(old.areas) != set(new.areas):
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


def _others(pair: Pair, differing: list[Difference], covered: AbstractSet[str]) -> Iterator[Change]:
    """Every field of the table that says something else now, and that nothing has told of yet."""
    identity = names_between(pair.before, pair.after)
    for field, old, new in differing:
        if field.key in covered or field.diff in UNTOLD or same(field, old, new, identity):
            continue
        if field.diff is Diff.TEXT:
            yield _text(pair, field, old, new)
        elif same(field, old, new, pair.after.organisations.identity):
            sentence = phrase("change.written", field=field, old=old, new=new)
            yield pair.change(Kind.EDITORIAL, field.key, (old, new), sentence)
        else:
            yield _other(pair, field, (old, new), identity)


def _other(pair: Pair, field: Field, values: tuple[Any, Any], identity: Identity) -> Change:
    """A field without a kind of its own: a list tells what came and went, a value both."""
    old, new = values
    if field.diff in (Diff.SET, Diff.ORDERED, Diff.KEYED):
        came, went = apart(field, old, new, identity)
        how = "both" if came and went else "added" if came else "removed" if went else "order"
        phrases = [phrase(f"change.list-{how}", field=field, came=came, went=went)]
    else:
        phrases = [phrase("change.value" if new else "change.value-removed", field=field, new=new)]
        phrases += [phrase("change.before", old=old)] * bool(old)
    return pair.change(Kind.OTHER, field.key, values, *phrases)


def _text(pair: Pair, field: Field, old: str, new: str) -> Change:
    """A text: what cannot change its meaning is editorial, and all else is content."""
    before, now, values = shown(old), shown(new), (old, new)
    words = word_by_word(old, new) if field.public else ()
    if before and now and editorial(old, new):
        words = words or (Piece(before, now),) * field.public
        sentence = phrase("change.text-rewritten", field=field)
        if field.key == "tittel":
            sentence = phrase("change.title-mended", new=now, old=before)
        return pair.change(Kind.EDITORIAL, field.key, values, sentence, words=words)
    if field.key == "tittel":
        return _title(pair, values)
    how = "changed" if before and now else "added" if now else "removed"
    sentence = phrase(f"change.text-{how}", field=field)
    if not field.public:
        # That it has changed is all that is told of it.
        return pair.change(Kind.OTHER, field.key, values, sentence)
    return pair.change(Kind.CONTENT, field.key, values, sentence, why=news(old, new), words=words)


def _title(pair: Pair, values: tuple[str, str]) -> Change:
    """Another title."""
    words = beyond_quotes(*values)
    sentence = phrase("change.title", new=values[1], old=values[0])
    return pair.change(Kind.CONTENT, "tittel", values, sentence, words=words)
