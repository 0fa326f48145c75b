"""The characters that a value, a list or a field's name takes up in a register's text."""

import re
from typing import Any, NamedTuple

from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.places import Spot

END_OF_LIST = re.compile(r"[ \t]*,?[ \t]*\]")


class OwnFormError(Exception):
    """Something whose lines have a form of someone's own, in which it cannot be replaced."""


class Span(NamedTuple):
    """A stretch of text, from `start` up to `end`. `within_list` is true between brackets.

    `items` are the stretches of a list's items, None for what is no list. In a `block` each item
    has a line of its own.
    """

    start: int
    end: int
    within_list: bool = False
    items: tuple["Span", ...] | None = None
    block: bool = False


def span_of(text: str, spot: Any, path: Path, *, key: bool = False) -> Span:
    """Find the characters at a path; KeyError or IndexError where it leads nowhere.

    What stands there but cannot be replaced raises OwnFormError.
    """
    within = False
    for depth, step in enumerate(path, 1):
        if not isinstance(spot, Spot):
            # A path may name a position where the file has a single value (`ansvarlig: KDD`).
            if step == 0 and depth == len(path):
                break
            raise KeyError(path)
        within = within or bool(spot.start.flow_style)
        child = spot.children[step]
        if isinstance(spot.children, dict):
            name, spot = child
            if key and depth == len(path):
                return Span(name.start_mark.index, name.end_mark.index, within)
        else:
            spot = child
    return _value(text, spot, within)


def is_named(spot: Any) -> bool:
    """Whether something in a part has a name that other places may use (an anchor)."""
    if isinstance(spot, Spot):
        return bool(spot.start.anchor) or any(map(is_named, spot.parts()))
    return bool(spot.anchor)


def _value(text: str, spot: Any, within: bool) -> Span:
    event = spot.start if isinstance(spot, Spot) else spot
    if event.anchor or getattr(event, "tag", None):
        # What it is called, or how it is to be read, stands elsewhere too.
        raise OwnFormError
    if not isinstance(spot, Spot):
        start, end = spot.start_mark.index, spot.end_mark.index
        # A block's blank lines below are not its own.
        blanks = len(text[start:end]) - len(text[start:end].rstrip(" \t\r\n"))
        return Span(start, end - blanks if spot.style in ("|", ">") else end, within)
    start, flow = spot.start.start_mark.index, bool(spot.start.flow_style)
    if not isinstance(spot.children, list):
        raise OwnFormError
    items = tuple(_value(text, child, flow or within) for child in spot.children)
    end = items[-1].end if items else start + 1
    if flow:
        closing = END_OF_LIST.match(text, end)
        # Over several lines, or with comments.
        if closing is None:
            raise OwnFormError
        end = closing.end()
    return Span(start, end, within, items, block=not flow)
