"""Which lines of a file are within texts over several lines, and which fields hold lists."""

import re
from collections.abc import Sequence

from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.sources.yaml.broken.shapes import BLOCK, OPENER
from tiltak_cli.sources.yaml.lines import indent_of

ITEM = re.compile(r" *-(?:[ \t]|$)")
IN_ONE = frozenset((Kind.ID, Kind.TEXT, Kind.STATUS, Kind.PRIORITY, Kind.ASSESSMENT, Kind.DAY))
ONE_VALUE = IN_ONE | {Kind.PARTIAL_DATE, Kind.FLAG, Kind.REFERENCE, Kind.ORIGIN}
LISTS = frozenset(field.key for field in FIELDS if field.kind not in ONE_VALUE)
# The fields with a text that may go on over several lines.
TEXTS = frozenset((*(f.key for f in FIELDS if f.kind is Kind.TEXT), "tekst"))
# So far up a line is looked for.
AROUND = 500


def in_texts(lines: Sequence[str]) -> list[bool]:
    """For each line whether it is within a text that stands below its field."""
    inside, column = [], -1
    for line in lines:
        within = column >= 0 and (not line.strip() or indent_of(line) > column)
        inside.append(within)
        if not within:
            block = BLOCK.match(line)
            column = len(block[1]) if block else -1
    return inside


def says_nothing(line: str) -> bool:
    """Whether a line is blank or a comment."""
    return not line.strip() or line.lstrip()[0] == "#"


def line_below(lines: Sequence[str], number: int) -> str:
    """The next line below one (from 0) that says something; empty where there is none."""
    rows = range(number + 1, min(number + AROUND, len(lines)))
    return next((lines[row] for row in rows if not says_nothing(lines[row])), "")


def opener_above(lines: Sequence[str], number: int) -> str:
    """The name of the field whose list an item on a line is in; empty where there is none."""
    column = indent_of(lines[number])
    for above in range(number - 1, max(number - AROUND, -1), -1):
        line = lines[above]
        indent = indent_of(line)
        if says_nothing(line) or indent > column or (indent == column and ITEM.match(line)):
            continue
        opener = OPENER.match(line)
        return opener[2] if opener else ""
    return ""


def and_lines(numbers: Sequence[int]) -> str:
    """That the same holds for other lines, told by their numbers (from 1)."""
    if not numbers:
        return ""
    if len(numbers) == 1:
        return f" Det samme gjelder linje {numbers[0]}."
    return f" Det samme gjelder {len(numbers)} linjer til, fra linje {numbers[0]}."
