"""Colours: everyone can read every text, and no meaning is carried by colour alone."""

from itertools import combinations

import pytest
from openpyxl.cell.cell import Cell
from workbook_dump import cells, compared, opened

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.book import Options, Paper
from tiltak_cli.views.excel.kit.palette import Tint, contrast
from tiltak_cli.views.excel.sheets.marks import MARKS
from tiltak_cli.wording import Language

ENOUGH = 4.5
# Two greys beside each other; and a bar on white paper.
TOLD_APART, ON_PAPER = 1.3, 1.7


def tints() -> list[Tint]:
    """Every pair of colours that the module holds, wherever it stands."""
    found = []
    for value in vars(palette).values():
        values = value.values() if isinstance(value, dict) else (value,)
        found += [each for each in values if isinstance(each, Tint)]
    return found


def test_contrast_is_reckoned_as_the_guidelines_do() -> None:
    assert contrast(Tint("FFFFFF", "000000")) == pytest.approx(21)
    assert contrast(Tint("FFFFFF", "767676")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("tint", tints(), ids=str)
def test_every_pair_of_the_palette_can_be_read(tint: Tint) -> None:
    assert contrast(tint) >= ENOUGH


@pytest.mark.parametrize(("one", "other"), [*combinations(palette.BARS.values(), 2)])
def test_no_two_bars_are_the_same_grey_on_paper(one: Tint, other: Tint) -> None:
    assert contrast(Tint(one.fill, other.fill)) >= TOLD_APART


def test_a_bar_that_is_as_pale_as_the_paper_has_an_edge() -> None:
    for kind, bar in palette.BARS.items():
        edge = palette.BAR_EDGES.get(kind, bar.fill)
        assert contrast(Tint(palette.WHITE, edge)) >= ON_PAPER, kind


def fill(cell: Cell) -> str:
    return str(cell.fill.fgColor.rgb)[2:] if cell.fill.fill_type else palette.WHITE


WORKBOOKS = {
    "usual": Options(),
    "in English on A4": Options(Language.EN, Paper.A4),
    "to fill in": Options(audience=("KD",)),
    "one column": Options(columns=(BY_KEY["frist"],)),
}


@pytest.mark.parametrize("options", WORKBOOKS.values(), ids=WORKBOOKS)
def test_every_cell_can_be_read_and_has_colours_of_the_palette(options: Options) -> None:
    """A pair that is put together outside the palette would not have been looked at above."""
    pairs = {(tint.fill, tint.text) for tint in tints()}
    seen = [s for s in opened(compared(options)).worksheets if s.sheet_state == "visible"]
    for sheet in seen:
        for cell in cells(sheet):
            text = str(cell.font.color.rgb)[2:]
            assert contrast(Tint(fill(cell), text)) >= ENOUGH, cell
            assert (fill(cell), text) in pairs, cell


def test_every_mark_of_the_example_can_be_read() -> None:
    for sheet in opened(compared()).worksheets:
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                # The grid of the timeline has lines only.
                if rule.dxf.font is None:
                    assert rule.dxf.border
                    continue
                text = str(rule.dxf.font.color.rgb)[2:]
                filled = rule.dxf.fill.bgColor.rgb if rule.dxf.fill else f"FF{palette.WHITE}"
                assert contrast(Tint(str(filled)[2:], text)) >= ENOUGH


def test_every_word_has_a_symbol_of_its_own() -> None:
    for marks in MARKS.values():
        assert len({mark.symbol for mark in marks}) == len(marks)
