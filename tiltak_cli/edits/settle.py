"""Operations settled: what they name by identity is found in the data, by its position."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.values import ONE_OR_LIST
from tiltak_cli.edits.operations import Append, Drop, Operation, Put, Remove, Set, plain
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.order import in_order, names_in
from tiltak_cli.sources.yaml.places import LIST

# What an item with fields is known by.
IDENTITY = ("id", "lenke")


def name_of(item: Any) -> str:
    """What an item of a list is known by; empty for fields without."""
    if isinstance(item, dict):
        return next((str(item[key]) for key in IDENTITY if key in item), "")
    return str(item)


def at(data: Any, path: Path) -> Any:
    """The plain data at a path by positions; KeyError, IndexError or TypeError where none is."""
    for depth, step in enumerate(path, 1):
        # A path may name a position where the file has a single value (`ansvarlig: KDD`).
        if step == 0 and depth == len(path) and not isinstance(data, dict | list):
            break
        data = data[step]
    return data


def positional(data: Any, path: Path) -> Path:
    """A path with the position of each item that it names; KeyError where it leads nowhere."""
    steps: list[Any] = []
    for step in path:
        if isinstance(step, str) and not isinstance(data, dict):
            items = data if isinstance(data, list) else [data]
            numbers = [number for number, item in enumerate(items) if name_of(item) == step]
            if len(numbers) != 1:
                raise KeyError(path)
            steps.append(numbers[0])
        else:
            steps.append(step)
        inside: Any = data
        data = inside[steps[-1]] if isinstance(inside, dict | list) else None
    return tuple(steps)


def settled(data: Any, operations: Iterable[Operation]) -> list[Operation]:
    """The same operations by positions, each as what it comes to in these data.

    KeyError, IndexError or TypeError where one leads nowhere.
    """
    changes: list[Operation] = []
    begun: defaultdict[Path, list[Any]] = defaultdict(list)
    for operation in operations:
        if isinstance(operation, Append):
            place = _place_of(data, operation)
            if isinstance(place, Append):
                changes.append(place)
            else:
                begun[place].append(operation.value)
        else:
            way = positional(data, operation.path)
            at(data, way)
            changes.append(operation._replace(path=way))
    changes += [_begun(data, path, values) for path, values in begun.items()]
    return _without_emptied(data, [_in_usual_order(operation) for operation in changes])


def _in_usual_order(operation: Operation) -> Operation:
    """An operation whose value has its fields in their usual order, as they will be written."""
    if isinstance(operation, Set | Append):
        way = names_in(operation.path)
    elif isinstance(operation, Put):
        way = (*names_in(operation.path), operation.key)
    else:
        return operation
    return operation._replace(value=_ordered(operation.value, way))


def _ordered(value: Any, way: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        return [_ordered(item, way) for item in value]
    if isinstance(value, dict):
        return {key: _ordered(value[key], (*way, key)) for key in in_order(list(value), way)}
    return value


def _place_of(data: Any, operation: Append) -> Append | Path:
    """An item's place in the list that is there; else the path of the field that begins one."""
    *above, key = operation.path
    holder = positional(data, tuple(above))
    items = at(data, holder).get(key) if isinstance(key, str) else None
    path = (*holder, key)
    nothing_yet = (
        items is None and key in at(data, holder) and isinstance(plain(operation.value), dict)
    )
    if nothing_yet:
        return operation._replace(path=path, after=None)
    if not isinstance(items, list):
        return path
    after = None if operation.after is None else positional(items, (operation.after,))[0]
    return operation._replace(path=path, after=after)


def _begun(data: Any, path: Path, values: list[Any]) -> Operation:
    """The field that begins a list, or one of a single value that becomes one of more."""
    *above, key = path
    fields = at(data, tuple(above))
    key = str(key)
    if fields.get(key) is not None:
        return Set(path, [fields[key], *values])
    single = len(values) == 1 and key in BY_KEY and BY_KEY[key].kind in ONE_OR_LIST
    value = values[0] if single else values
    return Set(path, value) if key in fields else Put(tuple(above), key, value)


def _without_emptied(data: Any, operations: list[Operation]) -> list[Operation]:
    """What takes out all that is in a list, or all fields of something, takes that out."""
    while True:
        out: defaultdict[Path, set[str | int]] = defaultdict(set)
        for operation in operations:
            if isinstance(operation, Drop | Remove):
                out[operation.path[:-1]].add(operation.path[-1])
        kept = {o.path for o in operations if isinstance(o, Put | Append)}
        empty = {
            path
            for path, steps in out.items()
            if path and path != (LIST,) and path not in kept and _all(at(data, path), steps)
        }
        if not empty:
            return operations
        operations = [
            *(o for o in operations if not _inside(o.path, empty)),
            *(Drop(path) if isinstance(path[-1], str) else Remove(path) for path in empty),
        ]


def _all(part: Any, steps: set[str | int]) -> bool:
    return len(part) == len(steps) if isinstance(part, dict | list) else bool(steps)


def _inside(path: Path, parts: set[Path]) -> bool:
    return any(path[:n] in parts for n in range(len(path)))
