"""What all sheets share: title, one sentence, no gridlines, column widths, paper and footer."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.sources.workbook.fit import clean
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.heights import UNIT_POINTS

A3, A4 = 8, 9
# The width of the paper on its long side, in points.
LONG_SIDE = {A3: 1190.6, A4: 841.9}
INCH = 72
# The size of the text in a table, the least of it that can be read on paper, and with ease.
TEXT_SIZE, READABLE, EASY = 11.0, 8.5, 9.0
# Footers hold 255 characters in all, with each «&» written twice.
FOOTER_LENGTH = 80


class Page(NamedTuple):
    """Paper as the format numbers it, pages in height (0 for as many as it takes), inch margins.

    `wide` is the number of pages beside each other; they lie on their long side but for a letter's.
    """

    paper: int = A4
    tall: int = 0
    side: float = 0.3
    wide: int = 1
    upright: bool = False


def printed_size(widths: Sequence[float], page: Page, size: float = TEXT_SIZE) -> float:
    """The size in points of a text on paper, where the columns fit the pages' width.

    `widths` are in characters. Pages are made smaller to fit, and never larger. The columns that
    every page repeats are not reckoned with.
    """
    room = page.wide * (LONG_SIDE[page.paper] - 2 * page.side * INCH)
    return size * min(1.0, room / (sum(widths) * UNIT_POINTS))


def widest(page: Page) -> float:
    """How wide a sheet may be, in characters, to be read with ease on a page."""
    return (LONG_SIDE[page.paper] - 2 * page.side * INCH) / UNIT_POINTS * TEXT_SIZE / EASY


def readable(widths: Sequence[float], page: Page) -> Page:
    """The same page, with as many beside each other as it takes to read the text."""
    while printed_size(widths, page) < READABLE:
        page = page._replace(wide=page.wide + 1)
    return page


def set_up(
    sheet: Worksheet, book: Book, title: str, sentence: str, widths: Sequence[float], page: Page
) -> None:
    """Give a sheet its title, sentence, columns (widths in characters) and printed page."""
    put(sheet, 1, 1, title, styles.TITLE)
    put(sheet, 2, 1, sentence, styles.SENTENCE)
    sheet.row_dimensions[1].height = 30
    sheet.row_dimensions[2].height = 18
    sheet.row_dimensions[3].height = 9
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.sheet_view.showGridLines = False
    sheet.sheet_properties.tabColor = f"FF{palette.DARK}"
    _print(sheet, book, page)


def repeat_header(sheet: Worksheet, row: int, frozen_columns: int) -> None:
    """Keep the header row, and columns at the left, in sight on screen and on every page."""
    # Named, not asked for: asking for a cell makes one, beside the table.
    sheet.freeze_panes = f"{get_column_letter(frozen_columns + 1)}{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"
    if (sheet.page_setup.fitToWidth or 1) > 1 and frozen_columns:
        sheet.print_title_cols = f"A:{get_column_letter(frozen_columns)}"


def define(sheet: Worksheet, name: str, cells: str) -> None:
    """Give cells of a sheet, such as `$A$4`, a name that formulas in every sheet can use."""
    book = sheet.parent
    assert book is not None  # noqa: S101 - a sheet is made in its workbook
    book.defined_names[name] = DefinedName(name, attr_text=f"'{sheet.title}'!{cells}")


def define_day(sheet: Worksheet, name: str, day: date) -> None:
    """Give a day, which stands in no cell, a name that formulas in every sheet can use."""
    book = sheet.parent
    assert book is not None  # noqa: S101 - as above
    text = f"DATE({day.year},{day.month},{day.day})"
    book.defined_names[name] = DefinedName(name, attr_text=text)


def _print(sheet: Worksheet, book: Book, page: Page) -> None:
    sheet.page_setup.orientation = "portrait" if page.upright else "landscape"
    sheet.page_setup.paperSize = str(page.paper)
    sheet.page_setup.fitToWidth = page.wide
    sheet.page_setup.fitToHeight = page.tall
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left = margins.right = page.side
    margins.top, margins.bottom, margins.header, margins.footer = 0.45, 0.6, 0.3, 0.3
    strategy = clean(short(book.register.strategy.title, FOOTER_LENGTH)).replace("&", "&&")
    texts = (strategy, sheet.title, book.say("page.footer"))
    footer = sheet.oddFooter
    assert footer is not None  # noqa: S101 - every sheet has one
    for part, text in zip((footer.left, footer.center, footer.right), texts, strict=True):
        assert part is not None  # noqa: S101 - the library makes all three
        part.text = text
