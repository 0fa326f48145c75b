"""The timeline: from when to when each measure lasts, its milestones, and the report date.

Places are in percent of the axis, so that the drawing fits every width without being scaled.
"""

from datetime import date, timedelta
from typing import NamedTuple

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.overview.timeline import State, state
from tiltak_cli.views.html.parts import Badge, Context

# A deadline may be years after the strategy's period; more than two would make the rest small.
YEARS_AFTER = 2
DAY = timedelta(days=1)


class Mark(NamedTuple):
    """A milestone on the axis: how it stands, and what a pointer shows."""

    at: float
    state: str
    text: str


class Line(NamedTuple):
    """A measure on the timeline. `start` and `width` are None where it has no time of its own."""

    number: int
    measure: Measure
    anchor: str
    badge: Badge
    start: float | None
    width: float | None
    before: bool
    after: bool
    marks: tuple[Mark, ...]
    text: str


class Group(NamedTuple):
    """The measures of one target area; a measure stands under the first that it works on."""

    code: str
    name: str
    lines: tuple[Line, ...]


class Timeline(NamedTuple):
    """The axis, its groups, and where the report date and the strategy's end are (None outside)."""

    years: tuple[int, ...]
    today: float | None
    outside: float | None
    groups: tuple[Group, ...]


class Axis:
    """Years from the strategy's first to its last, or to the last deadline soon after it."""

    def __init__(self, strategy: Strategy, measures: tuple[Measure, ...]) -> None:
        deadlines = [m.deadline.last.year for m in measures if m.deadline and not m.ended]
        latest = max((*deadlines, strategy.last_year))
        last = min(latest, strategy.last_year + YEARS_AFTER)
        self.years = tuple(range(strategy.first_year, last + 1))
        self.first = date(strategy.first_year, 1, 1)
        self.days = (date(last + 1, 1, 1) - self.first).days

    def at(self, day: date) -> float:
        """Where a day begins, in percent; may lie outside 0 to 100."""
        return round((day - self.first).days * 100 / self.days, 2)


def timeline(context: Context) -> Timeline:
    """Lay out the measures shown."""
    seen, strategy = context.seen, context.register.strategy
    axis = Axis(strategy, seen.measures)
    groups = []
    numbered = list(enumerate(seen.measures))
    for area in strategy.areas:
        members = [(n, m) for n, m in numbered if m.areas and m.areas[0] == area.code]
        lines = tuple(_line(n, measure, axis, context) for n, measure in members)
        if lines:
            groups.append(Group(area.code, area.name, lines))
    today = axis.at(seen.report_date)
    outside = axis.at(date(strategy.last_year + 1, 1, 1))
    return Timeline(
        axis.years,
        today if 0 <= today <= 100 else None,  # noqa: PLR2004 - percent
        outside if axis.years[-1] > strategy.last_year else None,
        tuple(groups),
    )


def _line(number: int, measure: Measure, axis: Axis, context: Context) -> Line:
    badge = context.badges[context.seen.standings[measure.id]]
    begin = measure.start.first if measure.start else None
    end = measure.completed or (measure.deadline.last if measure.deadline else None)
    if begin is None and end is not None:
        # The deadline's period is all that is known.
        begin = min(measure.deadline.first if measure.deadline else end, end)
    if end is None and measure.ongoing and begin is not None:
        end = date(axis.years[-1] + 1, 12, 31)
    start = width = None
    before = after = False
    if begin is not None and end is not None and end >= begin:
        left, right = axis.at(begin), axis.at(end + DAY)
        before, after = left < 0 and right > 0, right > 100 and left < 100  # noqa: PLR2004
        left, right = max(left, 0.0), min(right, 100.0)
        if right > left:
            start, width = left, round(right - left, 2)
    return Line(
        number=number,
        measure=measure,
        anchor=context.anchors[measure.id],
        badge=badge,
        start=start,
        width=width,
        before=before,
        after=after,
        marks=_marks(measure, axis, context),
        text=_in_words(measure, context),
    )


def _marks(measure: Measure, axis: Axis, context: Context) -> tuple[Mark, ...]:
    marks = []
    for milestone in measure.milestones:
        day = milestone.reached or (milestone.deadline and milestone.deadline.last)
        if day is None or not 0 <= (at := axis.at(day)) <= 100:  # noqa: PLR2004 - percent
            continue
        missed = state(measure, milestone, context.seen.report_date) is State.PASSED
        drawn = "reached" if milestone.reached else "missed" if missed else "ahead"
        text = f"{milestone.id} {milestone.text}, {context.say.value(day)}"
        marks.append(Mark(at, drawn, text))
    return tuple(marks)


def _in_words(measure: Measure, context: Context) -> str:
    """The same in words, for those who do not see the drawing."""
    say = context.say
    start, end = say.value(measure.start), say.value(measure.completed or measure.deadline)
    if measure.ongoing and not end:
        end = say.word("løpende")
    parts = [f"{start} – {end}".strip(" –") or say("report.no-deadline")]
    if measure.milestones:
        reached = sum(milestone.reached is not None for milestone in measure.milestones)
        number = len(measure.milestones)
        parts.append(say("report.milestones-count", reached=reached, number=number))
    return ", ".join(parts)
