"""What an edit would make wrong: findings that were not there before, in the whole register."""

from collections import Counter
from typing import NamedTuple

from tiltak_cli.findings import Finding, Severity
from tiltak_cli.rules.reference_rules import REFERENCE_RULES, references_exist
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.register.judge import Governed, govern
from tiltak_cli.sources.register.settings import Settings

# The rule that every measure that is named exists.
DANGLING = next(rule.code for rule in REFERENCE_RULES if rule.measure_check is references_exist)


class Verdict(NamedTuple):
    """The new errors of an edit, and of those the references that would lead to nothing.

    `warnings` are new too, and stop nothing. `governed` is the register after it, as it is judged.
    """

    errors: tuple[Finding, ...]
    dangling: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    governed: Governed


def judged(before: Source, after: Source, settings: Settings) -> Verdict | Refusal:
    """Hold a register after an edit against what it was before."""
    now = govern(after, settings)
    if isinstance(now, Refusal):
        return now
    errors, loose, warnings = _of(now, Severity.ERROR), _dangling(now), _of(now, Severity.WARNING)
    if not errors and not loose and not warnings:
        return Verdict((), (), (), now)
    then = govern(before, settings)
    if isinstance(then, Refusal):
        return then
    return Verdict(
        _new(_of(then, Severity.ERROR), errors),
        _new(_dangling(then), loose),
        _new(_of(then, Severity.WARNING), warnings),
        now,
    )


def _of(governed: Governed, severity: Severity) -> list[Finding]:
    return [f for f in governed.loaded.findings if f.severity is severity]


def _dangling(governed: Governed) -> list[Finding]:
    """References that lead to nothing, whether that is accepted or not."""
    findings = (*governed.loaded.findings, *governed.set_aside)
    return [finding for finding in findings if finding.code == DANGLING]


def _new(before: list[Finding], after: list[Finding]) -> tuple[Finding, ...]:
    """The findings that were not there: two are the same one by their rule and their measure."""
    known = {(f.code, f.measure_id, f.message) for f in before}
    left = Counter((f.code, f.measure_id) for f in before)
    new = []
    # Of two by the same rule, the one that was not told before is the new one.
    for finding in sorted(after, key=lambda f: (f.code, f.measure_id, f.message) not in known):
        key = finding.code, finding.measure_id
        if left[key] > 0:
            left[key] -= 1
        else:
            new.append(finding)
    return tuple(new)
