"""A measure and what belongs to it. `fields.py` says how each attribute is written in the file."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import DEADLINE, FIELDS, ID, MILESTONES

EVERYONE = "alle"


class Status(StrEnum):
    """The stored status, in the order that a measure moves through; the last three are exits."""

    PROPOSED = "foreslått"
    ADOPTED = "vedtatt"
    STARTED = "igangsatt"
    COMPLETED = "gjennomført"
    POSTPONED = "utsatt"
    DROPPED = "utgår"
    ABSORBED = "innlemmet"


class Priority(StrEnum):
    """How much a measure matters, highest first."""

    HIGH = "høy"
    MEDIUM = "middels"
    LOW = "lav"


class Assessment(StrEnum):
    """The responsible ministry's own judgement of how it goes, independent of the status."""

    GREEN = "grønn"
    YELLOW = "gul"
    RED = "rød"


NOT_STARTED = frozenset({Status.PROPOSED, Status.ADOPTED})
ENDED = frozenset({Status.COMPLETED, Status.DROPPED, Status.ABSORBED})
# The fields, by their keys, that a measure must have when its status or assessment is this one.
NEEDS: dict[Status | Assessment, tuple[str, ...]] = {
    Status.COMPLETED: ("gjennomført", "resultat"),
    Status.STARTED: ("fremdrift",),
    Status.POSTPONED: ("begrunnelse",),
    Status.DROPPED: ("begrunnelse",),
    Status.ABSORBED: ("begrunnelse", "innlemmet_i"),
    Assessment.YELLOW: ("avvik",),
    Assessment.RED: ("avvik",),
}
# What a measure is known by: without it nobody can say which one is meant.
KNOWN_BY = (ID, "tittel")
# The fields that every measure must have, and that may be shown as not stated where they lack.
REQUIRED = tuple(field for field in FIELDS if field.required and field.key not in KNOWN_BY)
NEEDS_REASON = frozenset(value for value, keys in NEEDS.items() if "begrunnelse" in keys)


class Milestone(NamedTuple):
    """A step on the way; `reached` is the day it was reached, if it was."""

    id: str
    text: str
    deadline: PartialDate | None
    reached: date | None


class Document(NamedTuple):
    """A document with its address on the web."""

    title: str
    link: str


class Origin(NamedTuple):
    """Where a measure from the previous strategy period came from, and its state at transition."""

    period: str
    id: str
    status: str


class Measure(NamedTuple):
    """One measure. Texts are empty, and what is not text is None, where the file says nothing."""

    id: str
    title: str
    description: str
    areas: tuple[str, ...]
    directions: tuple[str, ...]
    developments: tuple[str, ...]
    responsible: tuple[str, ...]
    executing: tuple[str, ...]
    participants: tuple[str, ...]
    status: Status | None
    reason: str
    priority: Priority | None
    start: PartialDate | None
    deadline: PartialDate | None
    ongoing: bool
    original_deadline: PartialDate | None
    completed: date | None
    result: str
    milestones: tuple[Milestone, ...]
    assessment: Assessment | None
    deviation: str
    risk: str
    progress: str
    documentation: tuple[Document, ...]
    origin: Origin | None
    absorbed_into: str
    replaces: tuple[str, ...]
    part_of: tuple[str, ...]
    depends_on: tuple[str, ...]
    forum: str
    contact: str
    note: str
    updated: date | None

    @property
    def lead(self) -> str:
        """The organisation that leads: the first of those responsible, or nothing."""
        return self.responsible[0] if self.responsible else ""

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be done: completed, dropped or absorbed."""
        return self.status in ENDED

    def overdue(self, day: date) -> bool:
        """Whether the deadline's whole period is over on that day and the work is not.

        Of one without a status nobody knows.
        """
        return (
            self.deadline is not None
            and self.status is not None
            and self.deadline.last < day
            and not self.ended
            and self.status is not Status.POSTPONED
        )

    @property
    def happened(self) -> list[date]:
        """Every day on which something is said to have happened."""
        days = [self.completed, self.updated, *(m.reached for m in self.milestones)]
        return [day for day in days if day]

    @property
    def ends_before_it_starts(self) -> bool:
        """Whether the deadline is before the start: then other dates cannot be judged by them."""
        return (
            self.start is not None
            and self.deadline is not None
            and self.deadline.last < self.start.first
        )

    def late_start(self, day: date) -> bool:
        """Whether the period it should have started in is over, and it has not started."""
        return self.start is not None and self.start.last < day and self.status in NOT_STARTED

    def roles(self) -> tuple[str, ...]:
        """Every organisation named in any role, without repeats; `alle` is not a name."""
        named = (*self.responsible, *self.executing, *self.participants)
        return tuple(code for code in dict.fromkeys(named) if code != EVERYONE)


def unstated(measure: Measure) -> tuple[str, ...]:
    """The fields, by key, that every measure must have and this one has not: nothing is guessed."""
    return tuple(field.key for field in REQUIRED if not getattr(measure, field.attribute))


def may_be_unstated(path: tuple[str | int, ...]) -> bool:
    """Whether a measure is clear without what stands at a path in it.

    Of its parts only a milestone is known without a deadline.
    """
    part = (path[:1], path[2:])
    own = len(path) == 1 and path[0] not in KNOWN_BY
    return own or part == ((MILESTONES,), (DEADLINE,))
