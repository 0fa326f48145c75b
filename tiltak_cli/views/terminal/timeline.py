"""A measure's time as a row of characters, one for each quarter of the strategy's period."""

from datetime import date

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.strategy import Strategy

INSIDE, OUTSIDE, REACHED, WAITING, BEYOND = "━", "┈", "◆", "◇", "▸"


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
        return " " * (quarter + quarter // 4) + "▾"

    def row(self, measure: Measure) -> str:
        """Start to deadline as a line, milestones as diamonds, filled when they are reached."""
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
            day = milestone.reached or (milestone.deadline and milestone.deadline.last)
            if day and 0 <= (n := self.quarter(day)) < quarters:
                cells[n] = REACHED if milestone.reached else WAITING
        if last is not None and last >= quarters:
            cells[-1] = BEYOND
        return " ".join("".join(cells[n : n + 4]) for n in range(0, quarters, 4))
