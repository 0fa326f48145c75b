"""Compare two editions: match the measures, and tell what happened to each."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.calendar import passed
from tiltak_cli.changes.change import Change, Kind, Level
from tiltak_cli.changes.general import general_changes, renamings
from tiltak_cli.changes.head import among, head_changes, review_changes
from tiltak_cli.changes.history import Cut
from tiltak_cli.changes.whole import changed, come, gone, id_again, numbered_anew
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.identity.matching import Matching, match
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import Phrase


class Touched(NamedTuple):
    """A measure, as it is now or as it was before it vanished, with its changes."""

    measure: Measure
    changes: list[Change]


class Comparison(NamedTuple):
    """Two editions, which measure of one is which of the other, and the changes between them.

    `general` are about the register as a whole; `changes` follow the new edition's order. What has
    vanished comes last, or before the one that has its id now. `calendar` tells what
    has passed by `day`, which is the newer edition's own where no other was asked for: nobody has
    written that, so it is counted apart. `comments` tells of comments in the text, which are no
    content: it is not among them. `cut` says why it is not told
    for which time some deadline is postponed, and `left_out` counts the changes that are not among
    those that were chosen.
    """

    old: Register
    new: Register
    matching: Matching
    general: tuple[Change, ...]
    changes: tuple[Change, ...]
    day: date
    calendar: tuple[Change, ...] = ()
    comments: Change | None = None
    cut: Cut | None = None
    left_out: int = 0

    @property
    def all(self) -> tuple[Change, ...]:
        """Every change, general ones first."""
        return self.general + self.changes

    @property
    def everything(self) -> tuple[Change, ...]:
        """Every change, general ones first, then what the calendar has changed."""
        return (*self.general, *self.calendar, *self.changes)

    @property
    def news(self) -> bool:
        """Whether there is anything to tell: a change, or a day that has passed."""
        return bool(self.everything)

    @property
    def unwritten(self) -> tuple[Change, ...]:
        """The measures that have become late, and of which nobody has written anything."""
        written = {change.measure_id for change in self.changes if not change.gone}
        late = (change for change in self.calendar if change.kind is Kind.BECAME_LATE)
        return tuple(change for change in late if change.measure_id not in written)

    def of(self, now: Container[str], before: Container[str] = frozenset()) -> "Comparison":
        """The same comparison, of some measures only; what is about the whole register stays.

        `now` are ids in the newer edition and `before` ids in the older; either means the measure.
        """
        meant = {new for old, new in self.matching.numbers.items() if old in before}
        chosen = tuple(
            change
            for change in self.changes
            if change.measure_id in (before if change.gone else now)
            or (change.measure_id in meant and not change.gone)
        )
        ids = {m.id for m in self.new.measures if m.id in now or m.id in meant}
        general = tuple(among(self.general, ids))
        passing = tuple(change for change in self.calendar if change.measure_id in ids)
        return self._without(
            self._replace(general=general, changes=chosen, calendar=passing, comments=None)
        )

    def only(self, kinds: Container[Kind]) -> "Comparison":
        """The same comparison, of some kinds of change only."""
        chosen = self._replace(
            general=tuple(change for change in self.general if change.kind in kinds),
            changes=tuple(change for change in self.changes if change.kind in kinds),
            calendar=tuple(change for change in self.calendar if change.kind in kinds),
            comments=self.comments if Kind.COMMENTS in kinds else None,
        )
        return self._without(chosen)

    def _without(self, chosen: "Comparison") -> "Comparison":
        """A part of this one that knows how much is left out."""
        fewer = len(self.all + self.calendar) - len(chosen.all + chosen.calendar)
        comments = self.comments is not None and chosen.comments is None
        return chosen._replace(left_out=self.left_out + fewer + comments)

    def public(self) -> "Comparison":
        """The comparison without what has changed in internal fields: what may leave the house."""
        kept = tuple(c for c in self.changes if c.field not in BY_KEY or BY_KEY[c.field].public)
        return self._replace(changes=kept)

    def by_kind(self) -> list[tuple[Kind, int]]:
        """How many changes of each kind there are, the weightiest level and kind first."""
        counts = Counter(change.kind for change in self.all)
        return [(kind, counts[kind]) for kind in sorted(counts, key=lambda kind: kind.rank)]

    def by_level(self) -> dict[Level, int]:
        """How many changes of each level there are."""
        counts = Counter(change.kind.level for change in self.all)
        return {level: counts[level] for level in Level}

    def measures(self) -> list[Touched]:
        """The measures that have changed; an id may stand for one that is gone and one that is new.

        What is gone is as it was. Those that only the calendar has changed are not among them.
        """
        return self._touched(self.changes)

    def told(self) -> list[Touched]:
        """All measures that there is something to tell of, what the calendar changed first."""
        return self._touched((*self.calendar, *self.changes))

    def _touched(self, changes: Iterable[Change]) -> list[Touched]:
        before, now = self.old.by_id(), self.new.by_id()
        touched: dict[tuple[bool, str], Touched] = {}
        for change in changes:
            key = (change.gone, change.measure_id)
            if key not in touched:
                measure = (before if change.gone else now)[change.measure_id]
                touched[key] = Touched(measure, [])
            touched[key].changes.append(change)
        return list(touched.values())

    def by_area(self) -> dict[str, int]:
        """How many measures have changed in each target area, by its code."""
        counts: Counter[str] = Counter()
        for measure, _ in self.measures():
            counts.update(measure.areas)
        return {area.code: counts[area.code] for area in self.new.strategy.areas}

    def by_ministry(self) -> dict[str, int]:
        """How many measures have changed for each lead organisation, most first.

        One with a new name counts once, by its abbreviation now.
        """
        now = {renaming.key: renaming.new.code for renaming in renamings(self.old, self.new)}
        identity = self.new.organisations.identity
        leads = [measure.lead for measure, _ in self.measures() if measure.lead]
        counts = Counter(now.get(identity(lead), lead) for lead in leads)
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def formerly(self) -> dict[str, str]:
        """What those with a new abbreviation had before it, by the new one."""
        both = ((r.old.code, r.new.code) for r in renamings(self.old, self.new))
        return {new: old for old, new in both if new != old}


def compare(old: Register, new: Register, *, day: date | None = None) -> Comparison:
    """Tell what changed from one edition to another. Both must be without errors.

    What has passed is told as of a `day`, or else as of the newer edition's own.
    """
    day = day or new.as_of
    matching = match(old.by_id(), new.by_id(), new.organisations.identity)
    earlier, renamed, again = matching.earlier, matching.renamed, matching.again
    changes: list[Change] = []
    known = {**old.by_id(), **new.by_id()}
    left = _left(matching, new)
    for measure in new.measures:
        if measure.id in left:
            changes.append(left.pop(measure.id))
        before = earlier.get(measure.id)
        if before is None:
            changes.append(come(measure, known, matching.resembles.get(measure.id, "")))
            if measure.id in again:
                changes.append(id_again(again[measure.id], measure))
        elif renamed or before != measure:
            changes += changed(before, measure, renamed, old, new)
    changes += left.values()
    general = [
        *general_changes(old, new, matching.pairs),
        *head_changes(old, new),
        *review_changes(matching.pairs, {change.measure_id for change in changes}),
    ]
    if numbered := numbered_anew(changes, old):
        general.insert(0, numbered)
        changes = [change for change in changes if change.kind is not Kind.ID]
    return Comparison(
        old=old,
        new=new,
        matching=matching,
        general=tuple(general),
        changes=tuple(_once(changes)),
        day=day,
        calendar=tuple(passed(matching.pairs, old.as_of, day)),
    )


def _left(matching: Matching, new: Register) -> dict[str, Change]:
    """What is said of each measure that is not in the newer edition, by its id."""
    now = new.by_id()
    heirs: dict[str, list[str]] = {}
    for measure in new.measures:
        for code in measure.replaces:
            heirs.setdefault(code, []).append(measure.id)
    like = {old: now[code] for old, code in matching.resembled.items()}
    return {
        measure.id: gone(
            measure, like.get(measure.id), now.get(measure.id), tuple(heirs.get(measure.id, ()))
        )
        for measure in matching.removed
    }


def _once(changes: list[Change]) -> Iterator[Change]:
    """The changes, with the day an organisation was founded said only the first time."""
    earlier: set[Phrase] = set()
    for change in changes:
        phrases = tuple(s for s in change.said if s.key != "change.founded" or s not in earlier)
        earlier.update(change.said)
        yield change._replace(said=phrases)
