"""What may be changed in a register, as data: each with what it makes of the plain data."""

from typing import Any, NamedTuple

from tiltak_cli.rules.base import Path


class Set(NamedTuple):
    """Write a value, a text, number, truth or list of them, at a path that is there."""

    path: Path
    value: Any


class Rename(NamedTuple):
    """Give the field at a path another name."""

    path: Path
    name: str


Operation = Set | Rename


def intended(data: Any, operations: list[Operation]) -> Any:
    """The plain data as they shall be afterwards. The data given are left as they are."""
    # Operations name the data as they were: new names come last, so that every path still leads.
    for operation in sorted(operations, key=lambda o: isinstance(o, Rename)):
        data = _applied(data, operation.path, operation)
    return data


def _applied(data: Any, path: Path, operation: Operation) -> Any:
    """A copy of a part with an operation done where the rest of its path leads."""
    step, rest = (path[0], path[1:]) if path else (None, ())
    if isinstance(operation, Set) and (not path or (step == 0 and not isinstance(data, list))):
        # A path may name a position where the file has a single value (`ansvarlig: KDD`).
        return operation.value
    if isinstance(data, list) and isinstance(step, int) and step < len(data):
        return [*data[:step], _applied(data[step], rest, operation), *data[step + 1 :]]
    if not isinstance(data, dict) or step not in data:
        raise KeyError(path)
    if isinstance(operation, Rename) and not rest:
        if operation.name in data:
            raise KeyError(path)
        return {operation.name if key == step else key: value for key, value in data.items()}
    return {
        key: _applied(value, rest, operation) if key == step else value
        for key, value in data.items()
    }
