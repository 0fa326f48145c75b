"""How it has gone over time: the situation at each edition's own date, and deadlines kept."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Stand
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.domain.identity.matching import match
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.overview.counts import Counts, Overview, Situation, Standings, kinds_of, situation
from tiltak_cli.overview.summary import GOOD
from tiltak_cli.wording import Phrase, phrase

# So many editions there is room for; the newest ones are shown.
SHOWN = 8
# So many measures are named beside a number.
NAMED = 4


class Deadlines(NamedTuple):
    """The deadlines that fell in a period, by the ids of the measures: each is in one of them."""

    kept: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many there were."""
        return len(self.kept) + len(self.moved) + len(self.missed)


class Point(NamedTuple):
    """How many measures were in each situation on an edition's own day.

    `standings` is how each stood, by id. Of the time since the edition before, nothing for the
    first: `deadlines` are what became of those that fell in it, and `was` the ids there, by those
    here, of the measures that are in both.
    """

    edition: str
    day: date
    situations: Counts
    standings: Standings
    deadlines: Deadlines | None = None
    was: Mapping[str, str] = {}

    @property
    def total(self) -> int:
        """How many measures there were."""
        return len(self.standings)


class Shift(NamedTuple):
    """What has come to a situation since the point before, and what has left it, by ids."""

    come: tuple[str, ...]
    left: tuple[str, ...]


def trend(seen: Overview, comparison: Comparison | None = None) -> tuple[Point, ...]:
    """The editions before this one that are known, oldest first, and what the overview shows.

    The edition that it is compared with is one of them, also where git does not know it. Nothing
    for a selection, whose measures were others then, and where there is nothing before.
    """
    register = seen.register
    if len(seen.measures) < len(register.measures):
        return ()
    earlier = [s for s in seen.editions if s.day < seen.report_date]
    if comparison and not comparison.left_out:
        old = comparison.old
        compared = Stand(old.edition, old.as_of, old.by_id())
        earlier = [s for s in earlier if (s.edition, s.day) != compared[:2]] + [compared]
        earlier.sort(key=lambda stand: stand.day)
    earlier = [s for s in earlier if (s.edition, s.day) != (register.edition, register.as_of)]
    now = Stand(register.edition, seen.report_date, register.by_id())
    return points((*earlier, now), register.organisations.identity) if earlier else ()


def points(stands: Iterable[Stand], identity: Identity) -> tuple[Point, ...]:
    """Editions in the order of their days, each with the deadlines since the one before it."""
    series: list[Point] = []
    before: Stand | None = None
    for stand in stands:
        point = _point(stand)
        if before:
            pairs = match(before.measures, stand.measures, identity).pairs
            was = {new.id: old.id for old, new in pairs}
            point = point._replace(deadlines=_deadlines(before, stand, was), was=was)
        series.append(point)
        before = stand
    kinds = kinds_of(kind for point in series for kind in point.standings.values())
    return tuple(p._replace(situations={k: p.situations.get(k, 0) for k in kinds}) for p in series)


def _point(stand: Stand) -> Point:
    standings = {code: situation(m, stand.day) for code, m in stand.measures.items()}
    counts = Counter(standings.values())
    situations = {kind: counts[kind] for kind in kinds_of(counts)}
    return Point(edition=stand.edition, day=stand.day, situations=situations, standings=standings)


def _deadlines(before: Stand, now: Stand, was: Mapping[str, str]) -> Deadlines:
    """What became of the deadlines that fell after one edition's day and before the next one's.

    They count by what either edition says: one that was moved into the time, and missed again, is
    missed. What is no longer to be done, or is put off, has no deadline to keep.
    """
    kinds: dict[str, list[str]] = {"kept": [], "moved": [], "missed": []}
    for code, measure in now.measures.items():
        old = before.measures[was[code]] if code in was else None
        if old is None or not (old.ended or old.status is Status.POSTPONED):
            outcome = _outcome(old, measure, before.day, now.day)
            if outcome:
                kinds[outcome].append(code)
    return Deadlines(**{kind: tuple(codes) for kind, codes in kinds.items()})


def _outcome(old: Measure | None, new: Measure, then: date, now: date) -> str:
    """`kept`, `moved` or `missed`; nothing where no deadline fell in the time."""

    def fell(due: PartialDate | None) -> bool:
        return due is not None and then <= due.last < now

    due = new.deadline
    if not (fell(due) or (old and fell(old.deadline))):
        return ""
    if new.status is Status.COMPLETED:
        if not (due and new.completed):
            return ""
        return "kept" if new.completed <= due.last else "missed"
    if new.ended or new.status is Status.POSTPONED:
        return ""
    return "missed" if due and new.overdue(now) else "moved"


def shifts(series: tuple[Point, ...]) -> Mapping[Situation, Shift]:
    """What has come to each situation, and left it, between the last two points."""
    if len(series) < 2:  # noqa: PLR2004 - from one to another
        return {}
    before, now = series[-2:]
    became = {old: new for new, old in now.was.items()}
    stood = {became.get(code, code): kind for code, kind in before.standings.items()}
    gone = {code for code in before.standings if code not in became}
    return {
        kind: Shift(
            tuple(c for c, s in now.standings.items() if s is kind and _from(c, now, before) != s),
            tuple(
                c for c, s in stood.items() if s is kind and (c in gone or now.standings[c] != s)
            ),
        )
        for kind in now.situations
    }


def _from(code: str, now: Point, before: Point) -> Situation | None:
    """How a measure stood before; None for one that is new."""
    return before.standings[now.was[code]] if code in now.was else None


def of_all(series: tuple[Point, ...]) -> Shift:
    """The measures that have come to the register, and left it, between the last two points."""
    before, now = series[-2:]
    stayed = set(now.was.values())
    return Shift(
        tuple(code for code in now.standings if code not in now.was),
        tuple(code for code in before.standings if code not in stayed),
    )


def said(series: tuple[Point, ...]) -> tuple[Phrase, ...]:
    """How many went well last time, and what became of the deadlines that fell since."""
    if len(series) < 2:  # noqa: PLR2004 - from one to another
        return ()
    before, now = series[-2:]
    good = sum(before.situations[kind] for kind in GOOD)
    phrases = [phrase("trend.good", edition=before.edition, good=good, total=before.total)]
    fell = now.deadlines
    if fell and fell.number:
        parts = tuple(_fell(kind, ids) for kind, ids in fell._asdict().items() if ids)
        sentence = phrase("trend.deadlines", n=fell.number, edition=before.edition, parts=parts)
        phrases.append(sentence)
    return tuple(phrases)


def _fell(kind: str, ids: tuple[str, ...]) -> Phrase:
    few = "-ids" if len(ids) <= NAMED else ""
    return phrase(f"trend.{kind}{few}", n=len(ids), ids=ids)
