"""Notes on cells, written as notes of measures: they come in addition, whoever else writes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tiltak_cli.edits.imported.books import Book
from tiltak_cli.sources.workbook.answers.entries import Entry, Remark

NOTES = "merknad"
ENDS = ".!?…:"


def with_notes(books: Sequence[Book], register: Mapping[str, Mapping[str, Any]]) -> list[Book]:
    """Workbooks with the notes on their cells as what is written in the field of notes.

    All that they say of a measure comes after what stands there, or after what somebody has
    written in that field's own cell. What stands there already is not written again.
    """
    notes: dict[str, list[str]] = {}
    for book in books:
        for remark in book.brought.remarks:
            if remark.measure in register:
                text = " ".join(remark.said.split())
                those = notes.setdefault(remark.measure, [])
                those += [] if text in those else [text]
    cells = {e.measure for book in books for e in book.brought.entries if e.way == (NOTES,)}
    made: list[Book] = []
    for book in books:
        entries: list[Entry] = []
        for entry in book.brought.entries:
            there = str(register[entry.measure].get(NOTES) or "") if entry.way == (NOTES,) else ""
            wanted = notes.get(entry.measure, []) if entry.way == (NOTES,) else []
            if wanted and all(_says(there, text) for text in (entry.new, *wanted) if text):
                continue
            entries.append(entry._replace(new=_with(entry.new, wanted)) if wanted else entry)
        for measure, place in _places(book.brought.remarks).items():
            old = register.get(measure, {}).get(NOTES)
            new = _with(old, notes.get(measure, []))
            if measure in register and measure not in cells and new != old:
                entry = Entry(measure=measure, way=(NOTES,), place=place, old=old, new=new)
                entries.append(entry)
        sentences = (*book.brought.told, *_unwritten(book.brought.remarks, register))
        made.append(
            book._replace(brought=book.brought._replace(entries=tuple(entries), told=sentences))
        )
    return made


def _places(remarks: Sequence[Remark]) -> dict[str, str]:
    """The first cell with a note of each measure."""
    places: dict[str, str] = {}
    for remark in remarks:
        places.setdefault(remark.measure, remark.place)
    return places


def _unwritten(remarks: Sequence[Remark], register: Mapping[str, Any]) -> Iterator[str]:
    for remark in remarks:
        if remark.measure not in register:
            why = "står ikke i raden til et tiltak i registeret"
            yield f"Merknaden på {remark.place} {why}, og blir ikke skrevet."


def _with(text: str | None, notes: Sequence[str]) -> str | None:
    """A text with notes after it: after a sentence on the same line, else on a line of its own."""
    for note in notes:
        if not text or not text.strip():
            text = note
        elif not _says(text, note):
            before = text.rstrip()
            between = " " if before[-1] in ENDS else "\n"
            end = "\n" if text.endswith("\n") else ""
            text = f"{before}{between}{note}{end}"
    return text


def _says(text: str, note: str) -> bool:
    """Whether a text has a note as one or more whole sentences or lines, however it is broken."""
    words = r"\s+".join(map(re.escape, note.split()))
    after = r"(?=\s|$)" if note.rstrip()[-1] in ENDS else r"(?=[^\S\n]*(?:\n|$))"
    return re.search(rf"(?:^|\n\s*|[{re.escape(ENDS)}]\s+){words}{after}", text) is not None
