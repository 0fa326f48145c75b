"""The sheet «Retningsvalg»: which directions the measures follow up, and where there are none."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview import AreaOverview, Counts, DirectionOverview, Situation
from tiltak_cli.views.excel import palette, styles
from tiltak_cli.views.excel.book import FIRST_ROW, Book
from tiltak_cli.views.excel.cells import put
from tiltak_cli.views.excel.marks import situation_label
from tiltak_cli.views.excel.page import Page, set_up
from tiltak_cli.views.excel.styles import Style
from tiltak_cli.views.excel.table import header, set_height, table

LABELS = (
    "Kode",
    "Retningsvalg",
    "Tiltak",
    *(situation_label(situation) for situation in Situation),
    "Tiltakene",
)
COUNTS = range(3, 4 + len(Situation))
IDS = len(LABELS)
WIDTHS = (8, 56, 9, *(13.5 for _ in Situation), 36)
NONE = "Ingen tiltak"
DESCRIPTION = (
    "For hvert målområde og retningsvalg: antall tiltak etter hvordan de står, og hvilke det er."
)


def write(sheet: Worksheet, book: Book) -> None:
    """Write each target area with its directions under it."""
    set_up(sheet, book, "Målområder og retningsvalg", _sentence(book), WIDTHS, Page())
    header(sheet, LABELS, centred=COUNTS, indented=[IDS])
    directions = {d.direction.code: d for d in book.overview.directions}
    uncovered = {direction.code for direction in book.overview.uncovered}
    row = FIRST_ROW
    for area in book.overview.areas:
        _area(sheet, row, area)
        for direction in area.area.directions:
            row += 1
            _direction(sheet, row, directions[direction.code], alarmed=direction.code in uncovered)
        row += 1
    table(sheet, LABELS, row - FIRST_ROW, DESCRIPTION, frozen_columns=1)


def _sentence(book: Book) -> str:
    ended = "Tiltak som utgår eller er innlemmet i et annet, telles bare under målområdet."
    chosen = " Bare tiltakene i utvalget er med." if book.selected else ""
    return f"Et tiltak telles under hvert retningsvalg det følger opp. {ended}{chosen}"


def _area(sheet: Worksheet, row: int, overview: AreaOverview) -> None:
    style, count = styles.middle(styles.AREA), styles.middle(styles.AREA_COUNT)
    put(sheet, row, 1, f"Mål {overview.area.code}", style)
    put(sheet, row, 2, overview.area.name, style)
    _counts(sheet, row, overview.total, overview.situations, (count, {}))
    put(sheet, row, IDS, None, style)
    set_height(sheet, row, ((overview.area.name, 2),))


def _direction(sheet: Worksheet, row: int, overview: DirectionOverview, *, alarmed: bool) -> None:
    style = styles.middle(styles.BODY)
    code, text = overview.direction.code, overview.direction.text
    ids = ", ".join(measure.id for measure in overview.measures)
    put(sheet, row, 1, code, styles.middle(styles.CODE))
    put(sheet, row, 2, text, style)
    count = styles.middle(styles.COUNT)
    tinted = {
        situation: count._replace(tint=tint, bold=True)
        for situation, tint in palette.SITUATIONS.items()
    }
    look = styles.middle(styles.ALARM) if alarmed else style
    _counts(sheet, row, len(overview.measures), overview.situations, (count, tinted))
    put(sheet, row, IDS, NONE if alarmed else ids, look._replace(indent=1))
    set_height(sheet, row, ((text, 2), (ids, IDS)))


def _counts(
    sheet: Worksheet,
    row: int,
    total: int,
    counts: Counts,
    looks: tuple[Style, dict[Situation, Style]],
) -> None:
    """Write a total and its parts; nothing where there are none. `looks` are plain and tinted."""
    plain, tinted = looks
    put(sheet, row, COUNTS.start, total or None, plain._replace(bold=True))
    for column, situation in enumerate(Situation, COUNTS.start + 1):
        count = counts[situation]
        style = tinted.get(situation, plain) if count else plain
        put(sheet, row, column, count or None, style)
