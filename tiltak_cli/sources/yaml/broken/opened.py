"""Signs that open a list or fields on one line, where those stand on lines of their own below."""

import re

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.blanks import LIST, TOP
from tiltak_cli.sources.yaml.broken.shapes import FIRST
from tiltak_cli.sources.yaml.broken.within import (
    LISTS,
    and_lines,
    in_texts,
    line_below,
    says_nothing,
)
from tiltak_cli.sources.yaml.lines import LONGEST_SUGGESTION, indent_of

WITH_MORE = re.compile(r"tiltak[ \t]*:[ \t]*(?=[^\s#])(\S.*?)[ \t]*(?:#.*)?$", re.IGNORECASE)
BRACE = re.compile(r"( *- *)(\{)[ \t]*((?:[\w-]+:[ \t]+[^\s,{}][^,{}]*)?)$")
ALONE = re.compile(r"( *)[\w-]+:(?:[ \t]+(?:[^\s,].*)?[^,\s]|)[ \t]*$")
IN_BRACKETS = re.compile(r"( *)([\w-]+): +\[([^\[\]{}\"'#]*)\][ \t]*$")
DASHED = re.compile(r"( *)- +[^\s:#\[\]{}\"',-][^:#\[\]{}\"',]*$")
CLOSES = re.compile(r"\s*[\]}]+,?\s*(?:#.*)?$")
AMONG_FIELDS = re.compile(r" *(?:- +)?[\w-]+:(?:\s|$)|\s*- ")


def list_opened(name: str, lines: list[str]) -> list[Finding]:
    """`tiltak: [`, or with a number, where the measures stand below."""
    number = next((n for n, line in enumerate(lines) if WITH_MORE.match(line)), None)
    match = WITH_MORE.match(lines[number]) if number is not None else None
    if number is None or match is None or not FIRST.match(line_below(lines, number)):
        return []
    more = match[1]
    last = next((n for n in range(len(lines) - 1, number, -1) if lines[n].strip()), number)
    closing = [last] if more in ("[", "{") and CLOSES.match(lines[last]) else []
    where = Place(name, number + 1, match.start(1) + 1, number + 1, match.end(1) + 1)
    return [_taken_out(lines, where, more, "«tiltak:»", closing)]


def braces_opened(name: str, lines: list[str]) -> list[Finding]:
    """`- {` in front of a measure or milestone whose fields have a line each."""
    rows = [n for n, line in enumerate(lines) if BRACE.match(line)]
    inside = in_texts(lines) if rows else []
    findings = []
    for number in rows:
        match = BRACE.match(lines[number])
        field = ALONE.match(line_below(lines, number))
        column = len(match[1]) if match else 0
        if match is None or field is None or inside[number] or len(field[1]) < indent_of(match[0]):
            continue
        below = _closing(lines, number, indent_of(match[0]))
        begin = indent_of(match[0])
        where = Place(name, number + 1, begin + 1, number + 1, len(match[0]) + 1)
        finding = _taken_out(
            lines, where._replace(column=column + 1, end_column=column + 2), "{", "streken", below
        )
        findings.append(finding._replace(place=where))
    return findings


def items_below(name: str, lines: list[str]) -> list[Finding]:
    """Put items with a dash into the list in brackets that ends right above them."""
    findings = []
    for number, line in enumerate(lines):
        match = IN_BRACKETS.match(line)
        if match is None or match[2] not in LISTS:
            continue
        below = number + 1
        while below < len(lines) and (item := DASHED.match(lines[below])):
            if len(item[1]) < len(match[1]):
                break
            below += 1
        more = [lines[n].strip(" -") for n in range(number + 1, below)]
        if not more:
            continue
        right = f"{match[2]}: [{', '.join([*filter(None, [match[3].strip(' ,')]), *more])}]"
        first = lines[number + 1]
        column = indent_of(first) + 1
        finding = file_rules.SYNTAX.finding(
            Place(name, number + 2, column, number + 2, len(first.rstrip()) + 1),
            f"{quoted(first)} står under listen i klammer, og ikke i den.",
            f"Ta bort linjen, og skriv {quoted(right, LONGEST_SUGGESTION)} på linje {number + 1}."
            f"{and_lines([n + 1 for n in range(number + 2, below)])}",
        )
        lines[number] = f"{match[1]}{right}"
        gone = [(n + 1, None) for n in range(number + 1, below)]
        lines[number + 1 : below] = [""] * len(more)
        findings.append(finding._replace(fix=Rewrite(((number + 1, lines[number]), *gone))))
    return findings


def _closing(lines: list[str], number: int, column: int) -> list[int]:
    """The line with nothing but the closing brace of an item, if there is one."""
    for below in range(number + 1, len(lines)):
        line = lines[below]
        if CLOSES.match(line):
            return [below]
        if not says_nothing(line) and indent_of(line) <= column and AMONG_FIELDS.match(line):
            return []
    return []


def _taken_out(
    lines: list[str], where: Place, sign: str, after: str, closing: list[int]
) -> Finding:
    """Take a sign out of its line, with the lines that close it, and tell of it."""
    number = where.line - 1
    line = lines[number]
    rest = line[where.end_column - 1 :].lstrip()
    alone = sign == "{" and not rest
    if alone and lines[number + 1].strip():
        # The first field is put behind the dash.
        rest, lines[number + 1] = lines[number + 1].lstrip(), ""
    before = line[: where.column - 1].rstrip()
    lines[number] = f"{before}{' ' * (2 if rest[:1] == '#' else 1)}{rest}" if rest else before
    new: list[tuple[int, str | None]] = [(number + 1, lines[number])]
    if alone and not lines[number + 1]:
        new.append((number + 2, None))
    for row in closing:
        lines[row] = ""
        new.append((row + 1, None))
    too = "".join(f" Slett også «{'}' if sign == '{' else ']'}» på linje {n + 1}." for n in closing)
    finding = file_rules.SYNTAX.finding(
        where,
        f"{quoted(sign)} står etter {after}, men det som hører til, står på linjene under.",
        f"Slett {quoted(sign)}.{too}"
        if sign != "{" or alone
        else f"Skriv {quoted(lines[number].strip(), LONGEST_SUGGESTION)}.{too}",
    )
    return finding._replace(fix=Rewrite(tuple(new)))


def name_of_list(name: str, lines: list[str], end: int) -> Finding | None:
    """The line `tiltak:` without its colon, or moved; it is put right, for all stands below it.

    `end` is where the head ends.
    """
    number = next((n for n in range(end) if LIST.match(lines[n])), end)
    line = lines[number] if number < end else "tiltak:"
    before = line[: len(line) - len(line.lstrip())]
    moved = before and any(TOP.match(row) for row in lines[:end])
    if not moved and (before or ":" in line):
        return None
    lines[number] = "tiltak:"
    where = Place(name, number + 1, len(before) + 1, number + 1, len(before) + len("tiltak") + 1)
    if moved:
        rule = file_rules.TAB if "\t" in before else file_rules.INDENT
        message = f"Linjen {quoted(line)} har et innrykk som ikke passer med linjene rundt."
        finding = rule.finding(where, message, "La linjen begynne i første kolonne.")
    else:
        message = f"Det mangler et kolon etter feltnavnet i {quoted(line)}."
        finding = file_rules.SYNTAX.finding(where, message, "Skriv «tiltak:».")
    return finding._replace(fix=Rewrite(((number + 1, "tiltak:"),)))
