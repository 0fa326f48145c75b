"""What lies ahead: what is due soon, how the load is spread, and which deadlines have moved."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.history import Moves
from tiltak_cli.domain.deadline import PartialDate, parse_partial
from tiltak_cli.domain.measure import Measure, Milestone, Status

WITHIN = (30, 60, 90)
QUARTERS = 6


class Due(NamedTuple):
    """A deadline that comes soon: the measure's own, or that of a milestone not yet reached.

    `days` are those that are left.
    """

    deadline: PartialDate
    measure: Measure
    milestone: Milestone | None
    days: int


class Load(NamedTuple):
    """How many measures and milestones a lead organisation has due in each quarter ahead."""

    code: str
    counts: tuple[int, ...]


class Moved(NamedTuple):
    """A measure whose deadline has moved: how often is None where only the first one is known."""

    measure: Measure
    first: PartialDate
    times: int | None
    days: int


class Forecast(NamedTuple):
    """What lies ahead of a report date. `quarters` are the periods that `load` counts in.

    `due` are the deadlines within 90 days, soonest first. `load` and `moved` have most first.
    """

    due: tuple[Due, ...]
    quarters: tuple[PartialDate, ...]
    load: tuple[Load, ...]
    moved: tuple[Moved, ...]

    def due_within(self, days: int) -> int:
        """How many measures, milestones apart, are due within so many days."""
        return sum(due.days <= days for due in self.due if due.milestone is None)


def forecast(
    measures: tuple[Measure, ...], report_date: date, moves: Mapping[str, Moves]
) -> Forecast:
    """Look ahead from a day. What has ended or is put off has nothing ahead."""
    living = [m for m in measures if not m.ended and m.status is not Status.POSTPONED]
    quarters = _quarters(report_date)
    return Forecast(
        tuple(sorted(_due(living, report_date), key=lambda due: due.days)),
        quarters,
        _load(living, quarters, report_date),
        tuple(sorted(_moved(measures, moves), key=lambda moved: -moved.days)),
    )


def _due(measures: list[Measure], report_date: date) -> Iterator[Due]:
    for measure in measures:
        waiting = [(m.deadline, m) for m in measure.milestones if not m.reached]
        for deadline, milestone in (*waiting, (measure.deadline, None)):
            days = (deadline.last - report_date).days if deadline else -1
            if deadline and 0 <= days <= WITHIN[-1]:
                yield Due(deadline, measure, milestone, days)


def _quarters(report_date: date) -> tuple[PartialDate, ...]:
    """The quarter of a day and those after it."""
    first = report_date.year * 4 + (report_date.month - 1) // 3
    texts = (f"{n // 4}-Q{n % 4 + 1}" for n in range(first, first + QUARTERS))
    return tuple(quarter for text in texts if (quarter := parse_partial(text)))


def _load(
    measures: list[Measure], quarters: tuple[PartialDate, ...], report_date: date
) -> tuple[Load, ...]:
    counts: Counter[tuple[str, int]] = Counter()
    for measure in measures:
        waiting = (m.deadline for m in measure.milestones if m.deadline and not m.reached)
        for deadline in (measure.deadline, *waiting):
            if deadline and deadline.last >= report_date:
                at = next((n for n, q in enumerate(quarters) if deadline.last <= q.last), None)
                if at is not None:
                    counts[measure.lead, at] += 1
    leads = dict.fromkeys(code for code, _ in counts)
    load = [Load(code, tuple(counts[code, n] for n in range(len(quarters)))) for code in leads]
    return tuple(sorted(load, key=lambda each: (-sum(each.counts), each.code)))


def _moved(measures: tuple[Measure, ...], moves: Mapping[str, Moves]) -> list[Moved]:
    """The history where it is known, else what the measure says of its first deadline."""
    found = []
    for measure in measures:
        known, now, first = moves.get(measure.id), measure.deadline, measure.original_deadline
        if known and known.times and known.first:
            found.append(Moved(measure, known.first, known.times, known.days))
        elif now and first and now.last != first.last:
            found.append(Moved(measure, first, None, (now.last - first.last).days))
    return found
