"""Text from a register stays text in a workbook, whatever it holds."""

import io
import zipfile

import pytest
from openpyxl.utils.escape import unescape
from workbook_dump import cells, example, made, opened

from tiltak_cli.overview import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.views.excel.cells import MAX_UNITS, clean, short

ACTIVE = (
    "=1+1",
    '=HYPERLINK("https://example.org")',
    "=cmd|' /C calc'!A0",
    "+47 22 22 22 22",
    "-1 grad",
    "@SUM(A1)",
    "\t=1+1",
    "\n=1+1",
    "#N/A",
    "#REF!",
    "'tekst",
)
NAUGHTY = (
    *ACTIVE,
    "TRUE",
    "1E5",
    "2025-06-30",
    "007",
    "null",
    "<b>&amp;</b>",
    "]]>",
    "  foran og bak  x",
    "&L&P",
    "{{ 7*7 }}",
    "_x0041_",
    "\u202esnudd",
    "e\u0301 å ø 🙂 𐐷",
    "zero\u200bwidth",
    "x" * 5000,
)
REPLACED = {
    "a\x00b": "a\ufffdb",
    "a\x1bb": "a\ufffdb",
    "a\ufffeb\uffff": "a\ufffdb\ufffd",
    "a\ud800b": "a\ufffdb",
    "a\r\nb\rc": "a\nb\nc",
}


def book_with(text: str) -> bytes:
    """A register with a text in every field that is free text, and in the strategy and the head."""
    register = example()
    measure = register.measures[10]._replace(
        title=text, deviation=text, progress=text, executing=(text,)
    )
    strategy = register.strategy._replace(title=text, subtitle=text)
    return made(
        register._replace(measures=(measure,), strategy=strategy, edition=text, keeper=text)
    )


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_comes_back_as_itself(text: str) -> None:
    sheet = opened(book_with(text))["Tiltak"]
    assert unescape(str(sheet["B5"].value)) == text.strip()


@pytest.mark.parametrize(("text", "shown"), REPLACED.items())
def test_what_the_format_forbids_is_shown_as_missing(text: str, shown: str) -> None:
    assert opened(book_with(text))["Tiltak"]["B5"].value == shown


@pytest.mark.parametrize("text", ACTIVE)
def test_no_text_becomes_a_formula_or_an_error(text: str) -> None:
    data = book_with(text)
    for sheet in opened(data).worksheets:
        for cell in cells(sheet):
            assert cell.data_type in "snd", cell
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                part = archive.read(name)
                assert b"<f>" not in part
                assert b't="e"' not in part


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "#N/A"])
def test_active_text_is_quoted_for_the_next_edit(text: str) -> None:
    assert opened(book_with(text))["Tiltak"]["B5"].quotePrefix


def test_a_measure_without_text_has_empty_cells() -> None:
    sheet = opened(book_with(""))["Tiltak"]
    assert sheet["B5"].value is None
    assert sheet["M5"].value is None


@pytest.mark.parametrize("letter", ["x", "å", "🙂"])
def test_text_is_cut_at_the_limit_of_a_cell(letter: str) -> None:
    cut = clean(letter * 40000)
    units = len(cut.encode("utf-16-le")) // 2
    assert MAX_UNITS - 1 <= units <= MAX_UNITS
    assert cut.strip(letter) == "…"
    whole = letter * (MAX_UNITS // 2)
    assert clean(whole) == whole


def test_a_whole_register_of_long_texts_is_written() -> None:
    register = example()
    measures = tuple(
        m._replace(title="n " * 20000, progress="x" * 40000) for m in register.measures
    )
    data = workbook(overview(register._replace(measures=measures), register.as_of))
    assert len(str(opened(data)["Tiltak"]["N5"].value)) == MAX_UNITS


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("helt kort", 20, "helt kort"),
        ("to  ord\nher", 20, "to ord her"),
        ("utvikling av arbeidsformer som kan gi", 34, "utvikling av arbeidsformer…"),
        ("departementsfellesskapet", 10, "departeme…"),
    ],
)
def test_text_is_cut_between_words(text: str, limit: int, shown: str) -> None:
    assert short(text, limit) == shown
