"""All that a workbook brings back: what people have written in it since it was made."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import Fault
from tiltak_cli.sources.workbook.answers.elsewhere import elsewhere
from tiltak_cli.sources.workbook.answers.entered import day_of, entered, is_ongoing, same
from tiltak_cli.sources.workbook.answers.entries import (
    Choice,
    Entry,
    Known,
    NewRow,
    Remark,
    Returned,
    Spoilt,
    Step,
)
from tiltak_cli.sources.workbook.answers.followed import Measures, now_called, renumbered
from tiltak_cli.sources.workbook.answers.layout import Table, measure_table
from tiltak_cli.sources.workbook.answers.new_rows import (
    for_new_measures,
    new_rows,
    owner_at,
    with_steps,
)
from tiltak_cli.sources.workbook.answers.newcomers import parted
from tiltak_cli.sources.workbook.answers.only_shown import changed, label_of
from tiltak_cli.sources.workbook.answers.reading import Reading, ReadSheet, as_they_were
from tiltak_cli.sources.workbook.answers.remarks import remarks_on
from tiltak_cli.sources.workbook.answers.roles import role_entry
from tiltak_cli.sources.workbook.answers.rows import Context, Row, Sorted, sorted_rows
from tiltak_cli.sources.workbook.answers.sheets import sheet_of
from tiltak_cli.sources.workbook.answers.step_cells import LIST as STEPS
from tiltak_cli.sources.workbook.answers.steps import Standing, StepRow, Steps, step_entries
from tiltak_cli.sources.workbook.base import Base, Part
from tiltak_cli.sources.workbook.cells import LAST_ROW, Cells, read_named_cells
from tiltak_cli.sources.workbook.shown import (
    ASKED,
    INPUT,
    MEASURES,
    OTHER_WORDS,
    ROLE_NOW,
    held,
)
from tiltak_cli.sources.workbook.written import cell_text, seen_text
from tiltak_cli.wording import Language, wording

NOTHING_ALLOWED = Choice()
ORIGINAL = "opprinnelig_frist"
EMPTY = "Cellen er tom, men feltet må være fylt ut."
CUT = "Teksten fikk ikke plass i cellen da arbeidsboken ble laget. Endre den i registeret."


def returned(
    data: bytes, base: Base, known: Known, register: Measures, choice: Choice = NOTHING_ALLOWED
) -> Returned:
    """Read what people have written in a workbook since it was made.

    `known` gives the codes that a field may hold, and `register` has the measures as they are now,
    by id, as plain data. Measures are called what the register calls them, if it has them. Raises
    WorkbookError where the cells cannot be read.
    """
    cells = read_named_cells(data, LAST_ROW)
    say = wording(Language(base.language))
    now = now_called(base.measures, register)
    sheets: list[ReadSheet] = []
    for number, part in enumerate(base.sheets):
        table = _table(cells, base, part, choice)
        if not isinstance(table, Table):
            return table
        measures = {str(m["id"]): m for m in base.measures if str(m["id"]) in part.ids}
        context = Context(measures, register.keys(), now, say, choice.rename)
        rows = sorted_rows(table, context)
        reading = Reading(
            table=table,
            known=known,
            say=say,
            texts=as_they_were(base, say(part.sheet)),
            prefix=f"{table.sheet.name}!" if number else "",
            mine=base.recipients[0] if len(base.recipients) == 1 else "",
        )
        sheets.append(ReadSheet(reading, rows, measures))
    brought = [
        each for sheet in sheets for each in new_rows(sheet, register, for_new_measures(base))
    ]
    others = {
        identity: plain for identity, plain in register.items() if identity not in now.values()
    }
    owners = _of_new_rows(sheets)
    steps = step_entries(cells, base, choice.ignored, _standing(base, owners, register, now))
    newcomers = with_steps((row for row in brought if isinstance(row, NewRow)), steps.found)
    new, there = parted(newcomers, others, register)
    written = [each for sheet in sheets for each in _of_known(*sheet)]
    everything = [*written, *brought, *there, *steps.found]
    known_ids = {str(measure["id"]) for measure in base.measures}
    entries = [e for e in everything if isinstance(e, Entry) and e.measure in known_ids]
    spoilt = [each for sheet in sheets for each in sheet.spoilt]
    remarks = [
        *remarks_on(cells, base, _by_row(sheets, steps), sheets[0].reading.table.sheet.name),
        *(each for each in (*written, *steps.found) if isinstance(each, Remark)),
    ]
    tables = [sheet.reading.table for sheet in sheets]
    return Returned(
        entries=tuple(e._replace(measure=now[e.measure]) for e in entries if e.measure in now),
        gone=tuple(entry for entry in entries if entry.measure not in now),
        new=tuple(new),
        sheet=tables[0].sheet.name,
        renamed=tuple(
            (old, code, f"{sheet.reading.prefix}{cell}")
            for sheet in sheets
            for old, code, cell in sheet.rows.renamed
        ),
        missing=tuple(identity for sheet in sheets for identity in sheet.rows.missing),
        spoilt=(*spoilt, *(entry for entry in everything if isinstance(entry, Spoilt))),
        told=(
            *(each for sheet in sheets for each in (*sheet.reading.table.told, *sheet.rows.told)),
            *steps.told,
            *renumbered(now, (entry.measure for entry in entries)),
            *(each for each in there if isinstance(each, str)),
            *elsewhere(cells, base, tables, steps.sheet, say),
        ),
        remarks=tuple(
            # A measure that is gone is not the one that has got its id.
            each._replace(
                measure=now.get(each.measure, each.measure * (each.measure not in register))
            )
            for each in remarks
        ),
        given=tuple(
            each.step._replace(measure=now[each.step.measure])
            for each in steps.found
            if isinstance(each, StepRow) and each.given and each.step.measure in now
        ),
    )


def _table(cells: Cells, base: Base, part: Part, choice: Choice) -> Table | Returned:
    """A sheet of measures, or what is brought back where it cannot be read."""
    name = wording(Language(base.language))(part.sheet)
    sheet = sheet_of(cells, part.sheet, base)
    if sheet is None:
        gone = f"Arket {name} er borte. Hent det tilbake fra arbeidsboken som ble sendt."
        return Returned(spoilt=(Spoilt(name, "", gone),))
    names = cells.names if part.sheet == MEASURES else {}
    table = (
        sheet
        if isinstance(sheet, Spoilt)
        else measure_table(sheet, names, part.columns, choice.ignored)
    )
    if isinstance(table, Spoilt):
        return Returned(spoilt=(table,))
    if table.spoilt or "id" not in table.columns:
        no_ids = Spoilt(table.sheet.name, "", "Kolonnen ID mangler, så radene er ukjente.")
        return Returned(spoilt=table.spoilt or (no_ids,), told=table.told)
    return table


def _of_new_rows(sheets: Sequence[ReadSheet]) -> list[tuple[str, str, str]]:
    """The new measures by what steps are told to be of: their ids, if any, titles and cells."""
    return [
        (folded(identity), folded(seen_text(row[1].get("tittel"))), sheet.reading.place("id", row))
        for sheet in sheets
        for identity, row in sheet.rows.new
    ]


def _standing(
    base: Base, new: Sequence[tuple[str, str, str]], register: Measures, now: Mapping[str, str]
) -> Standing:
    """What the rows of milestones are held against."""
    measures = {str(measure["id"]): measure for measure in base.measures}
    there = {code: register[name] for code, name in now.items() if name in register}
    return Standing(
        exported={code: measure.get(STEPS) or [] for code, measure in measures.items()},
        register={code: measure.get(STEPS) or [] for code, measure in there.items()},
        owners={
            **{identity: owner_at(cell) for identity, _, cell in new if identity},
            **{folded(code): code for code in measures},
        },
        titles={title: owner_at(cell) for identity, title, cell in new if title and not identity},
    )


def _by_row(sheets: Sequence[ReadSheet], steps: Steps) -> dict[tuple[str, int], Step]:
    """Which measure or milestone a row is of, by its sheet and its number."""
    measures = {
        (sheet.reading.table.sheet.name, row[0]): Step(identity)
        for sheet in sheets
        for identity, row in sheet.rows.known.items()
    }
    milestones = {(steps.sheet, e.row): e.step for e in steps.found if isinstance(e, StepRow)}
    return measures | milestones


def _of_known(
    reading: Reading, rows: Sorted, measures: Mapping[str, Mapping[str, Any]]
) -> Iterator[Entry | Remark | Spoilt]:
    for identity, row in rows.known.items():
        measure = measures[identity]
        for key in reading.table.columns:
            if key == INPUT:
                text = cell_text(row[1][key])
                place = reading.place(key, row)
                yield from [Remark(place, identity, text, kind="Innspill i")] if text else []
            elif key == ROLE_NOW:
                was = reading.texts.get(identity, {}).get(reading.say(key))
                place = reading.place(key, row)
                yield from role_entry(identity, measure, (place, row[1]), was, reading.mine)
            elif key != "id":
                yield from _cell(reading, identity, measure, key, row)


def _cell(
    reading: Reading, identity: str, measure: Mapping[str, Any], key: str, row: Row
) -> Iterator[Entry | Spoilt]:
    """What someone has written in one cell, if anything."""
    value, place, about = row[1][key], reading.place(key, row), f"{identity}, {key}"
    field = BY_KEY.get(key)
    if field is None or field.kind in OTHER_WORDS or not field.editable:
        label = label_of(key, reading.say)
        before = reading.texts.get(identity, {}).get(label)
        about = f"{identity}, {label if '.' in key else key}"
        yield from changed(key, value, before, (place, about))
        return
    was, text = held(measure, field, reading.say), cell_text(value)
    ongoing = key == "frist" and is_ongoing(value) and measure.get("løpende")
    # In older workbooks a day that had passed looks like a number.
    later = reading.table.sheet.later
    if was in (text, day_of(value, later)) or ongoing:
        return
    known, those = reading.codes(key, measure.get(key))
    new = entered(key, value, known, those, later, reading.guide)
    old = entered(key, was, known, those)
    if key == "frist" and is_ongoing(value):
        new = None
    elif isinstance(new, Fault):
        yield Spoilt(place, about, new.sentence)
        return
    elif same(key, new, old) and not (key == "frist" and measure.get("løpende")):
        return
    if was.endswith(reading.say("cell.cut")) and new is not None:
        yield Spoilt(place, about, CUT)
    elif new is None and field.required:
        yield Spoilt(place, about, EMPTY)
    elif key == "frist":
        yield from _deadline(identity, measure, place, new, ongoing=is_ongoing(value))
        yield from _original(reading, identity, measure, row) if new is not None else ()
    else:
        yield Entry(identity, (key,), place, measure.get(key), _like(measure.get(key), new))


def _deadline(
    identity: str, measure: Mapping[str, Any], place: str, new: Any, *, ongoing: bool
) -> Iterator[Entry]:
    """The column of deadlines is of two fields: the deadline, and that there is none to come."""
    for key, now in (("frist", new), ("løpende", ongoing or None)):
        if measure.get(key) != now:
            yield Entry(identity, (key,), place, measure.get(key), now)


def _original(
    reading: Reading, identity: str, measure: Mapping[str, Any], row: Row
) -> Iterator[Entry]:
    """The first deadline, which stays where one is moved, unless someone has written it."""
    first, asked = measure.get("frist"), ASKED in reading.table.columns
    if first and asked and not measure.get(ORIGINAL) and not cell_text(row[1].get(ORIGINAL)):
        yield Entry(identity, (ORIGINAL,), reading.place("frist", row), None, first)


def _like(old: Any, new: Any) -> Any:
    """A new text with the line end that a text over several lines has at the end of it."""
    several = isinstance(old, str) and isinstance(new, str) and old.endswith("\n")
    return f"{new}\n" if several else new
