"""A register in which measures have got other numbers, or gone, since the workbook was made."""

from pathlib import Path

import pytest
from command import tiltak
from openpyxl import load_workbook
from returned_books import REGISTER, again, depot

HEAD = "strategi: 2021-2025\nutgave: 2024-1\nper_dato: 2024-06-30\nansvarlig: DFD\ntiltak:\n"
MEASURE = """  - id: {id}
    tittel: {title}
    beskrivelse: {title} skal gjøre hverdagen enklere for kommunene.
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: FIN
    status: vedtatt
    prioritet: middels
    frist: 2025
"""
TITLES = {"T001": "Åpne kartdata", "T002": "Felles språk for helsedata"}


def register(measures: dict[str, str]) -> str:
    return HEAD + "".join(MEASURE.format(id=code, title=measures[code]) for code in measures)


@pytest.mark.wide
@pytest.mark.parametrize("columns", ["id,prioritet,vurdering", "id,prioritet,frist,ansvarlig"])
def test_nothing_is_written_in_another_measure_with_the_same_values(
    tmp_path: Path, columns: str
) -> None:
    filled_in(depot(tmp_path, register(TITLES)), columns)
    other = register({"T001": TITLES["T001"], "T009": "Klima i anskaffelser"})
    (tmp_path / REGISTER).write_text(other, "utf-8")
    done, lines = again(tmp_path, "--write")
    assert (done.code, lines) == (1, [])
    assert "T002.prioritet: før middels, registeret har det ikke lenger, arket høy" in done.err
    assert "T009" not in done.out


@pytest.mark.wide
def test_a_measure_with_another_number_is_followed_by_its_title_and_told(tmp_path: Path) -> None:
    filled_in(depot(tmp_path, register(TITLES)), "id,tittel,prioritet")
    other = register({"T001": TITLES["T001"], "T009": TITLES["T002"]})
    (tmp_path / REGISTER).write_text(other, "utf-8")
    done, lines = again(tmp_path, "--write")
    assert (done.code, lines) == (0, ["-    prioritet: middels", "+    prioritet: høy"])
    assert "T002 heter nå T009.\n" in done.out


def filled_in(folder: Path, columns: str) -> None:
    """A workbook in which T002 has got another priority."""
    done = tiltak("export", "--columns", columns, "-o", "bok.xlsx", cwd=folder)
    assert (done.code, done.err) == (0, "")
    book = load_workbook(folder / "bok.xlsx")
    sheet = book["Tiltak"]
    headings = [cell.value for cell in sheet[4]]
    row = next(r for r in range(5, 9) if sheet.cell(r, 1).value == "T002")
    sheet.cell(row, headings.index("Prioritet") + 1).value = "høy"
    book.save(folder / "bok.xlsx")
