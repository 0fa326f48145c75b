"""A workbook as flat lines, one a cell, for git to compare.

A row that has an id is known by it, so that sorting and new rows are no change to the others:

    Tiltak!T001 Felles mal for utredninger
      Tiltak!T001 · Frist: 2025-H2
    Forside
      Forside!A5: 28
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from tiltak_cli.domain.sentences import sentences
from tiltak_cli.sources.workbook.cells import Sheet
from tiltak_cli.views.flat.lines import natural
from tiltak_cli.views.safe import one_line

IDENTITY, CODE, TITLE = "ID", "Kode", "Tiltak"
MIDNIGHT = time()
CUT = "Arket har mer enn det som er vist her."


def flat_workbook(sheets: tuple[Sheet, ...]) -> list[str]:
    """The lines of all the sheets, in the workbook's order."""
    return [line for sheet in sheets for line in _sheet(sheet)]


def _sheet(sheet: Sheet) -> Iterator[str]:
    name = one_line(sheet.name)
    top = _heading_row(sheet)
    yield name
    for number, row in enumerate(sheet.rows if top is None else sheet.rows[:top], 1):
        for column, value in enumerate(row, 1):
            yield from _cell(f"{name}!{_letters(column)}{number}", value)
    if top is not None:
        yield from _table(name, [_word(value) for value in sheet.rows[top]], sheet.rows[top + 1 :])
    for note in sheet.notes:
        yield from _cell(f"{name}!{note.cell} (merknad)", note.text)
    if sheet.cut:
        yield f"  {name}: {CUT}"


def _heading_row(sheet: Sheet) -> int | None:
    """Where the names of a table's columns stand, when its rows have ids or codes."""
    for number, row in enumerate(sheet.rows):
        words = [_word(value) for value in row]
        if IDENTITY in words or words[:1] == [CODE]:
            return number
    return None


def _table(name: str, columns: list[str], rows: tuple[tuple[Any, ...], ...]) -> Iterator[str]:
    """A table's rows; those with ids in order of them, whatever order they are sorted in."""
    key = columns.index(IDENTITY if IDENTITY in columns else CODE)
    title = columns.index(TITLE) if IDENTITY in columns and TITLE in columns else key
    yield f"  {name}: {', '.join(column or '(uten navn)' for column in columns)}"
    filled = [row for row in rows if row]
    if columns[key] == IDENTITY:
        filled.sort(key=lambda row: natural(_at(row, key)))
    for row in filled:
        who = f"{name}!{_at(row, key) or '(uten id)'}"
        yield f"{who} {_at(row, title)}".rstrip() if title != key else who
        for column, value in enumerate(row):
            if column not in (key, title):
                label = columns[column] if column < len(columns) else ""
                yield from _cell(f"{who} · {label or _letters(column + 1)}", value)


def _at(row: tuple[Any, ...], column: int) -> str:
    return _word(row[column]) if column < len(row) else ""


def _cell(what: str, value: object) -> Iterator[str]:
    """A cell's lines: one, or one a sentence."""
    if value is None or value == "":
        return
    if not isinstance(value, str):
        yield f"  {what}: {_word(value)}"
        return
    for line in value.splitlines():
        yield from (f"  {what}: {one_line(sentence)}" for sentence in sentences(line))


def _word(value: object) -> str:
    """A value on one line. A day is written as a day, a whole number without decimals."""
    if isinstance(value, datetime):
        return value.isoformat(" ") if value.time() != MIDNIGHT else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else one_line(str(value))


def _letters(column: int) -> str:
    """The name of a column, from 1: A, Z, AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
