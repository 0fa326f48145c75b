"""From one list of words to another, step by step, in a time that grows as the lists do.

Most are compared by `difflib`, which finds the longest stretches that stay, and for that holds each
word against all that are the same. Where the same words come again and again, what stays at both
ends and the words that stand once on each side are found first, and what lies between is compared.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# So many pairs of the same word may be looked at.
MANY_PAIRS = 20_000
# How often to look for words that stand once between those that did.
DEEPEST = 8


class Step(NamedTuple):
    """The places `a` to `b` before, which have become `c` to `d`; `same` where they are equal."""

    same: bool
    a: int
    b: int
    c: int
    d: int


def steps(before: Sequence[str], now: Sequence[str]) -> list[Step]:
    """The stretches that stay and those that do not, in order and by turns."""
    stretches: list[Step] = []
    for step in _between(before, now, Step(same=False, a=0, b=len(before), c=0, d=len(now)), 0):
        last = stretches[-1] if stretches else None
        if last and last.same == step.same:
            stretches[-1] = last._replace(b=step.b, d=step.d)
        else:
            stretches.append(step)
    return stretches


def _few(before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether two lists have few pairs of the same word."""
    counts = Counter(now)
    return sum(counts[word] for word in before) <= MANY_PAIRS


def _between(before: Sequence[str], now: Sequence[str], whole: Step, depth: int) -> Iterator[Step]:
    """The steps within a stretch."""
    _, a, b, c, d = whole
    if a == b or c == d:
        yield from [whole] * (a < b or c < d)
        return
    old, new = before[a:b], now[c:d]
    if _few(old, new):
        from difflib import SequenceMatcher

        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield Step(same=tag == "equal", a=a + i, b=a + j, c=c + k, d=c + m)
        return
    anchors = _anchors(old, new) if depth < DEEPEST else []
    if not anchors:
        yield whole
        return
    for i, k in [*anchors, (len(old), len(new))]:
        gap = Step(same=False, a=a, b=whole.a + i, c=c, d=whole.c + k)
        yield from _between(before, now, gap, depth + 1)
        if gap.b < b:
            yield Step(same=True, a=gap.b, b=gap.b + 1, c=gap.d, d=gap.d + 1)
        a, c = gap.b + 1, gap.d + 1


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of words that stay, in order: the first and the last, and those that stand once."""
    head = next((n for n, (x, y) in enumerate(zip(old, new, strict=False)) if x != y), -1)
    if head < 0:
        head = min(len(old), len(new))
    rest = min(len(old), len(new)) - head
    tail = 0
    while tail < rest and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    first = [(n, n) for n in range(head)]
    last = [(len(old) - n, len(new) - n) for n in range(tail, 0, -1)]
    middle = _once_on_each_side(old[head : len(old) - tail], new[head : len(new) - tail])
    return [*first, *((i + head, k + head) for i, k in middle), *last]


def _once_on_each_side(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the words that stand once before and once now, as many as are in the same order."""
    once = {word for word, n in Counter(old).items() if n == 1}
    once &= {word for word, n in Counter(new).items() if n == 1}
    places = {word: place for place, word in enumerate(new) if word in once}
    pairs = [(place, places[word]) for place, word in enumerate(old) if word in once]
    # The longest rising row: for each length the lowest end, and what came before it.
    ends: list[int] = []
    rows: list[int] = []
    earlier: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(ends, place)
        earlier.append(rows[length - 1] if length else -1)
        if length == len(ends):
            ends.append(place)
            rows.append(number)
        else:
            ends[length], rows[length] = place, number
    chain = []
    number = rows[-1] if rows else -1
    while number >= 0:
        chain.append(pairs[number])
        number = earlier[number]
    return chain[::-1]
