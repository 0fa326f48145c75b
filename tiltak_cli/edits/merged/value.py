"""The lines of a field whose value neither side has as it is: written as ours is, if it is."""

import re
import textwrap
from collections.abc import Sequence
from typing import Any

from tiltak_cli.changes.merge.values import identical
from tiltak_cli.edits.merged.written import Fields, Lines
from tiltak_cli.edits.merged.written import Written as File
from tiltak_cli.edits.outline import Entry, UnusualError, indent_of_block
from tiltak_cli.edits.spelling import reads_as, spelled
from tiltak_cli.sources.yaml.places import Spot

WIDTH = 100
STEP = 2
SIGN = re.compile(r"[|>]([1-9]|[+-])*")


def value_lines(key: str, value: Any, like: Fields | None, column: int) -> Lines:
    """A field's lines, beginning at a column. `like` are fields in which it may stand already."""
    standing = _as_it_stands(key, value, like, column) if like and key in like.entries else None
    return _new(key, value, column) if standing is None else standing


def _as_it_stands(key: str, value: Any, like: Fields, column: int) -> Lines | None:
    """A field in the form that it has; None where another form is needed."""
    own = like.own(key)
    entry = like.entries[key]
    event, text = entry.value, like.file.text
    if isinstance(event, Spot):
        if isinstance(value, list) and isinstance(event.children, list):
            return _list(key, value, like)
        return None
    if isinstance(value, str) and event.style in ("|", ">"):
        indent = indent_of_block(text, event) or column + STEP
        sign = SIGN.search(own[0])
        if sign is None:
            raise UnusualError(entry.first)
        body = own[1 : 1 + text.written(event).rstrip("\n ").count("\n")]
        return [own[0], *_block(value, event.style, body, indent), *own[1 + len(body) :]]
    start, end = event.start_mark, event.end_mark
    one_line = start.line == entry.first == end.line
    word = spelled(value, before=text.written(event)) if one_line else None
    if word is None:
        return None
    first = own[0][: start.column] + word + own[0][end.column :]
    return [first, *own[1:]]


def plain_lines(value: Any, column: int) -> Lines:
    """The lines of an item of a list, after its dash at a column."""
    word = _flow(value)
    return [f"{' ' * column}- {word}"]


def _new(key: str, value: Any, column: int) -> Lines:
    opening = f"{' ' * column}{key}:"
    if isinstance(value, str):
        if "\n" in value.rstrip("\n"):
            return [f"{opening} {_sign('|', value)}", *_block(value, "|", [], column + STEP)]
        word = spelled(value)
        if word is None or len(opening) + len(word) + 1 > WIDTH:
            return [f"{opening} {_sign('>', value)}", *_block(value, ">", [], column + STEP)]
        return [f"{opening} {word}"]
    if isinstance(value, list) and any(isinstance(item, dict) for item in value):
        return [opening, *(line for item in value for line in plain_lines(item, column + STEP))]
    word = _flow(value)
    return [f"{opening} {word}".rstrip()]


def _sign(style: str, value: str) -> str:
    return style + ("" if value.endswith("\n") else "-")


def _flow(value: Any) -> str:
    """A value on one line, with what it holds in brackets."""
    if isinstance(value, dict):
        fields = [f"{key}: {_flow_inner(item)}".rstrip() for key, item in value.items()]
        return f"{{{', '.join(fields)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow_inner, value))}]"
    return _spelled(value, within_list=False)


def _flow_inner(value: Any) -> str:
    return _flow(value) if isinstance(value, dict | list) else _spelled(value, within_list=True)


def _spelled(value: Any, *, within_list: bool) -> str:
    word = spelled(value, within_list=within_list)
    if word is None:
        raise UnusualError(0)
    return word


def _block(value: str, style: str, body: Lines, indent: int) -> Lines:
    """A text on lines of its own. Of one that is broken as it fits, what is the same stays so."""
    rows = value.rstrip("\n").split("\n")
    if style == "|":
        return [f"{' ' * indent}{row}".rstrip() for row in rows]
    stands: dict[str, Lines] = {}
    paragraph: Lines = []
    for line in [*body, ""]:
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            stands[" ".join(part.strip() for part in paragraph)] = paragraph
            paragraph = []
    lines: Lines = []
    for row in rows:
        lines += [""] if lines else []
        lines += stands.get(row) or _wrapped(row, indent)
    return lines


def _wrapped(text: str, indent: int) -> Lines:
    lines = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return [f"{' ' * indent}{line}" for line in lines]


def _list(key: str, value: list[Any], like: Fields) -> Lines:
    """A list in the form that it has: in brackets on one line, or an item on each."""
    entry, own, text = like.entries[key], like.own(key), like.file.text
    spot = entry.value
    if any(isinstance(child, Spot) for child in spot.children):
        return _new(key, value, like.column)
    written = [text.written(child) for child in spot.children]
    if spot.start.flow_style:
        start, end = spot.start.start_mark, spot.end.end_mark
        if start.line != entry.first or start.line != end.line:
            return _new(key, value, like.column)
        words = [
            next((word for word in written if reads_as(word, item, within_list=True)), None)
            or _spelled(item, within_list=True)
            for item in value
        ]
        return [own[0][: start.column] + f"[{', '.join(words)}]" + own[0][end.column :], *own[1:]]
    lines = [own[0]]
    items = like.file.items(entry)
    for item in value:
        number = next((n for n, word in enumerate(written) if reads_as(word, item)), None)
        if number is not None:
            lines += like.file.whole(items[number])
        else:
            lines.append(
                f"{' ' * spot.start.start_mark.column}- {_spelled(item, within_list=False)}"
            )
    return lines


def flow_item(value: dict[str, Any], sides: Sequence[tuple[File, Entry, Any]], column: int) -> str:
    """An item with its fields in brackets, each value as a side has written it."""
    words = []
    for key, inner in value.items():
        word = None
        for file, entry, data in sides:
            spot = entry.value
            there = (
                isinstance(spot, Spot) and isinstance(spot.children, dict) and key in spot.children
            )
            if word is None and there and spot.start.flow_style and identical(data[key], inner):
                event = spot.children[key][1]
                word = None if isinstance(event, Spot) else file.text.written(event)
        words.append(f"{key}: {_flow_inner(inner) if word is None else word}".rstrip())
    rest = ""
    for file, entry, _ in sides[:1]:
        spot = entry.value
        if isinstance(spot, Spot) and spot.start.flow_style:
            end = spot.end.end_mark
            rest = file.text.lines[end.line][end.column :]
    return f"{' ' * column}- {{{', '.join(words)}}}{rest}"
