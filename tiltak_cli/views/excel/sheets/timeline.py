"""The sheet «Tidslinje»: every measure's time, quarter by quarter, with its milestones."""

from collections.abc import Iterator
from datetime import date
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
from tiltak_cli.views.excel.kit.book import FIRST_ROW, HEADER_ROW, Book
from tiltak_cli.views.excel.kit.cells import dress, put
from tiltak_cli.views.excel.kit.heights import height
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import (
    Column,
    Table,
    end_table,
    fitted,
    write_head,
    write_nothing,
    write_row,
)
from tiltak_cli.views.excel.sheets.deadlines import cell_of
from tiltak_cli.views.excel.sheets.marks import situation_label
from tiltak_cli.views.excel.sheets.shared import id_column, lead_column
from tiltak_cli.wording import Wording

QUARTER_WIDTH, YEAR_WIDTH = 4.3, 6.5
# Longer titles are found on the sheet of measures.
TITLE_LENGTH = 110
YEAR_ROW, MARK_ROW = 3, 2
REACHED, WAITING, BEFORE, AFTER, ALONE = "◆", "◇", "◂", "▸", "▪"
# Repeated through a cell, so that a bar is seen on paper without colours too.
LINES = {Situation.NOT_STARTED: "– ", Situation.STOPPED: "· "}
LINE = "━"
LARGE = 13


class Context(NamedTuple):
    """What is written from: the `whole` table, and the columns `before` those of the periods."""

    book: Book
    scale: Scale
    whole: Table[Measure]
    before: Table[Measure]

    @property
    def first(self) -> int:
        """The number of the first period's column."""
        return len(self.before.columns) + 1

    @property
    def end(self) -> int:
        """The number of the last period's column."""
        return len(self.whole.columns)


def write(sheet: Worksheet, book: Book) -> None:
    """Write the measures of each target area under its name, with bars, diamonds and a grid."""
    context = _context(book)
    write_head(sheet, book, context.whole)
    _head(sheet, context)
    row = FIRST_ROW
    for area, members in _groups(book):
        _area(sheet, row, area, context)
        for number, measure in enumerate(members, row + 1):
            write_row(sheet, book, context.before, number, measure)
            _bar(sheet, number, measure, context)
        row += len(members) + 1
    if row == FIRST_ROW:
        write_nothing(sheet, context.whole)
    end_table(sheet, context.whole, row - 1)
    sheet.print_title_rows = f"{MARK_ROW}:{HEADER_ROW}"
    _only_useful_filters(sheet, context)
    _grid(sheet, context, max(row - 1, FIRST_ROW))


def _context(book: Book) -> Context:
    say, scale, columns = book.say, scale_of(book.register.strategy), _columns(book)
    everything = (*columns, *(_period(say, scale, number) for number in range(scale.periods)))
    title, about = say("timeline.title"), say("timeline.description")
    # The rows are written by the groups they stand in.
    whole = fitted(
        Table(
            title=title,
            sentence=_sentence(book),
            columns=everything,
            items=(),
            description=about,
            frozen=3,
            air=4,
        )
    )
    return Context(book, scale, whole, whole._replace(columns=whole.columns[: len(columns)]))


def _columns(book: Book) -> tuple[Column[Measure], ...]:
    """The columns before the quarters."""
    say = book.say
    return (
        id_column(book, lambda measure: measure),
        Column(
            say.label("målområder"), 6, lambda m: ", ".join(m.areas), styles.ROW_TEXT, key="area"
        ),
        Column(
            say.label("tittel"),
            38,
            lambda m: short(m.title, TITLE_LENGTH),
            key="name",
            nothing=say("timeline.nothing"),
        ),
        lead_column(book, lambda measure: measure),
        Column(
            say("timeline.situation"),
            14,
            lambda m: situation_label(_stands(m, book), say),
            look=lambda m, style: style._replace(tint=palette.SITUATIONS[_stands(m, book)]),
        ),
        Column(say.label("frist"), 11.5, lambda m: _due(m, say), wraps=False, days=True),
    )


def _period(say: Wording, scale: Scale, number: int) -> Column[Measure]:
    """A period's column; its full name is the heading, which no other column has."""
    label, width, shown = str(scale.year(number)), YEAR_WIDTH, ""
    if scale.per_year > 1:
        quarter = number % scale.per_year + 1
        label = say("timeline.quarter", year=scale.year(number), quarter=quarter)
        width, shown = QUARTER_WIDTH, _short(say, scale, number)
    centred = styles.ROW._replace(horizontal="center")
    return Column(label, width, lambda _: None, centred, shown=shown)


def _short(say: Wording, scale: Scale, number: int) -> str:
    """What a quarter's heading shows, under its year."""
    return say("timeline.quarter-short", quarter=number % scale.per_year + 1)


def _stands(measure: Measure, book: Book) -> Situation:
    return situation(measure, book.overview.report_date)


def _due(measure: Measure, say: Wording) -> date | str | None:
    due = cell_of(measure.deadline)
    return say.word("løpende") if due is None and measure.ongoing else due


def _sentence(book: Book) -> str:
    say = book.say
    some, everything = len(book.overview.measures), len(book.register.measures)
    key = "sheet.some-of" if book.selected else "sheet.all"
    number = say(key, some=some, all=everything)
    return say("timeline.sentence", number=number)


def _head(sheet: Worksheet, context: Context) -> None:
    """Years above the quarters, the report date above its quarter, and the legend at the top."""
    book, scale = context.book, context.scale
    say, now = book.say, scale.period(book.overview.report_date)
    sheet.row_dimensions[HEADER_ROW].height = 22
    sheet.row_dimensions[YEAR_ROW].height = 16
    for number in range(scale.periods):
        column = context.first + number
        short = _short(say, scale, number)
        shown = f'General;General;General;"{short}"' if scale.per_year > 1 else "General"
        tint = palette.REPORT if number == now else palette.HEADER
        look = styles.HEADER_CENTRE._replace(tint=tint, wrap=False, number_format=shown)
        dress(sheet.cell(HEADER_ROW, column), look)  # type: ignore[arg-type]
        if scale.starts_year(number) and scale.per_year > 1:
            year = Style(palette.HEADING, bold=True, vertical="bottom")
            put(sheet, YEAR_ROW, column, str(scale.year(number)), year)
    # Text runs out into the empty cells at its left.
    legend = Style(palette.QUIET, horizontal="right", vertical="bottom")
    put(sheet, 1, context.end, say("timeline.legend"), legend)
    if 0 <= now < scale.periods:
        look = Style(palette.ALARM, bold=True, vertical="center")
        if now >= scale.periods / 2:
            look = look._replace(horizontal="right")
        text = say("timeline.report-date", day=book.overview.report_date)
        put(sheet, MARK_ROW, context.first + now, text, look)


def _groups(book: Book) -> Iterator[tuple[TargetArea | None, list[Measure]]]:
    """The measures by their first target area, in the strategy's order, then the rest."""
    known = book.register.strategy.areas
    for area in (*known, None):
        members = [m for m in book.overview.measures if _first_area(m, known) == area]
        if members:
            yield area, members


def _first_area(measure: Measure, known: tuple[TargetArea, ...]) -> TargetArea | None:
    return next((area for code in measure.areas for area in known if area.code == code), None)


def _area(sheet: Worksheet, row: int, area: TargetArea | None, context: Context) -> None:
    texts = {"name": context.book.say("timeline.no-area")}
    if area:
        texts = {"area": area.code, "name": area.name}
    style = styles.middle(styles.AREA)._replace(wrap=False)
    for number, column in enumerate(context.whole.columns, 1):
        look = style._replace(number_format=column.style.number_format)
        put(sheet, row, number, texts.get(column.key), look)
    sheet.row_dimensions[row].height = height(1, air=8)


def _bar(sheet: Worksheet, row: int, measure: Measure, context: Context) -> None:
    """The bar by fill and by a line in it, and a diamond in each quarter with milestones."""
    span, diamonds = bar(measure, context.scale), steps(measure, context.scale)
    if span is None and not diamonds:
        quiet = styles.ROW._replace(tint=palette.QUIET, wrap=False)
        put(sheet, row, context.first, context.book.say("timeline.undated"), quiet)
        return
    span = span or Bar(range(0))
    last = context.scale.periods - 1
    outside = {number for number, beyond in ((0, span.before), (last, span.after)) if beyond}
    stands = _stands(measure, context.book)
    looks = _looks(stands)
    for number in sorted({*span.periods, *outside, *diamonds}):
        before = BEFORE if span.before and number == 0 else ""
        after = AFTER if span.after and number == last else ""
        diamond = _diamond(diamonds.get(number, Steps()))
        text = before + diamond + after
        style = (looks.large if diamond else looks.mark)[number in span.periods]
        if not text:
            text, style = (LINES.get(stands, LINE), looks.line) if span.whole else (ALONE, style)
        put(sheet, row, context.first + number, text, style)


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


def _only_useful_filters(sheet: Worksheet, context: Context) -> None:
    """No filter buttons on the quarters, which are narrower than a button."""
    (made,) = sheet.tables.values()
    hidden = range(context.first - 1, context.end)
    made.autoFilter = AutoFilter(
        made.ref, filterColumn=[FilterColumn(number, hiddenButton=True) for number in hidden]
    )


def _grid(sheet: Worksheet, context: Context, last: int) -> None:
    """Lines between quarters and years, and around the report date's, without cells of their own.

    Of several rules that hold some programs use only the first, so each says all there is to it.
    """
    first, end = get_column_letter(context.first), get_column_letter(context.end)
    place = f"(COLUMN()-{context.first})"
    line, year = Side("hair", f"FF{palette.LINE}"), Side("thin", f"FF{palette.LINE}")
    mark = Side("thin", f"FF{palette.WARNING}")
    now = context.scale.period(context.book.overview.report_date)
    lines = (
        (f"{place}={now}", Border(left=mark, right=mark, bottom=line)),
        (f"MOD({place},{context.scale.per_year})=0", Border(left=year, bottom=line)),
        ("TRUE", Border(left=line, bottom=line)),
    )
    for formula, border in lines:
        rule = Rule(type="expression", formula=[formula], dxf=DifferentialStyle(border=border))
        sheet.conditional_formatting.add(f"{first}{FIRST_ROW}:{end}{last}", rule)
