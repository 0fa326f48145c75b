"""What is wrong with a measure by itself, by the rules that ask nothing of the register."""

from collections.abc import Callable
from typing import Any

from tiltak_cli.changes.merge.pairing import Plain
from tiltak_cli.changes.merge.whole import Judge
from tiltak_cli.rules import RULES
from tiltak_cli.sources.register.build import build_measure

# Status against what it demands, and a measure's dates against each other. Never the date of the
# register, nor its strategy: a file may be one of several that are put together one by one.
ALONE = (
    *("TIL301", "TIL302", "TIL303", "TIL304", "TIL305", "TIL306", "TIL307", "TIL308"),
    *("TIL310", "TIL311", "TIL321", "TIL322", "TIL325"),
)
CHECKS: tuple[tuple[str, Callable[..., Any]], ...] = tuple(
    (rule.code, rule.measure_check) for rule in RULES if rule.code in ALONE and rule.measure_check
)


def faults(data: Plain) -> frozenset[str]:
    """The codes, and the fields, of what is wrong with a measure."""
    measure = build_measure(data)
    return frozenset(
        f"{code} {fault.path[0]} {fault.message}"
        for code, check in CHECKS
        for fault in check(measure, None)
    )


JUDGE = Judge(build_measure, faults)
