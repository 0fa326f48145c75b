"""What a sentence of the news is: a claim, whom it is about, and the changes that it tells."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.measure import Measure
from tiltak_cli.wording import Phrase, phrase


class Matter(Enum):
    """What a sentence is about, the weightiest first; its code for programs."""

    WORSE = "forverret"
    COURSE = "ny-kurs"
    COMPLETED = "gjennomført"
    NEW = "nytt"
    DEADLINES = "frister"
    PRIORITIES = "prioriteringer"
    RESPONSIBILITY = "ansvar"


class Subject(NamedTuple):
    """A measure that something is said of. `gone` where it is only in the older edition."""

    id: str
    title: str
    responsible: tuple[str, ...]
    gone: bool = False


class Detail(NamedTuple):
    """What is said of one measure or several: that they all `said`, joined by «og».

    `short` is the same where there is little room. Both are keys with values; how many `subjects`
    there are is added where they are said.
    """

    subjects: tuple[Subject, ...]
    said: tuple[Phrase, ...]
    short: tuple[Phrase, ...]


class Claimed(NamedTuple):
    """A part of a claim that stands alone: what happened, to how many, in a row of the table."""

    key: str
    number: int
    values: tuple[tuple[str, object], ...] = ()


class Sentence(NamedTuple):
    """A claim that stands alone, then the details; `closing` are sentences of no measure.

    `told` are the changes that it tells.
    """

    matter: Matter
    claimed: tuple[Claimed, ...]
    details: tuple[Detail, ...]
    told: tuple[Change, ...]
    closing: tuple[Phrase, ...] = ()

    @property
    def claim(self) -> tuple[Phrase, ...]:
        """The claim's parts with their numbers in words, the first with its noun."""
        noun = "-deadline" if self.matter is Matter.DEADLINES else ""
        heads = (f"brief.head{noun}", *[f"brief.head{noun}-again"] * (len(self.claimed) - 1))
        return tuple(map(_claim, self.claimed, heads))

    @property
    def counted(self) -> tuple[Phrase, ...]:
        """The claim's parts with their numbers in digits, for a line of counts."""
        noun = "-deadline" if self.matter is Matter.DEADLINES else ""
        return tuple(_claim(part, f"brief.count{noun}") for part in self.claimed)

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """Whom it is about, in the order that they are named."""
        return tuple(dict.fromkeys(s for detail in self.details for s in detail.subjects))


def _claim(part: Claimed, head: str) -> Phrase:
    number = part.number
    return phrase(part.key, n=number, head=phrase(head, n=number), **dict(part.values))


# What says no more than a claim that is of nothing else.
REPEATED = {"brief.is-dropped", "brief.is-absorbed", "brief.is-put-off", "brief.assessed-as"}


def sentence(
    matter: Matter, claimed: Iterable[Claimed], details: Iterable[Detail], changes: Iterable[Change]
) -> Sentence:
    """A sentence, whose details are named only where they say no more than its claim."""
    parts, groups = tuple(part for part in claimed if part.number), grouped(details)
    if len(parts) == len(groups) == 1 and {each.key for each in groups[0].said} <= REPEATED:
        groups = (groups[0]._replace(said=(), short=()),)
    return Sentence(matter, parts, groups, tuple(changes))


class Item(NamedTuple):
    """A count in the last line: what it counts, and the ids of the measures, if of any."""

    said: tuple[Phrase, ...]
    ids: tuple[str, ...]
    told: tuple[Change, ...]


class Brief(NamedTuple):
    """The news: at most six sentences, the weightiest first, then counts of all that is lighter."""

    sentences: tuple[Sentence, ...]
    rest: tuple[Item, ...]


class Pairs:
    """The measures of a comparison, as they were and as they are."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.before = comparison.old.by_id()
        self.now = comparison.new.by_id()

    def of(self, kinds: Iterable[Kind]) -> list[Change]:
        """The changes of some kinds, in the comparison's order."""
        wanted = frozenset(kinds)
        return [change for change in self.comparison.changes if change.kind in wanted]

    def measure(self, change: Change) -> Measure:
        """The measure as it is now, or as it was before it was gone."""
        return (self.before if change.gone else self.now)[change.measure_id]

    def subject(self, change: Change) -> Subject:
        """The measure by its name now, or by the one it had."""
        measure = self.measure(change)
        return Subject(measure.id, measure.title, measure.responsible, change.gone)


def detail(subject: Subject, *said: Phrase, short: tuple[Phrase, ...] = ()) -> Detail:
    """What is said of one measure; in short the same, where nothing else is given."""
    return Detail((subject,), said, short or said)


def grouped(details: Iterable[Detail]) -> tuple[Detail, ...]:
    """Details that say the same are one, of all their measures; in the order of the first ones."""
    groups: dict[tuple[object, object], list[Subject]] = {}
    for subjects, phrases, short in details:
        groups.setdefault((phrases, short), []).extend(subjects)
    return tuple(
        Detail(tuple(subjects), phrases, short)  # type: ignore[arg-type]
        for (phrases, short), subjects in groups.items()
    )
