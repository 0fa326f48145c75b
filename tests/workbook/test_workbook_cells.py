"""What the cells said when a workbook was made is kept in it, so that edits can be told."""

import io

import pytest
from openpyxl import load_workbook
from test_workbook_base import base_of, filled_with
from workbook_edits import cells_of

from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import SHEETS
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import Book


@pytest.mark.wide
@pytest.mark.parametrize("text", ["_x0041_", "_x005F_x0041_", "=1+1", " x\n", "lang " * 20_000])
def test_the_cells_are_kept_as_a_reader_finds_them(text: str) -> None:
    register = filled_with(text)
    data = assembled(
        Book(overview(register, register.as_of), None, SHEETS), (SHEETS[1], SHEETS[-1]), "x"
    )
    written = base_of(data).written
    assert written
    assert cells_of(data) == written.sheets
    again = io.BytesIO()
    load_workbook(io.BytesIO(data)).save(again)
    assert cells_of(again.getvalue()) == written.sheets
