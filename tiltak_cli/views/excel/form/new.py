"""The sheet «Nye tiltak»: empty rows in which new measures are proposed."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.views.excel.form.columns import NEW, drawn, fields_of, names, page_of, published
from tiltak_cli.views.excel.form.lacking import add_demands, add_required
from tiltak_cli.views.excel.form.rules import add_rules
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.table import Table, write_table
from tiltak_cli.views.excel.sheets.edits import add_rule, chosen_from, prompt_for
from tiltak_cli.views.excel.sheets.measures import add_marks

ROWS = 10
# What ends a measure is not proposed.
PROPOSED = (Status.PROPOSED, Status.ADOPTED, Status.STARTED)
REQUIRED = (*(key for key, field in BY_KEY.items() if field.required and key != "id"), "frist")


def write(sheet: Worksheet, book: Book) -> None:
    """Write the headings and the empty rows under them."""
    say, shown = book.say, published(book, NEW)
    columns = [drawn(book, each) for each in shown]
    written = fields_of(tuple(each for each in shown if each.written))
    items: tuple[Measure, ...] = ()
    table = Table(
        title=say("form.new", names=names(book)),
        sentence=say("form.new-sentence", keeper=book.register.keeper),
        columns=columns,
        items=items,
        description=say("form.new-description", fields=written),
        frozen=2,
        empty=ROWS,
        page=page_of(book, columns),
    )
    places = write_table(sheet, book, table)
    rest = [
        column._replace(key="-" if column.key == "status" else column.key) for column in columns
    ]
    add_rules(sheet, book, rest, shown, places["id"].last)
    status = BY_KEY["status"]
    rule = chosen_from(f'"{",".join(PROPOSED)}"', say.label(status), book)
    add_rule(sheet, places["status"].cells, rule, say.label(status), prompt_for(status, book))
    first, last = places["tittel"], places[columns[-1].key]
    # Each measure follows up a direction, where the strategy has any.
    directions = ("retningsvalg",) if book.register.strategy.directions else ()
    required = (*REQUIRED, *directions)
    add_required(sheet, say, places, required, f"${first.first}:${last.first}")
    add_demands(sheet, say, places, "status")
    add_marks(sheet, say, places)
    for row in range(first_row(places["id"].first), places["id"].last + 1):
        sheet.row_dimensions[row].height = 45


def first_row(cell: str) -> int:
    """The row of a cell in one of the first columns."""
    return int(cell[1:])
