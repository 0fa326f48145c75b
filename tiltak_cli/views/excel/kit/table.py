"""Real Excel tables: a header row, a filter, and a description for those who do not see them."""

import re
from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, HEADER_ROW
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.heights import height, lines
from tiltak_cli.views.excel.kit.page import repeat_header

# The width of an indent, in characters.
INDENT = 1.5


def header(
    sheet: Worksheet,
    labels: Sequence[str],
    centred: Sequence[int] = (),
    indented: Sequence[int] = (),
    accented: Sequence[int] = (),
) -> None:
    """Write the header row; columns, from 1, are `centred` and `indented` as what is under them.

    What is `accented` has another colour than the rest.
    """
    most = 1
    for column, label in enumerate(labels, 1):
        style = styles.HEADER_CENTRE if column in centred else styles.HEADER
        if column in accented:
            style = style._replace(tint=palette.ACCENTED)
        put(sheet, HEADER_ROW, column, label, style._replace(indent=int(column in indented)))
        width = sheet.column_dimensions[get_column_letter(column)].width
        most = max(most, lines(label, width, bold=True))
    sheet.row_dimensions[HEADER_ROW].height = height(most, air=10)


def table(
    sheet: Worksheet, labels: Sequence[str], rows: int, description: str, frozen_columns: int
) -> None:
    """Make the written header and rows a table. The format demands a row even when there is none.

    The description is the table's comment here; `finish.py` makes it alternative text.
    """
    last = FIRST_ROW + max(rows, 1) - 1
    made = Table(
        # A name in formulas has no blanks.
        displayName=re.sub(r"\W", "_", sheet.title),
        ref=f"A{HEADER_ROW}:{get_column_letter(len(labels))}{last}",
        comment=description,
    )
    sheet.add_table(made)
    repeat_header(sheet, HEADER_ROW, frozen_columns)


def set_height(
    sheet: Worksheet,
    row: int,
    texts: Sequence[tuple[str, int]],
    air: float = 8,
    indented: Sequence[int] = (),
) -> None:
    """Give a row that nobody edits room for its texts, each with its column's number.

    Columns that are `indented` have less room.
    """
    most = 1
    for text, column in texts:
        width = sheet.column_dimensions[get_column_letter(column)].width
        most = max(most, lines(text, width - INDENT * (column in indented)))
    sheet.row_dimensions[row].height = height(most, air=air)
