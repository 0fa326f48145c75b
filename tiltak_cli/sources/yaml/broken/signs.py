"""Items of lists that begin with another sign than the dash, as word processors write them."""

import re

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import LISTS, and_lines, in_texts, opener_above
from tiltak_cli.sources.yaml.lines import LONGEST_SUGGESTION
from tiltak_cli.sources.yaml.places import LIST, most_common

SIGNS = "–—―−‐‑‒•·∙▪▫◦●○■□‣⁃➢→*+>"
ODD = re.compile(rf"( *)([{SIGNS}]|--|[0-9]{{1,3}}[.)]|[a-z]\))[ \t\xa0]+(?=\S)")
A_MEASURE = re.compile(r"id\W{1,5}T[0-9]")
TITLE = re.compile(r"( *)tittel\W")
# What the first field of a measure, a milestone or a document is called.
FIRST_FIELD = re.compile(r"[\"']?(?:id|tekst|tittel|lenke)[\"']?\s*:(?:\s|$)")


def odd_dashes(name: str, lines: list[str]) -> list[Finding]:
    """Put dashes where other signs stand for them, and tell of each sign."""
    if not any(ODD.match(line) for line in lines):
        return []
    inside = in_texts(lines)
    usual = max(most_common((m.end(1) for row in lines if (m := TITLE.match(row))), 2), 2)
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, line in enumerate(lines):
        odd = None if inside[number] else ODD.match(line)
        if odd is None:
            continue
        field = opener_above(lines, number)
        if A_MEASURE.match(line, odd.end()):
            # It may stand in another column, too.
            lines[number] = f"{'- ':>{usual}}{line[odd.end() :]}"
            found.setdefault(_kind(odd[2]), []).append((number, line, odd[2]))
        elif field in LISTS or field == LIST or FIRST_FIELD.match(line, odd.end()):
            lines[number] = f"{odd[1]}- {line[odd.end() :]}"
            found.setdefault(_kind(odd[2]), []).append((number, line, odd[2]))
    return [_told(name, lines, items) for items in found.values()]


def odd_dashes_by_line(name: str, lines: list[str]) -> dict[int, Finding]:
    """The same findings by each line (from 1) that they are about; the lines are left."""
    found = odd_dashes(name, list(lines))
    return {n: f for f in found if isinstance(f.fix, Rewrite) for n, _ in f.fix.lines}


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
