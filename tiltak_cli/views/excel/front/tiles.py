"""The top of the front page: how it goes in a sentence, the tiles, and what has nobody."""

from itertools import accumulate

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.counts import USUAL
from tiltak_cli.overview.summary import summary
from tiltak_cli.overview.trend import said
from tiltak_cli.views.excel.front.lines import SIZE
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.heights import height, lines
from tiltak_cli.views.excel.kit.page import define
from tiltak_cli.views.excel.sheets.deadlines import REPORT_DATE
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.views.trend import notes

SUMMARY_ROW, DATE_ROW, NUMBER_ROW, LABEL_ROW, NOTE_ROW = range(3, 8)
# Seven tiles that are equally wide, air, and the other half: ids and texts.
TILES = 7
WIDTHS = (*[14.0] * TILES, 2.0, 9.0, 59.0)
IDS, TEXTS = TILES + 2, TILES + 3
COVERAGE_LENGTH, SUMMARY_LENGTH = 76, 150
INDENT = 1.5


def write_top(sheet: Worksheet, book: Book) -> None:
    """Write it all, left half and right half alike."""
    _summary(sheet, book)
    _report_date(sheet, book)
    _tiles(sheet, book)
    _over_time(sheet, book)
    _coverage(sheet, book)


def _summary(sheet: Worksheet, book: Book) -> None:
    """How it goes, in as many sentences as there is room for."""
    text = book.say.phrases(summary(book.overview))
    if len(text) > SUMMARY_LENGTH:
        # What is heavier is never left out for what is lighter.
        sentences = map(book.say.phrase, summary(book.overview, short=True))
        texts = accumulate(sentences, "{} {}".format)
        text = next(iter([t for t in texts if len(t) <= SUMMARY_LENGTH][-1:]), "")
    style = styles.HEADING._replace(size=12, vertical="center", tint=palette.PLAIN)
    put(sheet, SUMMARY_ROW, 1, text, style)
    sheet.row_dimensions[SUMMARY_ROW].height = 22


def _report_date(sheet: Worksheet, book: Book) -> None:
    """The day that everything is judged on, as a real date under a name that formulas use."""
    put(sheet, DATE_ROW, 1, book.say("front.status"), styles.HEADING)
    # In a cell that is too narrow a day becomes ###; the month in figures always has room.
    style = styles.HEADING._replace(number_format=book.locale.day, size=12)
    put(sheet, DATE_ROW, 2, book.overview.report_date, style)
    sheet.row_dimensions[DATE_ROW].height = 20
    define(sheet, REPORT_DATE, f"$B${DATE_ROW}")


def _tiles(sheet: Worksheet, book: Book) -> None:
    """A tile for all measures, and one for each situation with its symbol before the number."""
    number = styles.Style(
        palette.AREA, size=22, bold=True, vertical="bottom", indent=1, gap=True, shrink=True
    )
    label = styles.Style(palette.AREA, size=SIZE, bold=True, wrap=True, indent=1, gap=True)
    put(sheet, NUMBER_ROW, 1, len(book.overview.measures), number)
    words = book.say("front.total")
    if without := sum(measure.status is None for measure in book.overview.measures):
        words += f", {without} {book.say('unstated.status')}"
    put(sheet, LABEL_ROW, 1, words, label)
    labels = [words, *(book.say(f"situation.{situation}") for situation in USUAL)]
    for column, (situation, words) in enumerate(zip(USUAL, labels[1:], strict=True), 2):
        tint = palette.SITUATIONS[situation]
        shown = f'"{SITUATION_SYMBOLS[situation]} "0'
        count = book.overview.situations[situation]
        put(sheet, NUMBER_ROW, column, count, number._replace(tint=tint, number_format=shown))
        put(sheet, LABEL_ROW, column, words, label._replace(tint=tint))
    sheet.row_dimensions[NUMBER_ROW].height = 30
    most = max(lines(text, WIDTHS[1] - INDENT, SIZE, bold=True) for text in labels)
    sheet.row_dimensions[LABEL_ROW].height = height(most, SIZE, air=1)


def _over_time(sheet: Worksheet, book: Book) -> None:
    """Under each tile who has come and who has left, and beside them what was promised and kept."""
    points = book.points
    texts = notes(points, book.say)
    plain = styles.Style(palette.AREA, size=SIZE, wrap=True, indent=1, gap=True)
    tints = (palette.AREA, *(palette.SITUATIONS[situation] for situation in USUAL))
    for column, (text, tint) in enumerate(zip(texts, tints, strict=False), 1):
        put(sheet, NOTE_ROW, column, text, plain._replace(tint=tint))
    phrases = said(points)
    quiet = styles.Style(palette.QUIET, size=SIZE, vertical="bottom")
    if phrases:
        put(sheet, DATE_ROW, 4, book.say.phrase(phrases[0]), quiet)
    kept = book.say.phrase(phrases[1]) if len(phrases) > 1 else ""
    put(sheet, NOTE_ROW, TEXTS, kept, quiet._replace(wrap=True, vertical="top"))
    rows = [lines(text, WIDTHS[0] - INDENT, SIZE) for text in texts]
    most = max((*rows, lines(kept, WIDTHS[TEXTS - 1], SIZE)))
    sheet.row_dimensions[NOTE_ROW].height = height(most, SIZE, air=3) if points else 7


def _coverage(sheet: Worksheet, book: Book) -> None:
    """Directions without measures and ministries without a role, each in a line."""
    say = book.say
    uncovered = tuple(direction.code for direction in book.overview.uncovered)
    without = tuple(ministry.code for ministry in book.overview.without_role)
    put(sheet, DATE_ROW, IDS, say("front.coverage"), styles.HEADING)
    gaps = (
        ("front.uncovered", "front.covered", uncovered),
        ("front.without-role", "front.with-role", without),
    )
    for row, (missing, otherwise, codes) in enumerate(gaps, NUMBER_ROW):
        named = _named(book, missing, codes)
        text = say(missing, number=len(codes), codes=named) if codes else say(otherwise)
        # A gap is nothing red.
        style = styles.Style(palette.HEADING if codes else palette.PLAIN, bold=bool(codes))
        look = style._replace(vertical="top" if row == LABEL_ROW else "center")
        put(sheet, row, IDS, text, look)


def _named(book: Book, key: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """As many of the codes as a line has room for, and how many more there are."""
    for number in range(len(codes), 0, -1):
        more = len(codes) - number
        rest = (book.say("front.others", number=more),) if more else ()
        named = (*codes[:number], *rest)
        if len(book.say(key, number=len(codes), codes=named)) <= COVERAGE_LENGTH:
            break
    return named if codes else ()
