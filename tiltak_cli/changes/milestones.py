"""What happened to a measure's milestones, each found again by its text and not by its number."""

from collections.abc import Callable, Iterator
from typing import Any

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.texts import beyond_quotes
from tiltak_cli.domain.invisible import shown
from tiltak_cli.domain.measure import Measure, Milestone
from tiltak_cli.domain.spelling import folded
from tiltak_cli.wording import Phrase, phrase

# How alike the texts of one milestone are, with the same number and with another one.
RELATED, ALIKE = 0.5, 0.85
LONGEST = 200


def milestone_changes(old: Measure, new: Measure) -> Iterator[Change]:
    """What happened to a measure's milestones."""
    if old.milestones == new.milestones:
        return
    earlier = _paired(old.milestones, new.milestones)
    for milestone, before in zip(new.milestones, earlier, strict=True):
        if before is None:
            due, reached = milestone.deadline, milestone.reached
            how = "-both" if due and reached else "-due" if due else "-reached" if reached else ""
            sentence = _milestone_phrase(f"milestone-new{how}", milestone, due=due, reached=reached)
            yield _change(Kind.MILESTONE_NEW, new, milestone, ("", milestone.text), sentence)
        else:
            yield from _changed(new, before, milestone)
    for milestone in old.milestones:
        if milestone not in earlier:
            how = "" if milestone.reached else "-unreached"
            sentence = _milestone_phrase(f"milestone-removed{how}", milestone)
            yield _change(Kind.MILESTONE_REMOVED, new, milestone, (milestone.text, ""), sentence)


def _paired(old: tuple[Milestone, ...], new: tuple[Milestone, ...]) -> list[Milestone | None]:
    """What each new milestone was before. One whose number alone has changed is the same."""
    left = list(old)
    earlier: list[Milestone | None] = [None] * len(new)
    same: tuple[Callable[[Milestone, Milestone], bool], ...] = (
        lambda a, b: (a.id, folded(a.text)) == (b.id, folded(b.text)),
        lambda a, b: folded(a.text) == folded(b.text),
        # A number may be used again for something else, which has another date too.
        lambda a, b: a.id == b.id and (a.deadline == b.deadline or _like(a, b) >= RELATED),
        lambda a, b: _like(a, b) >= ALIKE,
    )
    for test in same:
        for number, milestone in enumerate(new):
            before = next((m for m in left if test(m, milestone)), None)
            if earlier[number] is None and before is not None:
                earlier[number] = before
                left.remove(before)
    return earlier


def _like(one: Milestone, other: Milestone) -> float:
    """How alike the texts of two milestones are, from 0 to 1."""
    from difflib import SequenceMatcher

    texts = (folded(one.text)[:LONGEST], folded(other.text)[:LONGEST])
    return SequenceMatcher(None, *texts, autojunk=False).ratio()


def _changed(measure: Measure, old: Milestone, new: Milestone) -> Iterator[Change]:
    if old.id != new.id:
        sentence = _milestone_phrase("milestone-id", new, old=old.id)
        yield _change(Kind.EDITORIAL, measure, new, (old.id, new.id), sentence)
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
