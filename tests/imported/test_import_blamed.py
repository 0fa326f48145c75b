"""What is wrong is told by the cell that made it, and of several workbooks by the one."""

import json
import shlex
from pathlib import Path

import pytest
from command import tiltak
from returned_books import REGISTER, again, all_of, bring, depot, lines_changed, put_book
from workbook_edits import put

from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.imported.together import Together
from tiltak_cli.edits.imported.written import Changed, FileFor, written
from tiltak_cli.edits.opened import Opened

WHY = "Det går ikke."


@pytest.mark.wide
@pytest.mark.parametrize("order", [("KD.xlsx", "FIN.xlsx"), ("FIN.xlsx", "KD.xlsx")])
def test_a_new_fault_is_of_the_workbook_that_wrote_the_field(
    tmp_path: Path, order: tuple[str, str]
) -> None:
    depot(tmp_path)
    put_book(tmp_path, put("Tiltak!G9", "KD, FIN"), "KD.xlsx")
    put_book(tmp_path, all_of([put("Tiltak!I9", "lav"), put("Tiltak!H9", "vedtatt")]), "FIN.xlsx")
    done = tiltak("import", *order, cwd=tmp_path)
    assert done.code == 1
    assert done.err.startswith("tiltak: KD.xlsx: G9 (T011, deltakere): ")
    assert done.err.splitlines()[-1].endswith("slik: tiltak import FIN.xlsx")


@pytest.mark.wide
def test_what_cannot_be_written_is_told_by_its_cell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stubborn(register: Opened, result: Together, file_for: FileFor) -> Changed:
        if any(wish.field == "fremdrift" for wish in result.wishes):
            raise EditError(WHY)
        return written(register, result, file_for)

    monkeypatch.setattr("tiltak_cli.edits.imported.checked.written", stubborn)
    change = all_of([put("Tiltak!I5", "lav"), put("Tiltak!N7", "Ny."), put("Tiltak!I6", "høy")])
    done, lines = bring(depot(tmp_path), change, "--write")
    assert (done.code, lines) == (1, [])
    assert done.err.startswith(f"tiltak: N7 (T003, fremdrift): {WHY}\n")


def two_answers(folder: Path) -> None:
    put_book(depot(folder), put("Tiltak!L9", "gul"), "KD.xlsx")
    put_book(folder, put("Tiltak!L9", "grønn"), "FIN.xlsx")


@pytest.mark.wide
@pytest.mark.parametrize(("answer", "line"), [("1", "gul"), ("2", "grønn"), ("r", "")])
def test_one_of_two_workbooks_is_chosen_by_its_name(tmp_path: Path, answer: str, line: str) -> None:
    two_answers(tmp_path)
    before = (tmp_path / REGISTER).read_text("utf-8")
    done = tiltak(
        *("import", "KD.xlsx", "FIN.xlsx", "--write"),
        cwd=tmp_path,
        stdin=f"{answer}\n".encode(),
        someone=True,
    )
    assert (done.code, "1 for KD.xlsx, 2 for FIN.xlsx" in done.out) == (0, True)
    changed = lines_changed(before, (tmp_path / REGISTER).read_text("utf-8"))
    assert changed == (["-    vurdering: rød", f"+    vurdering: {line}"] if line else [])


@pytest.mark.wide
def test_the_option_does_not_choose_between_two_workbooks(tmp_path: Path) -> None:
    two_answers(tmp_path)
    done = tiltak("import", "KD.xlsx", "FIN.xlsx", "--on-conflict", "theirs", cwd=tmp_path)
    assert done.code == 1
    assert "--on-conflict kan ikke velge mellom dem." in done.err
    assert "theirs" not in done.err


@pytest.mark.wide
def test_what_the_sheet_said_is_told_where_the_register_is_kept(tmp_path: Path) -> None:
    depot(tmp_path)
    assert tiltak("set", "T001", "frist=2026-01", cwd=tmp_path).code == 0
    done, lines = bring(tmp_path, put("Tiltak!J5", "2027"), "--on-conflict", "ours")
    assert (done.code, lines) == (0, [])
    assert done.out == "1 konflikt: registeret er beholdt (T001.frist: arket 2027, J5).\n"
    done, _ = again(tmp_path, "--on-conflict", "ours", "--format", "json")
    (kept,) = json.loads(done.out)["kept"]
    assert (kept["measure"], kept["field"], kept["theirs"]) == ("T001", "frist", 2027)


@pytest.mark.wide
def test_the_line_that_takes_the_others_does_the_same(tmp_path: Path) -> None:
    put_book(depot(tmp_path), put("Tiltak!H8", "xyz"), "KD.xlsx")
    put_book(tmp_path, put("Tiltak!I5", "lav"), "F & N.xlsx")
    put_book(tmp_path, put("Tiltak!J6", "2027"), "BFD.xlsx")
    assert tiltak("set", "T002", "frist=2026-01", cwd=tmp_path).code == 0
    options = ("--notes", "--rename", "--ignore-column", "Vår merknad")
    books = ("KD.xlsx", "F & N.xlsx", "BFD.xlsx")
    done = tiltak("import", *books, *options, "--write", cwd=tmp_path)
    line = done.err.strip().rpartition(": ")[2]
    assert shlex.split(line) == [
        *("tiltak", "import", "F & N.xlsx", "--ignore-column", "Vår merknad"),
        *("--rename", "--notes", "--write"),
    ]
    assert tiltak(*shlex.split(line)[1:], cwd=tmp_path).code == 0
