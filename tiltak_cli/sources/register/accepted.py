"""Comments that accept a finding: `# tiltak: godta TIL309 fordi ny frist vedtas i mai`.

At the end of a line a comment is about that line. On a line of its own it is about the field below
it, or the whole measure where that is what begins there.
"""

import re
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import control_rules, rule_by_code
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.yaml.lines import LINE_BREAK
from tiltak_cli.sources.yaml.naming import Naming, begins_list

MARK = "tiltak: godta"
COMMENT = re.compile(r"(?:^|.*?\s)(#\s*tiltak:\s*godta\b(.*))")
FORM = re.compile(r"[:\s]*((?:[\w-]+(?:\s*,\s*|\s+og\s+|\s+))*?[\w-]+)\s+fordi\s+(.*\w{2,}.*)")
CODES = re.compile(r"\s*,\s*|\s+og\s+|\s+")
# What is unclear cannot be accepted, nor what is said of such comments themselves.
NEVER = (*UNCLEAR, "TIL8")
WRITE = "Skriv «# tiltak: godta TIL309 fordi …», med koden i funnet og grunnen."


class Acceptance(NamedTuple):
    """A code that is accepted on the lines `first` to `last` of a file, and where it says so."""

    code: str
    first: int
    last: int
    place: Place


def accept(
    findings: Iterable[Finding],
    texts: Iterable[tuple[str, str]],
    naming: Naming,
    *,
    judged: bool,
    silent: tuple[str, ...] = (),
) -> tuple[list[Finding], list[Finding]]:
    """Part the findings in those that stand and those that a comment accepts.

    Comments that are not as they should be are findings, and so are those without use where
    `judged` says that the rules have had their say, all but those whose codes begin as `silent`.
    """
    acceptances: list[Acceptance] = []
    faults: list[tuple[int, Finding]] = []
    for name, text in texts:
        if MARK in text:
            valid, wrong = _comments(name, LINE_BREAK.split(text))
            acceptances += valid
            faults += wrong
    standing: list[Finding] = []
    accepted: list[Finding] = []
    used: set[Acceptance] = set()
    for finding in findings:
        covering = [acceptance for acceptance in acceptances if _covers(acceptance, finding)]
        used.update(covering)
        (accepted if covering else standing).append(finding)
    if judged:
        unused = (acceptance for acceptance in acceptances if acceptance not in used)
        faults += [
            (acceptance.first, _unused(acceptance))
            for acceptance in unused
            if not acceptance.code.startswith(silent)
        ]
    return [*standing, *(_named(naming, *fault) for fault in faults)], accepted


def _named(naming: Naming, line: int, fault: Finding) -> Finding:
    """A comment that is wrong, with the measure that it was meant for."""
    return naming.name(fault, fault.place._replace(line=line))


def _covers(acceptance: Acceptance, finding: Finding) -> bool:
    return (
        acceptance.code == finding.code
        and acceptance.place.file == finding.place.file
        and acceptance.first <= finding.place.line <= acceptance.last
    )


def _comments(name: str, lines: list[str]) -> tuple[list[Acceptance], list[tuple[int, Finding]]]:
    """What a file's comments accept, and what is wrong with them with the line they are about."""
    acceptances: list[Acceptance] = []
    faults: list[tuple[int, Finding]] = []
    for number, line in enumerate(lines, 1):
        comment = COMMENT.match(line) if MARK in line else None
        if comment is None:
            continue
        where = Place(name, number, comment.start(1) + 1, number, comment.end(1) + 1)
        own_line = not line[: comment.start(1)].strip()
        first, last = _below(lines, number) if own_line else (number, number)
        form = FORM.fullmatch(comment[2].rstrip())
        if form is None:
            message = "Kommentaren godtar et funn, men har ikke både en kode og en grunn."
            faults.append((first, control_rules.WITHOUT_REASON.finding(where, message, WRITE)))
            continue
        for word in CODES.split(form[1]):
            rule = rule_by_code(word)
            if rule is None:
                message = f"Kommentaren godtar {quoted(word)}, som ikke er koden til noen regel."
                faults.append((first, control_rules.WITHOUT_REASON.finding(where, message, WRITE)))
            elif rule.code.startswith(NEVER):
                message = f"{rule.code} kan ikke godtas, for da er det uklart hva registeret sier."
                remedy = "Rett feilen, og ta bort kommentaren."
                faults.append((first, control_rules.WITHOUT_REASON.finding(where, message, remedy)))
            else:
                acceptances.append(Acceptance(rule.code, first, last, where))
    return acceptances, faults


def _below(lines: list[str], number: int) -> tuple[int, int]:
    """The lines, from 1, of the field or list item that begins under a comment's own line."""
    rows = (
        (n + 1, len(lines[n]) - len(lines[n].lstrip()))
        for n in range(number, len(lines))
        if lines[n].strip() and lines[n].lstrip()[0] != "#"
    )
    first, indent = next(rows, (number, 0))
    # Over the whole list it would hide everything.
    if begins_list(lines[first - 1]):
        return first, first
    inside = takewhile(lambda row: row[1] > indent, rows)
    return first, max((n for n, _ in inside), default=first)


def _unused(acceptance: Acceptance) -> Finding:
    return control_rules.UNUSED.finding(
        acceptance.place,
        f"Kommentaren godtar {acceptance.code}, men det er ikke noe slikt funn her.",
        "Ta bort kommentaren.",
    )
