"""A conflict about one field, settled with a value that neither side need have."""

from collections.abc import Iterator, Sequence
from typing import Any

from tiltak_cli.domain.fields import DEADLINE, ID, MILESTONES, ONGOING
from tiltak_cli.edits.asked.assign import assigned
from tiltak_cli.edits.asked.ways import Assignment, Way
from tiltak_cli.edits.door import EditError, edit
from tiltak_cli.edits.merged.as_one import way_in
from tiltak_cli.edits.merged.unsettled import Unsettled, side_of_all
from tiltak_cli.edits.operations import Append, Drop, Operation, Put, Remove, Set
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.markers import SHORTEST, marked_in
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.sources.yaml.reader import read_yaml

WHOLE_ITEM = 2


def lines_with(lines: Sequence[str], conflict: Unsettled, raw: str | None) -> list[str] | None:
    """The lines of a conflict about one field with a value as people write it.

    With None it is the value that stood there before. The comments beside it stay. Gives None where
    that cannot be written there; raises FaultyError where it is no value of that field.
    """
    about, block = conflict.about, conflict.block
    if len(about) != 1 or not about[0].field or len(about[0].keys) != 1:
        return None
    blocks = marked_in(lines, SHORTEST)
    way = way_in(about[0].field)
    if not _is_one_value(way, raw):
        return None
    # The side on which the field stands has its comments.
    sides = [block.ours, block.theirs]
    if about[0].ours is None:
        sides.reverse()
    for side in sides:
        text = side_of_all(lines, blocks, {block: side})
        data = read_yaml("", text).data
        holder = _holder(data, about[0].measure)
        if holder is None:
            return None
        plain, path = holder
        if raw is None:
            before = _in_item if len(way) > 1 and way[0] != MILESTONES else _becoming
            operations = list(before(plain, path, way, about[0].base))
        else:
            asked = list(_asked(plain, way, raw))
            operations = assigned(plain, path, asked, lambda _: ()).operations
        try:
            made = edit("", text, operations).split("\n")
        except EditError:
            continue
        old = text.split("\n")
        above = sum(1 for _ in _left(lines, blocks, block.begin))
        after = len(old) - above - len(side)
        end = len(made) - after
        if made[:above] == old[:above] and made[end:] == old[len(old) - after :]:
            return made[above:end]
    return None


def _is_one_value(way: tuple[str, ...], raw: str | None) -> bool:
    """Whether a value, or with None what stood before, can be written at the end of a way.

    A whole item is not one value, and nothing is written in the place of it.
    """
    if len(way) > 1 and way[0] != MILESTONES:
        return raw is None and len(way) > WHOLE_ITEM
    return raw is None or len(way) != WHOLE_ITEM


def _left(lines: Sequence[str], blocks: Sequence[Any], stop: int) -> Iterator[str]:
    """The lines above a line, with ours in every conflict."""
    above = [block for block in blocks if block.end < stop]
    if stop:
        yield from side_of_all(lines[:stop], above, {}).split("\n")


def _holder(data: Any, measure: str) -> tuple[dict[str, Any], Path] | None:
    """The plain data of a measure, or of the head, and the way to it."""
    if not isinstance(data, dict):
        return None
    if not measure:
        return data, ()
    listed = data.get(LIST)
    for number, one in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(one, dict) and str(one.get(ID)) == measure:
            return one, (LIST, number)
    return None


def _asked(plain: dict[str, Any], way: tuple[str, ...], raw: str) -> Iterator[Assignment]:
    """What is asked for, where a deadline and none are one thing."""
    inside = way[:-1]
    holder = _inner(plain, inside)
    if way[-1] == DEADLINE and raw.strip().casefold() == ONGOING:
        yield Assignment(Way.of(*inside, ONGOING), "=", "ja")
        if DEADLINE in holder:
            yield Assignment(Way.of(*way), "=", "")
        return
    yield Assignment(Way.of(*way), "=", raw)
    if way[-1] == DEADLINE and ONGOING in holder:
        yield Assignment(Way.of(*inside, ONGOING), "=", "")


def _becoming(
    plain: dict[str, Any], path: Path, way: tuple[str, ...], value: Any
) -> Iterator[Operation]:
    """What makes a field what it was, which may be nothing, or a milestone."""
    inside, key = way[:-1], way[-1]
    holder = _inner(plain, inside)
    whole = (*path, *way)
    if len(way) == WHOLE_ITEM and isinstance(holder, list):
        there = any(isinstance(one, dict) and str(one.get(ID)) == key for one in holder)
        if there:
            yield Remove(whole)
        if value is not None:
            yield Append(whole[:-1], value)
        return
    if key == DEADLINE and ONGOING in holder and value != ONGOING:
        yield Drop((*whole[:-1], ONGOING))
    if key == DEADLINE and value == ONGOING:
        key, value = ONGOING, True
        if DEADLINE in holder:
            yield Drop(whole)
        whole = (*whole[:-1], key)
    if value is None:
        if key in holder:
            yield Drop(whole)
    elif key in holder:
        yield Set(whole, value)
    else:
        yield Put(whole[:-1], key, value)


def _in_item(
    plain: dict[str, Any], path: Path, way: tuple[str, ...], value: Any
) -> Iterator[Operation]:
    """What makes a field of an item, which is known by its place here, what it was."""
    key, item, inner = way
    for number, one in enumerate(plain.get(key, ())):
        if item in map(str, one.values()):
            whole = (*path, key, number, inner)
            yield Drop(whole) if value is None else Set(whole, value)


def _inner(plain: Any, way: tuple[str, ...]) -> Any:
    for step in way:
        if isinstance(plain, list):
            items = (one for one in plain if isinstance(one, dict) and str(one.get(ID)) == step)
            plain = next(items, {})
        else:
            plain = plain.get(step, {}) if isinstance(plain, dict) else {}
    return plain
