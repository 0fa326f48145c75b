"""A workbook that someone has filled in, with what is wrong in it marked."""

import io
import re
import warnings
from collections.abc import Sequence

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from tiltak_cli.sources.workbook.answers.elsewhere import FAULTS as TITLE
from tiltak_cli.sources.workbook.cells import AUTHOR
from tiltak_cli.sources.workbook.fit import clean
from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.heights import height, lines
from tiltak_cli.views.excel.kit.page import A4
from tiltak_cli.views.excel.kit.styles import FONT
from tiltak_cli.views.excel.sheets.notes import LENGTH, WIDE

CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]*")
HEIGHT = 110
EDGE = Side("thick", f"FF{palette.RED.text}")
WIDTHS = {"A": 26, "B": 110}


def marked(data: bytes, sheet: str, faults: Sequence[tuple[str, str]]) -> bytes:
    """The workbook with red cells, notes on them, and a sheet that lists them with links.

    Each fault is a cell, of the sheet by that title where it names no other, and a sentence.
    """
    with warnings.catch_warnings():
        # Of what other programs have added and the library does not know.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data))
    _remove_earlier(book)
    listed = book.create_sheet(TITLE, 0)
    listed["A1"], listed["A1"].font = TITLE, Font(name=FONT, bold=True, size=16)
    listed["A2"] = "Det som må rettes før arbeidsboken kan leses inn. Cellene er merket med rødt."
    for column, width in WIDTHS.items():
        listed.column_dimensions[column].width = width
    listed.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    listed.page_setup.orientation, listed.page_setup.fitToHeight = "landscape", 0
    listed.page_setup.paperSize = A4
    notes: dict[tuple[str, str], list[str]] = {}
    for row, (place, sentence) in enumerate(faults, 4):
        title, _, cells = place.rpartition("!")
        title = title or sheet
        first = CELL.search(cells)
        listed.cell(row, 1, clean(place)).quotePrefix = True
        listed.cell(row, 2, clean(sentence)).quotePrefix = True
        listed.cell(row, 2).alignment = Alignment(wrap_text=True, vertical="top")
        listed.cell(row, 1).alignment = Alignment(vertical="top")
        listed.row_dimensions[row].height = height(lines(sentence, WIDTHS["B"]), air=4)
        if title not in book.sheetnames or first is None:
            continue
        link = Hyperlink(ref=f"A{row}", location=f"'{title}'!{first[0]}")
        listed.cell(row, 1).hyperlink = link
        for cell in CELL.findall(cells):
            notes.setdefault((title, cell), []).append(sentence)
    for (title, cell), sentences in notes.items():
        _mark(book, title, cell, " ".join(sentences))
    book.active = 0
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _remove_earlier(book: Workbook) -> None:
    if TITLE in book.sheetnames:
        del book[TITLE]


def _mark(book: Workbook, title: str, cell: str, sentence: str) -> None:
    there = book[title][cell]
    there.fill = PatternFill("solid", fgColor=f"FF{palette.RED.fill}")
    there.font = Font(name=FONT, color=f"FF{palette.RED.text}", bold=True)
    # A rule of the sheet's own may fill the cell with another colour.
    there.border = Border(left=EDGE, right=EDGE, top=EDGE, bottom=EDGE)
    there.comment = Comment(clean(sentence)[:LENGTH], AUTHOR, height=HEIGHT, width=WIDE)
