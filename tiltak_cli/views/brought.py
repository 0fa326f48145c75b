"""What workbooks bring back, as sentences and for programs."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.fields import TOGETHER
from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.clashing import Cell, Clashing
from tiltak_cli.edits.imported.faults import Fault
from tiltak_cli.edits.imported.together import Together
from tiltak_cli.sources.workbook.shown import ONGOING
from tiltak_cli.views.edits import apart, shown
from tiltak_cli.views.safe import one_line

VERSION = 1
NOTHING = "–"
# So many letters of a text a narrow table has room for.
NARROW = 20


class Line(NamedTuple):
    """A line of the preview: a field, what it is and what it becomes, and the cells that say so."""

    measure: str
    field: str
    old: str
    new: str
    cells: str


class Told(NamedTuple):
    """All that is told of some workbooks.

    `participants` are the measures, by workbook, in which those who filled it in only take part.
    `silent` are those who lead measures and whose workbook is not here, and `unanswered` those
    whose workbook is here as it was sent. `kept` are the conflicts in
    which the register was chosen.
    """

    books: Sequence[Book]
    result: Together
    faults: Sequence[Fault]
    kept: Sequence[Clashing]
    participants: dict[str, frozenset[str]]
    silent: Sequence[str]
    unanswered: Sequence[str]
    written: bool


def lines_of(report: Told) -> list[Line]:
    """The preview, a line for each field that becomes another."""
    several = len(report.books) > 1
    lines = []
    for wish in report.result.wishes:
        part = any(wish.measure in report.participants[cell.book] for cell in wish.cells)
        old, new = apart(wish.old, wish.new, fits=NARROW)
        line = Line(
            measure=wish.measure,
            field=wish.field,
            old=value(old),
            new=value(new),
            cells=cells_text(wish.cells, several=several) + " · deltaker" * part,
        )
        lines.append(line)
    for renaming in report.result.renamed:
        cells = cells_text([renaming.cell], several=several)
        lines.append(Line(renaming.old, "id", renaming.old, renaming.new, cells))
    for new in report.result.new:
        for key, each in new.fields.items():
            cell = new.cell._replace(place=new.places.get(key, new.cell.place))
            cells = cells_text([cell], several=several)
            lines.append(Line(f"{new.id} (ny)", key, NOTHING, value(each), cells))
    return lines


def value(plain: Any) -> str:  # noqa: ANN401 - plain data as read
    """A value in the preview."""
    if isinstance(plain, dict) and {*plain} <= {*TOGETHER}:
        # Both say when a measure ends.
        return ONGOING if plain.get(ONGOING) else value(plain.get("frist"))
    return NOTHING if plain is None or plain == [] else shown(plain)


def cells_text(cells: Iterable[Cell], *, several: bool) -> str:
    """Some cells, with their workbooks where there are several."""
    return ", ".join(
        f"{one_line(cell.book)} {one_line(cell.place)}" if several else one_line(cell.place)
        for cell in cells
    )


def clash_line(clash: Clashing, *, several: bool = False) -> str:
    """A conflict: «T013.frist: før 2025-Q1, registeret 2025-04, arket 2025-06 (J17)»."""
    conflict = clash.conflict
    name = one_line(".".join(filter(None, (conflict.measure, conflict.field))))
    cells = cells_text(clash.cells, several=several)
    sides = apart(conflict.base, conflict.ours, conflict.theirs)
    before, now, sheet = (value(each) for each in sides)
    now = "har det ikke lenger" if clash.gone else now
    was = f"før {before}" if clash.exported else "ikke med da arbeidsboken ble laget"
    return f"{name}: {was}, registeret {now}, arket {sheet} ({cells})."


def _kept_line(clash: Clashing, *, several: bool) -> str:
    """What the sheet says, and is not written: «T001.frist: arket 2027 (J5)»."""
    sheet = value(apart(clash.conflict.ours, clash.conflict.theirs)[1])
    return f"{one_line(clash.name)}: arket {sheet}, {cells_text(clash.cells, several=several)}"


def fault_line(fault: Fault, *, several: bool) -> str:
    """Something wrong with a cell."""
    name = f"{one_line(fault.book)}: " if several and fault.book else ""
    return f"{name}{one_line(fault.said)}"


def summary(report: Told) -> str:
    """How much there is to write, or was written."""
    result = report.result
    if result.empty:
        return ""
    fields = len(result.wishes) + len(result.renamed)
    measures = len({wish.measure for wish in result.wishes} | {r.old for r in result.renamed})
    parts = []
    if fields:
        changes = counted(fields, "endring", "endringer")
        parts.append(f"{changes} i {counted(measures, 'tiltak', 'tiltak')}")
    if result.new:
        parts.append(counted(len(result.new), "nytt tiltak", "nye tiltak"))
    return listed(parts)


def remarks_of(report: Told) -> list[str]:
    """What else there is to say: missing rows, notes, what is not read, who has not answered."""
    several = len(report.books) > 1
    lines = []
    for book in report.books:
        name = f"{one_line(book.name)}: " if several else ""
        brought = book.brought
        if book.as_sent:
            lines.append(f"{one_line(book.name)}: ikke svart. Filen er slik den ble sendt.")
        elif not brought.filled:
            read = " i det som blir lest" if brought.touched else ""
            lines.append(f"{one_line(book.name)}: ingen endringer{read}.")
        if brought.missing:
            rows = listed(brought.missing)
            them = "Det" if len(brought.missing) == 1 else "De"
            lines.append(f"{name}{rows} mangler i arket. {them} blir ikke slettet.")
        lines += [f"{name}{one_line(sentence)}" for sentence in brought.told]
        lines += [
            f"{name}{remark.kind} {one_line(remark.place)}"
            f"{f' ({one_line(remark.measure)})' if remark.measure else ''}: {one_line(remark.said)}"
            for remark in brought.remarks
        ]
    if report.kept:
        number = counted(len({clash.name for clash in report.kept}), "konflikt", "konflikter")
        each = "; ".join(_kept_line(clash, several=several) for clash in report.kept)
        lines.append(f"{number}: registeret er beholdt ({each}).")
    if report.silent:
        lines.append(f"Ingen arbeidsbok fra {listed(report.silent)}.")
    if report.unanswered and several:
        number = f"{len(report.unanswered)} av {len(report.books)}"
        lines.append(f"{number} har ikke svart: {listed(report.unanswered)}.")
    return lines


def brought_json(report: Told) -> str:
    """All of it as JSON; its form is in `schema/innlesing.schema.json`."""
    data = {
        "version": VERSION,
        "written": report.written,
        "books": [_book(book, report) for book in report.books],
        "changes": [
            {
                "measure": wish.measure,
                "field": wish.field,
                "old": wish.old,
                "new": wish.new,
                "cells": _cells(wish.cells),
            }
            for wish in report.result.wishes
        ],
        "renamed": [
            {"old": each.old, "new": each.new, "cells": _cells([each.cell])}
            for each in report.result.renamed
        ],
        "new": [
            {"measure": new.id, "fields": new.fields, "cells": _cells([new.cell])}
            for new in report.result.new
        ],
        "conflicts": [_conflict(clash) for clash in report.result.clashing],
        "kept": [_conflict(clash) for clash in report.kept],
        "faults": [
            {"file": fault.book, "cell": fault.place, "about": fault.about, "why": fault.sentence}
            for fault in report.faults
        ],
        "unanswered": [*report.silent, *report.unanswered],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _conflict(clash: Clashing) -> dict[str, Any]:
    return {
        "measure": clash.conflict.measure,
        "field": clash.conflict.field,
        "kind": str(clash.conflict.kind),
        "base": clash.conflict.base,
        "ours": clash.conflict.ours,
        "theirs": clash.conflict.theirs,
        "line": None,
        "cells": _cells(clash.cells),
    }


def _book(book: Book, report: Told) -> dict[str, Any]:
    brought = book.brought
    return {
        "file": book.name,
        "recipients": list(book.base.recipients),
        "changed": brought.filled,
        "as_sent": book.as_sent,
        "participant": sorted(report.participants[book.name]),
        "missing": list(brought.missing),
        "told": list(brought.told),
        "notes": [
            {"place": remark.place, "measure": remark.measure, "text": remark.said}
            for remark in brought.remarks
        ],
    }


def _cells(cells: Iterable[Cell]) -> list[dict[str, str]]:
    return [{"file": cell.book, "cell": cell.place} for cell in cells]
