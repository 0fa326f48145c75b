"""Where in the text each value stands. Marks are libyaml's own; they become places when needed."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

from tiltak_cli.domain.spelling import nearest
from tiltak_cli.findings import Place
from tiltak_cli.rules.base import Path

LIST = "tiltak"


class Spot:
    """The place of a mapping or list. `children` holds (key event, spot) by key, or spots.

    `start` and `end` are its events; the end of one without brackets is where the next thing is.
    """

    __slots__ = ("children", "end", "start")

    def __init__(self, start: Any, children: Any, end: Any) -> None:
        self.start = start
        self.children = children
        self.end = end

    def parts(self) -> list[Any]:
        """The values in it, in order."""
        if isinstance(self.children, dict):
            return [value for _, value in self.children.values()]
        return list(self.children)


Spots = Callable[[], Any]


class Located(NamedTuple):
    """A part of a file: its name, what gives the spot of the whole file, and the way to the part.

    Reading a file with the place of everything costs more than reading it, and a file without
    faults never asks; so the spots are asked for, not kept.
    """

    file: str
    spots: Spots
    prefix: Path = ()

    def part(self, *steps: str | int) -> "Located":
        """A part of this part."""
        return self._replace(prefix=(*self.prefix, *steps))


def place(file: str, event: Any) -> Place:
    """Turn an event's marks into a place; a mapping or list is told by its first line."""
    if isinstance(event, Spot):
        event = event.start
    start, end = event.start_mark, event.end_mark
    return Place(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def locate(located: Located, path: Path, *, key: bool = False) -> Place:
    """The place of the value at a path, or of its key; the nearest part above it if it is missing.

    A path may name a position where the file has a single value (`ansvarlig: KDD`): that is it.
    """
    event = located.spots()
    for step in located.prefix:
        child = event.children[step]
        event = child[1] if isinstance(event.children, dict) else child
    for depth, step in enumerate(path, 1):
        children = event.children if isinstance(event, Spot) else None
        if isinstance(children, dict) and step in children:
            key_event, value = children[step]
            event = key_event if key and depth == len(path) else value
        elif isinstance(children, list) and isinstance(step, int) and step < len(children):
            event = children[step]
        elif isinstance(children, dict):
            return _first_line(located.file, event)
        else:
            break
    return place(located.file, event)


def after(before: str) -> tuple[int, int]:
    """The line and column, from 1, of what follows a text from the start of its file."""
    breaks = before.count("\n") + before.count("\r") - before.count("\r\n")
    return breaks + 1, len(before) - max(before.rfind("\n"), before.rfind("\r"))


def list_key(data: Any) -> str:
    """What a file calls its list of measures: `tiltak`, or nearly so; empty where it has none."""
    if not isinstance(data, dict) or LIST in data:
        return LIST if isinstance(data, dict) else ""
    lists = (key for key, value in data.items() if isinstance(value, list))
    return next((k for k in lists if nearest(k, [LIST]) or k.casefold().startswith(LIST)), "")


Column = TypeVar("Column", int, str)


def most_common(columns: Iterable[Column], otherwise: Column) -> Column:
    """The column where most of some lines begin."""
    counts = Counter(columns)
    return max(counts, key=counts.__getitem__, default=otherwise)


def _first_line(file: str, spot: Spot) -> Place:
    """What stands for a whole measure: its id, else its first key."""
    children = spot.children
    if isinstance(children, dict) and children:
        key_event, value = children.get("id") or next(iter(children.values()))
        return place(file, key_event if isinstance(value, Spot) else value)
    return place(file, spot)


def may_be_level(data: Any) -> bool:
    """Whether something among the measures of a file (plain data) seems to be a part of one.

    Or the whole file is a list.
    """
    listed = data.get(LIST) if isinstance(data, dict) else None
    if not isinstance(listed, list):
        return isinstance(data, list)
    # Most have an id, and so have their milestones.
    return not all(
        m.__class__ is dict
        and "id" in m
        and "tekst" not in m
        and _are_parts(m.get("milepæler"), "id")
        and _are_parts(m.get("dokumentasjon"), "tittel")
        for m in listed
    )


def _are_parts(value: Any, key: str) -> bool:
    """Whether a value is nothing, or a list of parts with such a field."""
    if value is None:
        return True
    return value.__class__ is list and all(i.__class__ is dict and key in i for i in value)
