"""Comments that accept a finding: `# tiltak: godta TIL309 fordi ny frist vedtas i mai`.

At the end of a line a comment is about that line. On a line of its own it is about the field below
it, or the whole measure where that is what begins there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import control_rules, rule_by_code, shape_rules
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.yaml.lines import LINE_BREAK
from tiltak_cli.sources.yaml.naming import Naming, begins_list

MARK = "tiltak: godta"
COMMENT = re.compile(r"(?:^|.*?\s)(#\s*tiltak:\s*godta\b(.*))")
# «og» is one of the words here: told apart, a row of them could be read in endless ways.
FORM = re.compile(r"[:\s]*((?:[\w-]+(?:\s*,\s*|\s+))*?[\w-]+)\s+fordi\s+(.*\w{2,}.*)")
CODES = re.compile(r"\s*,\s*|\s+og\s+|\s+")
# What is unclear cannot be accepted, nor what is said of such comments themselves.
NEVER = (*UNCLEAR, "TIL8")
WRITE = "Skriv «# tiltak: godta TIL309 fordi …», med koden i funnet og grunnen."


# A code, and the lines of a file, by its name, where it is accepted.
Lines = tuple[str, str, range]


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
    # By code, file and line. Several comments may stand over the same lines.
    covering: dict[tuple[str, str, int], list[Lines]] = {}
    for code, file, lines in dict.fromkeys(map(_lines_of, acceptances)):
        for line in lines:
            covering.setdefault((code, file, line), []).append((code, file, lines))
    used: set[Lines] = set()
    for finding in findings:
        key = (finding.code, finding.place.file, finding.place.line)
        used.update(covering.get(key, ()))
        (accepted if key in covering else standing).append(finding)
    if judged:
        unused = (acceptance for acceptance in acceptances if _lines_of(acceptance) not in used)
        faults += [
            (acceptance.first, _unused(acceptance))
            for acceptance in unused
            if not acceptance.code.startswith(silent)
        ]
    return [*standing, *(_named(naming, *fault) for fault in faults)], accepted


def _named(naming: Naming, line: int, fault: Finding) -> Finding:
    """A comment that is wrong, with the measure that it was meant for."""
    return naming.name(fault, fault.place._replace(line=line))


def _lines_of(acceptance: Acceptance) -> Lines:
    lines = range(acceptance.first, acceptance.last + 1)
    return acceptance.code, acceptance.place.file, lines


def _comments(name: str, lines: list[str]) -> tuple[list[Acceptance], list[tuple[int, Finding]]]:
    """What a file's comments accept, and what is wrong with them with the line they are about."""
    acceptances: list[Acceptance] = []
    faults: list[tuple[int, Finding]] = []
    below = _Below(lines)
    for number, line in enumerate(lines, 1):
        comment = COMMENT.match(line) if MARK in line else None
        if comment is None:
            continue
        where = Place(name, number, comment.start(1) + 1, number, comment.end(1) + 1)
        own_line = not line[: comment.start(1)].strip()
        first, last = below.of(number) if own_line else (number, number)
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
                if rule is shape_rules.ORGANISATION:
                    from tiltak_cli.sources.schema.say_code import OWN_ORGANISATION

                    message = f"{rule.code} kan ikke godtas, for da har virksomheten ikke noe navn."
                    remedy = f"{OWN_ORGANISATION} Ta bort kommentaren."
                faults.append((first, control_rules.WITHOUT_REASON.finding(where, message, remedy)))
            else:
                acceptances.append(Acceptance(rule.code, first, last, where))
    return acceptances, faults


class _Below:
    """Tells which lines, from 1, the fields and list items of a text stand on."""

    def __init__(self, lines: list[str]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        # Those that go on, each further in than the one before: position and indentation.
        going_on: list[tuple[int, int]] = []
        for number, line in enumerate(lines, 1):
            rest = line.lstrip()
            if not rest or rest[0] == "#":
                continue
            indent = len(line) - len(rest)
            while going_on and going_on[-1][1] >= indent:
                self._ends[going_on.pop()[0]] = self._starts[-1]
            # Over the whole list it would hide everything.
            if not begins_list(line):
                going_on.append((len(self._starts), indent))
            self._starts.append(number)
            self._ends.append(number)
        for position, _ in going_on:
            self._ends[position] = self._starts[-1]

    def of(self, number: int) -> tuple[int, int]:
        """The first and last line of what begins under a comment's own line, or the comment's."""
        position = bisect_right(self._starts, number)
        if position == len(self._starts):
            return number, number
        return self._starts[position], self._ends[position]


def _unused(acceptance: Acceptance) -> Finding:
    return control_rules.UNUSED.finding(
        acceptance.place,
        f"Kommentaren godtar {acceptance.code}, men det er ikke noe slikt funn her.",
        "Ta bort kommentaren.",
    )
