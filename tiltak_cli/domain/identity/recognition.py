"""Which measures of two editions have the same title and text, whatever their numbers are.

A number alone says little: a plan may be numbered anew. Title and text say which measure it is;
where they speak for another number than the one that stands, the shortest account decides.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from tiltak_cli.domain.identity.likeness import (
    ENOUGH_WORDS,
    NEAREST,
    SHARED,
    TELLING,
    Identity,
    alike,
    candidates,
    closeness,
    differences,
    related,
    resembling,
    share,
    unlike,
)
from tiltak_cli.domain.identity.numbers import followed, with_numbers
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.spelling import folded

# The old id of each new measure, by its new one.
Partners = dict[str, str]
# What it takes to tell of a measure that has come or gone, where a field that differs takes one.
ALONE = 2
# Of the words in two descriptions, so many are the same where the text is still that one.
SAME_TEXT = 0.5


class Sides(NamedTuple):
    """The measures of two editions by id, and which organisation an abbreviation stands for."""

    before: Mapping[str, Measure]
    after: Mapping[str, Measure]
    identity: Identity

    def without(self, partners: Partners) -> "Sides":
        """The measures that have no partner yet; `partners` are by their new ids."""
        taken = set(partners.values())
        return self._replace(
            before={code: m for code, m in self.before.items() if code not in taken},
            after={code: m for code, m in self.after.items() if code not in partners},
        )


class Said(NamedTuple):
    """What title and text say: the old id of each new measure, and the new id of each old one."""

    was: Partners
    now: Partners


def recognised(sides: Sides) -> Partners:
    """Measures that are surely the same: by title and text, else by an id that they do not deny.

    An id that stands for something else altogether makes no pair.
    """
    words = _by_words(sides)
    twins = Said(words, {old: new for new, old in words.items()})
    partners: Partners = {}
    alone: Partners = {}
    for olds, news in _connected(sides, twins):
        if sides.after.keys().isdisjoint(olds) and sides.before.keys().isdisjoint(news):
            alone |= {new: words[new] for new in news if new in words}
        else:
            partners |= _settled(sides, twins, olds, news)
    partners |= {new: old for new, old in alone.items() if _same_but_number(sides, old, new)}
    numbered_anew = any(new != old for new, old in partners.items())
    partners |= alone if numbered_anew else {}
    partners = {
        new: old
        for new, old in partners.items()
        if words.get(new) == old
        or new != old
        or not unlike(sides.before[old], sides.after[new], sides.identity)
    }
    return partners | (_all_but_one_field(sides.without(partners)) if numbered_anew else {})


def _by_words(sides: Sides) -> Partners:
    """Pairs by title, then by description, then by nearly the same title."""
    partners: Partners = {}
    ids = dict.fromkeys((*sides.before, *sides.after), "")

    def without_numbers(text: str) -> str:
        return folded(with_numbers(text, ids))

    def content(measure: Measure) -> tuple[object, ...]:
        values = (getattr(measure, attribute) for attribute, _ in TELLING)
        return tuple([without_numbers(v) if isinstance(v, str) else v for v in values])

    def description(measure: Measure) -> str:
        # «Kommer senere» does not tell a measure from others.
        text = without_numbers(measure.description)
        return text if text.count(" ") + 1 >= ENOUGH_WORDS else ""

    for olds, news in _groups(sides, lambda measure: folded(measure.title)):
        if len(olds) == len(news) == 1:
            partners[news[0].id] = olds[0].id
        else:
            group = Sides({m.id: m for m in olds}, {m.id: m for m in news}, sides.identity)
            partners |= _of_one_title(group, sides, content)
    left = sides.without(partners)
    for olds, news in _groups(left, description):
        if len(olds) == len(news) == 1 and related(olds[0], news[0], sides.identity):
            partners[news[0].id] = olds[0].id
    return partners | _nearly(left.without(partners))


def _groups(
    sides: Sides, key: Callable[[Measure], object]
) -> Iterator[tuple[list[Measure], list[Measure]]]:
    """The measures with the same key, before and now, where there are some on both sides."""
    groups: defaultdict[object, tuple[list[Measure], list[Measure]]]
    groups = defaultdict(lambda: ([], []))
    for place, side in enumerate((sides.before, sides.after)):
        for measure in side.values():
            if name := key(measure):
                groups[name][place].append(measure)
    return ((olds, news) for olds, news in groups.values() if olds and news)


def _of_one_title(group: Sides, sides: Sides, content: Callable[[Measure], object]) -> Partners:
    """Pairs of measures that have one title, of which there are several: by all else they say."""
    partners: Partners = {}
    for olds, news in _groups(group, content):
        partners |= _of_one_content(olds, news, sides)
    left = group.without(partners)
    if max(len(left.before), len(left.after)) > NEAREST:
        return partners
    pairs = [(old, new) for old in left.before.values() for new in left.after.values()]
    return partners | _mutual(pairs)


def _of_one_content(olds: list[Measure], news: list[Measure], sides: Sides) -> Partners:
    """Pairs of measures that say just the same; which of them is which, only their ids tell."""
    ids = {measure.id for measure in olds}
    partners = {measure.id: measure.id for measure in news if measure.id in ids}
    rest = [measure.id for measure in olds if measure.id not in partners]
    other = [measure.id for measure in news if measure.id not in partners]
    # Where all the numbers were in use already, some have changed places: all ways are as good.
    swapped = all(code in sides.after for code in rest) and all(c in sides.before for c in other)
    if len(rest) == len(other) and (len(rest) == 1 or swapped):
        partners |= dict(zip(other, rest, strict=True))
    return partners


def _nearly(left: Sides) -> Partners:
    """Pairs with nearly the same title and most values."""
    olds, news = list(left.before.values()), list(left.after.values())
    near = candidates([m.title for m in olds], [m.title for m in news])
    return _mutual(
        (old, news[place])
        for old, places in zip(olds, near, strict=True)
        for place in places
        if alike(old, news[place]) and related(old, news[place], left.identity)
    )


def _all_but_one_field(left: Sides) -> Partners:
    """Pairs that differ in one field, its title it may be, in a plan that is numbered anew."""
    if max(len(left.before), len(left.after)) > NEAREST:
        return {}
    pairs = ((old, new) for old in left.before.values() for new in left.after.values())
    return _mutual(
        (old, new) for old, new in pairs if differences(old, new) == 1 and resembling(old, new)
    )


def _mutual(pairs: Iterable[tuple[Measure, Measure]]) -> Partners:
    """The pairs of which each is the best that the other can have, and no other is as good."""
    ranks = {(o.id, n.id): (differences(o, n), o.id != n.id) for o, n in pairs}
    best: dict[tuple[int, str], tuple[int, bool]] = {}
    number: Counter[tuple[int, str, tuple[int, bool]]] = Counter()
    for codes, rank in ranks.items():
        for side in enumerate(codes):
            best[side] = min(best.get(side, rank), rank)
            number[*side, rank] += 1
    return {
        new: old
        for (old, new), rank in ranks.items()
        if all(best[s] == rank and number[*s, rank] == 1 for s in enumerate((old, new)))
    }


def _connected(sides: Sides, twins: Said) -> Iterator[tuple[list[str], list[str]]]:
    """The ids before and now that hang together, by being the same or by a pair of words."""
    seen: set[str] = set()
    for start in sides.after:
        if start in seen:
            continue
        olds: dict[str, None] = {}
        news = {start: None}
        waiting = [start]
        while waiting:
            new = waiting.pop()
            origins = [old for old in (new, twins.was.get(new, "")) if old in sides.before]
            further = [code for old in origins for code in (old, twins.now.get(old, ""))]
            further = [code for code in further if code in sides.after and code not in news]
            olds |= dict.fromkeys(origins)
            news |= dict.fromkeys(further)
            waiting += further
        seen |= news.keys()
        yield list(olds), list(news)


def _settled(sides: Sides, twins: Said, olds: list[str], news: list[str]) -> Partners:
    """The partners among measures that hang together, by words or by number."""
    known = set(olds)
    by_number = {new: new for new in news if new in known}
    by_words = {new: twins.was[new] for new in news if new in twins.was}
    if not by_words or by_words == by_number:
        return by_number
    by_words |= _the_rest(sides, by_words, olds, news)
    ways = [
        (_account(sides, twins, pairs, (olds, news)), number, pairs)
        for number, pairs in enumerate((by_words, by_number))
    ]
    return min(ways)[-1]


def _same_but_number(sides: Sides, old: str, new: str) -> bool:
    """Whether what has come is what has gone: with its title, and with its text or its values."""
    before, now = sides.before[old], sides.after[new]
    same_text = closeness(before.description, now.description) >= SAME_TEXT
    return _one_title(before, now) and (same_text or share(before, now, sides.identity) >= SHARED)


def _the_rest(sides: Sides, by_words: Partners, olds: list[str], news: list[str]) -> Partners:
    """The one that is left on each side when the others are paired by words, if they are akin."""
    taken = set(by_words.values())
    old = [code for code in olds if code not in taken]
    new = [code for code in news if code not in by_words]
    if len(old) != 1 or len(new) != 1:
        return {}
    akin = related(sides.before[old[0]], sides.after[new[0]], sides.identity)
    return {new[0]: old[0]} if akin else {}


def _account(
    sides: Sides, twins: Said, pairs: Partners, ids: tuple[list[str], list[str]]
) -> tuple[int, int]:
    """What there is to tell if these are the pairs: how much is absurd, and all that differs.

    It is absurd where title and text both say that one of a pair is another measure, and where what
    has gone has left its number and its title to something new: that is a copy.
    """
    before, now = sides.before, sides.after
    gone, come = set(ids[0]).difference(pairs.values()), set(ids[1]) - pairs.keys()
    absurd = sum(code in now and _one_title(before[code], now[code]) for code in gone)
    absurd += sum(code in before and _one_title(before[code], now[code]) for code in come)
    changes = ALONE * (len(gone) + len(come)) + any(new != old for new, old in pairs.items())
    renamed = twins.now | {old: new for new, old in pairs.items()}
    for new, old in pairs.items():
        one, other = before[old], now[new]
        changes += differences(followed(one, other, renamed), other)
        earlier, later = (
            before.get(twins.was.get(new, ""), one),
            now.get(twins.now.get(old, ""), other),
        )
        absurd += earlier is not one and _nearer(other, earlier, one)
        absurd += later is not other and _nearer(one, later, other)
    return absurd, changes


def _one_title(one: Measure, other: Measure) -> bool:
    return folded(one.title) == folded(other.title)


def _nearer(measure: Measure, one: Measure, other: Measure) -> bool:
    """Whether title and text of a measure are both nearer to those of one than of another."""
    title, text = measure.title, measure.description
    return closeness(title, one.title) > closeness(title, other.title) and (
        closeness(text, one.description) > closeness(text, other.description)
    )
