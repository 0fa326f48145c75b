"""The workbook in another program than the one that it is meant for. Needs `soffice`."""

import io
import re
import subprocess
import zipfile
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from test_workbook_text import NAUGHTY
from workbook_dump import assert_same_cells, cells, compared, example, made, many, opened, seen
from workbook_edits import brought, lines_of

from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.views.excel.kit.book import Options, Paper
from tiltak_cli.views.excel.sheets.deadlines import accepted
from tiltak_cli.wording import Language

pytestmark = pytest.mark.libreoffice

A3_WIDTH = 1190
ZOOM = 3
# Where Calibri is missing another typeface stands in, with wider columns and so a smaller print.
STAND_IN = 0.85
A4_WIDTH = 841
DEADLINES = (
    "2024-06-14",
    "2024-06-15",
    "2024-06-16",
    "2023",
    "2024",
    "2023-H2",
    "2024-H1",
    "2024-Q1",
    "2024-Q2",
    "2023-Q4",
    "2024-05",
    "2024-06",
    "2023-12",
)
WRITTEN = (
    *((form, True) for form in ("2025", "2025-H1", "2025-H2", "2025-Q1", "2025-Q4", "1999-12")),
    *((form, False) for form in ("2025-H3", "2025-Q5", "2025-13", "2025-00", "25-H1", "2125-H1")),
    *((form, False) for form in ("snart", "2025H1", "2025-", "20251", "2. halvår 2025", "|", "H1")),
    ("løpende", True),
    (datetime(2025, 12, 31), True),  # noqa: DTZ001 - a day in a calendar
    (2025, True),
    (12, False),
    (99999, False),
)


def converted(folder: Path, data: bytes, ending: str) -> Path:
    """Let LibreOffice open a workbook and save it in another form."""
    source = folder / "arbeidsbok.xlsx"
    source.write_bytes(data)
    out = folder / "ut"
    command = ["soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless"]
    done = subprocess.run(
        [*command, "--convert-to", ending, "--outdir", out, source],
        capture_output=True,
        check=False,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr
    return out / f"arbeidsbok.{ending}"


def page_widths(path: Path) -> list[int]:
    """The width of each page of a PDF, in points."""
    done = subprocess.run(
        ["pdfinfo", "-l", "999", path], capture_output=True, check=True, timeout=120
    )
    sizes = re.findall(r"^Page +[0-9]+ size: +([0-9]+)", done.stdout.decode(), re.MULTILINE)
    return [int(size) for size in sizes]


def text_of(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", path, "-"], capture_output=True, check=True, timeout=120
    )
    return done.stdout.decode()


def sheets_of(path: Path) -> list[str]:
    """The title of the sheet that each page of a PDF is of: it stands in the middle of its foot."""
    feet = [page.strip().splitlines()[-1] for page in text_of(path).split("\f") if page.strip()]
    return [re.split(" {3,}", foot.strip())[1] for foot in feet]


def sizes_of(path: Path) -> list[float]:
    """The size in points of the smallest text on each page, up to a third of a point too low."""
    command = ["pdftohtml", "-xml", "-i", "-stdout", "-zoom", str(ZOOM), str(path)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    text = done.stdout.decode(errors="replace")
    size: dict[str, int] = {}
    smallest = []
    for page in text.split("<page ")[1:]:
        size |= {i: int(n) for i, n in re.findall(r'fontspec id="([0-9]+)" size="([0-9]+)"', page)}
        smallest.append(
            min(size[i] for i in re.findall(r'<text [^>]* font="([0-9]+)"', page)) / ZOOM
        )
    return smallest


@pytest.mark.parametrize(
    "options",
    [*map(Options, Language), Options(paper=Paper.A4), Options(audience=("KD",))],
    ids=str,
)
def test_it_is_the_same_workbook_when_it_has_been_saved_there(
    tmp_path: Path, options: Options
) -> None:
    before = opened(compared(options))
    path = converted(tmp_path, compared(options), "xlsx")
    after = opened(path.read_bytes())
    assert_same_cells(before, after)
    notes, notes_again = (
        {(sheet.title, cell.coordinate) for sheet in book for cell in cells(sheet) if cell.comment}
        for book in (before, after)
    )
    assert notes_again == notes
    rules, again_rules = (
        {(r.type, r.formula1) for r in book.worksheets[1].data_validations.dataValidation if r.type}
        for book in (before, after)
    )
    assert {rule for rule in rules if rule[0] == "list"} <= again_rules
    with zipfile.ZipFile(path) as archive:
        charts = "xl/charts/chart1.xml" in archive.namelist()
    assert charts == (not options.audience)
    assert "rapportdato" in after.defined_names
    # Nobody has written in it.
    assert lines_of(brought(path.read_bytes())) == ""


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", Language)
def test_every_sheet_is_printed_so_that_it_can_be_read(
    tmp_path: Path, language: Language, paper: Paper
) -> None:
    """The front is one page, and no text is smaller than it was meant to be."""
    data = compared(Options(language, paper))
    titles = [sheet.title for sheet in seen(opened(data))]
    path = converted(tmp_path, data, "pdf")
    pages = list(zip(sheets_of(path), page_widths(path), sizes_of(path), strict=True))
    assert list(dict.fromkeys(title for title, _, _ in pages)) == titles
    counts = {title: sum(page[0] == title for page in pages) for title in titles}
    assert counts[titles[0]] == 1
    # With the fonts of the machine a page more or less.
    assert counts[titles[1]] <= (3 if paper is Paper.A3 else 2)
    for title, width, size in pages:
        large = title == titles[1] and paper is Paper.A3
        assert width == (1190 if large else 841)
        meant = 8.5 if title == titles[1] else 7.5
        assert size + 1 / ZOOM >= meant * STAND_IN, title


def test_what_it_was_made_from_is_still_there_when_it_has_been_saved_there(tmp_path: Path) -> None:
    measures = tuple(
        measure._replace(title=text, progress=f" {text}\t\r\n_x0041_ \x07{text} ")
        for measure, text in zip(example().measures, (*NAUGHTY, "ord  " * 20_000), strict=False)
    )
    data = made(example()._replace(measures=measures))
    before = read_base(data)
    after = read_base(converted(tmp_path, data, "xlsx").read_bytes())
    assert isinstance(before, Base)
    assert after == before
    assert [item["tittel"] for item in before.measures] == [m.title for m in measures]


@pytest.mark.parametrize("count", [0, 28, 300])
def test_the_new_sheets_are_a_page_wide_and_can_be_read(tmp_path: Path, count: int) -> None:
    register = many(count)
    long = (m._replace(title=f"{m.title} {'med et langt navn ' * 9}") for m in register.measures)
    path = converted(tmp_path, made(register._replace(measures=tuple(long))), "pdf")
    widths, pages = page_widths(path), text_of(path).split("\f")
    for title, most in (("Tidslinje", 50), ("Milepæler", 60), ("Videreført", 20)):
        mine = [
            (text, width)
            for text, width in zip(pages, widths, strict=False)
            if re.search(rf"{title} +Side [0-9]+ av [0-9]+\s*$", text)
        ]
        assert 1 <= len(mine) <= most, title
        # Every page is A4 on its side and has the whole header, so none is a second page's width.
        assert {width for _, width in mine} == {A4_WIDTH}
        assert all(re.search(r"^ *ID +.*Tiltak", text, re.MULTILINE) for text, _ in mine)
        assert "###" not in "".join(text for text, _ in mine)


def test_the_hidden_sheet_is_not_printed_and_stays_hidden(tmp_path: Path) -> None:
    assert "_meta" not in text_of(converted(tmp_path, made(example()), "pdf"))
    again = opened(converted(tmp_path, made(example()), "xlsx").read_bytes())
    assert again["_meta"].sheet_state != "visible"


@pytest.mark.parametrize("count", [0, 1, 300])
def test_the_front_is_one_page_and_the_measures_are_one_page_wide(
    tmp_path: Path, count: int
) -> None:
    path = converted(tmp_path, made(many(count)), "pdf")
    widths = page_widths(path)
    first = next(number for number, width in enumerate(widths) if width >= A3_WIDTH)
    assert first == 1
    tall = sum(width >= A3_WIDTH for width in widths)
    # How many depends on the fonts of the machine; that they are neither one nor hundreds does not.
    assert tall == 1 if count < 2 else 10 < tall < 30, tall


def test_nothing_is_shown_as_number_signs(tmp_path: Path) -> None:
    text = text_of(converted(tmp_path, made(many(300, first=900)), "pdf"))
    assert "###" not in text
    assert "T1199" in text
    assert "▲ Gul" in text


def test_a_deadline_is_accepted_when_the_register_accepts_it(tmp_path: Path) -> None:
    sheet = (book := Workbook()).worksheets[0]
    for row, (value, _) in enumerate(WRITTEN, 1):
        sheet.cell(row, 1, value)
        sheet.cell(row, 2, f"={accepted(f'A{row}')}")
    raw = io.BytesIO()
    book.save(raw)
    done = load_workbook(converted(tmp_path, raw.getvalue(), "xlsx"), data_only=True).worksheets[0]
    found = [(value, bool(answer)) for value, answer in done.iter_rows(values_only=True)]
    assert found == list(WRITTEN)


def overdue_cases() -> list[Measure]:
    template = example().measures[0]
    cases = product(DEADLINES, (Status.STARTED, Status.ADOPTED, Status.COMPLETED, Status.POSTPONED))
    return [
        template._replace(
            id=f"T{number:03}",
            title="Navn",
            deadline=parse_partial(text),
            status=status,
            directions=("1a",),
            progress="",
        )
        for number, (text, status) in enumerate(cases, 1)
    ]


def test_overdue_is_marked_as_the_register_reckons_it(tmp_path: Path) -> None:
    measures = overdue_cases()
    ongoing = measures[0]._replace(id="T900", deadline=None, ongoing=True)
    register = example()._replace(measures=(*measures, ongoing))
    text = text_of(converted(tmp_path, made(register), "pdf"))
    rows = re.findall(
        r"^ *(T[0-9]{3}) +Navn .* ([0-9HQ.-]+|løpende)( !)? +● Grønn", text, re.MULTILINE
    )
    marked = {code: bool(mark) for code, _, mark in rows}
    assert marked == {m.id: m.overdue(register.as_of) for m in register.measures}
    assert sum(marked.values()) == 14


FIRST_PAGE = {
    Language.NB: (
        "I korte trekk siden 2023-2",
        "To tiltak går dårligere. T016 er 76 dager over fristen. T011 er gått fra gul til rød.",
        "og ett er utsatt: T026, T014 og T022.",
        "I 2023-2 var 16 av 26 i rute eller gjennomført.",
        "4 frister falt siden 2023-2: 2 ble holdt (T009, T017)",
        "Strategisk forum: 2 saker",
        "T022 venter på T027 Områdegjennomgang av administrative tjenester",
    ),
    Language.NN: (
        "I korte trekk sidan 2023-2",
        "To tiltak går dårlegare. T016 er 76 dagar over fristen. T011 har gått frå gul til raud.",
        "I 2023-2 var 16 av 26 i rute eller gjennomførte.",
    ),
    Language.EN: (
        "In brief since 2023-2",
        "Two measures are doing worse. T016 is 76 days overdue. T011 has gone from yellow to red.",
        "In 2023-2, 16 of 26 were on track or completed.",
    ),
}


@pytest.mark.parametrize("language", Language)
def test_the_first_page_answers_what_leaders_ask(language: Language, tmp_path: Path) -> None:
    data = compared(Options(language))
    printed = converted(tmp_path, data, "pdf")
    command = ["pdftotext", "-f", "1", "-l", "1", "-layout", str(printed), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    # What stands beside each other is on one line.
    flat = re.sub(r"\s+", " ", text)
    assert "2024-1" in flat
    assert [words for words in FIRST_PAGE[language] if words not in flat] == []
