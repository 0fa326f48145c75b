"""What is to be written in a measure, or in the head, field by field: values to operations."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.measure import EVERYONE, NEEDS
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import (
    LISTS,
    ONE_OR_LIST,
    WITHOUT_A_DEADLINE,
    Fault,
    value_of,
)
from tiltak_cli.edits.operations import Append, Drop, Operation, Put, Remove, Set
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.strategies import Plan

MANY = (*LISTS, *ONE_OR_LIST)
# A field of a measure that is a list, known by an id of its own, and what an item must have.
MILESTONES, MILESTONE_TEXT = "milepæler", "tekst"


class Assignment(NamedTuple):
    """What is asked for a field: `=`, `+=` or `-=`, and what was written after that.

    `way` names the field: `("frist",)`, `("milepæler", "M1", "nådd")`, or a milestone itself.
    """

    way: tuple[str, ...]
    sign: str
    raw: str

    @property
    def name(self) -> str:
        """The field as it is told."""
        return ".".join(self.way)


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


class FaultyError(Exception):
    """Why what is asked for a field cannot be taken, and what to write, as sentences.

    `field` is the one whose value it is, where it is about the value.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


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
    if way[0] != MILESTONES or len(way) == 1 or not isinstance(plain.get(MILESTONES), list):
        return assignment
    known = (str(m["id"]) for m in plain[MILESTONES] if _is(m, way[1]))
    return assignment._replace(way=(way[0], next(known, way[1]), *way[2:]))


def _copied(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _copied(value) for key, value in part.items()}
    return [_copied(item) for item in part] if isinstance(part, list) else part


def _kind(way: tuple[str, ...]) -> Kind | None:
    return BY_KEY[way[0]].kind if len(way) == 1 and way[0] in BY_KEY else None


def _assign(wanted: dict[str, Any], assignment: Assignment, known: Known) -> None:
    way, sign = assignment.way, assignment.sign
    holder, key = _holder(wanted, way)
    if holder is None:
        # A milestone itself: all that can be asked is that it goes.
        if isinstance(milestones := wanted.get(MILESTONES), list):
            wanted[MILESTONES] = [m for m in milestones if not _is(m, key)]
        return
    value = value_of(_field(way), assignment.raw, known(way[0]))
    if isinstance(value, Fault):
        if value.remedy == WITHOUT_A_DEADLINE:
            value = value._replace(remedy="Skriv løpende=ja frist= i stedet.")
        raise FaultyError(value.sentence, assignment.name)
    old = holder.get(key)
    if _kind(way) in MANY and value is not None:
        value = _many(old, value, sign, way)
    elif sign != "=":
        if value is not None:
            raise FaultyError(
                f"«{assignment.name}» er ikke en liste. Skriv {assignment.name}=VERDI."
            )
        return
    elif isinstance(value, str) and isinstance(old, str) and old.endswith("\n"):
        # The line end at the end of a text over several lines is of how it is written.
        value += "\n"
    if value is None:
        holder.pop(key, None)
    else:
        holder[key] = value


def _field(way: tuple[str, ...]) -> str:
    """The field's name for `value_of`: that of a milestone's is without the milestone."""
    return ".".join((way[0], *way[-1:])) if len(way) > 1 else way[0]


def _holder(wanted: dict[str, Any], way: tuple[str, ...]) -> tuple[dict[str, Any] | None, str]:
    """The fields that a way leads to the last of; None for a milestone itself."""
    if len(way) == 1:
        return wanted, way[0]
    if way[0] != MILESTONES:
        inside = wanted.setdefault(way[0], {})
        if not isinstance(inside, dict):
            raise FaultyError(f"«{way[0]}» er ikke skrevet med egne felt. Rett det i filen først.")
        return inside, way[1]
    if len(way) < 3:  # noqa: PLR2004 - list, milestone, field
        return None, way[1]
    milestones = wanted.setdefault(MILESTONES, [])
    if not isinstance(milestones, list):
        raise FaultyError(f"«{MILESTONES}» er ikke en liste. Rett det i filen først.")
    found = [m for m in milestones if _is(m, way[1])]
    if len(found) > 1:
        raise FaultyError(
            f"{way[1]} står flere ganger. Gi milepælene hvert sitt nummer i filen først."
        )
    if not found:
        found = [{"id": way[1]}]
        milestones += found
    return found[0], way[2]


def _is(milestone: Any, identity: str) -> bool:
    return isinstance(milestone, dict) and folded(str(milestone.get("id"))) == folded(identity)


def _many(old: Any, value: Any, sign: str, way: tuple[str, ...]) -> Any:
    """What a field of several codes becomes."""
    items = _listed(value)
    before = _listed(old)
    if sign == "+=":
        items = [*before, *(item for item in items if item not in before)]
    elif sign == "-=":
        items = [item for item in before if item not in items]
    if not items:
        return [] if sign == "=" else None
    if items == before:
        return old
    single = _kind(way) in ONE_OR_LIST and len(items) == 1
    return items[0] if single and (items == [EVERYONE] or not isinstance(old, list)) else items


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def compare_field(result: Wanted, plain: dict[str, Any], at: Path, way: tuple[str, ...]) -> None:
    """Add what is to be done for one field, or that nothing is."""
    name, path = ".".join(way), (*at, *way)
    old, new = _value(plain, way), _value(result.plain, way)
    change = Change(name, old, new, path)
    if _alike(old, new, way):
        result.same.append(change)
        return
    result.changes.append(change)
    above = way[:-1]
    if above and _value(plain, above) is None:
        # The first one brings all that is new with it.
        whole = (*at, *above)
        fields = _value(result.plain, above)
        milestone = above[0] == MILESTONES
        if milestone and not fields.get(MILESTONE_TEXT):
            raise FaultyError(_no_milestone(plain, above[1]))
        new_part: Operation = Append(whole[:-1], fields) if milestone else Put(at, above[0], fields)
        if new_part not in result.operations:
            result.operations.append(new_part)
    elif new is None:
        one = way[0] == MILESTONES and len(way) == 2  # noqa: PLR2004
        result.operations.append(Remove(path) if one else Drop(path))
    elif not _stands(plain, way):
        result.operations.append(Put(path[:-1], way[-1], new))
    elif isinstance(old, list) and isinstance(new, list):
        result.operations.extend(_of_lists(path, old, new))
    else:
        result.operations.append(Set(path, new))


def _no_milestone(plain: dict[str, Any], identity: str) -> str:
    others = [str(m.get("id")) for m in plain.get(MILESTONES) or [] if isinstance(m, dict)]
    there = f", bare {listed(others)}" if others else ""
    return (
        f"Det finnes ingen milepæl {identity}{there}. Skriv også "
        f"{MILESTONES}.{identity}.{MILESTONE_TEXT}=… for å lage den."
    )


def _of_lists(path: Path, old: list[Any], new: list[Any]) -> list[Operation]:
    """Items that go out and come in, where the others stay in their order; else all anew."""
    kept = [item for item in old if item in new]
    added = [item for item in new if item not in old]
    if [*kept, *added] != new or len(set(map(str, old))) != len(old):
        return [Set(path, new)]
    gone = [number for number, item in enumerate(old) if item not in new]
    return [*(Remove((*path, n)) for n in gone), *(Append(path, item) for item in added)]


def _stands(plain: dict[str, Any], way: tuple[str, ...]) -> bool:
    holder = _value(plain, way[:-1]) if way[:-1] else plain
    return isinstance(holder, dict) and way[-1] in holder


def _value(plain: Any, way: tuple[str, ...]) -> Any:
    for step in way:
        if isinstance(plain, list):
            plain = next((item for item in plain if _is(item, step)), None)
        else:
            plain = plain.get(step) if isinstance(plain, dict) else None
    return plain


def _alike(old: Any, new: Any, way: tuple[str, ...]) -> bool:
    """Whether two values of a field say the same, however they are written."""
    kind = _kind(way)
    if kind is Kind.FLAG:
        return bool(old) is bool(new) and type(old or False) is type(new or False)
    if kind in MANY and None not in (old, new):
        return list(map(str, _listed(old))) == list(map(str, _listed(new)))
    if isinstance(old, dict | list) or isinstance(new, dict | list) or None in (old, new):
        return bool(old == new)
    return not isinstance(old, bool) and str(old) == str(new)
