"""The conflicts that stand marked in a register's text: what each is about, and settling it."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import MISSING, Clash, Conflict
from tiltak_cli.domain.fields import DEADLINE, ID, ONGOING
from tiltak_cli.edits.merged.as_one import Fields, Name, as_one
from tiltak_cli.edits.merged.located import measure_at
from tiltak_cli.sources.yaml.conflicts import MEASURE
from tiltak_cli.sources.yaml.markers import SHORTEST, Marked, marked_in, settled_with
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.sources.yaml.reader import read_yaml

STEP_TEXT = "tekst"
# What an item of a list is known by: a milestone by its id, a document by its address.
KNOWN_BY = (ID, "lenke")


class Unsettled(NamedTuple):
    """A conflict in a text: its markers, and what the sides disagree on there.

    What stood there before is told only where it is known. One that is `linked` is settled together
    with the conflict of that name.
    """

    block: Marked
    about: tuple[Conflict, ...]
    knows_base: bool
    linked: str = ""

    def is_named(self, name: str) -> bool:
        """Whether this is the conflict of a name, such as `T002` or `T002.frist`."""
        measure, _, field = name.partition(".")
        return bool(name) and self.is_about(measure, field)

    def is_about(self, measure: str, field: str) -> bool:
        """Whether any of it is about a measure, and about a field where one is named."""
        return any(self.names(conflict, measure, field) for conflict in self.about)

    @staticmethod
    def names(conflict: Conflict, measure: str, field: str) -> bool:
        """Whether a measure, or a field of one, is what a conflict is about."""
        joined = "." not in conflict.field and field in conflict.keys
        inside = not field or not conflict.field or joined
        inside = inside or f"{conflict.field}.".startswith(f"{field}.")
        return conflict.measure == measure and inside


def unsettled(text: str, base: Any) -> list[Unsettled]:
    """Every conflict marked in a text, with markers of any length.

    `base` is the data that both sides come from, None where there was no register, and MISSING
    where that is not known.
    """
    lines = text.split("\n")
    blocks = marked_in(lines, SHORTEST)
    ours = _fields(_data(side_of_all(lines, blocks, {})))
    old = {b: range(b.base + 1, b.middle) for b in blocks if b.base is not None}
    before = _fields(base) | (_fields(_data(side_of_all(lines, blocks, old))) if old else {})
    conflicts = []
    linked = [settled_with(lines[block.begin]) for block in blocks]
    for block, name in zip(blocks, linked, strict=True):
        theirs = _fields(_data(side_of_all(lines, blocks, {block: block.theirs})))
        names = [n for n in dict.fromkeys((*ours, *theirs)) if _said(n, ours) != _said(n, theirs)]
        known = base is not MISSING or block.base is not None
        # Two that were not there before, and have not the same title, are two. Of one whose id
        # stands outside it is known that both have it, whatever was before.
        inside = ids_in("\n".join(lines[block.begin : block.end]))
        new = {n for n in names if not n[1] and n not in before and (known or n[0] in inside)}
        new |= {item for item in map(_item, names) if item and _is_new(item, before, ours, theirs)}
        outer = _one_deadline(_outer(names, (ours, theirs), new))
        sides = [[lines[n] for n in side] for side in (block.ours, block.theirs)]
        about = [_conflict(name, before, ours, theirs) for name in outer]
        about = as_one(about, sides, (before, ours, theirs), (name, set(linked)))
        conflicts.append(Unsettled(block, tuple(about or _unnamed(lines, block)), known, name))
    return conflicts


def side_lines(lines: Sequence[str], block: Marked, side: str) -> list[str] | None:
    """The lines of one side of a conflict; None for the base where it is not among the markers."""
    if side == "base":
        if block.base is None:
            return None
        return list(lines[block.base + 1 : block.middle])
    chosen = block.ours if side == "ours" else block.theirs
    return list(lines[chosen.start : chosen.stop])


def ids_in(text: str) -> set[str]:
    """The ids of all measures in a text, also of those in conflicts."""
    return {match[1] for line in text.split("\n") if (match := MEASURE.match(line))}


def side_of_all(lines: Sequence[str], blocks: Sequence[Marked], sides: dict[Marked, range]) -> str:
    """The text with ours in every conflict but some."""
    result: list[str] = []
    done = 0
    for block in blocks:
        result += lines[done : block.begin]
        side = sides.get(block, block.ours)
        result += lines[side.start : side.stop]
        done = block.end + 1
    return "\n".join([*result, *lines[done:]])


def _data(text: str) -> Any:
    tree = read_yaml("", text)
    return tree.data if tree.readable else None


def _fields(data: Any) -> Fields:
    """Every field of every measure and of the head, by the measure's id and the field's name."""
    if not isinstance(data, dict):
        return {}
    fields: Fields = {("", key): v for key, v in data.items() if key != LIST}
    measures = data.get(LIST)
    for measure in measures if isinstance(measures, list) else ():
        if isinstance(measure, dict):
            code = str(measure.get(ID, ""))
            fields[code, ""] = measure
            fields |= {(code, key): value for key, value in _flat(measure)}
    return fields


def _said(name: Name, side: Fields) -> Any:
    """What two sides are held against each other by; of all of a measure it is the title."""
    value = side.get(name)
    return value if name[1] or value is None else value.get("tittel", name[0])


def _flat(measure: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for key, value in measure.items():
        items = value if isinstance(value, list) else []
        known = next((by for by in KNOWN_BY if _all_have(items, by)), None)
        if known:
            for item in items:
                yield from ((f"{key}.{item[known]}.{inner}", one) for inner, one in item.items())
        else:
            yield key, value


def _all_have(items: Sequence[Any], key: str) -> bool:
    """Whether there are items with fields, which all have a field of their own to be known by."""
    names = [item.get(key) for item in items if isinstance(item, dict)]
    return bool(items) and None not in names and len({*map(str, names)}) == len(items)


def _outer(names: Sequence[Name], sides: Sequence[Fields], new: AbstractSet[Name]) -> list[Name]:
    """The names of what differs; what is on one side only goes for all its fields.

    That may be a measure, or a milestone; or one of those that are `new` on each side.
    """
    whole = {measure for measure, field in names if measure and field == ID}
    outer: dict[Name, None] = {}
    for measure, field in names:
        item, _, inner = field.rpartition(".")
        if measure in whole or (measure, "") in new:
            outer[measure, ""] = None
        elif (measure, item) in new:
            outer[measure, item] = None
        elif field:
            everywhere = all(_at(side, (measure, item)) is not None for side in sides)
            outer[measure, field if everywhere or not inner or not item else item] = None
    return list(outer)


def _item(name: Name) -> Name | None:
    """The item of a list whose text differs."""
    measure, field = name
    item, _, inner = field.rpartition(".")
    return (measure, item) if item and inner == STEP_TEXT else None


def _is_new(item: Name, before: Fields, ours: Fields, theirs: Fields) -> bool:
    """Whether both sides have an item that was not there before."""
    return [_at(side, item) is not None for side in (before, ours, theirs)] == [False, True, True]


def _one_deadline(names: Sequence[Name]) -> list[Name]:
    """The names where a deadline that one side has made none of is one thing."""
    return [n for n in names if n[1] != ONGOING or (n[0], DEADLINE) not in names]


def _at(side: Fields, name: Name) -> Any:
    """The value by a name on one side, of an item all its fields; None where it is not there."""
    measure, field = name
    if field == DEADLINE and name not in side and side.get((measure, ONGOING)) is True:
        return ONGOING
    if name in side:
        return side[name]
    measure, start = name[0], f"{name[1]}."
    fields = {
        key.removeprefix(start): value
        for (code, key), value in side.items()
        if code == measure and key.startswith(start)
    }
    return fields or None


def _conflict(name: Name, before: Fields, ours: Fields, theirs: Fields) -> Conflict:
    sides = [_at(side, name) for side in (before, ours, theirs)]
    kind = Clash.BOTH_CHANGED
    if None in sides[1:] and sides[0] is not None:
        kind = Clash.DELETED_CHANGED
    elif sides[0] is None and None not in sides[1:] and (not name[1] or name not in ours):
        kind = Clash.SAME_ID
    return Conflict(
        measure=name[0],
        field=name[1],
        keys=(name[1],),
        kind=kind,
        base=sides[0],
        ours=sides[1],
        theirs=sides[2],
    )


def _unnamed(lines: Sequence[str], block: Marked) -> list[Conflict]:
    """A conflict of which it is only known in which measure it stands."""
    measures = sorted(measure_at(lines, block)) or [""]
    return [
        Conflict(
            measure=measure,
            field="",
            keys=(),
            kind=Clash.BOTH_CHANGED,
            base=None,
            ours="\n".join(lines[n] for n in block.ours),
            theirs="\n".join(lines[n] for n in block.theirs),
        )
        for measure in measures
    ]
