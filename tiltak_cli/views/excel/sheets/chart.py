"""The front page's chart: a bar per target area, divided by how its measures stand."""

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
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.counts import USUAL, Overview, Situation
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.sheets.marks import situation_label
from tiltak_cli.wording import Wording

# So many bars the heights below are for, and with more than these the texts are smaller.
FEW, MANY = 9, 24
# Where in the chart the bars are, as parts of its width and height: the names need the left.
NAMES, TOP, BARS_WIDE, BARS_HIGH = 0.27, 0.02, 0.71, 0.84


def add_chart(
    sheet: Worksheet, book: Book, rows: range, first_column: int, place: tuple[int, int, int]
) -> None:
    """Draw the table in `rows`, names in column A and counts from `first_column`.

    `place` is the first row, the last row and the last column that the chart covers.
    """
    chart = BarChart()
    chart.type = "bar"
    chart.grouping = "stacked"
    chart.overlap = 100
    chart.gapWidth = 45
    chart.roundedCorners = False
    for column, situation in enumerate(USUAL, first_column):
        chart.series.append(_series(sheet, book, (rows, column), situation))
    chart.set_categories(Reference(sheet, min_col=1, min_row=rows.start, max_row=rows.stop - 1))
    chart.x_axis.delete = False
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.graphicalProperties = _no_line()
    chart.x_axis.majorTickMark = "none"
    if len(rows) > FEW:
        # However many there are, each has its name.
        chart.x_axis.tickLblSkip = 1
    language = book.locale.code
    chart.x_axis.txPr = _text(palette.TEXT, _size(rows), language)
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min = 0
    chart.legend.position = "b"
    chart.legend.txPr = _text(palette.TEXT, 10, language)
    chart.layout = Layout(
        ManualLayout(
            layoutTarget="inner",
            xMode="edge",
            yMode="edge",
            x=NAMES,
            y=TOP,
            w=BARS_WIDE,
            h=_high(rows),
        )
    )
    chart.graphical_properties = _no_line()
    top, bottom, right = place
    # The library takes an anchor here too; its types say text only.
    chart.anchor = TwoCellAnchor(  # type: ignore[assignment]
        "oneCell",
        _from=AnchorMarker(col=0, row=top - 1),
        to=AnchorMarker(col=right, row=bottom),
    )
    sheet.add_chart(chart)


def chart_description(overview: Overview, say: Wording) -> str:
    """The chart in words, for those who do not see it."""
    areas = []
    for area in overview.areas:
        counts = [
            (say(f"situation.{situation}").lower(), n) for situation, n in area.situations.items()
        ]
        parts = ", ".join(f"{n} {label}" for label, n in counts if n)
        empty = say("front.chart-empty")
        areas.append(say("front.chart-area", code=area.area.code, counts=parts or empty))
    return " ".join((say("front.chart-text"), *areas))


def _series(sheet: Worksheet, book: Book, where: tuple[range, int], situation: Situation) -> Series:
    rows, column = where
    values = Reference(sheet, min_col=column, min_row=rows.start, max_row=rows.stop - 1)
    series: Series = SeriesFactory(values)
    series.tx = SeriesLabel(v=situation_label(situation, book.say))
    tint = palette.BARS[situation]
    series.graphicalProperties = GraphicalProperties(
        solidFill=tint.fill, ln=LineProperties(solidFill=palette.WHITE, w=9525)
    )
    series.dLbls = DataLabelList(
        showVal=True,
        showSerName=False,
        showCatName=False,
        showLegendKey=False,
        showPercent=False,
        numFmt="0;;",
        txPr=_text(tint.text, _size(rows), book.locale.code, bold=True),
    )
    return series


def _high(rows: range) -> float:
    """The height of the bars: below them the names of the colours take what they always do."""
    below = 1 - TOP - BARS_HIGH
    return BARS_HIGH if len(rows) <= FEW else 1 - TOP - below * FEW / len(rows)


def _size(rows: range) -> int:
    """The size of names and numbers, in points: of many bars each has less room."""
    return 10 if len(rows) <= MANY else 8


def _no_line() -> GraphicalProperties:
    return GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))


def _text(colour: str, size: int, language: str, *, bold: bool = False) -> RichText:
    """Text in a chart; `size` in points."""
    look = CharacterProperties(
        sz=size * 100,
        b=bold,
        solidFill=colour,
        latin=DrawingFont(typeface=styles.FONT),
        lang=language,
    )
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=look), endParaRPr=look)])
