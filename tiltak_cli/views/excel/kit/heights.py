"""How many lines a text takes in a column, so that rows nobody edits can have air around them."""

import math
from functools import lru_cache

# Advance widths of Calibri in thousandths of the font size, near enough to count lines by.
LETTERS = {
    225: "il '",
    250: "jI.,’",
    300: "f-()[]:;",
    330: "tJ!r",
    390: 'sz"/',
    425: "cxL",
    450: "kvyFS",
    475: "agåTYZ?ä",
    500: "eE0123456789–«»é",
    525: "bdhnopquøCKPXöü",
    575: "BRAVÅ",
    650: "DGHNOUQØ&",
    750: "w%æÆ…",
    800: "m",
    900: "MW—@■●▲✓✕○",
}
WIDTHS = {letter: width for width, letters in LETTERS.items() for letter in letters}
USUAL = 520
# In bold; and in a typeface that stands in for it, where lines are counted.
BOLD, STAND_IN = 1.03, 1.08
# Screens, printers and programs break lines a little differently.
CAUTION = 1.03
# Programs draw a column's texts to the scale of its width, so that it has room for as many figures
# as it is wide, of which PADDING is left empty at the edges.
FIGURE, PADDING = 0.507, 0.7
LINE_POINTS = 1.32
USUAL_SIZE = 11.0
# A column's width on paper, a character, where it is widest: Excel has 5.25, to whole dots.
UNIT_POINTS = FIGURE * USUAL_SIZE
# The height that a row can have, in points.
HIGHEST = 409.0


@lru_cache(maxsize=8192)
def lines(text: str, width: float, size: float = 11, *, bold: bool = False) -> int:
    """Estimate the lines that a text wraps into. `width` in column units, `size` in points."""
    # Columns are measured in figures of the usual size.
    room = (width - PADDING) * FIGURE * USUAL_SIZE / (CAUTION * (STAND_IN if bold else 1))
    return sum(_wrapped(line, room, size) for line in text.split("\n"))


def height(count: int, size: float = 11, air: float = 6) -> float:
    """A row's height in points for a number of lines, at most the highest that a row can have."""
    return min(round(count * size * LINE_POINTS + air, 1), HIGHEST)


def hidden(count: int, size: float = USUAL_SIZE, air: float = 6) -> bool:
    """Whether so many lines are more than the highest row shows."""
    return count * size * LINE_POINTS + air > HIGHEST


def least_width(text: str, size: float = USUAL_SIZE, *, bold: bool = False) -> float:
    """The width in column units that a text needs so that none of its words is broken."""
    longest = max((_points(word, size) for word in text.split(" ")), default=0.0)
    return longest * CAUTION * (BOLD if bold else 1) / (FIGURE * USUAL_SIZE) + PADDING


def _wrapped(line: str, room: float, size: float) -> int:
    count, used = 1, 0.0
    for word in line.split(" "):
        length = _points(word, size)
        blank = _points(" ", size) if used else 0.0
        if used and used + blank + length > room:
            count, used, blank = count + 1, 0.0, 0.0
        used += blank + length
        if used > room:
            extra = math.ceil(used / room) - 1
            count, used = count + extra, used - extra * room
    return count


@lru_cache(maxsize=8192)
def _points(text: str, size: float) -> float:
    return sum(WIDTHS.get(letter, USUAL) for letter in text) * size / 1000
