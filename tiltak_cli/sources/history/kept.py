"""What merges kept: two who change the same value, each from the same one, have not both moved it.

Neither had seen what the other wrote, and only one of them was kept, or something else. Which of
the two was made in this branch says nothing: with `git pull` it is one's own. Only what has stood
in an edition was seen by all, and is told as it was.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from tiltak_cli.changes.history import WHOLE, Revision, Step
from tiltak_cli.changes.meaning import same
from tiltak_cli.changes.merge.fields import MEASURE
from tiltak_cli.changes.merge.values import single
from tiltak_cli.domain.fields import BY_KEY, ID, Field
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.sources.git.log import Commit
from tiltak_cli.sources.history.inside import Called, Inside, is_there
from tiltak_cli.sources.history.walk import Version

# A step, and the id that its measure had then.
Told = tuple[Step, str]


class Branch(NamedTuple):
    """A branch: its commits along first parents, oldest first, and its versions of the register.

    `inside` has the commits that came with merges by name, each with the name of its merge.
    `editions` gives the commits that are an edition.
    """

    along: Sequence[Commit]
    versions: Sequence[Version]
    inside: Mapping[str, tuple[Commit, str]]
    editions: Callable[[], Iterable[str]]


class Keeping:
    """Finds what merges kept of what was changed in this branch."""

    def __init__(self, branch: Branch, inside: Inside, identity: Identity) -> None:
        self._branch = branch
        self._inside = inside
        self._identity = identity
        self._versions = {version.commit.name: version for version in branch.versions}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {commit.name: place for place, commit in enumerate(self._branch.along)}

    @cached_property
    def _editions(self) -> list[int]:
        """Where in the branch its editions are, or the merges that they came with."""
        came = (self._branch.inside.get(name, (None, name))[1] for name in self._branch.editions())
        return sorted(self._places[name] for name in came if name in self._places)

    def of(self, steps: Iterable[Told]) -> tuple[list[Told], list[tuple[Told, Revision]]]:
        """The steps that were kept, and the others, each with the merge that did not keep it.

        What a merge chose is told from the value that both sides began with.
        """
        kept: list[Told] = []
        dropped: list[tuple[Told, Revision]] = []
        for step, measure_id in steps:
            run = self._undone(step, measure_id, kept)
            if not run:
                kept.append((step, measure_id))
                continue
            dropped += [(entry, step.revision) for entry in run]
            kept = [entry for entry in kept if entry not in run]
            old = run[0][0].old
            if not self._same(step.field, old, step.new):
                kept.append((step._replace(old=old), measure_id))
        return kept, dropped

    def _undone(self, step: Step, measure_id: str, kept: Sequence[Told]) -> list[Told]:
        """The steps since the sides of a merge parted that led to what it changed."""
        merge = self._versions[step.revision.commit]
        if not _is_merge(merge) or not _is_one(step):
            return []
        before = [entry for entry in kept if entry[0].field == step.field]
        began = self._began(step, (merge, measure_id)) if before else ()
        if not began or self._same(step.field, began[0], step.old):
            return []
        run: list[Told] = []
        for entry in reversed(before):
            if self._stood_in_edition(entry[0].revision.commit, merge.commit.name):
                return run
            run.insert(0, entry)
            if self._same(step.field, entry[0].old, began[0]):
                return run
        return []

    def _began(self, step: Step, merge: Called) -> tuple[Any, ...]:
        """The value that the side a merge chose began with; nothing where that is not known."""
        if step.field == WHOLE:
            made = self._inside.follow(*merge, is_there)
            return (step.new,) if self.inherited(made, merge, WHOLE) else ()
        field, value = BY_KEY[step.field], step.new
        at = self._inside.follow(*merge, self._inside.has(field, value))
        while not self.inherited(at, merge, step.field, value):
            before = self._inside.earlier(*at, field)
            if before is None:
                outside = () if at[0] is merge[0] else self._outside(at, step.field)
                return next(((each,) for each in outside), ())
            at, value = before
            if self._same(step.field, value, step.old):
                break
            at = self._inside.follow(*at, self._inside.has(field, value))
        return (value,)

    def inherited(self, at: Called, merge: Called, field: str, value: Any = None) -> bool:
        """Whether a value inside was there before what came with the merge began."""
        if at[0] is merge[0]:
            return False
        return any(field == WHOLE or self._same(field, v, value) for v in self._outside(at, field))

    def _outside(self, at: Called, key: str) -> Iterator[Any]:
        for reading in self._inside.outside(*at):
            if key == WHOLE:
                yield reading.measure.title
            elif key not in reading.unknown:
                yield getattr(reading.measure, BY_KEY[key].attribute)

    def _same(self, key: str, old: Any, new: Any) -> bool:
        if key == WHOLE:
            return bool(old) == bool(new)
        return same(BY_KEY[key], old, new, self._identity)

    def _stood_in_edition(self, commit: str, merge: str) -> bool:
        """Whether an edition was made of what a commit made, before the merge."""
        first, last = self._places[commit], self._places[merge]
        return bisect_left(self._editions, first) < bisect_left(self._editions, last)


def settles(version: Version, field: Field) -> bool:
    """Whether a value that no side of a merge had was chosen in it, and not put together there."""
    return _is_merge(version) and MEASURE[field.key] is single


def _is_merge(version: Version) -> bool:
    return len(version.commit.parents) > 1


def _is_one(step: Step) -> bool:
    """Whether a step is about something that is chosen whole; parts of lists and texts may stay."""
    if step.field == WHOLE:
        return step.new is not None
    return step.field != ID and MEASURE[step.field] is single
