"""Drawing with rich to a string: the same text whether it goes to a terminal, a pipe or a test."""

import io
from collections.abc import Sequence
from datetime import date

from rich.console import Console, RenderableType
from rich.table import Column, Table
from rich.text import Text

from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.counts import Situation
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.symbols import OVERDUE, SITUATION_SYMBOLS
from tiltak_cli.wording import NB, Wording

# A terminal may be dark or light, and yellow or grey is faint on one of them. So what is quiet is
# dim, what is to be noticed is bold, and only symbols and bars have the colour of a situation.
QUIET, NOTICE = "dim", "bold"
STYLES = {
    Situation.NOT_STARTED: QUIET,
    Situation.ON_TRACK: "green",
    Situation.AT_RISK: "yellow",
    Situation.LATE: "bold red",
    Situation.COMPLETED: "bright_blue",
    Situation.STOPPED: QUIET,
    Situation.UNSTATED: "magenta",
}
NARROWEST = 40
# Between two columns; and what a text must have left, or the library narrows the others too.
GAP, NARROWEST_TEXT = "  ", 2
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
        # All that it could learn there is given.
        _environ={},
    )
    for part in parts:
        drawn = part.lines(console.width) if isinstance(part, Rows) else None
        for line in drawn or ():
            console.print(line, no_wrap=True, overflow="ignore", crop=False)
        if drawn is None:
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

    def lines(self, width: int) -> list[Text] | None:
        """The lines of the table, put together in a third of the time that the library takes.

        None where a cell, a column or the width asks for more than ids, words and numbers do.
        """
        if not self.show_header or not all(map(_is_simple, self.columns)):
            return None
        if any(row.style for row in self.rows):
            return None
        columns = [[_one_line(cell) for cell in column.cells] for column in self.columns]
        heads = [Text(str(column.header), "bold") for column in self.columns]
        widths = [
            max(column.min_width or 0, head.cell_len, *(cell.cell_len for cell in cells if cell))
            for column, head, cells in zip(self.columns, heads, columns, strict=True)
        ]
        over = sum(widths) + len(GAP) * (len(widths) - 1) - width
        gives = [n for n, column in enumerate(self.columns) if isinstance(column, Flexible)]
        if over > 0:
            if len(gives) != 1 or widths[gives[0]] - over < NARROWEST_TEXT:
                return None
            widths[gives[0]] -= over
        rows = [heads, *zip(*columns, strict=True)]
        return _put_together(rows, widths, [column.justify == "right" for column in self.columns])

    def fit(self, console: Console) -> None:
        """Narrow the flexible column, if that is needed."""
        unbounded = console.options.update(max_width=UNBOUNDED)
        natural = console.measure(self, options=unbounded).maximum
        for column in self.columns:
            if isinstance(column, Flexible) and natural > console.width:
                column.ratio = 1
                self.expand = True


def _is_simple(column: Column) -> bool:
    """Whether a column holds one line a row, as wide as it must be."""
    odd = column.style or column.header_style or column.width or column.max_width or column.ratio
    lines = all(isinstance(cell, str) or _is_one_line(cell) for cell in column.cells)
    return column.no_wrap and not odd and lines


def _is_one_line(cell: object) -> bool:
    return isinstance(cell, Text) and "\n" not in cell.plain and not cell.justify


def _one_line(cell: object) -> Text:
    return cell.copy() if isinstance(cell, Text) else Text(str(cell))


def _put_together(
    rows: Sequence[Sequence[Text]], widths: list[int], right: list[bool]
) -> list[Text]:
    """Rows of cells as lines, the first of them over a rule."""
    lines: list[Text] = []
    for row in rows:
        line = Text()
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            cell.truncate(width, overflow="ellipsis")
            blanks = width - cell.cell_len
            # The blanks around a heading are as bold as it is.
            style = "" if lines else "bold"
            (cell.pad_left if right[number] else cell.pad_right)(blanks)
            line.append_text(cell)
            if number < len(row) - 1:
                line.append(" ", style)
                line.append(" ")
        lines.append(line)
    lines.insert(1, Text("─" * (sum(widths) + len(GAP) * (len(widths) - 1))))
    return lines


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


def labelled(kind: Situation, words: str) -> Text:
    """Words about a situation after its symbol, which alone has the colour."""
    return Text.assemble((SITUATION_SYMBOLS[kind], STYLES[kind]), f" {words}")


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
