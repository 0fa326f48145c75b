"""Colours that the views share, and how well a text stands out from what lies behind it.

RRGGBB without a number sign. Tests hold that every pair reaches at least 4.5 to 1 (WCAG AA).
"""

from typing import NamedTuple


class Tint(NamedTuple):
    """A fill with the colour of the text on it."""

    fill: str
    text: str


WHITE = "FFFFFF"
TEXT = "292C30"
MUTED = "5B5D60"
LINE = "C9CACB"
ACCENT = "0062BA"
DARK = "002C54"
WARNING = "A3161A"

GREEN = Tint("DAEDDD", "023409")
YELLOW = Tint("FAE6C6", "3C2807")
RED = Tint("F3D2D2", "590D0D")
BLUE = Tint("DCEBF6", "042D4D")
GREY = Tint("E8E8E9", TEXT)

# Strong enough to be told apart as thin bars on a projector, with the count's colour on them; and
# on grey paper, where each is lighter or darker than the others. The palest two need an edge.
GREEN_BAR = Tint("2E9E55", "05190B")
YELLOW_BAR = Tint("EBB14C", "3C2807")
RED_BAR = Tint("8C1812", WHITE)
BLUE_BAR = Tint(ACCENT, WHITE)
GREY_BAR = Tint("9EA2A8", TEXT)
PALE_BAR = Tint("DBDCDE", TEXT)
EMPTY_BAR = Tint(WHITE, "8A1015")
PALE_EDGE, EMPTY_EDGE = "6B6E72", "8A1015"

# Below this sRGB is linear.
DARKEST = 0.04045


def contrast(tint: Tint) -> float:
    """How much text stands out from its fill: 1 to 21, as WCAG 2.2 reckons it."""
    low, high = sorted((_luminance(tint.fill), _luminance(tint.text)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4))
    red, green, blue = (
        part / 12.92 if part <= DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
