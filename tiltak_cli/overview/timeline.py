"""When measures and milestones are, on a scale of quarters: the same in every view."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tiltak_cli.domain.measure import Measure, Milestone, Status
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.overview.counts import SOON_DAYS

# With more years there would be more quarters than fit on a page.
MOST_YEARS = 8


class Scale(NamedTuple):
    """The periods of a strategy: `per_year` is 4 for quarters, 1 where years must do."""

    first_year: int
    years: int
    per_year: int

    @property
    def periods(self) -> int:
        """How many periods there are."""
        return self.years * self.per_year

    def period(self, day: date) -> int:
        """Which period a day is in, counted from 0; may lie outside the strategy's."""
        return (day.year - self.first_year) * self.per_year + (day.month - 1) * self.per_year // 12

    def year(self, period: int) -> int:
        """The year of a period."""
        return self.first_year + period // self.per_year

    def starts_year(self, period: int) -> bool:
        """Whether a period is the first of its year."""
        return period % self.per_year == 0


class Bar(NamedTuple):
    """A measure's time within the scale; no periods where all of it is outside, or not known.

    `before` and `after` say that it reaches beyond the scale. A bar that is not `whole` is the one
    period of the start or the deadline, the other being unknown.
    """

    periods: range
    before: bool = False
    after: bool = False
    whole: bool = False


class Steps(NamedTuple):
    """The milestones of one period: how many are reached, and how many are not."""

    reached: int = 0
    waiting: int = 0


def scale_of(strategy: Strategy) -> Scale:
    """Quarters from the strategy's first year to its last, or years where they are many."""
    years = strategy.last_year - strategy.first_year + 1
    return Scale(strategy.first_year, years, 4 if years <= MOST_YEARS else 1)


def bar(measure: Measure, scale: Scale) -> Bar | None:
    """From start to the day it was done, or else the deadline; None without any date.

    What is ongoing goes on beyond the scale.
    """
    start = scale.period(measure.start.first) if measure.start else None
    end = measure.completed or (measure.deadline.last if measure.deadline else None)
    if end:
        last = scale.period(end)
    elif measure.ongoing:
        last = max(scale.periods, start or 0)
    elif start is not None:
        last = start
    else:
        return None
    endless = measure.ongoing and not end
    first = start if start is not None else 0 if endless else last
    # What ends before it starts is a fault in the register; the deadline is what people look for.
    first = min(first, last)
    periods = range(max(first, 0), min(last, scale.periods - 1) + 1)
    whole = endless or (start is not None and end is not None)
    return Bar(periods, first < 0, last >= scale.periods, whole)


def steps(measure: Measure, scale: Scale) -> dict[int, Steps]:
    """A measure's milestones by period, where they were reached or else are due."""
    by_period: dict[int, Steps] = {}
    for milestone in measure.milestones:
        day = milestone.reached or (milestone.deadline.last if milestone.deadline else None)
        if day is None or not 0 <= (period := scale.period(day)) < scale.periods:
            continue
        so_far = by_period.get(period, Steps())
        reached = milestone.reached is not None
        by_period[period] = Steps(so_far.reached + reached, so_far.waiting + (not reached))
    return by_period


class State(StrEnum):
    """How a milestone stands on the report date."""

    REACHED = "nådd"
    PASSED = "passert"
    SOON = "snart"
    LATER = "senere"
    UNDATED = "uten frist"
    VOID = "ikke aktuell"


class Step(NamedTuple):
    """A milestone with its measure and how it stands."""

    measure: Measure
    milestone: Milestone
    state: State


def state(measure: Measure, milestone: Milestone, report_date: date) -> State:
    """The one word for how a milestone stands; soon is within `SOON_DAYS` days."""
    if milestone.reached is not None:
        return State.REACHED
    if measure.ended or measure.status is Status.POSTPONED:
        return State.VOID
    if milestone.deadline is None:
        return State.UNDATED
    days = (milestone.deadline.last - report_date).days
    if days < 0:
        return State.PASSED
    return State.SOON if days <= SOON_DAYS else State.LATER


def all_steps(measures: tuple[Measure, ...], report_date: date) -> tuple[Step, ...]:
    """Every milestone, by deadline and then by id; those without a deadline come last."""
    unordered = [
        Step(measure, milestone, state(measure, milestone, report_date))
        for measure in measures
        for milestone in measure.milestones
    ]
    return tuple(sorted(unordered, key=_order))


def _order(step: Step) -> tuple[date, str, int, str]:
    milestone = step.milestone
    due = milestone.deadline.last if milestone.deadline else milestone.reached or date.max
    # M10 comes after M9.
    return due, step.measure.id, len(milestone.id), milestone.id
