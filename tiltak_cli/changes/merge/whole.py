"""Two sides of a register put together with what they both come from."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.faults import Faults, without_faults
from tiltak_cli.changes.merge.fields import TOGETHER, head
from tiltak_cli.changes.merge.measures import Sides, names_of, parts_of
from tiltak_cli.changes.merge.pairing import Build, Edition, Placed, known, trios
from tiltak_cli.changes.merge.references import without_circles, without_loose_ends
from tiltak_cli.changes.merge.result import (
    MISSING,
    Choice,
    Conflict,
    Leaf,
    Node,
    Part,
    conflicts_in,
    plain,
    with_along,
)
from tiltak_cli.changes.merge.values import single
from tiltak_cli.changes.merge.weave import woven
from tiltak_cli.domain.fields import ONGOING
from tiltak_cli.domain.identity.likeness import Identity

NAMES = ("Utgangspunktet", "Vår side", "Deres side")


class Judge(NamedTuple):
    """What is known of measures beside the data.

    `build` makes a measure of plain data, and `faults` finds what is wrong with one by itself.
    `identity` says which organisation an abbreviation stands for.
    """

    build: Build
    faults: Faults
    identity: Identity = str


class Merged(NamedTuple):
    """What has become of each file's head and each measure, in order; `homes` are their files.

    `renamed` are the ids that are written on some side, and are others afterwards; `given` are
    those of theirs that gave way to ours, each with the one that it was given.
    """

    heads: Mapping[str, Node]
    measures: tuple[Part, ...]
    homes: tuple[str, ...]
    renamed: frozenset[str] = frozenset()
    given: tuple[tuple[str, str], ...] = ()

    def edition(self, choice: Choice | None = None) -> Edition:
        """The register as plain data, the positions counted anew; see `plain` for `choice`."""
        heads = {file: plain(node, choice) for file, node in self.heads.items()}
        numbers: Counter[str] = Counter()
        placed: list[Placed] = []
        for part, home in zip(self.measures, self.homes, strict=True):
            data = plain(part.node, choice)
            if data is not MISSING:
                placed.append(Placed(home, numbers[home], data))
                numbers[home] += 1
        return Edition({f: h for f, h in heads.items() if h is not MISSING}, tuple(placed))

    def in_file(self, name: str) -> list[Part]:
        """The measures that stand in a file afterwards."""
        homes = zip(self.measures, self.homes, strict=True)
        return [part for part, home in homes if home == name]

    def conflicts(self) -> list[Conflict]:
        """What a person must choose, in order."""
        return with_along(self._conflicts())

    def _conflicts(self) -> Iterator[tuple[Conflict, str]]:
        for node in self.heads.values():
            yield from _told("", conflicts_in(node))
        for part in self.measures:
            yield from _told(part.name, conflicts_in(part.node))


def merge(
    base: Edition,
    ours: Edition,
    theirs: Edition,
    judge: Judge,
    *,
    renumber: bool = False,
) -> Merged:
    """Put two sides together, measure by measure and field by field.

    With `renumber` a new measure of theirs gets a free number where ours has taken its own. Raises
    CannotMergeError where it is not known which measure is which.
    """
    sides = Sides(*(known(s, name) for s, name in zip((base, ours, theirs), NAMES, strict=True)))
    all_trios = trios(*sides, judge.build, judge.identity)
    by_side = [{trio[n]: trio for trio in all_trios if trio[n]} for n in range(3)]
    order = woven([by_side[1][c] for c in sides.ours], [by_side[2][c] for c in sides.theirs])
    # What both have taken out is not in either, and is gone.
    names = names_of(order, sides, renumber=renumber)
    parts = without_faults(parts_of(order, sides, names), judge.faults)
    parts = without_circles(without_loose_ends(parts))
    files = dict.fromkeys((*ours.heads, *theirs.heads))
    heads = {
        file: _head(*(side.heads.get(file, MISSING) for side in (base, ours, theirs)))
        for file in files
    }
    homes = tuple(_home(part) for part in parts)
    renamed = frozenset().union(*names.renamed)
    return Merged(heads, tuple(parts), homes, renamed=renamed, given=names.given)


def _head(base: Any, ours: Any, theirs: Any) -> Node:
    if ours is MISSING or theirs is MISSING:
        return single(base, ours, theirs)
    return head(base, ours, theirs)


def _home(part: Part) -> str:
    """The file a measure stands in afterwards: where one side has moved it to, else ours."""
    base, ours, theirs = (step[0] if step else None for step in part.steps)
    if ours is None or theirs is None:
        return str(ours if ours is not None else theirs)
    return str(theirs if ours == base else ours)


def _told(
    measure: str, leaves: Iterator[tuple[tuple[Part, ...], Leaf]]
) -> Iterator[tuple[Conflict, str]]:
    """Each conflict, and the name of the one that it is settled with."""
    for way, leaf in leaves:
        if leaf.clash is None:
            continue
        keys = way[-1].keys if way else ()
        values = [_shown(keys, value) for value in leaf[:3]]
        conflict = Conflict(
            measure=measure,
            field=".".join(part.name for part in way),
            keys=keys,
            kind=leaf.clash,
            base=values[0],
            ours=values[1],
            theirs=values[2],
        )
        yield conflict, leaf.linked


def _shown(keys: tuple[str, ...], value: Any) -> Any:
    """A value as it is told: of a deadline that may be another field, what stands there."""
    if value is MISSING:
        return None
    if keys == TOGETHER and isinstance(value, dict) and len(value) == 1:
        ((key, only),) = value.items()
        return ONGOING if key == ONGOING and only is True else only
    return value
