"""Text from a register stays text in a workbook, whatever it holds."""

import io
import zipfile
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from command import tiltak
from openpyxl import load_workbook
from openpyxl.utils.escape import unescape
from support import FILE, register_text
from workbook_dump import cells, example, opened

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.measure import Document, Measure, Milestone
from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.sources.workbook.fit import MAX_UNITS, clean
from tiltak_cli.views.excel import DEFAULT, SHEETS, workbook
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import Book, Options, Paper
from tiltak_cli.wording import Language

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


KINDS = {
    "usual": DEFAULT,
    "nynorsk": Options(Language.NN),
    "English": Options(Language.EN),
    "a4": Options(paper=Paper.A4),
    "every field in English": Options(Language.EN, columns=tuple(FIELDS)),
    "to fill in": Options(audience=("KD",)),
    "public": Options(public=True),
}
TEXTS = tuple(f.attribute for f in FIELDS if f.kind is Kind.TEXT)


def book_with(*given: str, options: Options = DEFAULT) -> bytes:
    """A register with a measure for each text, with it wherever a measure has free text.

    The first text stands in the strategy and the head too. In the edition compared with each text
    stood in another measure, so that it is an old value and a note as well; by what stands, and by
    its number, a measure is still known.
    """
    register = example()
    template = register.measures[10]
    new = tuple(_measure(template, number, text) for number, text in enumerate(given))
    old = tuple(
        _measure(template, number, given[(number - 2) % len(given)])._replace(
            title=given[number - 1], description=text, risk=text, contact=text
        )
        for number, text in enumerate(given)
    )
    strategy = register.strategy._replace(title=given[0], subtitle=given[0])
    after = register._replace(measures=new, strategy=strategy, edition=given[0], keeper=given[0])
    before = after._replace(measures=(*old, _measure(template, 999, "Borte")))
    return workbook(overview(after, after.as_of), compare(before, after), options)


def shown(data: bytes, place: str) -> object:
    """What a cell of the measures' sheet holds, read without the other sheets."""
    book = load_workbook(io.BytesIO(data), read_only=True)
    value: object = book["Tiltak"][place].value
    book.close()
    return value


def only_measures(text: str) -> bytes:
    """The sheet of measures alone, with a text wherever there is free text."""
    register = example()
    measure = _measure(register.measures[10], 0, text)
    strategy = register.strategy._replace(title=text, subtitle=text)
    filled = register._replace(measures=(measure,), strategy=strategy, edition=text, keeper=text)
    book = Book(overview(filled, filled.as_of), None, SHEETS)
    return assembled(book, SHEETS[1:2], "x")


def _measure(template: Measure, number: int, text: str) -> Measure:
    texts: dict[str, Any] = dict.fromkeys(TEXTS, text)
    milestone = Milestone("M1", text, None, None)
    return template._replace(
        **texts,
        id=f"T{number:03}",
        executing=(text,),
        milestones=(milestone,),
        documentation=(Document(text, text),),
    )


@pytest.mark.parametrize("options", KINDS.values(), ids=KINDS)
def test_texts_come_back_as_themselves_from_every_workbook(options: Options) -> None:
    """Each part is well-formed, cells are text, and titles and notes are as written."""
    data = book_with(*NAUGHTY, *REPLACED, options=options)
    book = opened(data)
    assert len(book.sheetnames) == (6 if options.audience else 11)
    sheet = book.worksheets[1]
    titles = [unescape(str(sheet.cell(row, 2).value)) for row in range(5, 5 + len(NAUGHTY))]
    if options.audience:
        # Those that need most come first, and what has changed is told in the letter.
        assert {text.strip() for text in NAUGHTY} >= {*titles}
    else:
        assert titles == [text.strip() for text in NAUGHTY]
        notes = [cell.comment.text for cell in cells(sheet) if cell.comment]
        starts = [text.strip()[:300] for text in NAUGHTY]
        assert not [text for text in starts if not any(text in unescape(note) for note in notes)]
    for every in book.worksheets:
        for cell in cells(every):
            assert cell.data_type in "snd", cell
            assert len(str(cell.value)) <= MAX_UNITS
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            ET.fromstring(archive.read(name))  # noqa: S314 - we have just made it


@pytest.mark.parametrize("text", NAUGHTY)
def test_text_comes_back_as_itself(text: str) -> None:
    assert unescape(str(shown(only_measures(text), "B5"))) == text.strip()


@pytest.mark.parametrize(("text", "expected"), REPLACED.items())
def test_what_the_format_forbids_is_shown_as_missing(text: str, expected: str) -> None:
    assert shown(only_measures(text), "B5") == expected


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
    assert opened(only_measures(text))["Tiltak"]["B5"].quotePrefix


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


CUT = {
    "nb": "… (Teksten er kuttet her. Resten står i registeret.)",
    "nn": "… (Teksten er kutta her. Resten står i registeret.)",
    "en": "… (The text is cut here. The rest is in the register.)",
}


@pytest.mark.wide
@pytest.mark.parametrize("language", CUT)
def test_a_text_that_is_cut_says_so_and_the_whole_is_kept(tmp_path: Path, language: str) -> None:
    text = "🙂å" * 20_000 + "slutt"
    fits = "x" * MAX_UNITS
    lines = [f"- id: T00{n}\n  fremdrift: {text}\n  tittel: Nummer {n}\n" for n in (1, 2)]
    lines.append(f"- id: T003\n  fremdrift: {fits}\n")
    (tmp_path / FILE).write_text(register_text("".join(lines)), "utf-8")
    done = tiltak("export", "-o", "a.xlsx", "--language", language, cwd=tmp_path)
    sheet = {"nb": "Tiltak", "nn": "Tiltak", "en": "Measures"}[language]
    said = f"tiltak: Teksten i {sheet}!N5 og {sheet}!N6 er for lang for en celle og er kuttet der"
    assert (done.err.count("\n"), done.err.startswith(said)) == (1, True)
    data = (tmp_path / "a.xlsx").read_bytes()
    cell = str(opened(data)[sheet]["N5"].value)
    assert MAX_UNITS - 1 <= len(cell.encode("utf-16-le")) // 2 <= MAX_UNITS
    assert cell.endswith(("å" + CUT[language], "🙂" + CUT[language]))
    assert opened(data)[sheet]["N7"].value == fits
    base = read_base(data)
    assert isinstance(base, Base)
    assert base.measures[0]["fremdrift"] == text


@pytest.mark.wide
def test_a_text_that_is_cut_among_changes_is_told_of(tmp_path: Path) -> None:
    for name, text in (("a.yaml", "kort"), ("b.yaml", "ord " * 10_000)):
        lines = f"fremdrift: {text}\nkontakt: {text}\n"
        (tmp_path / name).write_text(register_text(lines), "utf-8")
    done = tiltak("diff", "a.yaml", "b.yaml", "-o", "d.xlsx", cwd=tmp_path)
    assert done.code == 0
    book = opened((tmp_path / "d.xlsx").read_bytes())
    cut = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in book
        for cell in cells(sheet)
        if str(cell.value).endswith(CUT["nb"])
    ]
    assert cut
    assert f"Teksten i {cut[0]} er for lang for en celle" in done.err


def test_a_whole_register_of_long_texts_is_written() -> None:
    register = example()
    measures = tuple(
        m._replace(title="n " * 20000, progress="x" * 40000) for m in register.measures
    )
    data = workbook(overview(register._replace(measures=measures), register.as_of))
    assert len(str(shown(data, "N5"))) == MAX_UNITS


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
