"""Whether two measures are the same one, judged by their words and values and not by their ids."""

import re
from collections import Counter
from collections.abc import Callable, Sequence

from tiltak_cli.domain.fields import FIELDS, Diff, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.spelling import folded

# Which organisation an abbreviation stands for.
Identity = Callable[[str], str]
Values = frozenset[tuple[str, object]]
# The same measure under another id: titles so alike, and so many of the values shared.
ALIKE = 0.8
TITLE = 200
SHARED = 0.6
# Another measure under the same id: so few words in common, and so few of the other values.
FEW_WORDS = 0.25
FEW_VALUES = 0.5
# Of a word, what inflection leaves alone; and the words that most measures have.
STEM = re.compile(r"\w{4,6}")
COMMON = frozenset(
    {"skal", "alle", "depart", "tiltak", "arbeid", "felles", "andre", "flere", "eller"}
)
# A title alone, or «Kommer senere», is too little to judge by.
ENOUGH_WORDS = 3
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


def share(left: Measure, right: Measure, identity: Identity) -> float:
    """How much of what two measures say beside their texts is the same, from 0 to 1."""
    return shared(values_of(left, identity), values_of(right, identity))


def alike(left: Measure, right: Measure) -> bool:
    """Whether two measures have nearly the same title."""
    return _alike(left.title, right.title)


def unlike(left: Measure, right: Measure, identity: Identity) -> bool:
    """Whether they have nothing to do with each other: other words, and mostly other values.

    A title may be rewritten, and so may a description; a measure that is still the same keeps some
    of its words, or its place in the strategy and among the ministries.
    """
    if _alike(left.title, right.title) or not _other_words(left, right):
        return False
    return share(left, right, identity) <= FEW_VALUES


def related(left: Measure, right: Measure, identity: Identity) -> bool:
    """Whether they may be one measure that was rewritten: most values shared, and some words."""
    if share(left, right, identity) < SHARED:
        return False
    return _alike(left.title, right.title) or not _other_words(left, right)


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


def nearest(texts: Sequence[str], others: Sequence[str]) -> list[list[int]]:
    """For each text the positions, in order, of the few others that it may be nearly the same as.

    All of them where they are few: how much there is to compare grows as the texts do.
    """
    if len(others) <= NEAREST:
        return [list(range(len(others)))] * len(texts)
    having: dict[str, list[int]] = {}
    for position, other in enumerate(others):
        for stem in _parts(other):
            having.setdefault(stem, []).append(position)
    found = []
    for text in texts:
        counts: Counter[int] = Counter()
        for stem in _parts(text):
            if len(positions := having.get(stem, [])) <= EVERYWHERE:
                counts.update(positions)
        found.append(sorted(position for position, _ in counts.most_common(NEAREST)))
    return found


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


def _other_words(left: Measure, right: Measure) -> bool:
    """Whether they have hardly a word in common, where there are enough of them to say."""
    before, now = _stems(left), _stems(right)
    fewest = min(len(before), len(now))
    return fewest >= ENOUGH_WORDS and len(before & now) / fewest < FEW_WORDS


def _alike(left: str, right: str) -> bool:
    """Whether two titles are nearly the same; of what is no title the beginning is enough."""
    old, new = folded(left)[:TITLE], folded(right)[:TITLE]
    return old == new or nearly_equal(old, new, ALIKE)


def _stems(measure: Measure) -> frozenset[str]:
    words = re.findall(r"\w+", folded(f"{measure.title} {measure.description}"))
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


def shared(left: Values, right: Values) -> float:
    """How much of what two measures say is the same, from 0 to 1."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 1.0
