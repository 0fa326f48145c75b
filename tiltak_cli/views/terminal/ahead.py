"""What lies ahead, in the terminal, and what became of the measures from before."""

from rich.console import RenderableType
from rich.text import Text

from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.carried_over import Outcome, by_outcome
from tiltak_cli.overview.counts import Overview, situation
from tiltak_cli.overview.summary import ahead as said_ahead
from tiltak_cli.views.history.words import signed
from tiltak_cli.views.report import words
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.symbols import OUTCOME_SYMBOLS, SITUATION_SYMBOLS
from tiltak_cli.views.terminal.draw import STYLES, grid, heading, table, text
from tiltak_cli.wording import Wording

SHOWN = 10


def ahead(seen: Overview, say: Wording, *, full: bool) -> list[RenderableType]:
    """What is due soon; in full also the load, and the deadlines that moved or come late."""
    due, *others = said_ahead(seen)
    parts: list[RenderableType] = [heading(say("ahead.heading")), text(say.phrase(due))]
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
    rows = grid()
    rows.add_column(min_width=5, no_wrap=True)
    rows.add_column(no_wrap=True)
    rows.add_column(justify="right", no_wrap=True)
    rows.add_flexible()
    for due in deadlines[:SHOWN]:
        step = f"{due.milestone.id} {due.milestone.text}" if due.milestone else due.measure.title
        left = say.format_field(due.days, "days")
        rows.add_row(text(due.measure.id, "bold"), say.value(due.deadline), left, text(step))
    parts: list[RenderableType] = [rows]
    if len(deadlines) > SHOWN:
        parts.append(Text(say("report.more", number=len(deadlines) - SHOWN)))
    return parts


def _load(seen: Overview, say: Wording) -> list[RenderableType]:
    """A row for each lead and one for all together; what is nothing is left blank."""
    forecast = seen.forecast
    if not forecast.load:
        return []
    rows = table()
    rows.add_column(say.label("ansvarlig"), min_width=5)
    for quarter in forecast.quarters:
        rows.add_column(words.quarter(quarter, say), justify="right", min_width=7)
    rows.add_column(say("ahead.later"), justify="right", min_width=6)
    for lead in forecast.load:
        numbers = (str(number or "") for number in (*lead.counts, lead.later))
        rows.add_row(text(lead.code or "–", "bold"), *numbers)
    rows.add_row(
        say("report.in-all"), *(str(number or "") for number in forecast.loads), style="bold"
    )
    about = text(say("ahead.load-about"), "bright_black")
    return [heading(say("ahead.load")), about, rows]


def _moved(seen: Overview, say: Wording) -> list[RenderableType]:
    if not seen.forecast.moved:
        return []
    rows = table()
    rows.add_column("", min_width=1)
    rows.add_column(say.label("id"), min_width=4, no_wrap=True)
    rows.add_column(say("ahead.first"), no_wrap=True)
    rows.add_column(say("ahead.now"), no_wrap=True)
    rows.add_column(say("ahead.days"), justify="right", no_wrap=True)
    counted = any(moved.times for moved in seen.forecast.moved)
    if counted:
        rows.add_column(say("ahead.times"), justify="right", no_wrap=True)
    rows.add_flexible(say("report.measure"))
    for moved in seen.forecast.moved:
        measure = moved.measure
        rows.add_row(
            _symbol(measure, seen),
            text(measure.id, "bold"),
            say.value(moved.first),
            words.deadline(measure, say),
            signed(moved.days),
            *[str(moved.times or "")] * counted,
            text(measure.title),
        )
    return [heading(say("ahead.moved")), rows]


def _beyond(seen: Overview, say: Wording) -> list[RenderableType]:
    if not seen.beyond_period:
        return []
    rows = grid()
    rows.add_column(min_width=5, no_wrap=True)
    rows.add_column(min_width=1)
    rows.add_column(no_wrap=True)
    rows.add_flexible()
    for measure in seen.beyond_period:
        rows.add_row(
            text(measure.id, "bold"),
            _symbol(measure, seen),
            words.deadline(measure, say),
            text(measure.title),
        )
    return [heading(say("ahead.beyond")), rows]


def _symbol(measure: Measure, seen: Overview) -> Text:
    kind = situation(measure, seen.report_date)
    return Text(SITUATION_SYMBOLS[kind], style=STYLES[kind])


def carried_over(seen: Overview, say: Wording) -> list[RenderableType]:
    """How many measures from the previous strategy ended in each way; the unexplained say why."""
    if not seen.carried_over:
        return []
    rows = grid()
    rows.add_column(no_wrap=True)
    rows.add_column(justify="right", no_wrap=True)
    rows.add_column(ratio=1)
    for outcome, members in by_outcome(seen.carried_over).items():
        word = f"{OUTCOME_SYMBOLS[outcome]} {say(f'outcome.{outcome}')}"
        open_ = outcome is Outcome.UNEXPLAINED
        lines = (f"{carried.measure.id} {say.phrases(carried.said)}" for carried in members)
        ids = ", ".join(carried.measure.id for carried in members)
        what = Text("\n").join(map(text, lines)) if open_ else text(ids)
        rows.add_row(Text(word, style="bold red" if open_ else ""), str(len(members)), what)
    return [heading(one_line(words.carried_over(seen, say))), rows]
