"""What is to be written in a measure, or in the head, field by field: values to operations."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY, MILESTONES, Kind
from tiltak_cli.domain.measure import EVERYONE, NEEDS
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.values import WITHOUT_A_DEADLINE, Fault, documents_of, value_of
from tiltak_cli.edits.asked.lists import MANY, as_list, joined, less_documents, list_operations
from tiltak_cli.edits.asked.ways import (
    MILESTONE_TEXT,
    Assignment,
    FaultyError,
    Way,
    is_milestone,
)
from tiltak_cli.edits.operations import Append, Drop, Operation, Put, Remove, Set
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.strategies import Plan


class Change(NamedTuple):
    """A field that becomes another: what it was and what it is to be, None for nothing.

    `path` leads to it, by positions, in the file that it is written in (or was, when it is gone).
    """

    name: str
    old: Any
    new: Any
    path: Path = ()


class Wanted(NamedTuple):
    """What is to be done, what changes by it, what is so already, and the plain data then."""

    operations: list[Operation]
    changes: list[Change]
    same: list[Change]
    plain: dict[str, Any]


Known = Callable[[str], Sequence[str | int]]


def codes_of(plan: Plan, key: str, ids: Sequence[str]) -> Sequence[str | int]:
    """The codes that a field may hold under a strategy; `ids` are those of the measures."""
    kind = BY_KEY[key].kind if key in BY_KEY else None
    if kind in (Kind.ORGANISATIONS, Kind.PARTICIPANTS):
        codes = list(plan.organisations.by_code)
        return [*codes, EVERYONE] if kind is Kind.PARTICIPANTS else codes
    if kind in (Kind.REFERENCE, Kind.REFERENCES):
        return ids
    by_kind = {
        Kind.AREAS: plan.area_codes,
        Kind.DIRECTIONS: plan.direction_codes,
        Kind.DEVELOPMENTS: plan.development_codes,
    }
    return by_kind.get(kind, ()) if kind else ()


def assigned(
    plain: dict[str, Any], at: Path, assignments: Iterable[Assignment], known: Known
) -> Wanted:
    """What some assignments come to in a measure's plain data, or the head's; or a FaultyError.

    `at` is the way to it in its file; `known` gives the codes that a field may hold.
    """
    wanted = _copied(plain)
    asked = [_by_its_name(assignment, plain) for assignment in assignments]
    for assignment in asked:
        _assign(wanted, assignment, known)
    result = Wanted([], [], [], wanted)
    for way in dict.fromkeys(assignment.way for assignment in asked):
        compare_field(result, plain, at, way)
    return result


def needs(plain: dict[str, Any]) -> dict[str, str]:
    """The fields that a measure's status and assessment demand and it lacks, with what demands."""
    there = (plain.get("status"), plain.get("vurdering"))
    return {
        key: str(value)
        for value, keys in NEEDS.items()
        if str(value) in there
        for key in keys
        if not plain.get(key)
    }


def _by_its_name(assignment: Assignment, plain: dict[str, Any]) -> Assignment:
    """The same with a milestone called what it is called in the file, in any case."""
    way = assignment.way
    there = way._replace(part="").value(plain) if way.item else None
    return assignment._replace(way=way._replace(item=str(there["id"]))) if there else assignment


def _copied(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _copied(value) for key, value in part.items()}
    return [_copied(item) for item in part] if isinstance(part, list) else part


def _assign(wanted: dict[str, Any], assignment: Assignment, known: Known) -> None:
    way, sign, raw = assignment
    if way.milestone:
        # All that can be asked is that it goes.
        if isinstance(milestones := wanted.get(MILESTONES), list):
            wanted[MILESTONES] = [m for m in milestones if not is_milestone(m, way.item)]
        return
    holder, key = _holder(wanted, way), way.part or way.field
    old = holder.get(key)
    if way.kind is Kind.DOCUMENTS and raw.strip() and not isinstance(old, list | None):
        raise FaultyError(f"«{way.name}» er ikke en liste. Rett det i filen først.")
    if way.kind is Kind.DOCUMENTS and sign == "-=":
        value: Any = less_documents(old, raw)
    else:
        codes = known(way.field)
        value = joined(old, _read(assignment, old, codes), assignment, codes)
    if value is None:
        holder.pop(key, None)
    else:
        holder[key] = value


def _read(assignment: Assignment, old: Any, known: Sequence[str | int]) -> Any:
    """The plain value of what was written, where it can be taken, in the form of the old one."""
    way = assignment.way
    documents = way.kind is Kind.DOCUMENTS
    raw = assignment.raw
    value = documents_of(raw) if documents else value_of(way.kept_as, raw, known)
    if isinstance(value, Fault):
        if value.remedy == WITHOUT_A_DEADLINE:
            value = value._replace(remedy="Skriv løpende=ja frist= i stedet.")
        raise FaultyError(value.sentence, way.name)
    if type(value) is int and isinstance(old, str) and old.isdigit():
        # A year in quotes is a text, and stays one.
        return str(value)
    if isinstance(value, str) and isinstance(old, str) and old.endswith("\n"):
        # The line end at the end of a text over several lines is of how it is written.
        return value + "\n"
    return value


def _holder(wanted: dict[str, Any], way: Way) -> dict[str, Any]:
    """The fields that a way leads to one of."""
    if not way.part:
        return wanted
    if not way.item:
        inside = wanted.setdefault(way.field, {})
        if not isinstance(inside, dict):
            raise FaultyError(
                f"«{way.field}» er ikke skrevet med egne felt. Rett det i filen først."
            )
        return inside
    # A field without a value is a list that is not begun.
    milestones = wanted[way.field] = [] if (there := wanted.get(way.field)) is None else there
    if not isinstance(milestones, list):
        raise FaultyError(f"«{way.field}» er ikke en liste. Rett det i filen først.")
    holders = [m for m in milestones if is_milestone(m, way.item)]
    if len(holders) > 1:
        raise FaultyError(
            f"{way.item} står flere ganger. Gi milepælene hvert sitt nummer i filen først."
        )
    if not holders:
        holders = [{"id": way.item}]
        milestones += holders
    holder: dict[str, Any] = holders[0]
    return holder


def compare_field(result: Wanted, plain: dict[str, Any], at: Path, way: Way) -> None:
    """Add what is to be done for one field, or that nothing is."""
    path = (*at, *way.steps)
    old, new = way.value(plain), way.value(result.plain)
    change = Change(way.name, old, new, path)
    if _alike(old, new, way):
        result.same.append(change)
        return
    result.changes.append(change)
    if way.part and way.above.value(plain) is None:
        # The first one brings all that is new with it.
        new_part = _new_part(plain, way.above, way.above.value(result.plain), at)
        if new_part not in result.operations:
            result.operations.append(new_part)
    elif new is None:
        result.operations.append(Remove(path) if way.milestone else Drop(path))
    elif not way.stands(plain):
        result.operations.append(Put(path[:-1], way.steps[-1], new))
    elif isinstance(new, list) and (isinstance(old, list) or way.kind is Kind.DOCUMENTS):
        result.operations.extend(list_operations(path, as_list(old), new))
    else:
        result.operations.append(Set(path, new))


def _new_part(plain: dict[str, Any], way: Way, fields: dict[str, Any], at: Path) -> Operation:
    if not way.item:
        return Put(at, way.field, fields)
    if not fields.get(MILESTONE_TEXT):
        raise FaultyError(_no_milestone(plain, way.item))
    return Append((*at, way.field), fields)


def _no_milestone(plain: dict[str, Any], identity: str) -> str:
    others = [str(m.get("id")) for m in plain.get(MILESTONES) or [] if isinstance(m, dict)]
    there = f", bare {listed(others)}" if others else ""
    return (
        f"Det finnes ingen milepæl {identity}{there}. Skriv også "
        f"{MILESTONES}.{identity}.{MILESTONE_TEXT}=… for å lage den."
    )


def _alike(old: Any, new: Any, way: Way) -> bool:
    """Whether two values of a field say the same, however they are written."""
    kind = way.kind
    if kind is Kind.FLAG:
        return bool(old) is bool(new) and type(old or False) is type(new or False)
    if kind in MANY and None not in (old, new):
        return list(map(str, as_list(old))) == list(map(str, as_list(new)))
    if isinstance(old, dict | list) or isinstance(new, dict | list) or None in (old, new):
        return bool(old == new)
    return not isinstance(old, bool) and str(old) == str(new)
