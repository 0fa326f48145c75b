"""What a comparison costs grows as the register does: counted, not timed."""

import difflib
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import tries
from test_renumbering import some_measure, told

from tiltak_cli.changes.milestones import paired
from tiltak_cli.changes.steps import steps
from tiltak_cli.changes.texts import editorial, news, word_by_word
from tiltak_cli.domain.identity import likeness, recognition
from tiltak_cli.domain.measure import Measure, Milestone
from tiltak_cli.domain.sentences import sentences

Work = Counter[str]


class Word(str):
    """A word that tells when it is held against another."""

    __slots__ = ()
    held = 0

    def __eq__(self, other: object) -> bool:
        Word.held += 1
        return str.__eq__(self, str(other))

    def __hash__(self) -> int:
        return str.__hash__(self)


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """How often what takes time is asked for."""
    counts: Work = Counter()

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def count(*arguments: Any, **named: Any) -> Any:
            counts[name] += 1
            return function(*arguments, **named)

        return count

    monkeypatch.setattr(difflib, "SequenceMatcher", counted("matcher", difflib.SequenceMatcher))
    for module, name in (
        (recognition, "alike"),
        (recognition, "share"),
        (recognition, "differences"),
        (likeness, "values_of"),
    ):
        monkeypatch.setattr(module, name, counted(name, getattr(module, name)))
    return counts


def milestones(number: int, first: int = 0) -> tuple[Milestone, ...]:
    """Milestones that are nearly alike, which is what costs most."""
    return tuple(
        Milestone(f"M{n}", f"Delrapport {n * 7919 % 997} om arkiv er levert til KLD", None, None)
        for n in range(first, first + number)
    )


@pytest.mark.parametrize("number", [50, 100, 200, 400])
def test_new_milestones(work: Work, number: int) -> None:
    """Each is held against those that it may be, and not against all."""
    paired(milestones(number), milestones(number, number))
    assert work["matcher"] <= 13 * number
    work.clear()
    paired((), milestones(number))
    paired(milestones(number), milestones(number)[::-1])
    assert work["matcher"] == 0


def measures(number: int, seed: int) -> list[Measure]:
    random = Random(seed)  # noqa: S311 - registers, not secrets
    return [some_measure(random, n) for n in range(1, number + 1)]


@pytest.mark.wide
@pytest.mark.parametrize("number", [50, 100, 200])
def test_a_register_with_other_titles(work: Work, number: int) -> None:
    told(measures(number, 1), measures(number, 2))
    assert max(work.values()) <= 30 * number


@pytest.mark.wide
@pytest.mark.parametrize("number", [50, 100, 200, 400])
def test_a_register_numbered_anew(work: Work, number: int) -> None:
    old = measures(number, 1)
    new = [m._replace(id=o.id) for m, o in zip(old[1:] + old[:1], old, strict=True)]
    assert len(told(old, new).all) == 1
    assert max(work.values(), default=0) <= 4 * number


def test_an_edition_with_a_few_changes_asks_for_next_to_nothing(work: Work) -> None:
    old = measures(200, 1)
    told(old, [m._replace(forum="Strategisk forum") if n % 20 == 0 else m
               for n, m in enumerate(old)])  # fmt: skip
    assert sum(work.values()) == 0


@pytest.mark.wide
@pytest.mark.parametrize(
    "words",
    [
        (["ja", "nei"], ["nei", "kanskje", "ja"]),
        (["ja"], ["ja", "nei"]),
        (["a", "b", "c"], ["c", "b", "a"]),
        (["og", "i"], ["i", "og"]),
    ],
    ids=lambda words: "-".join(words[0]),
)
def test_words_that_come_again_and_again(words: tuple[list[str], list[str]]) -> None:
    """A text of 700 such words took seconds: each was held against all the others, many times."""
    held = []
    for number in (700, 1400, 2800):
        before, now = ([Word(part[n % len(part)]) for n in range(number)] for part in words)
        Word.held = 0
        steps(before, now)
        held.append(Word.held)
    assert held[2] <= 6 * held[0] + 1000
    assert held[2] <= 40 * 2800


def test_a_slip_among_words_that_come_again_is_still_told_word_by_word() -> None:
    before = "ja nei " * 200 + "Vedtatt i mai. " + "ja nei " * 100
    now = before.replace("mai", "juni")
    pieces = word_by_word(before, now)
    assert [(piece.out, piece.into) for piece in pieces if not piece.same] == [("mai.", "juni.")]
    assert not editorial(before, now)
    assert editorial(before, before.replace("Vedtatt i", "Vedtatt  i"))


def test_among_words_that_come_again_those_that_stand_once_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tiltak_cli.changes.steps.MANY_PAIRS", 3)
    old, new = list("xaxbxcxy"), list("zazbzczyz")
    same = [(old[step.a], new[step.c]) for step in steps(old, new) if step.same]
    assert same == [(word, word) for word in "abcy"]


def nested(depth: int, ends: str) -> list[str]:
    """Words that stand once each between those that stand more and more often, so deep."""
    if not depth:
        return [ends[0], *["og"] * 200, ends[1]]
    half = nested(depth - 1, ends)
    return [*half, f"skille{depth}", *half]


def test_what_stays_is_found_deep_down() -> None:
    found = steps(nested(5, "ab"), nested(5, "cd"))
    assert sum(step.b - step.a for step in found if step.same) == 2**5 - 1


WORDS = st.lists(st.sampled_from("abcdefgh"), max_size=14)


@pytest.mark.wide
@settings(max_examples=tries(300))
@given(WORDS, WORDS, st.sampled_from([0, 3, 20_000]))
def test_steps_lead_from_the_one_to_the_other(old: list[str], new: list[str], many: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tiltak_cli.changes.steps.MANY_PAIRS", many)
        found = steps(old, new)
    assert [word for step in found for word in old[step.a : step.b]] == old
    assert [word for step in found for word in new[step.c : step.d]] == new
    assert all(old[s.a : s.b] == new[s.c : s.d] for s in found if s.same)
    assert all(one.same != other.same for one, other in pairwise(found))
    if many > len(old) * len(new):
        codes = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        assert [(s.same, *s[1:]) for s in found] == [(t == "equal", *p) for t, *p in codes]


def test_what_may_be_one_long_sentence() -> None:
    text = "Frist 1. mai jf. brev av 2. juni osv. " * 2000
    assert sentences(text)[:2] == [
        "Frist 1. mai jf. brev av 2. juni osv.",
        "Frist 1. mai jf. brev av 2. juni osv.",
    ]
    assert news(text, f"{text} Nytt.") == "Nytt."
