"""A register's parts checked whole: the schema, then the calendar, then the rules.

Each keeps quiet about what is already said, so that one mistake gives one finding.
"""

from collections import Counter
from datetime import date
from typing import Any

from tiltak_cli.domain.dates.likely import not_in_the_calendar
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.register import Register
from tiltak_cli.findings import Finding, Fix, Related, Severity
from tiltak_cli.rules import EVERY, check_register, shape_rules
from tiltak_cli.rules.base import HEAD, Fault, Past, Path, Rule
from tiltak_cli.sources.register.build import build_measure, impossible_date, impossible_dates
from tiltak_cli.sources.register.parts import Parts
from tiltak_cli.sources.register.shape import check_shape
from tiltak_cli.sources.strategies import Plan
from tiltak_cli.sources.yaml.places import Located, locate

# Rules about measures that must be there, which may be where the file could not be read.
SAME_ID = "TIL401"
OF_OTHERS = ("TIL402", "TIL410", "TIL501")
# The net under it all: the gate says no, and neither the explanation nor a rule says why.
UNEXPLAINED = "Tiltaket har verdier som ikke passer sammen."
COMPARE_IT = "Sammenlign feltene med et annet tiltak, og rett det som er annerledes."


def check(
    plan: Plan,
    parts: Parts,
    report_date: date | None,
    reading: list[Finding],
    past: Past | None = None,
    groups: tuple[str, ...] = EVERY,
) -> tuple[Register, list[Finding]]:
    """Build the register and find what is wrong with it beyond what reading it has said."""
    shape = check_shape(plan, parts)
    error_places = {finding.place for finding in reading if finding.severity is Severity.ERROR}
    findings = [(n, finding) for n, finding in shape.findings if finding.place not in error_places]
    explained = {n for n, fields in shape.faulty.items() if fields} | parts.unread.keys()
    explained |= {index for index, _ in shape.findings}
    register = _build(plan, parts)
    faulty = {index: set(fields) for index, fields in shape.faulty.items()}
    for index, names in parts.unread.items():
        faulty.setdefault(index, set()).update(names)
    for index, path, text in _not_in_the_calendar(parts):
        faulty.setdefault(index, set()).add(str(path[0]))
        message, remedy = _impossible(path, text)
        fault = Fault(path, message, remedy, measure=index)
        findings.append((index, _finding(shape_rules.DATE_FORM, fault, parts)))
    day = report_date or register.as_of
    # What the gate stops is explained by rules of every group.
    groups = EVERY if shape.failed else groups
    for rule, fault in check_register(register, day, faulty, past, groups):
        if not parts.complete and rule.code in OF_OTHERS:
            continue
        findings.append((fault.measure, _finding(rule, fault, parts)))
        # What the schema forbids is always an error; a warning is about something else.
        if rule.severity is Severity.ERROR:
            explained.add(fault.measure)
    findings += [
        (
            index,
            _finding(
                shape_rules.OTHER, Fault(("id",), UNEXPLAINED, COMPARE_IT, measure=index), parts
            ),
        )
        for index in shape.failed
        if index not in explained
    ]
    return register, _without_copies(findings, parts)


def _without_copies(findings: list[tuple[int, Finding]], parts: Parts) -> list[Finding]:
    """The findings, without those of a measure that is a copy of another but that it is one."""
    if not any(finding.code == SAME_ID for _, finding in findings):
        return [finding for _, finding in findings]
    first: dict[str, Any] = {}
    copies = set()
    for index, measure in enumerate(parts.measures):
        code = measure.get("id") if isinstance(measure, dict) else None
        if isinstance(code, str) and first.setdefault(code, measure) is not measure:
            copies |= {index} if first[code] == measure else set()
    kept = [finding for n, finding in findings if n not in copies or finding.code == SAME_ID]
    return _with_copied_files(kept, Counter(where.file for where in parts.located))


def _with_copied_files(findings: list[Finding], measures: Counter[str]) -> list[Finding]:
    """The findings, where a file that is a copy of another is told of once.

    `measures` is how many each file has.
    """
    same: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.code == SAME_ID and finding.related[0].place.file != finding.place.file:
            same.setdefault(finding.place.file, []).append(finding)
    for file, again in same.items():
        if not 1 < len(again) == measures[file]:
            continue
        others = listed(list(dict.fromkeys(f.related[0].place.file for f in again)))
        one = again[0]._replace(
            message=f"Alle {len(again)} tiltakene i filen står også i {others}.",
            remedy="Er det en kopi, så ta bort den som ikke gjelder.",
        )
        rest = {id(finding) for finding in again[1:]}
        findings = [one if f is again[0] else f for f in findings if id(f) not in rest]
    return findings


def _build(plan: Plan, parts: Parts) -> Register:
    keeper, edition = parts.head.get("ansvarlig"), parts.head.get("utgave")
    return Register(
        strategy=plan.strategy,
        organisations=plan.organisations,
        edition=str(edition) if isinstance(edition, str | int) else "",
        as_of=parse_day(str(parts.head.get("per_dato"))) or date(plan.strategy.last_year, 12, 31),
        keeper=keeper if isinstance(keeper, str) else "",
        measures=tuple([build_measure(m if isinstance(m, dict) else {}) for m in parts.measures]),
    )


def _not_in_the_calendar(parts: Parts) -> list[tuple[int, Path, str]]:
    """Days of the right form that do not exist, with the measure's position (or the head's)."""
    days: list[tuple[int, Path, str]] = []
    day = parts.head.get("per_dato")
    if impossible_date(day):
        days.append((HEAD, ("per_dato",), str(day)))
    for index, data in enumerate(parts.measures):
        if isinstance(data, dict):
            days += [(index, path, text) for path, text in impossible_dates(data)]
    return days


def _impossible(path: Path, text: str) -> tuple[str, str]:
    fault = not_in_the_calendar(text, text)
    return f"Datoen «{text}» i «{path[-1]}» {fault.why}.", fault.remedy


def _finding(rule: Rule, fault: Fault, parts: Parts) -> Finding:
    """Give a broken rule its place in the text."""
    if fault.measure == HEAD:
        identity, title = fault.about
        # What is no longer there has no value; the list it is gone from is told by its name.
        where = locate(parts.head_located, fault.path, key=bool(identity))
        finding = rule.finding(
            where, fault.message, fault.remedy, measure_id=identity, measure_title=title
        )
        return _with_fix(finding, parts.head_located, fault)
    related = tuple(
        Related(earlier.text, locate(parts.located[earlier.measure], earlier.path))
        for earlier in fault.earlier
    )
    located = parts.located[fault.measure]
    finding = rule.finding(
        locate(located, fault.path),
        fault.message,
        fault.remedy,
        related=related,
    )
    return _with_fix(finding, located, fault)


def _with_fix(finding: Finding, located: Located, fault: Fault) -> Finding:
    mend = fault.mend
    if mend is None:
        return finding
    return finding._replace(fix=Fix((*located.prefix, *mend.path), mend.value, mend.safe))
