"""What is wrong with a register when workbooks are brought into it, with the cells that did it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tiltak_cli.edits.imported.together import Cell, Together
from tiltak_cli.findings import Finding

STATUS = "status"


class Fault(NamedTuple):
    """Something wrong with a cell of a workbook: what it is about, and a sentence."""

    book: str
    place: str
    about: str
    sentence: str

    @property
    def said(self) -> str:
        """All of it but the workbook: «J19 (T015, frist): …»."""
        about = f" ({self.about})" if self.about else ""
        return f"{self.place}{about}: {self.sentence}" if self.place else self.sentence


def faults_of(findings: Iterable[Finding], result: Together) -> Iterator[Fault]:
    """New findings as faults of cells; a field without one is told at the row's status."""
    # One that is dangling is an error too.
    told = {(f.code, f.place, f.message): f for f in findings}
    for finding in told.values():
        cells = _cells(finding, result)
        sentence = f"{finding.message} {finding.remedy} ({finding.code})"
        field, cell = _nearest(finding, cells)
        about = ", ".join(filter(None, (finding.measure_id, field)))
        yield Fault(cell.book, cell.place, about, sentence)


def _cells(finding: Finding, result: Together) -> dict[str, Cell]:
    """The cells of a finding's measure, by field."""
    identity = finding.measure_id
    names = {renaming.new: renaming.old for renaming in result.renamed}
    found = {
        wish.field: wish.cells[0]
        for wish in result.wishes
        if wish.measure in (identity, names.get(identity))
    }
    row = next((new.cell for new in result.new if new.id == identity), None)
    return found if row is None else {**found, "": row}


def _nearest(finding: Finding, cells: dict[str, Cell]) -> tuple[str, Cell]:
    """The cell that a finding is most likely about: of a field that it names, else the status."""
    named = [field for field in cells if field and f"«{field.split('.')[-1]}»" in finding.message]
    field = next(iter(named), STATUS if STATUS in cells else next(iter(cells), ""))
    return field, cells.get(field, Cell("", ""))
