"""What lies ahead: what is due soon, how the load is spread, and which deadlines have moved."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.history import Moves
from tiltak_cli.domain.deadline import PartialDate, parse_partial
from tiltak_cli.domain.measure import Measure, Milestone, Status
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import Phrase, phrase

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

    @property
    def step(self) -> str:
        """The milestone, by id and text; empty where the measure itself is due."""
        return f"{self.milestone.id} {self.milestone.text}" if self.milestone else ""


class Load(NamedTuple):
    """How many deadlines, of measures and milestones, a lead has in each quarter ahead, and later.

    `code` is the abbreviation now, whatever name the register has; empty where none leads.
    """

    code: str
    counts: tuple[int, ...]
    later: int

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts) + self.later


class Moved(NamedTuple):
    """A measure whose deadline has moved, with its first one.

    `times` is how many moves are known of, None where only the first deadline is. `days` are from
    the first deadline to the last: later is positive.
    """

    measure: Measure
    first: PartialDate
    times: int | None
    days: int


class Forecast(NamedTuple):
    """What lies ahead of a report date. `quarters` are the periods that `load` counts in.

    `due` are the deadlines within 90 days, soonest first. `load` and `moved` have most first, so a
    deadline that was brought forward stands last.
    """

    due: tuple[Due, ...]
    quarters: tuple[PartialDate, ...]
    load: tuple[Load, ...]
    moved: tuple[Moved, ...]

    def due_within(self, days: int) -> int:
        """How many measures, milestones apart, are due within so many days."""
        return sum(due.days <= days for due in self.due if due.milestone is None)

    def milestones_within(self, days: int) -> int:
        """How many milestones are due within so many days."""
        return sum(due.days <= days for due in self.due if due.milestone)

    @property
    def loads(self) -> tuple[int, ...]:
        """How many deadlines all have together in each quarter, and later."""
        return tuple(
            map(sum, zip(*((*load.counts, load.later) for load in self.load), strict=True))
        )

    @property
    def said(self) -> tuple[Phrase, ...]:
        """How much is due within 30, 60 and 90 days: each of them that adds to the one before."""
        if not self.due:
            return (phrase("ahead.nothing-due", days=WITHIN[-1]),)
        phrases: list[Phrase] = []
        last, until = (0, 0), 0
        for days in WITHIN:
            now = self.due_within(days), self.milestones_within(days)
            if now != last:
                things = tuple(
                    phrase(f"ahead.{kind}", number=number)
                    for kind, number in zip(("measures", "milestones"), now, strict=True)
                    if number
                )
                key = "ahead.due-then" if phrases else "ahead.due"
                phrases.append(phrase(key, days=days, things=things))
                last, until = now, days
        if until < WITHIN[-1]:
            phrases.append(phrase("ahead.no-more", days=WITHIN[-1]))
        return tuple(phrases)


def forecast(
    register: Register,
    measures: tuple[Measure, ...],
    report_date: date,
    moves: Mapping[str, Moves],
) -> Forecast:
    """Look ahead from a day. What has ended or is put off has nothing ahead.

    `moves` are as `since_first` tells them.
    """
    living = [m for m in measures if not m.ended and m.status is not Status.POSTPONED]
    quarters = _quarters(report_date)
    return Forecast(
        tuple(sorted(_due(living, report_date), key=lambda due: due.days)),
        quarters,
        _load(register, living, quarters, report_date),
        tuple(sorted(_moved(measures, moves), key=lambda moved: -moved.days)),
    )


def since_first(measure: Measure, moves: Moves) -> Moves:
    """How a deadline has moved since the first one that anybody knows of.

    A history may begin after the deadline was moved the first time: then what the measure says of
    its first deadline is earlier than the history's, and there is one more move.
    """
    stated, known, now = measure.original_deadline, moves.first, measure.deadline
    if not (moves.times and stated and known and stated.last < known.last):
        return moves
    before = (known.last - stated.last).days
    days = (now.last - stated.last).days if now else moves.days + before
    return Moves(moves.times + 1, days, stated)


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
    register: Register,
    measures: list[Measure],
    quarters: tuple[PartialDate, ...],
    report_date: date,
) -> tuple[Load, ...]:
    counts: dict[str, Counter[int]] = {}
    for measure in measures:
        waiting = (m.deadline for m in measure.milestones if m.deadline and not m.reached)
        lead = register.organisations.code_on(measure.lead, register.as_of)
        for deadline in (measure.deadline, *waiting):
            if deadline and deadline.last >= report_date:
                at = next((n for n, q in enumerate(quarters) if deadline.last <= q.last), -1)
                counts.setdefault(lead, Counter())[at] += 1
    load = [
        Load(code, tuple(by_quarter[n] for n in range(len(quarters))), by_quarter[-1])
        for code, by_quarter in counts.items()
    ]
    return tuple(sorted(load, key=lambda row: (-row.total, row.code)))


def _moved(measures: tuple[Measure, ...], moves: Mapping[str, Moves]) -> list[Moved]:
    """The history where it is known, else what the measure says of its first deadline."""
    moved = []
    for measure in measures:
        known, now, first = moves.get(measure.id), measure.deadline, measure.original_deadline
        if known and known.times and known.first:
            moved.append(Moved(measure, known.first, known.times, known.days))
        elif now and first and now.last != first.last:
            moved.append(Moved(measure, first, None, (now.last - first.last).days))
    return moved
