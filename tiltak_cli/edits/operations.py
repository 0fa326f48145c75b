"""What may be changed in a register, as data: each with what it makes of the plain data.

A path leads from the top of a file. An item of a list is named by what it is known by (`T001`, a
milestone's `M1`, a document's address, a code) or by its position.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.order import in_order, names_in, standing_above
from tiltak_cli.sources.yaml.reader import read_yaml


class Copied(NamedTuple):
    """A field or an item as the lines that it is written with somewhere else, with its comments.

    The lines begin at the margin.
    """

    text: str

    @property
    def value(self) -> Any:
        """The plain data of it; KeyError where the lines are no one field or item."""
        tree = read_yaml("", self.text)
        data = tree.data if tree.readable else None
        values = list(data.values()) if isinstance(data, dict) else data
        if not isinstance(values, list) or len(values) != 1:
            raise KeyError(self.text)
        return values[0]


class Set(NamedTuple):
    """Write a value, a text, number, truth or list of them, at a path that is there."""

    path: Path
    value: Any


class Rename(NamedTuple):
    """Give the field at a path another name."""

    path: Path
    name: str


class Put(NamedTuple):
    """Write a new field among the fields at a path, where it usually stands."""

    path: Path
    key: str
    value: Any


class Drop(NamedTuple):
    """Take out the field at a path, with what is said of it alone."""

    path: Path


class Append(NamedTuple):
    """Put an item in the list at a path: last, or after the one that is named.

    A list that is not there yet is begun, and a single value becomes a list with both.
    """

    path: Path
    value: Any
    after: str | int | None = None


class Remove(NamedTuple):
    """Take an item out of a list, with what is said of it alone. The last one takes the field."""

    path: Path


Operation = Set | Rename | Put | Drop | Append | Remove


def plain(value: Any) -> Any:
    """The plain data of a value that may be given by its lines."""
    return value.value if isinstance(value, Copied) else value


class Members(NamedTuple):
    """What goes out of a list or some fields, and what comes in."""

    out: list[str | int]
    new: list[Put | Append]


def members(operations: Iterable[Operation]) -> dict[Path, Members]:
    """What goes out of, and comes into, each list and each part with fields, by its path."""
    by_path: defaultdict[Path, Members] = defaultdict(lambda: Members([], []))
    for operation in operations:
        if isinstance(operation, Put | Append):
            by_path[operation.path].new.append(operation)
        elif isinstance(operation, Drop | Remove):
            by_path[operation.path[:-1]].out.append(operation.path[-1])
    return by_path


def appends(group: Members) -> list[Append]:
    """The new items, in the order that they were given."""
    return [new for new in group.new if isinstance(new, Append)]


def intended(data: Any, operations: Iterable[Operation]) -> Any:
    """The plain data as they shall be afterwards. The data given are left as they are.

    The operations are settled. They name the data as they were, so what is deepest is done first,
    and new names come last.
    """
    wanted = list(operations)
    for operation in wanted:
        if isinstance(operation, Set):
            data = _with(data, operation.path, partial(_instead, operation.value))
    groups = members(wanted)
    for path in sorted(groups, key=len, reverse=True):
        data = _with(data, path, partial(_changed, groups[path], names_in(path)))
    for operation in wanted:
        if isinstance(operation, Rename):
            data = _with(data, operation.path[:-1], partial(_renamed, operation))
    return data


def _instead(new: Any, _old: Any) -> Any:
    return new


def _changed(group: Members, way: tuple[str, ...], part: Any) -> Any:
    """A list or some fields with what goes out of it and what comes in."""
    if isinstance(part, dict):
        fields = dict(part)
        for put in in_turn(group.new, way):
            fields = _with_field(fields, put, way)
        return {key: value for key, value in fields.items() if key not in group.out}
    items = [[i] if number not in group.out else [] for number, i in enumerate(part or [])]
    for append in appends(group):
        place = len(items) - 1 if append.after is None else int(append.after)
        items = items or [[]]
        items[place].append(plain(append.value))
    return [item for some in items for item in some]


def in_turn(new: Iterable[Put | Append], way: tuple[str, ...]) -> list[Put]:
    """New fields in the order that fields usually have."""
    puts = [put for put in new if isinstance(put, Put)]
    order = in_order([put.key for put in puts], way)
    return sorted(puts, key=lambda put: order.index(put.key))


def _with_field(fields: dict[str, Any], put: Put, way: tuple[str, ...]) -> dict[str, Any]:
    if put.key in fields:
        raise KeyError(put.key)
    above = standing_above(list(fields), put.key, way)
    place = 0 if above is None else list(fields).index(above) + 1
    pairs = list(fields.items())
    return dict([*pairs[:place], (put.key, plain(put.value)), *pairs[place:]])


def _renamed(rename: Rename, part: Any) -> dict[str, Any]:
    old, new = rename.path[-1], rename.name
    if not isinstance(part, dict) or old not in part or new in part:
        raise KeyError(rename.path)
    return {new if key == old else key: value for key, value in part.items()}


def _with(data: Any, path: Path, change: Callable[[Any], Any]) -> Any:
    """A copy of a part with a change to what the rest of its path leads to."""
    if not path:
        return change(data)
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return [*data[:step], _with(data[step], rest, change), *data[step + 1 :]]
    if isinstance(data, dict) and step in data:
        return {
            key: _with(value, rest, change) if key == step else value for key, value in data.items()
        }
    # A path may name a position where the file has a single value (`ansvarlig: KDD`).
    if step == 0 and not rest and not isinstance(data, dict | list):
        return change(data)
    raise KeyError(path)
