"""What goes worse: newly late, missed again, or assessed as worse than before."""

from tiltak_cli.changes.brief.sentence import (
    Claimed,
    Detail,
    Matter,
    Pairs,
    Sentence,
    detail,
    sentence,
)
from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.domain.measure import Assessment
from tiltak_cli.wording import Phrase, phrase

ASSESSED = (Kind.ASSESSMENT_WORSE, Kind.ASSESSMENT_SET)
TROUBLE = (Assessment.RED, Assessment.YELLOW)


def worse(pairs: Pairs) -> Sentence | None:
    """Measures that have not ended and go worse, those that are most days late first.

    An assessment where there was none is no change for the worse, and is told by its own word.
    """
    by_measure: dict[str, list[Change]] = {}
    late = (c for c in pairs.comparison.calendar if c.kind is Kind.BECAME_LATE)
    for change in (*late, *filter(_is_trouble, pairs.of(ASSESSED))):
        if not pairs.measure(change).ended:
            by_measure.setdefault(change.measure_id, []).append(change)
    if not by_measure:
        return None
    groups = sorted(by_measure.values(), key=lambda changes: _order(changes, pairs))
    first = [c for c in groups if all(each.kind is Kind.ASSESSMENT_SET for each in c)]
    claimed = [Claimed("brief.worse", len(groups) - len(first))] * (len(first) < len(groups))
    for colour in TROUBLE:
        number = sum(group[0].new is colour for group in first)
        claimed += [Claimed("brief.assessed", number, (("to", colour),))] * bool(number)
    return sentence(
        Matter.WORSE,
        claimed,
        [_detail(changes, pairs) for changes in groups],
        [change for changes in groups for change in changes],
    )


def _is_trouble(change: Change) -> bool:
    return change.kind is Kind.ASSESSMENT_WORSE or change.new in TROUBLE


def _order(changes: list[Change], pairs: Pairs) -> tuple[int, int, int]:
    """The most days late, then the worst assessment; what nobody had assessed comes last."""
    measure = pairs.measure(changes[0])
    late, now = 0, pairs.comparison.day
    if measure.deadline and measure.overdue(now):
        late = (now - measure.deadline.last).days
    colour = measure.assessment
    first = all(change.kind is Kind.ASSESSMENT_SET for change in changes)
    return first, -late, TROUBLE.index(colour) if colour in TROUBLE else len(TROUBLE)


def _detail(changes: list[Change], pairs: Pairs) -> Detail:
    phrases = [_said(change) for change in changes]
    short = [_short(change, each) for change, each in zip(changes, phrases, strict=True)]
    # That the deadline has passed again comes after what people have said.
    again = [change.said[0].key == "change.became-late-again" for change in changes]
    if len(changes) > 1 and again[0]:
        phrases, short = phrases[::-1], short[:0:-1]
    return detail(pairs.subject(changes[0]), *phrases, short=tuple(short))


def _said(change: Change) -> Phrase:
    if change.kind is Kind.BECAME_LATE:
        key = change.said[0].key.replace("change.became-late", "brief.late")
        return phrase(key, **dict(change.said[0].values))
    if change.kind is Kind.ASSESSMENT_SET:
        return phrase("brief.assessed-as", to=change.new)
    return phrase("brief.turned", old=change.old, to=change.new)


def _short(change: Change, words: Phrase) -> Phrase:
    if change.kind is Kind.BECAME_LATE:
        return phrase("brief.late-short", days=dict(change.said[0].values)["days"])
    return words
