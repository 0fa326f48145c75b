"""Changes that are just the same in several measures, which are told at once."""

from collections.abc import Hashable, Iterator
from typing import NamedTuple

from tiltak_cli.changes.change import Change
from tiltak_cli.changes.compare import Comparison, Touched
from tiltak_cli.views.alike import SAME, together
from tiltak_cli.views.changes.words import aside


class Apart(NamedTuple):
    """What is told of a comparison: the `same` changes at once, the heaviest first; and the `own`.

    A measure all of whose changes are told at once is not among its `own`.
    """

    same: tuple[tuple[Change, ...], ...]
    own: tuple[Touched, ...]

    def by_measures(self) -> dict[tuple[str, ...], list[Change]]:
        """The changes that are told at once, each in its fullest words, by the ids they are of."""
        by_ids: dict[tuple[str, ...], list[Change]] = {}
        for changes in self.same:
            ids = tuple(change.measure_id for change in changes)
            by_ids.setdefault(ids, []).append(fullest(changes))
        return by_ids


def apart(comparison: Comparison) -> Apart:
    """Tell what is the same in several measures from what is each one's own."""
    groups = together([(_said(c), c) for c in (*comparison.calendar, *comparison.changes)])
    same = [tuple(changes) for changes in groups if len(changes) >= SAME]
    elsewhere = {id(change) for changes in same for change in changes}
    return Apart(
        tuple(sorted(same, key=lambda changes: changes[0].kind.rank)),
        tuple(_without(comparison, elsewhere)),
    )


def _without(comparison: Comparison, elsewhere: set[int]) -> Iterator[Touched]:
    for measure, changes in comparison.told():
        if own := [change for change in changes if id(change) not in elsewhere]:
            yield Touched(measure, own)


def _said(change: Change) -> Hashable | None:
    """What a change says, where it has no reason or words of its own and its measure is there."""
    if change.why or change.words or change.gone or aside(change):
        return None
    # When an organisation was founded is said once.
    phrases = [phrase for phrase in change.said if phrase.key != "change.founded"]
    return (change.kind.code, change.field, repr((change.old, change.new, phrases)))


def fullest(changes: tuple[Change, ...]) -> Change:
    """The one that says most, of changes that are told at once."""
    return max(changes, key=lambda change: len(change.said))
