"""Every way a workbook can be spoilt is a sentence with the cell, and nothing is written."""

import json
from datetime import datetime, time
from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from returned_books import REGISTER, all_of, bring, changed, depot, put_book
from workbook_edits import (
    FILL_IN,
    Change,
    brought,
    fill,
    put,
    rows_below,
    sheet_of,
    without_the_measures,
)

from tiltak_cli.cli.commands.validate.output import VIEWS

AMBIGUOUS = "«3/4/2025» kan leses på to måter. Skriv 2025-04-03, eller 2025-03-04 om måneden står"
STATUSES = "foreslått, vedtatt, igangsatt, gjennomført, utsatt, utgår eller innlemmet."
WAS_A_STEP = "Milepæler!C6: Raden er den som var T011.M2. Skriv T011 i Milepæler!A6 og M2 i"
NEW_STEP = "Milepæler!D11 (T011.milepæler.M3): En ny milepæl må ha en tekst."
# A cell, what is written in it, and what is said of it; all of them in one workbook.
DECIMALS = "«2025,1» er et tall med desimaler. Skriv"
CELLS: tuple[tuple[str, object, str], ...] = (
    ("Tiltak!J5", "3/4/2025", f"J5 (T001, frist): {AMBIGUOUS} først."),
    ("Tiltak!J6", "31.03.25", "J6 (T002, frist): «31.03.25» har et år med to sifre."),
    ("Tiltak!J7", 45747, "J7 (T003, frist): «45747» ser ut som dagnummeret i et regneark."),
    ("Tiltak!J8", datetime(2025, 3, 4, 12, 30), "J8 (T005, frist): «04.03.2025 12:30» har et"),  # noqa: DTZ001
    ("Tiltak!J9", "=TODAY()", "J9 (T011, frist): «=TODAY()» er en formel. Skriv verdien i stedet."),
    ("Tiltak!J10", "#REF!", "J10 (T015, frist): «#REF!» er en feil fra et regneark."),
    ("Tiltak!H5", "ferdig", "H5 (T001, status): «ferdig» er et annet ord for en av"),
    ("Tiltak!H6", "på gang", "H6 (T002, status): «på gang» er "),
    ("Tiltak!H7", None, "H7 (T003, status): Cellen er tom, men feltet må være fylt ut."),
    ("Tiltak!H8", "xyz", f"H8 (T005, status): «xyz» er ikke gyldig. Gyldige: {STATUSES}"),
    ("Tiltak!C5", 9, "C5 (T001, målområder): «9» finnes ikke. Velg 1, 2 eller 3."),
    ("Tiltak!C6", 1.2, "C6 (T002, målområder): «1,2» er et tall. Skriv kodene som tekst: '1, 2."),
    ("Tiltak!D6", 100, "D6 (T002, retningsvalg): «100» finnes ikke."),
    ("Tiltak!D7", datetime(2025, 2, 1), "D7 (T003, retningsvalg): «01.02.2025» er en dato."),  # noqa: DTZ001
    ("Tiltak!E5", "XYZ", "E5 (T001, ansvarlig): «XYZ» finnes ikke."),
    ("Tiltak!K5", time(12, 30), "K5 (T001, gjennomført): «12:30:00» har et klokkeslett."),
    ("Tiltak!L6", "rødt", "L6 (T002, vurdering): «rødt» er "),
    ("Milepæler!F5", "sommeren 2025", "Milepæler!F5 (T011.milepæler.M1.frist): «sommeren 2025»"),
    ("Milepæler!F10", 2025.1, f"Milepæler!F10 (T001.milepæler.M2.frist): {DECIMALS} måneden eller"),
    ("Tiltak!O6", 2025.1, f"O6 (T002, oppdatert): {DECIMALS} datoen slik: 31.10.2025."),
    ("Milepæler!D6", None, "Milepæler!D6 (T011.milepæler.M2.tekst): Cellen er tom, men en milepæl"),
    ("Milepæler!H7", "nådd!", "Milepæler!H7 (situasjon): Situasjonen følger av fristen og av når"),
    ("Milepæler!B7", "Annet", "Milepæler!B7 (tittel): Endre det i arket med tiltakene."),
    ("Milepæler!A11", "T011", NEW_STEP),
    ("Milepæler!A12", "T999", "Milepæler!A12: «T999» er ikke et tiltak i arbeidsboken."),
)  # fmt: skip


@pytest.mark.wide
def test_every_cell_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    before = (depot(tmp_path) / REGISTER).read_bytes()
    change = all_of(put(place, value) for place, value, _ in CELLS)
    done, _ = bring(tmp_path, change, "--write")
    told = done.err.splitlines()
    assert (done.code, len(told)) == (1, len(CELLS) + 1)
    for _, _, sentence in CELLS:
        assert [line for line in told if line.startswith(f"tiltak: {sentence}")], (sentence, told)
    assert told[-1] == f"tiltak: Ingenting er skrevet: {len(CELLS)} feil."
    assert (tmp_path / REGISTER).read_bytes() == before


def copied_row(book: Workbook) -> None:
    sheet = sheet_of(book, "Tiltak")
    fill(sheet, [[cell.value for cell in sheet[6]]], first=11)
    sheet["I11"].value = "lav"


def without_its_id(book: Workbook) -> None:
    sheet_of(book, "Tiltak")["A7"].value = None


def pasted(book: Workbook) -> None:
    fill(sheet_of(book, "Tiltak"), [["T020", "Et tiltak fra en annens arbeidsbok"]], first=11)


def sorted_without_ids(book: Workbook) -> None:
    sheet = sheet_of(book, "Tiltak")
    rows = rows_below(sheet)
    ids = [row[0] for row in rows]
    moved = sorted((row[1:] for row in rows), key=str)
    fill(sheet, [[code, *row] for code, row in zip(ids, moved, strict=True)])


def pushed_down(book: Workbook) -> None:
    sheet = sheet_of(book, "Tiltak")
    texts = [row[13] for row in rows_below(sheet)]
    for row, text in enumerate([None, *texts[:-1]], 5):
        sheet.cell(row, 14).value = text


def one_column_sorted(book: Workbook) -> None:
    sheet = sheet_of(book, "Tiltak")
    places = [sheet.cell(row, 5) for row in range(5, 11)]
    values = [cell.value for cell in places]
    for cell, value in zip(places, [values[-1], *values[:-1]], strict=True):
        cell.value = value


def merged(book: Workbook) -> None:
    sheet_of(book, "Tiltak").merge_cells("I5:I7")


def twice(book: Workbook) -> None:
    put("Tiltak!M4", "Status")(book)


def copied_sheet(book: Workbook) -> None:
    copy = book.copy_worksheet(sheet_of(book, "Tiltak"))
    copy.title, copy["H5"].value = "Tiltak (2)", "utsatt"


def without_headings(book: Workbook) -> None:
    sheet_of(book, "Tiltak").delete_rows(4)


def without_ids(book: Workbook) -> None:
    sheet_of(book, "Tiltak").delete_cols(1)


def many_rows(book: Workbook) -> None:
    fill(sheet_of(book, "Tiltak"), [[None, f"Nytt {n}"] for n in range(1001)], first=11)


def many_steps(book: Workbook) -> None:
    fill(sheet_of(book, "Milepæler"), [["T011", None, None, "Ny"]] * 1001, first=60)


def without_a_step(book: Workbook) -> None:
    sheet_of(book, "Milepæler").delete_rows(6)


SPOILT: dict[str, tuple[Change, str]] = {
    "the same id twice": (copied_row, "I6 og I11: T002 står to ganger med ulik prioritet."),
    "an id is gone": (
        without_its_id,
        "A7: Raden har ingen ID, men er den som var T003. Skriv",
    ),
    "another id": (put("Tiltak!A7", "T905"), "A7: T003 har fått ID-en «T905». Skriv T003 igjen"),
    "pasted": (
        pasted,
        "A11: T020 er i registeret, men var ikke i denne arbeidsboken, og sier noe annet",
    ),
    "no id": (put("Tiltak!A11", "Hilsen Kari"), "A11: «Hilsen Kari» er ikke en ID."),
    "sorted": (
        sorted_without_ids,
        "Tiltak: Radene er sortert uten ID-kolonnen (5 titler hører til andre ID-er). Ingenting er",
    ),
    "pushed down": (
        pushed_down,
        "Tiltak: Kolonnen «Fremdrift» er sortert eller forskjøvet for seg (5 tekster hører til",
    ),
    "one column": (
        one_column_sorted,
        "Tiltak: Kolonnen «Ansvarlig» er sortert eller forskjøvet for seg (",
    ),
    "another step": (put("Milepæler!C6", "M9"), WAS_A_STEP),
    "no step": (put("Milepæler!C6", None), WAS_A_STEP),
    "another owner of a step": (put("Milepæler!A6", "T002"), WAS_A_STEP),
    "merged": (merged, "I5:I7: Cellene er slått sammen. Del dem igjen, og fyll ut hver rad."),
    "a heading twice": (twice, "M4: H4 har samme overskrift, «Status». Slett den ene kolonnen."),
    "a heading": (put("Tiltak!H4", "Stautus"), "H4: «Stautus» er ikke et felt. Her sto «Status»."),
    "beside": (put("Tiltak!Q6", "Nei"), "Q6: «Nei» står i en kolonne uten overskrift."),
    "the sheet is gone": (without_the_measures, "Tiltak: Arket Tiltak er borte."),
    "a copy": (
        copied_sheet,
        "Arkene «Tiltak» og «Tiltak (2)» er det samme arket med",
    ),
    "a heading is gone": (put("Tiltak!H4", None), "H4: Overskriften «Status» er borte. Skriv den"),
    "far out": (put("Tiltak!XFD5", "Hei"), "XFD5: Her står det noe som ikke kan leses: langt"),
    "too many": (many_rows, "Tiltak: 1001 rader er ikke fra arbeidsboken. Slett dem, eller lag et"),
    "too many steps": (many_steps, "Milepæler: 1001 rader er ikke fra arbeidsboken. Slett dem"),
    "no headings": (without_headings, "Tiltak: Finner ikke raden med overskrifter, med «ID»"),
    "no ids": (without_ids, "Tiltak: Kolonnen ID mangler, så radene er ukjente."),
}


@pytest.mark.wide
@pytest.mark.parametrize(("change", "expected"), SPOILT.values(), ids=SPOILT)
def test_a_sheet_that_is_spoilt(change: Change, expected: str) -> None:
    found = brought(changed(change))
    assert [each.said for each in found.spoilt if each.said.startswith(expected)], found.spoilt


@pytest.mark.wide
def test_a_milestone_without_a_row_is_told() -> None:
    found = brought(changed(without_a_step))
    assert (found.spoilt, found.entries) == ((), ())
    assert found.told == ("T011.M2 mangler i arket Milepæler. Den blir ikke slettet.",)


@pytest.mark.wide
def test_what_is_spoilt_is_not_written(tmp_path: Path) -> None:
    done, lines = bring(depot(tmp_path), all_of([merged, put("Tiltak!N5", "Ny")]), "--write")
    assert (done.code, lines) == (1, [])
    told = done.err.splitlines()
    assert told[0] == f"tiltak: {SPOILT['merged'][1]}"
    assert told[-1] == "tiltak: Ingenting er skrevet: 1 feil."


@pytest.mark.wide
def test_what_a_column_must_not_be_read_for(tmp_path: Path) -> None:
    change = all_of([put("Tiltak!H4", "Stautus"), put("Tiltak!Q6", "Nei"), put("Tiltak!I5", "lav")])
    allowed = ("--ignore-column", "stautus", "--ignore-column", "Q", "--write")
    done, lines = bring(depot(tmp_path), change, *allowed)
    assert (done.code, done.err) == (0, "")
    assert lines == ["-    prioritet: høy", "+    prioritet: lav"]
    assert "Kolonnen «Stautus» er ikke lest.\n" in done.out


@pytest.mark.wide
def test_a_role_is_not_written_in_the_sheet(tmp_path: Path) -> None:
    done, _ = bring(depot(tmp_path), put("Dere deltar!M8", "Ansvarlig"), options=FILL_IN)
    fixed = "Rollen følger av Ansvarlig, Utførende og Deltakere. Skriv et innspill i stedet."
    assert f"Dere deltar!M8 (T005, deltakere): {fixed}" in done.err


@pytest.mark.wide
def test_what_is_asked_is_not_answered_there(tmp_path: Path) -> None:
    done, _ = bring(depot(tmp_path), put("Tiltak!C5", "Ja"), options=FILL_IN)
    assert "C5 (T011, Vi ber om): Dette står til opplysning." in done.err


@pytest.mark.wide
def test_a_new_fault_in_the_register_is_told_by_its_cell(tmp_path: Path) -> None:
    done, lines = bring(depot(tmp_path), put("Tiltak!H5", "gjennomført"), "--write")
    assert (done.code, lines) == (1, [])
    assert "H5 (T001, status): Tiltaket er gjennomført, men feltet «gjennomført»" in done.err


@pytest.mark.wide
def test_a_workbook_is_validated_by_its_cells(tmp_path: Path) -> None:
    put_book(depot(tmp_path), put("Tiltak!H5", "gjennomført"), "feil.xlsx")
    put_book(tmp_path, put("Tiltak!N5", "Ny tekst."), "rett.xlsx")
    put_book(tmp_path, lambda _: None, "urørt.xlsx")
    done = tiltak("validate", "feil.xlsx", "rett.xlsx", "urørt.xlsx", cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    told = done.out.splitlines()
    assert told[0].startswith("feil.xlsx: H5 (T001, status): Tiltaket er gjennomført, men feltet")
    assert told[2] == "feil.xlsx: 2 feil i det som er skrevet."
    assert told[3].startswith("rett.xlsx: ingen feil i det som er skrevet.")
    assert told[4].startswith("urørt.xlsx: ingen har skrevet i den.")
    assert tiltak("validate", "--strict", "rett.xlsx", cwd=tmp_path).code == 2


@pytest.mark.wide
@pytest.mark.parametrize("form", VIEWS)
def test_a_workbook_is_validated_for_programs(tmp_path: Path, form: str) -> None:
    put_book(depot(tmp_path), put("Tiltak!J5", "3/4/2025"), "feil.xlsx")
    done = tiltak("validate", "feil.xlsx", "--format", form, cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    assert "J5 (T001, frist)" in done.out.replace("&#40;", "(")
    if form == "json":
        (register,) = json.loads(done.out)["registers"]
        (finding,) = register["findings"]
        assert (register["measures"], finding["code"]) == (6, "TIL903")
        assert (finding["file"], finding["line"], finding["column"]) == ("feil.xlsx", 5, 10)


@pytest.mark.wide
@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "_x000B_"])
def test_the_line_breaks_of_other_programs_are_line_breaks(tmp_path: Path, sign: str) -> None:
    text = f"Første linje.{sign}Andre linje."
    done, lines = bring(depot(tmp_path), put("Tiltak!N5", text), "--write")
    assert (done.code, done.err) == (0, "")
    assert [line.strip("+ ") for line in lines if line[0] == "+"][-2:] == [
        "Første linje.",
        "Andre linje.",
    ]
