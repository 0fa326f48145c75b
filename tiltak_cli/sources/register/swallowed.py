"""Fields that seem to be missing, but stand so far in that they are the end of the text above.

Only what is missed is looked for: a line of a text may well begin as a field does.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.shapes import BLOCK, FIRST
from tiltak_cli.sources.yaml.broken.within import in_texts, says_nothing
from tiltak_cli.sources.yaml.lines import FIELD, LINE_BREAK, indent_of

# What is said of fields that are not there, whichever rule says it.
MISSING = re.compile(
    r"[Ff]elte(?:t|ne) («.*») mangler|mangler (retningsvalg)|verken (frist eller «løpende)"
)
OF_AN_ITEM = " mangler i "
NAME = re.compile(r"\w+")
NAMES = frozenset((*KEYS, "tekst", "lenke", "nådd"))


class End(NamedTuple):
    """The last lines of a text that begin as fields do: the number of each, from 0, by its name.

    `column` is where the field that has the text begins.
    """

    text: str
    column: int
    rows: dict[str, int]


def with_swallowed(findings: list[Finding], texts: Iterable[tuple[str, str]]) -> list[Finding]:
    """The findings, with the line that stands too far in for the field that is missed so."""
    missing = {n: names for n, finding in enumerate(findings) if (names := _missing(finding))}
    if not missing:
        return findings
    lines = {name: LINE_BREAK.split(text) for name, text in texts}
    told = {}
    for number, names in missing.items():
        rows = lines[findings[number].place.file]
        for end in _ends(rows, _part(rows, findings[number])):
            if not names.isdisjoint(end.rows):
                told[number] = _told(findings[number], rows, end)
                break
    # Of several that stand in the same text it is the same: the first, with the lines below it.
    return [told.get(n, finding) for n, finding in enumerate(findings)]


def _missing(finding: Finding) -> set[str]:
    match = MISSING.search(finding.message)
    return {*NAME.findall(next(filter(None, match.groups())))} if match else set()


def _part(lines: list[str], finding: Finding) -> range:
    """The lines of the measure, or of the item of a list, in which something is missing."""
    first = finding.place.line - 1
    if OF_AN_ITEM not in finding.message:
        first = next((n for n in range(first, -1, -1) if FIRST.match(lines[n])), first)
    dash = indent_of(lines[first]) - (lines[first].lstrip()[:1] != "-")
    stop = first + 1
    while stop < len(lines) and (says_nothing(lines[stop]) or indent_of(lines[stop]) > dash):
        stop += 1
    return range(first, stop)


def _ends(lines: list[str], part: range) -> Iterator[End]:
    """The ends of the texts in a measure or item."""
    inside = dict(zip(part, in_texts(lines[part.start : part.stop]), strict=True))
    there = {named[1] for n in part if not inside[n] and (named := FIELD.match(lines[n]))}
    for number in part:
        block, field = BLOCK.match(lines[number]), FIELD.match(lines[number])
        if not block or not field or inside[number]:
            continue
        last = number
        while inside.get(last + 1):
            last += 1
        rows: dict[str, int] = {}
        for row in range(last, number, -1):
            named = FIELD.match(lines[row])
            if lines[row].strip():
                if not named or named[1] not in NAMES - there - rows.keys():
                    break
                if rows and indent_of(lines[row]) != indent_of(lines[max(rows.values())]):
                    break
                rows[named[1]] = row
        yield End(field[1], len(block[1]), rows)


def _told(finding: Finding, lines: list[str], end: End) -> Finding:
    first = min(end.rows.values())
    line = lines[first]
    indent = indent_of(line)
    more = " Det samme gjelder linjene under." if len(end.rows) > 1 else ""
    cause = file_rules.INDENT.finding(
        Place(finding.place.file, first + 1, indent + 1, first + 1, len(line.rstrip()) + 1),
        f"Linjen {quoted(line)} er rykket så langt inn at den er en del av teksten i «{end.text}».",
        f"La den begynne i samme kolonne som de andre feltene, med {end.column} mellomrom foran."
        f"{more}",
        measure_id=finding.measure_id,
        measure_title=finding.measure_title,
    )
    steps = tuple((row + 1, end.column - indent) for row in sorted(end.rows.values()))
    return cause._replace(fix=Shift(steps))
