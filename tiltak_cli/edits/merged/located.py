"""Where in a text with markers each conflict stands."""

import re
from collections.abc import Sequence

from tiltak_cli.changes.merge.result import Conflict
from tiltak_cli.edits.merged.as_one import way_in
from tiltak_cli.sources.yaml.markers import Marked, marked_in

ID = re.compile(r"\s*-?\s*id: *[\"']?([^\"'\s#,}]+)")


def lines_of_conflicts(text: str, conflicts: Sequence[Conflict], size: int) -> list[int | None]:
    """The line, from 1, of each conflict's first marker; None where it is not marked."""
    lines = text.split("\n")
    blocks = marked_in(lines, size)
    owners = [measure_at(lines, block) for block in blocks]
    return [_line(lines, blocks, owners, conflict) for conflict in conflicts]


def measure_at(lines: Sequence[str], block: Marked) -> set[str]:
    """The ids of the measures that a conflict is in, or that are in it; none in the head."""
    inside = [ID.match(line) for line in lines[block.begin : block.end]]
    column = next((_column(line) for line in lines if line.lstrip().startswith("- ")), 0)
    ids = {m[1] for m, line in zip(inside, lines[block.begin :], strict=False) if m}
    for line in reversed(lines[: block.begin]):
        if line.startswith(f"{' ' * column}- ") and not ids:
            match = ID.match(line)
            return {match[1]} if match else ids
    return ids


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line(
    lines: Sequence[str], blocks: Sequence[Marked], owners: Sequence[set[str]], conflict: Conflict
) -> int | None:
    """The first conflict about a measure that names the field, or else the first about it."""
    places = [n for n, owner in enumerate(owners) if conflict.measure in owner]
    if not conflict.measure:
        places = [n for n, owner in enumerate(owners) if not owner]
    way = way_in(conflict.field)
    # An item by its name, or else a field by its.
    for words in (way[1:2], [f"{key}:" for key in (*conflict.keys, way[0])]):
        for n in places:
            inside = " ".join(lines[blocks[n].begin : blocks[n].end])
            if conflict.field and any(word in inside for word in words):
                return blocks[n].begin + 1
    return blocks[places[0]].begin + 1 if places else None
