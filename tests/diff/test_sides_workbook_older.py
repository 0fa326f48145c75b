"""Workbooks from older versions, which did not keep what stood in the cells; and spoilt ones."""

from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from workbook_dump import editable
from workbook_edits import (
    MEETING,
    NOTHING,
    Change,
    depot,
    exported,
    put,
    saved,
    sheet_of,
    sorted_by,
    told,
    without_the_measures,
)

from tiltak_cli.domain.canonical import canonical
from tiltak_cli.sources.workbook.base import CELLS, Base, head_hash, read_base
from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.wording import Language


def without_cells(book: Workbook) -> None:
    sheet = book["_meta"]
    for row in reversed(range(1, sheet.max_row + 1)):
        if sheet.cell(row, 2).value == CELLS:
            sheet.delete_rows(row)
    rows = [row for row in sheet.iter_rows() if row[1].value and not row[0].value]
    head = {str(row[1].value): str(row[3].value) for row in rows}
    rows[-1][3].value = canonical(head_hash(head))


def older(change: Change, options: Options) -> str:
    def both(book: Workbook) -> None:
        change(book)
        without_cells(book)

    return told(both, options)


@pytest.mark.wide
@pytest.mark.parametrize("options", [MEETING, Options(Language.EN)], ids=["bokmål", "english"])
def test_an_older_workbook_is_held_against_what_it_was_made_from(options: Options) -> None:
    title = "Measures" if options.language is Language.EN else "Tiltak"
    assert older(lambda _: None, options) == ""
    heading = sheet_of(editable(exported(options)), title)[4]
    column = next(cell.column for cell in heading if cell.value == "Status")

    def changed(book: Workbook) -> None:
        sorted_by(title, 3)(book)
        row = next(r for r in sheet_of(book, title).iter_rows(min_row=5) if r[0].value == "T011")
        row[column - 1].value = "utgår"

    assert older(changed, options).endswith(" T011.status: igangsatt → utgår")
    assert older(put(f"{title}!T6", "Nei"), options).startswith("T6: «Nei» står i en kolonne")


@pytest.mark.wide
def test_an_older_workbook_without_its_sheet() -> None:
    assert "Arket Tiltak er borte." in older(without_the_measures, MEETING)


@pytest.mark.wide
def test_of_an_older_workbook_it_is_said_what_is_not_known(tmp_path: Path) -> None:
    depot(tmp_path, without_cells)
    done = tiltak("diff", "bok.xlsx", cwd=tmp_path)
    assert (done.code, done.out.splitlines()[1]) == (0, NOTHING)
    assert "Bare arkene med tiltak og milepæler er kontrollert" in done.err


@pytest.mark.wide
@pytest.mark.parametrize("content", ['"!"', '"eJw="', '"AAAA"', "1", '"eJyrBgABAAEA"'])
def test_what_is_kept_of_the_cells_may_be_spoilt(content: str) -> None:
    def spoilt(book: Workbook) -> None:
        for row in sheet_of(book, "_meta").iter_rows():
            if row[1].value == CELLS:
                row[3].value = content if str(row[2].value) == "1" else ""

    refusal = read_base(saved(spoilt))
    assert not isinstance(refusal, Base)
    assert "er endret siden arbeidsboken ble laget" in refusal.sentence
