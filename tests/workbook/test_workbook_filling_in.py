"""A ministry's workbook: its measures, its role in them, and room for what it is to write."""

from pathlib import Path

import openpyxl
import pytest
from command import NEW, OLD, tiltak
from openpyxl.worksheet.worksheet import Worksheet
from workbook_dump import cells, compared, example, opened

from tiltak_cli.domain.selection import Selection, select
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.wording import Language

REPORTED = [
    *("Status", "Vurdering", "Frist", "Gjennomført"),
    *("Begrunnelse", "Avvik", "Fremdrift", "Oppdatert"),
]


def filled_in_by(*codes: str, language: Language = Language.NB) -> openpyxl.Workbook:
    register = example()
    chosen = select(register, Selection(organisations=codes), register.as_of)
    seen = overview(register, register.as_of, chosen)
    return opened(workbook(seen, None, Options(language, audience=codes)))


def column(sheet: Worksheet, label: str) -> list[object]:
    number = next(cell.column for cell in sheet[4] if cell.value == label)
    return [row[number - 1] for row in sheet.iter_rows(min_row=5, values_only=True)]


def test_the_front_says_for_whom_it_is_and_what_to_do() -> None:
    front = filled_in_by("KD")["Forside"]
    assert front["A1"].value == "Tiltaksoversikt for Kunnskapsdepartementet"
    said = "Fyll ut arket Tiltak, lagre filen og send den tilbake til DFD."
    assert front["A2"].value == said
    several = filled_in_by("KD", "FIN")["Forside"]
    assert several["A1"].value == "Tiltaksoversikt for KD og FIN"
    english = filled_in_by("KD", language=Language.EN)["Front page"]
    assert english["A1"].value == "Overview of measures for Ministry of Education and Research"


def test_what_is_reported_stands_first_under_headings_of_its_own_colour() -> None:
    sheet = filled_in_by("KD")["Tiltak"]
    labels = [cell.value for cell in sheet[4]]
    assert labels[:11] == ["ID", "Tiltak", "Rolle", *REPORTED]
    colours = {cell.value: cell.fill.fgColor.rgb for cell in sheet[4]}
    assert {colours[label] for label in REPORTED} == {"FF0062BA"}
    assert {colours[label] for label in labels if label not in REPORTED} == {"FF002C54"}
    assert sheet.freeze_panes == "C5"


def test_every_column_that_is_filled_in_has_help() -> None:
    sheet = filled_in_by("KD")["Tiltak"]
    helped = {r.promptTitle for r in sheet.data_validations.dataValidation if r.prompt}
    assert {cell.value for cell in sheet[4]} - helped == {"ID", "Rolle"}


def test_each_measure_has_the_ministrys_role() -> None:
    sheet = filled_in_by("KD")["Tiltak"]
    roles = dict(zip(column(sheet, "ID"), column(sheet, "Rolle"), strict=True))
    assert (roles["T011"], roles["T001"], roles["T009"]) == ("Ansvarlig", "Deltar", "Alle deltar")
    several = filled_in_by("KD", "FIN")["Tiltak"]
    roles = dict(zip(column(several, "ID"), column(several, "Rolle"), strict=True))
    assert roles["T003"] == "KD: Deltar\nFIN: Deltar"
    assert roles["T010"] == "FIN: Ansvarlig"


def test_there_are_empty_rows_for_new_measures() -> None:
    """Drop-downs and the table go on under the last measure; ids are given later."""
    sheet = filled_in_by("KD")["Tiltak"]
    number = sum(value is not None for value in column(sheet, "ID"))
    assert sheet.tables["Tiltak"].ref.endswith(str(4 + number + 20))
    for rule in sheet.data_validations.dataValidation:
        assert str(rule.sqref).endswith(str(4 + number + 20))
    assert [cell.value for cell in sheet[4 + number + 1]] == [None] * sheet.max_column


def test_only_a_ministrys_workbook_has_a_role_and_empty_rows(tmp_path: Path) -> None:
    usual = opened(compared())["Tiltak"]
    assert "Rolle" not in [cell.value for cell in usual[4]]
    assert usual.tables["Tiltak"].ref.endswith("32")
    done = tiltak("export", NEW, "-o", "a.xlsx", "--for", "kd", cwd=tmp_path)
    assert done.out == "Skrev a.xlsx: 14 av 28 tiltak.\n"
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book["Forside"]["A1"].value == "Tiltaksoversikt for Kunnskapsdepartementet"


def test_other_filters_hold_too(tmp_path: Path) -> None:
    arguments = ("-o", "a.xlsx", "--for", "KD", "--area", "2", "--since", OLD)
    done = tiltak("export", NEW, *arguments, "--language", "nn", "--paper", "a4", cwd=tmp_path)
    assert done.out == "Skrev a.xlsx: 5 av 28 tiltak.\n", done.err
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {"2", "1, 2", "2, 3"} >= set(column(book["Tiltak"], "Mål")) - {None}
    assert "Endringar" in book.sheetnames


def test_nothing_internal_is_published(tmp_path: Path) -> None:
    done = tiltak("export", NEW, "-o", "a.xlsx", "--since", OLD, "--public", cwd=tmp_path)
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    texts = [str(c.value) for sheet in book.worksheets for c in cells(sheet)]
    assert "T026" in texts
    assert not [text for text in texts if "erknad" in text]
    for register in (example(), example(str(OLD))):
        for note in (m.note for m in register.measures if m.note):
            assert not [text for text in texts if note[:20] in text]


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--language", "nynorks", "Finner ikke språket «nynorks». Mente du nn?"),
        ("--language", "fr", "Finner ikke språket «fr». Velg nb, nn eller en."),
        ("--paper", "a5", "Finner ikke papiret «a5». Velg a3 eller a4."),
    ],
)
def test_an_unknown_value_is_told_in_a_sentence(
    tmp_path: Path, option: str, value: str, sentence: str
) -> None:
    done = tiltak("export", NEW, "-o", "a.xlsx", option, value, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"tiltak: {sentence}\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("option", "value"), [("--language", "nn"), ("--paper", "a4")])
def test_what_holds_for_workbooks_only_is_refused_elsewhere(
    tmp_path: Path, option: str, value: str
) -> None:
    done = tiltak("export", NEW, "-o", "a.csv", option, value, cwd=tmp_path)
    assert done.code == 2
    assert done.err == f"tiltak: {option} virker bare for .xlsx. Andre former er som registeret.\n"
