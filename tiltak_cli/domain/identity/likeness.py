"""Whether two measures are the same one, judged by their words and values and not by their ids."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from tiltak_cli.domain.fields import FIELDS, Diff, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.spelling import folded

# Which organisation an abbreviation stands for.
Identity = Callable[[str], str]
Values = frozenset[tuple[str, object]]
# Titles are nearly the same; of what is no title the beginning is enough.
ALIKE = 0.8
TITLE = 200
# Two measures are the same under different ids only where so much of all they say is the same.
SHARED = 0.6
# Of what tells measures apart, so much is the same where words alone do not say whether it is one:
# of those with an owner and a deadline one is, or both.
HALF = 0.5
# Of the words of the one with fewest: with less in common they are about other things; with as
# much, and that many words, they are about the same one.
FEW_WORDS, MANY_WORDS = 0.25, 0.5
# A title alone, or «Kommer senere», is too little to judge by.
ENOUGH_WORDS = 3
# Of a word, what inflection leaves alone; and those that say nothing of what a measure is about.
STEM = re.compile(r"\w{4,6}")
# fmt: off
COMMON = frozenset({
    "skal", "alle", "depart", "tiltak", "arbeid", "felles", "andre", "flere", "eller",
    "blir", "bedre", "både", "denne", "dette", "disse", "etter", "hver", "hvert", "ikke", "innen",
    "mellom", "nytt", "også", "over", "samt", "under", "være", "fleire", "ikkje", "vert",
    "from", "measur", "other", "shall", "that", "their", "this", "will", "with",
})
# What many measures have alike, and which therefore does not tell one from another.
SAYS_LITTLE = frozenset({
    "area", "direction", "development", "status", "priority", "ongoing", "forum",
})
# fmt: on
# A text is held against so many others at most, those with the most words in common; a word that
# more than so many of them have does not tell them apart.
NEAREST, EVERYWHERE = 12, 50
# What says nothing of which measure it is: its number and others', and when it was gone through.
ASIDE = (Kind.REFERENCE, Kind.REFERENCES)
TELLING = tuple(
    (field.attribute, field.diff)
    for field in FIELDS
    if field.kind not in ASIDE and field.diff not in (Diff.IDENTITY, Diff.BOOKKEEPING)
)


class InCommon(NamedTuple):
    """How many words two measures share, and `of` how many: those of the one with fewest."""

    number: int
    of: int

    @property
    def few(self) -> bool:
        """Whether there are too few words to say: then they neither agree nor deny."""
        return self.of < ENOUGH_WORDS

    @property
    def agree(self) -> bool:
        """Whether the words say that it is the same measure."""
        return self.number >= max(ENOUGH_WORDS, MANY_WORDS * self.of)

    @property
    def deny(self) -> bool:
        """Whether the words say that it is another measure."""
        return not self.few and self.number < FEW_WORDS * self.of


def share(left: Measure, right: Measure, identity: Identity) -> float:
    """How much of what two measures say beside their texts is the same, from 0 to 1."""
    return shared(values_of(left, identity), values_of(right, identity))


def alike(left: Measure, right: Measure) -> bool:
    """Whether two measures have nearly the same title."""
    old, new = folded(left.title)[:TITLE], folded(right.title)[:TITLE]
    return old == new or nearly_equal(old, new, ALIKE)


def in_common(left: Measure, right: Measure) -> InCommon:
    """What the words of two titles and descriptions say of whether it is one measure."""
    before, now = _stems(left.title, left.description), _stems(right.title, right.description)
    return InCommon(len(before & now), min(len(before), len(now)))


def unlike(left: Measure, right: Measure, identity: Identity) -> bool:
    """Whether they have nothing to do with each other, though their id is the same.

    A title may be rewritten, and so may a description; a measure that is still the same keeps some
    of its words, or most of what it says besides, of which its owner or its deadline is one. Of a
    few words it is said only where neither they nor these have anything in common.
    """
    if alike(left, right):
        return False
    words = in_common(left, right)
    before, now = values_of(left, identity), values_of(right, identity)
    then, here = _telling(before), _telling(now)
    if words.few:
        # «Ny», of which it is said that it kommer, may be anything.
        enough = _stems(left.title) and _stems(right.title) and then and here
        return bool(enough) and not words.number and then.isdisjoint(here)
    return words.deny and (shared(then, here) < HALF or shared(before, now) <= HALF)


def related(left: Measure, right: Measure, identity: Identity) -> bool:
    """Whether they may be one measure that was rewritten, though their ids are different.

    Its area, status and priority are those of many others: without words they say nothing, and
    with some words it must also have kept its owner, its deadline or the like.
    """
    before, now = values_of(left, identity), values_of(right, identity)
    if shared(before, now) < SHARED:
        return False
    words = in_common(left, right)
    if words.few or words.agree:
        return words.agree or alike(left, right)
    kept = shared(_telling(before), _telling(now)) >= HALF
    return kept and (not words.deny or alike(left, right))


def resembling(left: Measure, right: Measure) -> bool:
    """Whether two measures have a title or some words in common, so that both may be one."""
    words = in_common(left, right)
    return alike(left, right) or (words.number > 0 and not words.deny)


def differences(left: Measure, right: Measure) -> int:
    """How many fields two measures differ in, apart from their numbers and line breaks."""
    return sum(
        _differ(getattr(left, attribute), getattr(right, attribute), diff)
        for attribute, diff in TELLING
    )


def closeness(left: str, right: str) -> float:
    """How many words two texts have in common, from 0 to 1."""
    before, now = Counter(folded(left).split()), Counter(folded(right).split())
    total = before.total() + now.total()
    return 2 * (before & now).total() / total if total else 1.0


def nearly_equal(left: str, right: str, least: float) -> bool:
    """Whether at least so much of two short texts is the same letters in the same order."""
    total = len(left) + len(right)
    # Their lengths, and then what letters they have, mostly say that it is not.
    if 2 * min(len(left), len(right)) < least * total:
        return False
    if 2 * (Counter(left) & Counter(right)).total() < least * total:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, left, right, autojunk=False).ratio() >= least


def candidates(texts: Sequence[str], others: Sequence[str]) -> list[list[int]]:
    """For each text the positions, in order, of the few others that it may be nearly the same as.

    All of them where they are few: how much there is to compare grows as the texts do.
    """
    if len(others) <= NEAREST:
        return [list(range(len(others)))] * len(texts)
    having: dict[str, list[int]] = {}
    for position, other in enumerate(others):
        for stem in _parts(other):
            having.setdefault(stem, []).append(position)
    nearest = []
    for text in texts:
        counts: Counter[int] = Counter()
        for stem in _parts(text):
            if len(positions := having.get(stem, [])) <= EVERYWHERE:
                counts.update(positions)
        nearest.append(sorted(position for position, _ in counts.most_common(NEAREST)))
    return nearest


def _parts(text: str) -> set[str]:
    """What a text is known by, whatever the endings of its words are."""
    return {word[:4] for word in re.findall(r"\w+", folded(text))}


def _differ(left: object, right: object, diff: Diff) -> bool:
    if left == right:
        return False
    if isinstance(left, str) and isinstance(right, str):
        return left.split() != right.split()
    if diff is Diff.SET and isinstance(left, tuple) and isinstance(right, tuple):
        return set(left) != set(right)
    return True


def _stems(*texts: str) -> frozenset[str]:
    words = re.findall(r"\w+", folded(" ".join(texts)))
    stems = (match[0] for word in words if (match := STEM.match(word)))
    return frozenset(stems) - COMMON


def values_of(measure: Measure, identity: Identity) -> Values:
    """What a measure says beside its texts, one by one; a ministry by what it is, not its name."""
    who = (("who", identity(code)) for code in measure.roles())
    lists = {
        "area": measure.areas,
        "direction": measure.directions,
        "development": measure.developments,
        "milestone": [milestone.text for milestone in measure.milestones],
        "link": [document.link for document in measure.documentation],
    }
    single = {
        "status": measure.status,
        "priority": measure.priority,
        "start": measure.start,
        "deadline": measure.deadline,
        "ongoing": measure.ongoing or None,
        "origin": measure.origin,
        "forum": measure.forum or None,
        "contact": measure.contact or None,
    }
    many = ((name, value) for name, values in lists.items() for value in values)
    return frozenset([*who, *many, *((n, v) for n, v in single.items() if v is not None)])


def _telling(values: Values) -> Values:
    """Of what a measure says, that by which it is told from others."""
    return frozenset(value for value in values if value[0] not in SAYS_LITTLE)


def shared(left: Values, right: Values) -> float:
    """How much of what two measures say is the same, from 0 to 1."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 1.0
