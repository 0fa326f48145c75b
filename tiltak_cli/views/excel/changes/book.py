"""The workbook of what changed from one edition to another: a front page, and a row per change.

It has no hidden sheet with what it was made from, so it can never be read into a register.
"""

from collections.abc import Callable

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.changes.words import EVERYTHING, Chosen, headline
from tiltak_cli.views.excel.changes import front, sheet
from tiltak_cli.views.excel.changes.front import FRONT
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import CHANGES, Book, Cut, Options, Sheet
from tiltak_cli.wording import Language

Write = Callable[[Worksheet, Book, Comparison, Chosen], None]


def changes_workbook(
    comparison: Comparison,
    chosen: Chosen = EVERYTHING,
    language: Language = Language.NB,
    cut: Cut = lambda _: None,
) -> bytes:
    """Make the workbook of a comparison. The same input gives the same bytes.

    `cut` hears of each cell without room for all of its text.
    """

    def of_this(write: Write) -> Callable[[Worksheet, Book], None]:
        return lambda sheet, book: write(sheet, book, comparison, chosen)

    sheets = (Sheet(FRONT, of_this(front.write)), Sheet(CHANGES, of_this(sheet.write)))
    new = comparison.new
    book = Book(
        overview=overview(new, new.as_of),
        comparison=comparison,
        sheets=sheets,
        options=Options(language),
    )
    return assembled(book, sheets, headline(comparison, book.say), cut=cut)
