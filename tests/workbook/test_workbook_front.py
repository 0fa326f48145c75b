"""The front page of the meeting workbook: what leaders ask, on a page that can be read."""

from functools import cache
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from support import spread
from workbook_dump import cells, compared, example, many, opened

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.strategy import TargetArea
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.wording import Language

# Within its margins an A4 page on its side has so many points; a column is drawn so much wider
# than it says, a character, in LibreOffice.
WIDE, HIGH = 784.3, 519.7
CHARACTER = 5.52
READABLE = 8.5


@cache
def front(language: Language = Language.NB) -> Worksheet:
    return opened(compared(Options(language))).worksheets[0]


def book_of(register: Register, before: Register | None = None) -> Workbook:
    comparison = compare(before, register) if before else None
    return opened(workbook(overview(register, register.as_of), comparison))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in cells(sheet)]


def with_areas(number: int, measures: int) -> tuple[Register, Register]:
    """A register with so many target areas, and the same with one measure less, before it."""
    register = many(measures)
    areas = tuple(
        TargetArea(str(n), f"Et område med et langt navn, nummer {n}", "", ())
        for n in range(1, number + 1)
    )
    mine = tuple(
        m._replace(areas=(str(n % number + 1),), directions=())
        for n, m in enumerate(register.measures)
    )
    new = register._replace(strategy=register.strategy._replace(areas=areas), measures=mine)
    day = register.as_of.replace(year=register.as_of.year - 1)
    return new, new._replace(measures=mine[1:], edition="2023-1", as_of=day)


def printed(sheet: Worksheet) -> float:
    """How small the page makes what is on it."""
    letters = [get_column_letter(number) for number in range(1, 11)]
    width = sum(sheet.column_dimensions[letter].width for letter in letters)
    last = sheet.row_breaks.brk[0].id if sheet.row_breaks.brk else sheet.max_row
    height = sum(float(sheet.row_dimensions[row].height or 15) for row in range(1, last + 1))
    return min(1.0, WIDE / (width * CHARACTER), HIGH / height)


@spread("language", Language, every=2)
def test_every_text_can_be_read_on_paper(language: Language) -> None:
    sheet = front(language)
    smallest = min(cell.font.sz for cell in cells(sheet) if cell.value is not None)
    assert smallest * printed(sheet) >= READABLE


@spread(
    ("areas", "measures"), [(3, 3), (3, 300), (15, 28), (40, 3), (40, 300), (15, 300), (3, 28)], 3
)
def test_it_can_be_read_whatever_there_is_to_show(areas: int, measures: int) -> None:
    new, before = with_areas(areas, measures)
    sheet: Any = book_of(new, before).worksheets[0]
    smallest = min(cell.font.sz for cell in cells(sheet) if cell.value is not None)
    assert smallest * printed(sheet) >= READABLE
    editions, chart = sheet._charts  # noqa: SLF001 - the library has no other way to them
    for each, bars in ((editions, 2), (chart, areas)):
        rows = range(each.anchor._from.row + 1, each.anchor.to.row + 1)  # noqa: SLF001
        high = sum(sheet.row_dimensions[row].height for row in rows)
        assert high / bars > 12
    on_next = chart.anchor._from.row >= sheet.row_breaks.brk[0].id if areas > 3 else False  # noqa: SLF001
    assert on_next == (areas > 3)


def test_leaders_see_by_forum_what_they_are_to_decide() -> None:
    shown = texts(front())
    bands = [
        *("Tjenesteforum for arkiv: 1 sak", "Strategisk forum: 2 saker"),
        "Forum er ikke ført: 5 saker",
    ]
    assert [text for text in shown if text in bands] == bands
    assert shown.index("T012") > shown.index("Strategisk forum: 2 saker") > shown.index("T016")


@pytest.mark.wide
def test_without_any_forum_there_are_no_bands() -> None:
    nowhere = tuple(m._replace(forum="") for m in example().measures)
    shown = texts(book_of(example()._replace(measures=nowhere)).worksheets[0])
    assert not [text for text in shown if "saker" in text or "Forum" in text]
    assert "→ Avtal ny frist, eller avslutt tiltaket." in shown


@pytest.mark.parametrize("language", Language)
def test_nothing_on_the_page_ends_in_dots(language: Language) -> None:
    assert not [text for text in texts(front(language)) if text.endswith("…")]


def test_charts_are_drawn_from_nothing_and_their_numbers_stand_once() -> None:
    sheet: Any = front()
    editions, areas = sheet._charts  # noqa: SLF001
    for chart, part in ((editions, "8:$D$9"), (areas, "5:$D$7")):
        assert chart.y_axis.scaling.min == 0
        assert chart.series[1].val.numRef.f == f"'Tall'!$D${part}"
    # The bars of editions have an axis with numbers.
    assert (editions.y_axis.delete, areas.y_axis.delete) == (False, True)
    assert not sheet.tables
    rows = opened(compared())["Tall"].iter_rows(min_row=5, values_only=True)
    found: list[list[Any]] = [[cell for cell in row if cell is not None] for row in rows]
    assert found[0][2:] == [1, 7, 1, 1, 3, 13]
    assert found[3][1:] == ["2023-2", 5, 13, 3, 2, 3, 26]
    assert found[4][1:] == ["2024-1", 2, 13, 2, 2, 6, 3, 28, 2, 2]


def test_what_waits_for_what_is_said_in_sentences() -> None:
    (line,) = [text for text in texts(front()) if text.startswith("T022 venter på T027")]
    assert line.startswith("T022 venter på T027 Områdegjennomgang av administrative tjenester")
    sheet = opened(compared())["Avhengigheter"]
    sentences = [str(cell.value) for cell in sheet["G"][4:]]
    assert sentences[0].startswith("T018 og T028 venter på T015 ")
    assert sentences[-1].startswith("T024 ventet på T023 Departementsakademiet, som ble gjennom")


def late(measure: Measure, number: int) -> Measure:
    return measure._replace(forum=f"Forum {number}", depends_on=("T001",) if number else ())


def test_with_a_forum_each_the_heaviest_are_shown_and_the_rest_named() -> None:
    register = many(28)
    measures = tuple(late(m, number) for number, m in enumerate(register.measures))
    shown = texts(book_of(register._replace(measures=measures)).worksheets[0])
    assert len([text for text in shown if text.startswith("Forum ")]) >= 2
    assert any(text.startswith("… og ") for text in shown)
