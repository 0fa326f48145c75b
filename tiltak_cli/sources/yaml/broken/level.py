"""Lists that stand level with the measures, and measures whose fields stand level with the dash."""

import re
from collections.abc import Iterator

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.shapes import FIRST, OPENER
from tiltak_cli.sources.yaml.broken.within import LISTS, says_nothing
from tiltak_cli.sources.yaml.lines import indent_of
from tiltak_cli.sources.yaml.places import most_common

# The fields of the parts that lists are made of.
PARTS = {
    "milepæler": ("id", "tekst", "frist", "nådd"),
    "dokumentasjon": ("tittel", "lenke"),
}
NAMED = re.compile(r"(?: *- +| *)([\w-]+):(?:\s|$)")
TITLE = re.compile(r"( *)tittel\W")
DASH = re.compile(r" *-(?:\s|$)")


def level_lists(name: str, lines: list[str]) -> list[Finding]:
    """Move such lists below their fields, and tell of each."""
    findings = []
    for number, line in enumerate(lines):
        opener = OPENER.match(line)
        if opener is None or opener[2] not in LISTS or "-" in opener[1]:
            continue
        rows = list(_rows(lines, number, len(opener[1]), PARTS.get(opener[2], ())))
        if not rows:
            continue
        step = len(opener[1]) + 2 - indent_of(lines[rows[0]])
        first = lines[rows[0]]
        column = indent_of(first) + 1
        for row in rows:
            lines[row] = " " * step + lines[row]
        finding = file_rules.INDENT.finding(
            Place(name, rows[0] + 1, column, rows[0] + 1, column + 1),
            f"Listen i «{opener[2]}» står i samme kolonne som tiltakene, så {quoted(first)} leses "
            "som et nytt tiltak.",
            f"Rykk listen inn, så bindestreken får {column - 1 + step} mellomrom foran.",
        )
        findings.append(finding._replace(fix=Shift(tuple((n + 1, step) for n in rows))))
    return findings


def _rows(lines: list[str], opener: int, column: int, fields: tuple[str, ...]) -> Iterator[int]:
    """The lines of a list that stands further out than its field, at the dash of the measure."""
    begun, seen, dash = False, set[str](), -1
    for number in range(opener + 1, len(lines)):
        line = lines[number]
        indent = indent_of(line)
        if says_nothing(line):
            continue
        if DASH.match(line) and indent < column:
            named = NAMED.match(line)
            belongs = named[1] in fields if named and fields else not (named or fields)
            if FIRST.match(line) or not belongs:
                return
            begun, seen, dash = True, {named[1]} if named else set(), indent
        elif not begun or indent < min(column, dash + 2) or (DASH.match(line) and indent > column):
            return
        elif indent in (column, dash + 2):
            named = NAMED.match(line)
            if named is None or named[1] not in fields or named[1] in seen:
                return
            seen.add(named[1])
        yield number


def flush_left(name: str, lines: list[str]) -> list[Finding]:
    """Move the fields of measures in from the column of the dash, as pasted ones stand."""
    usual = most_common((len(m[1]) for line in lines if (m := TITLE.match(line))), 0)
    findings = []
    for number, line in enumerate(lines):
        first = FIRST.match(line)
        named = NAMED.match(lines[number + 1]) if first and number + 1 < len(lines) else None
        if first is None or named is None or named[1] not in KEYS:
            continue
        column = len(first[1])
        # Where the fields are in their place, it is the dash that is not.
        if (
            indent_of(lines[number + 1]) != column
            or column == usual
            or DASH.match(lines[number + 1])
        ):
            continue
        rows = list(_of_measure(lines, number, usual - 2))
        steps = [(number, max(usual - 2 - column, 0)), *((row, usual - column) for row in rows)]
        for row, step in steps:
            lines[row] = " " * step + lines[row]
        finding = file_rules.INDENT.finding(
            Place(name, number + 2, column + 1, number + 2, column + 2),
            f"Feltene i tiltaket ({quoted(line)}) står i samme kolonne som streken.",
            f"Rykk linje {number + 2}–{rows[-1] + 1} inn, så feltene får {usual} mellomrom foran"
            + (f" og streken {usual - 2}." if steps[0][1] else "."),
        )
        moved = tuple((n + 1, step) for n, step in steps if step)
        findings.append(finding._replace(fix=Shift(moved)))
    return findings


def _of_measure(lines: list[str], number: int, dash: int) -> Iterator[int]:
    """The lines below a measure's first, up to the next one."""
    waiting: list[int] = []
    for row in range(number + 1, len(lines)):
        line = lines[row]
        if FIRST.match(line) or (DASH.match(line) and indent_of(line) < dash):
            return
        if says_nothing(line):
            waiting += [row] * bool(line.strip())
            continue
        yield from (*waiting, row)
        waiting = []
