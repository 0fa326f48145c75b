"""The lines of a text that could not be read, and what can still be told from them."""

import re
from typing import Any, NamedTuple

from tiltak_cli.domain.invisible import CURLY
from tiltak_cli.findings import Finding, Place, Rewrite

FIELD = re.compile(r"\s*(?:- +)*([\w-]+):(?:\s+|$)")
LONGEST_SUGGESTION = 60
# Quotes around it all, and others within: the second one opens again, or those within end words.
AROUND_QUOTES = re.compile(
    r""""[^"]*\s"\S.*"|'[^']*(?:\s'\S|\w'\w).*'"""
    r"""|"(?:[^"]*\w"(?=\s))+[^"]*[^"\s]"|'(?:[^']*\w'(?=\s))+[^']*[^'\s]'"""
)
LINE_BREAK = re.compile(r"\r\n|\r|\n")


def indent_of(line: str) -> int:
    """The number of blanks that a line begins with."""
    return len(line) - len(line.lstrip(" "))


class Stop(NamedTuple):
    """Where the parser stopped, and where what it was reading then began; both from 0."""

    name: str
    lines: list[str]
    problem: str
    context: str
    mark: Any
    start: Any

    @property
    def line(self) -> str:
        """The line where the parser stopped."""
        return self.text(self.mark)

    def text(self, mark: Any) -> str:
        """The line of a mark; empty at the end of the file."""
        return self.lines[mark.line] if mark.line < len(self.lines) else ""

    def at(self, line: int, column: int) -> Place:
        """A place one character wide, both from 0; what is after the last line is moved to it."""
        if line >= len(self.lines):
            line = max(len(self.lines) - 1, 0)
            column = len(self.lines[line]) if self.lines else 0
        return Place(self.name, line + 1, column + 1, line + 1, column + 2)


def field_around(stop: Stop, number: int) -> str:
    """The field that a line belongs to: its own, or the one above with less indentation."""
    line = stop.lines[number] if number < len(stop.lines) else ""
    if own := FIELD.match(line):
        return own[1]
    for above in reversed(stop.lines[:number]):
        field = FIELD.fullmatch(above)
        if field and field.start(1) <= len(line) - len(line.lstrip()):
            return field[1]
    return ""


def text_in(line: str) -> str:
    """What to call the value on a line, at the start of a sentence."""
    field = FIELD.match(line)
    return f"Teksten i «{field[1]}»" if field else "Teksten"


def in_quotes(value: str) -> str:
    """The value as it should be written; dots for a long one or one that holds both marks."""
    whole = quoting(value)
    inner = whole[1:-1]
    return '"…"' if not whole or len(inner) > LONGEST_SUGGESTION else whole


def quoting(value: str) -> str:
    """The value in quotes, however long; empty where it is not clear how to write it."""
    value = value.strip()
    if value[:1] in CURLY and value[-1:] in CURLY:
        value = value[1:-1].strip()
    if AROUND_QUOTES.fullmatch(value):
        value = value[1:-1]
    marks = {mark for mark in ("'", '"', "\\") if mark in value}
    if marks >= {"'", '"'} or {"[", "{"} & set(value[1:]):
        return ""
    return f'"{value}"' if marks <= {"'"} else f"'{value}'"


def in_quotes_from(finding: Finding, line: str, begin: int) -> Finding:
    """A finding with the line's value, from a column, in quotes as what to write instead."""
    value = line[begin:]
    whole = "" if " #" in value else quoting(value)
    if not whole:
        return finding
    return finding._replace(fix=Rewrite(((finding.place.line, line[:begin] + whole),)))
