"""A workbook from its sheets: written, dated by the register, and finished."""

import io
from datetime import datetime, time

from openpyxl import Workbook

from tiltak_cli.domain.sentences import short
from tiltak_cli.sources.workbook.fit import clean
from tiltak_cli.views.excel.kit.book import Book, Cut, Progress, Sheet
from tiltak_cli.views.excel.kit.cells import Canvas
from tiltak_cli.views.excel.kit.finish import Archive, Chart, Notes
from tiltak_cli.views.excel.kit.writer import Writer

# Saving takes about as long as writing the cells.
WRITTEN = 0.5


def assembled(
    book: Book,
    sheets: tuple[Sheet, ...],
    title: str,
    charts: tuple[Chart, ...] = (),
    progress: Progress = lambda _: None,
    cut: Cut = lambda _: None,
) -> bytes:
    """The bytes of a workbook; the same input gives the same bytes, for there is no clock in it.

    `title` is the document's, and `charts` are those of a sheet, in order. `progress` hears how far
    it has come, `cut` of each cell without room for all of its text.
    """
    made = Canvas(book.say("cell.cut"))
    made.remove(made.worksheets[0])
    # No protection of any kind, not even an empty mark of it.
    made.security = None
    _describe(made, book, title)
    for sheet in sheets:
        written = made.create_sheet(book.title(sheet.key))
        sheet.write(written, book)
        if sheet.hidden:
            written.sheet_state = "veryHidden"
    for place in made.cut:
        cut(place)
    progress(WRITTEN)
    edited = frozenset(number for number, sheet in enumerate(sheets, 1) if sheet.edited)
    notes = Notes(charts, edited)
    data = io.BytesIO()
    # `Workbook.save` would put today's date in the file.
    Writer(made, Archive(data, notes)).save()
    progress(1)
    return data.getvalue()


def _describe(made: Workbook, book: Book, title: str) -> None:
    """The document's properties, dated by the register."""
    register = book.register
    properties = made.properties
    properties.title = clean(short(title, 200))
    properties.subject = clean(
        short(f"{register.strategy.title} {register.strategy.subtitle}", 200)
    )
    properties.creator = "tiltak"
    properties.language = book.locale.code
    stamp = datetime.combine(register.as_of, time())
    properties.created = properties.modified = stamp
