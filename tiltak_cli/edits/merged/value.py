"""The lines of a field whose value neither side has as it is: written as ours is, if it is."""

from collections.abc import Sequence
from typing import Any

from tiltak_cli.changes.merge.values import identical
from tiltak_cli.edits.merged.written import Fields, Lines, SideFile
from tiltak_cli.edits.outline import Entry, UnusualError
from tiltak_cli.edits.spelling import reads_as, spelled
from tiltak_cli.edits.texts import field, in_braces, item, rewritten
from tiltak_cli.sources.yaml.places import LIST, Spot

WAY = (LIST,)


def value_lines(key: str, value: Any, like: Fields | None, column: int) -> Lines:
    """A field's lines, beginning at a column. `like` are fields in which it may stand already."""
    standing = _as_it_stands(key, value, like) if like and key in like.entries else None
    return _new(key, value, column) if standing is None else standing


def _as_it_stands(key: str, value: Any, like: Fields) -> Lines | None:
    """A field in the form that it has; None where another form is needed."""
    event = like.entries[key].value
    if isinstance(event, Spot):
        both = isinstance(value, list) and isinstance(event.children, list)
        return _list(key, value, like) if both else None
    return _scalar(key, value, like)


def _scalar(key: str, value: Any, like: Fields) -> Lines | None:
    """A single value in the place and the style of another."""
    own, entry = like.own(key), like.entries[key]
    event, text = entry.value, like.file.text
    start, end = event.start_mark, event.end_mark
    before = text.written(event)
    word = rewritten(before, value, start.column) if isinstance(value, str) else None
    if event.style in ("|", ">"):
        if word is None:
            return None
        below = start.line - entry.first + 1 + before.rstrip("\n ").count("\n")
        rest = ""
    else:
        word = spelled(value, before=before) if word is None else word
        if word is None:
            return None
        below = end.line - entry.first + 1
        rest = own[end.line - entry.first][end.column :]
    lines = f"{own[start.line - entry.first][: start.column]}{word}{rest}".split("\n")
    return [*own[: start.line - entry.first], *lines, *own[below:]]


def plain_lines(value: Any, column: int) -> Lines:
    """The lines of an item of a list, with its dash at a column."""
    return _placed(item(value, column, WAY), column)


def _new(key: str, value: Any, column: int) -> Lines:
    return _placed(field(key, value, column, WAY), column)


def _placed(text: str | None, column: int) -> Lines:
    if text is None:
        raise UnusualError(0)
    return f"{' ' * column}{text}".split("\n")


def _in_list(value: Any) -> str:
    word = in_braces(value, WAY)
    if word is None:
        raise UnusualError(0)
    return word


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
            next((word for word in written if reads_as(word, code, within_list=True)), None)
            or _in_list(code)
            for code in value
        ]
        return [own[0][: start.column] + f"[{', '.join(words)}]" + own[0][end.column :], *own[1:]]
    lines = [own[0]]
    items = like.file.items(entry)
    for code in value:
        number = next((n for n, word in enumerate(written) if reads_as(word, code)), None)
        if number is not None:
            lines += like.file.whole(items[number])
        else:
            lines.append(f"{' ' * spot.start.start_mark.column}- {spelled(code) or _in_list(code)}")
    return lines


def flow_item(
    value: dict[str, Any], sides: Sequence[tuple[SideFile, Entry, Any]], column: int
) -> str:
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
        words.append(f"{key}: {_in_list(inner) if word is None else word}".rstrip())
    rest = ""
    for file, entry, _ in sides[:1]:
        spot = entry.value
        if isinstance(spot, Spot) and spot.start.flow_style:
            end = spot.end.end_mark
            rest = file.text.lines[end.line][end.column :]
    return f"{' ' * column}- {{{', '.join(words)}}}{rest}"
