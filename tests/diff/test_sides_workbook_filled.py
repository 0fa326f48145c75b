"""What people have written in a workbook is read as what it is; how it looks is no change."""

from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from workbook_edits import (
    FILL_IN,
    Change,
    depot,
    fill,
    note,
    put,
    saved,
    sheet_of,
    sorted_by,
    told,
    without_the_measures,
)

from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.views.flat.flat import flat
from tiltak_cli.wording import Language

# --- looks


def with_columns_moved(book: Workbook) -> None:
    sheet = sheet_of(book, "Tiltak")
    whole = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    fill(sheet, [[row[0], *row[:0:-1]] for row in whole], first=4)


def dressed(book: Workbook) -> None:
    for sheet in book.worksheets:
        sheet.freeze_panes = "B2"
        for column in "BCDE":
            sheet.column_dimensions[column].width = 50
            sheet.column_dimensions[column].hidden = column == "D"
        sheet.row_dimensions[6].hidden = True
        sheet["B5"].fill = PatternFill("solid", fgColor="FFFF00")
    book["Tiltak"].auto_filter.add_filter_column(3, ["FIN"])
    book["Tiltak"].sheet_properties.tabColor = "FF0000"


def with_a_formula(book: Workbook) -> None:
    for row in range(5, 33):
        sheet_of(book, "Tiltak")[f"Q{row}"].value = f'=IF(H{row}="utsatt",1,0)'
    sheet_of(book, "Tiltak")["Q34"].value = "=SUM(Q5:Q32)"


def without_notes(book: Workbook) -> None:
    for row in sheet_of(book, "Tiltak").iter_rows():
        for cell in row:
            cell.comment = None


def in_another_order(book: Workbook) -> None:
    book.move_sheet("Tiltak", 2)
    del book["Retningsvalg"]


def a_row_above(book: Workbook) -> None:
    sheet_of(book, "Tiltak").insert_rows(1)


def a_blank_row(book: Workbook) -> None:
    sheet_of(book, "Tiltak").insert_rows(10)


def stored_otherwise(book: Workbook) -> None:
    """The same, as programs may store it: a year as text, a code as a number, line ends."""
    for row in sheet_of(book, "Tiltak").iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, str) and cell.value.isdecimal():
                cell.value = float(cell.value)
            elif isinstance(cell.value, str):
                cell.value = cell.value.replace("\n", "\r\n") + " "


LOOKS: tuple[Change, ...] = (
    dressed,
    sorted_by("Tiltak", 7),
    sorted_by("Milepæler", 5),
    sorted_by("Endringer", 2),
    with_columns_moved,
    with_a_formula,
    without_notes,
    in_another_order,
    a_blank_row,
    stored_otherwise,
)


@pytest.mark.wide
def test_how_it_looks_is_no_change() -> None:
    assert told(lambda book: [look(book) for look in LOOKS]) == ""


@pytest.mark.wide
@pytest.mark.parametrize(
    "options",
    [FILL_IN, Options(Language.NN, public=True)],
    ids=["fill in", "public"],
)
def test_a_workbook_that_nobody_has_written_in(options: Options) -> None:
    assert told(lambda _: None, options) == ""


# --- words


def a_new_sheet(book: Workbook) -> None:
    book.create_sheet("Innspill")["B2"] = "Vi er uenige"


def without_a_row(book: Workbook) -> None:
    sheet_of(book, "Tiltak").delete_rows(7)


def sorted_and_written(book: Workbook) -> None:
    sorted_by("Tiltak", 7)(book)
    row = next(r for r in sheet_of(book, "Tiltak").iter_rows(min_row=5) if r[0].value == "T005")
    row[7].value = "utgår"


def names_apart(book: Workbook) -> None:
    """Two titles that change places, as when a column is sorted alone."""
    sheet = sheet_of(book, "Tiltak")
    sheet["B5"].value, sheet["B6"].value = sheet["B6"].value, sheet["B5"].value


# Each is alone in the workbook, with all that is told of it, or what it begins with.
WRITTEN: dict[str, tuple[Change, str]] = {
    "a status": (put("Tiltak!H5", "gjennomført"), "H5 T001.status: igangsatt → gjennomført"),
    "emptied": (put("Tiltak!L5", None), "L5 T001.vurdering: grønn → None"),
    "what must be there": (
        put("Tiltak!H6", None),
        "H6 (T002, status): Cellen er tom, men feltet må være fylt ut.",
    ),
    "a formula": (
        put("Tiltak!H7", '="gjennom"&"ført"'),
        'H7 (T003, status): «="gjennom"&"ført"» er en formel. Skriv verdien i stedet.',
    ),
    "a formula where nothing stood": (
        put("Tiltak!K5", "=DATE(2024,11,1)"),
        "K5 (T001, gjennomført): «=DATE(2024,11,1)» er en formel. Skriv verdien i stedet.",
    ),
    "a formula as the id of a new measure": (
        put("Tiltak!A12", '="T900"'),
        (
            'A12: «="T900"» er ikke en ID. La cellen stå tom for et nytt tiltak, og flytt annen '
            "tekst ut av tabellen."
        ),
    ),
    "a formula among the milestones": (
        put("Milepæler!G6", "=TODAY()"),
        "Milepæler!G6 (T011.milepæler.M2.nådd): «=TODAY()» er en formel. Skriv verdien i stedet.",
    ),
    "another id": (
        put("Tiltak!A10", "T901"),
        (
            "A10: T015 har fått ID-en «T901». Skriv T015 igjen, eller kjør med --rename om "
            "tiltaket skal ha ny ID."
        ),
    ),
    "beside the table": (
        put("Tiltak!Q6", "Nei"),
        (
            "Q6: «Nei» står i en kolonne uten overskrift. Flytt det til en av de andre, eller la "
            "være å lese kolonnen med --ignore-column Q."
        ),
    ),
    "a new measure": (
        put("Tiltak!B12", "Et nytt tiltak"),
        "A12 nytt : {'tittel': 'Et nytt tiltak'}",
    ),
    "a heading": (
        put("Tiltak!D4", "Ansvar"),
        (
            "D4: «Ansvar» er ikke et felt. Her sto «Retningsvalg». Mente du «Retningsvalg»? Rett "
            "overskriften, eller la være å lese kolonnen med --ignore-column Ansvar."
        ),
    ),
    "a milestone": (
        put("Milepæler!G6", "5. mai 2024"),
        "Milepæler!G6 T011.milepæler.M2.nådd: None → 2024-05-05",
    ),
    "another sheet": (
        put("Retningsvalg!B40", "?"),
        "Retningsvalg!B40 («?») er ikke lest. Bare arkene med tiltak og milepæler blir lest.",
    ),
    "a note": (note("Tiltak!C9", "Feil"), "merknad C9 (T011): Feil"),
    "a new sheet": (
        a_new_sheet,
        "Innspill!B2 («Vi er uenige») er ikke lest. Bare arkene med tiltak og milepæler blir lest.",
    ),
    "a row deleted": (without_a_row, "T003 mangler"),
    "the sheet deleted": (
        without_the_measures,
        "Tiltak: Arket Tiltak er borte. Hent det tilbake fra arbeidsboken som ble sendt.",
    ),
    "sorted, and a status": (sorted_and_written, "T005.status: igangsatt → utgår"),
    "cells that changed places": (
        names_apart,
        (
            "Tiltak: Radene er sortert uten ID-kolonnen (2 titler hører til andre ID-er). "
            "Ingenting er lest."
        ),
    ),
}


@pytest.mark.wide
@pytest.mark.parametrize(("change", "expected"), WRITTEN.values(), ids=WRITTEN)
def test_what_is_written_is_read_or_told(change: Change, expected: str) -> None:
    (line,) = told(change).splitlines()
    assert line.endswith(expected)


@pytest.mark.wide
def test_a_workbook_that_was_filled_in() -> None:
    def filled(book: Workbook) -> None:
        sheet_of(book, "Tiltak")["H5"].value = "Arbeidet følger planen."
        for row in range(5, 9):
            sheet_of(book, "Dere deltar")[f"G{row}"].value = "Arbeidet følger planen."
        sheet_of(book, "Nye tiltak")["B7"].value = "Nytt tiltak fra KD"

    lines = told(filled, FILL_IN).splitlines()
    assert sum(line.endswith(" → Arbeidet følger planen.") for line in lines) == 5
    assert lines[-1] == "Nye tiltak!A7 nytt : {'tittel': 'Nytt tiltak fra KD'}"


@pytest.mark.wide
def test_so_it_is_wherever_a_workbook_is_read(tmp_path: Path) -> None:
    depot(tmp_path, put("Tiltak!N5", "Arbeidet er ferdig."))
    for arguments in (("diff", "bok.xlsx"), ("diff", "tiltaksoversikt.yaml", "bok.xlsx")):
        done = tiltak(*arguments, cwd=tmp_path)
        assert "1 endring i 1 tiltak: 1 normal." in done.out
        assert "«bok.xlsx» er lest med det som er skrevet i cellene: 1 felt i 1 tiltak." in done.err


@pytest.mark.wide
def test_a_workbook_that_is_spoilt_is_refused_wherever_it_is_read(tmp_path: Path) -> None:
    depot(tmp_path, put("Tiltak!J7", "3/31/2025"))
    for arguments in (
        ("diff", "bok.xlsx"),
        ("report", "--since", "bok.xlsx"),
        ("export", "-o", "ny.xlsx", "--since", "bok.xlsx"),
        ("validate", "--against", "bok.xlsx"),
    ):
        done = tiltak(*arguments, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "«bok.xlsx»: J7 (T011, frist): «3/31/2025» er ikke skrevet slik" in done.err
        assert done.err.count("\n") == 1
    assert not (tmp_path / "ny.xlsx").exists()


@pytest.mark.wide
def test_git_is_shown_the_notes_on_cells_too() -> None:
    shown = flat(saved(note("Tiltak!C9", "Her er det feil"))).decode()
    assert "  Tiltak!C9 (merknad): Her er det feil\n" in shown
