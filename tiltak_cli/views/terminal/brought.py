"""What workbooks bring back, in the terminal: a table of each field that becomes another."""

from collections.abc import Sequence

from tiltak_cli.views.brought import Line
from tiltak_cli.views.terminal.draw import render, table, text


def brought_text(lines: Sequence[Line], width: int, *, colours: bool) -> str:
    """The preview as a table, `width` columns wide."""
    rows = table()
    rows.add_column("Tiltak", no_wrap=True, min_width=4)
    rows.add_column("Felt", min_width=6)
    rows.add_flexible("Nå")
    rows.add_flexible("Blir")
    rows.add_column("Celle", min_width=4)
    for line in lines:
        rows.add_row(
            text(line.measure, "bold"),
            text(line.field),
            text(line.old),
            text(line.new),
            text(line.cells),
        )
    return render([rows], width, colours=colours)
