"""What waits for what, in the terminal: a sentence for each measure that others wait for."""

from rich.console import RenderableType
from rich.table import Column
from rich.text import Text

from tiltak_cli.overview.counts import Overview
from tiltak_cli.overview.waiting import said, waiting
from tiltak_cli.views.terminal.draw import fixed, grid, heading, more, symbol, text
from tiltak_cli.wording import Wording

SHOWN = 10


def waits(seen: Overview, say: Wording) -> list[RenderableType]:
    """The sentences, those that most wait for first; nothing where none waits."""
    targets = waiting(seen)
    if not targets:
        return []
    rows = grid(fixed(width=1), Column(ratio=1))
    for each in targets[:SHOWN]:
        rows.add_row(symbol(seen.standings[each.target.id]), text(say.phrase(each.said)))
    about = text(say.phrases(said(targets)))
    rest = more(len(targets) - SHOWN, say)
    return [heading(say("waiting.heading")), about, Text(), rows, *rest]
