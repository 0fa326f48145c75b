"""The sheet «Forside»: one page that says how many, how they stand, and what to look at."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.words import counted, listed
from tiltak_cli.overview import Situation
from tiltak_cli.views.excel import palette, styles
from tiltak_cli.views.excel.attention import FIRST_ATTENTION, LAST_ATTENTION, write_attention
from tiltak_cli.views.excel.book import Book, Sheet
from tiltak_cli.views.excel.cells import link, put, short
from tiltak_cli.views.excel.chart import add_chart
from tiltak_cli.views.excel.deadlines import REPORT_DATE
from tiltak_cli.views.excel.heights import height, lines
from tiltak_cli.views.excel.marks import situation_label
from tiltak_cli.views.excel.page import Page, define, set_up
from tiltak_cli.views.symbols import SITUATION_LABELS, SITUATION_SYMBOLS

TITLE = "Forside"
# Names, six situations, the total, air, links, and texts.
WIDTHS = (31, 12, 12, 12, 12, 12, 12, 7, 2, 13, 52)
FIRST_COUNT, TOTAL, LINKS, TEXTS = 2, 8, 10, 11
DATE_ROW, NUMBER_ROW, LABEL_ROW, CHART_HEADING = 4, 5, 6, 8
TABLE_ROW = LAST_ATTENTION + 3
DATE_HEADING = '[$-414]"Status per "d. mmmm yyyy'
COVERAGE_LENGTH, NAME_LENGTH = 62, 90
ROW = 24.0
NO_MEASURES = "Oversikten har ingen tiltak ennå."
NO_MATCH = "Ingen tiltak passer med utvalget."


def write(sheet: Worksheet, book: Book) -> None:
    """Write the page from the top, left half and right half alike."""
    strategy = book.register.strategy
    sentence = short(f"{strategy.title} {strategy.subtitle}".strip(), 180)
    title = "Tiltaksoversikt – utvalg" if book.selected else "Tiltaksoversikt"
    set_up(sheet, book, title, sentence, WIDTHS, Page(tall=1))
    _report_date(sheet, book)
    _tiles(sheet, book)
    _coverage(sheet, book)
    put(sheet, CHART_HEADING, 1, "Status per målområde", styles.HEADING)
    write_attention(sheet, book, CHART_HEADING, LINKS)
    sheet.row_dimensions[CHART_HEADING].height = 22
    last = _areas(sheet, book)
    bottom = max(last, _links(sheet, book)) + 2
    put(sheet, bottom, 1, _source(book), styles.SENTENCE._replace(size=10))
    sheet.print_area = f"A1:K{bottom}"


def _report_date(sheet: Worksheet, book: Book) -> None:
    """The day that everything is judged on, as a real date under a name that formulas use."""
    style = styles.HEADING._replace(number_format=DATE_HEADING)
    put(sheet, DATE_ROW, 1, book.overview.report_date, style)
    sheet.row_dimensions[DATE_ROW].height = 22
    define(sheet, REPORT_DATE, f"$A${DATE_ROW}")


def _tiles(sheet: Worksheet, book: Book) -> None:
    """A tile for all measures, and one for each situation with its symbol before the number."""
    number = styles.Style(
        palette.AREA, size=24, bold=True, vertical="bottom", indent=1, gap=True, shrink=True
    )
    label = styles.Style(palette.AREA, size=10, bold=True, wrap=True, indent=1, gap=True)
    put(sheet, NUMBER_ROW, 1, len(book.overview.measures), number)
    put(sheet, LABEL_ROW, 1, "Tiltak i alt", label)
    for column, situation in enumerate(Situation, FIRST_COUNT):
        tint = palette.SITUATIONS[situation]
        shown = f'"{SITUATION_SYMBOLS[situation]} "0'
        count = book.overview.situations[situation]
        put(sheet, NUMBER_ROW, column, count, number._replace(tint=tint, number_format=shown))
        put(sheet, LABEL_ROW, column, SITUATION_LABELS[situation], label._replace(tint=tint))
    sheet.row_dimensions[NUMBER_ROW].height = 36
    sheet.row_dimensions[LABEL_ROW].height = 30


def _coverage(sheet: Worksheet, book: Book) -> None:
    """Directions without measures and ministries without a role, each in a line."""
    uncovered = [direction.code for direction in book.overview.uncovered]
    without = [ministry.code for ministry in book.overview.without_role]
    put(sheet, DATE_ROW, LINKS, "Dekning", styles.HEADING)
    directions = f"{len(uncovered)} retningsvalg uten tiltak" if uncovered else ""
    _missing(sheet, NUMBER_ROW, directions, uncovered, "✓ Alle retningsvalg har tiltak.")
    number = counted(len(without), "departement", "departementer")
    roles = f"{number} uten navngitt rolle" if without else ""
    _missing(sheet, LABEL_ROW, roles, without, "✓ Alle departementer har en navngitt rolle.")


def _missing(sheet: Worksheet, row: int, what: str, codes: list[str], otherwise: str) -> None:
    text = short(f"{what}: {listed(codes)}", COVERAGE_LENGTH) if codes else otherwise
    style = styles.Style(palette.ALARM if codes else palette.PLAIN, bold=bool(codes))
    put(sheet, row, LINKS, text, styles.middle(style))


def _areas(sheet: Worksheet, book: Book) -> int:
    """The chart, and its table under it. Returns the table's last row."""
    labels = ("Målområde", *(situation_label(s) for s in Situation), "I alt")
    for column, label in enumerate(labels, 1):
        style = styles.HEADER_CENTRE if column > 1 else styles.HEADER
        put(sheet, TABLE_ROW, column, label, style._replace(size=10))
    sheet.row_dimensions[TABLE_ROW].height = height(2, 10, air=8)
    name, count = styles.middle(styles.BODY._replace(size=10)), styles.middle(styles.COUNT)
    row = TABLE_ROW
    for area in book.overview.areas:
        row += 1
        text = short(f"{area.area.code} {area.area.name}", NAME_LENGTH)
        put(sheet, row, 1, text, name)
        for column, situation in enumerate(Situation, FIRST_COUNT):
            put(sheet, row, column, area.situations[situation] or None, count)
        put(sheet, row, TOTAL, area.total, count._replace(bold=True, number_format="0"))
        sheet.row_dimensions[row].height = max(height(lines(text, WIDTHS[0], 10), 10, air=2), ROW)
    if book.overview.measures and book.overview.areas:
        place = (FIRST_ATTENTION, LAST_ATTENTION + 1, TOTAL)
        add_chart(sheet, range(TABLE_ROW + 1, row + 1), FIRST_COUNT, place)
    else:
        put(sheet, FIRST_ATTENTION, 1, NO_MATCH if book.selected else NO_MEASURES, styles.Style())
    return row


def _links(sheet: Worksheet, book: Book) -> int:
    """A link to each of the other sheets, with a sentence. Returns the last row."""
    put(sheet, TABLE_ROW, LINKS, "Gå til arkene", styles.HEADING)
    row = TABLE_ROW
    for other in _others(book):
        row += 1
        sheet.row_dimensions[row].height = sheet.row_dimensions[row].height or ROW
        style = styles.LINK._replace(line="", wrap=False)
        link(put(sheet, row, LINKS, other.title, styles.middle(style)), other.title, 1)
        put(sheet, row, TEXTS, other.about, styles.Style(vertical="center"))
    return row


def _others(book: Book) -> Sequence[Sheet]:
    return [sheet for sheet in book.sheets if sheet.title != TITLE]


def _source(book: Book) -> str:
    register = book.register
    day, everything = norwegian_day(register.as_of), len(register.measures)
    text = (
        f"Kilde: tiltaksoversikten, utgave {register.edition} per {day}, ført av {register.keeper}."
        " Arbeidsboken er en utskrift av registeret."
    )
    if not book.selected:
        return text
    return f"{text} Utvalg: {len(book.overview.measures)} av {everything} tiltak."
