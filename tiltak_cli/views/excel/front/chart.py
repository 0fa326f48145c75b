"""The front page's charts: a bar for each edition and each area, divided by how measures stand."""

from collections.abc import Iterable
from typing import NamedTuple

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Paragraph, ParagraphProperties
from openpyxl.drawing.text import Font as DrawingFont
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.counts import Counts, Situation
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIGURES, Book
from tiltak_cli.views.excel.kit.finish import Chart
from tiltak_cli.views.excel.sheets import figures
from tiltak_cli.views.excel.sheets.marks import situation_label
from tiltak_cli.wording import Wording

# Where in the chart the bars are, as parts of its width and height. The names need the left: as
# much of it as their length demands.
NAMES, EDGE = (0.27, 0.34, 0.41, 0.48, 0.55), 0.02
# What the names of the colours, on two lines or on one, and the numbers of an axis take below the
# bars, in rows.
LEGEND, LEGEND_WIDE, AXIS = 2.2, 1.3, 1.4
# The names of so many bars have room for a little less.
SIZE, SMALL, CLOSE = 10.5, 9.8, 34


class Bars(NamedTuple):
    """A chart: the rows of «Tall» that it shows, what is below its bars, and beside them.

    The `legend` is the rows that the names of the colours take, or 0 without.
    """

    rows: range
    legend: float
    axis: bool
    names: float


def add_chart(sheet: Worksheet, book: Book, bars: Bars, place: tuple[int, int, int]) -> None:
    """Draw rows of the sheet «Tall».

    `place` is the first row, the last row and the last column that the chart covers.
    """
    top, bottom, right = place
    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 45
    chart.roundedCorners = False
    for column, situation in enumerate(figures.kinds(book), figures.FIRST_COUNT):
        chart.series.append(_series(book, bars.rows, column, situation))
    chart.set_categories(_reference(book, bars.rows, figures.NAME))
    _axes(chart, book, bars)
    if bars.legend:
        chart.legend.position = "b"
        chart.legend.txPr = _text(palette.TEXT, SIZE, book.locale.code)
    else:
        chart.legend = None
    below = bars.legend + AXIS * bars.axis
    inner = ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=bars.names, y=EDGE)
    inner.w, inner.h = 1 - EDGE - bars.names, 1 - EDGE - below / (bottom - top + 1)
    chart.layout = Layout(inner)
    chart.graphical_properties = _no_line()
    # The library takes an anchor here too; its types say text only.
    chart.anchor = TwoCellAnchor(  # type: ignore[assignment]
        "oneCell",
        _from=AnchorMarker(col=0, row=top - 1),
        to=AnchorMarker(col=right, row=bottom),
    )
    sheet.add_chart(chart)


def _axes(chart: BarChart, book: Book, bars: Bars) -> None:
    """The names at the left, the first one at the top; and the numbers below, if wanted."""
    language = book.locale.code
    chart.x_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.graphicalProperties = _no_line()
    chart.x_axis.majorTickMark = "none"
    # However many there are, each has its name.
    chart.x_axis.tickLblSkip = 1
    size = SIZE if len(bars.rows) <= CLOSE else SMALL
    chart.x_axis.txPr = _text(palette.TEXT, size, language)
    chart.y_axis.delete = not bars.axis
    chart.y_axis.majorGridlines = None
    # Every bar is as long as it has measures: from nothing.
    chart.y_axis.scaling.min = 0
    if bars.axis:
        # The names begin at the top, so the other end of them is the bottom.
        chart.y_axis.crosses = "max"
        chart.y_axis.number_format = "0"
        chart.y_axis.graphicalProperties = GraphicalProperties(
            ln=LineProperties(solidFill=palette.LINE, w=9525)
        )
        chart.y_axis.txPr = _text(palette.MUTED, SIZE, language)


def described(book: Book) -> tuple[Chart, ...]:
    """The charts of the front page in words, in order, for those who do not see them."""
    say, texts = book.say, []
    if len(book.points) > 1:
        editions = figures.editions_of(book)
        sentences = (
            say("front.chart-edition", edition=each.name, counts=_counts(each.situations, say))
            for each in editions
        )
        texts.append(" ".join((say("front.chart-trend"), *sentences)))
    if book.overview.measures and book.overview.areas:
        sentences = (
            say("front.chart-area", code=each.area.code, counts=_counts(each.situations, say))
            for each in book.overview.areas
        )
        texts.append(" ".join((say("front.chart-text"), *sentences)))
    return tuple(
        Chart(say("front.chart", number=number), text) for number, text in enumerate(texts, 1)
    )


def _counts(situations: Counts, say: Wording) -> str:
    parts = _said(situations, say)
    return ", ".join(parts) or say("front.chart-empty")


def _said(situations: Counts, say: Wording) -> Iterable[str]:
    return (f"{n} {say(f'situation.{kind}').lower()}" for kind, n in situations.items() if n)


def _reference(book: Book, rows: range, column: int) -> Reference:
    letter = get_column_letter(column)
    cells = f"${letter}${rows.start}:${letter}${rows.stop - 1}"
    return Reference(range_string=f"'{book.title(FIGURES)}'!{cells}")


def _series(book: Book, rows: range, column: int, situation: Situation) -> Series:
    series: Series = SeriesFactory(_reference(book, rows, column))
    series.tx = SeriesLabel(v=situation_label(situation, book.say))
    tint, edge = palette.BARS[situation], palette.BAR_EDGES.get(situation, palette.WHITE)
    series.graphicalProperties = GraphicalProperties(
        solidFill=tint.fill, ln=LineProperties(solidFill=edge, w=9525)
    )
    series.dLbls = DataLabelList(
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
        numFmt="0;;",
        txPr=_text(tint.text, SIZE, book.locale.code, bold=True),
    )
    return series


def _no_line() -> GraphicalProperties:
    return GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))


def _text(colour: str, size: float, language: str, *, bold: bool = False) -> RichText:
    """Text in a chart; `size` in points."""
    look = CharacterProperties(
        sz=int(size * 100),
        b=bold,
        solidFill=colour,
        latin=DrawingFont(typeface=styles.FONT),
        lang=language,
    )
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])
