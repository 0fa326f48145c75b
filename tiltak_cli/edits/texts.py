"""How texts, and fields that are new, are written over lines: in the style that stands.

Lines are broken as `format` and `show` do, and only those of a paragraph that is another.
"""

import re
import textwrap
from typing import Any

from tiltak_cli.edits.spelling import block_reads_as, escaped, spelled
from tiltak_cli.sources.yaml.order import in_order
from tiltak_cli.sources.yaml.places import LIST

LINE = 100
STEP = 2
SIGN = re.compile(r"([|>])([0-9+-]*)(.*)")
DIGIT = re.compile(r"[0-9]")


def rewritten(before: str, value: str, column: int, *, last: bool = False) -> str | None:
    """A text in the style over several lines in which another stands; None where it has none.

    `column` is where its first line begins. It is `last` where the file ends in it, without a line
    end.
    """
    first, _, rest = before.partition("\n")
    sign = SIGN.fullmatch(first) if first[:1] in ("|", ">") else None
    if sign is None and not rest.strip():
        return None
    lines = rest.split("\n")
    column_below = next((_indent(line) for line in lines if line.strip()), STEP)
    margin = " " * column_below
    ways = []
    if sign is None:
        ways = _folded_in_quotes(before, value, column, margin)
    else:
        body = value.rstrip("\n")
        literal = [f"{margin}{line}" if line else "" for line in body.split("\n")]
        folded = _folded(_paragraphs(lines), body, LINE - column_below)
        folded = [f"{margin}{line}" if line else "" for line in folded]
        written = literal if sign[1] == "|" else folded
        for start in (first, _with_end(sign, value)):
            ways += ["\n".join([start, *written]), "\n".join([start, *literal])]
    return next((way for way in ways if block_reads_as(way, value, ended=not last)), None)


def _with_end(sign: re.Match[str], value: str) -> str:
    """The sign of a text over lines, saying how many line ends the text has."""
    ends = len(value) - len(value.rstrip("\n"))
    digit = DIGIT.search(sign[2])
    return f"{sign[1]}{digit[0] if digit else ''}{'-' if not ends else '+' * (ends > 1)}{sign[3]}"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _paragraphs(lines: list[str]) -> dict[str, list[str]]:
    """The lines of each paragraph, without what they are indented, by its text."""
    paragraphs: dict[str, list[str]] = {}
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            paragraph.append(line.strip(" "))
        elif paragraph:
            paragraphs[" ".join(paragraph)] = paragraph
            paragraph = []
    return paragraphs


def _folded(
    kept: dict[str, list[str]], value: str, room: int, first: int | None = None
) -> list[str]:
    """The lines of a text in which a line break is a blank: a blank line is a line break.

    `kept` are the paragraphs that stand, by their text. Where each is on one line that is longer
    than there is room for, they stay on one. `first` is the room on the first line.
    """
    rows = list(kept.values())
    if all(len(row) == 1 for row in rows) and any(len(row[0]) > room for row in rows):
        room, first = 10**6, None
    result: list[str] = []
    for number, paragraph in enumerate(re.split(r"(\n+)", value)):
        if number % 2:
            result += [""] * len(paragraph)
        elif paragraph in kept:
            result += kept[paragraph]
        elif paragraph:
            # On the first line of a value the field's name stands, too.
            lead = " " * (room - first) if first is not None and not result else ""
            result += textwrap.wrap(
                paragraph,
                room,
                initial_indent=lead,
                break_long_words=False,
                break_on_hyphens=False,
            )
    return [line.strip(" ") for line in result]


def _folded_in_quotes(before: str, value: str, column: int, margin: str) -> list[str]:
    """Ways to write a text over several lines, with the quotes that stand or with none."""
    quote = before[:1] if before[:1] in ('"', "'") else ""
    body = before[1:-1] if quote else before
    escaped = value
    if quote == '"':
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    elif quote:
        escaped = value.replace("'", "''")
    kept = _paragraphs(body.split("\n"))
    lines = _folded(kept, escaped, LINE - len(margin), LINE - column)
    written = [
        line if not number or not line else f"{margin}{line}" for number, line in enumerate(lines)
    ]
    return [quote + "\n".join(written) + quote]


def text_on_lines(value: str, margin: int) -> str | None:
    """A new text over several lines: as it stands where it has line breaks, else folded."""
    body, pad = value.rstrip("\n"), " " * margin
    sign, lines = ">", _folded({}, body, LINE - margin)
    if "\n" in body:
        sign, lines = "|", body.split("\n")
    ends = len(value) - len(body)
    start = sign + ("-" if not ends else "+" * (ends > 1))
    way = "\n".join([start, *(f"{pad}{line}" if line else "" for line in lines)])
    return way if block_reads_as(way, value) else None


def field(key: str, value: Any, column: int, way: tuple[str, ...]) -> str | None:
    """A new field as it is written: its lines from its name on, those below far enough in.

    None where it cannot be written. `way` are the fields that lead to it.
    """
    name = spelled(key)
    written = _value(value, column + STEP, column + len(f"{name}: "), (*way, key))
    if name is None or written is None:
        return None
    return f"{name}:{written}" if written[:1] in ("\n", "") else f"{name}: {written}"


def item(value: Any, column: int, way: tuple[str, ...], gap: int = 0) -> str | None:
    """A new item of a list, from its dash on.

    Fields have lines of their own, so far from the dash as `gap` says; without one they are in
    braces where there is room for them.
    """
    if not isinstance(value, dict):
        word = spelled(value)
        return None if word is None else f"- {word}"
    short = None if gap else in_braces(value, way)
    if short is not None and len(short) + column + STEP <= LINE:
        return f"- {short}"
    lines = _fields(value, column + (gap or STEP), way)
    return None if lines is None else f"{'-'.ljust(gap or STEP)}{lines.lstrip()}"


def in_braces(value: Any, way: tuple[str, ...]) -> str | None:
    """A value as it is written between brackets."""
    if isinstance(value, dict):
        pairs = [
            (spelled(key), in_braces(value[key], (*way, key))) for key in in_order(list(value), way)
        ]
        if any(None in pair for pair in pairs):
            return None
        return "{" + ", ".join(f"{key}: {word}" for key, word in pairs) + "}"
    if isinstance(value, list):
        words = [in_braces(each, way) for each in value]
        return None if None in words else f"[{', '.join(map(str, words))}]"
    word = spelled(value, within_list=True)
    return escaped(value, within_list=True) if word is None and isinstance(value, str) else word


def _fields(value: dict[str, Any], column: int, way: tuple[str, ...]) -> str | None:
    """Fields on lines of their own, in their usual order."""
    lines = [field(key, value[key], column, way) for key in in_order(list(value), way)]
    return None if None in lines else "\n".join(f"{' ' * column}{line}" for line in lines)


def _value(value: Any, margin: int, column: int, way: tuple[str, ...]) -> str | None:
    """A value after its field's name, which ends at a column; lines below begin at the margin."""
    if isinstance(value, str):
        short = None if "\n" in value else spelled(value)
        if short is not None and len(short) + column <= LINE:
            return short
        return text_on_lines(value, margin) or escaped(value)
    if isinstance(value, dict):
        short = in_braces(value, way)
        if short is not None and len(short) + column <= LINE:
            return short
        lines = _fields(value, margin, way)
        return None if lines is None else f"\n{lines}"
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        gap = STEP if way == (LIST,) else 0
        items = [item(each, margin, way, gap) for each in value]
        return None if None in items else "".join(f"\n{' ' * margin}{each}" for each in items)
    return in_braces(value, way) if isinstance(value, list) else spelled(value)
