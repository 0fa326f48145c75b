"""The page on what ministries send back: its commands are run, and its workbooks are filled in."""

import re
import shlex
from pathlib import Path

import pytest
from command import NEW, ROOT, current, tiltak
from openpyxl import load_workbook
from openpyxl.comments import Comment
from returned_books import REGISTER, lines_changed
from support import THOROUGH

PAGE = ROOT / "docs" / "svar.md"
PART = re.compile(
    r"```console\n(?P<commands>.*?)```|<!-- (?P<book>\S+)\n(?P<cells>.*?)-->", re.DOTALL
)
CODES = (
    *("AID", "BFD", "DFD", "DSS", "ED", "FIN", "HOD", "JD"),
    *("KD", "KDD", "KLD", "KUD", "LMD", "SD", "SMK", "UD"),
)
NOTE = "(kommentar) "


def fill_in(path: Path, cells: str) -> None:
    """Write in a workbook: `T004 Fremdrift = Ny tekst` on each line."""
    book = load_workbook(path)
    sheet = book["Tiltak"]
    labels = {cell.value: cell.coordinate[:-1] for cell in sheet[4]}
    rows = {row[0].value: row[0].row for row in sheet.iter_rows(min_row=5)}
    for line in cells.strip().splitlines():
        where, _, value = line.partition(" = ")
        identity, _, label = where.partition(" ")
        cell = sheet[f"{labels.get(label, 'B')}{rows[identity]}"]
        if value.startswith(NOTE):
            cell.comment = Comment(value.removeprefix(NOTE), "KD")
        else:
            cell.value = value
    book.save(path)


def test_the_page_shows_what_the_tool_says(tmp_path: Path) -> None:
    (tmp_path / REGISTER).write_bytes(NEW.read_bytes())

    def answered(part: re.Match[str]) -> str:
        if part["book"]:
            fill_in(tmp_path / part["book"], part["cells"])
            return part[0]
        lines = [line for line in part["commands"].splitlines() if line.startswith("$ tiltak ")]
        said = []
        for line in lines:
            done = tiltak(*shlex.split(line)[2:], cwd=tmp_path)
            said.append(f"{line}\n{done.out}{done.err}")
        return f"```console\n{''.join(said)}```"

    current(PAGE, PART.sub(answered, PAGE.read_text("utf-8")))
    assert tiltak("validate", cwd=tmp_path).code == 0


@pytest.mark.skipif(not THOROUGH, reason="makes sixteen workbooks")
def test_sixteen_workbooks_with_conflicts_and_one_that_is_spoilt(tmp_path: Path) -> None:
    """What is in the register in the end is just what was written in the cells."""
    (tmp_path / REGISTER).write_bytes(NEW.read_bytes())
    for code in CODES:
        assert tiltak("export", "--for", code, "-o", f"{code}.xlsx", cwd=tmp_path).code == 0
    leads = {"KD": "T004", "FIN": "T012", "KLD": "T005", "HOD": "T006", "JD": "T019"}
    for code, identity in leads.items():
        fill_in(tmp_path / f"{code}.xlsx", f"{identity} Fremdrift = {code} skriver dette.")
    for code, value in (("BFD", "2026-01"), ("DFD", "2026-02"), ("LMD", "2026-03")):
        identity = {"BFD": "T002", "DFD": "T003", "LMD": "T022"}[code]
        fill_in(tmp_path / f"{code}.xlsx", f"{identity} Frist = {value}")
        assert tiltak("set", identity, "frist=2027", cwd=tmp_path).code == 0
    fill_in(tmp_path / "SMK.xlsx", "T009 Frist = 3/4/2025")
    before = (tmp_path / REGISTER).read_text("utf-8")
    books = [f"{code}.xlsx" for code in CODES]
    done = tiltak("import", *books, "--write", cwd=tmp_path)
    assert (done.code, (tmp_path / REGISTER).read_text("utf-8")) == (1, before)
    assert "SMK.xlsx: J" not in done.err
    assert "SMK.xlsx: F" in done.err
    assert "1 feil og 3 konflikter" in done.err
    rest = [book for book in books if book != "SMK.xlsx"]
    done = tiltak("import", *rest, "--on-conflict", "theirs", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.count("ingen endringer.") == len(rest) - 8
    lines = lines_changed(before, (tmp_path / REGISTER).read_text("utf-8"))
    added = sorted(line.strip("+ ").replace('"', "") for line in lines if line[0] == "+")
    told = [f"fremdrift: {code} skriver dette." for code in leads]
    assert added == sorted([*told, "frist: 2026-01", "frist: 2026-02", "frist: 2026-03"])
