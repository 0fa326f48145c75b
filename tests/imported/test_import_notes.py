"""Notes on cells that come back: only the words of people are told and written."""

from pathlib import Path

import pytest
from command import tiltak
from few import FEW_NEW, FEW_OLD
from openpyxl import load_workbook
from openpyxl.comments import Comment
from returned_books import REGISTER, again, all_of, bring, depot, put_book
from workbook_edits import FILL_IN, Change, note, put

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.views.excel.kit.book import Options

WITH_NOTES = Options(columns=(BY_KEY["tittel"], BY_KEY["merknad"]))
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


# What stands in the register, a note, and what becomes of it.
ADDED: tuple[tuple[str, str, list[str]], ...] = (
    ("Jan følger opp", "Ja", ["Jan følger opp", "Ja"]),
    ("Ja, vi kommer.", "Ja", ["Ja, vi kommer. Ja"]),
    ("Ring KD. Ja", "Ja", []),
    ("Ring KD. Ja", "Ring KD.", []),
    ("Ring KD. Ja", "KD. Ja", ["Ring KD. Ja", "KD. Ja"]),
)


@pytest.mark.wide
@pytest.mark.parametrize(("there", "text", "lines"), ADDED)
def test_a_note_is_added_unless_it_stands_there_word_for_word(
    tmp_path: Path, there: str, text: str, lines: list[str]
) -> None:
    depot(tmp_path)
    assert tiltak("set", "T001", f"merknad={there}", cwd=tmp_path).code == 0
    _, changed = bring(tmp_path, note("Tiltak!C5", text), "--notes", "--write")
    written = [line.removeprefix("+    merknad:").strip("+ ") for line in changed if line[0] == "+"]
    assert [line for line in written if line != "|-"] == lines
    done, none = again(tmp_path, "--notes", "--write")
    assert (done.code, none) == (0, [])


@pytest.mark.wide
def test_a_note_comes_after_what_is_written_in_the_cell_of_notes(tmp_path: Path) -> None:
    change = all_of([put("Tiltak!C5", "Skrevet i cellen."), note("Tiltak!B5", "Og et notat.")])
    done, lines = bring(depot(tmp_path), change, "--notes", "--write", options=WITH_NOTES)
    assert (done.code, lines) == (0, ["+    merknad: Skrevet i cellen. Og et notat."])
    done, none = again(tmp_path, "--notes", "--write")
    assert (done.code, none) == (0, [])


# What each of two workbooks has of one measure.
OF_TWO: dict[str, tuple[Change, Change, str]] = {
    "notes": (note("Tiltak!B5", "KDs."), note("Tiltak!C5", "FINs."), "KDs. FINs."),
    "a cell and a note": (
        put("Tiltak!C5", "I cellen."),
        note("Tiltak!B5", "FINs."),
        "I cellen. FINs.",
    ),
    "the same": (note("Tiltak!B5", "Felles."), note("Tiltak!B5", "Felles."), "Felles."),
}


@pytest.mark.wide
@pytest.mark.parametrize(("one", "other", "written"), OF_TWO.values(), ids=OF_TWO)
def test_notes_of_two_workbooks_are_both_written(
    tmp_path: Path, one: Change, other: Change, written: str
) -> None:
    depot(tmp_path)
    put_book(tmp_path, one, "KD.xlsx", WITH_NOTES)
    put_book(tmp_path, other, "FIN.xlsx", WITH_NOTES)
    for _ in range(2):
        done = tiltak("import", "KD.xlsx", "FIN.xlsx", "--notes", "--write", cwd=tmp_path)
        assert (done.code, done.err) == (0, "")
        assert f"    merknad: {written}\n" in (tmp_path / REGISTER).read_text("utf-8")


@pytest.mark.wide
def test_a_note_on_a_milestone_is_written_and_one_on_a_heading_is_said_not_to_be(
    tmp_path: Path,
) -> None:
    change = all_of([note("Milepæler!D8", "Blir forsinket"), note("Tiltak!C4", "Hva er dette?")])
    done, lines = bring(depot(tmp_path), change, "--notes", "--write")
    assert (done.code, lines) == (0, ['+    merknad: "M1: Blir forsinket"'])
    assert (
        "Merknaden på C4 står ikke i raden til et tiltak i registeret, og blir ikke skrevet.\n"
        in done.out
    )


@pytest.mark.wide
def test_notes_follow_a_measure_that_has_got_another_id(tmp_path: Path) -> None:
    put_book(depot(tmp_path), note("Tiltak!C8", "Om kommunene"))
    register = tmp_path / REGISTER
    register.write_text(register.read_text("utf-8").replace("T005", "T095"), "utf-8")
    done, lines = again(tmp_path, "--notes", "--write")
    assert (done.code, lines) == (0, ["+    merknad: Om kommunene"])
    assert "Merknad på C8 (T095): Om kommunene\n" in done.out
