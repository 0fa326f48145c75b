"""Symbols and words for situations, statuses and assessments: the same in every view.

A symbol carries the meaning where colour is missing: on grey paper and for those who do not see it.
"""

from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.overview.carried_over import Outcome
from tiltak_cli.overview.counts import Situation
from tiltak_cli.overview.timeline import State

SITUATION_SYMBOLS = {
    Situation.NOT_STARTED: "○",
    Situation.ON_TRACK: "●",
    Situation.AT_RISK: "▲",
    Situation.LATE: "■",
    Situation.COMPLETED: "✓",
    Situation.STOPPED: "✕",
    Situation.UNSTATED: "?",
}
STATUS_SYMBOLS = {
    Status.PROPOSED: "◇",
    Status.ADOPTED: "○",
    Status.STARTED: "●",
    Status.COMPLETED: "✓",
    Status.POSTPONED: "‖",
    Status.DROPPED: "✕",
    Status.ABSORBED: "→",
}
ASSESSMENT_SYMBOLS = {
    Assessment.GREEN: "●",
    Assessment.YELLOW: "▲",
    Assessment.RED: "■",
}
PRIORITY_SYMBOLS = {Priority.HIGH: "↑", Priority.MEDIUM: "–", Priority.LOW: "↓"}
STATE_SYMBOLS = {
    State.REACHED: "✓",
    State.PASSED: "■",
    State.SOON: "▲",
    State.LATER: "○",
    State.UNDATED: "–",
    State.VOID: "✕",
}
OUTCOME_SYMBOLS = {
    Outcome.COMPLETED: "✓",
    Outcome.CONTINUED: "●",
    Outcome.DROPPED: "✕",
    Outcome.ABSORBED: "→",
    Outcome.UNEXPLAINED: "!",
}
OVERDUE = " !"
