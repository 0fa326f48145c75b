"""Every colour of the workbook, in one place. RRGGBB without a number sign, as the format has it.

A test holds that each text colour stands out from its fill by at least 4.5 to 1 (WCAG AA).
"""

from typing import NamedTuple

from tiltak_cli.carried import Outcome
from tiltak_cli.domain.measure import Assessment, Status
from tiltak_cli.overview import Situation
from tiltak_cli.schedule import State


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

PLAIN = Tint(WHITE, TEXT)
QUIET = Tint(WHITE, MUTED)
LINK = Tint(WHITE, ACCENT)
ALARM = Tint(WHITE, WARNING)
HEADING = Tint(WHITE, DARK)
HEADER = Tint(DARK, WHITE)
ACCENTED = Tint(ACCENT, WHITE)
REPORT = Tint(WARNING, WHITE)
AREA = Tint("DDEAF6", DARK)
GREEN = Tint("DAEDDD", "023409")
YELLOW = Tint("FAE6C6", "3C2807")
RED = Tint("F3D2D2", "590D0D")
BLUE = Tint("DCEBF6", "042D4D")
GREY = Tint("E8E8E9", TEXT)

SITUATIONS = {
    Situation.NOT_STARTED: GREY,
    Situation.ON_TRACK: GREEN,
    Situation.AT_RISK: YELLOW,
    Situation.LATE: RED,
    Situation.COMPLETED: BLUE,
    Situation.STOPPED: GREY,
}
# «igangsatt» says nothing about how it goes, so it carries no colour: the assessment does.
STATUSES = {
    Status.PROPOSED: GREY,
    Status.ADOPTED: GREY,
    Status.STARTED: PLAIN,
    Status.COMPLETED: BLUE,
    Status.POSTPONED: GREY,
    Status.DROPPED: GREY,
    Status.ABSORBED: GREY,
}
STATES = {
    State.REACHED: BLUE,
    State.PASSED: RED,
    State.SOON: YELLOW,
    State.LATER: PLAIN,
    State.UNDATED: GREY,
    State.VOID: GREY,
}
OUTCOMES = {
    Outcome.COMPLETED: BLUE,
    Outcome.CONTINUED: PLAIN,
    Outcome.DROPPED: GREY,
    Outcome.ABSORBED: GREY,
    Outcome.UNEXPLAINED: RED,
}
ASSESSMENTS = {Assessment.GREEN: GREEN, Assessment.YELLOW: YELLOW, Assessment.RED: RED}

# Strong enough to be told apart as thin bars on a projector, with the count's colour on them.
BARS = {
    Situation.NOT_STARTED: Tint("6B6E72", WHITE),
    Situation.ON_TRACK: Tint("0B7A33", WHITE),
    Situation.AT_RISK: Tint("F0B24A", "3C2807"),
    Situation.LATE: Tint("B3261E", WHITE),
    Situation.COMPLETED: Tint(ACCENT, WHITE),
    Situation.STOPPED: Tint(LINE, TEXT),
}
PAIRS = (
    PLAIN,
    QUIET,
    LINK,
    ALARM,
    HEADING,
    HEADER,
    ACCENTED,
    REPORT,
    AREA,
    GREEN,
    YELLOW,
    RED,
    BLUE,
    GREY,
    *BARS.values(),
)
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
