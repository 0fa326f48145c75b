"""What people have written where nothing is read: told, so that nobody thinks that it was used."""

from collections.abc import Iterator, Sequence

from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.sources.workbook.answers.layout import Table
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import Cells
from tiltak_cli.sources.workbook.shown import MILESTONES
from tiltak_cli.sources.workbook.written import HEADING, Edit, edits_on, rows_of
from tiltak_cli.wording import Wording

# So many cells are told one by one.
TOLD = 3
# The sheet of what was wrong, in a copy that was marked and sent back.
FAULTS = "Feil"
ONLY = "Bare arkene med tiltak og milepæler blir lest."


def elsewhere(
    cells: Cells, base: Base, tables: Sequence[Table], steps: str, say: Wording
) -> Iterator[str]:
    """What is written on other sheets than those that are read, and above the tables.

    `tables` are those of measures, as the base's sheets, and `steps` is the title of the sheet that
    the milestones were read from, if any.
    """
    if base.written is None:
        return
    edits: list[Edit] = []
    titles = [say(part.sheet) for part in base.sheets]
    named = [table.sheet.name for table in tables]
    read = (*titles, say(MILESTONES), *named, steps, FAULTS)
    for sheet in cells.sheets:
        if sheet.name not in read:
            before = base.written.sheets.get(sheet.name, ())
            edits += edits_on(sheet.name, before, rows_of(sheet.rows))
            edits += [Edit(f"{sheet.name}!{sheet.cut}", "…")] if sheet.cut else []
    for table, title in zip(tables, titles, strict=True):
        above = rows_of(table.sheet.rows[: table.top])
        was = base.written.sheets.get(title, ())[:HEADING]
        edits += edits_on(table.sheet.name, was, above)
    if edits:
        yield f"{_told(edits)} er ikke lest. {ONLY}"


def _told(edits: Sequence[Edit]) -> str:
    shown = [f"{edit.place} ({quoted(edit.new, 40)})" for edit in edits[:TOLD]]
    more = len(edits) - TOLD
    return listed([*shown, counted(more, "celle til", "celler til")] if more > 0 else shown)
