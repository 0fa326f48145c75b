"""What lies ahead, as a part of the report in Markdown, and what became of what is from before."""

from collections.abc import Iterable

from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.carried_over import by_outcome
from tiltak_cli.overview.counts import Overview, situation
from tiltak_cli.overview.summary import ahead as said_ahead
from tiltak_cli.views.history.words import signed
from tiltak_cli.views.report import words
from tiltak_cli.views.safe import in_cell, in_markdown
from tiltak_cli.views.symbols import OUTCOME_SYMBOLS, SITUATION_SYMBOLS
from tiltak_cli.wording import Wording


def table_row(cells: Iterable[object]) -> str:
    """A row of a table, of cells that are already safe."""
    return f"| {' | '.join(map(str, cells))} |"


def ahead(seen: Overview, say: Wording) -> list[str]:
    """What is due soon, the load of each lead, and the deadlines that moved or come late."""
    lines = [f"## {say('ahead.heading')}", "", in_markdown(say.phrases(said_ahead(seen))), ""]
    for due in seen.forecast.due:
        what = f"{due.measure.id} {due.measure.title}"
        step = f": {due.milestone.id} {due.milestone.text}" if due.milestone else ""
        left = say.format_field(due.days, "days")
        day = in_markdown(say.value(due.deadline))
        lines.append(f"- {day} ({left}): {in_markdown(what + step)}")
    if seen.forecast.due:
        lines.append("")
    return [*lines, *_load(seen, say), *_moved(seen, say), *_beyond(seen, say)]


def _load(seen: Overview, say: Wording) -> list[str]:
    forecast = seen.forecast
    if not forecast.load:
        return []
    quarters = [words.quarter(quarter, say) for quarter in forecast.quarters]
    lines = [
        f"### {say('ahead.load')}",
        "",
        say("ahead.load-about"),
        "",
        table_row((say.label("ansvarlig"), *quarters, say("ahead.later"))),
        f"|---{'|--:' * (len(quarters) + 1)}|",
    ]
    for lead in forecast.load:
        numbers = (number or "" for number in (*lead.counts, lead.later))
        lines.append(table_row((in_cell(lead.code) or "–", *numbers)))
    sums = (f"**{number}**" if number else "" for number in forecast.loads)
    return [*lines, table_row((f"**{say('report.in-all')}**", *sums)), ""]


def _moved(seen: Overview, say: Wording) -> list[str]:
    if not seen.forecast.moved:
        return []
    counted = any(moved.times for moved in seen.forecast.moved)
    keys = ("first", "now", "days", "times")[: 3 + counted]
    heads = (say("report.measure"), *(say(f"ahead.{key}") for key in keys))
    lines = [f"### {say('ahead.moved')}", "", say("ahead.moved-about"), "", table_row(heads)]
    lines.append(f"|---|---|---|--:|{'--:|' * counted}")
    for moved in seen.forecast.moved:
        dates = (say.value(moved.first), words.deadline(moved.measure, say))
        numbers = (signed(moved.days), moved.times or "")[: 1 + counted]
        lines.append(table_row((_cell(moved.measure, seen), *map(in_cell, dates), *numbers)))
    return [*lines, ""]


def _cell(measure: Measure, seen: Overview) -> str:
    symbol = SITUATION_SYMBOLS[situation(measure, seen.report_date)]
    return f"{symbol} **{in_cell(measure.id)}** {in_cell(measure.title)}"


def _beyond(seen: Overview, say: Wording) -> list[str]:
    lines = []
    for measure in seen.beyond_period:
        due = in_markdown(words.deadline(measure, say))
        lines.append(f"- **{in_markdown(measure.id)}** {in_markdown(measure.title)} ({due})")
    return [f"### {say('ahead.beyond')}", "", *lines, ""] if lines else []


def carried_over(seen: Overview, say: Wording) -> list[str]:
    """Every measure from the previous strategy, with what became of it; first how many."""
    carried_measures = seen.carried_over
    if not carried_measures:
        return []
    lines = [f"## {in_markdown(words.carried_over(seen, say))}", ""]
    counts = (
        say("carried.count", word=say(f"outcome.{outcome}"), count=len(members))
        for outcome, members in by_outcome(carried_measures).items()
    )
    heads = (
        say("report.measure"),
        say.label("opphav"),
        *(say(f"carried.{key}") for key in ("outcome", "what")),
    )
    lines += [" ".join(counts), "", table_row(heads), "|---|---|---|---|"]
    for carried in carried_measures:
        outcome = f"{OUTCOME_SYMBOLS[carried.outcome]} {say(f'outcome.{carried.outcome}')}"
        texts = (say.value(carried.origin), outcome, say.phrases(carried.said))
        lines.append(
            table_row(
                (
                    f"**{in_cell(carried.measure.id)}** {in_cell(carried.measure.title)}",
                    *map(in_cell, texts),
                )
            )
        )
    return [*lines, ""]
