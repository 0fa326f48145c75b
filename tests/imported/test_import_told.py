"""A workbook is not said to be untouched where somebody has done something with it."""

from datetime import date
from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from returned_books import REGISTER, all_of, changed, depot, put_book
from workbook_edits import FILL_IN, Change, brought, put, sheet_of

from tiltak_cli.sources.workbook.answers.entries import NewRow
from tiltak_cli.sources.workbook.answers.newcomers import parted


def without_a_row(book: Workbook) -> None:
    sheet_of(book, "Tiltak").delete_rows(6)


def with_a_copy(book: Workbook) -> None:
    copy = book.copy_worksheet(sheet_of(book, "Tiltak"))
    copy.title, copy["I5"].value = "Kopi", "lav"


@pytest.mark.wide
@pytest.mark.parametrize(
    ("change", "said"),
    [(without_a_row, "T002 mangler i arket."), (with_a_copy, "er ikke lest.")],
)
def test_a_workbook_that_was_touched(tmp_path: Path, change: Change, said: str) -> None:
    put_book(depot(tmp_path), change)
    done = tiltak("import", "bok.xlsx", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("bok.xlsx: ingen endringer i det som blir lest.\n")
    assert said in done.out
    checked = tiltak("validate", "bok.xlsx", cwd=tmp_path)
    assert (checked.code, said in checked.out) == (0, True)
    assert "ingen har skrevet i den" not in checked.out
    compared = tiltak("diff", "bok.xlsx", REGISTER, cwd=tmp_path)
    assert "Ingen har skrevet i cellene" not in compared.err + compared.out
    assert said.replace("mangler i arket", "har ingen rad") in compared.err + compared.out


@pytest.mark.wide
def test_of_very_many_faults_the_first_are_told(tmp_path: Path) -> None:
    change = all_of(put(f"Tiltak!A{row}", f"Hei {row}") for row in range(11, 141))
    put_book(depot(tmp_path), change)
    done = tiltak("import", "bok.xlsx", cwd=tmp_path)
    lines = done.err.splitlines()
    assert (done.code, len(lines)) == (1, 102)
    assert lines[-2].startswith("tiltak: … og 30 feil til.")
    assert lines[-1] == "tiltak: Ingenting er skrevet: 130 feil."


@pytest.mark.wide
@pytest.mark.parametrize(("value", "seen"), [(0.5, "0,5"), (3.14, "3,14"), (True, "SANN")])
def test_what_the_spreadsheet_has_made_of_a_text_is_no_text(value: object, seen: str) -> None:
    (spoilt,) = brought(changed(put("Tiltak!N5", value))).spoilt
    assert spoilt.said.startswith(f"N5 (T001, fremdrift): «{seen}» er ")


def test_of_two_new_measures_with_one_title_each_is_known_again() -> None:
    rows = [NewRow(f"A{n}", "", {"tittel": "Kurs", "frist": 2024 + n}, {}) for n in (1, 2)]
    register = {f"T00{n}": {"id": f"T00{n}", **row.fields} for n, row in enumerate(rows, 1)}
    new, told = parted(rows, register, register)
    assert new == []
    assert told == [f"A{n}: Tiltaket er allerede i registeret, som T00{n}." for n in (1, 2)]


@pytest.mark.wide
@pytest.mark.parametrize(("day", "told"), [(date(2024, 8, 25), True), (date(2099, 8, 25), False)])
def test_what_is_dated_after_the_register_says_how_to_move_the_register(
    tmp_path: Path, day: date, *, told: bool
) -> None:
    """What has not happened yet has happened on no day that the register can be of."""
    put_book(depot(tmp_path), put("Tiltak!O5", day))
    done = tiltak("import", "bok.xlsx", cwd=tmp_path)
    assert (done.code, "TIL323" in done.err) == (1, True)
    move = "tiltak: Stemmer datoene, så flytt per_dato først, og kjør på nytt: "
    command = "tiltak set per_dato=2024-08-25"
    assert (done.err.splitlines()[-1] == move + command) is told
    if told:
        assert tiltak(*command.split()[1:], cwd=tmp_path).code == 0
        assert tiltak("import", "bok.xlsx", cwd=tmp_path).code == 0


@pytest.mark.wide
def test_a_new_warning_is_told_with_its_cell_and_stops_nothing(tmp_path: Path) -> None:
    put_book(depot(tmp_path), put("Tiltak!J5", "2024-08"))
    shown, done = (tiltak("import", "bok.xlsx", *more, cwd=tmp_path) for more in ((), ("--write",)))
    assert (shown.code, done.code) == (0, 0)
    assert shown.err == done.err
    assert done.err.startswith("tiltak: Advarsel: J5 (T001, frist): Milepæl M2 har frist i ")
    assert done.err.endswith("(TIL325)\n")
    assert tiltak("import", "bok.xlsx", cwd=tmp_path).err == ""


@pytest.mark.wide
def test_what_is_told_is_called_what_it_is(tmp_path: Path) -> None:
    cells = ("Dere deltar!N5", "Milepæler!J6")
    put_book(depot(tmp_path), all_of(put(cell, "Hei.") for cell in cells), options=FILL_IN)
    told = tiltak("import", "bok.xlsx", cwd=tmp_path).out
    assert "Innspill i Dere deltar!N5 (T001): Hei.\n" in told
    assert "Forklaring i Milepæler!J6 (T011): M2: Hei.\n" in told
