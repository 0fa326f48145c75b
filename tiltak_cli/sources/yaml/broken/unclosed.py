"""A text that begins with a quote and does not end with one."""

import re

from tiltak_cli.domain.invisible import CURLY
from tiltak_cli.findings import Finding, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import ITEM, line_below
from tiltak_cli.sources.yaml.lines import FIELD, LONGEST_SUGGESTION, Stop, text_in

IN_BRACES = re.compile(r",\s*(?:id|tekst|frist|nådd|tittel|lenke)\s*:|\s*\}")
IN_BRACKETS = re.compile(r"\s*[,\]]")
CLOSES = f"'\"{CURLY}"


def unclosed(stop: Stop, number: int, column: int) -> Finding:
    """The finding of a quote at a place (from 0); with what to write where it ends on its line."""
    line = stop.lines[number]
    remedy = "Sett inn et anførselstegn der teksten slutter."
    bare = line.rstrip()
    other = bare[-1] in CLOSES and bare[column + 1 :].count(bare[-1]) == 1
    # Another sign closes what this one opens; within braces and brackets it ends
    # before what is next.
    before = bare[:column]
    part = IN_BRACES.search(bare, column) if "{" in before else None
    if "[" in before and "{" not in before and not other:
        part = IN_BRACKETS.search(bare, column)
    end = part.start() if part else len(bare) - other
    whole = f"{bare[:end]}{line[column]}{bare[end:] if part else ''}"
    value = whole[column : end + 1]
    alone = value.count(line[column]) == 2 and " #" not in value and "\\" not in value  # noqa: PLR2004
    ends = alone and line[column] in "\"'" and _ends(stop.lines, number)
    if ends and len(value) <= LONGEST_SUGGESTION:
        remedy = f"Sett inn et anførselstegn der teksten slutter: {value}."
    finding = file_rules.QUOTE.finding(
        stop.at(number, column),
        f"{text_in(line)} begynner med et anførselstegn, men slutter ikke med et.",
        remedy,
    )
    return finding._replace(fix=Rewrite(((number + 1, whole),))) if ends else finding


def _ends(lines: list[str], number: int) -> bool:
    """Whether another field or item, or nothing, stands on the next line that says something."""
    below = line_below(lines, number)
    return not below or FIELD.match(below) is not None or ITEM.match(below) is not None
