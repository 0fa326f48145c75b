"""How it has gone over time, in the terminal: a line for each edition, with a bar."""

from rich.console import RenderableType
from rich.table import Column
from rich.text import Text

from tiltak_cli.overview.counts import Counts, Situation
from tiltak_cli.overview.trend import SHOWN, Point, said
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.views.terminal.draw import QUIET, STYLES, fixed, flexible, heading, table, text
from tiltak_cli.wording import Wording

BARS = {
    Situation.NOT_STARTED: "░",
    Situation.ON_TRACK: "█",
    Situation.AT_RISK: "▓",
    Situation.LATE: "■",
    Situation.COMPLETED: "▒",
    Situation.STOPPED: "·",
    Situation.UNSTATED: "?",
}
WIDE = 110


def over_time(series: tuple[Point, ...], width: int, say: Wording) -> list[RenderableType]:
    """How many measures were in each situation at the newest editions."""
    if not series:
        return []
    shown = series[-SHOWN:]
    rows = table(
        flexible(say("trend.edition")),
        Column(say("report.number"), justify="right", min_width=6),
        fixed(say("report.share")),
        *(
            Column(SITUATION_SYMBOLS[kind], justify="right", min_width=2)
            for kind in shown[-1].situations
        ),
        Column(say("trend.kept-heading"), justify="right"),
    )
    largest = max(point.total for point in shown) or 1
    for point in shown:
        numbers = [str(number) if number else "" for number in point.situations.values()]
        drawn = bar(point.situations, largest, 28 if width >= WIDE else 12)
        rows.add_row(text(point.edition), str(point.total), drawn, *numbers, _kept(point, say))
    about = say.phrases(said(series))
    return [heading(say("trend.heading")), *([text(about), Text()] if about else []), rows]


def legend(series: tuple[Point, ...], say: Wording) -> list[RenderableType]:
    """What the symbols stand for."""
    kinds = series[-1].situations
    words = (f"{SITUATION_SYMBOLS[k]} {say(f'situation.{k}').lower()}" for k in kinds)
    return [Text("   ".join(words), QUIET)]


def _kept(point: Point, say: Wording) -> str:
    """How many of the deadlines that fell before an edition were kept: «2 av 4»."""
    fell = point.deadlines
    return say("trend.kept-of", kept=len(fell.kept), n=fell.number) if fell and fell.number else ""


def bar(counts: Counts, largest: int, room: int) -> Text:
    """A bar of at most `room` characters; every situation that occurs has at least one."""
    scale = min(1.0, room / largest)
    drawn = Text()
    for kind, number in counts.items():
        if number:
            drawn.append(BARS[kind] * max(1, round(number * scale)), style=STYLES[kind])
    return drawn
