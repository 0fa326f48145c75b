"""Columns that several sheets have: a measure's id, which leads to it, and who is responsible."""

from collections.abc import Callable

from openpyxl.cell.cell import Cell

from tiltak_cli.domain.measure import Measure
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import MEASURES, Book
from tiltak_cli.views.excel.kit.cells import link
from tiltak_cli.views.excel.kit.table import Column, Item


def id_column(book: Book, measure: Callable[[Item], Measure]) -> Column[Item]:
    """The ids of the items' measures."""
    lead = leading(book)
    return Column(
        book.say.label("id"),
        7,
        lambda item: measure(item).id,
        styles.ROW_LINK,
        wraps=False,
        finish=lambda cell, item: lead(cell, measure(item).id, measure(item).title),
    )


def lead_column(book: Book, measure: Callable[[Item], Measure]) -> Column[Item]:
    """Who leads the items' measures, beside a column of longer texts."""
    label = book.say.label("ansvarlig")
    return Column(label, 12.5, lambda item: measure(item).lead, styles.ROW_APART, wraps=False)


def leading(book: Book) -> Callable[[Cell, str, str], None]:
    """What makes a cell lead to a measure, by its id and title, where the workbook has it."""
    rows, sheet = book.measure_rows(), book.title(MEASURES)

    def lead(cell: Cell, code: str, title: str) -> None:
        if code in rows:
            link(cell, sheet, rows[code], title)

    return lead
