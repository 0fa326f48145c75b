"""The history of a register: each measure's changes, deadlines and statuses through time."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import BY_KEY, Diff
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.wording import Phrase, phrase

# The field of a step that is about the measure as a whole: it was taken out, or put in again.
WHOLE = ""
# Why a history is cut: what to say of it, and the remedy where there is one.
WHY = {
    "shallow": ("past.shallow", "past.unshallow"),
    "replaced": ("past.replaced", "past.replacements"),
    "lost": ("past.lost",),
}


class Cut(NamedTuple):
    """Why the past is not known as far back as it goes, and the first day that is, if any.

    `why` is `shallow` for a copy with only the newest part, `replaced` where git has been told to
    take another history for it, and `lost` where it could not be read, for the `reason`.
    """

    why: str
    since: date | None = None
    reason: str = ""

    def said(self, *lacking: Phrase) -> tuple[Phrase, ...]:
        """Say it, then what is lacking for it, and what to do."""
        known, *remedy = WHY[self.why]
        return (phrase(known, since=self.since), *lacking, *map(phrase, remedy))

    def of_moves(self) -> tuple[Phrase, ...]:
        """What a report lacks."""
        return self.said(phrase("past.moves-before" if self.since else "past.moves"))

    def of_postponed(self) -> tuple[Phrase, ...]:
        """What a comparison lacks."""
        return self.said(phrase("past.postponed"))

    def of_editions(self) -> tuple[Phrase, ...]:
        """What a list of editions lacks."""
        return self.said(phrase("past.editions"))

    def of_stale(self, number: int, days: int) -> tuple[Phrase, ...]:
        """What a check lacks: of so many measures, whether they changed in so many days."""
        return self.said(phrase("past.stale", number=number, days=days))


class Revision(NamedTuple):
    """A commit with its day in Norway and its author's name.

    One from inside a merge has the commit that brought it into this branch as its `carrier`, and
    the day it came in as `came`; so has one that was put there otherwise on another day than it was
    made.
    """

    commit: str
    day: date
    author: str
    carrier: str = ""
    came: date | None = None

    @property
    def way(self) -> str:
        """The commit along this branch in which it came."""
        return self.carrier or self.commit

    @property
    def arrived(self) -> date:
        """The day it came into this branch."""
        return self.came or self.day


class Step(NamedTuple):
    """A change of one field, with its values as a `Measure` has them.

    For a measure that was taken out or put in again the field is `WHOLE`, and the values are its
    title and None.
    """

    field: str
    old: Any
    new: Any
    revision: Revision

    @property
    def bookkeeping(self) -> bool:
        """Whether it only says that someone has looked through the measure."""
        field = BY_KEY.get(self.field)
        return field is not None and field.diff is Diff.BOOKKEEPING


class Dropped(NamedTuple):
    """A change that was made in this branch, and the merge that did not keep it."""

    step: Step
    merge: Revision


class Window(NamedTuple):
    """What to look at of a history: some fields, and the time since a day or a revision.

    `since` is what that was called; `commits` are the revisions after it. Without fields, all that
    is not bookkeeping is shown.
    """

    fields: tuple[str, ...] = ()
    since: str = ""
    day: date | None = None
    commits: frozenset[str] | None = None

    def holds(self, step: Step) -> bool:
        """Whether to show a step."""
        wanted = step.field in self.fields if self.fields else not step.bookkeeping
        return wanted and self.open_at(step.revision)

    def open_at(self, revision: Revision) -> bool:
        """Whether what happened in a revision came into this branch within the time."""
        late = self.day is None or revision.arrived >= self.day
        return late and (self.commits is None or revision.way in self.commits)


EVERYTHING = Window()


class Moves(NamedTuple):
    """How often a deadline was moved, how many days in all (later is positive), and the first."""

    times: int = 0
    days: int = 0
    first: PartialDate | None = None


class Span(NamedTuple):
    """A time with one status, in whole days. It still lasts where `ended` is false."""

    status: Status
    since: date
    until: date
    ended: bool

    @property
    def days(self) -> int:
        """How long it lasted; commits need not be dated in order."""
        return max((self.until - self.since).days, 0)


class Story(NamedTuple):
    """All that is known of one measure.

    `begin` has the first known value of each field, `now` the last; fields in `unknown` never had
    one. `first` is the revision it came in with, and `gone` the one that took it out, if it is out.
    `names` are no changes: an organisation with a role in it has got another abbreviation. Neither
    are the `dropped` ones.
    """

    begin: Measure
    now: Measure
    unknown: frozenset[str]
    first: Revision
    gone: Revision | None
    steps: tuple[Step, ...]
    names: tuple[Step, ...] = ()
    dropped: tuple[Dropped, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids it has had, oldest first."""
        return (*(step.old for step in self.steps if step.field == "id"), self.now.id)

    @property
    def last_changed(self) -> date:
        """The day of its last change; the field `oppdatert` does not count."""
        days = [step.revision.day for step in self.steps if not step.bookkeeping]
        return max(days, default=self.first.day)

    def moving(self) -> Iterator[tuple[Step, int]]:
        """The steps that moved the deadline, with the number of days.

        A deadline that was taken out for a while is held against the one before. Another precision
        of the same last day moves nothing.
        """
        before = self.begin.deadline
        for step in self.steps:
            if step.field == "frist" and step.new:
                if before and (days := (step.new.last - before.last).days):
                    yield step, days
                before = step.new

    def deadlines(self) -> tuple[PartialDate, ...]:
        """The deadlines it has had, in order: the first one, and each that moved it.

        What one merge brought in has moved it once, to where it ended.
        """
        deadlines = (step.new for step in self.steps if step.field == "frist" and step.new)
        first = self.begin.deadline or next(deadlines, None)
        moved = {step.revision.way: step.new for step, _ in self.moving()}
        return (first, *moved.values()) if first else ()

    def moves(self, window: Window = EVERYTHING) -> Moves:
        """How the deadline has moved, in all or within a time; with one merge at most once."""
        ways: dict[str, int] = {}
        for step, days in self.moving():
            if window.open_at(step.revision):
                ways[step.revision.way] = ways.get(step.revision.way, 0) + days
        moved = list(filter(None, ways.values()))
        deadlines = (step.new for step in self.steps if step.field == "frist" and step.new)
        return Moves(len(moved), sum(moved), self.begin.deadline or next(deadlines, None))

    def spans(self, until: date) -> tuple[Span, ...]:
        """The times it had each status, oldest first; the one that lasts is told up to a day.

        Of a time without any, nothing.
        """
        if "status" in self.unknown:
            return ()
        status: Status | None = self.begin.status
        since: date | None = self.first.day
        spans = []
        for step in self.steps:
            # What was made in a branch may be older than what came before it in this one.
            day = max(step.revision.day, since or step.revision.day)
            if step.field not in (WHOLE, "status"):
                continue
            if since and status:
                spans.append(Span(status, since, day, ended=True))
            if step.field == WHOLE:
                since = day if step.new else None
            else:
                since, status = since and day, step.new
        if since and status:
            spans.append(Span(status, since, until, ended=False))
        return tuple(spans)


class Stand(NamedTuple):
    """An edition as it stood: its name, its own day, and the measures by id."""

    edition: str
    day: date
    measures: Mapping[str, Measure]


class History(NamedTuple):
    """A register's revisions, oldest first, and the story of each measure by its id.

    The key of one that is gone, and whose id stands for another, is as `telling` says.

    `unreadable` were passed over; of those in `partly` some measures could not be read. It begins
    before the first of the revisions where it is `cut`.
    What is in the file now, but in no revision yet, concerns the measures in `uncommitted`. The
    `editions` stand in the order of their days.
    """

    name: str
    stories: Mapping[str, Story]
    revisions: tuple[Revision, ...]
    unreadable: tuple[Revision, ...] = ()
    partly: tuple[Revision, ...] = ()
    cut: Cut | None = None
    uncommitted: frozenset[str] = frozenset()
    editions: tuple[Stand, ...] = ()

    @property
    def shallow(self) -> bool:
        """Whether it is cut because only the newest part was copied."""
        return self.cut is not None and self.cut.why == "shallow"

    def from_start(self, story: Story) -> bool:
        """Whether a measure was there already in the first revision."""
        return story.first.way == self.revisions[0].commit

    def under(self, measure_id: str) -> tuple[Story, ...]:
        """The story of the measure with an id, and those that were under it when they ended.

        Where nobody has the id any longer, it is the one that had it before it got another.
        """
        stories = self.stories.values()
        last = tuple(story for story in stories if story.now.id == measure_id)
        return last or tuple(story for story in stories if measure_id in story.ids)

    def moves(self, measure_id: str) -> Moves:
        """How a measure's deadline has moved; nothing for a measure without a history."""
        story = self.stories.get(measure_id)
        return story.moves() if story else Moves()

    def last_changed(self, measure_id: str) -> date | None:
        """The day a measure was last changed, or None for one without a history."""
        story = self.stories.get(measure_id)
        return story.last_changed if story else None
