"""What git leaves in a file when two versions could not be put together."""

import re
from collections.abc import Iterator

from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.places import after

CONFLICT_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7}) .*$|^={7}\r?$", re.MULTILINE)
MARKER = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*)?$")
IDENTITY = re.compile(r"\bid\W{1,5}(T[0-9]+)")


def conflict_marker(name: str, text: str) -> Finding | None:
    """Find what git leaves in a file when two versions could not be put together."""
    match = CONFLICT_MARKER.search(text)
    if match is None:
        return None
    line, column = after(text[: match.start()])
    return conflict(Place(name, line, column, line, column + len(match.group().rstrip())))


def without_conflicts(
    name: str, lines: list[str]
) -> tuple[list[Finding], list[str], list[range], bool]:
    """Blank out the markers and all but the first version between them.

    Gives a finding for each conflict, the lines that are left, the lines (from 1) that are in
    doubt, and whether every measure that is blanked out is among what is left.
    """
    markers = [(n, line[:1]) for n, line in enumerate(lines) if MARKER.match(line)]
    findings: list[Finding] = []
    silent: list[range] = []
    left = list(lines)
    lost: set[str] = set()
    for block in _blocks(markers):
        (first, _), (last, end) = block[0], block[-1]
        findings.append(conflict(Place(name, first + 1, 1, first + 1, len(lines[first]) + 1)))
        whole = end == ">" and len(block) > 1
        silent.append(range(first + 1, last + 2) if whole else range(first, last + 4))
        # Without its end it is not known how far the last version goes.
        for number in range(block[1][0], last) if whole else ():
            lost.update(IDENTITY.findall(lines[number]))
            left[number] = ""
        for number, _ in block:
            left[number] = ""
    there = {identity for line in left for identity in IDENTITY.findall(line)} if lost else set()
    return findings, left, silent, lost <= there


def _blocks(markers: list[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    """The markers of each conflict, which may lack some."""
    order = "<|=>"
    block: list[tuple[int, str]] = []
    for marker in markers:
        if block and order.index(marker[1]) <= order.index(block[-1][1]):
            yield block
            block = []
        block.append(marker)
    if block:
        yield block


def conflict(where: Place) -> Finding:
    """Say that someone must choose."""
    return file_rules.CONFLICT.finding(
        where,
        "Filen inneholder konfliktmarkører fra git.",
        "Velg hvilken av de to versjonene som gjelder, og ta bort linjene med <, = og >.",
    )
