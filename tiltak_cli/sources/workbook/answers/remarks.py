"""Notes on cells that people have written, told from those that were there."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from tiltak_cli.sources.workbook.answers.elsewhere import FAULTS
from tiltak_cli.sources.workbook.answers.entries import Remark, Step
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import Cells
from tiltak_cli.sources.workbook.written import cell_text
from tiltak_cli.wording import Language, wording

# What stands before the words of a comment that is a thread, for programs that do not know threads.
THREAD = re.compile(r"\[[^\]\n]+\].*?(?:Comment|Kommentar|Merknad):", re.DOTALL)
CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]*")


def remarks_on(
    cells: Cells, base: Base, by_row: Mapping[tuple[str, int], Step], first: str
) -> tuple[Remark, ...]:
    """The notes on cells that people have written, with what their rows are of.

    `by_row` has these by sheet and number; a cell of the `first` sheet is named without it.
    """
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
            number = int("".join(filter(str.isdigit, note.cell)) or 0)
            place = note.cell if sheet.name == first else f"{sheet.name}!{note.cell}"
            measure, step = by_row.get((sheet.name, number), Step(""))
            remarks.append(Remark(place, measure, text, step))
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
    match = THREAD.match(text)
    return text[match.end() :].strip() if match else text
