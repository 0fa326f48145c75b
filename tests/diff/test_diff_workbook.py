"""`tiltak diff` as a workbook: what stands in it, how it looks on paper, and in LibreOffice."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from command import NEW, OLD, golden, tiltak
from generate import register as generated
from openpyxl.worksheet.worksheet import Worksheet
from test_page import register
from test_workbook_libreoffice import A4_WIDTH, converted, page_widths, sheets_of, text_of
from test_workbook_text import NAUGHTY, REPLACED
from workbook_dump import assert_same_cells, cells, dump, example, opened

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.views.changes.words import Chosen, reference
from tiltak_cli.views.excel.changes.book import changes_workbook
from tiltak_cli.views.excel.kit.cells import ACTIVE
from tiltak_cli.wording import Language, wording

COLUMNS = {
    Language.NB: (
        *("Tiltak", "Tittel", "Ansvarlig", "Slag", "Nivå", "Felt", "Før", "Nå"),
        *("Hva som har skjedd", "Registeret sier", "Behandlet", "Dato", "Referanse"),
    ),
    Language.NN: (
        *("Tiltak", "Tittel", "Ansvarleg", "Slag", "Nivå", "Felt", "Før", "No"),
        *("Kva som har skjedd", "Registeret seier", "Behandla", "Dato", "Referanse"),
    ),
    Language.EN: (
        *("Measure", "Title", "Responsible", "Kind", "Level", "Field", "Before", "Now"),
        *("What has happened", "The register says", "Settled", "Date", "Reference"),
    ),
}


def compared() -> Comparison:
    return compare(example(str(OLD)), example())


def large() -> Comparison:
    return compare(register(generated(300)), register(generated(300, later=True)))


def sheet_of(data: bytes) -> Worksheet:
    return opened(data).worksheets[1]


def test_everything_in_the_example_is_as_kept() -> None:
    golden("diff-workbook.txt", dump(opened(changes_workbook(compared()))))


@pytest.mark.parametrize("language", Language)
def test_a_row_for_each_change_with_a_real_date(language: Language) -> None:
    book = opened(changes_workbook(compared(), language=language))
    assert all(sheet.sheet_state == "visible" for sheet in book.worksheets)
    sheet = book.worksheets[1]
    assert tuple(cell.value for cell in sheet[4]) == COLUMNS[language]
    assert len(set(COLUMNS[language])) == len(COLUMNS[language])
    rows = list(sheet.iter_rows(min_row=5, values_only=True))
    assert [row[-1] for row in rows] == [
        reference(change, wording(language)) for change in compared().everything
    ]
    assert {row[11] for row in rows} == {datetime(2024, 6, 15)}  # noqa: DTZ001 - a day
    assert {row[10] for row in rows} == {None}
    (table,) = sheet.tables.values()
    assert table.ref == table.autoFilter.ref == f"A4:M{4 + len(rows)}"
    assert sheet.freeze_panes == "C5"


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert changes_workbook(compared()) == changes_workbook(compared())


def test_internal_notes_stay_inside() -> None:
    new = example()
    first = new.measures[0]
    spoken = new._replace(measures=(first._replace(note="HEMMELIG"), *new.measures[1:]))
    for old, now in ((new, spoken), (spoken, new)):
        rows = list(sheet_of(changes_workbook(compare(old, now))).iter_rows(values_only=True))
        assert "HEMMELIG" not in str(rows)
        assert "Merknad" in str(rows)


def test_no_change_and_what_is_chosen_are_said_in_a_sentence() -> None:
    same = compare(example(), example())
    front, sheet = opened(changes_workbook(same)).worksheets
    assert front["A3"].value == sheet["A2"].value == "Ingen endringer i innholdet."
    (table,) = sheet.tables.values()
    assert table.ref == "A4:M5"
    chosen = Chosen(("FIN",), ("level.normal",))
    front, sheet = opened(changes_workbook(same, chosen)).worksheets
    assert front["A3"].value == sheet["A2"].value == "Ingen endringer passer med utvalget."
    front, sheet = opened(changes_workbook(compared(), chosen)).worksheets
    said = "Bare tiltak der FIN har en rolle. Bare endringer av dette slaget: normal."
    assert front["A5"].value == said
    assert str(sheet["A2"].value).startswith(f"{said} 53 endringer")


@pytest.mark.parametrize("text", [*NAUGHTY, *REPLACED], ids=ascii)
def test_text_is_never_a_formula(text: str) -> None:
    new = example()._replace(measures=example().measures[:2])
    first, *others = new.measures
    spoilt = first._replace(title=text, progress=text, deviation=text, responsible=(text,))
    strategy = new.strategy._replace(title=text)
    now = new._replace(measures=(spoilt, *others), edition=text, keeper=text, strategy=strategy)
    comparison = compare(new._replace(strategy=strategy), now)
    found = 0
    for sheet in opened(changes_workbook(comparison)).worksheets:
        for cell in cells(sheet):
            assert cell.data_type in "snd"
            value = str(cell.value)
            found += REPLACED.get(text, text).strip()[:20] in value
            if value.startswith(ACTIVE):
                assert cell.quotePrefix
    assert found > 3


def test_a_workbook_of_changes_is_not_read_as_a_register(tmp_path: Path) -> None:
    assert tiltak("diff", OLD, NEW, "-o", "endringer.xlsx", cwd=tmp_path).code == 0
    done = tiltak("diff", "endringer.xlsx", NEW, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Bruk en arbeidsbok fra «tiltak export»" in done.err


@pytest.mark.libreoffice
@pytest.mark.parametrize("language", Language)
def test_it_is_the_same_workbook_when_it_has_been_saved_there(
    tmp_path: Path, language: Language
) -> None:
    data = changes_workbook(compared(), language=language)
    before, after = opened(data), opened(converted(tmp_path, data, "xlsx").read_bytes())
    assert_same_cells(before, after)
    rules = (book.worksheets[1].data_validations.dataValidation for book in (before, after))
    assert len({str(rule.sqref) for (rule,) in rules}) == 1


@pytest.mark.libreoffice
@pytest.mark.parametrize("comparison", [compared, large])
def test_it_is_printed_a_page_wide(tmp_path: Path, comparison: Callable[[], Comparison]) -> None:
    path = converted(tmp_path, changes_workbook(comparison()), "pdf")
    front, *rest = sheets_of(path)
    assert (front, set(rest)) == ("Forside", {"Endringer"})
    assert set(page_widths(path)) == {A4_WIDTH}
    first, *pages = text_of(path).split("\f")
    assert "Tiltak med endringer per ansvarlig" in first
    # Each page has every column, so none is a second page's width.
    assert all("Behandlet" in page and "Tittel" in page for page in pages if page.strip())
    assert "###" not in text_of(path)
