"""How a cell looks: one frozen value per look, made into the library's objects once."""

from functools import lru_cache
from typing import Literal, NamedTuple

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.palette import Tint

FONT = "Calibri"
BLANK_ZERO = "0;-0;;@"


class Style(NamedTuple):
    """A cell's look. `size` is in points; `line` and `above` colour the lines at the edges.

    A `gap` is a white line that parts a filled cell from the next one. What is `changed` has a
    line before it. An `edge` is a line all around, of that colour.
    """

    tint: Tint = palette.PLAIN
    size: float = 11
    bold: bool = False
    underline: bool = False
    horizontal: Literal["left", "center", "right", "fill"] = "left"
    vertical: Literal["top", "center", "bottom"] = "top"
    wrap: bool = False
    shrink: bool = False
    indent: int = 0
    line: str = ""
    above: str = ""
    gap: bool = False
    changed: bool = False
    edge: str = ""
    number_format: str = "General"


TITLE = Style(palette.HEADING, size=18, bold=True, vertical="center")
SENTENCE = Style(palette.QUIET, vertical="center")
HEADING = Style(palette.HEADING, size=13, bold=True, vertical="bottom")
HEADER = Style(palette.HEADER, bold=True, vertical="center", wrap=True)
HEADER_CENTRE = HEADER._replace(horizontal="center")
BODY = Style(wrap=True, line=palette.LINE)
STRONG = BODY._replace(bold=True)
CODE = BODY._replace(tint=palette.HEADING, bold=True)
LINK = BODY._replace(tint=palette.LINK, bold=True, underline=True)
COUNT = BODY._replace(horizontal="center", number_format=BLANK_ZERO)
ALARM = BODY._replace(tint=palette.ALARM, bold=True)
AREA = BODY._replace(tint=palette.AREA, bold=True, above=palette.ACCENT)
# Rows that nobody edits have their texts in the middle.
ROW = BODY._replace(vertical="center")
ROW_TEXT = ROW._replace(number_format="@")
# Beside a column of longer texts.
ROW_APART = ROW._replace(indent=1)
ROW_CODE = CODE._replace(vertical="center")
ROW_CODE_APART = ROW_CODE._replace(indent=1)
ROW_LINK = LINK._replace(vertical="center")
ROW_COUNT = COUNT._replace(vertical="center")
# A cell to write in. Long texts stand away from its edge.
INPUT = BODY._replace(tint=palette.INPUT, edge=palette.INPUT_EDGE, line="")


@lru_cache(maxsize=256)
def middle(style: Style) -> Style:
    """The same look with the text in the middle of the row's height."""
    return style._replace(vertical="center")


@lru_cache(maxsize=256)
def font(style: Style) -> Font:
    """The library's font of a style."""
    return Font(
        name=FONT,
        size=style.size,
        bold=style.bold or None,
        underline="single" if style.underline else None,
        color=f"FF{style.tint.text}",
    )


@lru_cache(maxsize=256)
def fill(style: Style) -> PatternFill | None:
    """The library's fill of a style; white is no fill."""
    if style.tint.fill == palette.WHITE:
        return None
    return PatternFill("solid", fgColor=f"FF{style.tint.fill}")


@lru_cache(maxsize=256)
def border(style: Style) -> Border | None:
    """The library's lines above and under a cell of a style."""
    if style.edge:
        side = Side("thin", f"FF{style.edge}")
        before = Side("medium", f"FF{palette.ACCENT}") if style.changed else side
        return Border(left=before, right=side, top=side, bottom=side)
    if not (style.line or style.above or style.gap or style.changed):
        return None
    return Border(
        left=Side("medium", f"FF{palette.ACCENT}") if style.changed else None,
        right=Side("thick", f"FF{palette.WHITE}") if style.gap else None,
        bottom=Side("hair", f"FF{style.line}") if style.line else None,
        top=Side("thin", f"FF{style.above}") if style.above else None,
    )


@lru_cache(maxsize=256)
def alignment(style: Style) -> Alignment:
    """The library's placing of the text of a style."""
    return Alignment(
        horizontal=style.horizontal,
        vertical=style.vertical,
        wrap_text=style.wrap or None,
        shrink_to_fit=style.shrink or None,
        indent=style.indent,
    )
