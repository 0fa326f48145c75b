"""Fields that seem to be missing, but stand so far in that they are the end of the text above.

What is missed is looked for, and what may be one at the end of a sentence: a line of a text may
else well begin as a field does.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.rules.within_rules import IN_TEXT
from tiltak_cli.sources.yaml.broken.shapes import BLOCK, FIRST
from tiltak_cli.sources.yaml.broken.within import in_texts, says_nothing
from tiltak_cli.sources.yaml.lines import FIELD, LINE_BREAK, indent_of

# What is said of fields that are not there, whichever rule says it.
MISSING = re.compile(
    r"[Ff]elte(?:t|ne) («.*») mangler|mangler (retningsvalg)|verken (frist eller «løpende)|"
    r"^(«\w+») er en del av teksten i "
)
OF_AN_ITEM = (" mangler i ", " i «tekst»")
# How a sentence ends.
ENDS = tuple(".!?»:)]")
ITEM = re.compile(r"\s*-")
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
    changes: dict[int, Finding | None] = {}
    for number, names in missing.items():
        finding = findings[number]
        rows = lines[finding.place.file]
        only_perhaps = finding.code == IN_TEXT.code
        if only_perhaps:
            changes[number] = None
        for end in _ends(rows, _part(rows, finding)):
            if not names.isdisjoint(end.rows) and not (only_perhaps and _goes_on(rows, end)):
                changes[number] = _told(finding, rows, end, sure=not only_perhaps)
                break
    # Of several that stand in the same text it is the same: the first, with the lines below it.
    every = [f for n, finding in enumerate(findings) if (f := changes.get(n, finding))]
    sure = {finding.place for finding in every if finding.code != IN_TEXT.code}
    return [f for f in every if f.code != IN_TEXT.code or f.place not in sure]


def _goes_on(lines: list[str], end: End) -> bool:
    """Whether the lines go on with a sentence that is not ended above them."""
    above = lines[min(end.rows.values()) - 1].rstrip()
    return not above.endswith(ENDS) and bool(above)


def _missing(finding: Finding) -> set[str]:
    match = MISSING.search(finding.message)
    return {*NAME.findall(next(filter(None, match.groups())))} if match else set()


def _part(lines: list[str], finding: Finding) -> range:
    """The lines of the measure, or of the item of a list, in which something is missing."""
    first = finding.place.line - 1
    begin = FIRST if not any(words in finding.message for words in OF_AN_ITEM) else ITEM
    first = next((n for n in range(first, -1, -1) if begin.match(lines[n])), first)
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


def _told(finding: Finding, lines: list[str], end: End, *, sure: bool) -> Finding:
    first = min(end.rows.values())
    line = lines[first]
    indent = indent_of(line)
    more = " Det samme gjelder linjene under." if len(end.rows) > 1 else ""
    rule = file_rules.INDENT if sure else IN_TEXT
    perhaps = "" if sure else " Hører den til teksten, så begynn den med stor bokstav."
    cause = rule.finding(
        Place(finding.place.file, first + 1, indent + 1, first + 1, len(line.rstrip()) + 1),
        f"Linjen {quoted(line)} er rykket så langt inn at den er en del av teksten i «{end.text}».",
        f"La den begynne i samme kolonne som de andre feltene, med {end.column} mellomrom foran."
        f"{more}{perhaps}",
        measure_id=finding.measure_id,
        measure_title=finding.measure_title,
    )
    steps = tuple((row + 1, end.column - indent) for row in sorted(end.rows.values()))
    return cause._replace(fix=Shift(steps, safe=sure))
