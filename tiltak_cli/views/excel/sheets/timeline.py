"""The sheet «Tidslinje»: every measure's time, quarter by quarter, with its milestones."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.filters import AutoFilter, FilterColumn
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.sentences import short
from tiltak_cli.domain.strategy import TargetArea
from tiltak_cli.overview.counts import Situation, situation
from tiltak_cli.overview.timeline import Bar, Scale, Steps, bar, scale_of, steps
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, HEADER_ROW, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import dress, link, put
from tiltak_cli.views.excel.kit.page import A3, A4, Page, set_up
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets.deadlines import cell_of
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.wording import Wording

ID, AREA, NAME, LEAD, SITUATION, DEADLINE = range(1, 7)
FIRST_PERIOD = 7
WIDTHS = (7, 6, 40, 12.5, 21, 11.5)
QUARTER_WIDTH, YEAR_WIDTH = 4.3, 6.5
# Wider tables would be too small to read on A4.
MOST_ON_A4 = 190
# Longer titles are found on the sheet of measures.
TITLE_LENGTH = 110
YEAR_ROW, MARK_ROW = 3, 2
REACHED, WAITING, BEFORE, AFTER, ALONE = "◆", "◇", "◂", "▸", "▪"
# Repeated through a cell, so that a bar is seen on paper without colours too.
LINES = {Situation.NOT_STARTED: "– ", Situation.STOPPED: "· "}
LINE = "━"
SMALL, LARGE = 9.5, 13


class Row(NamedTuple):
    """What a row is written from: the book, its words, the scale and where measures stand."""

    book: Book
    say: Wording
    scale: Scale
    rows: dict[str, int]


def write(sheet: Worksheet, book: Book) -> None:
    """Write the measures of each target area under its name, with bars, diamonds and a grid."""
    say, scale = book.say, scale_of(book.register.strategy)
    width = QUARTER_WIDTH if scale.per_year > 1 else YEAR_WIDTH
    widths = (*WIDTHS, *(width for _ in range(scale.periods)))
    paper = A4 if sum(widths) <= MOST_ON_A4 else A3
    set_up(sheet, book, say("timeline.title"), _sentence(book), widths, Page(paper))
    labels = (*_labels(say), *(_period(say, scale, n) for n in range(scale.periods)))
    _head(sheet, book, scale, labels)
    context = Row(book, say, scale, book.measure_rows())
    row = FIRST_ROW
    for area, members in _groups(book):
        _area(sheet, row, area, context)
        for number, measure in enumerate(members, row + 1):
            _measure(sheet, number, measure, context)
        row += len(members) + 1
    if row == FIRST_ROW:
        put(sheet, row, NAME, say("timeline.nothing"), styles.BODY)
    last = max(row - 1, FIRST_ROW)
    table(sheet, labels, last - FIRST_ROW + 1, say("timeline.description"), frozen_columns=NAME)
    sheet.print_title_rows = f"{MARK_ROW}:{HEADER_ROW}"
    _only_useful_filters(sheet, len(labels))
    _grid(sheet, book, scale, last)


def _labels(say: Wording) -> tuple[str, ...]:
    fields = [say.label(key) for key in ("id", "målområder", "tittel", "ansvarlig", "frist")]
    return (*fields[:4], say("timeline.situation"), fields[4])


def _period(say: Wording, scale: Scale, number: int) -> str:
    """A period's full name, which no other column has."""
    year = scale.year(number)
    if scale.per_year == 1:
        return str(year)
    return say("timeline.quarter", year=year, quarter=number % scale.per_year + 1)


def _sentence(book: Book) -> str:
    say = book.say
    some, everything = len(book.overview.measures), len(book.register.measures)
    key = "sheet.some-of" if book.selected else "sheet.all"
    number = say(key, some=some, all=everything)
    return say("timeline.sentence", number=number)


def _head(sheet: Worksheet, book: Book, scale: Scale, labels: tuple[str, ...]) -> None:
    """Years above the quarters, the report date above its quarter, and the legend at the top."""
    say, now = book.say, scale.period(book.overview.report_date)
    header(sheet, labels, range(FIRST_PERIOD, len(labels) + 1), indented=[LEAD])
    sheet.row_dimensions[HEADER_ROW].height = 22
    sheet.row_dimensions[YEAR_ROW].height = 16
    for number in range(scale.periods):
        column = FIRST_PERIOD + number
        short = say("timeline.quarter-short", quarter=number % scale.per_year + 1)
        shown = f'General;General;General;"{short}"' if scale.per_year > 1 else "General"
        tint = palette.REPORT if number == now else palette.HEADER
        look = styles.HEADER_CENTRE._replace(tint=tint, size=SMALL, wrap=False, number_format=shown)
        dress(sheet.cell(HEADER_ROW, column), look)  # type: ignore[arg-type]
        if scale.starts_year(number) and scale.per_year > 1:
            year = Style(palette.HEADING, bold=True, vertical="bottom")
            put(sheet, YEAR_ROW, column, str(scale.year(number)), year)
    last = FIRST_PERIOD + scale.periods - 1
    # Text runs out into the empty cells at its left.
    legend = Style(palette.QUIET, size=10, horizontal="right", vertical="bottom")
    put(sheet, 1, last, say("timeline.legend"), legend)
    if 0 <= now < scale.periods:
        look = Style(palette.ALARM, bold=True, vertical="center")
        if now >= scale.periods / 2:
            look = look._replace(horizontal="right")
        text = say("timeline.report-date", day=book.overview.report_date)
        put(sheet, MARK_ROW, FIRST_PERIOD + now, text, look)


def _groups(book: Book) -> Iterator[tuple[TargetArea | None, list[Measure]]]:
    """The measures by their first target area, in the strategy's order, then the rest."""
    known = book.register.strategy.areas
    for area in (*known, None):
        members = [m for m in book.overview.measures if _first_area(m, known) == area]
        if members:
            yield area, members


def _first_area(measure: Measure, known: tuple[TargetArea, ...]) -> TargetArea | None:
    return next((area for code in measure.areas for area in known if area.code == code), None)


def _area(sheet: Worksheet, row: int, area: TargetArea | None, context: Row) -> None:
    style = styles.middle(styles.AREA)._replace(wrap=False)
    for column in range(1, FIRST_PERIOD + context.scale.periods):
        put(sheet, row, column, None, style)
    put(sheet, row, AREA, area.code if area else "", style._replace(number_format="@"))
    put(sheet, row, NAME, area.name if area else context.say("timeline.no-area"), style)
    set_height(sheet, row, ())


def _measure(sheet: Worksheet, row: int, measure: Measure, context: Row) -> None:
    book = context.book
    style = styles.ROW
    target = context.rows.get(measure.id)
    cell = put(sheet, row, ID, measure.id, styles.ROW_LINK)
    if target:
        link(cell, book.title(MEASURES), target, measure.title)
    areas = ", ".join(measure.areas)
    put(sheet, row, AREA, areas, styles.ROW_TEXT)
    title = short(measure.title, TITLE_LENGTH)
    put(sheet, row, NAME, title, style)
    put(sheet, row, LEAD, measure.lead, styles.ROW_APART)
    stands = situation(measure, book.overview.report_date)
    tint = palette.SITUATIONS[stands]
    label = f"{SITUATION_SYMBOLS[stands]} {context.say(f'situation.{stands}')}"
    put(sheet, row, SITUATION, label, style._replace(tint=tint))
    due = cell_of(measure.deadline)
    if due is None and measure.ongoing:
        due = context.say.word("løpende")
    put(
        sheet,
        row,
        DEADLINE,
        due,
        style if isinstance(due, str) else styles.row_day(book.locale.day),
    )
    _bar(sheet, row, measure, stands, context)
    set_height(sheet, row, ((areas, AREA), (title, NAME), (label, SITUATION)), air=4)


def _bar(sheet: Worksheet, row: int, measure: Measure, stands: Situation, context: Row) -> None:
    """The bar by fill and by a line in it, and a diamond in each quarter with milestones."""
    span, diamonds = bar(measure, context.scale), steps(measure, context.scale)
    if span is None and not diamonds:
        quiet = styles.ROW._replace(tint=palette.QUIET, wrap=False)
        put(sheet, row, FIRST_PERIOD, context.say("timeline.undated"), quiet)
        return
    span = span or Bar(range(0))
    last = context.scale.periods - 1
    outside = {number for number, beyond in ((0, span.before), (last, span.after)) if beyond}
    looks = _looks(stands)
    for number in sorted({*span.periods, *outside, *diamonds}):
        before = BEFORE if span.before and number == 0 else ""
        after = AFTER if span.after and number == last else ""
        diamond = _diamond(diamonds.get(number, Steps()))
        text = before + diamond + after
        style = (looks.large if diamond else looks.mark)[number in span.periods]
        if not text:
            text, style = (LINES.get(stands, LINE), looks.line) if span.whole else (ALONE, style)
        put(sheet, row, FIRST_PERIOD + number, text, style)


class Looks(NamedTuple):
    """How the cells of a bar look; signs outside it and inside it."""

    line: Style
    mark: tuple[Style, Style]
    large: tuple[Style, Style]


@cache
def _looks(stands: Situation) -> Looks:
    inside = Style(palette.SITUATIONS[stands], horizontal="fill", vertical="center")
    line = inside._replace(line=palette.LINE)
    mark = line._replace(horizontal="center", bold=True)
    marks = (mark._replace(tint=palette.PLAIN), mark)
    outside, within = (look._replace(size=LARGE) for look in marks)
    return Looks(line, marks, (outside, within))


def _diamond(milestones: Steps) -> str:
    """A diamond, filled when all are reached, with their number when there are several."""
    count = milestones.reached + milestones.waiting
    if not count:
        return ""
    return (WAITING if milestones.waiting else REACHED) + (str(count) if count > 1 else "")


def _only_useful_filters(sheet: Worksheet, columns: int) -> None:
    """No filter buttons on the quarters, which are narrower than a button."""
    (made,) = sheet.tables.values()
    hidden = range(FIRST_PERIOD - 1, columns)
    made.autoFilter = AutoFilter(
        made.ref, filterColumn=[FilterColumn(number, hiddenButton=True) for number in hidden]
    )


def _grid(sheet: Worksheet, book: Book, scale: Scale, last: int) -> None:
    """Lines between quarters and years, and around the report date's, without cells of their own.

    Of several rules that hold some programs use only the first, so each says all there is to it.
    """
    first, end = (
        get_column_letter(FIRST_PERIOD),
        get_column_letter(FIRST_PERIOD + scale.periods - 1),
    )
    place = f"(COLUMN()-{FIRST_PERIOD})"
    line, year = Side("hair", f"FF{palette.LINE}"), Side("thin", f"FF{palette.LINE}")
    mark = Side("thin", f"FF{palette.WARNING}")
    now = scale.period(book.overview.report_date)
    lines = (
        (f"{place}={now}", Border(left=mark, right=mark, bottom=line)),
        (f"MOD({place},{scale.per_year})=0", Border(left=year, bottom=line)),
        ("TRUE", Border(left=line, bottom=line)),
    )
    for formula, border in lines:
        rule = Rule(type="expression", formula=[formula], dxf=DifferentialStyle(border=border))
        sheet.conditional_formatting.add(f"{first}{FIRST_ROW}:{end}{last}", rule)
