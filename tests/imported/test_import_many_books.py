"""Workbooks that come back from many ministries at once, some with faults and conflicts."""

from pathlib import Path

import pytest
from command import NEW, tiltak
from returned_books import REGISTER, fill_in, lines_changed
from support import THOROUGH

from tiltak_cli.domain.norwegian import counted

# Whose workbooks come back: with a text, with a deadline that has moved on here, and others.
TEXTS = {"KD": "T004", "FIN": "T012", "KLD": "T005", "HOD": "T006", "JD": "T019"}
CONFLICTS = {"BFD": "T002", "DFD": "T003", "LMD": "T022"}
OTHERS = ("AID", "DSS", "ED", "KDD", "KUD", "SD", "UD")
SPOILT = "SMK"
# In the short run a workbook of each kind, and one in which nobody has written.
MOST = 99 if THOROUGH else 1


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
