"""Milestones and documents whose lines are each an item, or begin with the number alone."""

import re

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.level import PARTS
from tiltak_cli.sources.yaml.broken.shapes import FIRST
from tiltak_cli.sources.yaml.broken.within import in_texts, opener_above, says_nothing
from tiltak_cli.sources.yaml.lines import indent_of, quoting
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.sources.yaml.starts import needless

ITEM = re.compile(r"( *)- +([\w-]+):(?:\s|$)")
OF_PARTS = frozenset(name for names in PARTS.values() for name in names)
# A number as the name of a field, with the text as its value.
NUMBERED = re.compile(
    r"( *- +)[\"']?([MT][0-9]+)[\"']?\s*(?:[:.)–]|-(?=\s))\s+(?=[^\s\[{|>#])(\S.*)"
)
IN_BRACES = re.compile(r"( *- +\{ *)([MT][0-9]+): +(?=[^\s\[{])(.*)")


def dash_each(name: str, lines: list[str]) -> list[Finding]:
    """A dash before every field of a milestone or document, not only before its first."""
    rows = [
        n
        for n, line in enumerate(lines)
        if (m := ITEM.match(line)) and m[2] in OF_PARTS and not FIRST.match(line)
    ]
    inside = in_texts(lines) if rows else []
    findings: list[Finding] = []
    again: list[int] = []
    seen: set[str] = set()
    above = -1
    for number in rows:
        match = ITEM.match(lines[number])
        fields = PARTS.get(opener_above(lines, number), ())
        if match is None or inside[number] or match[2] not in fields:
            continue
        column = len(match[1])
        goes_on = above >= 0 and _is_next(lines, above, number, column)
        if not goes_on:
            findings += needless(name, lines, again, "punkt")
            again = []
        if not goes_on or match[2] in seen:
            seen = set()
        elif seen:
            again.append(number)
        seen |= {match[2], *_fields_below(lines, number, column)}
        above = number
    return [*findings, *needless(name, lines, again, "punkt")]


def _is_next(lines: list[str], above: int, number: int, column: int) -> bool:
    """Whether an item is of the same list as the one above it."""
    between = (lines[n] for n in range(above + 1, number))
    same = indent_of(lines[above]) == column
    return same and all(says_nothing(line) or indent_of(line) > column for line in between)


def _fields_below(lines: list[str], number: int, column: int) -> set[str]:
    """The other fields of the item that begins on a line."""
    fields = set()
    for line in lines[number + 1 :]:
        if not says_nothing(line) and indent_of(line) <= column:
            break
        if match := re.match(r" *([\w-]+):(?:\s|$)", line):
            fields.add(match[1])
    return fields


def numbered(name: str, lines: list[str]) -> tuple[list[Finding], list[tuple[int, str]]]:
    """`- M2: tekst` and `- T004: tittel`, where the number stands for the field's name.

    Gives also which field of a measure is no longer known in full, and on which line that shows.
    """
    rows = [n for n, e in enumerate(lines) if NUMBERED.match(e) or IN_BRACES.match(e)]
    inside = in_texts(lines) if rows else []
    findings: list[Finding] = []
    gone: list[tuple[int, str]] = []
    for number in rows:
        line = lines[number]
        braces, match = IN_BRACES.match(line), NUMBERED.match(line)
        item = braces or match
        field = {"milepæler": "tekst", LIST: "tittel"}.get(opener_above(lines, number), "")
        if item is None or inside[number] or (item[2][0] == "M") != (field == "tekst"):
            continue
        begin = item.start(2)
        where = Place(name, number + 1, begin + 1, number + 1, len(line.rstrip()) + 1)
        value = item[3].rstrip()
        if braces:
            new = f"{braces[1]}id: {braces[2]}, {field}: {value}"
            remedy = f"Skriv «id: {braces[2]}, {field}:» i stedet for «{braces[2]}:»."
        else:
            value = (quoting(value) or value) if ": " in value and value[0] not in "\"'" else value
            first, second = f"- id: {item[2]}", f"{field}: {value}"
            new = f"{' ' * indent_of(line)}{first}\n{' ' * begin}{second}"
            remedy = f"Del linjen i to: {quoted(first)} og {quoted(second, 80)}."
        # What stands below the line is read where it stands.
        lines[number] = new if braces else f"{line[:begin]}id: {item[2]}"
        gone += [] if braces else [(number, "milepæler" if field == "tekst" else field)]
        finding = file_rules.SYNTAX.finding(
            where, f"Det mangler feltnavn foran nummeret og teksten i {quoted(line)}.", remedy
        )
        findings.append(finding._replace(fix=Rewrite(((number + 1, new),))))
    return findings, gone
