"""Notes on cells that come back: only the words of people are told and written."""

from pathlib import Path

import pytest
from command import tiltak
from few import FEW_NEW, FEW_OLD
from openpyxl import load_workbook
from openpyxl.comments import Comment
from returned_books import REGISTER, bring, depot
from workbook_edits import FILL_IN, note

THREAD = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; "
    "however, any edits to it will get removed if the file is opened in a newer version of "
    "Excel. Learn more: https://go.microsoft.com/fwlink/?linkid=870924\n\n"
)


@pytest.mark.wide
@pytest.mark.parametrize("label", ["Comment:", "Kommentar:"])
def test_of_a_thread_only_the_words_are_written(tmp_path: Path, label: str) -> None:
    change = note("Tiltak!C5", f"{THREAD}{label}\n    Vi deltar gjerne")
    done, lines = bring(depot(tmp_path), change, "--notes", "--write", options=FILL_IN)
    assert (done.code, lines) == (0, ["+    merknad: Vi deltar gjerne"])
    assert "Merknad på C5 (T011): Vi deltar gjerne\n" in done.out


@pytest.mark.wide
def test_what_is_added_to_a_note_of_ours_is_told(tmp_path: Path) -> None:
    (tmp_path / REGISTER).write_text(FEW_NEW, "utf-8")
    (tmp_path / "før.yaml").write_text(FEW_OLD, "utf-8")
    assert tiltak("export", "--since", "før.yaml", "-o", "bok.xlsx", cwd=tmp_path).code == 0
    book = load_workbook(tmp_path / "bok.xlsx")
    cells = [cell for row in book["Tiltak"] for cell in row if cell.comment]
    ours = cells[0].comment
    assert ours
    cells[0].comment = Comment(f"{ours.text}\nDette stemmer ikke.", ours.author)
    book.save(tmp_path / "bok.xlsx")
    done = tiltak("import", "bok.xlsx", cwd=tmp_path)
    place = cells[0].coordinate
    assert (done.code, f"Merknad på {place} (" in done.out) == (0, True)
    assert "): Dette stemmer ikke.\n" in done.out
