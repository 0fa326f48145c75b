"""Other numbers, and numbers used again, in every form and language that tells of them."""

import json
from pathlib import Path

import pytest
from command import ROOT, tiltak
from jsonschema import Draft202012Validator
from page_reader import Page
from renumbering_cases import ARCHIVE, CRISIS, GONE, LEADERS, POSTAL, numbered
from support import FILE, HEAD_LINES, register_text
from test_changes import LATER
from workbook_dump import cells, opened

SCHEMA = json.loads((ROOT / "schema" / "endringer.schema.json").read_text(encoding="utf-8"))
# The first has gone and another has its number; the two others have changed places.
OLD = numbered(T001=ARCHIVE, T002=CRISIS, T003=LEADERS)
NEW = numbered(T001=POSTAL, T002=LEADERS.replace("2024-Q4", "2026"), T003=CRISIS)
NUMBERS = {
    "nb": "2 tiltak har byttet nummer: T002 → T003 og T003 → T002.",
    "nn": "2 tiltak har bytt nummer: T002 → T003 og T003 → T002.",
    "en": "2 measures have changed numbers: T002 → T003 and T003 → T002.",
}
AGAIN = {
    "nb": "T001 var «Felles løsning for arkiv» i forrige utgave.",
    "nn": "T001 var «Felles løsning for arkiv» i førre utgåve.",
    "en": "T001 was “Felles løsning for arkiv” in the previous edition.",
}

WRITTEN = f"""\
Hele oversikten
   ●  {NUMBERS["nb"]}

T001 Felles løsning for arkiv  KUD
   ●  {GONE} T001 er nå «Innsyn i postlister».

T001 Innsyn i postlister  FIN
   ●  Nytt tiltak, vedtatt. Ansvarlig: FIN. Frist 2026.
   ●  {AGAIN["nb"]} Dette ligner et annet tiltak: T001 kan være brukt om igjen.

T002 Opplæring av ledere  KD
   ●  Fristen er utsatt fra 4. kvartal 2024 til 2026 (+730 dager).
"""


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    """A folder with two editions."""
    (tmp_path / "1.yaml").write_text(register_text(OLD), "utf-8")
    (tmp_path / FILE).write_text(register_text(NEW).replace(HEAD_LINES, LATER), "utf-8")
    return tmp_path


def diff(folder: Path, *options: str) -> str:
    done = tiltak("diff", "1.yaml", FILE, *options, cwd=folder, COLUMNS="300")
    assert (done.code, done.err) == (0, "")
    return done.out


def test_in_the_terminal_what_is_gone_stands_beside_what_has_its_number(editions: Path) -> None:
    lines = diff(editions).split("\n\n", 4)[4].splitlines()
    assert lines[:-2] == WRITTEN.splitlines()


def test_for_programs_it_is_about_no_single_measure(editions: Path) -> None:
    found = json.loads(diff(editions, "--format", "json"))
    Draft202012Validator(SCHEMA).validate(found)
    first = found["changes"][0]
    assert (first["kind"], first["measure"], first["field"]) == ("renummerert", None, "id")
    assert (first["old"], first["new"]) == ("T002, T003", "T003, T002")
    assert found["counts"]["kinds"] == {
        "nytt": 1, "borte": 1, "renummerert": 1, "id-brukt-igjen": 1, "frist-utsatt": 1,
    }  # fmt: skip
    assert len({change["fingerprint"] for change in found["changes"]}) == 5


def test_a_line_for_all_with_another_number(editions: Path) -> None:
    lines = diff(editions, "--format", "oneline", "--kind", "renummerert").splitlines()
    assert [line.partition(" ")[2] for line in lines] == [f"vesentlig – {NUMBERS['nb']}"]


@pytest.mark.wide
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_in_what_is_published(editions: Path, language: str) -> None:
    text = diff(editions, "--format", "markdown", "--language", language)
    diff(editions, "-o", "e.html", "--language", language)
    diff(editions, "-o", "e.xlsx", "--language", language)
    page = Page((editions / "e.html").read_text("utf-8"))
    sheet = opened((editions / "e.xlsx").read_bytes()).worksheets[1]
    written = "\n".join(str(cell.value) for cell in cells(sheet))
    for form in (text, page.text(), written):
        assert NUMBERS[language] in form
        assert AGAIN[language] in form
    assert len(page.ids) == len(set(page.ids))
    leads = [(sheet.cell(row, 1).value, sheet.cell(row, 3).value) for row in range(5, 10)]
    assert leads == [("–", None), ("T001", "KUD"), ("T001", "FIN"), ("T001", "FIN"), ("T002", "KD")]


def test_a_ministry_sees_the_measure_that_it_had_and_not_the_number(editions: Path) -> None:
    """T002 was the ministry of justice's; now T003 is."""
    options = ("--format", "oneline", "--kind", "borte", "--kind", "frist-utsatt")
    assert diff(editions, *options, "--for", "JD") == ""
    assert "T002" in diff(editions, *options, "--for", "KD")
    assert "T001 Tiltaket er borte" in diff(editions, *options, "--for", "KUD")


def test_a_comment_follows_its_measure(editions: Path) -> None:
    old = register_text(OLD).replace("ansvarlig: JD", "ansvarlig: JD  # fast")
    (editions / "1.yaml").write_text(old, "utf-8")
    new = register_text(NEW).replace("ansvarlig: JD", "ansvarlig: JD  # fast")
    (editions / FILE).write_text(new, "utf-8")
    assert "kommentarer" not in diff(editions)
    (editions / FILE).write_text(new.replace("# fast", "# inntil videre"), "utf-8")
    assert "Bare kommentarer er endret i T003." in diff(editions)


@pytest.mark.wide
def test_the_workbook_notes_what_the_measure_had_before(editions: Path) -> None:
    done = tiltak("export", FILE, "--since", "1.yaml", "-o", "b.xlsx", cwd=editions)
    assert done.code == 0, done.err
    book = opened((editions / "b.xlsx").read_bytes())
    notes = {(cell.value, cell.comment.text) for cell in cells(book["Tiltak"]) if cell.comment}
    assert notes == {("T002", "Før: T003"), ("T003", "Før: T002"), ("2026", "Før: 4. kvartal 2024")}
    changed = [row for row in book["Endringer"].iter_rows(min_row=5) if row[1].value == "T001"]
    # What is gone is no longer a row to go to.
    assert [bool(row[1].hyperlink) for row in changed] == [False, True, True]


@pytest.mark.wide
@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_the_report_since_an_edition(editions: Path, form: str) -> None:
    done = tiltak("report", FILE, "--since", "1.yaml", "--format", form, cwd=editions,
                  COLUMNS="300")  # fmt: skip
    assert done.code == 0, done.err
    assert NUMBERS["nb"] in (Page(done.out).text() if form == "html" else done.out)
    assert AGAIN["nb"] in (Page(done.out).text() if form == "html" else done.out)
