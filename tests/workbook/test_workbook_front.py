"""The front page of the meeting workbook: what leaders ask, on a page that can be read."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from command import NEW, OLD, tiltak
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from support import FILE, spread
from workbook_dump import cells, compared, example, many, opened

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.measure import Assessment, Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.strategy import TargetArea
from tiltak_cli.overview.counts import overview
from tiltak_cli.overview.trend import trend
from tiltak_cli.views.excel import SHEETS
from tiltak_cli.views.excel.front.troubled import troubled_lines
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import FIGURES, Book, Options
from tiltak_cli.wording import Language

# Within its margins an A4 page on its side has so many points; a column is drawn so much wider
# than it says, a character, in LibreOffice.
WIDE, HIGH = 784.3, 519.7
CHARACTER = 5.52
READABLE = 8.5
SEEN = tuple(sheet for sheet in SHEETS if not sheet.hidden)
FIGURES_SHEET = next(sheet for sheet in SHEETS if sheet.key == FIGURES)


@cache
def front(language: Language = Language.NB) -> Worksheet:
    return opened(compared(Options(language))).worksheets[0]


def front_bytes(register: Register, before: Register | None = None) -> bytes:
    """The front page of a register's workbook, with the sheet that its charts are drawn from."""
    seen = overview(register, register.as_of)
    comparison = compare(before, register) if before else None
    book = Book(seen, comparison, SEEN, points=trend(seen, comparison))
    return assembled(book, (SHEETS[0], FIGURES_SHEET), "Oversikt")


def front_of(register: Register, before: Register | None = None) -> Any:
    return opened(front_bytes(register, before)).worksheets[0]


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


@pytest.mark.wide
@pytest.mark.parametrize("language", Language)
def test_every_text_can_be_read_on_paper(language: Language) -> None:
    sheet = front(language)
    smallest = min(cell.font.sz for cell in cells(sheet) if cell.value is not None)
    assert smallest * printed(sheet) >= READABLE


@pytest.mark.wide
@pytest.mark.parametrize(
    ("areas", "measures"), [(3, 3), (3, 300), (15, 28), (40, 3), (40, 300), (15, 300), (3, 28)]
)
def test_it_can_be_read_whatever_there_is_to_show(areas: int, measures: int) -> None:
    new, before = with_areas(areas, measures)
    sheet = front_of(new, before)
    smallest = min(cell.font.sz for cell in cells(sheet) if cell.value is not None)
    assert smallest * printed(sheet) >= READABLE
    editions, chart = sheet._charts  # noqa: SLF001 - the library has no other way to them
    # Of many areas those without measures have no bar.
    shown = min(areas, measures) if areas > 8 else areas
    assert chart.series[0].val.numRef.f.endswith(f"$5:$C${4 + shown}")
    for each, bars in ((editions, 2), (chart, shown)):
        rows = range(each.anchor._from.row + 1, each.anchor.to.row + 1)  # noqa: SLF001
        high = sum(sheet.row_dimensions[row].height for row in rows)
        assert high / bars > 12
    on_next = bool(sheet.row_breaks.brk)
    assert on_next == (shown > 8)
    if on_next:
        assert chart.anchor._from.row >= sheet.row_breaks.brk[0].id  # noqa: SLF001


@pytest.mark.wide
def test_leaders_see_by_forum_what_they_are_to_decide() -> None:
    shown = texts(front())
    bands = [
        *("Tjenesteforum for arkiv: 1 sak", "Strategisk forum: 2 saker"),
        "Forum er ikke ført: 3 saker",
    ]
    assert [text for text in shown if text in bands] == bands
    assert shown.index("T012") > shown.index("Strategisk forum: 2 saker") > shown.index("T016")
    # What is only not updated is no matter: the page has the same numbers.
    assert "… og 3 til: 2d, T010 og T028 · Ikke oppdatert: T005 og T019" in shown


@pytest.mark.wide
def test_directions_without_measures_are_one_of_those_without_room() -> None:
    measures = tuple(m._replace(directions=()) for m in example().measures)
    shown = texts(front_of(example()._replace(measures=measures), example(str(OLD))))
    start = "… og 4 til: T001, 15 retningsvalg uten tiltak, T010 og T028"
    assert [text for text in shown if text.startswith(start)]


@pytest.mark.wide
def test_without_any_forum_there_are_no_bands() -> None:
    nowhere = tuple(m._replace(forum="") for m in example().measures)
    shown = texts(front_of(example()._replace(measures=nowhere)))
    assert not [text for text in shown if "saker" in text or "Forum" in text]
    assert "→ Avtal ny frist, eller avslutt tiltaket." in shown


@pytest.mark.wide
@pytest.mark.parametrize("language", Language)
def test_nothing_on_the_page_ends_in_dots(language: Language) -> None:
    assert not [text for text in texts(front(language)) if text.endswith("…")]


def block(sheet: Worksheet, heading: str, column: str = "A") -> list[list[str]]:
    """The rows of a half below a heading, until an empty one."""
    found: list[list[str]] = []
    first = next(cell.row for cell in sheet[column] if cell.value == heading) + 1
    for row in sheet.iter_rows(
        first, min_col=1 if column == "A" else 9, max_col=8 + 2 * (column != "A")
    ):
        texts = [str(cell.value) for cell in row if cell.value is not None]
        if not texts:
            break
        found.append(texts)
    return found


SOON: tuple[tuple[str, list[str], list[str]], ...] = (
    # Deadlines, and what the page then says of what lies ahead: as soon as there is room for it.
    ("2024-06-30", ["Frist innen 30 dager: 1 tiltak. Ingen flere innen 90."], ["T001"]),
    ("2024-08-31", ["Frist innen 90 dager: 1 tiltak."], ["T001"]),
    ("2025", ["Ingen frister de neste 90 dagene."], []),
)


@spread(("deadline", "sentences", "ids"), SOON, every=3)
def test_without_news_the_left_half_says_what_lies_ahead(
    deadline: str, sentences: list[str], ids: list[str]
) -> None:
    (first,) = example().measures[:1]
    measure = first._replace(deadline=parse_partial(deadline), milestones=())
    sheet = front_of(example()._replace(measures=(measure,)))
    assert [texts[0] for texts in block(sheet, "Fremover")] == [*sentences]
    quarters, numbers = block(sheet, "Frister per kvartal")[:2]
    assert quarters == [f"{q}" for q in QUARTERS]
    assert numbers == ["1"]
    dues = [texts[0] for texts in block(sheet, "Frister per kvartal")[2:]]
    assert dues == ids


QUARTERS = ("2024 K2", "2024 K3", "2024 K4", "2025 K1", "2025 K2", "2025 K3", "Senere")


@pytest.mark.wide
def test_where_nothing_has_changed_it_is_said() -> None:
    sheet = front_of(example(), example()._replace(edition="2023-9"))
    assert block(sheet, "I korte trekk siden 2023-9")[0] == ["Ingen endringer i innholdet."]


def test_of_many_areas_those_without_measures_are_named_below_the_chart() -> None:
    new, _ = with_areas(12, 3)
    sheet = front_of(new)
    (chart,) = sheet._charts  # noqa: SLF001
    assert chart.series[0].cat.numRef.f.endswith("!$B$5:$B$7")
    assert "Uten tiltak: målområde 4, 5, 6, 7, 8, 9, 10, 11 og 12." in texts(sheet)
    assert not sheet.row_breaks.brk


@pytest.mark.wide
def test_areas_without_measures_are_last_behind_the_chart_of_many() -> None:
    for areas, order in ((12, "2 3 1 4 5 6 7 8 9 10 11 12"), (8, "1 2 3 4 5 6 7 8")):
        new, _ = with_areas(areas, 3)
        sheet = opened(front_bytes(new._replace(measures=new.measures[1:]))).worksheets[1]
        assert [str(cell.value).split(" ", 1)[0] for cell in sheet["B"][4:]] == order.split()


@pytest.mark.wide
def test_where_the_chart_is_on_the_next_page_the_first_says_where_it_goes_badly() -> None:
    new, _ = with_areas(40, 40)
    red, *others = (m._replace(assessment=None, deadline=None) for m in new.measures)
    measures = (red._replace(assessment=Assessment.RED), *others)
    sheet = front_of(new._replace(measures=measures))
    found = block(sheet, "Målområder med noe rødt eller gult")
    assert found == [["■ 1", "1 Et område med et langt navn, nummer 1"]]
    assert "Status per målområde står på neste side." in texts(sheet)


def test_areas_without_room_are_named_by_their_codes() -> None:
    new, _ = with_areas(40, 40)
    red = [m._replace(assessment=Assessment.RED, deadline=None) for m in new.measures[:5]]
    seen = overview(new._replace(measures=tuple(red)), new.as_of)
    lines = troubled_lines(Book(seen, None, SEEN), 4)
    assert [part.value for part in lines[-1].parts] == ["… og 3 til: 3, 4 og 5"]


@pytest.mark.wide
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
    shown = texts(front_of(register._replace(measures=measures)))
    assert len([text for text in shown if text.startswith("Forum ")]) >= 2
    assert any(text.startswith("… og ") for text in shown)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nb", "2 er røde eller forsinket. 2 er gule."),
        ("nn", "2 er raude eller forseinka. 2 er gule."),
        ("en", "2 are red or overdue. 2 are yellow."),
    ],
)
def test_where_names_have_no_room_it_is_still_said_how_many_are_red(
    tmp_path: Path, language: str, said: str
) -> None:
    """What is not counted is said first, and takes the room of the names."""
    text = NEW.read_text("utf-8").replace("status: igangsatt", "status: tull", 1)
    (tmp_path / FILE).write_text(text, "utf-8")
    tiltak("export", "-o", "a.xlsx", "--language", language, cwd=tmp_path)
    sentence = str(load_workbook(tmp_path / "a.xlsx").worksheets[0]["A3"].value)
    assert "T001" in sentence.partition(". ")[0]
    assert sentence.endswith(said)
