"""Whether two measures are the same one, judged by their words and values and not by their ids."""

import re
from collections.abc import Callable

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.spelling import folded

# Which organisation an abbreviation stands for.
Identity = Callable[[str], str]
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


def same(left: Measure, right: Measure, identity: Identity) -> bool:
    """Whether they are most likely one measure: nearly the same title, and most values shared."""
    return bool(left.title) and alike(left, right) and share(left, right, identity) >= SHARED


def share(left: Measure, right: Measure, identity: Identity) -> float:
    """How much of what two measures say beside their texts is the same, from 0 to 1."""
    return _share(_values(left, identity), _values(right, identity))


def alike(left: Measure, right: Measure) -> bool:
    """Whether two measures have nearly the same title."""
    return _alike(left.title, right.title)


def unlike(left: Measure, right: Measure, identity: Identity) -> bool:
    """Whether they have nothing to do with each other: other words, and mostly other values.

    A title may be rewritten, and so may a description; a measure that is still the same keeps some
    of its words, or its place in the strategy and among the ministries.
    """
    if _alike(left.title, right.title):
        return False
    before, now = _stems(left), _stems(right)
    fewest = min(len(before), len(now))
    if fewest < ENOUGH_WORDS or len(before & now) / fewest >= FEW_WORDS:
        return False
    return share(left, right, identity) <= FEW_VALUES


def _alike(left: str, right: str) -> bool:
    """Whether two titles are nearly the same; of what is no title the beginning is enough."""
    from difflib import SequenceMatcher

    old, new = folded(left)[:TITLE], folded(right)[:TITLE]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return old == new or (
        matcher.real_quick_ratio() >= ALIKE
        and matcher.quick_ratio() >= ALIKE
        and matcher.ratio() >= ALIKE
    )


def _stems(measure: Measure) -> frozenset[str]:
    words = re.findall(r"\w+", folded(f"{measure.title} {measure.description}"))
    stems = (match[0] for word in words if (match := STEM.match(word)))
    return frozenset(stems) - COMMON


def _values(measure: Measure, identity: Identity) -> frozenset[tuple[str, object]]:
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


def _share(left: frozenset[tuple[str, object]], right: frozenset[tuple[str, object]]) -> float:
    """How much of what two measures say is the same, from 0 to 1."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 1.0
