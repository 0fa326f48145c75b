"""What the value of a field says, however it is written: `diff` and `history` judge by the same."""

from collections import Counter
from collections.abc import Hashable
from typing import Any

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import Diff, Field, Kind
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.domain.invisible import shown
from tiltak_cli.domain.measure import Document, Milestone, Origin

ORGANISATIONS = (Kind.ORGANISATIONS, Kind.PARTICIPANTS)


def same(field: Field, old: Any, new: Any, identity: Identity = str) -> bool:  # noqa: ANN401
    """Whether two values of a field mean the same."""
    if old == new:
        return True
    return _meaning(field, old, identity) == _meaning(field, new, identity)


def apart(
    field: Field, old: tuple[Any, ...], new: tuple[Any, ...], identity: Identity = str
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """What came into a list, and what went out of it."""
    came, went = list(new), list(old)
    for item in old:
        twin = next((other for other in came if same(field, item, other, identity)), None)
        if twin is not None:
            came.remove(twin)
            went.remove(item)
    return tuple(came), tuple(went)


def _meaning(field: Field, value: Any, identity: Identity) -> Hashable:  # noqa: ANN401
    """What a value says: as it is seen, without order where there is none or names of the day."""
    match value:
        case str():
            return identity(value) if field.kind in ORGANISATIONS else shown(value)
        case PartialDate():
            return value.first, value.last
        case Milestone() | Document() | Origin():
            return tuple(_meaning(field, part, identity) for part in value)
        case tuple():
            parts = [_meaning(field, part, identity) for part in value]
            # Of those who are responsible the first one leads; the others stand in no order.
            ordered = 1 if field.kind in ORGANISATIONS else len(parts)
            ordered *= field.diff is Diff.ORDERED
            return *parts[:ordered], frozenset(Counter(parts[ordered:]).items())
        case _:
            return value  # type: ignore[no-any-return]
