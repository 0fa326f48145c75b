"""Items of lists that begin with another sign than the dash, as word processors write them."""

import re

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import LISTS, and_lines, in_texts, opener_above
from tiltak_cli.sources.yaml.lines import LONGEST_SUGGESTION
from tiltak_cli.sources.yaml.places import LIST

SIGNS = "–—―−‐‑‒•·∙▪▫◦●○■□‣⁃➢→*+>"
ODD = re.compile(rf"( *)([{SIGNS}])[ \t\xa0]+(?=\S)")
# What the first field of a measure, a milestone or a document is called.
FIRST_FIELD = re.compile(r"[\"']?(?:id|tekst|tittel|lenke)[\"']?\s*:(?:\s|$)")


def odd_dashes(name: str, lines: list[str]) -> list[Finding]:
    """Put dashes where other signs stand for them, and tell of each sign."""
    if not any(ODD.match(line) for line in lines):
        return []
    inside = in_texts(lines)
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, line in enumerate(lines):
        odd = None if inside[number] else ODD.match(line)
        if odd is None:
            continue
        field = opener_above(lines, number)
        if field in LISTS or field == LIST or FIRST_FIELD.match(line, odd.end()):
            lines[number] = f"{odd[1]}- {line[odd.end() :]}"
            found.setdefault(odd[2], []).append((number, line, odd[2]))
    return [_told(name, lines, items) for items in found.values()]


def odd_dash(name: str, lines: list[str], number: int) -> Finding | None:
    """The finding of an item on a line (from 0) that begins with such a sign, or None."""
    copy = list(lines)
    return next((f for f in odd_dashes(name, copy) if _is_about(f, number)), None)


def _is_about(finding: Finding, number: int) -> bool:
    fix = finding.fix
    return isinstance(fix, Rewrite) and any(line == number + 1 for line, _ in fix.lines)


def _told(name: str, lines: list[str], items: list[tuple[int, str, str]]) -> Finding:
    number, line, sign = items[0]
    column = line.index(sign) + 1
    where = Place(name, number + 1, column, number + 1, len(line.rstrip()) + 1)
    right = lines[number].strip()
    finding = file_rules.SYNTAX.finding(
        where,
        f"«{sign}» er ikke en bindestrek, så linjen leses ikke som et listepunkt.",
        f"Skriv {quoted(right, LONGEST_SUGGESTION)}."
        + and_lines([other + 1 for other, _, _ in items[1:]]),
    )
    return finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n, _, _ in items)))
