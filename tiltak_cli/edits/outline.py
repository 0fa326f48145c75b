"""A register's text as a tree of its lines: which comments belong to what, and where."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from tiltak_cli.sources.register.accepted import MARK
from tiltak_cli.sources.yaml.places import Spot

# The rule under or in a heading, such as «── Målområde 1 ──».
HEADING = re.compile(r"#.*(?:[─━═]{2}|[-=]{4})")
# A measure that is written as a comment, and what belongs to it.
LAID_ASIDE = re.compile(r"#\s*-\s+[\w-]+:")
FURTHER_IN = re.compile(r"#\s{2,}")
BLOCK_SIGN = re.compile(r"[|>](?:([1-9])|([+-]))*")


class UnusualError(Exception):
    """A line (from 0) whose form is someone's own, and is left as it is."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class Entry(NamedTuple):
    """A field, or an item of a list: the comment lines above it, and where its value stands.

    `key` is the event of a field's name, None for an item. `first` and `last` are the lines (from
    0) of the key and of the end of the value.
    """

    key: Any
    value: Any
    above: list[str]
    first: int
    last: int


class Text(NamedTuple):
    """A file's lines without their ends, and the offset where each begins."""

    whole: str
    lines: list[str]
    starts: list[int]

    @classmethod
    def of(cls, text: str) -> "Text":
        """Cut a text whose lines end in a line feed."""
        lines = text.split("\n")
        starts, at = [], 0
        for line in lines:
            starts.append(at)
            at += len(line) + 1
        return cls(text, lines, starts)

    def written(self, value: Any) -> str:
        """How a value that is not a list or fields is written."""
        return self.whole[value.start_mark.index : value.end_mark.index]

    def line_at(self, offset: int) -> int:
        """The line that a character stands on."""
        return bisect_right(self.starts, offset) - 1

    def column(self, line: int) -> int:
        """How far a line is indented."""
        return len(self.lines[line]) - len(self.lines[line].lstrip(" "))

    def is_comment(self, line: int) -> bool:
        """Whether a line holds a comment and nothing else."""
        return self.lines[line].lstrip().startswith("#")

    def is_about_above(self, line: int, column: int) -> bool:
        """Whether a line is a comment further in than a column, about what stands above it."""
        return self.is_comment(line) and self.column(line) > column and MARK not in self.lines[line]

    def is_blank(self, line: int) -> bool:
        """Whether a line holds nothing."""
        return not self.lines[line].strip()


def first_line(value: Any) -> int:
    """The line where a value begins."""
    event = value.start if isinstance(value, Spot) else value
    return int(event.start_mark.line)


def last_line(text: Text, value: Any) -> int:
    """The line where a value ends; a block's blank lines below are not its own."""
    if isinstance(value, Spot):
        if value.start.flow_style:
            return bisect_right(text.starts, closing(text, value)) - 1
        return last_line(text, value.parts()[-1])
    # What refers to another place has no style.
    if getattr(value, "style", None) not in ("|", ">"):
        return int(value.end_mark.line)
    body = text.written(value)
    rows = body.removesuffix("\n").split("\n")
    # With a plus the blank lines below are a part of the text, and without one those that stand
    # further in than the text.
    inside = -1 if keeps_blanks(body) else indent_of_block(text, value)
    own = (n for n, row in enumerate(rows) if row.strip(" ") or len(row) > inside)
    return int(value.start_mark.line) + max(own)


def keeps_blanks(block: str) -> bool:
    """Whether the sign that a text over several lines begins with keeps the blank lines below."""
    sign = BLOCK_SIGN.match(block)
    return sign is not None and "+" in sign[0]


def indent_of_block(text: Text, value: Any) -> int:
    """How far in a text over several lines stands; 0 where it has no lines."""
    lines = text.written(value).split("\n")[1:]
    return next((len(line) - len(line.lstrip(" ")) for line in lines if line.strip(" ")), 0)


def closing(text: Text, spot: Spot) -> int:
    """Where the bracket stands that closes a list or fields in brackets."""
    for last in spot.parts()[-1:]:
        if isinstance(last, Spot):
            closing(text, last)
    # A field alone in a list has none of its own (`[a: b]`).
    if text.whole[spot.start.start_mark.index] not in "[{":
        raise UnusualError(spot.start.start_mark.line)
    return int(spot.end.start_mark.index)


def entries(text: Text, spot: Spot, begin: int, stop: int) -> tuple[list[Entry], int]:
    """The fields or items of a block in order, each with the comments above it.

    `begin` is the first line that may hold a comment of the first one, and `stop` the line after
    all of it. Gives the line after the last of them too. A comment that is further in than what
    follows it belongs to what is above, but one that accepts a finding to what is below.
    """
    members: list[Entry] = []
    pairs = (
        spot.children.values()
        if isinstance(spot.children, dict)
        else [(None, child) for child in spot.children]
    )
    column = spot.start.start_mark.column
    for key, value in pairs:
        first = int(key.start_mark.line) if key is not None else _line_of_dash(text, value, column)
        above: list[str] = []
        for line in range(begin, first):
            if not text.is_blank(line) and not text.is_comment(line):
                raise UnusualError(line)
            further = text.is_about_above(line, column) and not above
            if further and members:
                members[-1] = members[-1]._replace(last=line)
            else:
                above.append(text.lines[line].strip())
        last = max(last_line(text, value), first)
        members.append(Entry(key, value, above, first, last))
        begin = last + 1
    while begin < stop and members and text.is_about_above(begin, column):
        members[-1] = members[-1]._replace(last=begin)
        begin += 1
    return members, begin


def own_comments(above: Sequence[str], *, measure: bool) -> int:
    """How many of the lines right above something are about that alone.

    A heading is not, nor what is parted from it by a blank line, nor, above a measure, one that is
    written as a comment.
    """
    near = list(takewhile(bool, reversed(above)))
    if not measure:
        return len(near)
    # From the bottom up, to where something else is said.
    for number, line in enumerate(near):
        if HEADING.match(line) or any(map(LAID_ASIDE.match, near[number:])):
            inside = LAID_ASIDE.match(line) or FURTHER_IN.match(line)
            if HEADING.match(line) or inside:
                return number
    return len(near)


def _line_of_dash(text: Text, value: Any, column: int) -> int:
    """The line of an item's dash, with the beginning of the item on it or below."""
    line = first_line(value)
    while text.lines[line][column : column + 1] != "-" or text.lines[line][:column].strip():
        begun = line == first_line(value) and not text.lines[line][:column].strip()
        if not line or not (begun or text.is_blank(line) or text.is_comment(line)):
            raise UnusualError(line)
        line -= 1
    return line
