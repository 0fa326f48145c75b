"""Drawing with rich to a string: the same text whether it goes to a terminal, a pipe or a test."""

import io
from datetime import date

from rich.console import Console, RenderableType
from rich.table import Column, Table
from rich.text import Text

from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.counts import Situation
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.symbols import OVERDUE, SITUATION_SYMBOLS
from tiltak_cli.wording import NB, Wording

STYLES = {
    Situation.NOT_STARTED: "bright_black",
    Situation.ON_TRACK: "green",
    Situation.AT_RISK: "yellow",
    Situation.LATE: "bold red",
    Situation.COMPLETED: "blue",
    Situation.STOPPED: "bright_black",
}
NARROWEST = 40
UNBOUNDED = 100_000


def render(parts: list[RenderableType], width: int, *, colours: bool) -> str:
    """Draw parts under each other, `width` columns wide, without blanks at the ends of lines."""
    stream = io.StringIO()
    console = Console(
        file=stream,
        width=max(width, NARROWEST),
        force_terminal=colours,
        no_color=not colours,
        color_system="standard" if colours else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        safe_box=False,
    )
    for part in parts:
        if isinstance(part, Rows):
            part.fit(console)
        console.print(part)
    lines = stream.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines)


class Flexible(Column):
    """The column of a table that gives way."""


class Rows(Table):
    """A table with one column that gives way, with an ellipsis, where the whole is too wide.

    Left to itself, rich narrows every column, until ids and numbers are gone.
    """

    def add_flexible(self, header: str = "") -> None:
        """Add the column that gives way."""
        self.columns.append(Flexible(header, no_wrap=True, _index=len(self.columns)))

    def fit(self, console: Console) -> None:
        """Narrow the flexible column, if that is needed."""
        unbounded = console.options.update(max_width=UNBOUNDED)
        natural = console.measure(self, options=unbounded).maximum
        for column in self.columns:
            if isinstance(column, Flexible) and natural > console.width:
                column.ratio = 1
                self.expand = True


def flow(items: list[Text], width: int) -> Text:
    """Put items after each other, with a line break where the next one has no room."""
    lines = [Text()]
    for item in items:
        if lines[-1].cell_len and lines[-1].cell_len + 3 + item.cell_len > width:
            lines.append(Text())
        if lines[-1].cell_len:
            lines[-1].append("   ")
        lines[-1].append_text(item)
    return Text("\n").join(lines)


def text(value: str, style: str = "") -> Text:
    """Register text: shown as it is, never read as markup."""
    return Text(one_line(value), style=style)


def heading(value: str) -> Text:
    """A heading with an empty line above it."""
    return Text(f"\n{value}", style="bold")


def more(number: int, say: Wording, key: str = "report.more") -> list[RenderableType]:
    """That there are more than are shown, where there are."""
    return [Text(say(key, number=number))] if number > 0 else []


def symbol(kind: Situation) -> Text:
    """The symbol of a situation, in its colour."""
    return Text(SITUATION_SYMBOLS[kind], style=STYLES[kind])


def fixed(head: str = "", width: int | None = None, *, right: bool = False) -> Column:
    """A column that keeps its text on one line, as wide as that is and at least `width`."""
    return Column(head, justify="right" if right else "left", min_width=width, no_wrap=True)


def flexible(head: str = "") -> Column:
    """The column that gives way where the whole is too wide."""
    return Flexible(head, no_wrap=True)


def table(*columns: Column) -> Rows:
    """A table with a rule under its head and nothing else."""
    from rich import box

    return Rows(
        *columns,
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        header_style="bold",
        padding=(0, 1, 0, 0),
        show_edge=False,
    )


def grid(*columns: Column) -> Rows:
    """Columns without a head or lines."""
    return Rows(
        *columns,
        box=None,
        padding=(0, 2, 0, 0),
        pad_edge=False,
        show_header=False,
        collapse_padding=True,
    )


def deadline(measure: Measure, day: date, say: Wording = NB) -> Text:
    """A measure's deadline; one that has passed is red and has an exclamation mark."""
    if measure.deadline is None:
        return Text(say.word("løpende") if measure.ongoing else "–")
    late = measure.overdue(day)
    return Text(say.value(measure.deadline) + OVERDUE * late, style="bold red" if late else "")
