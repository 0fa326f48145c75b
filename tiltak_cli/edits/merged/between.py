"""Measures one below the other, and the lines between them that are about none."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tiltak_cli.changes.merge.weave import woven
from tiltak_cli.edits.merged.lines import Block, Written
from tiltak_cli.edits.merged.written import Lines, Piece

# What something is called on all sides: a measure by its number in the result, and a line by what
# it says and by which of those it is.
Name = int | tuple[str, int]


class Standing(NamedTuple):
    """A piece on one side, and what stands right above it there."""

    piece: Piece
    above: Name | None


Side = Mapping[Name, Standing]
Sides = Sequence[Side]


def named(pieces: Sequence[Piece], numbers: Mapping[int, int]) -> Side:
    """A side's pieces by name. `numbers` has the number in the result of each of its measures."""
    side: dict[Name, Standing] = {}
    seen = Counter[str]()
    above: Name | None = None
    for piece in pieces:
        name: Name | None
        if piece.measure is None:
            text = piece.line.strip()
            seen[text] += 1
            name = text, seen[text]
        else:
            name = numbers.get(piece.measure)
        if name is not None:
            side[name] = Standing(piece, above)
            above = name
    return side


def put_together(
    sides: Sides, written: Callable[[int, Lines], Written]
) -> tuple[Written, list[int]]:
    """The pieces of ours and theirs below each other, and the numbers of the measures in order.

    `written` gives the lines of a measure by its number and the blank lines above it.
    """
    lines: Written = []
    numbers: list[int] = []
    above: Name | None = None
    for name in woven(list(sides[1]), list(sides[2])):
        blank = _blank(name, above, sides)
        if isinstance(name, int):
            own = written(name, blank)
            numbers.append(name)
        elif _stays(name, sides):
            own = [*blank, _line(name, sides)]
        else:
            own = []
        if own:
            lines += own
            above = name
    return lines, numbers


def lines_together(base: Lines, ours: Lines, theirs: Lines) -> Lines:
    """Lines of which each stays that both sides have, or that one has added."""
    sides = [named([Piece(None, line, []) for line in side], {}) for side in (base, ours, theirs)]
    lines, _ = put_together(sides, lambda *_: [])
    return [line for line in lines if not isinstance(line, Block)]


def either(base: Lines, ours: Lines, theirs: Lines) -> Lines:
    """Ours, or theirs where only they have changed them."""
    return theirs if ours == base else ours


def _stays(name: Name, sides: Sides) -> bool:
    base, ours, theirs = (name in side for side in sides)
    return (ours and theirs) or not base


def _line(name: Name, sides: Sides) -> str:
    base, ours, theirs = (side[name].piece.line if name in side else None for side in sides)
    return (theirs if ours in (base, None) and theirs else ours) or ""


def _blank(name: Name, above: Name | None, sides: Sides) -> Lines:
    """The blank lines above something: of a side on which the same stands above it, if any does."""
    there = [side.get(name) for side in sides]
    near = [one.piece.blank if one and one.above == above else None for one in there]
    base, ours, theirs = near
    if ours is not None and theirs is not None:
        return either(ours if base is None else base, ours, theirs)
    for blank in (ours, theirs):
        if blank is not None:
            return blank
    own = next(one.piece.blank for one in there[1:] if one)
    return own or (_usual(sides) if isinstance(above, int) else [])


def _usual(sides: Sides) -> Lines:
    """The blank lines between two measures."""
    for side in sides[1:]:
        for one in side.values():
            if one.piece.measure is not None and isinstance(one.above, int):
                return one.piece.blank
    return [""]
