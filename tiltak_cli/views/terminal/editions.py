"""The editions of a register in the terminal, a line for each."""

from tiltak_cli.changes.change import Level
from tiltak_cli.changes.history import Cut
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.views.editions import Row, notes
from tiltak_cli.views.terminal.draw import NOTICE, render, table, text
from tiltak_cli.views.terminal.trend import legend, over_time
from tiltak_cli.wording import NB

HEADINGS = {
    Level.MAJOR: "Vesentlige",
    Level.NORMAL: "Normale",
    Level.EDITORIAL: "Redaksjonelle",
}
NOTHING = "–"


def editions_text(rows: list[Row], cut: Cut | None, width: int, *, colours: bool) -> str:
    """A table, the latest first; the last columns count the changes since the one before.

    Below it stands how the measures stood at each, the latest last.
    """
    drawn = table()
    drawn.add_flexible("Utgave")
    drawn.add_column("Per dato", no_wrap=True)
    drawn.add_column("Merket", no_wrap=True)
    for heading in ("Tiltak", *HEADINGS.values()):
        drawn.add_column(heading, justify="right", no_wrap=True)
    for edition, _, comparison, _, _ in rows:
        levels = comparison.by_level() if comparison else {}
        drawn.add_row(
            text(edition.tag.name, "bold"),
            norwegian_day(edition.as_of) if edition.as_of else NOTHING,
            norwegian_day(edition.tag.day),
            str(edition.measures),
            *(str(levels[level]) if comparison else NOTHING for level in HEADINGS),
        )
    remarks = (text(note, NOTICE) for note in notes(rows, cut))
    series = tuple(row.point for row in reversed(rows) if row.point)
    below = [*over_time(series, width, NB), *legend(series, NB)] if len(series) > 1 else []
    return render([drawn, *below, *remarks], width, colours=colours)
