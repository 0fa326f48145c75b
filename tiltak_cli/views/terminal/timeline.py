"""A measure's time as a row of characters, one for each quarter of the strategy's period."""

from datetime import date

from rich.console import RenderableType
from rich.table import Column
from rich.text import Text

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.overview.counts import Overview
from tiltak_cli.overview.timeline import State, state
from tiltak_cli.views.terminal.draw import (
    QUIET,
    STYLES,
    deadline,
    fixed,
    flexible,
    flow,
    heading,
    more,
    symbol,
    table,
    text,
)
from tiltak_cli.wording import Wording

SHOWN = 40
INSIDE, OUTSIDE, REACHED, WAITING, MISSED, BEYOND = "━", "┈", "◆", "◇", "!", "▸"
TODAY = "▾"


class Scale:
    """Quarters from the strategy's first year to its last, with a blank between years."""

    def __init__(self, strategy: Strategy) -> None:
        self.first = strategy.first_year
        self.years = strategy.last_year - strategy.first_year + 1

    @property
    def head(self) -> str:
        """The years above their quarters: `2021 2022 …`."""
        return " ".join(str(self.first + n) for n in range(self.years))

    def quarter(self, day: date) -> int:
        """Which quarter a day is in, counted from the first; may lie outside the period."""
        return (day.year - self.first) * 4 + (day.month - 1) // 3

    def marker(self, day: date) -> str:
        """A mark under the years for the report date."""
        quarter = self.quarter(day)
        if not 0 <= quarter < self.years * 4:
            return ""
        return " " * (quarter + quarter // 4) + TODAY

    def row(self, measure: Measure, day: date) -> str:
        """Start to deadline as a line, milestones as diamonds, filled when they are reached.

        One that is overdue on the day is marked, whatever else there is in its quarter.
        """
        quarters = self.years * 4
        first = self.quarter(measure.start.first) if measure.start else None
        end = measure.completed or (measure.deadline.last if measure.deadline else None)
        last = self.quarter(end) if end else quarters if measure.ongoing else None
        cells = [OUTSIDE] * quarters
        if last is not None:
            begin = first if first is not None else last
            for n in range(max(begin, 0), min(last, quarters - 1) + 1):
                cells[n] = INSIDE
        for milestone in measure.milestones:
            when = milestone.reached or (milestone.deadline and milestone.deadline.last)
            if when and 0 <= (n := self.quarter(when)) < quarters and cells[n] != MISSED:
                missed = state(measure, milestone, day) is State.PASSED
                cells[n] = REACHED if milestone.reached else MISSED if missed else WAITING
        if last is not None and last >= quarters:
            cells[-1] = BEYOND
        return " ".join("".join(cells[n : n + 4]) for n in range(0, quarters, 4))


def timeline(seen: Overview, say: Wording, width: int, *, wide: bool) -> list[RenderableType]:
    """The measures under the years; of many, those that are not ended, and no more than 40."""
    scale = Scale(seen.register.strategy)
    shown = list(seen.measures)
    if len(shown) > SHOWN:
        shown = [measure for measure in shown if not measure.ended]
    rows = table(
        fixed(say.label("id"), 5),
        flexible(say("report.measure")),
        Column(min_width=1),
        fixed(scale.head, len(scale.head)),
        *([fixed(say.label("frist"), 14)] if wide else []),
    )
    rows.add_row(Text(), Text(), Text(), Text(scale.marker(seen.report_date), style="bold"))
    for measure in shown[:SHOWN]:
        kind = seen.standings[measure.id]
        cells = [
            text(measure.id, "bold"),
            text(measure.title),
            symbol(kind),
            Text(scale.row(measure, seen.report_date), style=STYLES[kind]),
        ]
        rows.add_row(*cells, *([deadline(measure, seen.report_date, say)] if wide else []))
    signs = (
        (REACHED, say("report.reached")),
        (WAITING, say("report.waits")),
        (MISSED, say("report.missed")),
        (BEYOND, say("report.goes-on")),
        (TODAY, say("report.report-date", day=seen.report_date)),
    )
    legend = [Text(f"{sign} {meaning}", style=QUIET) for sign, meaning in signs]
    rest = more(len(shown) - SHOWN, say, "report.more-by-list")
    return [heading(say("report.timeline")), rows, flow(legend, width), *rest]
