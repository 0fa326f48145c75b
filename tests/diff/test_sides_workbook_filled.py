"""A workbook that people have written in is refused as a side; never one that looks otherwise."""

from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from workbook_dump import editable
from workbook_edits import (
    FILL_IN,
    REMEDY,
    Change,
    base_of,
    depot,
    exported,
    fill,
    note,
    put,
    saved,
    sheet_of,
    sorted_by,
    told,
    without_the_measures,
)

from tiltak_cli.sources.workbook.written import edits_in
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


def test_how_it_looks_is_no_change() -> None:
    assert told(lambda book: [look(book) for look in LOOKS]) == ""


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


# Each is another cell, and what is said of it.
CELLS_WRITTEN: tuple[tuple[Change, str], ...] = (
    (put("Tiltak!H5", "gjennomført"),
     "Tiltak!H5 (T001, Status) var «igangsatt» og er nå «gjennomført»"),
    (put("Tiltak!H6", None), "Tiltak!H6 (T002, Status) var «igangsatt» og er nå tom"),
    (put("Tiltak!H7", '="gjennom"&"ført"'),
     'Tiltak!H7 (T003, Status) var «igangsatt» og er nå «="gjennom"&"ført"»'),
    (put("Tiltak!N5", "'=1"), "Tiltak!N5 (T001, Fremdrift) var «Fem"),
    (put("Tiltak!A10", "T901"), "Tiltak!A10 (ID) var «T015» og er nå «T901»"),
    (put("Tiltak!Q6", "Merknad fra FIN: nei"),
     "Tiltak!Q6 (T002) var tom og er nå «Merknad fra FIN: nei»"),
    (put("Tiltak!B12", "Et nytt tiltak"),
     "Tiltak!B12 (Tiltak) var tom og er nå «Et nytt tiltak»"),
    (put("Tiltak!D4", "Ansvar"), "Tiltak!D4 (overskrift) var «Retningsvalg» og er nå «Ansvar»"),
    (put("Milepæler!G6", "2024-05-05"), "Milepæler!G6 (T011, Nådd) var tom og er nå «2024-05-05»"),
    (put("Retningsvalg!A2", "Hei"), "Retningsvalg!A2 var «"),
    (put("Retningsvalg!B40", "?"), "Retningsvalg!B40"),
    (note("Tiltak!C9", "Her er det feil"),
     "Tiltak!C9 (merknad på cellen) var tom og er nå «Her er det feil»"),
    (note("Tiltak!E5", "Nei"), "Tiltak!E5 (merknad på cellen) var tom og er nå «Nei»"),
    (a_new_sheet, "Innspill!B2 var tom og er nå «Vi er uenige»"),
)  # fmt: skip


def test_every_cell_that_is_written_in_is_told() -> None:
    data = saved(lambda book: [change(book) for change, _ in CELLS_WRITTEN])
    written = base_of(data).written
    assert written
    sentences = [edit.said for edit in edits_in(data, written)]
    assert len(sentences) == len(CELLS_WRITTEN)
    for _, expected in CELLS_WRITTEN:
        assert [s for s in sentences if s.startswith(expected)], (expected, sentences)


# What is more than a cell, each alone.
ROWS_WRITTEN: dict[str, tuple[Change, str]] = {
    "one cell": (CELLS_WRITTEN[0][0], f"{CELLS_WRITTEN[0][1]}. Før det inn"),
    "a row deleted": (without_a_row, "Tiltak: raden «T003 "),
    "the sheet deleted": (without_the_measures, "Arket Tiltak er borte."),
    "sorted, and a status": (
        sorted_and_written,
        "(T005, Status) var «igangsatt» og er nå «utgår».",
    ),
    "cells that changed places": (names_apart, "Tiltak!B5 (T001, Tiltak) var «"),
}


@pytest.mark.parametrize(("change", "expected"), ROWS_WRITTEN.values(), ids=ROWS_WRITTEN)
def test_what_is_written_is_never_no_change(change: Change, expected: str) -> None:
    sentence = told(change)
    assert sentence.startswith("«bok.xlsx» er fylt ut eller endret siden den ble eksportert")
    assert expected in sentence
    assert sentence.endswith(REMEDY)


def test_a_workbook_that_was_filled_in() -> None:
    def filled(book: Workbook) -> None:
        sheet = sheet_of(book, "Tiltak")
        for row in range(5, 10):
            sheet[f"K{row}"].value = "Arbeidet følger planen."
        sheet["B20"].value = "Nytt tiltak fra KD"

    sentence = told(filled, FILL_IN)
    assert sentence.count(" er nå «Arbeidet følger planen.»") == 3
    assert "; " in sentence
    assert "og 3 celler til. Før det inn" in sentence


def test_of_long_texts_the_place_where_they_differ_is_shown() -> None:
    before = editable(exported())["Tiltak"]["N6"].value
    sentence = told(put("Tiltak!N6", f"{before} Nå er det slutt."))
    assert f"er nå «…{before[-12:]} Nå er det slutt.»" in sentence


def test_so_it_is_wherever_a_workbook_is_read(tmp_path: Path) -> None:
    depot(tmp_path, put("Tiltak!H5", "gjennomført"))
    for arguments in (
        ("diff", "bok.xlsx"),
        ("diff", "tiltaksoversikt.yaml", "bok.xlsx"),
        ("diff", "bok.xlsx", "bok.xlsx"),
        ("report", "--since", "bok.xlsx"),
        ("export", "-o", "ny.xlsx", "--since", "bok.xlsx"),
        ("validate", "--against", "bok.xlsx"),
    ):
        done = tiltak(*arguments, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "Tiltak!H5 (T001, Status) var «igangsatt» og er nå «gjennomført»." in done.err
        assert done.err.count("\n") == 1
    assert not (tmp_path / "ny.xlsx").exists()


def test_git_is_shown_the_notes_on_cells_too() -> None:
    shown = flat(saved(note("Tiltak!C9", "Her er det feil"))).decode()
    assert "  Tiltak!C9 (merknad): Her er det feil\n" in shown
