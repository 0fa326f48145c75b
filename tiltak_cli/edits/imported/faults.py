"""What is wrong with a register when workbooks are brought into it, with the cells that did it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tiltak_cli.edits.imported.clashing import Cell
from tiltak_cli.edits.imported.together import Together
from tiltak_cli.edits.imported.written import Changed
from tiltak_cli.edits.opened import OpenFile
from tiltak_cli.findings import Finding
from tiltak_cli.sources.workbook.answers.entries import said_at
from tiltak_cli.sources.yaml.places import LIST

STATUS, STEPS = "status", "milepæler"


class Fault(NamedTuple):
    """Something wrong with a cell of a workbook: what it is about, and a sentence.

    The `code` is that of the rule that is broken, if it is one.
    """

    book: str
    place: str
    about: str
    sentence: str
    code: str = ""

    @property
    def said(self) -> str:
        """All of it but the workbook: «J19 (T015, frist): …»."""
        return said_at(self.place, self.about, self.sentence)


# The cells of a measure that something is written in, by field; one by each workbook.
Cells = Mapping[str, tuple[Cell, ...]]


def faults_of(findings: Iterable[Finding], result: Together, changed: Changed) -> Iterator[Fault]:
    """New findings as faults of cells; one that no cell is known to make, of every workbook."""
    # One that is dangling is an error too.
    by_message = {(f.code, f.place, f.message): f for f in findings}
    for finding in by_message.values():
        sentence = f"{finding.message} {finding.remedy} ({finding.code})"
        for field, cell in _blamed(finding, result, changed):
            about = ", ".join(filter(None, (finding.measure_id, field)))
            yield Fault(cell.book, cell.place, about, sentence, finding.code)


def _blamed(finding: Finding, result: Together, changed: Changed) -> list[tuple[str, Cell]]:
    """A cell of each workbook that may have made a finding.

    It is of the field that the finding stands at or names. Where that is none that is written in,
    it is every workbook that wrote in the measure, at the row's status; or every one there is.
    """
    cells = _cells(finding, result)
    placed = _field_at(finding, changed) if cells else ""
    sure = [field for field in cells if field and field == placed]
    sure += [field for field in cells if field not in sure and _names(finding, field)]
    likely = sure or sorted(cells, key=lambda field: field != STATUS)
    blamed: dict[str, tuple[str, Cell]] = {}
    for field in likely:
        for cell in cells[field]:
            blamed.setdefault(cell.book, (field, cell))
    books = (cell.book for wish in result.wishes for cell in wish.cells)
    new = (new.cell.book for new in result.new)
    everyone = [("", Cell(book, "")) for book in dict.fromkeys((*books, *new))]
    return list(blamed.values()) or everyone or [("", Cell("", ""))]


def _cells(finding: Finding, result: Together) -> Cells:
    """The cells of a finding's measure."""
    identity = finding.measure_id
    names = {renaming.new: renaming.old for renaming in result.renamed}
    cells = {
        wish.field: wish.cells
        for wish in result.wishes
        if wish.measure in (identity, names.get(identity))
    }
    for new in result.new:
        if new.id == identity:
            cells |= {key: (new.cell._replace(place=p),) for key, p in new.places.items()}
            cells[""] = (new.cell,)
    return cells


def _names(finding: Finding, field: str) -> bool:
    """Whether a finding's sentence says what a field is called."""
    key = field.rpartition(".")[-1]
    return bool(key) and re.search(rf"\b{re.escape(key)}\b", finding.message) is not None


def _field_at(finding: Finding, changed: Changed) -> str:
    """The field that stands where a finding does, or nothing: `frist`, `milepæler.M1.frist`."""
    file = next((new for _, new in changed.files if new.name == finding.place.file), None)
    number = finding.measure_number - 1
    if file is None or not 0 <= number < len(file.measures):
        return ""
    way, data = (LIST, number), file.measures[number]
    key = _last_above(file, way, data, finding.place.line)
    if key != STEPS or not isinstance(data[key], list):
        return str(key)
    steps = dict(enumerate(data[key]))
    step = _last_above(file, (*way, key), steps, finding.place.line)
    fields = steps.get(step)
    if not isinstance(fields, dict):
        return str(key)
    field = _last_above(file, (*way, key, step), fields, finding.place.line)
    return f"{key}.{fields.get('id')}.{field}"


def _last_above(file: OpenFile, way: tuple[Any, ...], parts: Mapping[Any, Any], line: int) -> Any:
    """Of fields or items, the last one that begins at a line or above it; nothing for none."""
    begun = [key for key in parts if file.line((*way, key)) <= line]
    return begun[-1] if begun else ""
