"""The sheets «Tidslinje», «Milepæler» and «Videreført», and notes on cells."""

import hashlib
import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from openpyxl.worksheet.worksheet import Worksheet
from workbook_dump import cells, example, made, many, opened

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import SHEETS, workbook
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import Book, Options
from tiltak_cli.views.excel.kit.cells import Canvas
from tiltak_cli.views.excel.kit.finish import Archive, Notes
from tiltak_cli.views.excel.kit.writer import Writer
from tiltak_cli.views.excel.sheets.notes import LENGTH, add_note
from tiltak_cli.wording import NB, Language, wording

PERIODS = slice(6, None)


def alone(title: str, register: Register) -> Worksheet:
    book = Book(overview(register, register.as_of), None, SHEETS)
    (sheet,) = (sheet for sheet in SHEETS if NB(sheet.key) == title)
    return opened(assembled(book, (sheet,), "x"))[title]


def sheet_of(title: str, *measures: Measure) -> Worksheet:
    """A sheet of some measures, without the sheets beside it."""
    return alone(title, example()._replace(measures=measures))


def rows(sheet: Worksheet) -> dict[str, tuple[object, ...]]:
    """The rows of a table by what stands first in them."""
    return {str(row[0]): row for row in sheet.iter_rows(min_row=5, values_only=True) if row[0]}


def drawn(sheet: Worksheet, code: str) -> str:
    """A measure's time as one text, a dot for each empty quarter."""
    found = {"━": "━", "– ": "–", "· ": "·"}
    texts = (str(v) if v else "." for v in rows(sheet)[code][PERIODS])
    return "".join(found.get(text, text) for text in texts)


DRAWN = {
    "T001": "━━━━━━━━━━━━━◇━◇━━━━",
    "T010": "....━◆━━━━━━◆━━━....",
    "T012": ".............–––––––",
    "T014": "◂···················",
    "T018": "━━━━━━━━━◆━━━━━━━◇━▸",
    "T026": ".....·········......",
}


def test_a_bar_is_drawn_with_signs_too() -> None:
    sheet = opened(made(example()))["Tidslinje"]
    assert {code: drawn(sheet, code) for code in DRAWN} == DRAWN


def test_several_milestones_in_a_quarter_are_counted() -> None:
    measure = example().measures[0]
    one = measure.milestones[0]
    reached = one._replace(reached=example().as_of)
    sheet = sheet_of("Tidslinje", measure._replace(milestones=(one, one, reached)))
    assert "◇3" in drawn(sheet, "T001")
    sheet = sheet_of("Tidslinje", measure._replace(milestones=(reached, reached)))
    assert "◆2" in drawn(sheet, "T001")


def test_a_measure_without_dates_says_so() -> None:
    bare = example().measures[0]._replace(start=None, deadline=None, milestones=())
    row = rows(sheet_of("Tidslinje", bare))["T001"]
    assert row[PERIODS] == ("Ingen datoer", *[None] * 19)


def test_measures_stand_under_their_first_area() -> None:
    sheet = opened(made(example()))["Tidslinje"]
    areas = [(cell.row, cell.value) for cell in sheet["C"][4:] if not sheet.cell(cell.row, 1).value]
    assert [name for _, name in areas] == [area.name for area in example().strategy.areas]
    assert [row for row, _ in areas] == sorted(row for row, _ in areas)
    measure = example().measures[0]._replace(areas=("9",))
    assert sheet_of("Tidslinje", measure)["C5"].value == "Uten målområde"


def test_quarters_have_names_of_their_own_and_years_above() -> None:
    sheet = opened(made(example()))["Tidslinje"]
    names = [cell.value for cell in sheet[4]][PERIODS]
    assert names[:2] == ["2021 K1", "2021 K2"]
    assert names[-1] == "2025 K4"
    assert sheet["G4"].number_format == 'General;General;General;"K1"'
    years = [cell.value for cell in sheet[3] if cell.value]
    assert years == ["2021", "2022", "2023", "2024", "2025"]
    assert sheet["T2"].value == "▼ Rapportdato 15.06.2024"
    assert sheet["T4"].value == "2024 K2"
    filters = sheet.tables["Tidslinje"].autoFilter
    assert filters
    assert [f.colId for f in filters.filterColumn if f.hiddenButton] == list(range(6, 26))


def test_a_long_strategy_has_a_column_for_each_year() -> None:
    strategy = example().strategy._replace(first_year=2020, last_year=2035)
    sheet = alone("Tidslinje", example()._replace(strategy=strategy))
    assert [cell.value for cell in sheet[4]][PERIODS] == [str(year) for year in range(2020, 2036)]


def test_milestones_have_real_dates_and_plain_words() -> None:
    sheet = opened(made(example()))["Milepæler"]
    found = {(row[0], row[2]): row for row in sheet.iter_rows(min_row=5, values_only=True)}
    assert len(found) == sum(len(m.milestones) for m in example().measures)
    day = datetime(2023, 6, 30)  # noqa: DTZ001 - a day in a calendar
    assert found["T011", "M2"][4:] == ("KD", day, None, "Passert")
    assert found["T001", "M2"][5:] == ("2024-Q4", None, "Senere")
    states = [row[7] for row in found.values()]
    assert {state: states.count(state) for state in states} == {
        "Nådd": 13,
        "Passert": 3,
        "Senere": 7,
    }
    formats = {r.dxf.numFmt.formatCode for a in sheet.conditional_formatting for r in a.rules}
    assert 'General;General;General;"■ "@" !"' in formats
    due = [a for a in sheet.conditional_formatting if str(a.sqref).startswith("F5:")]
    assert [r.formula for a in due for r in a.rules] == [['$H5="Passert"']]


def test_what_became_of_the_old_measures_is_told() -> None:
    sheet = opened(made(example()))["Videreført"]
    assert sheet["A1"].value == "Videreført fra 2016–2020"
    assert sheet["A2"].value == (
        "5 tiltak fra forrige strategi. Gjennomført: 1. Videreføres: 3. Innlemmet: 1."
    )
    period, former, then, now, outcome, _ = rows(sheet)["T017"][3:]
    assert (period, former, then, now) == ("2016–2020", "P09", "Igangsatt", "Gjennomført")
    assert outcome == "Gjennomført"


def test_nothing_carried_over_is_said_or_has_no_sheet() -> None:
    measures = tuple(m._replace(origin=None) for m in example().measures)
    register = example()._replace(measures=measures)
    assert alone("Videreført", register)["B5"].value == "Ingen videreførte tiltak."
    first = example().strategy._replace(previous="")
    assert "Videreført" not in opened(made(register._replace(strategy=first))).sheetnames


EMPTY = {
    "Tidslinje": ("C5", "Ingen tiltak å vise."),
    "Milepæler": ("D5", "Ingen milepæler å vise."),
    "Videreført": ("B5", "Ingen videreførte tiltak."),
}


@pytest.mark.parametrize("title", EMPTY)
def test_an_empty_sheet_says_that_it_is(title: str) -> None:
    place, text = EMPTY[title]
    assert sheet_of(title)[place].value == text


@pytest.mark.parametrize(("count", "styles"), [(28, 130), (300, 130)])
def test_many_measures_take_no_more_styles(count: int, styles: int) -> None:
    book = opened(made(many(count)))
    assert len(book._cell_styles) < styles  # type: ignore[attr-defined]  # noqa: SLF001
    assert book["Tidslinje"].max_row == 4 + 3 + count


@pytest.mark.parametrize("language", Language)
def test_every_language_has_its_own_words(language: Language) -> None:
    register = example()
    data = workbook(overview(register, register.as_of), None, Options(language))
    book, say = opened(data), wording(language)
    timeline, milestones, carried = (
        book[say(key)] for key in ("sheet.timeline", "sheet.milestones", "sheet.carried")
    )
    assert timeline["A1"].value == say("timeline.title")
    assert milestones["H4"].value == say("milestones.state")
    assert carried["H4"].value == say("carried.outcome")
    for sheet in (timeline, milestones, carried):
        for table in sheet.tables.values():
            assert len(str(table.comment)) <= 255


def noted(*texts: str) -> bytes:
    """A finished workbook with a note on each of as many cells."""
    book = Canvas()
    # As the project's own workbooks say it: the clock would stand there.
    book.properties.created = book.properties.modified = datetime(2024, 6, 15, tzinfo=UTC)
    sheet = book.worksheets[0]
    for row, text in enumerate(texts, 1):
        add_note(sheet.cell(row, 1, f"T{row:03}"), text, NB)
    raw = io.BytesIO()
    Writer(book, Archive(raw, Notes((), frozenset({1})))).save()
    return raw.getvalue()


NOTES = {
    "31.12.2024": "Før: 31.12.2024",
    "": "Før: tomt",
    "  \n": "Før: tomt",
    "to\nlinjer": "Før: to\nlinjer",
    "=1+1 {x} <b> & \x07": "Før: =1+1 {x} <b> & \ufffd",
    "ord " * 500: "Før: " + ("ord " * 500)[: LENGTH - 1] + "…",
}


def test_a_note_has_the_old_value() -> None:
    sheet = opened(noted(*NOTES))["Sheet"]
    found = [cell.comment.text for cell in cells(sheet) if cell.comment]
    assert found == list(NOTES.values())
    assert [cell.value for cell in cells(sheet)] == [f"T{n:03}" for n in range(1, 7)]


def test_a_note_is_as_large_as_its_text() -> None:
    with zipfile.ZipFile(io.BytesIO(noted("31.12.2024", "ord " * 100))) as archive:
        shapes = archive.read("xl/drawings/commentsDrawing1.vml").decode()
    heights = [float(height) for height in re.findall(r"height:([0-9.]+)px", shapes)]
    assert heights[0] < 50 < heights[1] < 300


def test_notes_are_the_same_bytes_and_leave_no_trace_of_the_clock() -> None:
    first, second = noted(*NOTES), noted(*NOTES)
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert sheet.index(b"<ignoredErrors>") < sheet.index(b"<legacyDrawing")
