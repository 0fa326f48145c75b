"""Deadlines that have moved, other priorities, and who is responsible now."""

from tiltak_cli.changes.brief.sentence import (
    Claimed,
    Detail,
    Matter,
    Pairs,
    Sentence,
    detail,
    grouped,
    sentence,
)
from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.wording import Phrase, phrase

LATER = (Kind.POSTPONED, Kind.POSTPONED_AFTER)
MOVED = (*LATER, Kind.ADVANCED)
PRIORITIES = {Kind.PRIORITY_RAISED: "brief.raised", Kind.PRIORITY_LOWERED: "brief.lowered"}
# What is said of a measure that has others responsible, by what its change says.
SHIFTS = {
    "change.moved": "brief.from-to",
    "change.moved-with": "brief.from-to",
    "change.shared": "brief.shared",
    "change.shared-with": "brief.shared",
    "change.no-longer-responsible": "brief.no-longer",
    "change.leads": "brief.led-by",
}


def deadlines(pairs: Pairs) -> Sentence | None:
    """Deadlines of measures that have not ended: later first, the longest first, then removed."""
    candidates = pairs.of((*MOVED, Kind.DEADLINE_REMOVED))
    changes = [change for change in candidates if not pairs.measure(change).ended]
    changes.sort(key=_how_far)
    moved = sum(change.kind in MOVED for change in changes)
    counts = (("brief.moved", moved), ("brief.removed", len(changes) - moved))
    if not changes:
        return None
    return sentence(
        Matter.DEADLINES,
        [Claimed(key, number) for key, number in counts],
        [detail(pairs.subject(change), *_deadline(change, pairs)) for change in changes],
        changes,
    )


def _how_far(change: Change) -> tuple[int, int]:
    if change.kind is Kind.DEADLINE_REMOVED:
        return 2, 0
    days = (change.new.last - change.old.last).days
    return days < 0, -abs(days)


def _deadline(change: Change, pairs: Pairs) -> tuple[Phrase, ...]:
    if change.kind is Kind.DEADLINE_REMOVED:
        ongoing = pairs.measure(change).ongoing
        return (phrase("brief.ongoing" if ongoing else "brief.no-deadline"),)
    days = abs((change.new.last - change.old.last).days)
    key = "brief.later" if change.kind in LATER else "brief.earlier"
    times = dict(change.said[0].values).get("times")
    if times:
        return (phrase(f"{key}-again", days=days, times=times),)
    return (phrase(key, days=days),)


def priorities(pairs: Pairs) -> Sentence | None:
    """Measures with another priority, the raised ones first."""
    changes = sorted(pairs.of(PRIORITIES), key=lambda c: c.kind is Kind.PRIORITY_LOWERED)
    if not changes:
        return None
    counts = {kind: sum(change.kind is kind for change in changes) for kind in PRIORITIES}
    return sentence(
        Matter.PRIORITIES,
        [Claimed(PRIORITIES[kind], number) for kind, number in counts.items()],
        [detail(pairs.subject(c), phrase("brief.from", old=c.old, to=c.new)) for c in changes],
        changes,
    )


def responsibility(pairs: Pairs) -> Sentence | None:
    """Who is responsible: measures that went from one to another are one group, largest first.

    That the one they went to was founded meanwhile is said as what it is: a day, never a reason.
    """
    changes = pairs.of([Kind.RESPONSIBILITY])
    if not changes:
        return None
    details = grouped([detail(pairs.subject(change), _shift(change)) for change in changes])
    details = tuple(sorted(details, key=lambda each: -len(each.subjects)))
    number = len({change.measure_id for change in changes})
    claimed = Claimed("brief.responsibility", number)
    came: tuple[str, ...] = ()
    match details:
        case (Detail(subjects, (Phrase("brief.from-to", values),)),):
            claimed, came = Claimed("brief.handed-over", number, values), dict(values)["came"]
            details = (Detail(subjects, (), ()),)
    founded = [p for c in changes for p in c.said if p.key == "change.founded"]
    closing = [phrase("brief.founded", **dict(p.values)) for p in dict.fromkeys(founded)]
    closing += [phrase("brief.keeper-too", to=c.new) for c in keeper(pairs, came)]
    all_changes = (*changes, *keeper(pairs, came))
    return Sentence(Matter.RESPONSIBILITY, (claimed,), details, all_changes, tuple(closing))


def keeper(pairs: Pairs, came: tuple[str, ...]) -> list[Change]:
    """The change of who keeps the register, where that is the one the measures went to."""
    general = pairs.comparison.general
    return [c for c in general if c.kind is Kind.KEEPER and (c.new,) == came]


def _shift(change: Change) -> Phrase:
    shift = next(each for each in change.said if each.key in SHIFTS)
    values = {key: value for key, value in shift.values if key != "beside"}
    return phrase(SHIFTS[shift.key], **values)
