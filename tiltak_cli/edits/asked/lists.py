"""What a field that is a list becomes, and the operations that make it that."""

from collections.abc import Sequence
from typing import Any

from tiltak_cli.domain.fields import Kind
from tiltak_cli.domain.measure import EVERYONE
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import DOCUMENT, LISTS, ONE_OR_LIST
from tiltak_cli.edits.asked.ways import Assignment, FaultyError
from tiltak_cli.edits.operations import Append, Operation, Remove, Set
from tiltak_cli.rules.base import Path

MANY = (*LISTS, *ONE_OR_LIST)


# The strategy has these in an order of its own.
ORDERED = (Kind.AREAS, Kind.DIRECTIONS, Kind.DEVELOPMENTS)


def joined(old: Any, value: Any, assignment: Assignment, known: Sequence[str | int]) -> Any:
    """What a field becomes: the value, or what there was with that or less that.

    `known` are the codes it may hold.
    """
    way, sign, _ = assignment
    if value is not None and way.kind in MANY:
        return _many(old, value, assignment, known)
    if way.kind is Kind.DOCUMENTS and sign == "+=":
        before = as_list(old)
        return [*before, *(item for item in value or () if item not in before)] or None
    if sign == "=":
        return value
    if value is not None:
        raise FaultyError(f"«{way.name}» er ikke en liste. Skriv {way.name}=VERDI.")
    return old


def less_documents(old: Any, raw: str) -> Any:
    """Documents without those that are named, a line each, by their links, their titles or both."""
    named = {folded(line) for line in raw.split("\n")}

    def stays(item: Any) -> bool:
        if not isinstance(item, dict):
            return True
        title, link = (str(item.get(key, "")) for key in DOCUMENT)
        return named.isdisjoint(map(folded, (title, link, f"{title} {link}")))

    return [item for item in as_list(old) if stays(item)] or None


def _many(old: Any, value: Any, assignment: Assignment, known: Sequence[str | int]) -> Any:
    """What a field of several codes becomes."""
    way, sign, _ = assignment
    items, before = as_list(value), as_list(old)
    if sign != "=":
        _not_everyone(before, items, assignment)
    # A code that is a number may stand in quotes.
    given, there = set(map(str, items)), set(map(str, before))
    if sign == "+=":
        new = [item for item in items if str(item) not in there]
        items = _in_order(before, new, way.kind, known) or [*before, *new]
    elif sign == "-=":
        items = [item for item in before if str(item) not in given]
    if not items:
        return [] if sign == "=" else None
    if items == before:
        return old
    single = way.kind in ONE_OR_LIST and len(items) == 1
    return items[0] if single and (items == [EVERYONE] or not isinstance(old, list)) else items


def _in_order(
    before: list[Any], new: list[Any], kind: Kind | None, known: Sequence[str | int]
) -> list[Any] | None:
    """New codes among those that stand in the strategy's order; None where they do not.

    The first area stays the first: a timeline shows the measure there.
    """
    if kind not in ORDERED:
        return None
    places = {str(code): place for place, code in enumerate(known)}
    stand = [places.get(str(item), -1) for item in before]
    if -1 in stand or stand != sorted(stand):
        return None
    first = before[:1] if kind is Kind.AREAS else []
    rest = [item for item in (*before, *new) if item not in first]
    return [*first, *sorted(rest, key=lambda item: places.get(str(item), len(places)))]


def _not_everyone(before: list[Any], items: list[Any], assignment: Assignment) -> None:
    """Refuse to take one away from everyone, or to put everyone beside others."""
    name = assignment.way.name
    if before == [EVERYONE] and EVERYONE not in items:
        raise FaultyError(
            f"«{name}» er «{EVERYONE}», så ingen kan legges til eller trekkes fra. Skriv hvem det "
            f"skal være: {name}=A,B."
        )
    if assignment.sign == "+=" and EVERYONE in items and before not in ([], [EVERYONE]):
        raise FaultyError(f"«{EVERYONE}» kan ikke stå sammen med andre. Skriv {name}={EVERYONE}.")


def as_list(value: Any) -> list[Any]:
    """The items of a field that holds one, some or nothing."""
    return value if isinstance(value, list) else [] if value is None else [value]


def list_operations(path: Path, old: list[Any], new: list[Any]) -> list[Operation]:
    """What makes one list of another: items go out and come in, and the others stay in their order.

    Where they do not, all of it is written anew.
    """
    kept = [item for item in old if item in new]
    added = [item for item in new if item not in old]
    if [*kept, *added] != new or len(set(map(str, old))) != len(old):
        if not any(isinstance(item, dict) for item in new):
            return [Set(path, new)]
        kept, added = [], new
    gone = [number for number, item in enumerate(old) if item not in kept]
    return [*(Remove((*path, n)) for n in gone), *(Append(path, item) for item in added)]
