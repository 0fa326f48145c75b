"""The sheet «Retningsvalg»: which directions the measures follow up, and where there are none."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.counts import AreaOverview, Counts, DirectionOverview, Situation
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, Book
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets.marks import situation_label

COUNTS = range(3, 4 + len(Situation))
IDS = COUNTS.stop
WIDTHS = (8, 56, 9, *(13.5 for _ in Situation), 36)


def write(sheet: Worksheet, book: Book) -> None:
    """Write each target area with its directions under it."""
    say = book.say
    labels = (
        say("directions.code"),
        say("directions.direction"),
        say("directions.number"),
        *(situation_label(situation, say) for situation in Situation),
        say("directions.measures"),
    )
    set_up(sheet, book, say("directions.title"), _sentence(book), WIDTHS, Page())
    header(sheet, labels, centred=COUNTS, indented=[IDS])
    directions = {d.direction.code: d for d in book.overview.directions}
    uncovered = {direction.code for direction in book.overview.uncovered}
    row = FIRST_ROW
    for area in book.overview.areas:
        _area(sheet, row, area, say("directions.area", code=area.area.code))
        for direction in area.area.directions:
            row += 1
            none = say("directions.none") if direction.code in uncovered else ""
            _direction(sheet, row, directions[direction.code], none)
        row += 1
    description = say("directions.description")
    table(sheet, labels, row - FIRST_ROW, description, frozen_columns=1)


def _sentence(book: Book) -> str:
    chosen = (book.say("directions.selection"),) * book.selected
    return " ".join((book.say("directions.sentence"), *chosen))


def _area(sheet: Worksheet, row: int, overview: AreaOverview, code: str) -> None:
    style, count = styles.middle(styles.AREA), styles.middle(styles.AREA_COUNT)
    put(sheet, row, 1, code, style)
    put(sheet, row, 2, overview.area.name, style)
    _counts(sheet, row, overview.total, overview.situations, (count, {}))
    put(sheet, row, IDS, None, style)
    set_height(sheet, row, ((overview.area.name, 2),))


def _direction(sheet: Worksheet, row: int, overview: DirectionOverview, none: str) -> None:
    """Write a direction; `none` is what to say where no measure follows it up, else nothing."""
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
    look = styles.middle(styles.ALARM) if none else style
    _counts(sheet, row, len(overview.measures), overview.situations, (count, tinted))
    put(sheet, row, IDS, none or ids, look._replace(indent=1))
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
