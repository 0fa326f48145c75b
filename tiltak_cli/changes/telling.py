"""What has happened to each measure, from one revision of the register to the next.

Values are compared as data: other line breaks, signs that cannot be seen, another order of the
measures and a ministry's new name are no change. A value that has no meaning is not known, and the
earlier one stands meanwhile.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NamedTuple

from tiltak_cli.changes.history import WHOLE, Revision, Step, Story
from tiltak_cli.changes.meaning import same
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.likeness import Identity
from tiltak_cli.domain.measure import Measure

Known = Mapping[str, Measure]
# From the measures that are gone and those that are new: the old id of each new one that is known
# to be an old one under another id.
Renames = Callable[[Known, Known], Mapping[str, str]]


class Reading(NamedTuple):
    """A measure as read. `unknown` are the keys of the fields whose values have no meaning."""

    measure: Measure
    unknown: frozenset[str] = frozenset()


class State(NamedTuple):
    """The measures of a revision, by id, in the register's order.

    It is not `complete` where there were measures that could not be told apart, as when an id
    stands twice: then nothing can be said to be gone.
    """

    revision: Revision
    readings: Mapping[str, Reading]
    complete: bool = True


def no_renames(gone: Known, new: Known) -> Mapping[str, str]:
    """Another id is another measure."""
    del gone, new
    return {}


def tell(
    states: Iterable[State], identity: Identity = str, renames: Renames = no_renames
) -> dict[str, Story]:
    """The story of every measure from the states of a register, oldest first.

    `identity` says which organisation an abbreviation stands for. `renames` is asked where some
    measures are gone and others are new; who it matches keep one story, under the new id. The
    measures that there still are come first, in the register's order.
    """
    threads: dict[str, _Thread] = {}
    present: Collection[str] = ()
    for state in states:
        readings, revision = state.readings, state.revision
        gone = [i for i in present if i not in readings] if state.complete else []
        new = [i for i in readings if i not in threads]
        if gone and new:
            before = {i: threads[i].now for i in gone}
            after = {i: readings[i].measure for i in new}
            for new_id, old_id in renames(before, after).items():
                threads[new_id] = threads.pop(old_id)
                threads[new_id].step("id", old_id, new_id, revision)
                gone.remove(old_id)
        for measure_id, reading in readings.items():
            thread = threads.get(measure_id)
            if thread is None:
                threads[measure_id] = _Thread(reading, revision)
            elif thread.reading is not reading:
                thread.follow(reading, revision, identity)
        for measure_id in gone:
            threads[measure_id].leave(revision)
        present = readings if state.complete else dict.fromkeys((*present, *readings))
    order = [*present, *(measure_id for measure_id in threads if measure_id not in present)]
    return {measure_id: threads[measure_id].story() for measure_id in order}


class _Thread:
    """A story that is being told."""

    __slots__ = ("begin", "first", "gone", "now", "reading", "steps", "unknown")

    def __init__(self, reading: Reading, revision: Revision) -> None:
        self.begin = self.now = reading.measure
        self.unknown = reading.unknown
        self.first = revision
        self.gone: Revision | None = None
        self.reading: Reading | None = reading
        self.steps: list[Step] = []

    def step(self, field: str, old: Any, new: Any, revision: Revision) -> None:  # noqa: ANN401
        """Add a change."""
        self.steps.append(Step(field, old, new, revision))

    def leave(self, revision: Revision) -> None:
        """The measure is no longer in the register."""
        self.step(WHOLE, self.now.title, None, revision)
        self.reading, self.gone = None, revision

    def follow(self, reading: Reading, revision: Revision, identity: Identity) -> None:
        """The measure is there, maybe with other values."""
        if self.reading is None:
            self.step(WHOLE, None, reading.measure.title, revision)
            self.gone = None
        self.reading = reading
        new = reading.measure
        if new == self.now and not self.unknown and not reading.unknown:
            return
        for field in FIELDS:
            attribute, key = field.attribute, field.key
            was, value = getattr(self.now, attribute), getattr(new, attribute)
            if key in reading.unknown:
                new = new._replace(**{attribute: was})
            elif key in self.unknown:
                self.begin = self.begin._replace(**{attribute: value})
            elif field.kind is not Kind.ID and not same(field, was, value, identity):
                self.step(key, was, value, revision)
        self.unknown &= reading.unknown
        self.now = new

    def story(self) -> Story:
        """What has been told."""
        return Story(
            begin=self.begin,
            now=self.now,
            unknown=self.unknown,
            first=self.first,
            gone=self.gone,
            steps=tuple(self.steps),
        )
