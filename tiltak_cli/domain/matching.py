"""Which measure of one edition is which of another: by id, by declaration, or by likeness."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tiltak_cli.domain.likeness import SHARED, Identity, alike, share
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register

# How much likelier the best pair must be than the next best.
MARGIN = 0.15
# Less like than that, two measures are not worth naming together.
WORTH_NAMING = 0.45
# Beyond so many pairs nobody has renamed measures: it is another register.
MANY_PAIRS = 40_000


class Matching(NamedTuple):
    """The measures of two editions, paired.

    `pairs` stand in the new edition's order. `likely` names, for what is new, the id of the measure
    that has vanished and was perhaps the same one, and the other way round.
    """

    pairs: tuple[tuple[Measure, Measure], ...]
    removed: tuple[Measure, ...]
    likely: dict[str, str]

    @property
    def renamed(self) -> dict[str, str]:
        """The new id of each measure whose id has changed, by the old one."""
        return {old.id: new.id for old, new in self.pairs if old.id != new.id}


def match(old: Register, new: Register) -> Matching:
    """Pair the measures of two editions. Ids must be unique in each."""
    before, after = old.by_id(), new.by_id()
    partner = {m.id: before[m.id] for m in new.measures if m.id in before}
    removed = [m for m in old.measures if m.id not in after]
    added = [m for m in new.measures if m.id not in before]
    identity = new.organisations.identity
    declared = _declared(added, {m.id: m for m in removed}, identity)
    if not declared:
        # A declaration holds from the later edition to the earlier one too.
        backwards = _declared(removed, {m.id: m for m in added}, identity)
        declared = {code: earlier for earlier, code in backwards.items()}
    partner |= {code: before[earlier] for code, earlier in declared.items()}
    gone = [m for m in removed if m.id not in declared.values()]
    come = [m for m in added if m.id not in declared]
    sure, likely = _by_likeness(gone, come, identity)
    partner |= {code: before[earlier] for code, earlier in sure.items()}
    taken = {earlier.id for earlier in partner.values()}
    return Matching(
        tuple((partner[m.id], m) for m in new.measures if m.id in partner),
        tuple(m for m in removed if m.id not in taken),
        likely,
    )


def renames(
    gone: Mapping[str, Measure], new: Mapping[str, Measure], identity: Identity
) -> dict[str, str]:
    """The old id of each new measure that is surely one of those that are gone."""
    declared = _declared(new.values(), gone, identity)
    left = [m for code, m in gone.items() if code not in declared.values()]
    come = [m for code, m in new.items() if code not in declared]
    return declared | _by_likeness(left, come, identity)[0]


def _declared(
    measures: Iterable[Measure], gone: Mapping[str, Measure], identity: Identity
) -> dict[str, str]:
    """Measures that say which one they were: in their origin, or by the one they replace.

    One that replaces another may also be something new, which has little in common with it.
    """
    claims: dict[str, list[str]] = {}
    for measure in measures:
        codes = {measure.origin.id} if measure.origin else set()
        codes |= set(measure.replaces)
        if len(named := codes & gone.keys()) != 1:
            continue
        earlier = gone[named.pop()]
        declared = measure.origin is not None and measure.origin.id == earlier.id
        if declared or alike(earlier, measure) or share(earlier, measure, identity) >= WORTH_NAMING:
            claims.setdefault(earlier.id, []).append(measure.id)
    return {ids[0]: earlier for earlier, ids in claims.items() if len(ids) == 1}


def _by_likeness(
    gone: list[Measure], come: list[Measure], identity: Identity
) -> tuple[dict[str, str], dict[str, str]]:
    """Pairs that are surely the same measure, by the new id; and those that may be, both ways."""
    if not gone or not come or len(gone) * len(come) > MANY_PAIRS:
        return {}, {}
    shares = {(old.id, new.id): share(old, new, identity) for old in gone for new in come}
    sure: dict[str, str] = {}
    likely: dict[str, str] = {}
    for old in gone:
        best = max(come, key=lambda new: shares[old.id, new.id])
        value = shares[old.id, best.id]
        others = [shares[old.id, new.id] for new in come if new is not best]
        others += [shares[measure.id, best.id] for measure in gone if measure is not old]
        clear = value - max(others, default=0.0) >= MARGIN
        if value >= SHARED and clear and old.title and alike(old, best):
            sure[best.id] = old.id
        elif alike(old, best) or (value >= WORTH_NAMING and clear):
            likely.setdefault(best.id, old.id)
            likely[old.id] = best.id
    return sure, {a: b for a, b in likely.items() if not {a, b} & {*sure, *sure.values()}}
