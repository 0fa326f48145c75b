"""Columns that were sorted or pushed by themselves, and changes that only look like it."""

from pathlib import Path

import pytest
from command import NEW, tiltak
from openpyxl import Workbook, load_workbook
from returned_books import REGISTER, changed, depot, lines_changed
from support import spread
from workbook_edits import brought, sheet_of

from tiltak_cli.sources.workbook.answers.moved import values_moved

PRIORITY, PROGRESS = 9, 14

# What stood in a column, a letter a cell, what stands there now, and whether it was moved.
COLUMNS = (
    ("one cell put in", "abcdefg", "xabcdef", True),
    ("one cell taken out", "abcdefg", "bcdefg ", True),
    ("two cells put in", "abcdefgh", "xyabcdef", True),
    ("one cell taken out of three values", "abcbacbabcabcbac", "bcbacbabcabcbac ", True),
    ("some moved past others", "abcdefgh", "abefgcdh", True),
    ("sorted", "bdacbdca", "aabbccdd", True),
    ("sorted downwards", "abdcbdca", "ddccbbaa", True),
    ("two values sorted", "abababaababbabab", "aaaaaaaabbbbbbbb", True),
    ("mixed", "abcdefgh", "hgfedcba", True),
    ("three up and three down", "aababbabab", "bbaaababaa", False),
    ("the first three and the last three", "aaabbb", "bbbaaa", False),
    ("few", "abcdefgh", "bacdefgh", False),
    ("all anew", "abcdefgh", "ijklmnop", False),
    ("dragged", "abcdefgh", "aaaaaaaa", False),
    ("all done", "abacabac", "dddddddd", False),
    ("emptied", "abcdefgh", "        ", False),
    ("one step on", "aabbccdd", "bbccddee", False),
)


@spread(("before", "now", "moved"), [row[1:] for row in COLUMNS], 1, ids=[r[0] for r in COLUMNS])
def test_a_column_that_was_moved(before: str, now: str, *, moved: bool) -> None:
    texts = [[letter.strip() for letter in each] for each in (before, now)]
    differing = sum(one != other for one, other in zip(before, now, strict=True))
    assert values_moved(*texts) == (differing if moved else 0)


def edited(folder: Path, priorities: dict[int, str]) -> tuple[int, str, list[str]]:
    """Import a workbook of the whole example with other priorities in some of its rows."""
    assert tiltak("export", "-o", "bok.xlsx", cwd=depot(folder)).code == 0
    book = load_workbook(folder / "bok.xlsx")
    for row, word in priorities.items():
        sheet_of(book, "Tiltak").cell(row, PRIORITY).value = word
    book.save(folder / "bok.xlsx")
    done = tiltak("import", "bok.xlsx", "--write", cwd=folder)
    after = (folder / REGISTER).read_text("utf-8")
    return done.code, done.err, lines_changed(NEW.read_text("utf-8"), after)


def priorities_of(book: Workbook) -> dict[int, str]:
    sheet = sheet_of(book, "Tiltak")
    return {row: str(sheet.cell(row, PRIORITY).value) for row in range(5, 33)}


@pytest.mark.wide
@pytest.mark.parametrize(("anew", "moved"), [(2, True), (3, False)])
def test_two_texts_that_have_changed_places_among_more_that_are_new(
    anew: int, *, moved: bool
) -> None:
    """As many moved as new is a broken sort; where most are new, someone may have meant it."""

    def change(book: Workbook) -> None:
        sheet = sheet_of(book, "Tiltak")
        for number in range(anew):
            sheet.cell(5 + number, PROGRESS).value = f"Noe helt nytt i rad {number}."
        last = [sheet.cell(row, PROGRESS) for row in (9, 10)]
        last[0].value, last[1].value = last[1].value, last[0].value

    found = brought(changed(change))
    assert [each.place for each in found.spoilt] == ["Tiltak"] * moved
    assert len(found.entries) == (0 if moved else anew + 2)


@pytest.mark.wide
def test_a_row_above_the_headings_is_told_also_where_it_says_what_they_do() -> None:
    def change(book: Workbook) -> None:
        sheet = sheet_of(book, "Tiltak")
        sheet.insert_rows(4)
        sheet["B4"] = "Tiltak"
        sheet["C4"] = "Husk møtet"

    (told,) = brought(changed(change)).told
    assert told.startswith("Tiltak!B4 («Tiltak») og Tiltak!C4 («Husk møtet») er ikke lest.")


@pytest.mark.wide
def test_three_up_and_three_down_are_six_changes(tmp_path: Path) -> None:
    assert tiltak("export", "-o", "bok.xlsx", cwd=depot(tmp_path)).code == 0
    stood = priorities_of(load_workbook(tmp_path / "bok.xlsx"))
    high = [row for row, word in stood.items() if word == "høy"][:3]
    middle = [row for row, word in stood.items() if word == "middels"][:3]
    wanted = dict.fromkeys(high, "middels") | dict.fromkeys(middle, "høy")
    code, err, lines = edited(tmp_path, wanted)
    assert (code, err, len(lines)) == (0, "", 12)


@pytest.mark.wide
def test_a_column_sorted_by_itself_says_how_the_rest_is_read(tmp_path: Path) -> None:
    assert tiltak("export", "-o", "bok.xlsx", cwd=depot(tmp_path)).code == 0
    stood = priorities_of(load_workbook(tmp_path / "bok.xlsx"))
    code, err, lines = edited(tmp_path, dict(zip(stood, sorted(stood.values()), strict=True)))
    assert (code, lines) == (1, [])
    assert "Kolonnen «Prioritet» er sortert eller forskjøvet for seg (" in err
    assert "les de andre med --ignore-column Prioritet." in err
    done = tiltak("import", "bok.xlsx", "--ignore-column", "Prioritet", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
