"""The commits inside of merges: what the register was in each, and what came before it there.

Along first parents a merge is one revision. What it brought in was made by others, on other days.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tiltak_cli.changes.meaning import same
from tiltak_cli.changes.telling import Partners, Reading, State
from tiltak_cli.domain.fields import Field
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.sources.git.log import Commit
from tiltak_cli.sources.history.walk import Version

Has = Callable[[State, str], bool]
# A version, and the id of a measure in it.
Called = tuple[Version, str]


class Look(NamedTuple):
    """How to look into commits: the register in one, by the version after it, and what it holds.

    Both may find nothing. `other` is a commit that came with no merge, by its name. `partners`
    gives the id before of each measure that was there, by its id.
    """

    version: Callable[[Commit, Version], Version | None]
    other: Callable[[str], Commit]
    state: Callable[[Version], State | None]
    partners: Partners
    identity: Identity


def brought_in(commits: Iterable[Commit], along: Iterable[Commit]) -> dict[str, tuple[Commit, str]]:
    """The commits among some that merges brought in, with the name of the merge that did.

    `along` are those along first parents, oldest first: what a later one leads to as well came with
    the first.
    """
    by_name = {commit.name: commit for commit in commits}
    came: dict[str, str] = {}
    way = [commit.name for commit in along if commit.name in by_name]
    for name in way:
        waiting = [name]
        while waiting:
            inner = waiting.pop()
            if inner in by_name and inner not in came:
                came[inner] = name
                waiting += by_name[inner].parents
    return {inner: (by_name[inner], name) for inner, name in came.items() if inner != name}


class Inside:
    """What it has found out of a commit it does not ask again."""

    def __init__(self, commits: Mapping[str, tuple[Commit, str]], look: Look) -> None:
        self._commits = commits
        self._look = look
        self._versions: dict[str, Version | None] = {}
        self._states: dict[str, State | None] = {}
        self._first: dict[tuple[str, str], Version] = {}
        self._partners: dict[tuple[str, str], Mapping[str, str]] = {}

    def has(self, field: Field, value: Any) -> Has:
        """Whether a measure in a state has a value."""
        identity = self._look.identity

        def has(state: State, measure_id: str) -> bool:
            reading = state.readings.get(measure_id)
            if reading is None or field.key in reading.unknown:
                return False
            return same(field, getattr(reading.measure, field.attribute), value, identity)

        return has

    def earlier(self, version: Version, measure_id: str, field: Field) -> tuple[Called, Any] | None:
        """A measure in the version before one inside, and its value there; None where it began."""
        for before in self.before(version):
            called = self._id_before(version, before, measure_id)
            reading = self._reading(before, called)
            if reading and field.key not in reading.unknown:
                return (before, called), getattr(reading.measure, field.attribute)
        return None

    def follow(
        self, version: Version, measure_id: str, has: Has, *, renamed: bool = True
    ) -> Called:
        """The first version inside that has what a later one has; `renamed` by any id."""
        while True:
            version = self._unchanged(version, measure_id)
            for before in self.before(version):
                state = self._state(before)
                called = self._id_before(version, before, measure_id) if renamed else measure_id
                if state and has(state, called):
                    version, measure_id = before, called
                    break
            else:
                return version, measure_id

    def _unchanged(self, version: Version, measure_id: str) -> Version:
        """The first of the commits inside since which a measure has stood word by word as it is."""
        trail = []
        while (key := (version.commit.name, measure_id)) not in self._first:
            trail.append(key)
            reading = self._reading(version, measure_id)
            versions = self.before(version) if reading else ()
            before = (v for v in versions if self._reading(v, measure_id) is reading)
            version = next(before, version)
            if version.commit.name == key[0]:
                break
        first = self._first.get(key, version)
        self._first.update(dict.fromkeys(trail, first))
        return first

    def before(self, version: Version, *, inside: bool = True) -> Iterator[Version]:
        """The versions that one follows: those that came with the same merge, or the others."""
        own = version.commit.name
        merge = self._commits[own][1] if own in self._commits else own
        for name in version.commit.parents:
            commit, carrier = self._commits.get(name, (None, ""))
            if (commit is not None and carrier == merge) is inside:
                if name not in self._versions:
                    commit = commit or self._look.other(name)
                    self._versions[name] = self._look.version(commit, version)
                before = self._versions[name]
                if before:
                    yield before

    def outside(self, version: Version, measure_id: str) -> Iterator[Reading]:
        """A measure as it was where what came with a merge left this branch, or met it again."""
        for before in self.before(version, inside=False):
            reading = self._reading(before, self._id_before(version, before, measure_id))
            if reading:
                yield reading

    def _reading(self, version: Version, measure_id: str) -> Reading | None:
        state = self._state(version)
        return state.readings.get(measure_id) if state else None

    def _state(self, version: Version) -> State | None:
        name = version.commit.name
        if name not in self._states:
            self._states[name] = self._look.state(version)
        return self._states[name]

    def _id_before(self, version: Version, before: Version, measure_id: str) -> str:
        """What a measure was called in the version before; empty where it was not there."""
        old, new = self._state(before), self._state(version)
        if old is None or new is None or measure_id not in new.readings:
            return measure_id
        if old.readings.get(measure_id) is new.readings[measure_id]:
            return measure_id
        names = before.commit.name, version.commit.name
        if names not in self._partners:
            was, now = (
                {key: reading.measure for key, reading in state.readings.items()}
                for state in (old, new)
            )
            self._partners[names] = self._look.partners(was, now)
        return self._partners[names].get(measure_id, "")


def is_there(state: State, measure_id: str) -> bool:
    """Whether a measure is in a state."""
    return measure_id in state.readings
