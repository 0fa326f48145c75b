"""What has happened to each measure, from one revision of the register to the next.

Values are compared as data: other line breaks, signs that cannot be seen, another order of the
measures and a ministry's new name are no change. A value that has no meaning is not known, and the
earlier one stands meanwhile.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from tiltak_cli.changes.history import WHOLE, Revision, Step, Story
from tiltak_cli.changes.meaning import ORGANISATIONS, same
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.domain.identity.numbers import followed
from tiltak_cli.domain.measure import Measure

Known = Mapping[str, Measure]
# From measures as they were and as they are, by id: the old id of each that is one of the old ones,
# by the id it has now.
Partners = Callable[[Known, Known], Mapping[str, str]]


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


def by_id(before: Known, after: Known) -> Mapping[str, str]:
    """Another id is another measure."""
    return {code: code for code in after if code in before}


def tell(
    states: Iterable[State], identity: Identity = str, partners: Partners = by_id
) -> dict[str, Story]:
    """The story of every measure from the states of a register, oldest first.

    `identity` says which organisation an abbreviation stands for. `partners` is asked where some
    measures have come, gone or changed: those that it matches keep one story, under the new id. The
    measures that there still are come first, in the register's order. One that is gone, and whose
    id stands for another one, has the id with a number of its own as its key.
    """
    threads: dict[str, _Thread] = {}
    former: list[_Thread] = []
    present: Collection[str] = ()
    for state in states:
        readings, revision = state.readings, state.revision
        after = {
            code: reading.measure
            for code, reading in readings.items()
            if code not in threads or threads[code].reading is not reading
        }
        gone = [code for code in present if code not in readings] if state.complete else []
        before = {code: threads[code].now for code in (*after, *gone) if code in threads}
        was = partners(before, after) if before else {}
        renamed = {old: new for new, old in was.items() if old != new} if state.complete else {}
        if state.complete:
            former += _under_their_ids(threads, before, after, was, revision)
        # What names others by their numbers may have changed without a word in it changing.
        for code in readings if renamed else after:
            thread = threads.get(code)
            if thread is None:
                threads[code] = _Thread(readings[code], revision)
            elif state.complete or was.get(code) == code:
                thread.now = followed(thread.now, readings[code].measure, renamed)
                thread.follow(readings[code], revision, identity)
        present = readings if state.complete else dict.fromkeys((*present, *readings))
    order = [*present, *(code for code in threads if code not in present)]
    stories = {code: threads[code].story() for code in order}
    return stories | {f"{t.now.id}/{n}": t.story() for n, t in enumerate(former, 1)}


def _under_their_ids(
    threads: dict[str, "_Thread"],
    before: Known,
    after: Known,
    was: Mapping[str, str],
    revision: Revision,
) -> list["_Thread"]:
    """Let each story go on under the id that its measure has now, or end.

    Gives those that have ended and whose ids stand for others.
    """
    moved = {new: threads.pop(old) for new, old in was.items() if new != old}
    here = set(was.values())
    for code in before:
        if code not in here and threads[code].reading is not None:
            threads[code].leave(revision)
    former = [threads.pop(code) for code in before if code not in here and code in after]
    for new, thread in moved.items():
        threads[new] = thread
        thread.step("id", was[new], new, revision)
    return former


class _Thread:
    """A story that is being told."""

    __slots__ = ("begin", "first", "gone", "names", "now", "reading", "steps", "unknown")

    def __init__(self, reading: Reading, revision: Revision) -> None:
        self.begin = self.now = reading.measure
        self.unknown = reading.unknown
        self.first = revision
        self.gone: Revision | None = None
        self.reading: Reading | None = reading
        self.steps: list[Step] = []
        self.names: list[Step] = []

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
            elif field.kind is not Kind.ID:
                if not same(field, was, value, identity):
                    self.step(key, was, value, revision)
                if field.kind in ORGANISATIONS and was != value:
                    self._name(key, _other_names(was, value, identity), revision)
        self.unknown &= reading.unknown
        self.now = new

    def _name(self, key: str, names: Iterable[tuple[str, str]], revision: Revision) -> None:
        """Somebody with a role is called something else; said once for all roles."""
        known = {(step.old, step.new) for step in self.names if step.revision == revision}
        self.names += [Step(key, *pair, revision) for pair in names if pair not in known]

    def story(self) -> Story:
        """What has been told."""
        return Story(
            begin=self.begin,
            now=self.now,
            unknown=self.unknown,
            first=self.first,
            gone=self.gone,
            steps=tuple(self.steps),
            names=tuple(self.names),
        )


def _other_names(
    old: tuple[str, ...], new: tuple[str, ...], identity: Identity
) -> Iterator[tuple[str, str]]:
    """The abbreviations, before and now, of those who have got another one."""
    before = {identity(code): code for code in old if code not in new}
    for code in new:
        if code not in old and (was := before.get(identity(code))):
            yield was, code
