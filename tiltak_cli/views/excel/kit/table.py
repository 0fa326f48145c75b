"""Real Excel tables: columns as rows of data, a header, a filter, and a description to hear."""

import math
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, NamedTuple, TypeVar

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, HEADER_ROW, Book
from tiltak_cli.views.excel.kit.cells import Value, put
from tiltak_cli.views.excel.kit.heights import height, hidden, least_width, lines
from tiltak_cli.views.excel.kit.page import A3, A4, Page, repeat_header, set_up, widest
from tiltak_cli.views.excel.kit.palette import Tint
from tiltak_cli.views.excel.kit.styles import Style

# The width of an indent, in characters.
INDENT = 1.5
# A column is wide from so many characters on, and may give up so much of them to the page.
WIDE, GIVES = 20.0, 0.4
# So many texts that are longer than their rows are named.
LONGEST = 3

Item = TypeVar("Item")


class Column(NamedTuple, Generic[Item]):
    """A column: its heading, its width in characters, and what its cells hold of an item.

    The heading is placed as `style` has it; `look` changes the style for an item. A column of
    `days` has the language's format for what is not text. Rows make room for a text that `wraps`.
    With `finish` a cell has a link or a note. `nothing` is said where there are no items. The
    heading has the colours of `head`, and may be `shown` as less than it is. The `key` is for
    asking where the column stands.
    """

    label: str
    width: float
    value: Callable[[Item], Value]
    style: Style = styles.ROW
    look: Callable[[Item, Style], Style] = lambda _, style: style
    wraps: bool = True
    days: bool = False
    finish: Callable[[Cell, Item], object] = lambda _cell, _item: None
    nothing: str = ""
    head: Tint = palette.HEADER
    key: str = ""
    shown: str = ""

    def style_of(self, value: Value, book: Book) -> Style:
        """The style of a value, whatever else there is to its item."""
        if self.days and not isinstance(value, str):
            return self.style._replace(number_format=book.locale.day)
        return self.style


class Table(NamedTuple, Generic[Item]):
    """A sheet that is one table, with a row for each item.

    The first `frozen` columns stay in sight. Rows have `air` around their texts, in points. Rows
    that are `empty` are ready for new items. The `look` of an item changes the styles of all its
    cells. The last `unprinted` columns are for the screen only.
    """

    title: str
    sentence: str
    columns: Sequence[Column[Item]]
    items: Iterable[Item]
    description: str
    frozen: int
    air: float = 8
    empty: int = 0
    look: Callable[[Item, Style], Style] = lambda _, style: style
    page: Page = Page()
    unprinted: int = 0


class Place(NamedTuple):
    """Where the cells of a column stand: its letter, and the table's last row."""

    letter: str
    last: int

    @property
    def first(self) -> str:
        """The cell under the heading."""
        return f"{self.letter}{FIRST_ROW}"

    @property
    def cells(self) -> str:
        """All the cells under the heading."""
        return f"{self.first}:{self.letter}{self.last}"


def tinted(tint: Tint, when: Callable[[Item], object]) -> Callable[[Item, Style], Style]:
    """A look with colours and in bold, for the items of which something holds."""
    return lambda item, style: style._replace(tint=tint, bold=True) if when(item) else style


def _widths(columns: Sequence[Column[Item]]) -> list[float]:
    """The widths of the columns: no word of a heading is broken, whatever its language."""
    return [max(column.width, least_width_of(column)) for column in columns]


def fitted(table: Table[Item]) -> Table[Item]:
    """The same table, so that its texts can be read with ease on paper.

    Where an A4 page has no room for all, the wide columns of texts give up what it lacks, but none
    more than a part of its width. Where that is not enough, the page is A3.
    """
    widths = _widths(table.columns)
    printed = len(widths) - table.unprinted
    over = sum(widths[:printed]) - widest(table.page)
    if over <= 0 or table.page.paper != A4 or table.page.wide > 1:
        return table
    spare = [
        width * GIVES if number < printed and column.wraps and width >= WIDE else 0.0
        for number, (column, width) in enumerate(zip(table.columns, widths, strict=True))
    ]
    if over > sum(spare):
        return table._replace(page=table.page._replace(paper=A3))
    columns = tuple(
        column._replace(width=math.floor(10 * (width - over * less / sum(spare))) / 10)
        for column, width, less in zip(table.columns, widths, spare, strict=True)
    )
    return table._replace(columns=columns)


def write_table(sheet: Worksheet, book: Book, table: Table[Item]) -> dict[str, Place]:
    """Write all of a sheet. Returns where the columns that have a key stand."""
    table = fitted(table)
    write_head(sheet, book, table)
    row, longer = HEADER_ROW, list[str]()
    for row, item in enumerate(table.items, FIRST_ROW):
        longer += write_row(sheet, book, table, row, item)
    tell_of(longer, sheet, book, table)
    if row == HEADER_ROW:
        write_nothing(sheet, table)
    for empty in range(row + 1, row + 1 + table.empty):
        for number, column in enumerate(table.columns, 1):
            put(sheet, empty, number, None, column.style_of(None, book))
    return end_table(sheet, table, row + table.empty)


def write_head(sheet: Worksheet, book: Book, table: Table[Item]) -> None:
    """Write title, sentence and headings, and set the widths."""
    columns, most = table.columns, 1
    set_up(sheet, book, table.title, table.sentence, _widths(columns), table.page)
    for number, column in enumerate(columns, 1):
        look = column.style
        style = styles.HEADER._replace(
            horizontal=look.horizontal, indent=look.indent, tint=column.head
        )
        put(sheet, HEADER_ROW, number, column.label, style)
        most = max(most, lines(column.label, column.width, bold=True))
    sheet.row_dimensions[HEADER_ROW].height = height(most, air=10)


def least_width_of(column: Column[Item]) -> float:
    """The width that a column's heading needs, in characters, to the nearest half."""
    width = least_width(column.shown or column.label, bold=True) + INDENT * column.style.indent
    return math.ceil(2 * width) / 2


def write_row(sheet: Worksheet, book: Book, table: Table[Item], row: int, item: Item) -> list[str]:
    """Write an item, with room for its texts. Returns which of them are longer than a row can be.

    They are told by the item's first cell and their heading: «T004 (Fremdrift)».
    """
    most, longer = 1, list[str]()
    for number, column in enumerate(table.columns, 1):
        value = column.value(item)
        style = table.look(item, column.look(item, column.style_of(value, book)))
        column.finish(put(sheet, row, number, value, style), item)
        if column.wraps and isinstance(value, str):
            room = column.width - INDENT * style.indent
            count = lines(value, room, bold=style.bold)
            most = max(most, count)
            if hidden(count, air=table.air):
                longer.append(f"{table.columns[0].value(item)} ({column.label})")
    sheet.row_dimensions[row].height = height(most, air=table.air)
    return longer


def tell_of(longer: Sequence[str], sheet: Worksheet, book: Book, table: Table[Item]) -> None:
    """Say in the sheet's sentence which texts nobody sees all of, and how to read them."""
    if longer:
        named, more = tuple(longer[:LONGEST]), len(longer) - LONGEST
        key = "cell.longer-many" if more > 0 else "cell.longer"
        text = f"{table.sentence} {book.say(key, where=named, more=more)}"
        put(sheet, 2, 1, text, styles.SENTENCE)


def write_nothing(sheet: Worksheet, table: Table[Item]) -> None:
    """Write what is said where there are no items."""
    for number, column in enumerate(table.columns, 1):
        if column.nothing:
            put(sheet, FIRST_ROW, number, column.nothing, styles.BODY)


def end_table(sheet: Worksheet, table: Table[Item], row: int) -> dict[str, Place]:
    """Make what is written, down to a row, a table. The format demands a row even without items.

    The description is the table's comment here; `finish.py` makes it alternative text.
    """
    last = max(row, FIRST_ROW)
    letters = [get_column_letter(number) for number in range(1, len(table.columns) + 1)]
    made = ExcelTable(
        # A name in formulas has no blanks.
        displayName=re.sub(r"\W", "_", sheet.title),
        ref=f"A{HEADER_ROW}:{letters[-1]}{last}",
        comment=table.description,
    )
    sheet.add_table(made)
    repeat_header(sheet, HEADER_ROW, table.frozen)
    if table.unprinted:
        sheet.print_area = f"A1:{letters[-1 - table.unprinted]}{last}"
    keys = (column.key for column in table.columns)
    return {key: Place(letter, last) for key, letter in zip(keys, letters, strict=True) if key}
