"""What lies ahead, in the terminal, and what became of the measures from before."""

from rich.console import RenderableType
from rich.table import Column
from rich.text import Text

from tiltak_cli.overview.carried_over import Outcome, by_outcome
from tiltak_cli.overview.counts import Overview
from tiltak_cli.overview.summary import ahead as said_ahead
from tiltak_cli.views.report import tables, words
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.draw import (
    QUIET,
    fixed,
    flexible,
    grid,
    heading,
    more,
    symbol,
    table,
    text,
)
from tiltak_cli.wording import Wording

SHOWN = 10


def ahead(seen: Overview, say: Wording, *, full: bool) -> list[RenderableType]:
    """What is due soon; in full also the load, and the deadlines that moved or come late."""
    due, others = said_ahead(seen)
    parts: list[RenderableType] = [heading(say("ahead.heading")), text(say.phrases(due))]
    parts += _due(seen, say)
    if full:
        return [*parts, *_load(seen, say), *_moved(seen, say), *_beyond(seen, say)]
    if others or seen.forecast.load:
        parts += [
            text(sentence) for sentence in (say.phrases(others), say("ahead.hint")) if sentence
        ]
    return parts


def _due(seen: Overview, say: Wording) -> list[RenderableType]:
    deadlines = seen.forecast.due
    if not deadlines:
        return []
    rows = grid(fixed(width=5), fixed(), fixed(right=True), flexible())
    for due in deadlines[:SHOWN]:
        what = text(due.step or due.measure.title)
        left = say.format_field(due.days, "days")
        rows.add_row(text(due.measure.id, "bold"), say.value(due.deadline), left, what)
    return [rows, *more(len(deadlines) - SHOWN, say)]


def _load(seen: Overview, say: Wording) -> list[RenderableType]:
    """A row for each lead and one for all together."""
    section = tables.load(seen, say, full=False)
    if not section.rows:
        return []
    lead, *quarters, later = section.columns
    rows = table(
        Column(lead, min_width=5),
        *(Column(quarter, justify="right", min_width=7) for quarter in quarters),
        Column(later, justify="right", min_width=6),
    )
    for row in section.rows:
        rows.add_row(text(row.code or "–", "bold"), *row.cells)
    rows.add_row(say("report.in-all"), *section.sums, style="bold")
    return [heading(section.heading), text(section.about, QUIET), rows]


def _moved(seen: Overview, say: Wording) -> list[RenderableType]:
    section = tables.moved(seen, say)
    if not section.rows:
        return []
    measure, first, now, *numbers = section.columns
    rows = table(
        Column(min_width=1),
        fixed(say.label("id"), 4),
        fixed(first),
        fixed(now),
        *(fixed(number, right=True) for number in numbers),
        flexible(measure),
    )
    for row in section.rows:
        sign = symbol(seen.standings[row.code])
        rows.add_row(sign, text(row.code, "bold"), *row.cells, text(row.name))
    return [heading(section.heading), rows]


def _beyond(seen: Overview, say: Wording) -> list[RenderableType]:
    if not seen.beyond_period:
        return []
    rows = grid(fixed(width=5), Column(min_width=1), fixed(), flexible())
    for measure in seen.beyond_period:
        sign, due = symbol(seen.standings[measure.id]), words.deadline(measure, say)
        rows.add_row(text(measure.id, "bold"), sign, due, text(measure.title))
    return [heading(say("ahead.beyond")), rows]


def carried_over(seen: Overview, say: Wording) -> list[RenderableType]:
    """How many measures from the previous strategy ended in each way; the unexplained say why."""
    if not seen.carried_over:
        return []
    rows = grid(fixed(), fixed(right=True), Column(ratio=1))
    for outcome, members in by_outcome(seen.carried_over).items():
        word, open_ = words.outcome(outcome, say), outcome is Outcome.UNEXPLAINED
        lines = (f"{carried.measure.id} {say.phrases(carried.said)}" for carried in members)
        ids = ", ".join(carried.measure.id for carried in members)
        what = Text("\n").join(map(text, lines)) if open_ else text(ids)
        rows.add_row(Text(word, style="bold red" if open_ else ""), str(len(members)), what)
    return [heading(one_line(words.carried_over(seen, say))), rows]
