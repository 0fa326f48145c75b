"""Which of the shared colours each part of the workbook has.

A test holds that each text colour stands out from its fill by at least 4.5 to 1 (WCAG AA).
"""

from tiltak_cli.domain.measure import Assessment, Status
from tiltak_cli.overview.carried_over import Outcome
from tiltak_cli.overview.counts import Situation
from tiltak_cli.overview.timeline import State
from tiltak_cli.views.palette import (
    ACCENT,
    BLUE,
    BLUE_BAR,
    DARK,
    EMPTY_BAR,
    EMPTY_EDGE,
    GREEN,
    GREEN_BAR,
    GREY,
    GREY_BAR,
    LINE,
    MUTED,
    PALE_BAR,
    PALE_EDGE,
    RED,
    RED_BAR,
    TEXT,
    WARNING,
    WHITE,
    YELLOW,
    YELLOW_BAR,
    Tint,
    contrast,
)

__all__ = [
    "ACCENT",
    "DARK",
    "LINE",
    "MUTED",
    "RED",
    "TEXT",
    "WARNING",
    "WHITE",
    "YELLOW",
    "Tint",
    "contrast",
]

PLAIN = Tint(WHITE, TEXT)
QUIET = Tint(WHITE, MUTED)
LINK = Tint(WHITE, ACCENT)
ALARM = Tint(WHITE, WARNING)
HEADING = Tint(WHITE, DARK)
HEADER = Tint(DARK, WHITE)
ACCENTED = Tint(ACCENT, WHITE)
REPORT = Tint(WARNING, WHITE)
AREA = Tint("DDEAF6", DARK)
# Cells to write in, with an edge; and those that a choice demands and that are empty.
INPUT = Tint("FFF9E3", TEXT)
INPUT_LATE = Tint("FFF9E3", WARNING)
INPUT_EDGE = "9A8640"
LACKING = Tint("FBE9E9", WARNING)
PLAIN_HEAD = Tint("E8E8E9", TEXT)
# Words that say what is missing.
WARNINGS = {tint.fill: Tint(tint.fill, WARNING) for tint in (GREY, BLUE, YELLOW, RED)}

SITUATIONS = {
    Situation.NOT_STARTED: GREY,
    Situation.ON_TRACK: GREEN,
    Situation.AT_RISK: YELLOW,
    Situation.LATE: RED,
    Situation.COMPLETED: BLUE,
    Situation.STOPPED: GREY,
    Situation.UNSTATED: LACKING,
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

BARS = {
    Situation.NOT_STARTED: GREY_BAR,
    Situation.ON_TRACK: GREEN_BAR,
    Situation.AT_RISK: YELLOW_BAR,
    Situation.LATE: RED_BAR,
    Situation.COMPLETED: BLUE_BAR,
    Situation.STOPPED: PALE_BAR,
    Situation.UNSTATED: EMPTY_BAR,
}
# A bar is parted from the next one by a white line, but where it is as pale itself.
BAR_EDGES = {Situation.STOPPED: PALE_EDGE, Situation.UNSTATED: EMPTY_EDGE}
