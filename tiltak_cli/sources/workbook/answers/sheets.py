"""Which sheet of a workbook is which, whatever people have done to its title."""

import re
from collections.abc import Mapping

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.workbook.answers.entries import Spoilt
from tiltak_cli.sources.workbook.answers.layout import DEEPEST, LANGUAGES, column_of, heading
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import Cells, Sheet
from tiltak_cli.sources.workbook.shown import FIELD_NAME, MEASURES
from tiltak_cli.sources.workbook.written import HEADING
from tiltak_cli.wording import Language, wording

NUMBERED = re.compile(r"(.*?)(?: ?\(?[0-9]+\)?)")


def titles(key: str) -> list[str]:
    """What a sheet is called in each language."""
    return list(dict.fromkeys(say(key) for say in LANGUAGES))


def sheet_of(cells: Cells, key: str, base: Base) -> Sheet | Spoilt | None:
    """The sheet by that key, also where it has another title; None where it is not there.

    Of one and a copy that says something else nobody can tell which one is meant. A copy whose
    original is gone has nothing left but the headings.
    """
    named = titles(key)
    tables = {re.sub(r"\W", "_", title) for title in named}
    owners = _owners(cells.names) if key == MEASURES else set()
    sheets = [sheet for sheet in cells.sheets if sheet.name in named]
    sheets += [
        sheet
        for sheet in cells.sheets
        if sheet not in sheets
        and (
            sheet.name in owners
            or tables & {*sheet.tables}
            or ((copied := NUMBERED.fullmatch(sheet.name)) and copied[1] in named)
        )
    ]
    sheets = sheets or _with_headings(cells, key, base)
    if all(sheet.rows == sheets[0].rows for sheet in sheets):
        return sheets[0] if sheets else None
    both = listed([quoted(sheet.name) for sheet in sheets])
    return Spoilt("", "", f"Arkene {both} er det samme arket med ulikt innhold. Slett det ene.")


def _owners(names: Mapping[str, str]) -> set[str]:
    """The titles of the sheets whose columns have the names of fields."""
    owned = (column_of(cells) for name, cells in names.items() if name.startswith(FIELD_NAME))
    return {match[1] for match in owned if match}


def _with_headings(cells: Cells, key: str, base: Base) -> list[Sheet]:
    """The sheets that people have named, and that have all the headings of one as it was made."""
    written = base.written.sheets if base.written else {}
    rows = written.get(wording(Language(base.language))(key), ())
    headings = {folded(heading(text)) for text in rows[HEADING]} if len(rows) > HEADING else set()
    return [
        sheet
        for sheet in cells.sheets
        if sheet.name not in written
        and headings
        and any(headings <= {folded(heading(v)) for v in row} for row in sheet.rows[:DEEPEST])
    ]
