"""References of one side that do not go with what the other has done: each becomes a conflict."""

from collections.abc import Iterator
from typing import Any

from tiltak_cli.changes.merge.faults import Way, faulty, with_leaves
from tiltak_cli.changes.merge.pairing import REFERENCES
from tiltak_cli.changes.merge.result import (
    MISSING,
    Branch,
    Choice,
    Clash,
    Leaf,
    Node,
    Part,
    clashing,
    plain,
)
from tiltak_cli.rules.reference_rules import circles

# So many circles are parted at most; what is then left is for `validate`.
ROUNDS = 8


def without_loose_ends(parts: list[Part]) -> list[Part]:
    """Where one side has taken out what the other has come to name, that is a conflict."""
    lost = {
        part.name: number
        for number, part in enumerate(parts)
        if isinstance(part.node, Leaf)
        and MISSING in (part.node.chosen(Choice.OURS), part.node.chosen(Choice.THEIRS))
    }
    if not lost:
        return parts
    result = list(parts)
    for number, part in enumerate(parts):
        for place, code, leaf in _named(part.node):
            gone = result[lost[code]] if code in lost else None
            if gone is None or not isinstance(gone.node, Leaf):
                continue
            if not _breaks(gone.node, leaf, code):
                continue
            if not gone.node.clash:
                about = part.name if _told(result[number].node) else ""
                kept = clashing(*gone.node[:3], Clash.FAULT, linked=about)
                result[lost[code]] = gone._replace(node=kept)
            result[number] = _linked(result[number], place, _root(result[lost[code]]))
    return result


def _named(node: Node) -> Iterator[tuple[int, str, Leaf]]:
    """Every measure that one names, with the leaf that does so and its place; -1 for all of it."""
    for place, _, leaf in _references(node):
        if not leaf.clash:
            yield from ((place, code, leaf) for code in _codes(leaf.value))
    if isinstance(node, Leaf):
        sides = [value for value in node[1:3] if isinstance(value, dict)]
        for key in REFERENCES:
            leaf = node._replace(
                base=MISSING, ours=_field(node.ours, key), theirs=_field(node.theirs, key)
            )
            codes = [code for side in sides for code in _codes(side.get(key))]
            yield from ((-1, code, leaf) for code in dict.fromkeys(codes))


def _field(measure: Any, key: str) -> Any:
    return measure.get(key, MISSING) if isinstance(measure, dict) else MISSING


def _told(node: Node) -> bool:
    """Whether there is a conflict about all of a measure already."""
    return isinstance(node, Leaf) and node.clash is not None


def _root(part: Part) -> str:
    """The conflict that one about all of a measure is told by."""
    return (part.node.linked if isinstance(part.node, Leaf) else "") or part.name


def _breaks(gone: Leaf, leaf: Leaf, code: str) -> bool:
    """Whether a side that does not have a measure did not name it either, but would."""
    return any(
        gone.chosen(choice) is MISSING and code not in _codes(getattr(leaf, choice))
        for choice in (Choice.OURS, Choice.THEIRS)
    )


def _linked(part: Part, place: int, about: str) -> Part:
    """A measure whose reference, or all of it, is settled together with what it refers to."""
    if isinstance(part.node, Leaf):
        # Where the sides disagree on it already, that is where it is told.
        return part if part.node.clash else part._replace(node=_clash_kept(part.node, about))
    leaf = part.node.parts[place].node
    if not isinstance(leaf, Leaf):
        return part
    return part._replace(node=with_leaves(part.node, {(place,): _clash_kept(leaf, about)}))


def _clash_kept(leaf: Leaf, about: str) -> Leaf:
    """A linked conflict. What is referred to stays until someone chooses, and so does this."""
    return faulty(leaf, linked=about)._replace(value=leaf.value)


def _references(node: Node) -> Iterator[tuple[int, Part, Leaf]]:
    """The references of a measure that has been put together, with their places in it."""
    if isinstance(node, Branch):
        for number, part in enumerate(node.parts):
            if part.keys[:1] and part.keys[0] in REFERENCES and isinstance(part.node, Leaf):
                yield number, part, part.node


def _codes(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def without_circles(parts: list[Part]) -> list[Part]:
    """Where references of both sides lead back to where they began, that is a conflict."""
    for key in REFERENCES:
        for _ in range(ROUNDS):
            changed = _without_one_circle(parts, key)
            if changed is None:
                break
            parts = changed
    return parts


def _without_one_circle(parts: list[Part], key: str) -> list[Part] | None:
    targets: dict[str, list[str]] = {}
    for part in parts:
        value = plain(part.node)
        if isinstance(value, dict) and (codes := _codes(value.get(key))):
            targets[part.name] = [code for code in codes if code != part.name]
    places = {part.name: number for number, part in enumerate(parts)}
    for circle in circles(targets):
        of_side: tuple[list[int], list[int]] = ([], [])
        for code, target in zip(circle, [*circle[1:], circle[0]], strict=True):
            for _, field, leaf in _references(parts[places[code]].node):
                if field.keys == (key,) and not leaf.clash:
                    there = [target in _codes(leaf[side]) for side in (1, 2)]
                    if there[0] != there[1]:
                        of_side[0 if there[0] else 1].append(places[code])
        if not all(of_side) or of_side[0][0] == of_side[1][0]:
            continue
        result = list(parts)
        first, second = sorted((of_side[0][0], of_side[1][0]))
        about = f"{parts[first].name}.{key}"
        result[first] = _clashing_field(parts[first], key, "")
        result[second] = _clashing_field(parts[second], key, about)
        return result
    return None


def _clashing_field(part: Part, key: str, about: str) -> Part:
    if not isinstance(part.node, Branch):
        return part
    fields: dict[Way, Leaf] = {
        (place,): faulty(leaf, linked=about)
        for place, field, leaf in _references(part.node)
        if field.keys == (key,)
    }
    return part._replace(node=with_leaves(part.node, fields))
