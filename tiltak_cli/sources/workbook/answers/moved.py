"""Whether the values of one column have come to stand in other rows, all at once."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

# People change fewer values than this one by one; of more, somebody may have moved the column.
MANY = 5
# Of two or three values any few changes look like a move: that takes so many different ones, or so
# many rows in a row that all agree.
DIFFERENT, LONG = 4, 15
# So many cells at a time are put in or taken out above the others.
FARTHEST = 5
Texts = Sequence[str]


def values_moved(before: Texts, now: Texts) -> int:
    """How many values of a column are another because it was sorted or pushed by itself, or none.

    Both are the texts of its cells, in the order that the rows have now. That the same values
    stand in other rows is not enough: three who go up where three go down, are six who were asked.
    """
    changed = [n for n, (was, text) in enumerate(zip(before, now, strict=True)) if was != text]
    if len(changed) < MANY:
        return 0
    first, end = changed[0], changed[-1] + 1
    different = len({before[n] for n in changed})
    the_same = Counter(before) == Counter(now)
    if the_same and different >= MANY:
        return len(changed)
    telling = different >= DIFFERENT
    if (telling or len(now) >= LONG) and the_same and _sorted(before, now):
        return len(changed)
    pushed = telling or end - first >= LONG
    return len(changed) if pushed and _pushed(before[first:end], now[first:end]) else 0


def _sorted(before: Texts, now: Texts) -> bool:
    """Whether like values stand together, and did not: in whatever order a program sorts them."""
    return len(list(groupby(now))) == len({*now}) < len(list(groupby(before)))


def _pushed(before: Texts, now: Texts) -> bool:
    """Whether some cells were moved past others, put in or taken out: the rest follow in order.

    Where some were taken out, nothing comes up at the end: a date a year later in every row of
    sorted ones is none of that.
    """
    if Counter(before) == Counter(now) and _within(now, [*before, *before]):
        return True
    steps = range(1, min(FARTHEST, len(now) - MANY) + 1)
    return any(
        now[n:] == before[:-n] or (now[:-n] == before[n:] and not any(now[-n:])) for n in steps
    )


def _within(part: Texts, whole: Texts) -> bool:
    """Whether texts stand after each other among others."""
    first, second = ("\0".join(["", *texts, ""]) for texts in (part, whole))
    return first in second
