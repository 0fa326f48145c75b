"""Measures whose first lines are gone, or stand somewhere else: at the measure above, or alone.

What is left of them seems to be more fields of the measure above, each of them once too often.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import shape_rules
from tiltak_cli.rules.file_rules import INDENT
from tiltak_cli.sources.yaml.broken.shapes import FIRST
from tiltak_cli.sources.yaml.broken.within import in_texts, says_nothing
from tiltak_cli.sources.yaml.lines import indent_of

NAMED = re.compile(r" *(?:- +)?([\w-]+):(?:\s|$)")
# So many fields in a row are a measure's, and not some that are written twice.
FEWEST = 3
OF_HEAD = ("id", "tittel")
FIRST_LINES = {"id": "- id: …", "tittel": "tittel: …"}
Gone = list[tuple[int, str]]


class Measure(NamedTuple):
    """A measure's first line, the column of its fields, and the line and name of each of them."""

    first: int
    column: int
    fields: list[tuple[int, str]]

    def rest(self, lines: list[str]) -> list[tuple[int, str]]:
        """The fields that begin again, where they are those of another measure."""
        names = [name for _, name in self.fields]
        again = next((n for n, name in enumerate(names) if name in names[:n]), None)
        if again is None:
            return []
        begins = [
            n
            for n in range(1, again + 1)
            if len(set(names[n:])) == len(names[n:]) >= FEWEST and "id" not in names[n:]
        ]
        # A field or two that are written again are no measure, where they stand among the others.
        begins = [
            n
            for n in begins
            if sum(name in names[:n] for name in names[n:])
            >= FEWEST - (not lines[self.fields[n][0] - 1].strip())
        ]
        # They stand apart, or begin with what measures begin with.
        begin = max(
            begins,
            key=lambda n: (
                not lines[self.fields[n][0] - 1].strip(),
                KEYS.index(names[n]) < KEYS.index(names[n - 1]),
                n,
            ),
            default=None,
        )
        return self.fields[begin:] if begin is not None else []


def headless(name: str, lines: list[str]) -> tuple[list[Finding], Gone]:
    """Begin a measure where such fields begin, and tell of it.

    Gives also which fields of a measure are not known, and on which line it begins.
    """
    measures = list(_measures(lines))
    findings: list[Finding] = []
    gone: Gone = []
    for number, measure in enumerate(measures):
        rest = measure.rest(lines)
        if not rest:
            continue
        begin, dash = rest[0][0], measure.column - 2
        above = measures[number - 1] if number else None
        lacking = [field for field in OF_HEAD if field not in {name for _, name in rest}]
        moved = _moved_head(measure, above, len(measure.fields) - len(rest))
        blank = not lines[begin - 1].strip()
        if moved and len(lacking) == len(OF_HEAD):
            findings.append(_moved(name, lines, moved, begin))
            for row, _ in moved:
                lines[row] = ""
        else:
            findings.append(_missing(name, lines, measure, begin, lacking))
        start = begin - 1 if blank else begin
        lines[start] = f"{'-':>{dash + 1}} {lines[begin].lstrip() * (not blank)}".rstrip()
        there = {name for _, name in rest}
        gone += [(start, field) for field in KEYS if field not in there]
    return findings, gone


def _measures(lines: list[str]) -> Iterator[Measure]:
    """Each measure with its own fields."""
    inside = in_texts(lines)
    measure: Measure | None = None
    for number, line in enumerate(lines):
        if says_nothing(line) or inside[number]:
            continue
        if match := FIRST.match(line):
            if measure:
                yield measure
            measure = Measure(number, len(match[1]) + 2, [(number, "id")])
        elif measure and indent_of(line) < measure.column:
            # Another measure, without its id, or something else.
            yield measure
            measure = None
        elif measure and indent_of(line) == measure.column and (named := NAMED.match(line)):
            measure.fields.extend([(number, named[1])] * (named[1] in KEYS))
    if measure:
        yield measure


def _moved_head(measure: Measure, above: Measure | None, own: int) -> list[tuple[int, str]]:
    """The lines with the id and title that belong to the fields which begin again, if they do.

    `own` is how many fields come before those. They stand in the middle of the measure above or
    alone right before this one.
    """
    head, others = measure.fields[: len(OF_HEAD)], measure.fields[len(OF_HEAD) : own]
    if above is None or tuple(name for _, name in head) != OF_HEAD:
        return []
    if [name for _, name in above.fields] == list(OF_HEAD):
        return above.fields
    names = {name for _, name in above.fields}
    return head if others and not names & {name for _, name in others} else []


def _moved(name: str, lines: list[str], head: list[tuple[int, str]], begin: int) -> Finding:
    first, second = head[0][0], head[1][0]
    column = indent_of(lines[first]) + 1
    to = begin + 1
    finding = INDENT.finding(
        Place(name, first + 1, column, first + 1, len(lines[first].rstrip()) + 1),
        f"De første linjene i tiltaket ({quoted(lines[first])}) står ikke over de andre feltene.",
        f"Flytt linje {first + 1} og {second + 1} til rett over {quoted(lines[begin])} på linje "
        f"{to}.",
    )
    whole = "\n".join(lines[n] for n in (first, second, begin))
    return finding._replace(
        fix=Rewrite(((first + 1, None), (second + 1, None), (begin + 1, whole)))
    )


def _missing(
    name: str, lines: list[str], measure: Measure, begin: int, lacking: list[str]
) -> Finding:
    identity = FIRST.match(lines[measure.first])
    line = lines[begin]
    column = indent_of(line) + 1
    return shape_rules.MISSING_FIELD.finding(
        Place(name, begin + 1, column, begin + 1, len(line.rstrip()) + 1),
        f"Tiltaket som begynner med {quoted(line)}, mangler "
        f"{listed([f'«{field}»' for field in lacking])}, så feltene leses som flere felt i "
        f"{identity[2] if identity else 'tiltaket over'}.",
        f"Skriv {listed([f'«{FIRST_LINES[field]}»' for field in lacking])} på "
        f"{'egne linjer' if len(lacking) > 1 else 'en egen linje'} over.",
    )
