"""What workbooks change, made in a register's files."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.edits.asked.assign import Wanted, compare_field
from tiltak_cli.edits.asked.ways import Way
from tiltak_cli.edits.imported.together import Together
from tiltak_cli.edits.opened import Opened, OpenFile, Standing
from tiltak_cli.edits.operations import Append, Operation, Set
from tiltak_cli.sources.files import Source
from tiltak_cli.sources.yaml.order import in_order
from tiltak_cli.sources.yaml.places import LIST

REFERENCES = tuple(f.key for f in FIELDS if f.kind in (Kind.REFERENCE, Kind.REFERENCES))
# In which file a new measure, of plain data, belongs.
FileFor = Callable[[dict[str, Any]], OpenFile]


class Changed(NamedTuple):
    """A register's files as they are to be: those that are changed, before and after."""

    files: list[tuple[OpenFile, OpenFile]]
    source: Source


def written(register: Opened, result: Together, file_for: FileFor) -> Changed:
    """Make the changes in the files, unwritten. Raises EditError where that cannot be done."""
    operations: dict[str, list[Operation]] = {}
    names = {renaming.old: renaming.new for renaming in result.renamed}
    ways: dict[str, list[tuple[str, ...]]] = {}
    for wish in result.wishes:
        ways.setdefault(wish.measure, []).append(wish.way)
    for standing in register.measures:
        identity = str(standing.plain.get("id"))
        plain, wanted = standing.plain, result.measures.get(identity, standing.plain)
        done = Wanted([], [], [], wanted)
        for way in dict.fromkeys(ways.get(identity, ())):
            compare_field(done, plain, standing.path, Way.of(*way))
        changes = [*done.operations, *_renamed(standing, wanted, names)]
        operations.setdefault(standing.file.name, []).extend(changes)
    for new in result.new:
        fields = {"id": new.id, **new.fields}
        data = {key: fields[key] for key in in_order([*fields], (LIST,))}
        file = file_for(data)
        operations.setdefault(file.name, []).append(Append((LIST,), data))
    return _made(register, operations)


def _made(register: Opened, operations: Mapping[str, list[Operation]]) -> Changed:
    files = [
        (file, file.edited(operations[file.name]))
        for file in register.files
        if operations.get(file.name)
    ]
    source = register.source
    after = {new.name: new.file for _, new in files}
    whole = source._replace(files=tuple(after.get(file.name, file) for file in source.files))
    return Changed(files, whole)


def _renamed(
    standing: Standing, wanted: Mapping[str, Any], names: Mapping[str, str]
) -> Iterable[Operation]:
    """What makes a measure's own id another, and what it calls those that get another."""
    if (identity := standing.plain.get("id")) in names:
        yield Set((*standing.path, "id"), names[str(identity)])
    for key in REFERENCES:
        value = wanted.get(key)
        if isinstance(value, str) and value in names:
            yield Set((*standing.path, key), names[value])
        elif isinstance(value, list):
            for number, code in enumerate(value):
                if code in names:
                    yield Set((*standing.path, key, number), names[str(code)])
