"""A register's text as a tree of its lines: which comments belong to what, and where."""

from bisect import bisect_right
from typing import Any, NamedTuple

from tiltak_cli.sources.places import Spot


class OddError(Exception):
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

    def column(self, line: int) -> int:
        """How far a line is indented."""
        return len(self.lines[line]) - len(self.lines[line].lstrip(" "))

    def is_comment(self, line: int) -> bool:
        """Whether a line holds a comment and nothing else."""
        return self.lines[line].lstrip().startswith("#")

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
            return _end_of_flow(text, value)
        children = value.children
        last = [*children.values()][-1][1] if isinstance(children, dict) else children[-1]
        return last_line(text, last)
    start, end = value.start_mark, value.end_mark
    if value.style in ("|", ">"):
        body = text.whole[start.index : end.index]
        # With a plus the blank lines below are a part of the text.
        kept = body.removesuffix("\n") if "+" in body.partition("\n")[0] else body.rstrip(" \t\n")
        return int(start.line) + kept.count("\n")
    return int(end.line)


def _end_of_flow(text: Text, spot: Spot) -> int:
    """The line of the bracket that closes a list or a mapping in brackets."""
    opened = text.whole[spot.start.start_mark.index]
    closing = {"[": "]", "{": "}"}[opened]
    children = spot.children
    inner = [pair[1] for pair in children.values()] if isinstance(children, dict) else children
    at = spot.start.start_mark.index + 1
    if inner:
        last = inner[-1]
        if isinstance(last, Spot):
            raise OddError(spot.start.start_mark.line)
        at = last.end_mark.index
    end = text.whole.find(closing, at)
    if end < 0 or "#" in text.whole[at:end]:
        raise OddError(spot.start.start_mark.line)
    return bisect_right(text.starts, end) - 1


def entries(text: Text, spot: Spot, begin: int) -> tuple[list[Entry], int]:
    """The fields or items of a block in order, each with the comments above it.

    `begin` is the first line that may hold a comment of the first one. Gives the line after the
    last value too. A comment that is further in than what follows it belongs to what is above.
    """
    found: list[Entry] = []
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
                raise OddError(line)
            further = text.is_comment(line) and text.column(line) > column and not above
            if further and found:
                found[-1] = found[-1]._replace(last=line)
            else:
                above.append(text.lines[line].strip())
        last = max(last_line(text, value), first)
        found.append(Entry(key, value, above, first, last))
        begin = last + 1
    return found, begin


def _line_of_dash(text: Text, value: Any, column: int) -> int:
    """The line of an item's dash, which must have the beginning of the item on it."""
    line = first_line(value)
    if text.lines[line][:column].strip() or text.lines[line][column : column + 1] != "-":
        raise OddError(line)
    return line
