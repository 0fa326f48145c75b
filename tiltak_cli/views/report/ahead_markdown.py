"""What lies ahead, as a part of the report in Markdown, and what became of what is from before."""

from collections.abc import Iterable, Sequence

from tiltak_cli.overview.counts import Overview
from tiltak_cli.overview.summary import ahead as said_ahead
from tiltak_cli.views.report import tables, words
from tiltak_cli.views.safe import in_cell, in_markdown
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.wording import Wording


def table(heads: Sequence[str], rows: Iterable[Iterable[object]], numbers: int = 0) -> list[str]:
    """A table of cells that are already safe; the last `numbers` columns of it are numbers."""
    rule = f"|{'---|' * (len(heads) - numbers)}{'--:|' * numbers}"
    return [_row(heads), rule, *map(_row, rows), ""]


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def bullets(heading: str, items: Sequence[str]) -> list[str]:
    """A list of what is already safe below its heading; nothing where there are no items."""
    return [heading, "", *(f"- {item}" for item in items), ""] if items else []


def ahead(seen: Overview, say: Wording) -> list[str]:
    """What is due soon, the load of each lead, and the deadlines that moved or come late."""
    soon, others = said_ahead(seen)
    lines = [f"## {say('ahead.heading')}", "", in_markdown(say.phrases((*soon, *others))), ""]
    for due in seen.forecast.due:
        what = f"{due.measure.id} {due.measure.title}" + (f": {due.step}" if due.step else "")
        left = say.format_field(due.days, "days")
        lines.append(f"- {in_markdown(say.value(due.deadline))} ({left}): {in_markdown(what)}")
    if seen.forecast.due:
        lines.append("")
    return [*lines, *_load(seen, say), *_moved(seen, say), *_beyond(seen, say)]


def _load(seen: Overview, say: Wording) -> list[str]:
    section = tables.load(seen, say)
    rows = [(in_cell(row.code) or "–", *row.cells) for row in section.rows]
    sums = (number and f"**{number}**" for number in section.sums)
    return _section(section, [*rows, (f"**{say('report.in-all')}**", *sums)])


def _moved(seen: Overview, say: Wording) -> list[str]:
    section = tables.moved(seen, say)
    rows = []
    for row in section.rows:
        symbol = SITUATION_SYMBOLS[seen.standings[row.code]]
        rows.append((f"{symbol} {_bold(row.code, row.name)}", *map(in_cell, row.cells)))
    return _section(section, rows)


def _section(section: tables.Section, rows: Iterable[Iterable[object]]) -> list[str]:
    if not section.rows:
        return []
    drawn = table(section.columns, rows, section.numbers)
    return [f"### {section.heading}", "", section.about, "", *drawn]


def _bold(code: str, title: str) -> str:
    return f"**{in_cell(code)}** {in_cell(title)}"


def _beyond(seen: Overview, say: Wording) -> list[str]:
    items = [
        f"**{in_markdown(m.id)}** {in_markdown(m.title)} ({in_markdown(words.deadline(m, say))})"
        for m in seen.beyond_period
    ]
    return bullets(f"### {say('ahead.beyond')}", items)


def carried_over(seen: Overview, say: Wording) -> list[str]:
    """Every measure from the previous strategy, with what became of it; first how many."""
    if not seen.carried_over:
        return []
    keys = ("outcome", "what")
    heads = (say("report.measure"), say.label("opphav"), *(say(f"carried.{key}") for key in keys))
    rows = []
    for measure, origin, outcome, phrases in seen.carried_over:
        cells = (say.value(origin), words.outcome(outcome, say), say.phrases(phrases))
        rows.append((_bold(measure.id, measure.title), *map(in_cell, cells)))
    heading = f"## {in_markdown(words.carried_over(seen, say))}"
    return [heading, "", words.outcomes(seen, say), "", *table(heads, rows)]
