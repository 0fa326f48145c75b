"""What a check costs grows as the register does, also where all of it is wrong: calls counted."""

import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import check, spread, told, tries

from tiltak_cli.domain.spelling import distance

HEAD = 'strategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-11-15\nansvarlig: KDD\ntiltak:\n'
ACCEPTED = "# tiltak: godta TIL309 fordi ny frist vedtas i mai\n"


def measure(number: int, more: str = "", ministry: str = "KDD") -> str:
    """A measure with more lines at its end."""
    return (
        f"  - id: T{number:03d}\n    tittel: Tiltak nummer {number}\n"
        "    beskrivelse: Alle bruker samme mal.\n    målområder: [1]\n    status: vedtatt\n"
        f"    prioritet: høy\n    ansvarlig: {ministry}\n{more}"
    )


def rows(number: int, row: str) -> str:
    """Lines that are alike but for their number, which stands for `@`."""
    return "".join(row.replace("@", str(n)) for n in range(1, number + 1))


def each(number: int, more: str = "", above: str = "", **values: str) -> str:
    """Measures that are alike but for their number."""
    return "".join(
        above.replace("@", str(n))
        + measure(
            n, more.replace("@", str(n)), **{k: v.replace("@", str(n)) for k, v in values.items()}
        )
        for n in range(1, number + 1)
    )


MILESTONES = "    milepæler:\n"
# By what there is much of, and how much makes it seen.
MANY: dict[tuple[str, int], Callable[[int], str]] = {
    ("unknown fields in one measure", 50): lambda n: measure(1, rows(n, "    felt@: a\n")),
    ("unknown fields in the head", 100): lambda n: rows(n, "felt@: a\n"),
    ("an unknown field in each", 20): lambda n: each(n, "    felt@: a\n"),
    ("unknown fields in a milestone", 100): lambda n: measure(
        1, f"{MILESTONES}      - id: M1\n" + rows(n, "        felt@: a\n")
    ),
    ("a text with commas in a milestone", 100): lambda n: measure(
        1, f"{MILESTONES}      - {{id: M1, tekst: a{rows(n, ', b@')}}}\n"
    ),
    ("comments that accept, over measures", 50): lambda n: each(n, above=f"  {ACCEPTED}"),
    ("comments that accept, on lines", 40): lambda n: each(n, ministry=f"XX {ACCEPTED.strip()}"),
    ("comments that accept, over one measure", 100): lambda n: (
        rows(n, f"  {ACCEPTED}") + measure(1)
    ),
    ("comments that accept, at the end", 100): lambda n: measure(1) + rows(n, f"  {ACCEPTED}\n"),
    ("comments that accept, within", 50): lambda n: measure(
        1, rows(n, f"    {ACCEPTED}    felt@: a\n")
    ),
    ("codes that are not known", 20): lambda n: each(n, ministry="KD@"),
    ("ids used again", 20): lambda n: measure(1) * n,
    ("fields written again", 300): lambda n: measure(1, "    tittel: a\n" * n),
    ("milestones with one id", 100): lambda n: measure(
        1, MILESTONES + rows(n, "      - {id: M1, tekst: Utkast, frist: 2024}\n")
    ),
    ("references to what is not there", 20): lambda n: each(n, "    avhenger_av: [T9@]\n"),
    ("texts without their last quote", 20): lambda n: each(n, '    merknad: "a\n'),
    ("lines with a wrong indent", 20): lambda n: each(n, "   merknad: a\n"),
    ("conflicts", 25): lambda n: each(
        n, "    forum: a\n=======\n    forum: b\n>>>>>>> b\n", "<<<<<<< a\n"
    ),
    ("document ends", 300): lambda n: measure(1) + "---\n" * n,
}


def calls(text: str) -> int:
    """How many functions a check of a register calls."""
    count = 0

    def counted(_frame: Any, event: str, _function: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        check(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.wide
@pytest.mark.parametrize(("many", "number"), MANY, ids=[many for many, _ in MANY])
def test_many_faults_take_no_more_than_their_number(many: str, number: int) -> None:
    few, more = (
        f"{text}{HEAD}{measure(1)}" if text.startswith("felt") else HEAD + text
        for text in map(MANY[many, number], (number, 4 * number))
    )
    # What is made once is made already.
    check(few)
    assert calls(more) <= 4.3 * calls(few)


@spread("codes", ["TIL309 og ", "a og ", "og ", "TIL309, ", "a  ,  "], every=2)
def test_a_comment_with_a_row_of_words_is_answered_at_once(codes: str) -> None:
    for row in (codes * 200, f"{codes * 200}fordi", f"{codes * 200}fordi a"):
        assert ("TIL801", 6, 3) in told(check(f"{HEAD}  # tiltak: godta {row}\n{measure(1)}"))


@pytest.mark.parametrize("codes", ["TIL301, TIL412", "TIL412 og TIL301", "TIL412,TIL301"])
def test_several_codes_are_accepted_in_one_comment(codes: str) -> None:
    assert {f.code for f in check(HEAD + measure(1)).findings} == {"TIL301", "TIL412"}
    text = f"{HEAD}  # tiltak: godta {codes} fordi det er avklart\n{measure(1)}"
    assert not check(text).findings


def whole_table(left: str, right: str) -> int:
    """The distance with every row kept, as it stands in the books."""
    rows = [list(range(len(right) + 1))]
    for i, a in enumerate(left, 1):
        rows.append([i])
        for j, b in enumerate(right, 1):
            steps = [rows[i][-1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (a != b)]
            if i > 1 and j > 1 and (a, left[i - 2]) == (right[j - 2], b):
                steps.append(rows[i - 2][j - 2] + 1)
            rows[i].append(min(steps))
    return rows[-1][-1]


LETTERS = st.text("abc", max_size=9)


@pytest.mark.wide
@settings(max_examples=tries(400))
@given(LETTERS, LETTERS, st.integers(0, 9))
def test_how_far_apart_words_are_is_known_as_far_as_is_asked(a: str, b: str, most: int) -> None:
    steps = whole_table(a, b)
    assert distance(a, b, most) == steps if steps <= most else distance(a, b, most) > most


@pytest.mark.parametrize("digits", ["7" * 5000, "0" * 5000])
def test_an_id_of_thousands_of_digits_is_an_id_used_twice(digits: str) -> None:
    text = HEAD + 2 * measure(1).replace("T001", f"T{digits}") + measure(3)
    (finding,) = (f for f in check(text).findings if f.code == "TIL401")
    assert "nytt nummer, for eksempel T004" in finding.remedy
