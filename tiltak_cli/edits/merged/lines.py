"""Conflict markers around the lines on which two sides disagree, as git writes them."""

from enum import StrEnum
from typing import NamedTuple

from tiltak_cli.edits.merged.written import Lines
from tiltak_cli.sources.yaml.markers import together_with

SIZE = 7


class Style(StrEnum):
    """What stands between the markers: both sides, with the base, or less what both have."""

    MERGE = "merge"
    DIFF3 = "diff3"
    ZDIFF3 = "zdiff3"


class Markers(NamedTuple):
    """How conflicts are marked: the style, how many signs, and what the sides are called."""

    style: Style = Style.MERGE
    size: int = SIZE
    base: str = "utgangspunktet"
    ours: str = "vår"
    theirs: str = "deres"


class Block(NamedTuple):
    """Lines on which the sides disagree; `linked` is the conflict that is settled with it.

    What is `whole` is one thing on each side, such as a measure, and not to be cut through.
    """

    base: Lines
    ours: Lines
    theirs: Lines
    linked: str = ""
    whole: bool = False

    @property
    def sides(self) -> tuple[Lines, Lines, Lines]:
        """The lines of the three sides."""
        return self[:3]


# Lines as they stand, and blocks of those on which the sides disagree.
Written = list[str | Block]


def marked(block: Block, markers: Markers) -> Lines:
    """The lines of a conflict with its markers."""
    base, ours, theirs = block.sides
    label = f"{markers.ours} {together_with(block.linked)}" if block.linked else markers.ours
    before: Lines = []
    after: Lines = []
    if markers.style is Style.ZDIFF3 and not block.whole:
        while ours and theirs and ours[0] == theirs[0]:
            before.append(ours[0])
            ours, theirs = ours[1:], theirs[1:]
        while ours and theirs and ours[-1] == theirs[-1]:
            after.insert(0, ours[-1])
            ours, theirs = ours[:-1], theirs[:-1]
    middle = [] if markers.style is Style.MERGE else [_sign("|", markers, markers.base), *base]
    return [
        *before,
        *(_sign("<", markers, label), *ours),
        *middle,
        "=" * markers.size,
        *(*theirs, _sign(">", markers, markers.theirs)),
        *after,
    ]


def _sign(sign: str, markers: Markers, label: str) -> str:
    return f"{sign * markers.size} {label}".rstrip()


def lines_of(written: Written, markers: Markers) -> Lines:
    """All lines, with markers around those on which the sides disagree."""
    lines: Lines = []
    for line in written:
        lines += marked(line, markers) if isinstance(line, Block) else [line]
    return lines


def of_side(written: Written, side: int) -> Lines:
    """The lines where one side, 0 for the base, is chosen everywhere."""
    lines: Lines = []
    for line in written:
        lines += line.sides[side] if isinstance(line, Block) else [line]
    return lines
