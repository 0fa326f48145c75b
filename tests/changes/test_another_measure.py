"""A measure that is gone and another that is new are never told as one that has changed."""

from pathlib import Path
from random import Random

import pytest
from another_measure_cases import ANOTHER_MEASURE_CASES, BUDGETS, LANGUAGE, OFFICES
from command import tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from renumbering_cases import numbered
from support import FILE, HEAD_LINES, register_text, tries
from test_changes import LATER, between
from test_renumbering import PLAIN, some_measure, told

from tiltak_cli.changes.change import Kind
from tiltak_cli.domain.identity.likeness import InCommon


@pytest.mark.parametrize(
    ("old", "new", "expected"), ANOTHER_MEASURE_CASES.values(), ids=ANOTHER_MEASURE_CASES
)
def test_what_is_said_of_the_two(old: str, new: str, expected: list[str]) -> None:
    assert [change.sentence for change in between(old, new).all] == expected


@pytest.mark.parametrize(
    ("old", "new", "_"), ANOTHER_MEASURE_CASES.values(), ids=ANOTHER_MEASURE_CASES
)
def test_backwards_it_is_no_other_measure(old: str, new: str, _: list[str]) -> None:
    forwards, backwards = between(old, new).matching, between(new, old).matching
    assert {(a.id, b.id) for a, b in forwards.pairs} == {(b.id, a.id) for a, b in backwards.pairs}


def test_a_number_used_again_is_no_deadline_that_was_moved(tmp_path: Path) -> None:
    """To write the deadline of another measure as the original one would be untrue."""
    (tmp_path / "1.yaml").write_text(register_text(numbered(T001=LANGUAGE, T002=OFFICES)), "utf-8")
    now = register_text(numbered(T001=LANGUAGE, T002=BUDGETS)).replace(HEAD_LINES, LATER)
    (tmp_path / FILE).write_text(now, "utf-8")
    done = tiltak("validate", FILE, "--against", "1.yaml", "--format", "concise", cwd=tmp_path)
    assert "TIL503" not in done.out
    assert "opprinnelig_frist" not in done.out


@pytest.mark.parametrize(
    ("number", "of", "said"),
    [
        (0, 0, ""),
        (0, 2, ""),  # a title of two words says neither
        (2, 2, ""),
        (0, 3, "another"),
        (1, 4, ""),  # a quarter: about something alike, or with the same turns of phrase
        (1, 5, "another"),
        (2, 4, ""),  # half, but two words are soon the same
        (3, 6, "the same"),
        (3, 7, ""),
    ],
)
def test_what_words_say(number: int, of: int, said: str) -> None:
    words = InCommon(number, of)
    assert (words.deny, words.agree) == (said == "another", said == "the same")


SUBJECTS = (
    ("Elektronisk postjournal", "Brevene føres samme ettermiddag"),
    ("Utslippsfrie kjøretøy", "Bilparken byttes innen tre vintrer"),
    ("Rekruttering av jurister", "Nyutdannede prøves gjennom traineeordning"),
    ("Kantinemat uten svinn", "Restene selges rimelig klokken fjorten"),
    ("Tolketjeneste", "Samtaler oversettes direkte over skjerm"),
)


@pytest.mark.wide
@settings(max_examples=tries(400), deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 8), st.booleans(), st.booleans())
def test_any_two_that_have_only_what_many_have(
    random: Random, size: int, moved: bool, same_number: bool
) -> None:
    """Whatever their numbers are, and whether the others have kept theirs."""
    others = [some_measure(random, number) for number in range(2, size + 2)]
    one, another = random.sample(SUBJECTS, 2)
    gone, come = (
        PLAIN._replace(title=title, description=f"{text}.", responsible=(lead,), deadline=due)
        for (title, text), lead, due in (
            (one, "HOD", some_measure(random, 1).deadline),
            (another, "UD", None),
        )
    )
    gone = gone._replace(id="T001" if same_number or not moved else f"T{size + 2:03d}")
    come = come._replace(id="T001" if same_number or moved else "T900")
    stay = [m._replace(id=f"T{n:03d}") for n, m in enumerate(others, 3 if moved else 2)]
    comparison = told([gone, *others], [come, *stay])
    allowed = {Kind.VANISHED, Kind.NEW, Kind.ID_AGAIN, Kind.RENUMBERED, Kind.ID}
    assert {change.kind for change in comparison.all} <= allowed
    assert [measure.title for measure in comparison.matching.added] == [come.title]
    assert not comparison.matching.resembles
