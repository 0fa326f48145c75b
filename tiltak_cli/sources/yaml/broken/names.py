"""Measures and milestones whose first line has the number, but not the name `id` and its colon."""

import re

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import in_texts, says_nothing
from tiltak_cli.sources.yaml.lines import FIELD, indent_of

NUMBER = re.compile(r"( *- *)(?:id\b[ \t]*)?(?:#[ \t]*)?([\"']?)([TM][0-9]+)\2:?[ \t]*(#.*)?$")
NAME_ALONE = re.compile(r"( *- *)id[ \t]*(?:#.*)?$")


def unnamed(name: str, lines: list[str]) -> list[Finding]:
    """Write the name of the field where only the number stands, and tell of each."""
    rows = [n for n, line in enumerate(lines) if NUMBER.match(line) or NAME_ALONE.match(line)]
    inside = in_texts(lines) if rows else []
    found = (_unnamed(name, lines, n) for n in rows if not inside[n] and _has_fields(lines, n))
    return [finding for finding in found if finding]


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
    below = next((line for line in lines[number + 1 :] if not says_nothing(line)), "")
    return indent_of(below) > indent_of(lines[number]) and FIELD.match(below) is not None
