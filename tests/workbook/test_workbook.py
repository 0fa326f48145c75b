"""The workbook as people open it: sheets, tables, drop-downs, links and print."""

import hashlib
import io
import zipfile
from datetime import date, datetime
from functools import cache
from xml.etree import ElementTree as ET

import pytest
from command import OLD, golden
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from workbook_dump import cells, compared, dump, example, made, many, opened

from tiltak_cli.domain.fields import COLUMNS
from tiltak_cli.domain.strategy import Direction, Strategy, TargetArea
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook

EMPTY = example()._replace(measures=())
ONE = example()._replace(measures=example().measures[:1])
PLAN = Strategy(
    title="Felles & samlet",
    subtitle="Plan for alle",
    first_year=2024,
    last_year=2028,
    previous="",
    areas=(
        TargetArea("A", "Trygg drift", "", (Direction("A1", "første retning", "A"),)),
        TargetArea("B", "Bedre tjenester " * 12, "", (Direction("B1", "andre retning", "B"),)),
    ),
    developments=(),
)
CUSTOM = example()._replace(
    strategy=PLAN,
    measures=tuple(
        m._replace(areas=("A", "B"), directions=("B1",), developments=(), title="Navn " * 60)
        for m in example().measures
    ),
)
SHEETS = (
    *("Forside", "Tiltak", "Retningsvalg", "Departement", "Tidslinje", "Milepæler"),
    *("Videreført", "Tall", "Lister", "_meta"),
)
SIZES = {"0": EMPTY, "1": ONE, "300": many(300, first=900), "egen plan": CUSTOM}


@cache
def sized(size: str) -> bytes:
    """The workbook of one of these, made once."""
    return made(SIZES[size])


def column(sheet: Worksheet, label: str) -> list[object]:
    number = next(cell.column for cell in sheet[4] if cell.value == label)
    return [row[number - 1] for row in sheet.iter_rows(min_row=5, values_only=True)]


def test_everything_in_the_example_is_as_kept() -> None:
    """TILTAK_UPDATE=1 writes the text anew, to be read in the diff."""
    golden("workbook.txt", dump(opened(compared())))


def test_the_same_register_gives_the_same_bytes() -> None:
    compared.cache_clear()
    first = compared()
    made(EMPTY)
    compared.cache_clear()
    assert hashlib.sha256(first).digest() == hashlib.sha256(compared()).digest()


def test_nothing_in_the_file_tells_when_or_where_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(compared())) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.create_system for entry in archive.infolist()} == {3}
        core = archive.read("docProps/core.xml").decode()
        application = archive.read("docProps/app.xml").decode()
    assert core.count("2024-06-15T00:00:00Z") == 2
    assert "<Application>tiltak</Application>" in application


@pytest.mark.parametrize("size", SIZES)
def test_every_sheet_can_be_read_by_everyone(size: str) -> None:
    book = opened(sized(size))
    # Where no measure waits for another there is no sheet of them.
    assert [name for name in book.sheetnames if name != "Avhengigheter"] == list(SHEETS)
    for sheet in book.worksheets:
        assert sheet["A1"].value
        assert str(sheet["A2"].value or "").strip()
        assert not sheet.merged_cells.ranges
        assert not sheet.protection.sheet
        assert not sheet.sheet_view.showGridLines
        assert sheet.oddFooter
        assert sheet.oddFooter.right
        assert sheet.oddFooter.right.text == "Side &P av &N"
        for table in sheet.tables.values():
            assert table.displayName == sheet.title
            header, *rows = list(sheet[table.ref])
            labels = [cell.value for cell in header]
            assert len(set(labels)) == len(labels)
            assert all(isinstance(label, str) and label for label in labels)
            assert rows
            assert table.autoFilter
            assert table.autoFilter.ref == table.ref
            first = 2 if sheet.title == "Tidslinje" else 4
            assert sheet.print_title_rows == f"${first}:$4"


@pytest.mark.parametrize("size", SIZES)
def test_every_part_is_well_formed_and_described(size: str) -> None:
    with zipfile.ZipFile(io.BytesIO(sized(size))) as archive:
        assert archive.testzip() is None
        parts = {n: archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))}
    for name, part in parts.items():
        root = ET.fromstring(part)  # noqa: S314 - we have just made it
        if "/tables/" in name:
            described = root.find(".//{*}ext/{*}table")
            assert described is not None
            assert 20 < len(described.attrib["altTextSummary"]) <= 255
        if "/drawings/" in name and name.endswith(".xml") and SIZES[size].measures:
            shape = root.find(".//{*}cNvPr")
            assert shape is not None
            assert "Målområde" in shape.attrib["descr"]


def test_the_sheet_of_measures_has_the_fields_of_the_table() -> None:
    sheet = opened(made(example()))["Tiltak"]
    assert [cell.value for cell in sheet[4]] == [field.nb for field in COLUMNS]
    for number, field in enumerate(COLUMNS, 1):
        assert sheet.column_dimensions[get_column_letter(number)].width == field.width
    assert column(sheet, "ID") == [measure.id for measure in example().measures]


def test_a_day_is_a_date_and_a_period_is_its_own_text() -> None:
    sheet = opened(made(example()))["Tiltak"]
    found = dict(zip(column(sheet, "ID"), column(sheet, "Frist"), strict=True))
    assert found["T001"] == "2025"
    assert found["T006"] == datetime(2025, 12, 31)  # noqa: DTZ001 - a day in a calendar
    assert (found["T016"], found["T019"]) == ("2024-Q1", "løpende")
    dates = [cell for cell in cells(sheet) if isinstance(cell.value, datetime)]
    assert {cell.number_format for cell in dates} == {"dd.mm.yyyy"}


def test_a_cell_keeps_the_plain_word() -> None:
    sheet = opened(made(example()))["Tiltak"]
    assert column(sheet, "Status")[:2] == ["igangsatt", "igangsatt"]
    assert column(sheet, "Vurdering")[10] == "rød"
    marks = {r.dxf.numFmt.formatCode for a in sheet.conditional_formatting for r in a.rules}
    assert 'General;General;General;"▲ Gul"' in marks


def test_drop_downs_reject_and_their_lists_hold_the_words() -> None:
    book = opened(made(example()))
    rules = book["Tiltak"].data_validations.dataValidation
    lists = {rule.formula1: rule for rule in rules if rule.type == "list"}
    assert set(lists) == {"liste_status", "liste_prioritet", "liste_vurdering", "liste_mål"}
    for rule in rules:
        assert bool(rule.showErrorMessage) == (rule.type is not None)
        assert len(rule.errorTitle or "") <= 32
        assert len(rule.error or "") <= 225
        assert len(rule.prompt or "") <= 255
        assert len(rule.formula1 or "") <= 255
    words = {}
    for name in lists:
        sheet, _, area = str(book.defined_names[name].attr_text).rpartition("!")
        words[name] = [cell.value for (cell,) in book[sheet.strip("'")][area.replace("$", "")]]
    assert words["liste_vurdering"] == ["grønn", "gul", "rød"]
    assert words["liste_mål"] == ["1", "2", "3", "1, 2", "1, 3", "2, 3", "1, 2, 3"]
    for label, name in (("Status", "liste_status"), ("Mål", "liste_mål")):
        assert set(column(book["Tiltak"], label)) <= set(words[name])


def test_the_id_column_refuses_edits() -> None:
    rule = opened(made(example()))["Tiltak"].data_validations.dataValidation[0]
    assert (str(rule.sqref), rule.type, rule.formula1) == ("A5:A32", "custom", "FALSE")
    assert rule.errorStyle == "stop"


def test_many_areas_have_no_list_of_combinations() -> None:
    areas = tuple(TargetArea(code, f"Område {code}", "", ()) for code in "ABCDE")
    register = ONE._replace(
        strategy=PLAN._replace(areas=areas),
        measures=(ONE.measures[0]._replace(areas=("A", "E"), directions=()),),
    )
    rules = opened(made(register))["Tiltak"].data_validations.dataValidation
    assert "liste_mål" not in {rule.formula1 for rule in rules}


@pytest.mark.parametrize("size", SIZES)
def test_every_link_leads_to_what_it_says(size: str) -> None:
    book = opened(sized(size))
    links = [cell for sheet in book.worksheets for cell in cells(sheet) if cell.hyperlink]
    assert len(links) >= 4
    for cell in links:
        assert cell.hyperlink
        sheet, _, place = str(cell.hyperlink.location).rpartition("!")
        target = book[sheet.strip("'")][place]
        assert place == "A1" or target.value == cell.value


def test_changes_are_there_only_with_an_edition_to_compare_with() -> None:
    sheet = opened(compared())["Endringer"]
    assert column(sheet, "ID")[:3] == ["–", "–", "T001"]
    assert set(column(sheet, "Dato")) == {datetime(2024, 6, 15)}  # noqa: DTZ001
    assert sheet["B7"].hyperlink
    assert sheet["B7"].hyperlink.location == "'Tiltak'!A5"


def test_internal_notes_stay_out() -> None:
    texts = [str(c.value) for s in opened(compared()).worksheets for c in cells(s)]
    assert "Merknad er tatt bort." in texts
    notes = [m.note for m in (*example().measures, *example(str(OLD)).measures) if m.note]
    assert notes
    assert not [text for text in texts for note in notes if note[:20] in text]


def test_the_report_date_has_a_name() -> None:
    book = workbook(overview(example(), date(2025, 1, 2)))
    sheet = opened(book)["Forside"]
    assert opened(book).defined_names["rapportdato"].attr_text == "'Forside'!$B$4"
    assert sheet["B4"].value == datetime(2025, 1, 2)  # noqa: DTZ001


def test_gaps_are_named() -> None:
    book = opened(compared())
    front = [str(cell.value) for cell in cells(book["Forside"])]
    assert "1 retningsvalg uten tiltak: 2d" in front
    assert "2 departementer ikke nevnt i noe tiltak: FD og NFD" in front
    assert "… og 3 til: 2d, T010 og T028 · Ikke oppdatert: T005 og T019" in front
    gaps = [cell for cell in cells(book["Retningsvalg"]) if cell.value == "Ingen tiltak"]
    assert [book["Retningsvalg"].cell(cell.row, 1).value for cell in gaps] == ["2d"]
    assert all(cell.value != 0 for cell in cells(book["Retningsvalg"]))
    assert column(book["Departement"], "Ansvarlig for").count("Ingen rolle") == 2


def test_a_selection_says_that_it_is_one() -> None:
    register = example()
    book = opened(workbook(overview(register, register.as_of, register.measures[:5])))
    assert str(book["Tiltak"]["A2"].value).startswith("5 av 28 tiltak per 15.06.2024.")
    texts = [str(cell.value) for cell in cells(book["Forside"])]
    assert any(text.endswith("Utvalg: 5 av 28 tiltak.") for text in texts)


def test_rows_grow_where_people_edit() -> None:
    with zipfile.ZipFile(io.BytesIO(made(example()))) as archive:
        assert b"customHeight" not in archive.read("xl/worksheets/sheet2.xml")
        assert b"customHeight" in archive.read("xl/worksheets/sheet3.xml")
