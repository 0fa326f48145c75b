"""Every rule there is, in one list, and running them over a register."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import date

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.rules.alike_rules import ALIKE_RULES
from tiltak_cli.rules.base import HEAD, Context, Fault, Past, Rule
from tiltak_cli.rules.control_rules import CONTROL_RULES
from tiltak_cli.rules.date_rules import DATE_RULES
from tiltak_cli.rules.file_rules import FILE_RULES
from tiltak_cli.rules.ids import meant_by, odd_lengths
from tiltak_cli.rules.past_rules import PAST_RULES
from tiltak_cli.rules.reference_rules import REFERENCE_RULES
from tiltak_cli.rules.shape_rules import SHAPE_RULES
from tiltak_cli.rules.status_rules import STATUS_RULES
from tiltak_cli.rules.strategy_rules import STRATEGY_RULES
from tiltak_cli.rules.text_rules import TEXT_RULES, all_that_is_said
from tiltak_cli.rules.within_rules import WITHIN_RULES

RULES = (
    *FILE_RULES,
    *SHAPE_RULES,
    *STATUS_RULES,
    *DATE_RULES,
    *REFERENCE_RULES,
    *ALIKE_RULES,
    *STRATEGY_RULES,
    *PAST_RULES,
    *TEXT_RULES,
    *WITHIN_RULES,
    *CONTROL_RULES,
)
# The rules that a register alone can be held against.
PRESENT = tuple(rule for rule in RULES if not rule.code.startswith("TIL5"))
NOTHING: frozenset[str] = frozenset()
BY_ID = ("id",)
EVERY = ("TIL",)
# The rules that ask something of all texts at once.
OF_ALL_TEXTS = ("TIL605", "TIL410", "TIL608")


def rule_by_code(code: str) -> Rule | None:
    """Find a rule by its code or its name."""
    wanted = code.strip().casefold()
    return next((r for r in RULES if wanted in (r.code.casefold(), r.name)), None)


def check_register(
    register: Register,
    report_date: date,
    faulty: Mapping[int, AbstractSet[str]] | None = None,
    past: Past | None = None,
    groups: tuple[str, ...] = EVERY,
) -> list[tuple[Rule, Fault]]:
    """Run the rules over a register: every one, or those whose codes begin as `groups` say.

    `faulty` gives, for a measure's position (or the head's), the fields that are already known to
    be wrong: a rule that reads one of them keeps quiet there, so that one mistake gives one
    finding.
    """
    known = faulty or {}
    rules = RULES if past else PRESENT
    if groups is not EVERY:
        rules = tuple(rule for rule in rules if rule.code.startswith(groups))
    by_id, before = register.by_id(), past.register.by_id() if past and past.register else {}
    asked_of_texts = any(code.startswith(groups) for code in OF_ALL_TEXTS)
    context = Context(
        register=register,
        by_id=by_id,
        parents=register.strategy.parents(),
        valid_codes=frozenset(register.organisations.codes_on(register.as_of)),
        report_date=report_date,
        past=past,
        before=before,
        earlier=_earlier(before, by_id, register) if before else {},
        unclear=_unclear(register, known, by_id) | frozenset(odd_lengths(by_id).values()),
        text=all_that_is_said(register) if asked_of_texts else "",
    )
    of_head = known.get(HEAD, NOTHING)
    everywhere = of_head & {"per_dato", "strategi"}
    if (
        not everywhere
        and "utgave" not in of_head
        and (register.odd_date() or register.later_days())
    ):
        # Everything else is judged by it.
        everywhere = frozenset(("per_dato",))
    faults: list[tuple[Rule, Fault]] = []
    measure_rules = [(rule, rule.measure_check) for rule in rules if rule.measure_check]
    for index, measure in enumerate(register.measures):
        wrong_fields = known.get(index, NOTHING) | everywhere
        for rule, check in measure_rules:
            if wrong_fields and not wrong_fields.isdisjoint(rule.reads):
                continue
            # A comprehension here costs as much as the check, and nearly all find nothing.
            for fault in check(measure, context):
                # Of a whole field at fault enough is said; what lacks is told at the id.
                whole = len(fault.path) == 1 and fault.path != BY_ID
                if not whole or wrong_fields.isdisjoint(fault.path):
                    faults.append((rule, fault._replace(measure=index)))
    for rule in rules:
        if rule.register_check and (of_head | everywhere).isdisjoint(rule.reads):
            faults += [
                (rule, fault)
                for fault in rule.register_check(context)
                if known.get(fault.measure, NOTHING).isdisjoint(fault.path[:1])
            ]
    return faults


def _unclear(
    register: Register, known: Mapping[int, AbstractSet[str]], by_id: Mapping[str, Measure]
) -> frozenset[str]:
    """The ids that measures may have whose own are of the wrong form; empty for any."""
    ids = [register.measures[n].id for n, fields in known.items() if n != HEAD and "id" in fields]
    meant = ((code, meant_by(code)) for code in ids)
    return frozenset(
        "" if right in by_id else right for code, right in meant if not code or code != right
    )


def _earlier(
    before: dict[str, Measure], by_id: dict[str, Measure], register: Register
) -> dict[str, Measure]:
    """What each measure was in an earlier edition, by its id now. What has no id is nobody."""
    # Most registers are checked alone.
    from tiltak_cli.domain.identity.matching import match

    known = {code: measure for code, measure in by_id.items() if code}
    return match(before, known, register.organisations.identity).earlier
