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

from tiltak_cli.domain.norwegian import counted

PAGE = ROOT / "docs" / "håndbok" / "svar.md"
PART = re.compile(
    r"```console\n(?P<commands>.*?)```|<!-- (?P<book>\S+)\n(?P<cells>.*?)-->", re.DOTALL
)
# Whose workbooks come back: with a text, with a deadline that has moved on here, and others.
TEXTS = {"KD": "T004", "FIN": "T012", "KLD": "T005", "HOD": "T006", "JD": "T019"}
CONFLICTS = {"BFD": "T002", "DFD": "T003", "LMD": "T022"}
OTHERS = ("AID", "DSS", "ED", "KDD", "KUD", "SD", "UD")
SPOILT = "SMK"
# In the short run a workbook of each kind, and one in which nobody has written.
MOST = 99 if THOROUGH else 1
NOTE = "(kommentar) "


def fill_in(path: Path, cells: str) -> None:
    """Write in a workbook: `T004 Fremdrift = Ny tekst` on each line."""
    book = load_workbook(path)
    sheets = [book[name] for name in ("Tiltak", "Dere deltar") if name in book.sheetnames]
    found = {
        row[0].value: (sheet, row[0].row) for sheet in sheets for row in sheet.iter_rows(min_row=5)
    }
    for line in cells.strip().splitlines():
        where, _, value = line.partition(" = ")
        identity, _, label = where.partition(" ")
        sheet, row = found[identity]
        labels = {str(c.value).removeprefix("✎ "): c.coordinate[:-1] for c in sheet[4]}
        cell = sheet[f"{labels.get(label, 'B')}{row}"]
        if value.startswith(NOTE):
            cell.comment = Comment(value.removeprefix(NOTE), "KD")
        else:
            cell.value = value
    book.save(path)


@pytest.mark.wide
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


@pytest.mark.wide
@pytest.mark.hypothesis
def test_workbooks_with_conflicts_and_one_that_is_spoilt(tmp_path: Path) -> None:
    """Of sixteen in all: what is in the register in the end is just what was written in cells."""
    texts, conflicts = (dict(list(part.items())[:MOST]) for part in (TEXTS, CONFLICTS))
    books = [f"{code}.xlsx" for code in sorted((*texts, *conflicts, *OTHERS[:MOST], SPOILT))]
    (tmp_path / REGISTER).write_bytes(NEW.read_bytes())
    for book in books:
        code = book.removesuffix(".xlsx")
        assert tiltak("export", "--for", code, "-o", book, cwd=tmp_path).code == 0
    for code, identity in texts.items():
        fill_in(tmp_path / f"{code}.xlsx", f"{identity} Fremdrift = {code} skriver dette.")
    for number, (code, identity) in enumerate(conflicts.items(), 1):
        fill_in(tmp_path / f"{code}.xlsx", f"{identity} Frist = 2026-0{number}")
        assert tiltak("set", identity, "frist=2027", cwd=tmp_path).code == 0
    fill_in(tmp_path / f"{SPOILT}.xlsx", "T012 Frist = 3/4/2025")
    before = (tmp_path / REGISTER).read_text("utf-8")
    done = tiltak("import", *books, "--write", cwd=tmp_path)
    assert (done.code, (tmp_path / REGISTER).read_text("utf-8")) == (1, before)
    assert f"{SPOILT}.xlsx: Dere deltar!F" in done.err
    assert f"1 feil og {counted(len(conflicts), 'konflikt', 'konflikter')}" in done.err
    rest = [book for book in books if book != f"{SPOILT}.xlsx"]
    done = tiltak("import", *rest, "--on-conflict", "theirs", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.count(": ikke svart.") == len(rest) - len(texts) - len(conflicts)
    lines = lines_changed(before, (tmp_path / REGISTER).read_text("utf-8"))
    # Of a deadline that is moved, the first one stays.
    lines = [line for line in lines if "opprinnelig_frist" not in line]
    added = sorted(line.strip("+ ").replace('"', "") for line in lines if line[0] == "+")
    told = [f"fremdrift: {code} skriver dette." for code in texts]
    assert added == sorted([*told, *(f"frist: 2026-0{n + 1}" for n in range(len(conflicts)))])
