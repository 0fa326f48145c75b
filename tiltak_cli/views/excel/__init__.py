"""The meeting workbook: a register on its report date as an Excel file, one module per sheet."""

import io
import zipfile
from datetime import datetime, time

import tiltak_cli.sources.openpyxl_light  # noqa: F401 - before the library

# isort: split
from openpyxl import Workbook

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Change
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.overview import Overview
from tiltak_cli.views.excel import (
    carried,
    changed,
    directions,
    front,
    lists,
    measures,
    meta,
    milestones,
    ministries,
    timeline,
)
from tiltak_cli.views.excel.book import (
    CARRIED,
    CHANGES,
    DIRECTIONS,
    FRONT,
    LISTS,
    MEASURES,
    META,
    MILESTONES,
    MINISTRIES,
    TIMELINE,
    Book,
    Options,
    Sheet,
    Told,
)
from tiltak_cli.views.excel.cells import clean, short
from tiltak_cli.views.excel.chart import chart_description
from tiltak_cli.views.excel.finish import Notes, finished
from tiltak_cli.views.excel.writer import Writer

DEFAULT = Options()
SHEETS = (
    Sheet(FRONT, front.write),
    Sheet(MEASURES, measures.write, edited=True),
    Sheet(DIRECTIONS, directions.write),
    Sheet(MINISTRIES, ministries.write),
    Sheet(TIMELINE, timeline.write),
    Sheet(MILESTONES, milestones.write),
    Sheet(CHANGES, changed.write, changed.wanted),
    Sheet(CARRIED, carried.write, carried.wanted),
    Sheet(LISTS, lists.write),
    Sheet(META, meta.write, hidden=True),
)
# Saving takes about as long as writing the cells.
WRITTEN = 0.5


def workbook(
    overview: Overview,
    comparison: Comparison | None = None,
    options: Options = DEFAULT,
    told: Told = lambda _: None,
) -> bytes:
    """Make the workbook of an overview; with a comparison it also tells what has changed.

    The same input gives the same bytes: there is no clock in it. `told` hears how far it has come.
    """
    if comparison and options.public:
        changes = tuple(change for change in comparison.changes if _public(change))
        comparison = comparison._replace(changes=changes)
    book = Book(overview, comparison, SHEETS, options, lambda share: told(share * WRITTEN))
    wanted = tuple(sheet for sheet in SHEETS if sheet.wanted(book))
    book = book._replace(sheets=tuple(sheet for sheet in wanted if not sheet.hidden))
    made = Workbook()
    made.remove(made.worksheets[0])
    # No protection of any kind, not even an empty mark of it.
    made.security = None
    _describe(made, book)
    for sheet in wanted:
        written = made.create_sheet(book.title(sheet.key))
        sheet.write(written, book)
        if sheet.hidden:
            written.sheet_state = "veryHidden"
    told(WRITTEN)
    raw = io.BytesIO()
    # `Workbook.save` would put today's date in the file.
    Writer(made, zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED)).save()
    edited = frozenset(number for number, sheet in enumerate(wanted, 1) if sheet.edited)
    notes = Notes(book.say("front.chart"), chart_description(overview, book.say), edited)
    data = finished(raw.getvalue(), notes)
    told(1)
    return data


def _public(change: Change) -> bool:
    field = BY_KEY.get(change.field)
    return field is None or field.public


def _describe(made: Workbook, book: Book) -> None:
    """The document's properties, dated by the register."""
    register = book.register
    properties = made.properties
    properties.title = clean(short(f"{book.say('front.title')} {register.edition}", 200))
    properties.subject = clean(
        short(f"{register.strategy.title} {register.strategy.subtitle}", 200)
    )
    properties.creator = "tiltak"
    properties.language = book.locale.code
    stamp = datetime.combine(register.as_of, time())
    properties.created = properties.modified = stamp
