"""What git leaves in a file when two versions could not be put together."""

import re
from collections.abc import Iterator, Sequence

from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.shapes import IDENTITY
from tiltak_cli.sources.yaml.markers import SHORTEST, SIZE, Marked, marked_in
from tiltak_cli.sources.yaml.places import after

CONFLICT_MARKER = re.compile(r"^(?:<{7,}|>{7,}|\|{7,}) .*$|^={7}\r?$", re.MULTILINE)
MARKER = re.compile(r"(?:<{7,}|\|{7,}|={7,}|>{7,})(?: .*)?$")
MEASURE = re.compile(r"\s*- +id: *[\"']?([^\s\"'#]+)")
TITLE = re.compile(r"\s*(?:- +)?tittel: *(.*)")
CHOOSE = "Velg hvilken av de to versjonene som gjelder, og ta bort linjene med <, = og >."
RESOLVE = (
    "Velg med «tiltak resolve», eller ta bort den versjonen som ikke gjelder, og linjene med "
    "<, = og >."
)
ALONE = "Ta bort linjen, og den versjonen av det som står rundt, som ikke gjelder."
KEEP_BOTH = "Behold begge tiltakene, og ta bort linjene med <, = og >."


def conflict_marker(name: str, text: str) -> Finding | None:
    """Find what git leaves in a file when two versions could not be put together."""
    match = CONFLICT_MARKER.search(text)
    if match is None:
        return _short_marker(name, text)
    line, column = after(text[: match.start()])
    where = Place(name, line, column, line, column + len(match.group().rstrip()))
    lines = text.split("\n")
    return conflict(where, advice(lines, _whole(lines).get(line - 1)))


def _short_marker(name: str, text: str) -> Finding | None:
    """Find a conflict whose markers have fewer signs than usual."""
    if "\n" + "<" * SHORTEST not in text:
        return None
    lines = text.split("\n")
    blocks = marked_in(lines, SHORTEST)
    if not blocks:
        return None
    first = blocks[0].begin
    where = Place(name, first + 1, 1, first + 1, len(lines[first].rstrip()) + 1)
    return conflict(where, advice(lines, blocks[0]))


def loose_marker(lines: Sequence[str]) -> int | None:
    """The first line (from 0) with a marker of a conflict that lacks some of its markers."""
    whole = {n for block in marked_in(lines, SHORTEST) for n in range(block.begin, block.end + 1)}
    loose = (n for n, line in enumerate(lines) if n not in whole and MARKER.match(line.rstrip()))
    return next(loose, None)


def _whole(lines: Sequence[str]) -> dict[int, Marked]:
    """The conflicts that have all their markers, by the line (from 0) where each begins."""
    return {block.begin: block for block in marked_in(lines, SHORTEST)}


def advice(lines: Sequence[str], block: Marked | None) -> str:
    """What to do about a conflict, which is None where it lacks some of its markers.

    Where each side has a measure of its own there, none is to go.
    """
    if block is None:
        return CHOOSE
    sides = [[lines[n] for n in side] for side in (block.ours, block.theirs)]
    ours, theirs = ([m[1] for line in side if (m := MEASURE.match(line))] for side in sides)
    if not ours or not theirs:
        return RESOLVE
    if set(ours).isdisjoint(theirs):
        return KEEP_BOTH
    titles = [[m[1] for line in side if (m := TITLE.match(line))][:1] for side in sides]
    if len(ours) == len(theirs) == 1 and titles[0] != titles[1]:
        return (
            f"To nye tiltak har fått id-en {ours[0]}. Behold begge med «tiltak resolve {ours[0]} "
            "--both», eller gi det ene et ledig nummer og ta bort linjene med <, = og >."
        )
    return RESOLVE


def without_conflicts(
    name: str, lines: list[str]
) -> tuple[list[Finding], list[str], list[range], bool]:
    """Blank out the markers and all but the first version between them.

    Gives a finding for each conflict, the lines that are left, the lines (from 1) that are in
    doubt, and whether every measure that is blanked out is among what is left.
    """
    markers = [(n, line[:1]) for n, line in enumerate(lines) if MARKER.match(line)]
    if all(sign == "=" and len(lines[n].rstrip()) > SIZE for n, sign in markers):
        # Lines that someone has drawn.
        markers = []
    if not markers:
        # Those that are shorter than usual, where all of them are there.
        short = [n for block in marked_in(lines, SHORTEST) for n in block if n is not None]
        markers = [(n, lines[n][:1]) for n in sorted(short)]
    findings: list[Finding] = []
    silent: list[range] = []
    left = list(lines)
    lost: set[str] = set()
    complete = _whole(lines)
    for block in _blocks(markers):
        (first, _), (last, end) = block[0], block[-1]
        where = Place(name, first + 1, 1, first + 1, len(lines[first]) + 1)
        alone = len(block) == 1
        findings.append(conflict(where, ALONE if alone else advice(lines, complete.get(first))))
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


def conflict(where: Place, remedy: str) -> Finding:
    """Say that someone must choose."""
    return file_rules.CONFLICT.finding(
        where,
        "Filen inneholder konfliktmarkører fra git.",
        remedy,
    )
