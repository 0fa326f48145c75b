"""What is written in a workbook's cells is what changes in the register, and nothing else."""

import io
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command import DATA, tiltak
from openpyxl import Workbook, load_workbook
from returned_books import REGISTER, again, all_of, bring, depot, lines_changed, put_book
from workbook_edits import FILL_IN, MEETING, put, rows_below, sheet_of, sorted_by

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.wording import Language

PASSED = "Også den nye fristen er passert. Hjemmelen for å koble data krever lovendring."
# A cell, what is written in it, and the lines of the register that are another then.
WRITTEN: tuple[tuple[str, object, list[str]], ...] = (
    ("Tiltak!H5", " Vedtatt ", ["-    status: igangsatt", "+    status: vedtatt"]),
    ("Tiltak!I5", "● Lav", ["-    prioritet: høy", "+    prioritet: lav"]),
    ("Tiltak!J5", "15. mars 2026", ["-    frist: 2025", "+    frist: 2026-03-15"]),
    ("Tiltak!J6", date(2026, 4, 1), ["-    frist: 2025", "+    frist: 2026-04-01"]),
    ("Tiltak!J7", 2026.0, ["-    frist: 2024", "+    frist: 2026"]),
    ("Tiltak!J8", "Løpende", ["-    frist: 2025", "+    løpende: true"]),
    ("Tiltak!J9", "2. kvartal 2025", ["-    frist: 2024-05-31", "+    frist: 2025-Q2"]),
    ("Tiltak!L5", None, ["-    vurdering: grønn"]),
    ("Tiltak!E6", "BFD; FIN", ["-    ansvarlig: BFD", "+    ansvarlig: [BFD, FIN]"]),
    (
        "Tiltak!G7",
        "fin, kd, SD",
        ["-    deltakere: [FIN, KD]  # antatt", "+    deltakere: [FIN, KD, SD]  # antatt"],
    ),
    ("Tiltak!C8", "1,2", ["-    målområder: [1]", "+    målområder: [1, 2]"]),
    (
        "Tiltak!D8",
        "1c utvikling av arenaer\n1b",
        ["-    retningsvalg: [1c, 1d, 1e]", "+    retningsvalg: [1c, 1b]"],
    ),
    (
        "Tiltak!N9",
        "Koblede\u00a0data er\r\nklare.",
        [
            "-    fremdrift: Prøvedrift med åpne data er i gang. Koblede data mangler.",
            "+    fremdrift: |-",
            "+      Koblede data er",
            "+      klare.",
        ],
    ),
    (
        "Tiltak!M9",
        "Hjemmelen for å koble data krever lovendring.",
        [
            f"-      {PASSED} KD legger frem",
            "-      forslag til ny plan for departementsrådene i september.",
            "+      Hjemmelen for å koble data krever lovendring.",
        ],
    ),
    ("Tiltak!O5", date(2024, 6, 14), ["-    oppdatert: 2024-06-03", "+    oppdatert: 2024-06-14"]),
    (
        "Tiltak!B10",
        "Departementenes digitaliseringsorganisasjon",
        [
            "-    tittel: Departementenes digitaliseringsorganisasjon (DIO)",
            "+    tittel: Departementenes digitaliseringsorganisasjon",
        ],
    ),
    ("Milepæler!G6", "5.6.2024", ["+        nådd: 2024-06-05"]),
    ("Milepæler!F5", None, ["-        frist: 2023-03"]),
)  # fmt: skip


@pytest.mark.wide
def test_each_cell_is_the_line_that_it_is_of(tmp_path: Path) -> None:
    change = all_of(put(place, value) for place, value, _ in WRITTEN)
    done, lines = bring(depot(tmp_path), change, "--write")
    assert (done.code, done.err) == (0, "")
    assert sorted(lines) == sorted(line for _, _, changed in WRITTEN for line in changed)
    assert done.out.splitlines()[-1] == f"Skrev {len(WRITTEN) + 1} endringer i {REGISTER}."
    done, none = again(tmp_path, "--write")
    assert (done.code, none) == (0, [])
    assert done.out == "Alt som står i arket, står allerede i registeret.\n"


@pytest.mark.wide
def test_a_tab_in_a_cell_is_a_blank_in_the_register(tmp_path: Path) -> None:
    change = all_of([put("Tiltak!N5", "Ferdig\tsnart"), put("Milepæler!D5", "Prøvet\tut")])
    done, lines = bring(depot(tmp_path), change, "--write")
    assert (done.code, [line.strip("+ ") for line in lines if line[0] == "+"]) == (
        0,
        ["fremdrift: Ferdig snart", "tekst: Prøvet ut"],
    )


def test_without_write_it_is_only_shown(tmp_path: Path) -> None:
    done, lines = bring(depot(tmp_path), put("Tiltak!J5", "2026-03"))
    assert (done.code, done.err, lines) == (0, "", [])
    assert done.out.splitlines()[2].split() == ["T001", "frist", "2025", "2026-03", "J5"]
    last = "1 endring i 1 tiltak. Kjør på nytt med --write for å skrive dem."
    assert done.out.splitlines()[-1] == last


def stored_otherwise(book: Workbook) -> None:
    first = next(name for name in book.sheetnames if name in ("Tiltak", "Measures"))
    for row in sheet_of(book, first).iter_rows(min_row=5):
        for cell in row:
            if isinstance(cell.value, str):
                cell.value = f" {cell.value.replace(chr(10), chr(13) + chr(10))}\u00ad "


@pytest.mark.wide
@pytest.mark.parametrize(
    "options",
    [MEETING, FILL_IN, Options(Language.NN), Options(Language.EN, public=True)],
    ids=["nb", "fill in", "nn", "en"],
)
def test_a_workbook_that_nobody_has_written_in_changes_no_byte(
    tmp_path: Path, options: Options
) -> None:
    before = (depot(tmp_path) / REGISTER).read_bytes()
    title = "Measures" if options.language is Language.EN else "Tiltak"
    done, _ = bring(
        tmp_path, all_of([sorted_by(title, 3), stored_otherwise]), "--write", options=options
    )
    assert (done.code, done.out, done.err) == (0, "bok.xlsx: ingen endringer.\n", "")
    assert (tmp_path / REGISTER).read_bytes() == before


@pytest.mark.wide
@pytest.mark.parametrize("language", [Language.NN, Language.EN])
def test_headings_and_sheets_are_known_in_every_language(
    tmp_path: Path, language: Language
) -> None:
    sheets = {Language.NN: ("Tiltak", "Milepælar"), Language.EN: ("Measures", "Milestones")}
    measures, steps = sheets[language]
    change = all_of([put(f"{measures}!H5", "vedtatt"), put(f"{steps}!G6", "2024-06-05")])
    done, lines = bring(depot(tmp_path), change, "--write", options=Options(language))
    assert done.err == ""
    assert lines == ["-    status: igangsatt", "+    status: vedtatt", "+        nådd: 2024-06-05"]


def whole_measure(book: Workbook) -> None:
    sheet = sheet_of(book, "Nye tiltak")
    labels = {str(cell.value).removeprefix("✎ "): cell.column for cell in sheet[4]}
    values: dict[str, Any] = {
        "Tiltak": "Felles ordliste",
        "Beskrivelse": "Departementene bruker de samme ordene.",
        "Mål": "1",
        "Retningsvalg": "1c",
        "Ansvarlig": "KD",
        "Status": "foreslått",
        "Prioritet": "middels",
        "Frist": "2025-H2",
    }
    for label, value in values.items():
        column = labels[label]
        assert column
        sheet.cell(6, column).value = value


ADDED = """\
+  - id: T029
+    tittel: Felles ordliste
+    beskrivelse: Departementene bruker de samme ordene.
+    målområder: [1]
+    retningsvalg: [1c]
+    ansvarlig: KD
+    status: foreslått
+    prioritet: middels
+    frist: 2025-H2
"""


@pytest.mark.wide
def test_a_row_without_an_id_is_a_new_measure_and_only_once(tmp_path: Path) -> None:
    done, lines = bring(depot(tmp_path), whole_measure, "--write", options=FILL_IN)
    assert done.err == ""
    assert "\n".join(line for line in lines if line != "+") + "\n" == ADDED
    assert "Skrev 1 nytt tiltak i tiltaksoversikt.yaml." in done.out
    done, none = again(tmp_path, "--write")
    assert (done.code, none) == (0, [])
    assert "Tiltaket er allerede i registeret, som T029." in done.out


def a_new_step(book: Workbook) -> None:
    sheet = sheet_of(book, "Milepæler")
    row = 5 + len(rows_below(sheet))
    sheet.cell(row, 1).value, sheet.cell(row, 4).value = "T011", "Basen er åpen for alle"
    sheet.cell(row, 6).value = "2025-Q1"


@pytest.mark.wide
def test_a_new_row_of_milestones_gets_the_next_number(tmp_path: Path) -> None:
    done, lines = bring(depot(tmp_path), a_new_step, "--write")
    assert (done.code, done.err.count("\n"), "(TIL325)" in done.err) == (0, 1, True)
    assert [line.strip("+ ") for line in lines] == [
        "- id: M3",
        "tekst: Basen er åpen for alle",
        "frist: 2025-Q1",
    ]


def without_a_row_and_a_column(book: Workbook) -> None:
    sheet = sheet_of(book, "Tiltak")
    sheet.delete_rows(7)
    sheet.delete_cols(9)


@pytest.mark.wide
def test_what_is_gone_from_the_sheet_stays_in_the_register(tmp_path: Path) -> None:
    done, lines = bring(depot(tmp_path), without_a_row_and_a_column, "--write")
    assert (done.code, lines) == (0, [])
    assert "T003 mangler i arket. Det blir ikke slettet.\n" in done.out
    assert "Kolonnen «prioritet» mangler i arket. Feltet er ikke rørt.\n" in done.out


@pytest.mark.wide
def test_a_measure_gets_another_id_where_that_is_asked_for(tmp_path: Path) -> None:
    done, lines = bring(depot(tmp_path), put("Tiltak!A5", "T901"), "--rename", "--write")
    assert done.err == ""
    assert lines[:2] == ["-  - id: T001", "+  - id: T901"]
    assert lines.count("+    del_av: T901") == 5
    done, none = again(tmp_path, "--write")
    assert (done.code, none, done.err) == (0, [], "")


@pytest.mark.wide
def test_a_day_that_has_passed_is_a_day_and_a_year_is_a_year(tmp_path: Path) -> None:
    """Also where the look of the cell says both, and where it is a day to the spreadsheet."""
    options = Options(columns=(BY_KEY["tittel"], BY_KEY["frist"]))
    put_book(depot(tmp_path), lambda _: None, options=options)
    done, _ = again(tmp_path)
    assert (done.code, done.out) == (0, "bok.xlsx: ingen endringer.\n")
    change = all_of([put("Tiltak!C9", 2026), put("Tiltak!C10", date(1905, 7, 18))])
    done, lines = bring(tmp_path, change, "--write", options=options)
    # Of one that waits for what was put off: no cell of its own did that.
    assert done.err.startswith("tiltak: Advarsel: T028: Fristen (2. halvår 2025) er før fristen ")
    assert [line[:16] for line in lines if line[0] == "+"] == ["+    frist: 2026"] * 2


@pytest.mark.wide
def test_a_strategy_of_ones_own(tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(DATA / "kommuneplan", folder)
    assert tiltak("export", "-o", "m.xlsx", cwd=folder).code == 0
    book = load_workbook(folder / "m.xlsx")
    labels = {cell.value: cell.coordinate[:-1] for cell in sheet_of(book, "Tiltak")[4]}
    put(f"Tiltak!{labels['Prioritet']}5", "lav")(book)
    book.save(folder / "m.xlsx")
    before = (folder / REGISTER).read_text("utf-8")
    done = tiltak("import", "m.xlsx", "--write", cwd=folder)
    assert (done.code, done.err) == (0, "")
    changed = lines_changed(before, (folder / REGISTER).read_text("utf-8"))
    assert [line.split(":")[0] for line in changed] == ["-    prioritet", "+    prioritet"]


@pytest.mark.wide
def test_a_workbook_of_the_first_format_is_imported_too(tmp_path: Path) -> None:
    depot(tmp_path)
    book = load_workbook(io.BytesIO((DATA / "format-1.xlsx").read_bytes()))
    labels = {cell.value: cell.coordinate[:-1] for cell in sheet_of(book, "Tiltak")[4]}
    put(f"Tiltak!{labels['Frist']}5", "2026-H1")(book)
    book.save(tmp_path / "eldre.xlsx")
    before = (tmp_path / REGISTER).read_text("utf-8")
    done = tiltak("import", "eldre.xlsx", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    (old, new) = lines_changed(before, (tmp_path / REGISTER).read_text("utf-8"))
    assert (old[:11], new) == ("-    frist:", "+    frist: 2026-H1")


@pytest.mark.wide
def test_a_register_in_a_folder_and_one_that_is_named(tmp_path: Path) -> None:
    depot(tmp_path)
    text = (tmp_path / REGISTER).read_text("utf-8")
    head, _, measures = text.partition("\ntiltak:\n")
    (tmp_path / "mappe").mkdir()
    (tmp_path / "mappe" / "hode.yaml").write_text(f"{head}\n", "utf-8")
    (tmp_path / "mappe" / "tiltak.yaml").write_text(f"tiltak:\n{measures}", "utf-8")
    (tmp_path / REGISTER).unlink()
    put_book(tmp_path, put("Tiltak!H5", "vedtatt"))
    done = tiltak("import", "bok.xlsx", "--register", "mappe", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    after = (tmp_path / "mappe" / "tiltak.yaml").read_text("utf-8")
    changed = lines_changed(f"tiltak:\n{measures}", after)
    assert changed == ["-    status: igangsatt", "+    status: vedtatt"]
