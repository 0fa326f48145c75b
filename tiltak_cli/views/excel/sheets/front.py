"""The sheet «Forside»: one page that says how many, how they stand, and what to look at."""

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.left_out import not_stated
from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.counts import USUAL
from tiltak_cli.overview.summary import summary
from tiltak_cli.overview.trend import Point, said, trend
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FRONT, Book
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.heights import height, lines
from tiltak_cli.views.excel.kit.page import Page, define, set_up
from tiltak_cli.views.excel.sheets.attention import LAST_ATTENTION, write_attention
from tiltak_cli.views.excel.sheets.chart import add_chart
from tiltak_cli.views.excel.sheets.deadlines import REPORT_DATE
from tiltak_cli.views.excel.sheets.marks import situation_label
from tiltak_cli.views.excel.sheets.news import news_lines, write_news
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.views.trend import notes

# Names, six situations, the total, air, links, and texts.
WIDTHS = (31, 12, 12, 12, 12, 12, 12, 7, 2, 13, 60)
FIRST_COUNT, TOTAL, LINKS = 2, 8, 10
SUMMARY_ROW, DATE_ROW, NUMBER_ROW, LABEL_ROW, NOTE_ROW, CHART_HEADING = 3, 4, 5, 6, 7, 8
# The chart beside the list has room for so many areas. Each more needs a row of its own, and a name
# that takes one line of it.
ROOM, SHORT_NAME = 9, 34
# With more areas than this the table has a page of its own, or nobody can read them; the chart may
# then be so many points higher, which fills the first page.
ONE_PAGE, HIGHER = 16, 230.0
# A link has an empty column after it, so that its text has room in every typeface.
LINK_PLACES = (2, 4, 6, 10)
# What is lighter has so many lines, and the chart at least so many rows.
REST_LINES, CHART_ROWS = 2, 7
COVERAGE_LENGTH, NAME_LENGTH, SUMMARY_LENGTH = 70, 90, 150
ROW, AIR, NOTE_SIZE = 22.0, 7.0, 10


def write(sheet: Worksheet, book: Book) -> None:
    """Write the page from the top, left half and right half alike."""
    pages = 1 if len(book.overview.areas) <= ONE_PAGE else 0
    set_up(sheet, book, _title(book), _sentence(book), WIDTHS, Page(tall=pages))
    _summary(sheet, book)
    _report_date(sheet, book)
    _tiles(sheet, book)
    _coverage(sheet, book)
    write_attention(sheet, book, CHART_HEADING, LINKS)
    sheet.row_dimensions[CHART_HEADING].height = 22
    links = _areas(sheet, book, _news(sheet, book)) + 2
    bottom = _links(sheet, book, links) + 2
    for row in (links - 1, bottom - 1):
        sheet.row_dimensions[row].height = AIR
    put(sheet, bottom, 1, _source(book), styles.SENTENCE._replace(size=10))
    moves = book.overview.cut.of_moves() if book.overview.cut else ()
    for phrase in (*not_stated(book.overview.measures), *moves):
        bottom += 1
        put(sheet, bottom, 1, book.say.phrase(phrase), styles.SENTENCE._replace(size=10))
    sheet.print_area = f"A1:K{bottom}"


def _title(book: Book) -> str:
    if book.selected:
        return book.say("front.title-selection")
    return f"{book.say('front.title')} {book.register.edition}".strip()


def _sentence(book: Book) -> str:
    strategy = book.register.strategy
    return short(f"{strategy.title} {strategy.subtitle}".strip(), 180)


def _summary(sheet: Worksheet, book: Book) -> None:
    """How it goes, in as many sentences as there is room for."""
    text = ""
    found = trend(book.overview, book.comparison)
    for phrase in summary(book.overview):
        more = f"{text} {book.say.phrase(phrase)}".strip()
        text = more if len(more) <= SUMMARY_LENGTH else text
    _over_time(sheet, book, found)
    style = styles.HEADING._replace(size=12, vertical="center", tint=palette.PLAIN)
    put(sheet, SUMMARY_ROW, 1, text, style)
    sheet.row_dimensions[SUMMARY_ROW].height = 24


def _over_time(sheet: Worksheet, book: Book, found: tuple[Point, ...]) -> None:
    """Under each tile who has come and who has left, and beside them what was promised and kept."""
    texts = notes(found, book.say)
    quiet = styles.middle(styles.Style(palette.QUIET, size=NOTE_SIZE))
    for phrase, place in zip(said(found), ((DATE_ROW, 2), (NOTE_ROW, LINKS + 1)), strict=False):
        look = quiet._replace(vertical="bottom", wrap=place[0] == NOTE_ROW)
        put(sheet, *place, book.say.phrase(phrase), look)
        if place[0] == NOTE_ROW:
            heading = book.say("trend.kept-heading")
            put(sheet, NOTE_ROW, LINKS, heading, quiet._replace(bold=True, vertical="bottom"))
    plain = styles.Style(palette.AREA, size=NOTE_SIZE, wrap=True, indent=1, gap=True)
    tints = (palette.AREA, *(palette.SITUATIONS[situation] for situation in USUAL))
    for column, (text, tint) in enumerate(zip(texts, tints, strict=False), 1):
        put(sheet, NOTE_ROW, column, text, plain._replace(tint=tint))
    widths = zip(texts, WIDTHS, strict=False)
    most = max((lines(text, width - 2, NOTE_SIZE) for text, width in widths), default=0)
    sheet.row_dimensions[NOTE_ROW].height = height(max(most, 2), NOTE_SIZE, air=4) if most else AIR


def _report_date(sheet: Worksheet, book: Book) -> None:
    """The day that everything is judged on, as a real date under a name that formulas use."""
    shown = book.locale.long_day.format(words=book.say("front.status"))
    style = styles.HEADING._replace(number_format=shown)
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
    words = book.say("front.total")
    if without := sum(measure.status is None for measure in book.overview.measures):
        words += f", {without} {book.say('unstated.status')}"
    put(sheet, LABEL_ROW, 1, words, label)
    for column, situation in enumerate(USUAL, FIRST_COUNT):
        tint = palette.SITUATIONS[situation]
        shown = f'"{SITUATION_SYMBOLS[situation]} "0'
        count = book.overview.situations[situation]
        put(sheet, NUMBER_ROW, column, count, number._replace(tint=tint, number_format=shown))
        words = book.say(f"situation.{situation}")
        put(sheet, LABEL_ROW, column, words, label._replace(tint=tint))
    sheet.row_dimensions[NUMBER_ROW].height = 34
    sheet.row_dimensions[LABEL_ROW].height = 29


def _coverage(sheet: Worksheet, book: Book) -> None:
    """Directions without measures and ministries without a role, each in a line."""
    say = book.say
    uncovered = tuple(direction.code for direction in book.overview.uncovered)
    without = tuple(ministry.code for ministry in book.overview.without_role)
    put(sheet, DATE_ROW, LINKS, say("front.coverage"), styles.HEADING)
    gaps = (
        ("front.uncovered", "front.covered", uncovered),
        ("front.without-role", "front.with-role", without),
    )
    for row, (missing, otherwise, codes) in enumerate(gaps, NUMBER_ROW):
        text = say(missing, number=len(codes), codes=codes) if codes else say(otherwise)
        style = styles.Style(palette.ALARM if codes else palette.PLAIN, bold=bool(codes))
        put(sheet, row, LINKS, short(text, COVERAGE_LENGTH), styles.middle(style))


def _news(sheet: Worksheet, book: Book) -> int:
    """What is new, where the workbook has an edition to compare with. Returns the row after it."""
    if book.comparison is None or book.options.audience:
        return CHART_HEADING
    say, edition = book.say, book.comparison.old.edition
    lines = news_lines(book.comparison, say, REST_LINES)
    return write_news(sheet, CHART_HEADING, say("brief.heading-since", edition=edition), lines)


def _areas(sheet: Worksheet, book: Book, heading: int) -> int:
    """The chart below its heading, and its table under it. Returns the table's last row."""
    say = book.say
    put(sheet, heading, 1, say("front.by-area"), styles.HEADING)
    last = max(LAST_ATTENTION, heading + max(len(book.overview.areas), CHART_ROWS))
    table = last + 2
    situations = (situation_label(situation, say) for situation in USUAL)
    labels = (say("front.area"), *situations, say("front.in-all"))
    more = last - LAST_ATTENTION
    for lower in range(LAST_ATTENTION + 1, last + 1):
        sheet.row_dimensions[lower].height = min(ROW, HIGHER / more)
    if len(book.overview.areas) > ONE_PAGE:
        sheet.row_breaks.append(Break(id=table - 1))
    for column, label in enumerate(labels, 1):
        style = styles.HEADER_CENTRE if column > 1 else styles.HEADER
        put(sheet, table, column, label, style._replace(size=10))
    sheet.row_dimensions[table].height = height(2, 10, air=6)
    name, count = styles.middle(styles.BODY._replace(size=10)), styles.middle(styles.COUNT)
    row = table
    most = SHORT_NAME if len(book.overview.areas) > ROOM else NAME_LENGTH
    for area in book.overview.areas:
        row += 1
        text = short(f"{area.area.code} {area.area.name}", most)
        put(sheet, row, 1, text, name)
        for column, situation in enumerate(USUAL, FIRST_COUNT):
            put(sheet, row, column, area.situations[situation] or None, count)
        put(sheet, row, TOTAL, area.total, count._replace(bold=True, number_format="0"))
        sheet.row_dimensions[row].height = max(height(lines(text, WIDTHS[0], 10), 10, air=2), ROW)
    if book.overview.measures and book.overview.areas:
        place = (heading + 1, last, TOTAL)
        add_chart(sheet, book, range(table + 1, row + 1), FIRST_COUNT, place)
    else:
        none = say("front.no-match" if book.selected else "front.no-measures")
        put(sheet, heading + 1, 1, none, styles.Style())
    return row


def _links(sheet: Worksheet, book: Book, row: int) -> int:
    """Links to the other sheets, from `row` on. Returns the last row."""
    bold = styles.Style(palette.HEADING, bold=True, vertical="center")
    put(sheet, row, 1, book.say("front.go-to"), bold)
    style = styles.middle(styles.LINK._replace(line="", wrap=False))
    others = [sheet for sheet in book.sheets if sheet.key != FRONT]
    for number, other in enumerate(others):
        down, place = divmod(number, len(LINK_PLACES))
        title = book.title(other.key)
        cell = put(sheet, row + down, LINK_PLACES[place], title, style)
        link(cell, title, 1, book.say(f"{other.key}.about"))
        sheet.row_dimensions[row + down].height = 17
    return row + (len(others) - 1) // len(LINK_PLACES)


def _source(book: Book) -> str:
    register, say = book.register, book.say
    day, keeper = register.as_of, register.keeper
    text = say("front.source", edition=register.edition, day=day, keeper=keeper)
    if not book.selected:
        return text
    chosen, everything = len(book.overview.measures), len(register.measures)
    return f"{text} {say('front.selection', chosen=chosen, everything=everything)}"
