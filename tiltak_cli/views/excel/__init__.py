"""The meeting workbook: a register on its report date as an Excel file, one module per sheet."""

import io
import zipfile
from datetime import datetime, time

import tiltak_cli.sources.openpyxl_light  # noqa: F401 - before the library

# isort: split
from openpyxl import Workbook

from tiltak_cli.changes.compare import Comparison
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
from tiltak_cli.views.excel.book import DIRECTIONS, MEASURES, Book, Options, Sheet
from tiltak_cli.views.excel.cells import clean, short
from tiltak_cli.views.excel.chart import chart_description
from tiltak_cli.views.excel.finish import Notes, finished
from tiltak_cli.views.excel.writer import Writer

DEFAULT = Options()
SHEETS = (
    Sheet(front.TITLE, "Hvordan det står til, på én side.", front.write),
    Sheet(
        MEASURES, "Alle tiltak med ansvar, status, frist og fremdrift.", measures.write, edited=True
    ),
    Sheet(DIRECTIONS, "Hvilke tiltak som følger opp hvert retningsvalg.", directions.write),
    Sheet("Departement", "Hvilke roller hvert departement har.", ministries.write),
    Sheet(timeline.TITLE, "Når tiltakene og milepælene deres er.", timeline.write),
    Sheet(milestones.TITLE, "Alle milepæler, og hvilke som er passert.", milestones.write),
    Sheet("Endringer", "Hva som er endret siden forrige utgave.", changed.write, changed.wanted),
    Sheet(
        carried.TITLE,
        "Hva som er blitt av tiltakene fra forrige strategi.",
        carried.write,
        carried.wanted,
    ),
    Sheet(lists.TITLE, "Verdiene som nedtrekkslistene bruker.", lists.write),
    Sheet(meta.TITLE, "", meta.write, hidden=True),
)


def workbook(
    overview: Overview, comparison: Comparison | None = None, options: Options = DEFAULT
) -> bytes:
    """Make the workbook of an overview; with a comparison it also tells what has changed.

    The same input gives the same bytes: there is no clock in it.
    """
    book = Book(overview, comparison, SHEETS, options)
    wanted = tuple(sheet for sheet in SHEETS if sheet.wanted(book))
    book = book._replace(sheets=tuple(sheet for sheet in wanted if not sheet.hidden))
    made = Workbook()
    made.remove(made.worksheets[0])
    # No protection of any kind, not even an empty mark of it.
    made.security = None
    _describe(made, book)
    for sheet in wanted:
        written = made.create_sheet(sheet.title)
        sheet.write(written, book)
        if sheet.hidden:
            written.sheet_state = "veryHidden"
    raw = io.BytesIO()
    # `Workbook.save` would put today's date in the file.
    Writer(made, zipfile.ZipFile(raw, "w", zipfile.ZIP_STORED)).save()
    edited = frozenset(number for number, sheet in enumerate(wanted, 1) if sheet.edited)
    return finished(raw.getvalue(), Notes(chart_description(overview), edited))


def _describe(made: Workbook, book: Book) -> None:
    """The document's properties, dated by the register."""
    register = book.register
    properties = made.properties
    properties.title = clean(short(f"Tiltaksoversikt {register.edition}", 200))
    properties.subject = clean(
        short(f"{register.strategy.title} {register.strategy.subtitle}", 200)
    )
    properties.creator = "tiltak"
    properties.language = "nb-NO"
    stamp = datetime.combine(register.as_of, time())
    properties.created = properties.modified = stamp
