"""What is wrong is told by the cell that made it, and of several workbooks by the one."""

from pathlib import Path

import pytest
from command import tiltak
from returned_books import all_of, bring, depot, put_book
from workbook_edits import put

from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.imported.together import Together
from tiltak_cli.edits.imported.written import Changed, FileFor, written
from tiltak_cli.edits.opened import Opened

WHY = "Det går ikke."


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
