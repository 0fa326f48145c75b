"""Items of lists that begin with another sign than the dash, as word processors write them.

And those whose dash, or such a sign, stands alone on the line above their first field.
"""

import re
from typing import NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import (
    ITEM,
    LISTS,
    and_lines,
    in_texts,
    opener_above,
    says_nothing,
)
from tiltak_cli.sources.yaml.lines import LONGEST_SUGGESTION, indent_of
from tiltak_cli.sources.yaml.places import LIST, most_common

SIGNS = "–—―−‐‑‒•·∙▪▫◦●○■□‣⁃➢→*+>"
ODD = re.compile(rf"( *)([{SIGNS}]|--|[0-9]{{1,3}}[.)]|[a-z]\))[ \t\xa0]+(?=\S)")
ALONE = re.compile(rf"([ \t]*)(-|[{SIGNS}]|--)[ \t]*(#.*)?$")
A_MEASURE = re.compile(r"id\W{1,5}T[0-9]")
TITLE = re.compile(r"( *)tittel\W")
# What the first field of a measure, a milestone or a document is called.
FIRST_FIELD = re.compile(r"[\"']?(?:id|tekst|tittel|lenke)[\"']?\s*:(?:\s|$)")


class Dash(NamedTuple):
    """A dash that stands alone: its line (from 1), what else is there, and whether it alone moves.

    So it is where the field below it stands in line with the others.
    """

    line: int
    left: str | None
    alone: bool


# By the line, from 1, of the field that it belongs to.
Dashes = dict[int, Dash]


def odd_dashes(name: str, lines: list[str]) -> list[Finding]:
    """Put dashes where other signs stand for them, and tell of each sign."""
    if not any(ODD.match(line) for line in lines):
        return []
    inside = in_texts(lines)
    usual = max(most_common((m.end(1) for row in lines if (m := TITLE.match(row))), 2), 2)
    kinds: dict[str, list[tuple[int, str, str]]] = {}
    for number, line in enumerate(lines):
        odd = None if inside[number] else ODD.match(line)
        if odd is None:
            continue
        field = opener_above(lines, number)
        if A_MEASURE.match(line, odd.end()):
            # It may stand in another column, too.
            lines[number] = f"{'- ':>{usual}}{line[odd.end() :]}"
            kinds.setdefault(_kind(odd[2]), []).append((number, line, odd[2]))
        elif field in LISTS or field == LIST or FIRST_FIELD.match(line, odd.end()):
            lines[number] = f"{odd[1]}- {line[odd.end() :]}"
            kinds.setdefault(_kind(odd[2]), []).append((number, line, odd[2]))
    return [_told(name, lines, items) for items in kinds.values()]


def odd_dashes_by_line(name: str, lines: list[str]) -> dict[int, Finding]:
    """The same findings by each line (from 1) that they are about; the lines are left."""
    findings = odd_dashes(name, list(lines))
    return {n: f for f in findings if isinstance(f.fix, Rewrite) for n, _ in f.fix.lines}


def _kind(sign: str) -> str:
    """One for all the numbers and letters of a list, which are one cause."""
    return sign if sign[0] in SIGNS or sign == "--" else "1."


def _told(name: str, lines: list[str], items: list[tuple[int, str, str]]) -> Finding:
    number, line, sign = items[0]
    begin = line.index(sign) + 1
    where = Place(name, number + 1, begin, number + 1, len(line.rstrip()) + 1)
    right = lines[number].strip()
    column = len(lines[number]) - len(lines[number].lstrip())
    moved = f", med {column} mellomrom foran" if column != len(line) - len(line.lstrip()) else ""
    finding = file_rules.SYNTAX.finding(
        where,
        f"«{sign}» er ikke en bindestrek, så linjen leses ikke som et listepunkt.",
        f"Skriv {quoted(right, LONGEST_SUGGESTION)}{moved}."
        + and_lines([other + 1 for other, _, _ in items[1:]]),
    )
    return finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n, _, _ in items)))


def dashes_alone(name: str, lines: list[str]) -> tuple[list[Finding], Dashes]:
    """Put a dash that stands alone on its line beside the first field of its item, below.

    It is as good there, so that all else is found as in other registers. What is told of is another
    sign, and a dash or a field in a wrong column.
    """
    rows = [n for n, line in enumerate(lines) if ALONE.match(line)]
    inside = in_texts(lines) if rows else []
    findings: list[Finding] = []
    dashes: Dashes = {}
    for number in rows:
        alone = ALONE.match(lines[number])
        below = _says_more(lines, number)
        if alone is None or inside[number] or not below or ITEM.match(lines[below]):
            continue
        dash, column = len(alone[1]), indent_of(lines[below])
        after = _says_more(lines, below)
        rest = indent_of(lines[after]) if after else column
        tab = "\t" in alone[1]
        if column <= dash + 1 or alone[2] != "-" or tab:
            if not FIRST_FIELD.match(lines[below].lstrip(" ")):
                continue
            findings += _odd_alone(name, lines, number, alone[2])
            if tab:
                dash = max(column - 2, 0)
                findings.append(_after_tab(name, number, f"{'-':>{dash + 1}}{alone[3] or ''}"))
            elif column <= dash + 1:
                findings.append(_in_column(name, lines, (number, below), (dash, column, rest)))
                dash, column = (dash, rest) if rest > dash + 1 else (max(column - 2, 0), column)
        lines[number] = f"{alone[1]}{alone[3]}" if alone[3] else ""
        lines[below] = f"{'-':>{dash + 1}}{' ' * (column - dash - 1)}{lines[below].lstrip(' ')}"
        dashes[below + 1] = Dash(number + 1, lines[number] or None, column == rest)
    return findings, dashes


def _says_more(lines: list[str], number: int) -> int:
    """The next line below one (from 0) that says something; 0 where there is none."""
    return next((n for n in range(number + 1, len(lines)) if not says_nothing(lines[n])), 0)


def _odd_alone(name: str, lines: list[str], number: int, sign: str) -> list[Finding]:
    if sign == "-":
        return []
    begin = lines[number].index(sign) + 1
    finding = file_rules.SYNTAX.finding(
        Place(name, number + 1, begin, number + 1, begin + len(sign)),
        f"«{sign}» er ikke en bindestrek, så linjen leses ikke som et listepunkt.",
        "Skriv «-».",
    )
    right = lines[number].replace(sign, "-", 1)
    return [finding._replace(fix=Rewrite(((number + 1, right),)))]


def _after_tab(name: str, number: int, right: str) -> Finding:
    finding = file_rules.TAB.finding(
        Place(name, number + 1, 1, number + 1, 2),
        "Linjen er rykket inn med tabulator.",
        f"Bytt tabulatoren med mellomrom: {len(right) - len(right.lstrip())} foran streken.",
    )
    return finding._replace(fix=Rewrite(((number + 1, right),)))


def _in_column(
    name: str, lines: list[str], rows: tuple[int, int], columns: tuple[int, int, int]
) -> Finding:
    """Tell of a dash, or of the first field below it, that stands in another column than the rest.

    `columns` are those of the dash, of that field and of those below it.
    """
    (number, below), (dash, column, rest) = rows, columns
    if rest > dash + 1:
        finding = file_rules.INDENT.finding(
            Place(name, below + 1, column + 1, below + 1, len(lines[below].rstrip()) + 1),
            f"Linjen {quoted(lines[below])} har et innrykk som ikke passer med linjene rundt.",
            f"La linjen begynne i samme kolonne som de andre feltene, med {rest} mellomrom foran.",
        )
        return finding._replace(fix=Shift(((below + 1, rest - column),)))
    right = max(column - 2, 0)
    finding = file_rules.INDENT.finding(
        Place(name, number + 1, dash + 1, number + 1, dash + 2),
        f"Streken over {quoted(lines[below])} står i feil kolonne.",
        f"Sett streken med {right} mellomrom foran.",
    )
    return finding._replace(fix=Shift(((number + 1, right - dash),)))


def with_dashes(finding: Finding, dashes: Dashes) -> Finding:
    """A finding whose fix takes along the dashes that stand alone above the lines it is about.

    A line that is written anew has its dash with it.
    """
    fix = finding.fix
    if isinstance(fix, Rewrite):
        own_dashes = (dashes[row] for row, _ in fix.lines if row in dashes)
        above = tuple((dash.line, dash.left) for dash in own_dashes)
        return finding._replace(fix=fix._replace(lines=(*fix.lines, *above)))
    if isinstance(fix, Shift):
        moved = [(dashes[row], step) for row, step in fix.lines if row in dashes]
        steps = tuple((dash.line, step) for dash, step in moved)
        only = len(fix.lines) == 1 and all(dash.alone for dash, _ in moved)
        own = () if moved and only else fix.lines
        return finding._replace(fix=fix._replace(lines=(*own, *steps)))
    return finding
