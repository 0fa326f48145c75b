"""Drop-downs, refusals and help for the cells that others fill in."""

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import Measure
from tiltak_cli.views.excel.form.columns import Shown
from tiltak_cli.views.excel.kit.book import FIRST_ROW, Book
from tiltak_cli.views.excel.kit.table import Column
from tiltak_cli.views.excel.sheets.edits import add_rule, fixed, prompt_for, rule_for


def add_rules(
    sheet: Worksheet,
    book: Book,
    columns: Sequence[Column[Measure]],
    shown: Sequence[Shown],
    last: int,
) -> None:
    """Give each field's column, down to a row, its drop-down and its refusal; and help if open.

    A column without a field, or a key of its own, refuses everything.
    """
    written = {each.key: each.written for each in shown}
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        cells = f"{letter}{FIRST_ROW}:{letter}{last}"
        if not column.key:
            add_rule(sheet, cells, fixed(column.label, book), column.label, "")
        elif column.key in written:
            field = BY_KEY[column.key]
            label = book.say.label(field)
            rule = rule_for(field, label, f"{letter}{FIRST_ROW}", book)
            prompt = prompt_for(field, book) if written[column.key] else ""
            add_rule(sheet, cells, rule, label, prompt)
