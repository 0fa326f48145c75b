"""Which measure of one edition is which of another: by declaration, words, id or likeness."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tiltak_cli.domain.identity.likeness import (
    Identity,
    alike,
    related,
    resembling,
    share,
    shared,
    unlike,
    values_of,
)
from tiltak_cli.domain.identity.recognition import Partners, Sides, recognised
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.spelling import folded

# How much likelier the best pair must be than the next best.
MARGIN = 0.15
# Less like than that, two measures are not worth naming together.
WORTH_NAMING = 0.45
# Beyond so many pairs nobody has renamed measures: it is another register.
MANY_PAIRS = 40_000
Known = Mapping[str, Measure]


class Matching(NamedTuple):
    """The measures of two editions, paired.

    `pairs` stand in the new edition's order. `resembles` names, by the id of what is new, the
    measure that has vanished and was perhaps the same one; `resembled` is the other way round.
    """

    pairs: tuple[tuple[Measure, Measure], ...]
    added: tuple[Measure, ...]
    removed: tuple[Measure, ...]
    resembles: Partners
    resembled: Partners

    @property
    def renamed(self) -> dict[str, str]:
        """The new id of each measure whose id has changed, by the old one."""
        return {old.id: new.id for old, new in self.pairs if old.id != new.id}

    @property
    def numbers(self) -> dict[str, str]:
        """The id now of each measure that is in both, by the one it had."""
        return {old.id: new.id for old, new in self.pairs}

    @property
    def earlier(self) -> dict[str, Measure]:
        """Each measure that is in both as it was, by its id now."""
        return {new.id: old for old, new in self.pairs}

    @property
    def again(self) -> dict[str, Measure]:
        """What had the id before, of each new measure with the id of one that is gone."""
        gone = {measure.id: measure for measure in self.removed}
        return {measure.id: gone[measure.id] for measure in self.added if measure.id in gone}


def match(before: Known, after: Known, identity: Identity) -> Matching:
    """Pair the measures of two editions, which are given by their ids.

    `identity` says which organisation an abbreviation stands for.
    """
    partners = _unchanged_names(before, after)
    rest = Sides(before, after, identity).without(partners)
    resembles: Partners = {}
    resembled: Partners = {}
    if rest.before and rest.after:
        pairs, resembles, resembled = _among(_as_told_apart(rest, (before, after)))
        partners |= pairs
    taken = set(partners.values())
    return Matching(
        pairs=tuple((before[partners[m.id]], m) for m in after.values() if m.id in partners),
        added=tuple(m for m in after.values() if m.id not in partners),
        removed=tuple(m for m in before.values() if m.id not in taken),
        resembles=resembles,
        resembled=resembled,
    )


def partners_of(before: Known, after: Known, identity: Identity) -> Partners:
    """The old id of each measure that is one of the earlier ones, by the id it has now."""
    return {new.id: old.id for old, new in match(before, after, identity).pairs}


def _unchanged_names(before: Known, after: Known) -> Partners:
    """Measures with the id and the title that they had, where no other has that title."""
    titles = (Counter(measure.title for measure in side.values()) for side in (before, after))
    once = set.intersection(*({t for t, n in counts.items() if t and n == 1} for counts in titles))
    return {
        code: code
        for code, measure in after.items()
        if measure.title in once and code in before and before[code].title == measure.title
    }


def _as_told_apart(sides: Sides, whole: tuple[Known, Known]) -> Sides:
    """The measures without a description that several have: «Beskrives senere» tells nothing."""
    counts = (Counter(folded(m.description) for m in side.values()) for side in whole)
    repeated = {text for count in counts for text, n in count.items() if text and n > 1}

    def judged(side: Known) -> Known:
        return {
            code: m._replace(description="") if folded(m.description) in repeated else m
            for code, m in side.items()
        }

    return sides._replace(before=judged(sides.before), after=judged(sides.after))


def _among(sides: Sides) -> tuple[Partners, Partners, Partners]:
    """Pairs among measures of which ids and titles do not say the same; and what is only alike."""
    partners = _declared_either_way(_apart(sides))
    partners |= recognised(sides.without(partners))
    # What stood under an id that is used again is gone, and may have been replaced or renamed.
    partners |= _declared_either_way(sides.without(partners))
    left = sides.without(partners)
    sure, resembles, resembled = _by_likeness(
        list(left.before.values()), list(left.after.values()), sides.identity
    )
    return partners | sure, resembles, resembled


def _apart(sides: Sides) -> Sides:
    """The measures whose ids stand on their own side only."""
    return sides._replace(
        before={code: m for code, m in sides.before.items() if code not in sides.after},
        after={code: m for code, m in sides.after.items() if code not in sides.before},
    )


def _declared_either_way(sides: Sides) -> Partners:
    """A declaration holds from the later edition to the earlier one too."""
    before, after, identity = sides
    declared = _declared(after.values(), before, identity)
    backwards = {} if declared else _declared(before.values(), after, identity)
    return declared or {code: earlier for earlier, code in backwards.items()}


def _declared(measures: Iterable[Measure], gone: Known, identity: Identity) -> dict[str, str]:
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
        near = share(earlier, measure, identity) >= WORTH_NAMING
        near = near and not unlike(earlier, measure, identity)
        if declared or near or alike(earlier, measure):
            claims.setdefault(earlier.id, []).append(measure.id)
    return {ids[0]: earlier for earlier, ids in claims.items() if len(ids) == 1}


def _by_likeness(
    gone: list[Measure], come: list[Measure], identity: Identity
) -> tuple[Partners, Partners, Partners]:
    """Pairs that are surely the same measure, by the new id; and those that may be, both ways."""
    if not gone or not come or len(gone) * len(come) > MANY_PAIRS:
        return {}, {}, {}
    before = {m.id: values_of(m, identity) for m in gone}
    after = {m.id: values_of(m, identity) for m in come}
    shares = {(old, new): shared(before[old], after[new]) for old in before for new in after}
    sure: Partners = {}
    resembles: Partners = {}
    resembled: Partners = {}
    for old in gone:
        best = max(come, key=lambda new: shares[old.id, new.id])
        value = shares[old.id, best.id]
        others = [shares[old.id, new] for new in after if new != best.id]
        others += [shares[code, best.id] for code in before if code != old.id]
        clear = value - max(others, default=0.0) >= MARGIN
        near = value >= WORTH_NAMING and clear and resembling(old, best)
        if clear and old.title and alike(old, best) and related(old, best, identity):
            sure[best.id] = old.id
        elif old.id != best.id and (near or alike(old, best)):
            resembles.setdefault(best.id, old.id)
            resembled[old.id] = best.id
    taken = set(sure.values())
    return (
        sure,
        {new: old for new, old in resembles.items() if new not in sure and old not in taken},
        {old: new for old, new in resembled.items() if new not in sure and old not in taken},
    )
