"""The overview in the terminal: how it goes, where, and what needs attention."""

from operator import attrgetter
from typing import NamedTuple

from rich.console import RenderableType
from rich.table import Column, Table
from rich.text import Text

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.measure import Status
from tiltak_cli.overview.counts import Overview, Situation
from tiltak_cli.overview.summary import asked, summary
from tiltak_cli.overview.trend import trend
from tiltak_cli.views.report import words
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.symbols import SITUATION_SYMBOLS, STATUS_SYMBOLS
from tiltak_cli.views.terminal.ahead import ahead, carried_over
from tiltak_cli.views.terminal.draw import (
    GAP,
    QUIET,
    fixed,
    flexible,
    flow,
    grid,
    heading,
    labelled,
    more,
    render,
    symbol,
    table,
    text,
)
from tiltak_cli.views.terminal.overdue import overdue
from tiltak_cli.views.terminal.since import news, since
from tiltak_cli.views.terminal.timeline import timeline
from tiltak_cli.views.terminal.trend import WIDE, bar, over_time
from tiltak_cli.views.terminal.waiting import waits
from tiltak_cli.wording import Language, Wording, wording

ATTENTION_SHOWN = 10
# How wide a number's column is at least.
NUMBER = 5
NOT_STATED = SITUATION_SYMBOLS[Situation.UNSTATED]


class Look(NamedTuple):
    """How the report is drawn: language, columns of the terminal, colours, and which parts.

    With `ahead` what lies ahead is told in full, else in short. What is `short` has the numbers,
    the news and what leaders should look at, and no more.
    """

    language: Language
    width: int
    colours: bool
    timeline: bool
    ahead: bool
    short: bool = False


def report_text(seen: Overview, comparison: Comparison | None, look: Look) -> str:
    """The whole report as text, `look.width` columns wide."""
    say, width = wording(look.language), look.width
    parts: list[RenderableType] = [*_head(seen, width, say)]
    if comparison:
        parts += news(comparison, say)
    if look.short and seen.measures:
        return render([*parts, *_attention(seen, say)], width, colours=look.colours)
    if seen.measures:
        # What a forum meets for stands first on its agenda.
        parts += _attention(seen, say) if seen.forum else []
        parts += over_time(trend(seen, comparison), width, say)
        parts += [heading(say("report.areas")), _areas(seen, width, say), *_empty(seen, say)]
        parts += [heading(say.label("status")), *_statuses(seen, width, say)]
        parts += [] if seen.forum else _attention(seen, say)
        parts += ahead(seen, say, full=look.ahead)
        parts += waits(seen, say)
    else:
        parts += [Text(), Text(words.nothing(seen, say))]
    parts += _gaps(seen, say)
    parts += overdue(seen, say)
    parts += carried_over(seen, say)
    if comparison:
        parts += since(comparison, say)
    if look.timeline and seen.measures:
        parts += timeline(seen, say, width, wide=width >= WIDE)
    return render(parts, width, colours=look.colours)


def _head(seen: Overview, width: int, say: Wording) -> list[RenderableType]:
    title = Text(one_line(words.title(seen, say)), style="bold")
    keeper = one_line(say("report.kept-by", keeper=seen.register.keeper))
    facts = (
        say("report.on", day=seen.report_date),
        words.count(seen, say),
        keeper[:1].lower() + keeper[1:],
    )
    title.append("".join(f" · {fact}" for fact in facts), style="not bold")
    tally = [
        labelled(kind, f"{number} {say(f'situation.{kind}').lower()}")
        for kind, number in seen.situations.items()
    ]
    strategy = text(words.strategy(seen), QUIET)
    sentences = text(say.phrases(summary(seen)), "bold")
    whole = [sentences, Text()] if sentences else []
    past = [Text(), text(words.past(seen, say), "bold")] if seen.cut else []
    return [title, strategy, Text(), *whole, flow(tally, width), *past]


def _areas(seen: Overview, width: int, say: Wording) -> Table:
    """Each area's measures by situation, with a bar whose characters differ without colour."""
    rows = table(
        flexible(say("report.area")),
        Column(say("report.number"), justify="right", min_width=6),
        fixed(say("report.share")),
        *(
            Column(SITUATION_SYMBOLS[kind], justify="right", min_width=2)
            for kind in seen.situations
        ),
    )
    largest = max((area.total for area in seen.areas), default=1) or 1
    room = 28 if width >= WIDE else 12
    for area in filter(attrgetter("total"), seen.areas):
        numbers = [str(number) if number else "" for number in area.situations.values()]
        drawn = bar(area.situations, largest, room)
        name = text(f"{area.area.code} {area.area.name}")
        rows.add_row(name, str(area.total), drawn, *numbers)
    return rows


def _empty(seen: Overview, say: Wording) -> list[RenderableType]:
    """Which areas have no measures, in one line."""
    # One that nobody has given an area may be in any of them.
    known = all(measure.areas for measure in seen.measures)
    codes = tuple(area.area.code for area in seen.areas if known and not area.total)
    return [text(say("report.areas-empty", areas=codes))] if codes else []


def _statuses(seen: Overview, width: int, say: Wording) -> list[RenderableType]:
    """The stored statuses by target area. A measure counts under every area it works on."""
    areas = [area for area in seen.areas if area.total]
    names = [one_line(say("report.area-short", code=area.area.code)) for area in areas]
    there = [status for status in Status if seen.statuses[status]]
    labels = {status: f"{STATUS_SYMBOLS[status]} {say.value(status)}" for status in there}
    wide = sum(max(len(name), NUMBER) + len(GAP) for name in (say("report.in-all"), *names))
    if wide + max(map(len, labels.values()), default=0) > width:
        return _by_area(seen, labels, width, say)
    rows = table(
        Column(say.label("status"), min_width=15),
        *(
            Column(name, justify="right", min_width=NUMBER)
            for name in (say("report.in-all"), *names)
        ),
    )
    for status in there:
        numbers = [str(area.statuses[status] or "") for area in areas]
        rows.add_row(labels[status], str(seen.statuses[status]), *numbers)
    if without := _without_status(seen):
        numbers = [str(area.total - sum(area.statuses.values()) or "") for area in areas]
        rows.add_row(f"{NOT_STATED} {say('unstated')}", str(without), *numbers)
    return [rows]


def _without_status(seen: Overview) -> int:
    return len(seen.measures) - sum(seen.statuses.values())


def _by_area(
    seen: Overview, labels: dict[Status, str], width: int, say: Wording
) -> list[RenderableType]:
    """The same the other way round, where there are more areas than columns have room for."""
    without = _without_status(seen)
    marks = (*(STATUS_SYMBOLS[status] for status in labels), *[NOT_STATED] * bool(without))
    heads = (say("report.in-all"), *marks)
    rows = table(
        flexible(say("report.area")),
        *(Column(head, justify="right", min_width=NUMBER) for head in heads),
    )
    for area in filter(attrgetter("total"), seen.areas):
        numbers = [str(area.statuses[status] or "") for status in labels]
        numbers += [str(area.total - sum(area.statuses.values()) or "")] * bool(without)
        rows.add_row(text(f"{area.area.code} {area.area.name}"), str(area.total), *numbers)
    whole = [Text(f"{label} {seen.statuses[status]}") for status, label in labels.items()]
    if without:
        whole.append(Text(f"{NOT_STATED} {say('unstated')} {without}"))
    return [flow(whole, width), *([rows] if len(marks) > 1 else [])]


def _attention(seen: Overview, say: Wording) -> list[RenderableType]:
    parts: list[RenderableType] = [heading(one_line(words.attention(seen, say)))]
    if not seen.attention:
        return [*parts, Text(say("attention.nothing"))]
    rows = grid(fixed(width=5), Column(min_width=1), fixed(width=4), Column(ratio=1))
    shown = len(seen.attention) if seen.forum else ATTENTION_SHOWN
    for item in seen.attention[:shown]:
        measure = item.measure
        kind = seen.standings[measure.id] if measure else Situation.NOT_STARTED
        what = Text(one_line(say.value(item.title)), style="bold")
        for reason in item.said:
            what.append(f"\n{one_line(say.phrase(reason))}", style="not bold")
        what.append(f"\n→ {say.phrase(asked(item, seen))}", style="not bold")
        rows.add_row(
            text(item.code, "bold"),
            symbol(kind),
            text(measure.lead if measure else ""),
            what,
        )
    return [*parts, rows, *more(len(seen.attention) - shown, say)]


def _gaps(seen: Overview, say: Wording) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if seen.uncovered:
        rows = grid(fixed(width=3), Column(ratio=1))
        for direction in seen.uncovered:
            rows.add_row(text(direction.code, "bold"), text(direction.text))
        parts += [heading(say("report.gaps")), rows]
    if seen.without_role:
        names = ", ".join(
            f"{m.code} ({words.organisation(m.code, seen, say)})" for m in seen.without_role
        )
        parts += [heading(say("report.roleless")), text(names)]
    return parts
