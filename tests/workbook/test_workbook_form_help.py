"""What helps and refuses in a workbook that a ministry fills in, in every language."""

from datetime import date
from functools import cache

import pytest
from command import OLD
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from support import spread
from workbook_dump import compared, example, opened, seen

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.selection import Selection, select
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.views.excel.kit.heights import USUAL, WIDTHS
from tiltak_cli.views.excel.kit.palette import Tint, contrast
from tiltak_cli.wording import Language

LANGUAGES = pytest.mark.parametrize("language", Language)


@cache
def form(language: Language) -> Workbook:
    """KD's workbook with all there may be in it."""
    new = example()
    chosen = select(new, Selection(organisations=("KD",)), new.as_of)
    news = compare(example(str(OLD)), new).of({m.id for m in chosen})
    options = Options(language, audience=("KD",), due=date(2024, 8, 30), contact="Oss")
    return opened(workbook(overview(new, new.as_of, chosen), news, options))


def rules(language: Language) -> list[DataValidation]:
    sheets = seen(form(language))
    return [rule for sheet in sheets for rule in sheet.data_validations.dataValidation]


@pytest.mark.parametrize("language", Language)
def test_help_and_refusals_fit_their_boxes(language: Language) -> None:
    for rule in rules(language):
        assert len(rule.promptTitle or "") <= 32
        assert len(rule.errorTitle or "") <= 32
        assert len(rule.error or "") <= 225
        assert len(rule.prompt or "") <= 255
        assert len(rule.formula1 or "") <= 255


@spread("language", Language, every=3)
def test_a_drop_down_of_words_rejects_and_one_of_codes_helps(language: Language) -> None:
    """In a cell that may hold several codes, a list can only suggest one."""
    lists = [rule for rule in rules(language) if rule.type == "list"]
    rejecting = {r.formula1 for r in lists if r.showErrorMessage and r.errorStyle == "stop"}
    helping = {rule.formula1 for rule in lists if not rule.showErrorMessage}
    assert helping == {"liste_virksomheter", "liste_retningsvalg"}
    assert rejecting == {
        *("liste_status", "liste_vurdering", "liste_prioritet", "liste_mål", "egne_id"),
        *('"ja,nei"', '"deltar,deltar ikke"', '"foreslått,vedtatt,igangsatt"'),
    }


@pytest.mark.wide
@LANGUAGES
def test_every_name_that_a_list_or_a_mark_uses_is_there(language: Language) -> None:
    book = form(language)
    names = set(book.defined_names)
    used = {r.formula1 for r in rules(language) if r.type == "list" and '"' not in str(r.formula1)}
    assert used <= names
    assert {"rapportdato", "milepæler_id", "milepæler_nådd", "felt_id", "felt_status"} <= names
    assert book.defined_names["rapportdato"].attr_text == "DATE(2024,6,15)"


@LANGUAGES
def test_every_mark_can_be_read(language: Language) -> None:
    marks = [
        rule.dxf
        for sheet in seen(form(language))
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]
    assert len(marks) > 40
    for mark in marks:
        text = str(mark.font.color.rgb)[2:]
        filled = mark.fill.bgColor.rgb if mark.fill else f"FF{palette.WHITE}"
        assert contrast(Tint(str(filled)[2:], text)) >= 4.5


@LANGUAGES
def test_an_edge_stands_out_from_what_it_is_around(language: Language) -> None:
    """A cell to write in is known by its edge where its fill is not seen."""
    assert contrast(Tint(palette.INPUT.fill, palette.INPUT_EDGE)) >= 3
    assert contrast(Tint(palette.WHITE, palette.INPUT_EDGE)) >= 3
    for sheet in seen(form(language))[1:]:
        (table,) = sheet.tables.values()
        assert sheet.freeze_panes
        assert sheet.page_setup.fitToWidth == 1
        assert table.autoFilter


# Column widths are in figures of the usual size; a heading is in bold, a pencil before it or not.
FIGURE, PADDING = 5.577, 0.7


@LANGUAGES
@spread("filled_in", [True, False], every=6)
def test_no_heading_breaks_within_a_word(language: Language, *, filled_in: bool) -> None:
    book = form(language) if filled_in else opened(compared(Options(language)))
    broken = []
    for sheet in filter(lambda each: each.tables, seen(book)):
        for cell in next(iter(sheet.iter_rows(min_row=4, max_row=4))):
            words = str(cell.value or "").replace("✎ ", "✎\N{NO-BREAK SPACE}").split(" ")
            room = sheet.column_dimensions[cell.coordinate[:-1]].width - PADDING
            longest = max((sum(WIDTHS.get(c, USUAL) for c in word) for word in words), default=0)
            if longest * 11 / 1000 > room * FIGURE and not cell.number_format.endswith('"'):
                broken.append((sheet.title, cell.value))
    assert broken == []
