"""Compare two editions: match measures by id, and tell what happened to each."""

from collections import Counter
from collections.abc import Container, Iterator
from typing import NamedTuple

from tiltak_cli.changes.change import Change, Kind, Level
from tiltak_cli.changes.fields import field_changes
from tiltak_cli.changes.head import among, head_changes, review_changes
from tiltak_cli.changes.history import Cut
from tiltak_cli.domain.fields import BY_KEY, FIELDS
from tiltak_cli.domain.matching import match
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.organisations import Name, Organisations
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import Phrase, phrase


class Comparison(NamedTuple):
    """Two editions and the changes between them.

    `general` are about the register as a whole; `changes` follow the new edition's order, and what
    has vanished comes last. `comments` tells of comments in the text, which are no content: it is
    not among them. `cut` says why it is not told for which time some deadline is postponed, and
    `left_out` counts the changes that are not among those that were chosen.
    """

    old: Register
    new: Register
    general: tuple[Change, ...]
    changes: tuple[Change, ...]
    comments: Change | None = None
    cut: Cut | None = None
    left_out: int = 0

    @property
    def all(self) -> tuple[Change, ...]:
        """Every change, general ones first."""
        return self.general + self.changes

    def of(self, measure_ids: set[str]) -> "Comparison":
        """The same comparison, of some measures only; what is about the whole register stays.

        A measure whose id has changed is meant by either.
        """
        renamed = {c.measure_id for c in self.changes if c.kind is Kind.ID and c.old in measure_ids}
        measure_ids = measure_ids | renamed
        chosen = tuple(change for change in self.changes if change.measure_id in measure_ids)
        general = tuple(among(self.general, measure_ids))
        return self._without(self._replace(general=general, changes=chosen, comments=None))

    def only(self, kinds: Container[Kind]) -> "Comparison":
        """The same comparison, of some kinds of change only."""
        chosen = self._replace(
            general=tuple(change for change in self.general if change.kind in kinds),
            changes=tuple(change for change in self.changes if change.kind in kinds),
            comments=self.comments if Kind.COMMENTS in kinds else None,
        )
        return self._without(chosen)

    def _without(self, chosen: "Comparison") -> "Comparison":
        """A part of this one that knows how much is left out."""
        fewer = len(self.all) - len(chosen.all)
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

    def measures(self) -> dict[str, list[Change]]:
        """The changes of each measure, by id."""
        changes: dict[str, list[Change]] = {}
        for change in self.changes:
            changes.setdefault(change.measure_id, []).append(change)
        return changes

    def by_area(self) -> dict[str, int]:
        """How many measures have changed in each target area, by its code."""
        counts: Counter[str] = Counter()
        for measure in self._touched():
            counts.update(measure.areas)
        return {area.code: counts[area.code] for area in self.new.strategy.areas}

    def by_ministry(self) -> dict[str, int]:
        """How many measures have changed for each lead organisation, most first."""
        counts = Counter(measure.lead for measure in self._touched())
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def _touched(self) -> list[Measure]:
        """The measures that have changed, as they are now, or as they were before they vanished."""
        known = {**self.old.by_id(), **self.new.by_id()}
        return [known[measure_id] for measure_id in self.measures()]


def compare(old: Register, new: Register) -> Comparison:
    """Tell what changed from one edition to another. Both must be without errors."""
    matching = match(old, new)
    earlier = {now.id: before for before, now in matching.pairs}
    renamed = matching.renamed
    changes: list[Change] = []
    known = {**old.by_id(), **new.by_id()}
    for measure in new.measures:
        before = earlier.get(measure.id)
        if before is None:
            changes.append(_new(measure, known, matching.likely.get(measure.id, "")))
        elif before != measure:
            changes += _changed(followed(before, renamed), measure, old, new)
    titles = {measure.id: measure.title for measure in new.measures}
    replaced: dict[str, list[str]] = {}
    for measure in new.measures:
        for code in measure.replaces:
            replaced.setdefault(code, []).append(measure.id)
    for measure in matching.removed:
        by = tuple(replaced.get(measure.id, ()))
        changes.append(_gone(measure, matching.likely.get(measure.id, ""), titles, by))
    general = (
        *_general(old, new),
        *head_changes(old, new),
        *review_changes(matching.pairs, {change.measure_id for change in changes}),
    )
    return Comparison(old=old, new=new, general=general, changes=tuple(_once(changes)))


def _once(changes: list[Change]) -> Iterator[Change]:
    """The changes, with the day an organisation was founded said only the first time."""
    earlier: set[Phrase] = set()
    for change in changes:
        phrases = tuple(s for s in change.said if s.key != "change.founded" or s not in earlier)
        earlier.update(change.said)
        yield change._replace(said=phrases)


def followed(measure: Measure, renamed: dict[str, str]) -> Measure:
    """A measure that names others by the ids they have now; its own id is as it was."""
    if not renamed:
        return measure

    def now(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(renamed.get(code, code) for code in codes)

    return measure._replace(
        absorbed_into=renamed.get(measure.absorbed_into, measure.absorbed_into),
        replaces=now(measure.replaces),
        part_of=now(measure.part_of),
        depends_on=now(measure.depends_on),
    )


def _changed(before: Measure, measure: Measure, old: Register, new: Register) -> list[Change]:
    changes = field_changes(before, measure, old, new)
    if before.id == measure.id:
        return changes
    phrases = (phrase("change.id", old=before.id, new=measure.id),)
    # What it was called is told; that it replaces itself is not news.
    itself = [c for c in changes if c.field == "erstatter" and before.id in measure.replaces]
    also = tuple(difference for c in itself for difference in ((c.field, c.old, c.new), *c.also))
    rename = Change(
        kind=Kind.ID,
        measure_id=measure.id,
        title=measure.title,
        field="id",
        old=before.id,
        new=measure.id,
        said=phrases,
    )
    return [rename._replace(also=also), *(c for c in changes if c not in itself)]


def _new(measure: Measure, known: dict[str, Measure], likely: str) -> Change:
    lead, origin = measure.responsible, measure.origin
    if origin:
        period = origin.period.replace("-", "–")
        phrases = [phrase("change.carried-over", period=period, lead=lead)]
    else:
        phrases = [phrase("change.new", status=measure.status, lead=lead)]
    if measure.deadline:
        phrases.append(phrase("change.new-deadline", deadline=measure.deadline))
    earlier = {origin.id} if origin else set()
    replaced = [m for c in measure.replaces if c not in earlier and (m := known.get(c))]
    phrases += [phrase("change.replaces", id=m.id, title=m.title) for m in replaced]
    phrases += [phrase("change.like-gone", id=likely)] * bool(likely and not replaced)
    kind = Kind.CARRIED_OVER if origin else Kind.NEW
    values = {field.key: getattr(measure, field.attribute) for field in FIELDS}
    also = tuple((key, None, value) for key, value in values.items() if value)
    return Change(
        kind=kind,
        measure_id=measure.id,
        title=measure.title,
        field="",
        old="",
        new=measure.title,
        said=tuple(phrases),
        also=also,
    )


def _gone(measure: Measure, likely: str, titles: dict[str, str], by: tuple[str, ...]) -> Change:
    kind = Kind.LEFT if measure.ended or by else Kind.VANISHED
    if by:
        phrases = [phrase("change.replaced", by=by, status=measure.status)]
    else:
        how = "change.left" if measure.ended else "change.vanished"
        like = phrase("change.like-new", id=likely, title=titles.get(likely, ""))
        phrases = [phrase(how, status=measure.status)] + [like] * bool(likely)
    return Change(
        kind=kind,
        measure_id=measure.id,
        title=measure.title,
        field="",
        old=measure.title,
        new="",
        said=tuple(phrases),
    )


def _general(old: Register, new: Register) -> Iterator[Change]:
    """Changes to the register as a whole: who keeps it, and ministries with a new name."""
    organisations = new.organisations
    if organisations.identity(old.keeper) != organisations.identity(new.keeper):
        kept = phrase("change.keeper", old=old.keeper, new=new.keeper)
        yield Change(
            kind=Kind.KEEPER,
            measure_id="",
            title="",
            field="ansvarlig",
            old=old.keeper,
            new=new.keeper,
            said=(kept,),
        )
    for key in _organisations_in(new, organisations):
        before = _name(organisations, key, old)
        now = _name(organisations, key, new)
        if before and now and before != now:
            number = sum(
                key in (organisations.identity(code) for code in m.roles()) for m in new.measures
            )
            phrases: tuple[Phrase, ...] = (
                phrase("change.renamed", old=before, new=now, number=number),
            )
            phrases += (phrase("change.renamed-on", day=now.since),) * bool(now.since)
            yield Change(
                kind=Kind.RENAMED,
                measure_id="",
                title="",
                field="virksomhet",
                old=before.code,
                new=now.code,
                said=phrases,
            )


def _organisations_in(register: Register, organisations: Organisations) -> list[str]:
    """Every organisation that a register names, by identity, in order of appearance."""
    codes = [register.keeper, *(code for m in register.measures for code in m.roles())]
    return list(dict.fromkeys(map(organisations.identity, dict.fromkeys(codes))))


def _name(organisations: Organisations, key: str, register: Register) -> Name | None:
    organisation = next((o for o in organisations.all if o.key == key), None)
    return organisation.name_on(register.as_of) if organisation else None
