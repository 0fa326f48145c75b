"""Two sides of a text, whatever words and line breaks they change."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import tries

from tiltak_cli.changes.merge.texts import text

# Whole in the thorough run.
pytestmark = pytest.mark.hypothesis

GAPS = st.sampled_from([" ", " ", "\n", "\n\n", "\n  "])


@st.composite
def stretches(draw: st.DrawFn, letter: str) -> tuple[str, str]:
    """Some words of a text before and after an edit, each with its gap in front of it."""
    before = [(draw(GAPS), f"{letter}{n}") for n in range(draw(st.integers(2, 5)))]
    place = draw(st.integers(0, len(before)))
    instead = [(draw(GAPS), f"{letter}ny{n}") for n in range(draw(st.integers(0, 2)))]
    now = [*before[:place], *instead, *before[place + draw(st.integers(0, 2)) :]]
    if draw(st.booleans()) and now:
        moved = draw(st.integers(0, len(now) - 1))
        now[moved] = (draw(GAPS), now[moved][1])
    return joined(before), joined(now)


def joined(words: list[tuple[str, str]]) -> str:
    return "".join(gap + word for gap, word in words)


@pytest.mark.wide
@settings(max_examples=tries(400))
@given(stretches("a"), stretches("b"), st.integers(6, 12), st.sampled_from(["", "\n"]))
def test_both_edits_are_there_word_for_word_and_line_for_line(
    first: tuple[str, str], second: tuple[str, str], number: int, end: str
) -> None:
    between = joined([(" ", f"m{n}") for n in range(number)])

    def whole(left: str, right: str) -> str:
        return f"{left}{between}{right}".lstrip() + end

    base, ours = whole(first[0], second[0]), whole(first[1], second[0])
    theirs, both = whole(first[0], second[1]), whole(first[1], second[1])
    merged = text(base, ours, theirs)
    assert merged.clash is None
    assert merged.value == both
    mirrored = text(base, theirs, ours)
    assert (mirrored.clash, mirrored.value) == (None, both)
