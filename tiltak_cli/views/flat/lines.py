"""A register as flat lines, one a field and in order of id, for git to compare.

Each measure has a heading, which git repeats over each change, and lines that say whose they are:

    T001 Felles mal for utredninger
      T001 frist: 2025-H2

Whatever can be edited is shown, so that no change looks like none: comments too, and fields that do
not exist. What only moves, is only wrapped in another way, or differs in signs that no reader sees,
is no change.
"""

import re
from collections.abc import Iterator
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, HEAD_KEYS, Diff
from tiltak_cli.domain.invisible import shown
from tiltak_cli.domain.sentences import sentences
from tiltak_cli.sources.yaml.comments import IN_HEAD, LIST, Remarks, remarks_of
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.order import PARTS, in_order
from tiltak_cli.views.safe import one_line

TOP = "Registeret"
COMMENTS = "Kommentarer"
EMPTY = "(tom)"
NUMBER = re.compile("([0-9]+)")
LONG = 18


def flat_lines(text: str, tree: Tree) -> list[str] | None:
    """The lines of one file of a register; None where it is no register, or one with YAML faults.

    `text` is what `tree` was read from.
    """
    data = tree.data
    if tree.findings or not _is_register(data):
        return None
    measures = data.get(LIST, [])
    remarks = remarks_of(text, tree)
    lines: list[str] = []
    head = in_order([key for key in data if key != LIST], ())
    lines += [TOP] if head else []
    for key in head:
        lines += (f"  {line}" for line in _field(key, data[key]))
        lines += (f"  {key} {comment}" for comment in remarks.within.get((IN_HEAD, key), ()))
    numbered = sorted(enumerate(measures), key=lambda pair: natural(pair[1].get("id")))
    for position, measure in numbered:
        lines += _measure(position, measure, remarks)
    if remarks.between:
        lines.append(COMMENTS)
        lines += (f"  {comment}" for comment in remarks.between)
    return [_shown(line) for line in lines]


def natural(identity: object) -> tuple[bool, list[tuple[bool, int, str]], str]:
    """What ids are sorted by: T2 before T010, and what has no id last."""
    name = _plain(identity)
    pieces = [piece for piece in NUMBER.split(name) if piece]
    return not name, [_rank(piece) for piece in pieces], name


def _rank(piece: str) -> tuple[bool, int, str]:
    # Longer numbers are none that people count with, and Python refuses to read them.
    if NUMBER.fullmatch(piece) and len(piece) < LONG:
        return False, int(piece), ""
    return True, 0, piece.casefold()


def _shown(line: str) -> str:
    """A line as it may stand in a terminal, and as readers see it; its indentation stays."""
    return line[: len(line) - len(line.lstrip(" "))] + one_line(shown(line))


def _is_register(data: object) -> bool:
    """Whether it is a register's file: measures in a list, or a head of more than one field."""
    if not isinstance(data, dict):
        return False
    measures = data.get(LIST)
    if LIST in data:
        return isinstance(measures, list) and all(isinstance(measure, dict) for measure in measures)
    return sum(key in data for key in HEAD_KEYS) > 1


def _measure(position: int, measure: dict[str, Any], remarks: Remarks) -> Iterator[str]:
    identity = _plain(measure.get("id")) or "(uten id)"
    title = _plain(measure.get("tittel")) or "(uten tittel)"
    yield f"{identity} {title}"

    def comments(key: str) -> Iterator[str]:
        for comment in remarks.within.get((position, key), ()):
            yield f"  {' '.join(part for part in (identity, key, comment) if part)}"

    yield from comments("")
    for key in in_order(list(measure), (LIST,)):
        if key not in ("id", "tittel") or isinstance(measure[key], list | dict):
            yield from (f"  {identity} {line}" for line in _field(key, measure[key]))
        yield from comments(key)


def _field(key: str, value: object) -> Iterator[str]:
    """A field's lines: one, or one a sentence, milestone or document."""
    diff = BY_KEY[key].diff if key in BY_KEY else None
    if isinstance(value, list) and any(isinstance(item, dict | list) for item in value):
        if diff is Diff.KEYED:
            value = sorted(value, key=lambda item: natural(_identity(item)))
        for item in value:
            yield from _item(key, item)
    elif isinstance(value, list):
        items = [_plain(item) or EMPTY for item in value]
        if diff is Diff.SET:
            items.sort(key=natural)
        yield f"{key}: {', '.join(items) or '[]'}"
    elif diff is Diff.TEXT and isinstance(value, str):
        yield from (f"{key}: {sentence}" for sentence in sentences(value) or [EMPTY])
    else:
        yield f"{key}: {_plain(value) or EMPTY}"


def _item(key: str, item: object) -> Iterator[str]:
    """A milestone, document or anything else in a list, on one line."""
    if key == "milepæler" and isinstance(item, dict):
        identity, text = _plain(item.get("id")), _plain(item.get("tekst"))
        rest = _pairs(key, {k: v for k, v in item.items() if k not in ("id", "tekst")})
        yield f"milepæl {identity or '(uten id)'}: {', '.join(filter(None, (text, rest))) or EMPTY}"
    elif key == "dokumentasjon" and isinstance(item, dict) and item.keys() == {"tittel", "lenke"}:
        yield f"{key}: {_plain(item['tittel'])} <{_plain(item['lenke'])}>"
    else:
        yield f"{key}: {_plain(item) or EMPTY}"


def _identity(item: object) -> object:
    return item.get("id") if isinstance(item, dict) else None


def _pairs(key: str, item: dict[str, Any]) -> str:
    order = in_order(list(item), (LIST, key)) if key in PARTS else list(item)
    return ", ".join(f"{name} {_plain(item[name]) or EMPTY}" for name in order)


def _plain(value: object) -> str:
    """Any value on one line, in the words of the file; nothing for what is empty."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return _pairs("opphav", value) or "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_plain, value))}]"
    return " ".join(str(value).split())
