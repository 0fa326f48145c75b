"""Measures and milestones whose first line has the number, but not the name `id` and its colon."""

import re

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.shapes import OPENER
from tiltak_cli.sources.yaml.broken.within import ITEM, in_texts, line_below, opener_above
from tiltak_cli.sources.yaml.lines import FIELD, indent_of

NUMBER = re.compile(r"( *- *)(?:id\b[ \t]*)?(?:#[ \t]*)?([\"']?)([TM][0-9]+)\2:?[ \t]*(#.*)?$")
# What a milestone or a document begins with where it is a text.
FIRST_FIELDS = {"milepæler": "tekst", "dokumentasjon": "tittel"}
TEXT_ALONE = re.compile(r"( *- +)([^\W\d_][^:#]*)$")
PART_START = re.compile(r" +(?:\{\s*)?(?:id|tekst|tittel)\s*:\s")
COLON_FIRST = re.compile(r" {2,}: +\S")
# The words that tell by themselves which field they are the value of.
VALUES = {
    "status": frozenset(map(str, Status)),
    "prioritet": frozenset(map(str, Priority)),
    "vurdering": frozenset(map(str, Assessment)),
}
NAME_ALONE = re.compile(r"( *- *)id[ \t]*(?:#.*)?$")


def unnamed(name: str, lines: list[str]) -> list[Finding]:
    """Write the name of the field where only the number stands, and tell of each."""
    rows = [n for n, line in enumerate(lines) if NUMBER.match(line) or NAME_ALONE.match(line)]
    inside = in_texts(lines) if rows else []
    findings = (_unnamed(name, lines, n) for n in rows if not inside[n] and _has_fields(lines, n))
    return [finding for finding in findings if finding]


def untitled(name: str, lines: list[str]) -> list[Finding]:
    """Milestones and documents that begin with their text, without the name of its field."""
    rows = [n for n, line in enumerate(lines) if TEXT_ALONE.match(line)]
    inside = in_texts(lines) if rows else []
    findings = []
    for number in rows:
        field = FIRST_FIELDS.get(opener_above(lines, number), "")
        match = TEXT_ALONE.match(lines[number])
        if not field or match is None or inside[number] or not _has_fields(lines, number):
            continue
        right = f"{field}: {match[2]}"
        where = Place(
            name, number + 1, len(match[1]) + 1, number + 1, len(lines[number].rstrip()) + 1
        )
        message = f"Det mangler feltnavnet «{field}» i {quoted(lines[number])}."
        lines[number] = match[1] + right
        finding = file_rules.SYNTAX.finding(where, message, f"Skriv {quoted(right, 60)}.")
        findings.append(finding._replace(fix=Rewrite(((number + 1, lines[number]),))))
    return findings


def nameless(name: str, lines: list[str]) -> tuple[list[Finding], list[tuple[int, str]]]:
    """A value with its colon, but without the name of its field: `: høy`.

    Gives also which fields of the measure are not known for it, and on which line that shows.
    """
    rows = [n for n, line in enumerate(lines) if COLON_FIRST.match(line)]
    inside = in_texts(lines) if rows else []
    findings: list[Finding] = []
    gone: list[tuple[int, str]] = []
    for number in rows:
        line = lines[number]
        if inside[number]:
            continue
        lacking = _lacking(lines, number)
        value = line.strip().removeprefix(":").strip()
        field = next((key for key in lacking if value in VALUES.get(key, ())), "")
        right = f"{field}: {value}"
        finding = file_rules.SYNTAX.finding(
            Place(name, number + 1, indent_of(line) + 1, number + 1, len(line.rstrip()) + 1),
            f"Det mangler feltnavn foran kolonet i {quoted(line)}.",
            f"Skriv «{right}»." if field else "Skriv feltnavnet foran kolonet.",
        )
        new = f"{' ' * indent_of(line)}{right}" if field else ""
        findings.append(finding._replace(fix=Rewrite(((number + 1, new),)) if field else None))
        lines[number] = new
        gone += [] if field else [(number, key) for key in lacking]
    return findings, gone


def _lacking(lines: list[str], number: int) -> list[str]:
    """The fields that the measure with a line has not, in the order of the file."""
    column = indent_of(lines[number])
    there = set[str]()
    for rows in (range(number - 1, -1, -1), range(number + 1, len(lines))):
        for row in rows:
            line = lines[row]
            starts = ITEM.match(line) and indent_of(line) < column
            named = FIELD.match(line)
            if named and named.start(1) == column and not (starts and row > number):
                there.add(named[1])
            if line.strip() and (starts or indent_of(line) < min(column, 2)):
                break
    return [key for key in KEYS if key not in there]


def parts_undashed(name: str, lines: list[str]) -> list[Finding]:
    """Milestones and documents that lack their dash, at the first of a list."""
    findings = []
    for number, line in enumerate(lines):
        match = PART_START.match(line)
        opener = OPENER.match(lines[number - 1]) if number and match else None
        if match is None or opener is None or opener[2] not in FIRST_FIELDS:
            continue
        indent, column = indent_of(line), len(opener[1])
        rows = _of_part(lines, number, column)
        braces = line.lstrip()[0] == "{"
        rows = [] if braces else rows
        if indent <= column or not (rows or braces):
            continue
        below = min((indent_of(lines[n]) for n in rows), default=indent + 2)
        last = max(rows, default=number) + 1
        items = (indent_of(e) for e in lines[last : last + 1] if ITEM.match(e))
        dash = next((n for n in items if n >= column), max(below - 2, column))
        right = f"- {line.strip()}"
        new = [(number, f"{' ' * dash}{right}")]
        new += [(n, f"{' ' * (dash + 2 - below)}{lines[n]}") for n in rows if dash + 2 > below]
        where = Place(name, number + 1, indent + 1, number + 1, len(line.rstrip()) + 1)
        for row, text in new:
            lines[row] = text
        steps = f", og rykk linjene under inn, med {dash + 2} mellomrom foran" * (len(new) > 1)
        moved = f" med {dash} mellomrom foran" * (dash != indent)
        finding = file_rules.INDENT.finding(
            where,
            f"Det mangler en strek foran {quoted(line)}.",
            f"Skriv {quoted(right, 60)}{moved}{steps}.",
        )
        findings.append(finding._replace(fix=Rewrite(tuple((n + 1, e) for n, e in new))))
    return findings


def _of_part(lines: list[str], number: int, column: int) -> list[int]:
    """The lines with the other fields of the part that begins on a line, up to the next one."""
    rows = []
    for row in range(number + 1, len(lines)):
        line = lines[row]
        fits = line.strip() and indent_of(line) > column and not ITEM.match(line)
        if not fits or (
            PART_START.match(line) and line.split(":")[0] == lines[number].split(":")[0]
        ):
            break
        rows.append(row)
    return rows


def _unnamed(name: str, lines: list[str], number: int) -> Finding:
    line = lines[number]
    column = len(line) - len(line.lstrip(" -"))
    where = Place(name, number + 1, column + 1, number + 1, len(line.rstrip()) + 1)
    match = NUMBER.match(line)
    if match is None:
        lines[number] = line[: line.index("-") + 1]
        message = f"Det mangler et kolon og et nummer i {quoted(line)}."
        return file_rules.SYNTAX.finding(where, message, "Skriv for eksempel «- id: T001».")
    right = f"id: {match[3]}"
    lines[number] = f"{' ' * indent_of(line)}- {right}" + (f"  {match[4]}" if match[4] else "")
    what = "et kolon etter «id»" if line[column:].startswith("id") else "feltnavnet «id»"
    message = f"Det mangler {what} i {quoted(line)}."
    finding = file_rules.SYNTAX.finding(where, message, f"Skriv «{right}».")
    return finding._replace(fix=Rewrite(((number + 1, lines[number]),)))


def _has_fields(lines: list[str], number: int) -> bool:
    """Whether fields stand below an item of a list: then it is no text of its own."""
    below = line_below(lines, number)
    return indent_of(below) > indent_of(lines[number]) and FIELD.match(below) is not None
