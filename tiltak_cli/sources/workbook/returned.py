"""All that a workbook brings back: what people have written in it since it was made."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.values import Fault
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import LAST_ROW, Cells, read_named_cells
from tiltak_cli.sources.workbook.elsewhere import FAULTS, elsewhere
from tiltak_cli.sources.workbook.entered import day_of, entered, is_ongoing, same
from tiltak_cli.sources.workbook.entries import (
    Choice,
    Entry,
    Known,
    NewRow,
    Remark,
    Returned,
    Spoilt,
)
from tiltak_cli.sources.workbook.followed import Measures, now_called, renumbered
from tiltak_cli.sources.workbook.layout import ROLE, Table, measure_table, sheet_of
from tiltak_cli.sources.workbook.newcomers import parted
from tiltak_cli.sources.workbook.rows import Context, Row, Sorted, sorted_rows
from tiltak_cli.sources.workbook.shown import MEASURES, OTHER_WORDS, held
from tiltak_cli.sources.workbook.steps import step_entries
from tiltak_cli.sources.workbook.written import HEADING, cell_text, seen_text
from tiltak_cli.wording import Language, Wording, wording

# What is shown on the sheet of measures and written elsewhere.
ELSEWHERE = {
    ROLE: "Rollen følger av Ansvarlig, Utførende og Deltakere. Endre dem i stedet.",
    "milepæler": "Endre milepæler i arket Milepæler.",
}
# What stands before the words of a comment that is a thread, for programs that do not know threads.
THREAD = re.compile(r"\[[^\]\n]+\].*?(?:Comment|Kommentar|Merknad):", re.DOTALL)
CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]*")
NOTHING_ALLOWED = Choice()
IN_THE_REGISTER = "Feltet kan ikke endres her. Endre det i registeret."
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
    sheet = sheet_of(cells, MEASURES)
    if sheet is None:
        gone = f"Arket {say(MEASURES)} er borte. Hent det tilbake fra arbeidsboken som ble sendt."
        return Returned(spoilt=(Spoilt(say(MEASURES), "", gone),))
    table = (
        sheet
        if isinstance(sheet, Spoilt)
        else measure_table(sheet, cells.names, base.columns, choice.ignored)
    )
    if isinstance(table, Spoilt):
        return Returned(spoilt=(table,))
    if table.spoilt or "id" not in table.columns:
        no_ids = Spoilt(table.sheet.name, "", "Kolonnen ID mangler, så radene er ukjente.")
        return Returned(spoilt=table.spoilt or (no_ids,), told=table.told)
    measures = {str(measure["id"]): measure for measure in base.measures}
    now = now_called(base.measures, register)
    context = Context(measures, register.keys(), now, say, choice.rename)
    rows = sorted_rows(table, context)
    reading = _Reading(table, known, say, _as_they_were(base, say))
    brought = list(_new(reading, rows))
    others = {
        identity: plain for identity, plain in register.items() if identity not in now.values()
    }
    new, there = parted((row for row in brought if isinstance(row, NewRow)), others, register)
    steps = step_entries(cells, base, choice.ignored)
    everything = [*_of_known(reading, rows, measures), *brought, *there, *steps.found]
    entries = [entry for entry in everything if isinstance(entry, Entry)]
    return Returned(
        entries=tuple(e._replace(measure=now[e.measure]) for e in entries if e.measure in now),
        gone=tuple(entry for entry in entries if entry.measure not in now),
        new=tuple(new),
        sheet=table.sheet.name,
        renamed=tuple(rows.renamed),
        missing=rows.missing,
        spoilt=(*rows.spoilt, *(entry for entry in everything if isinstance(entry, Spoilt))),
        told=(
            *table.told,
            *rows.told,
            *steps.told,
            *renumbered(now, (entry.measure for entry in entries)),
            *(each for each in there if isinstance(each, str)),
            *elsewhere(cells, base, table, steps.sheet, say),
        ),
        remarks=_remarks(cells, base, table, rows),
    )


class _Reading(NamedTuple):
    """The table that is read, and what it is held against. `texts` are the cells as they were."""

    table: Table
    known: Known
    say: Wording
    texts: Mapping[str, Mapping[str, str]]

    def place(self, key: str, row: Row) -> str:
        """The cell of a row's field."""
        return f"{self.table.columns[key].letter}{row[0]}"

    def codes(self, key: str, before: Any) -> tuple[list[Any], list[Any]]:
        """The codes that a field may hold, and those that it had."""
        return list(self.known(key)), before if isinstance(before, list) else [before or ""]


def _as_they_were(base: Base, say: Wording) -> dict[str, dict[str, str]]:
    """The texts of the cells of each measure when the workbook was made, by heading."""
    rows = base.written.sheets.get(say(MEASURES), ()) if base.written else ()
    if len(rows) <= HEADING:
        return {}
    heading = rows[HEADING]
    return {
        row[0]: dict(zip_longest(heading, row, fillvalue="")) for row in rows[HEADING + 1 :] if row
    }


def _of_known(
    reading: _Reading, rows: Sorted, measures: Mapping[str, Mapping[str, Any]]
) -> Iterator[Entry | Spoilt]:
    for identity, row in rows.known.items():
        for key in reading.table.columns:
            if key != "id":
                yield from _cell(reading, identity, measures[identity], key, row)


def _cell(
    reading: _Reading, identity: str, measure: Mapping[str, Any], key: str, row: Row
) -> Iterator[Entry | Spoilt]:
    """What someone has written in one cell, if anything."""
    value, place, about = row[1][key], reading.place(key, row), f"{identity}, {key}"
    field = BY_KEY.get(key)
    if field is None or field.kind in OTHER_WORDS or not field.editable:
        label = reading.say.label(field) if field else reading.say("measures.role")
        before = reading.texts.get(identity, {}).get(label)
        if before is not None and seen_text(value) != seen_text(before):
            yield Spoilt(place, about, ELSEWHERE.get(key, IN_THE_REGISTER))
        return
    was, text = held(measure, field, reading.say), cell_text(value)
    ongoing = key == "frist" and is_ongoing(value) and measure.get("løpende")
    # In older workbooks a day that had passed looks like a number.
    if was in (text, day_of(value)) or ongoing:
        return
    known, those = reading.codes(key, measure.get(key))
    new, old = entered(key, value, known, those), entered(key, was, known, those)
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
    else:
        yield Entry(identity, (key,), place, measure.get(key), _like(measure.get(key), new))


def _deadline(
    identity: str, measure: Mapping[str, Any], place: str, new: Any, *, ongoing: bool
) -> Iterator[Entry]:
    """The column of deadlines is of two fields: the deadline, and that there is none to come."""
    for key, now in (("frist", new), ("løpende", ongoing or None)):
        if measure.get(key) != now:
            yield Entry(identity, (key,), place, measure.get(key), now)


def _like(old: Any, new: Any) -> Any:
    """A new text with the line end that a text over several lines has at the end of it."""
    several = isinstance(old, str) and isinstance(new, str) and old.endswith("\n")
    return f"{new}\n" if several else new


def _new(reading: _Reading, rows: Sorted) -> Iterator[NewRow | Spoilt]:
    """The measures that only the workbook has."""
    for identity, row in rows.new:
        fields: dict[str, Any] = {}
        places: dict[str, str] = {}
        for key in reading.table.columns:
            value, field = row[1][key], BY_KEY.get(key)
            if key == "id" or not cell_text(value):
                continue
            place, about = reading.place(key, row), f"nytt tiltak, {key}"
            if field is None or field.kind in OTHER_WORDS or not field.editable:
                yield Spoilt(place, about, ELSEWHERE.get(key, IN_THE_REGISTER))
                continue
            if key == "frist" and is_ongoing(value):
                fields["løpende"], places["løpende"] = True, place
                continue
            new = entered(key, value, *reading.codes(key, None))
            if isinstance(new, Fault):
                yield Spoilt(place, about, new.sentence)
            elif new is not None:
                fields[key], places[key] = new, place
        yield NewRow(reading.place("id", row), identity, fields, places)


def _remarks(cells: Cells, base: Base, table: Table, rows: Sorted) -> tuple[Remark, ...]:
    """The notes on cells that people have written, with the measures of their rows."""
    by_row = {row[0]: identity for identity, row in rows.known.items()}
    notes, marked = [*map(cell_text, base.written.notes if base.written else ())], _marked(cells)
    left = Counter(notes)
    # What was not kept in the oldest workbooks is known by how it begins.
    say = wording(Language(base.language))
    ours = (cell_text(say("note.before", old="")), cell_text(say("note.was-empty")))
    remarks: list[Remark] = []
    for sheet in cells.sheets:
        for note in sheet.notes:
            text = cell_text(note.text)
            left[text] -= 1
            # A long one is cut.
            known = note.own and any(mark.startswith(text) for mark in marked)
            older = base.written is None and (note.own or text.startswith(ours))
            if not text or left[text] >= 0 or known or older:
                continue
            text = _added(text, [*notes, *marked]) if note.own else _of_thread(text)
            own = sheet.name == table.sheet.name
            number = int("".join(filter(str.isdigit, note.cell)) or 0)
            place = note.cell if own else f"{sheet.name}!{note.cell}"
            remarks.append(Remark(place, by_row.get(number, "") if own else "", text))
    return tuple(remarks)


def _marked(cells: Cells) -> list[str]:
    """The notes of a copy that was sent back with what is wrong in it: the same is on a sheet."""
    sentences: dict[tuple[str, str], list[str]] = {}
    for sheet in (sheet for sheet in cells.sheets if sheet.name == FAULTS):
        for place, sentence, *_ in (row for row in sheet.rows if len(row) > 1):
            title, _, those = cell_text(place).rpartition("!")
            for cell in CELL.findall(those):
                sentences.setdefault((title, cell), []).append(cell_text(sentence))
    return [" ".join(each) for each in sentences.values()]


def _added(text: str, ours: Iterable[str]) -> str:
    """What someone has written after a note that was ours; all of it where it is not known."""
    begun = max((note for note in ours if note and text.startswith(note)), key=len, default="")
    return text.removeprefix(begun).strip()


def _of_thread(text: str) -> str:
    """A note without what a spreadsheet puts before those that are answered one by one."""
    found = THREAD.match(text)
    return text[found.end() :].strip() if found else text
