"""The measures past their deadlines: the longest past first, and those of one deadline together."""

from datetime import date

from rich.console import RenderableType
from rich.text import Text

from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.counts import Overview
from tiltak_cli.views.alike import together
from tiltak_cli.views.terminal.draw import fixed, flexible, grid, heading, more, text
from tiltak_cli.wording import Wording

# So many lines are shown; so many measures with one deadline are one line.
SHOWN, FOLDED = 15, 4


def longest_first(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Measures by how long ago their deadlines passed; of the same day they stay as they stand."""
    return tuple(sorted(measures, key=lambda m: m.deadline.last if m.deadline else date.max))


def overdue(seen: Overview, say: Wording) -> list[RenderableType]:
    """A line for each measure, or for each deadline that many have; nothing where none is late."""
    if not seen.overdue:
        return []
    rows, lines, shown, folded = grid(fixed(), fixed(), fixed(), flexible()), 0, 0, False
    by_deadline = ((measure.deadline, measure) for measure in longest_first(seen.overdue))
    for measures in together(by_deadline, FOLDED):
        deadline = measures[0].deadline
        assert deadline is not None  # noqa: S101 - only a deadline can be overdue
        days = say.format_field((seen.report_date - deadline.last).days, "days")
        when = Text(f"{say.value(deadline)} !", style="bold red")
        if len(measures) > 1:
            folded = True
            ids = ", ".join(measure.id for measure in measures)
            cells = [(text(say.format_field(len(measures), "n.measure"), "bold"), text(ids))]
        else:
            cells = [(text(measure.id, "bold"), text(measure.title)) for measure in measures]
        if lines + len(cells) > SHOWN:
            break
        for who, what in cells:
            rows.add_row(who, when, days, what)
        lines, shown = lines + len(cells), shown + len(measures)
    rest = more(len(seen.overdue) - shown, say, "report.more-overdue")
    every = [Text(say("report.all-overdue"))] if folded and not rest else []
    return [heading(say("report.overdue")), rows, *rest, *every]
