"""A text put together word by word from three sides."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import Leaf, clashing, settled
from tiltak_cli.changes.merge.values import decided
from tiltak_cli.changes.steps import steps

# A word, and the blanks or line breaks in front of it.
WORD = re.compile(r"\s*\S+")
# Beyond so many words a text is taken whole from one side.
MANY_WORDS = 5000


class _Edit(NamedTuple):
    """The words `a` to `b` of a text, which have become others."""

    a: int
    b: int
    words: tuple[str, ...]


def text(base: Any, ours: Any, theirs: Any) -> Leaf:
    """Both sides' changes, where they are at different places and leave most of the text.

    A line break that has come, gone or moved is a change of the word below it. What both have added
    at one place, or changed next to each other, is for a person to settle.
    """
    if leaf := decided(base, ours, theirs):
        return leaf
    if not all(isinstance(side, str) for side in (base, ours, theirs)):
        return clashing(base, ours, theirs)
    merged = _woven(base, ours, theirs)
    if merged is None:
        return clashing(base, ours, theirs)
    return settled(base, ours, theirs, merged)


def _woven(base: str, ours: str, theirs: str) -> str | None:
    before, mine, yours = (_words(side) for side in (base, ours, theirs))
    if max(map(len, (before, mine, yours))) > MANY_WORDS:
        return None
    edits = [_edits(before, side) for side in (mine, yours)]
    if any(_kept(before, changes) * 2 < len(before) for changes in edits):
        return None
    both = [edit for edit in edits[0] if edit in edits[1]]
    left = [[edit for edit in changes if edit not in both] for changes in edits]
    if any(one.a <= other.b and other.a <= one.b for one in left[0] for other in left[1]):
        return None
    words: list[str] = []
    done = 0
    for edit in sorted(edits[0] + left[1]):
        words += [*before[done : edit.a], *edit.words]
        done = edit.b
    words += before[done:]
    body = "".join(words).lstrip()
    # How far in a text begins, and a line break at its end, belong to no word.
    sides = (base, ours, theirs)
    start = _either(*(side[: len(side) - len(side.lstrip())] for side in sides))
    end = _either(*(side[len(side.rstrip()) :] for side in sides))
    return f"{start}{body}{end}"


def _words(text: str) -> list[str]:
    """The words of a text. What comes to stand in front of the first is parted by a blank."""
    words = WORD.findall(text)
    return [f" {word.lstrip()}" for word in words[:1]] + words[1:]


def _edits(before: Sequence[str], now: Sequence[str]) -> list[_Edit]:
    """What a side has changed."""
    return [
        _Edit(step.a, step.b, tuple(now[step.c : step.d]))
        for step in steps(before, now)
        if not step.same
    ]


def _kept(before: Sequence[str], edits: list[_Edit]) -> int:
    return len(before) - sum(edit.b - edit.a for edit in edits)


def _either(base: str, ours: str, theirs: str) -> str:
    return theirs if ours == base else ours
