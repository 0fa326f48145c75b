"""What the workbook is printed on: how large the text becomes, and which columns are there."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from test_workbook_front import with_areas
from workbook_dump import cells, compared, example, made, many, measures_sheet, opened, seen

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.fields import BY_KEY, FIELDS, Field
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.views.excel.kit.book import Options, Paper
from tiltak_cli.views.excel.kit.page import A3, A4, Page, printed_size, readable
from tiltak_cli.views.excel.kit.table import Column, Table, fitted
from tiltak_cli.views.excel.sheets.columns import paper_for
from tiltak_cli.wording import Language

# The sides of the paper when it lies, in points, by the number that the format gives it.
SIZES = {"8": (1190.6, 841.9), "9": (841.9, 595.3)}
# A column that is one character wider is this much wider on the screen: 7 of 96 pixels to an inch.
CHARACTER = 7 * 72 / 96
# In LibreOffice it is wider on paper.
CHARACTER_THERE = 5.577
# What is read with ease.
EASY = 9.0
USUAL_HEIGHT = 15.0
LONG = "Navn på et svært langt tiltak som ingen husker slutten av, men som må stå her"


def scale(sheet: Worksheet, character: float = CHARACTER) -> float:
    """How much smaller a sheet is on paper, because it has to fit."""
    page, margins = sheet.page_setup, sheet.page_margins
    assert (page.orientation, sheet.sheet_properties.pageSetUpPr) != ("portrait", None)
    wide, tall = SIZES[str(page.paperSize)]
    assert sheet.dimensions.startswith("A1:")
    columns = [get_column_letter(number) for number in range(1, sheet.max_column + 1)]
    widths = [sheet.column_dimensions[letter].width for letter in columns]
    room = int(page.fitToWidth or 1) * (wide - 72 * (margins.left + margins.right))
    fits = room / (sum(widths) * character)
    if page.fitToHeight:
        rows = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]
        height = sum(row or USUAL_HEIGHT for row in rows)
        room = int(page.fitToHeight) * (tall - 72 * (margins.top + margins.bottom))
        fits = min(fits, room / height)
    return min(1.0, fits)


def smallest(sheet: Worksheet, character: float = CHARACTER) -> float:
    """The size in points of the smallest text, as printed."""
    return scale(sheet, character) * min(float(cell.font.sz) for cell in cells(sheet))


def worst() -> Register:
    """Many measures with long texts, of which the weightiest have many reasons to look at them."""
    register = many(60)
    measures = tuple(
        m._replace(title=LONG, deviation=LONG, developments=()) for m in register.measures
    )
    return register._replace(measures=measures)


PRINTED = [
    pytest.param(paper, language, register, id=f"{name}-{language}-{paper}")
    for name, register in (("example", example()), ("worst", worst()))
    for language in Language
    for paper in Paper
]


@pytest.mark.parametrize(("paper", "language", "register"), PRINTED)
def test_every_sheet_can_be_read_on_paper(
    paper: Paper, language: Language, register: Register
) -> None:
    book = opened(made(register, Options(language, paper)))
    sizes = {sheet.title: smallest(sheet) for sheet in seen(book)}
    measures = sizes.pop(book.sheetnames[1])
    assert measures >= 8.5
    assert not {title: size for title, size in sizes.items() if size < EASY}
    for sheet in seen(book):
        assert str(sheet.page_setup.fitToWidth) == "1"
    # The front page is as large as its height lets it.
    assert small_there(book.worksheets[2:]) == {}


def small_there(sheets: Iterable[Any]) -> dict[str, float]:
    """The sheets of which a text is not read with ease where columns are widest."""
    shown = [sheet for sheet in sheets if sheet.sheet_state == "visible"]
    sizes = {sheet.title: smallest(sheet, CHARACTER_THERE) for sheet in shown}
    return {title: size for title, size in sizes.items() if size < EASY - 0.01}


def test_the_changes_can_be_read_on_paper() -> None:
    assert small_there([opened(compared())["Endringer"]]) == {}


@pytest.mark.wide
@pytest.mark.parametrize("areas", [5, 6, 40])
def test_many_areas_can_be_read_on_paper_too(areas: int) -> None:
    """And what has no status, which is one column more."""
    new, before = with_areas(areas, 28)
    first, *others = new.measures
    measures = (first._replace(status=None, assessment=None, deadline=None), *others)
    register = new._replace(measures=measures)
    seen_then = overview(register, register.as_of)
    book = opened(workbook(seen_then, compare(before, register)))
    assert small_there(book.worksheets[2:]) == {}


def test_the_size_on_paper_is_reckoned_as_it_is_printed() -> None:
    """An A4 page has 770 points inside its margins, and a hundred characters are 558 wide."""
    assert printed_size([50, 50], Page(A4, side=0.5)) == 11
    assert printed_size([200], Page(A4, side=0.5)) == pytest.approx(11 * 769.9 / 1115.4, abs=0.01)
    assert printed_size([400], Page(A4, side=0.5, wide=2)) == printed_size(
        [200], Page(A4, side=0.5)
    )
    sheet = opened(made(example()))["Tiltak"]
    widths = [column.width for column in sheet.column_dimensions.values()]
    assert printed_size(widths, Page(A3, side=0.3)) > 8.5
    assert readable([600], Page(A3)) == Page(A3, wide=3)


@pytest.mark.parametrize(
    ("widths", "unprinted", "become", "paper"),
    [
        ((80, 90), 0, [80, 90], A4),
        # All is given by the wide ones, in the same part of each.
        ((10, 100, 80), 0, [10, 91.6, 73.3], A4),
        ((10, 18, 147), 1, [10, 18, 147], A4),
        ((10, 100, 80, 50), 1, [10, 91.6, 73.3, 50], A4),
        # What would leave too little of them is on larger paper, as wide as it was.
        ((10, 140, 150), 0, [10, 140, 150], A3),
        ((*[18] * 12,), 0, [18] * 12, A3),
    ],
)
def test_wide_columns_give_the_page_what_it_lacks(
    widths: tuple[float, ...], unprinted: int, become: list[float], paper: int
) -> None:
    columns = [Column("A", width, str) for width in widths]
    table = fitted(Table("", "", columns, (), "", 1, unprinted=unprinted))
    assert ([column.width for column in table.columns], table.page.paper) == (become, paper)


def chosen(*keys: str) -> Options:
    fields = tuple(BY_KEY[key] for key in keys)
    return Options(columns=fields, paper=paper_for(fields))


def header(sheet: Worksheet) -> list[object]:
    return [cell.value for cell in sheet[4]]


def test_a4_has_six_columns() -> None:
    sheet = measures_sheet(Options(paper=Paper.A4))
    assert header(sheet) == ["ID", "Tiltak", "Ansvarlig", "Status", "Frist", "Vurdering"]
    assert sheet.page_setup.paperSize == 9


@pytest.mark.parametrize(
    ("keys", "labels", "paper"),
    [
        (("tittel", "frist"), ["ID", "Tiltak", "Frist"], 9),
        (("frist", "id"), ["ID", "Frist"], 9),
        (("id", "tittel", "id"), ["ID", "Tiltak"], 9),
        (("fremdrift", "risiko", "resultat", "avvik", "beskrivelse", "tittel"), None, 8),
    ],
)
def test_chosen_columns_stand_in_the_order_given_after_the_id(
    keys: tuple[str, ...], labels: list[str] | None, paper: int
) -> None:
    sheet = measures_sheet(chosen(*keys))
    assert labels is None or header(sheet) == labels
    assert sheet.page_setup.paperSize == paper
    assert smallest(sheet) >= 8.5


def test_so_many_columns_that_they_need_several_pages_repeat_the_title() -> None:
    options = Options(columns=tuple(FIELDS))
    sheet = measures_sheet(options)
    assert header(sheet) == [field.nb for field in FIELDS]
    assert smallest(sheet) >= 8.5
    assert int(sheet.page_setup.fitToWidth or 1) > 1
    assert sheet.print_title_cols == "$A:$B"


@pytest.fixture(scope="module")
def every_column() -> Worksheet:
    """The measures, compared with the edition before, with every field as a column."""
    return measures_sheet(Options(columns=tuple(FIELDS)), compared=True)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_every_field_can_be_a_column(field: Field, every_column: Worksheet) -> None:
    """It is as wide as its heading, its drop-down refuses, and a day is a day."""
    sheet, number = every_column, FIELDS.index(field) + 1
    assert sheet.cell(4, number).value == field.nb
    longest = max(map(len, field.nb.split()))
    assert sheet.column_dimensions[get_column_letter(number)].width > longest * 0.9
    filled = [getattr(measure, field.attribute) for measure in example().measures]
    values = [sheet.cell(row, number).value for row in range(5, 5 + len(filled))]
    for value, shown in zip(filled, values, strict=True):
        assert bool(value) == (shown is not None) or field.key == "frist"
    if field.key in {"gjennomført", "oppdatert"}:
        assert {type(value) for value in values} == {datetime, type(None)}


def test_a_passed_deadline_is_marked_without_the_status_too() -> None:
    """With the status beside it a rule looks at both; alone it is marked as reckoned here."""
    sheet = measures_sheet(chosen("id", "frist"))
    late = [sheet.cell(cell.row, 1).value for cell in sheet["B"] if '" !"' in cell.number_format]
    assert late == [m.id for m in example().measures if m.overdue(example().as_of)]
    assert not any(
        "rapportdato" in str(r.formula) for a in sheet.conditional_formatting for r in a.rules
    )


def test_marks_and_drop_downs_follow_their_columns() -> None:
    sheet = measures_sheet(chosen("id", "vurdering", "frist", "status", "løpende"), compared=True)
    lists = {r.formula1: str(r.sqref) for r in sheet.data_validations.dataValidation}
    assert lists["liste_vurdering"] == "B5:B32"
    assert lists["liste_status"] == "D5:D32"
    assert lists['"ja"'] == "E5:E32"
    marks = {str(a.sqref): a.rules for a in sheet.conditional_formatting}
    assert any("D5=" in rule.formula[0] and "C5" in rule.formula[0] for rule in marks["C5:C32"])
    noted = {c.coordinate: c.comment.text for c in cells(sheet) if c.comment}
    assert noted["B15"] == "Før: gul"
    assert noted["C15"] == "Før: 30.06.2023"


def test_milestones_stand_on_a_line_each() -> None:
    sheet = measures_sheet(chosen("id", "milepæler"), compared=True)
    assert str(sheet["B5"].value).splitlines()[0].startswith("M1 ")
    assert sheet["B5"].comment
    assert sheet["B5"].comment.text.startswith("Før: M1 ")
