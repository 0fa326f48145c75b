"""A register whose strategy is not known, or with no head: what is said of it, and what is checked.

All that needs no strategy is.
"""

from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.findings import Finding
from tiltak_cli.rules import file_rules, shape_rules
from tiltak_cli.rules.base import HEAD
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.register.parts import Parts
from tiltak_cli.sources.strategies import Plan, load_plan, unknown_plan
from tiltak_cli.sources.yaml.places import Located, locate

STRATEGY = "strategi"
WRITE_STRATEGY = 'Skriv «strategi: "2021-2025"», eller navnet på en strategifil.'


class Left(NamedTuple):
    """What a register is checked by. `strategy` is its own, where that is known after all."""

    strategy: Plan | None
    plan: Plan
    parts: Parts


def without_strategy(
    source: Source,
    parts: Parts,
    refusal: Refusal | None,
    findings: list[Finding],
    read: AbstractSet[str],
) -> Left:
    """What is left to check a register by, and a finding that says why it is no more.

    `refusal` says why the strategy that it names cannot be used; `read` are the files that could
    be read.
    """
    head, located = parts.head, parts.head_located
    reference = head.get(STRATEGY)
    if reference is None and STRATEGY in parts.unread.get(HEAD, ()):
        _say_what_hides_it(findings, read, "strategien" if head else "hodet")
    elif STRATEGY not in head and (key := next((k for k in head if nearest(k, [STRATEGY])), "")):
        where = locate(located, (key,), key=True)
        message = f"Feltet {quoted(key)} finnes ikke."
        finding = shape_rules.UNKNOWN_FIELD.finding(where, message, f"Mente du «{STRATEGY}»?")
        plan = load_plan(str(head[key]), source.sibling, above=source.is_folder)
        if isinstance(plan, Plan):
            findings.append(finding)
            return Left(plan, plan, parts)
        findings.append(_unchecked(finding, "strategien"))
    else:
        findings.append(_unchecked(_finding(refusal, head, located), "strategien"))
    unread = {**parts.unread, HEAD: {*parts.unread.get(HEAD, ()), STRATEGY}}
    return Left(None, unknown_plan(reference), parts._replace(unread=unread))


def _finding(refusal: Refusal | None, head: dict[str, Any], located: Located) -> Finding:
    """No such strategy; or more than one value, none at all, or no such field."""
    where = locate(located, (STRATEGY,))
    if refusal:
        return file_rules.STRATEGY.finding(where, refusal.sentence, WRITE_STRATEGY)
    if head.get(STRATEGY) is not None:
        message = "«strategi» skal være én verdi."
        return shape_rules.WRONG_TYPE.finding(where, message, WRITE_STRATEGY)
    if STRATEGY in head:
        where = locate(located, (STRATEGY,), key=True)
        return shape_rules.NO_VALUE.finding(where, "Feltet «strategi» er tomt.", WRITE_STRATEGY)
    message = "Feltet «strategi» mangler i hodet."
    return shape_rules.MISSING_FIELD.finding(where, message, WRITE_STRATEGY)


def _say_what_hides_it(findings: list[Finding], read: AbstractSet[str], what: str) -> None:
    """Say so with the finding about it: that there is no head, of a file, or of the line itself."""
    codes = [finding.code for finding in findings]
    order = (
        codes.index(file_rules.NO_HEAD.code) if file_rules.NO_HEAD.code in codes else None,
        next((n for n, f in enumerate(findings) if f.place.file not in read), None),
        next((n for n, code in enumerate(codes) if code.startswith("TIL0")), None),
    )
    first = next((n for n in order if n is not None), None)
    if first is not None:
        findings[first] = _unchecked(findings[first], what)


def _unchecked(finding: Finding, what: str) -> Finding:
    """A finding that also says what follows of it."""
    rest = f" Det som følger av {what}, er ikke kontrollert."
    return finding._replace(remedy=f"{finding.remedy}{rest}")
