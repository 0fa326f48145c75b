"""The front page of a workbook of changes: the news, then how many, of what kind, and whose."""

from collections.abc import Sequence

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.change import Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.sentences import short
from tiltak_cli.views.changes.words import MARKS, Chosen, named_anew, nothing, selection, tally
from tiltak_cli.views.excel.front.news import news_lines, write_news
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import CHANGES, Book
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.heights import height, lines
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.wording import Wording

FRONT = "diff.sheet.front"
# Kinds with their level and number, air, then areas and ministries with theirs.
WIDTHS = (44, 16, 10, 4, 12, 70, 10)
KIND, AREA = 1, 5
TALLY_ROW, DATES_ROW, SELECTION_ROW, FIRST_TABLE = 3, 4, 5, 7
# The last line of the news holds all that it counts.
REST_LINES = 12
ROW = 18.0
NAME_LENGTH = 90


def write(sheet: Worksheet, book: Book, comparison: Comparison, chosen: Chosen) -> None:
    """Write the page: what is compared, then the kinds at the left, areas and ministries beside."""
    say = book.say
    old, new = comparison.old, comparison.new
    strategy = new.strategy
    title = say("diff.title", old=old.edition, new=new.edition)
    sentence = short(f"{strategy.title} {strategy.subtitle}".strip(), 180)
    set_up(sheet, book, title, sentence, WIDTHS, Page(tall=1))
    big = styles.HEADING._replace(size=12, vertical="center", tint=palette.PLAIN)
    headline = tally(comparison, say) if comparison.all else nothing(comparison, chosen, say)
    put(sheet, TALLY_ROW, 1, headline, big)
    sheet.row_dimensions[TALLY_ROW].height = 24
    sides = {"old": old.edition, "then": old.as_of, "new": new.edition, "now": new.as_of}
    put(sheet, DATES_ROW, 1, say("report.compared", **sides), styles.SENTENCE)
    alarm = styles.SENTENCE._replace(tint=palette.HEADING, bold=True)
    put(sheet, SELECTION_ROW, 1, selection(chosen, say), alarm)
    lines = news_lines(comparison, say, REST_LINES)
    if lines:
        sheet.row_dimensions[FIRST_TABLE].height = 22
    first = write_news(sheet, FIRST_TABLE, say("brief.heading"), lines) + bool(lines)
    bottom = _counts(sheet, book, comparison, first) if comparison.all else first
    style = styles.middle(styles.LINK._replace(line="", wrap=False))
    link(put(sheet, bottom, 1, say("diff.see"), style), book.title(CHANGES), 1)
    put(sheet, bottom + 1, 1, _source(book), styles.SENTENCE._replace(size=10))
    put(sheet, bottom + 2, 1, say("diff.no-import"), styles.SENTENCE._replace(size=10))
    for phrase in comparison.cut.of_postponed() if comparison.cut else ():
        bottom += 1
        put(sheet, bottom + 2, 1, say.phrase(phrase), styles.SENTENCE._replace(size=10))
    sheet.print_area = f"A1:G{bottom + 2}"


def _counts(sheet: Worksheet, book: Book, comparison: Comparison, first: int) -> int:
    """The three tables of counts from a row on. Returns the row after the longest and some air."""
    say = book.say
    left = _kinds(sheet, comparison, say, first)
    if not comparison.changes:
        return left + 1
    areas = comparison.by_area()
    rows = [(area.code, area.name, areas[area.code]) for area in comparison.new.strategy.areas]
    heads = (say("report.area"), rows)
    middle = _table(sheet, first, say("diff.by-area"), say, heads)
    put(sheet, middle, AREA, say("diff.several-areas"), styles.SENTENCE._replace(size=10))
    register = comparison.new
    leads, formerly = [], comparison.formerly()
    for code, number in comparison.by_ministry().items():
        name = say.organisation(register.organisations, code, register.as_of)
        leads.append((code, named_anew(name, formerly.get(code, ""), say), number))
    heads = (say.label("ansvarlig"), leads)
    right = _table(sheet, middle + 2, say("diff.by-ministry"), say, heads)
    return max(left, right) + 1


def _kinds(sheet: Worksheet, comparison: Comparison, say: Wording, first: int) -> int:
    """Every kind with its level and number, weightiest first. Returns the row after them."""
    _head(sheet, first + 1, KIND, (say("report.kind"), say("diff.level"), say("report.count")))
    put(sheet, first, KIND, say("diff.by-kind"), styles.HEADING)
    row = first + 2
    plain, count = styles.middle(styles.BODY), styles.middle(styles.COUNT)
    for level in Level:
        word = say(f"level.{level}").partition("|")[0]
        for kind, number in comparison.by_kind():
            if kind.level is level:
                bold = plain._replace(bold=level is Level.MAJOR)
                put(sheet, row, KIND, say(f"kind.{kind.code}"), bold)
                shown = plain._replace(number_format=f'"{MARKS[level]} "@')
                put(sheet, row, KIND + 1, word, shown)
                put(sheet, row, KIND + 2, number, count)
                sheet.row_dimensions[row].height = ROW
                row += 1
    return row


def _table(
    sheet: Worksheet,
    row: int,
    heading: str,
    say: Wording,
    content: tuple[str, Sequence[tuple[str, str, int]]],
) -> int:
    """A table of codes, names and numbers under a heading. Returns the row after it."""
    label, rows = content
    put(sheet, row, AREA, heading, styles.HEADING)
    _head(sheet, row + 1, AREA, (label, "", say("report.number")))
    plain, count = styles.middle(styles.BODY), styles.middle(styles.COUNT)
    for place, (code, name, number) in enumerate(rows, row + 2):
        put(sheet, place, AREA, code, plain._replace(bold=True))
        text = short(name if name != code else "", NAME_LENGTH)
        put(sheet, place, AREA + 1, text, plain)
        room = height(lines(text, WIDTHS[AREA]), air=2)
        sheet.row_dimensions[place].height = max(room, ROW)
        put(sheet, place, AREA + 2, number, count._replace(number_format="0"))
    return row + 2 + len(rows)


def _head(sheet: Worksheet, row: int, first: int, labels: tuple[str, str, str]) -> None:
    for column, label in enumerate(labels, first):
        style = styles.HEADER_CENTRE if column == first + 2 else styles.HEADER
        put(sheet, row, column, label, style)
    sheet.row_dimensions[row].height = ROW


def _source(book: Book) -> str:
    register = book.register
    day, keeper = register.as_of, register.keeper
    return book.say("front.source", edition=register.edition, day=day, keeper=keeper)
