"""Lists in which a dash stands in another column than the others, and where it should stand.

YAML reads such an item as more of the text above it (`1 - 2`), or stops there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Shift
from tiltak_cli.rules import file_rules, shape_rules
from tiltak_cli.sources.yaml.broken.shapes import BLOCK, FIRST, OPENER
from tiltak_cli.sources.yaml.lines import LINE_BREAK

DASH = re.compile(r"( *)-(?: +(?=\S)|\s*$)")
# So far up and down a list is looked for.
AROUND = 500


# Faults of one item of a list of codes.
IN_LISTS = frozenset(
    rule.code
    for rule in (
        shape_rules.ORGANISATION,
        shape_rules.AREA,
        shape_rules.DIRECTION,
        shape_rules.DEVELOPMENT,
        shape_rules.ID_FORM,
        shape_rules.WRONG_TYPE,
    )
)


class Item(NamedTuple):
    """An item of a list: the column of its dash and of what follows it, and its lines, from 0."""

    column: int
    content: int
    lines: range


def with_dashes(findings: list[Finding], texts: Iterable[tuple[str, str]]) -> list[Finding]:
    """The findings, with a dash in the wrong column for what that has made of two items."""
    in_lists = [finding for finding in findings if finding.code in IN_LISTS]
    if not in_lists:
        return findings
    from tiltak_cli.sources.yaml.broken.signs import ODD, odd_dashes_by_line

    lines = {name: LINE_BREAK.split(text) for name, text in texts}
    signs: dict[str, dict[int, Finding]] = {}
    causes: dict[Place, Finding] = {}
    for finding in in_lists:
        place = finding.place
        rows = lines[place.file]
        candidates: list[Finding | None]
        if ODD.match(rows[place.line - 1]):
            if place.file not in signs:
                signs[place.file] = odd_dashes_by_line(place.file, rows)
            candidates = [signs[place.file].get(place.line)]
        else:
            over = range(place.line, place.end_line)
            candidates = [dash_out_of_place(place.file, rows, row) for row in over]
        if cause := next(filter(None, candidates), None):
            causes[place] = cause._replace(
                measure_id=finding.measure_id, measure_title=finding.measure_title
            )
    return [causes.get(finding.place, finding) for finding in findings]


def dash_out_of_place(name: str, lines: list[str], number: int) -> Finding | None:
    """The finding of the list that a line (from 0) is in, or None where its dashes are in line."""
    opener = _opener(lines, number)
    items = [] if opener is None else _items(lines, *opener)
    columns = Counter(item.column for item in items)
    inside = any(item.lines.start == number for item in items)
    if opener is None or not inside or len(columns) == 1:
        return None
    most = max(columns.values())
    usual = [column for column, times in columns.items() if times == most]
    # Where there are as many of each, as most people write it, else as the first.
    right = next((c for c in (opener[1] + 2, opener[1]) if c in usual), usual[0])
    wrong = [item for item in items if item.column != right]
    first, column = wrong[0].lines.start, wrong[0].column
    blanks = f"med {right} mellomrom" if right else "uten mellomrom"
    finding = file_rules.INDENT.finding(
        Place(name, first + 1, column + 1, first + 1, column + 2),
        f"Bindestreken står i feil kolonne i {quoted(lines[first])}.",
        f"Sett den i samme kolonne som de andre i listen, {blanks} foran.",
    )
    moved = [step for item in wrong for step in _moved(lines, item, right - item.column)]
    return finding._replace(fix=Shift(tuple(moved)))


def move(lines: list[str], shift: Shift) -> None:
    """Move some of the lines sideways, where they stand."""
    for number, step in shift.lines:
        line = lines[number - 1]
        lines[number - 1] = " " * step + line if step > 0 else line[-step:]


def moved(text: str, shift: Shift) -> str:
    """A text with some of its lines moved sideways."""
    lines = LINE_BREAK.split(text)
    move(lines, shift)
    ends = [*LINE_BREAK.findall(text), ""]
    return "".join(part for pair in zip(lines, ends, strict=True) for part in pair)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip()[0] == "#"


def _opener(lines: list[str], number: int) -> tuple[int, int] | None:
    """The line of the field whose list a dash on a line belongs to, and the column of its name."""
    dash = DASH.match(lines[number]) if 0 <= number < len(lines) else None
    if dash is None or FIRST.match(lines[number]):
        return None
    within = len(dash[1]) + 1
    for above in range(number - 1, max(number - AROUND, -1), -1):
        line = lines[above]
        opener = OPENER.match(line)
        if opener and len(opener[1]) < within:
            return None if opener[2] == "tiltak" else (above, len(opener[1]))
        # The list is that of a field further out than whatever stands between.
        if not (_says_nothing(line) or DASH.match(line)):
            within = min(within, _indent(line))
    return None


def _items(lines: list[str], opener: int, column: int) -> list[Item]:
    """The items below a field; none where there are lists within them."""
    rows = list(_below(lines, opener, column))
    own = [number for number, in_text in rows if not in_text]
    if any(OPENER.match(lines[n]) or FIRST.match(lines[n]) for n in own):
        return []
    dashes = [(number, dash) for number in own if (dash := DASH.match(lines[number]))]
    ends = [*(number for number, _ in dashes[1:]), *(number + 1 for number, _ in rows[-1:])]
    return [
        Item(len(dash[1]), dash.end(), range(number, end))
        for (number, dash), end in zip(dashes, ends, strict=False)
    ]


def _below(lines: list[str], opener: int, column: int) -> Iterator[tuple[int, bool]]:
    """The lines of a field whose list stands below it, and whether each is within a text there."""
    text: int | None = None
    for number in range(opener + 1, min(opener + AROUND, len(lines))):
        line = lines[number]
        in_text = text is not None and text < _indent(line)
        if not line.strip() or (not in_text and _says_nothing(line)):
            continue
        outside = _indent(line) < column or (_indent(line) == column and not DASH.match(line))
        if outside and not in_text:
            return
        if not in_text:
            block = BLOCK.match(line)
            text = len(block[1]) if block else None
        yield number, in_text


def _moved(lines: list[str], item: Item, step: int) -> list[tuple[int, int]]:
    """The lines of an item that move with its dash, each by so much: its fields where they must."""
    below = [n for n in item.lines[1:] if lines[n].strip()]
    fields = [n for n in below if not _says_nothing(lines[n])]
    with_dash = [n for n in below if _indent(lines[n]) + step >= 0]
    along = bool(fields) and _indent(lines[fields[0]]) != item.content + step
    return [(n + 1, step) for n in (item.lines.start, *(with_dash if along else ()))]
