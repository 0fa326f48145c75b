"""Where comments stand in a text, and what each one is about."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.lines import LINE_BREAK
from tiltak_cli.sources.yaml.places import Spot

COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)
REST_OF_LINE = re.compile(r"[^\r\n]*")


def comments_at(text: str, spot: Any) -> Iterator[tuple[int, str]]:
    """Every comment of a text in order, with the offset of its `#`."""
    yield from comments_between(text, [spot], 0, len(text))


def comments_between(
    text: str, spots: Iterable[Any], begin: int, stop: int
) -> Iterator[tuple[int, str]]:
    """The comments of a stretch of a text, in which these are all that stands."""
    spans = sorted(span for spot in spots for span in _scalars(text, spot))
    at = begin
    for start, end in [*spans, (stop, stop)]:
        for match in COMMENT.finditer(text, at, max(at, start)):
            yield match.start(), match[0].strip()
        at = max(at, end)


def _scalars(text: str, spot: Any) -> list[tuple[int, int]]:
    """The stretches of all keys and single values."""
    if not isinstance(spot, Spot):
        start, end = spot.start_mark.index, spot.end_mark.index
        # After the sign that a text over several lines begins with, a comment may stand.
        if getattr(spot, "style", None) in ("|", ">") and (rest := REST_OF_LINE.match(text, start)):
            start = rest.end()
        return [(start, max(start, end))]
    parts = spot.children
    if isinstance(parts, dict):
        parts = [part for pair in parts.values() for part in pair]
    return [span for part in parts for span in _scalars(text, part)]


LIST = "tiltak"
# The positions of the head's fields, and of the line with `tiltak:`, beside those of the measures.
IN_HEAD, LIST_LINE = -2, -1


class Remarks(NamedTuple):
    """Comments by the measure's position (`IN_HEAD` for the head) and field, and the others.

    The field is empty for a comment right above a measure.
    """

    within: dict[tuple[int, str], list[str]]
    between: list[str]


class _Lines(NamedTuple):
    """The lines (from 0) that a field stands on, and the measure's position and the field."""

    first: int
    last: int
    position: int
    key: str
    column: int


def remarks_of(text: str, tree: Tree) -> Remarks:
    """Find what each comment is about: the field on its line, inside which it is, or below it.

    A comment right above a measure is about that; one that stands by itself is about none.
    """
    remarks = Remarks({}, [])
    if "#" not in text:
        return remarks
    spot = tree.spots()
    begins = [0, *(match.end() for match in LINE_BREAK.finditer(text))]
    fields = sorted(_fields(spot, IN_HEAD))
    firsts = [field.first for field in fields]
    for offset, comment in comments_at(text, spot):
        # Bare marks are only there to part things.
        if not comment.strip("# \t"):
            continue
        line = bisect_right(begins, offset) - 1
        before = text[begins[line] : offset]
        near = bisect_right(firsts, line)
        above = fields[near - 1] if near else None
        below = fields[near] if near < len(fields) else None
        alone = not before.strip()
        # What stands right above a measure, without a blank line, is about it.
        close = below is not None and not any(
            row.strip()[:1] != "#" for row in text[offset : begins[below.first]].splitlines()
        )
        about = _about(line, above, below, len(before) if alone else None, close=close)
        if about is None or about[0] == LIST_LINE:
            remarks.between.append(comment)
        else:
            remarks.within.setdefault(about, []).append(comment)
    return remarks


def _about(
    line: int, above: _Lines | None, below: _Lines | None, column: int | None, *, close: bool
) -> tuple[int, str] | None:
    """The position and field that a comment is about; `column` is where one on its own begins."""
    if above and (column is None or line in range(above.first, above.last)):
        return above.position, above.key
    if above and below and above.position == below.position:
        return below.position, below.key
    if below and below.position >= 0 and close:
        return below.position, ""
    if above and column is not None and column >= above.column > 0:
        return above.position, above.key
    return None


def _fields(spot: Any, position: int) -> Iterator[_Lines]:
    """The lines of every field of the head, or of a measure, and of every measure."""
    # Up to a bracket all is of the last field.
    bracket = int(spot.end.end_mark.line) if spot.start.flow_style else 0
    last_word = next(reversed(spot.children), None)
    for word, (key, value) in spot.children.items():
        first, column = key.start_mark.line, key.start_mark.column
        if position == IN_HEAD and word == LIST:
            yield _Lines(first, first, LIST_LINE, word, column)
            for number, measure in enumerate(value.children if isinstance(value, Spot) else ()):
                yield from _fields(measure, number)
        else:
            last = max(first, _last(value), bracket if word == last_word else 0)
            yield _Lines(first, last, position, word, column)


def _last(value: Any) -> int:
    """The last line that a value stands on."""
    if isinstance(value, Spot) and value.start.flow_style:
        return int(value.end.end_mark.line)
    if isinstance(value, Spot):
        return max([int(value.start.start_mark.line), *map(_last, value.parts())])
    end = value.end_mark
    # A text over several lines ends where the next thing begins.
    ends_before = end.column == 0 and end.line > value.start_mark.line
    return int(end.line) - (1 if ends_before else 0)
