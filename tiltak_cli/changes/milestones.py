"""What happened to a measure's milestones, each found again by its text and not by its number."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.texts import beyond_quotes
from tiltak_cli.domain.identity.likeness import candidates, nearly_equal
from tiltak_cli.domain.invisible import shown
from tiltak_cli.domain.measure import Measure, Milestone
from tiltak_cli.domain.spelling import folded
from tiltak_cli.wording import Phrase, phrase

# How alike the texts of one milestone are, with the same number and with another one.
RELATED, ALIKE = 0.5, 0.85
LONGEST = 200
# Milestones that have no partner yet, by their places.
Left = dict[int, Milestone]


class Steps(NamedTuple):
    """A measure's milestones, each with what it was before, if anything; and those taken out.

    `renumbered` are those with another number, before and now, in the order that they had.
    """

    now: tuple[tuple[Milestone | None, Milestone], ...]
    removed: tuple[Milestone, ...]
    renumbered: tuple[tuple[Milestone, Milestone], ...]


def milestone_changes(old: Measure, new: Measure) -> Iterator[Change]:
    """What happened to a measure's milestones."""
    if old.milestones == new.milestones:
        return
    steps = paired(old.milestones, new.milestones)
    one_alone = len(steps.renumbered) == 1
    for before, milestone in steps.now:
        if before is None:
            due, reached = milestone.deadline, milestone.reached
            how = "-both" if due and reached else "-due" if due else "-reached" if reached else ""
            sentence = _milestone_phrase(f"milestone-new{how}", milestone, due=due, reached=reached)
            yield _change(Kind.MILESTONE_NEW, new, milestone, ("", milestone.text), sentence)
        else:
            if one_alone and before.id != milestone.id:
                sentence = _milestone_phrase("milestone-id", milestone, old=before.id)
                numbers = (before.id, milestone.id)
                yield _change(Kind.EDITORIAL, new, milestone, numbers, sentence)
            yield from _changed(new, before, milestone)
    for milestone in steps.removed:
        how = "" if milestone.reached else "-unreached"
        sentence = _milestone_phrase(f"milestone-removed{how}", milestone)
        yield _change(Kind.MILESTONE_REMOVED, new, milestone, (milestone.text, ""), sentence)
    if steps.renumbered and not one_alone:
        yield _numbered_anew(old, new, steps.renumbered)


def _numbered_anew(
    old: Measure, new: Measure, pairs: tuple[tuple[Milestone, Milestone], ...]
) -> Change:
    """One change for all milestones with another number; the values are the lists as they stand."""
    numbers = tuple(phrase("change.number", old=a.id, new=b.id) for a, b in pairs)
    sentence = phrase("change.milestones-renumbered", number=len(pairs), numbers=numbers)
    return Change(
        kind=Kind.EDITORIAL,
        measure_id=new.id,
        title=new.title,
        field="milepæler",
        old=old.milestones,
        new=new.milestones,
        said=(sentence,),
    )


def paired(old: tuple[Milestone, ...], new: tuple[Milestone, ...]) -> Steps:
    """Find what each milestone was before. One whose number alone has changed is the same."""
    spread = _same_dates(old, new)
    before, now = dict(enumerate(old)), dict(enumerate(new))
    was: dict[int, int] = {}
    ways: tuple[Callable[[Left, Left], Iterable[tuple[int, int]]], ...] = (
        _by(lambda m: m),
        _by(lambda m: (text, m[2:]) if (text := folded(m.text)) in spread else None),
        _by(lambda m: (m.id, folded(m.text))),
        _by(lambda m: folded(m.text)),
        _rewritten,
        _nearly,
        # A number may be used again for something else, which has another date too.
        _by(lambda m: (m.id, m.deadline)),
    )
    for way in ways:
        for earlier, later in list(way(before, now)):
            was[later] = earlier
            del before[earlier], now[later]
    in_order = sorted((earlier, later) for later, earlier in was.items())
    pairs = [(old[earlier], new[later]) for earlier, later in in_order]
    return Steps(
        now=tuple((old[was[n]] if n in was else None, step) for n, step in enumerate(new)),
        removed=tuple(before.values()),
        renumbered=tuple(pair for pair in pairs if pair[0].id != pair[1].id),
    )


def _same_dates(old: Sequence[Milestone], new: Sequence[Milestone]) -> set[str]:
    """The texts whose milestones have the same dates in all as before: then they tell them apart.

    Else several with one text are told apart by their numbers.
    """
    sides: list[defaultdict[str, Counter[object]]] = []
    for milestones in (old, new):
        sides.append(defaultdict(Counter))
        for milestone in milestones:
            sides[-1][folded(milestone.text)][milestone[2:]] += 1
    before, now = sides
    return {text for text in before if before[text] == now.get(text)}


def _by(key: Callable[[Milestone], object]) -> Callable[[Left, Left], Iterator[tuple[int, int]]]:
    """Pairs of milestones with the same key, in order; none of those whose key is None."""

    def pairs(before: Left, now: Left) -> Iterator[tuple[int, int]]:
        waiting: defaultdict[object, deque[int]] = defaultdict(deque)
        for place, milestone in before.items():
            waiting[key(milestone)].append(place)
        for place, milestone in now.items():
            name = key(milestone)
            if name is not None and waiting.get(name):
                yield waiting[name].popleft(), place

    return pairs


def _rewritten(before: Left, now: Left) -> Iterator[tuple[int, int]]:
    """Pairs with the same number and a text of which much is left."""
    places = {milestone.id: place for place, milestone in reversed(before.items())}
    for place, milestone in now.items():
        earlier = places.get(milestone.id)
        if earlier is not None and _like(before[earlier], milestone, RELATED):
            del places[milestone.id]
            yield earlier, place


def _nearly(before: Left, now: Left) -> Iterator[tuple[int, int]]:
    """Pairs with nearly the same text, whatever their numbers are."""
    places, taken = list(before), set[int]()
    texts = [[milestone.text for milestone in side.values()] for side in (now, before)]
    for place, near in zip(now, candidates(*texts), strict=True):
        free = (places[n] for n in near if places[n] not in taken)
        earlier = next((n for n in free if _like(before[n], now[place], ALIKE)), None)
        if earlier is not None:
            taken.add(earlier)
            yield earlier, place


def _like(one: Milestone, other: Milestone, least: float) -> bool:
    """Whether the texts of two milestones are at least so alike, from 0 to 1."""
    return nearly_equal(folded(one.text)[:LONGEST], folded(other.text)[:LONGEST], least)


def _changed(measure: Measure, old: Milestone, new: Milestone) -> Iterator[Change]:
    if new.reached != old.reached:
        values = (old.reached, new.reached)
        first = new.reached and not old.reached
        kind = Kind.MILESTONE_REACHED if first else Kind.MILESTONE_CHANGED
        key = "milestone-reached" if first else "milestone-reached-again"
        key = key if new.reached else "milestone-unreached"
        late = (new.reached - new.deadline.last).days if new.reached and new.deadline else 0
        key = f"{key}-late" if first and late > 0 else key
        sentence = _milestone_phrase(key, new, old=old.reached, new=new.reached, late=late)
        yield _change(kind, measure, new, values, sentence)
    if old.deadline != new.deadline:
        yield _moved(measure, old, new)
    if shown(old.text) != shown(new.text):
        texts = (old.text, new.text)
        sentence = _milestone_phrase("milestone-text", new, old=old.text, new=new.text)
        change = _change(Kind.MILESTONE_CHANGED, measure, new, texts, sentence)
        yield change._replace(words=beyond_quotes(*texts))


def _moved(measure: Measure, old: Milestone, new: Milestone) -> Change:
    before, now = old.deadline, new.deadline
    kind, days = Kind.MILESTONE_CHANGED, 0
    key = "milestone-due" if now else "milestone-no-due"
    if before and now and before.last != now.last:
        days = (now.last - before.last).days
        later = days > 0
        kind = Kind.MILESTONE_POSTPONED if later else Kind.MILESTONE_ADVANCED
        key = "milestone-postponed" if later else "milestone-advanced"
    sentence = _milestone_phrase(key, new, old=before, new=now, days=abs(days))
    return _change(kind, measure, new, (before, now), sentence)


def _milestone_phrase(key: str, milestone: Milestone, **values: Any) -> Phrase:  # noqa: ANN401
    return phrase(f"change.{key}", id=milestone.id, text=milestone.text, **values)


def _change(
    kind: Kind, measure: Measure, milestone: Milestone, values: tuple[Any, Any], sentence: Phrase
) -> Change:
    field = f"milepæler.{milestone.id}"
    return Change(
        kind=kind,
        measure_id=measure.id,
        title=measure.title,
        field=field,
        old=values[0],
        new=values[1],
        said=(sentence,),
    )
