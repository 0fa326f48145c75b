"""What has become of two sides that were put together: a tree of what is settled and what is not.

The tree has the shape of the register. A leaf is a value that is taken as it stands; a branch is
fields, or a list, whose parts were put together one by one.
"""

from collections.abc import Iterable, Iterator
from enum import Enum, StrEnum
from typing import Any, Final, NamedTuple

from tiltak_cli.domain.fields import ID


class _Missing(Enum):
    MISSING = "mangler"


# What stands for a value on the side that does not have it.
MISSING: Final = _Missing.MISSING


class Choice(StrEnum):
    """Whose word holds where the two sides disagree."""

    BASE = "base"
    OURS = "ours"
    THEIRS = "theirs"


class Clash(StrEnum):
    """In which way two sides disagree."""

    BOTH_CHANGED = "both-changed"
    DELETED_CHANGED = "deleted-changed"
    SAME_ID = "same-id"
    FAULT = "fault"


class Leaf(NamedTuple):
    """A value on the three sides, and the one that is taken.

    Where the sides disagree, `clash` says how. One that is `linked` belongs to the conflict of that
    name, which is told elsewhere: both are settled alike.
    """

    base: Any
    ours: Any
    theirs: Any
    value: Any
    clash: Clash | None = None
    linked: str = ""

    def chosen(self, choice: Choice) -> Any:
        """The value where the sides disagree and one is chosen."""
        return getattr(self, choice) if self.clash else self.value


class Part(NamedTuple):
    """A field, or an item of a list. `name` is what a conflict calls it.

    `keys` are the fields it takes up: one, or several that are settled as one and whose leaf holds
    them by name; none for an item. `steps` are an item's positions in the base's list, in ours and
    in theirs, None where it is not there.
    """

    name: str
    keys: tuple[str, ...]
    steps: tuple[Any, Any, Any]
    node: "Leaf | Branch"


class Branch(NamedTuple):
    """Fields, or the items of a list, each with what has become of it, in order."""

    parts: tuple[Part, ...]
    is_list: bool = False


Node = Leaf | Branch


class Conflict(NamedTuple):
    """Something that a person must choose. `measure` is empty for what stands in the head.

    `field` leads from the measure (`milepæler.M1.frist`), and is empty for the whole of it; `keys`
    are all the fields that are chosen as one. A value is None on a side that does not have it.
    `along` are the conflicts elsewhere that are settled with it.
    """

    measure: str
    field: str
    keys: tuple[str, ...]
    kind: Clash
    base: Any
    ours: Any
    theirs: Any
    along: "tuple[Conflict, ...]" = ()

    @property
    def name(self) -> str:
        """What people call it: `T002.frist`, a field of the head, or nothing."""
        return ".".join(part for part in (self.measure, self.field) if part)


def with_along(conflicts: Iterable[tuple[Conflict, str]]) -> list[Conflict]:
    """The conflicts that are told, each with those that are settled with it.

    With each comes the name of the one that it belongs to, if it does. Numbers that only follow
    what a measure is called say nothing new.
    """
    result: list[Conflict] = []
    later: list[tuple[Conflict, str]] = []
    for conflict, linked in conflicts:
        if linked:
            later.append((conflict, linked))
        else:
            result.append(conflict)
    for conflict, linked in later:
        roots = [n for n, root in enumerate(result) if linked in (root.name, root.measure)]
        if not roots:
            result.append(conflict)
        elif result[roots[0]].field != ID or not conflict.field:
            root = result[roots[0]]
            result[roots[0]] = root._replace(along=(*root.along, conflict))
    return result


def plain(node: Node, choice: Choice | None = None) -> Any:
    """The plain data of a part of the tree, MISSING where there is none.

    Where the sides disagree it is one side's value; without a choice the one that loses least.
    """
    if isinstance(node, Leaf):
        return node.value if choice is None else node.chosen(choice)
    values = [(part, plain(part.node, choice)) for part in node.parts]
    left = [(part, value) for part, value in values if value is not MISSING]
    if node.is_list:
        return [value for _, value in left] or MISSING
    fields: dict[str, Any] = {}
    for part, value in left:
        fields |= value if len(part.keys) > 1 else {part.keys[0]: value}
    return fields


def conflicts_in(node: Node, way: tuple[Part, ...] = ()) -> Iterator[tuple[tuple[Part, ...], Leaf]]:
    """Every leaf on which the sides disagree, with the parts that lead to it."""
    if isinstance(node, Branch):
        for part in node.parts:
            yield from conflicts_in(part.node, (*way, part))
    elif node.clash:
        yield way, node


def settled(base: Any, ours: Any, theirs: Any, value: Any) -> Leaf:
    """A value on which the sides do not disagree."""
    return Leaf(base=base, ours=ours, theirs=theirs, value=value)


def clashing(
    base: Any, ours: Any, theirs: Any, clash: Clash | None = None, *, linked: str = ""
) -> Leaf:
    """A value on which they do. What one side has taken away and the other changed, stays."""
    gone = ours is MISSING or theirs is MISSING
    if clash is None:
        clash = Clash.DELETED_CHANGED if gone and base is not MISSING else Clash.BOTH_CHANGED
    value = theirs if ours is MISSING else ours
    return Leaf(base=base, ours=ours, theirs=theirs, value=value, clash=clash, linked=linked)
