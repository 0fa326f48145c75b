"""The overview in the terminal: how it goes, where, and what needs attention."""

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from tiltak_cli.domain.deadline import norwegian, norwegian_day, norwegian_days
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.domain.words import counted
from tiltak_cli.overview import Counts, Overview, Situation, situation
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.symbols import SITUATION_LABELS, SITUATION_SYMBOLS, STATUS_SYMBOLS
from tiltak_cli.views.terminal.draw import (
    STYLES,
    deadline,
    flow,
    grid,
    heading,
    render,
    table,
    text,
)
from tiltak_cli.views.terminal.timeline import Scale

BARS = {
    Situation.NOT_STARTED: "░",
    Situation.ON_TRACK: "█",
    Situation.AT_RISK: "▓",
    Situation.LATE: "■",
    Situation.COMPLETED: "▒",
    Situation.STOPPED: "·",
}
ATTENTION_SHOWN = 10
TIMELINE_SHOWN = 40
WIDE = 110


def report_text(seen: Overview, width: int, *, colours: bool, timeline: bool = True) -> str:
    """The whole report as text, `width` columns wide."""
    parts: list[RenderableType] = [*_head(seen, width)]
    if seen.measures:
        parts += [heading("Målområder"), _areas(seen, width), heading("Status"), _statuses(seen)]
    parts += _attention(seen)
    parts += _gaps(seen)
    parts += _carried_over(seen)
    if timeline and seen.measures:
        parts += _timeline(seen, width)
    return render(parts, width, colours=colours)


def _head(seen: Overview, width: int) -> list[RenderableType]:
    register = seen.register
    edition = f" {one_line(register.edition)}" if register.edition else ""
    title = Text(f"Tiltaksoversikt{edition}", style="bold")
    title.append(
        f" · per {norwegian_day(seen.report_date)} · "
        f"{counted(len(seen.measures), 'tiltak', 'tiltak')} · føres av {one_line(register.keeper)}",
        style="not bold",
    )
    tally = [
        Text(f"{SITUATION_SYMBOLS[kind]} {number} {SITUATION_LABELS[kind].lower()}", STYLES[kind])
        for kind, number in seen.situations.items()
    ]
    strategy = text(f"{register.strategy.title} {register.strategy.subtitle}", "bright_black")
    return [title, strategy, Text(), flow(tally, width)]


def _areas(seen: Overview, width: int) -> Table:
    """Each area's measures by situation, with a bar whose characters differ without colour."""
    rows = table()
    rows.add_column("Mål", min_width=3)
    rows.add_flexible("Målområde")
    rows.add_column("Tiltak", justify="right", min_width=6)
    rows.add_column("Fordeling", no_wrap=True)
    for kind in Situation:
        rows.add_column(SITUATION_SYMBOLS[kind], justify="right", min_width=2, style=STYLES[kind])
    largest = max((area.total for area in seen.areas), default=1) or 1
    room = 28 if width >= WIDE else 12
    for area in seen.areas:
        numbers = [str(number) if number else "" for number in area.situations.values()]
        bar = _bar(area.situations, largest, room)
        rows.add_row(text(area.area.code), text(area.area.name), str(area.total), bar, *numbers)
    return rows


def _bar(counts: Counts, largest: int, room: int) -> Text:
    """A bar of at most `room` characters; every situation that occurs has at least one."""
    scale = min(1.0, room / largest)
    bar = Text()
    for kind, number in counts.items():
        if number:
            bar.append(BARS[kind] * max(1, round(number * scale)), style=STYLES[kind])
    return bar


def _statuses(seen: Overview) -> Table:
    """The stored statuses by target area. A measure counts under every area it works on."""
    rows = table()
    rows.add_column("Status", min_width=15)
    rows.add_column("I alt", justify="right", min_width=5)
    for area in seen.areas:
        rows.add_column(f"Mål {one_line(area.area.code)}", justify="right", min_width=5)
    for status in Status:
        if seen.statuses[status]:
            numbers = [str(area.statuses[status] or "") for area in seen.areas]
            label = f"{STATUS_SYMBOLS[status]} {status}"
            rows.add_row(label, str(seen.statuses[status]), *numbers)
    return rows


def _attention(seen: Overview) -> list[RenderableType]:
    if not seen.attention:
        return [heading("Trenger oppmerksomhet"), Text("Ingenting å melde.")]
    rows = grid()
    rows.add_column(min_width=5, no_wrap=True)
    rows.add_column(min_width=1)
    rows.add_column(min_width=4, no_wrap=True)
    rows.add_column(ratio=1)
    for item in seen.attention[:ATTENTION_SHOWN]:
        measure = item.measure
        kind = situation(measure, seen.report_date) if measure else Situation.NOT_STARTED
        what = Text(one_line(item.title), style="bold")
        for reason in item.reasons:
            what.append(f"\n{one_line(reason)}", style="not bold")
        rows.add_row(
            text(item.code, "bold"),
            Text(SITUATION_SYMBOLS[kind], style=STYLES[kind]),
            text(measure.lead if measure else ""),
            what,
        )
    parts: list[RenderableType] = [heading("Trenger oppmerksomhet"), rows]
    rest = len(seen.attention) - ATTENTION_SHOWN
    if rest > 0:
        parts.append(Text(f"… og {rest} til."))
    return parts


def _gaps(seen: Overview) -> list[RenderableType]:
    parts: list[RenderableType] = []
    if seen.uncovered:
        rows = grid()
        rows.add_column(min_width=3, no_wrap=True)
        rows.add_column(ratio=1)
        for direction in seen.uncovered:
            rows.add_row(text(direction.code, "bold"), text(direction.text))
        parts += [heading("Retningsvalg uten tiltak"), rows]
    if seen.without_role:
        names = ", ".join(f"{m.code} ({m.name})" for m in seen.without_role)
        parts += [heading("Departementer uten navngitt rolle"), text(names)]
    if seen.overdue:
        rows = grid()
        for _ in ("id", "frist", "dager"):
            rows.add_column(no_wrap=True)
        rows.add_flexible()
        for measure in seen.overdue:
            assert measure.deadline is not None  # noqa: S101 - only a deadline can be overdue
            late = norwegian_days((seen.report_date - measure.deadline.last).days)
            rows.add_row(
                text(measure.id, "bold"),
                Text(f"{norwegian(measure.deadline)} !", style="bold red"),
                late,
                text(measure.title),
            )
        parts += [heading("Over fristen"), rows]
    return parts


def _carried_over(seen: Overview) -> list[RenderableType]:
    if not seen.carried_over:
        return []
    period = seen.register.strategy.previous.replace("-", "–")
    rows = grid()
    rows.add_column(min_width=5, no_wrap=True)
    rows.add_column(no_wrap=True, min_width=13)
    rows.add_flexible()
    for measure in seen.carried_over:
        rows.add_row(text(measure.id, "bold"), _status(measure), text(measure.title))
    return [heading(f"Videreført fra {period}"), rows]


def _status(measure: Measure) -> Text:
    return Text(f"{STATUS_SYMBOLS[measure.status]} {measure.status}")


def _timeline(seen: Overview, width: int) -> list[RenderableType]:
    scale = Scale(seen.register.strategy)
    shown = list(seen.measures)
    if len(shown) > TIMELINE_SHOWN:
        shown = [measure for measure in shown if not measure.ended]
    rows = table()
    rows.add_column("ID", min_width=5, no_wrap=True)
    rows.add_flexible("Tiltak")
    rows.add_column("", min_width=1)
    rows.add_column(scale.head, min_width=len(scale.head), no_wrap=True)
    if width >= WIDE:
        rows.add_column("Frist", no_wrap=True, min_width=14)
    marker = [Text(), Text(), Text(), Text(scale.marker(seen.report_date), style="bold")]
    rows.add_row(*marker)
    for measure in shown[:TIMELINE_SHOWN]:
        kind = situation(measure, seen.report_date)
        cells = [
            text(measure.id, "bold"),
            text(measure.title),
            Text(SITUATION_SYMBOLS[kind], style=STYLES[kind]),
            Text(scale.row(measure), style=STYLES[kind]),
        ]
        rows.add_row(*cells, *([deadline(measure, seen.report_date)] if width >= WIDE else []))
    legend = "◆ milepæl nådd   ◇ milepæl ikke nådd   ▸ etter perioden   ▾ rapportdato"
    parts: list[RenderableType] = [heading("Tidslinje"), rows, Text(legend, style="bright_black")]
    rest = len(shown) - TIMELINE_SHOWN
    if rest > 0:
        parts.append(Text(f"… og {rest} til. «tiltak list» viser alle."))
    return parts
