"""What waits for what: measures that others depend on, and those that do."""

from typing import NamedTuple

from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.overview.counts import Overview, Situation
from tiltak_cli.wording import Phrase, phrase

STATES = {
    Situation.NOT_STARTED: "waiting.not-started",
    Situation.ON_TRACK: "waiting.on-track",
    Situation.AT_RISK: "waiting.yellow",
    Situation.LATE: "waiting.late",
    Situation.UNSTATED: "waiting.unstated",
}
ENDS = {
    Status.COMPLETED: "waiting.completed",
    Status.DROPPED: "waiting.dropped",
    Status.ABSORBED: "waiting.absorbed",
}


class Waiting(NamedTuple):
    """A measure that others depend on, with those that have not ended; `done` where it has.

    `early` are those of them that are due before it is.
    """

    target: Measure
    measures: tuple[Measure, ...]
    done: bool
    early: tuple[Measure, ...]
    said: Phrase


def waiting(seen: Overview) -> tuple[Waiting, ...]:
    """Those that most wait for come first, and those that are done last; else as they are due.

    Of a selection, what its measures wait for; what is outside has its id and no title.
    """
    by_id = seen.register.by_id()
    groups: dict[str, list[Measure]] = {}
    for measure in seen.measures:
        for code in dict.fromkeys(measure.depends_on):
            if code in by_id and code != measure.id and not measure.ended:
                groups.setdefault(code, []).append(measure)
    named = {measure.id for measure in seen.measures}
    targets = []
    for code, measures in groups.items():
        target = by_id[code] if code in named else by_id[code]._replace(title="")
        targets.append(_waiting(target, tuple(measures), seen))
    return tuple(sorted(targets, key=lambda each: (each.done, -len(each.measures))))


def _waiting(target: Measure, measures: tuple[Measure, ...], seen: Overview) -> Waiting:
    due = target.deadline
    early = tuple(m for m in measures if due and m.deadline and m.deadline.last < due.last)
    key = "waiting.waited" if target.ended else "waiting.waits"
    sentence = phrase(
        key,
        n=len(measures),
        who=tuple(m.id for m in measures),
        name=f"{target.id} {target.title.rstrip(' .')}".strip(),
        state=tuple(_state(target, seen)),
    )
    return Waiting(target, measures, target.ended, () if target.ended else early, sentence)


def _state(target: Measure, seen: Overview) -> list[Phrase]:
    """When it is due and how it stands, or how it has ended."""
    if target.status in ENDS:
        dated = "-on" if target.status is Status.COMPLETED and target.completed else ""
        return [phrase(f"{ENDS[target.status]}{dated}", day=target.completed)]
    due = [phrase("waiting.due", deadline=target.deadline)] if target.deadline else []
    if target.status is Status.POSTPONED:
        return [*due, phrase("waiting.put-off")]
    return [*due, phrase(STATES[seen.standings[target.id]])]


def said(targets: tuple[Waiting, ...]) -> tuple[Phrase, ...]:
    """How many wait, and which of them are due before what they wait for."""
    open_ones = [each for each in targets if not each.done]
    number = len({measure.id for each in open_ones for measure in each.measures})
    if not number:
        return (phrase("waiting.nobody"),) if targets else ()
    early = tuple(dict.fromkeys(m.id for each in open_ones for m in each.early))
    before = phrase("waiting.early", n=len(early), ids=early)
    late = before if early else phrase("waiting.none-early")
    return (phrase("waiting.count", n=number), late)
