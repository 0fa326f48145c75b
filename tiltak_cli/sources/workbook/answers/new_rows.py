"""Rows of measures that a workbook was not made with."""

from collections.abc import Iterable, Iterator
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, FIELDS
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.values import Fault
from tiltak_cli.sources.workbook.answers.entered import entered, is_ongoing
from tiltak_cli.sources.workbook.answers.entries import (
    Entry,
    NewRow,
    Spoilt,
)
from tiltak_cli.sources.workbook.answers.followed import Measures
from tiltak_cli.sources.workbook.answers.only_shown import instead_of
from tiltak_cli.sources.workbook.answers.reading import Reading, ReadSheet
from tiltak_cli.sources.workbook.answers.rows import Row
from tiltak_cli.sources.workbook.answers.step_cells import LIST as STEPS
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.shown import (
    NEW_MEASURES,
    OTHER_WORDS,
)
from tiltak_cli.sources.workbook.written import cell_text
from tiltak_cli.wording import Language, wording


def for_new_measures(base: Base) -> str:
    """The sheet for new measures, where there is one."""
    there = any(part.sheet == NEW_MEASURES for part in base.parts)
    return wording(Language(base.language))(NEW_MEASURES) if there else ""


def new_rows(sheet: ReadSheet, register: Measures, for_new: str) -> Iterator[NewRow | Spoilt]:
    """The measures that the workbook was not made with, and the sheet `for_new` ones, if any."""
    reading, rows = sheet.reading, sheet.rows
    columns = reading.table.columns
    absent = [reading.say.label(f) for f in FIELDS if f.required and f.key not in columns]
    for identity, row in rows.new:
        cells = list(_of_new(reading, row))
        spoilt = [each for each in cells if isinstance(each, Spoilt)]
        fields = dict(each for each in cells if not isinstance(each, Spoilt))
        places = {key: reading.place(key, row) for key in columns if key != "id"}
        empty = [place for key, place in places.items() if _must(key) and key not in fields]
        yield from spoilt
        if identity in register or not spoilt:
            lacks = "" if identity in register else _lacks(absent, empty, for_new)
            yield NewRow(reading.place("id", row), identity, fields, places, lacks)


def owner_at(cell: str) -> str:
    """What the milestones of a new measure are said to be of, by the cell of its id."""
    return f"nytt tiltak {cell}"


def with_steps(rows: Iterable[NewRow], entries: Iterable[object]) -> list[NewRow]:
    """New measures with the milestones that the `entries` of their own sheet have for them."""
    steps: dict[str, dict[str, dict[str, Any]]] = {}
    cells: dict[str, str] = {}
    for entry in entries:
        if isinstance(entry, Entry) and entry.way[0] == STEPS:
            _, name, field = entry.way
            step = steps.setdefault(entry.measure, {}).setdefault(name, {"id": name})
            step[field] = entry.new
            cells.setdefault(entry.measure, entry.place)
    return [
        row._replace(
            fields={**row.fields, STEPS: [*steps[owner].values()]},
            places={**row.places, STEPS: cells[owner]},
        )
        if (owner := owner_at(row.place)) in steps
        else row
        for row in rows
    ]


def _of_new(reading: Reading, row: Row) -> Iterator[tuple[str, Any] | Spoilt]:
    """The fields of a new measure, and what cannot be read."""
    for key, value in row[1].items():
        if key == "id" or not cell_text(value):
            continue
        field, place, about = BY_KEY.get(key), reading.place(key, row), f"nytt tiltak, {key}"
        if field is None or field.kind in OTHER_WORDS or not field.editable:
            yield Spoilt(place, about, instead_of(key))
        elif key == "frist" and is_ongoing(value):
            yield "løpende", True
        else:
            codes, later = reading.codes(key, None), reading.table.sheet.later
            new = entered(key, value, *codes, later, reading.guide)
            if isinstance(new, Fault):
                yield Spoilt(place, about, new.sentence)
            elif new is not None:
                yield key, new


def _must(key: str) -> bool:
    return key in BY_KEY and BY_KEY[key].required


def _lacks(absent: list[str], empty: list[str], for_new: str) -> str:
    """What to do where there is no column for what a new measure must have, or empty cells."""
    if not absent:
        which = f"{listed(empty)} er {'tom' if len(empty) == 1 else 'tomme'}"
        return f"{which}, men må være fylt ut." if empty else ""
    which, named = (
        ("kolonnen", "den overskriften") if len(absent) == 1 else ("kolonnene", "de overskriftene")
    )
    those = listed([quoted(label) for label in absent])
    instead = (
        f"Legg til {which} med {named}, eller send en arbeidsbok fra «tiltak export --for KODE»."
    )
    if for_new:
        instead = f"Flytt det til arket {quoted(for_new)}."
    return f"Arket har ikke {which} {those}, som et nytt tiltak må ha. {instead}"
