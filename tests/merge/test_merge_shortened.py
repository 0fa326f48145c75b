"""What is the same on all sides need not be read: the result is as if it had been."""

import re

import pytest
from generate import register
from merge_edits import pair
from support import THOROUGH, register_text, spread
from test_merge_any import sides_of
from test_merge_text import put_together, text_of

from tiltak_cli.edits.merged import whole
from tiltak_cli.edits.merged.shortened import shortened

# Whole in the thorough run.
pytestmark = pytest.mark.hypothesis

SEEDS = range(40) if THOROUGH else range(1)
TEXT = "  merknad: >-\n    Kurs for alle.\n"
# What may stand at the end of a measure, and between it and the next.
ENDS = {
    "nothing": "",
    "a text": TEXT,
    "a text and a blank line": f"{TEXT}\n",
    "two blank lines": "\n\n",
    "a comment": "  # sist\n",
    "a comment beside the last field": "  forum: A  # avtalt\n",
    "a heading": f"{TEXT}# ── Område ──\n",
    "a heading between blank lines": "\n# ── Område ──\n\n",
}


def with_ends(end: str, ends: str = "\n") -> bytes:
    """A register of three measures that end so."""
    lines = (f"- id: T00{n}\n  tittel: Tiltak {n}\n{end}" for n in (1, 2, 3))
    text = register_text("- id: T001\n").partition("- id:")[0] + "".join(lines)
    return text.replace("\n", ends).encode()


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["unix", "windows"])
def test_what_was_left_out_comes_back_byte_for_byte(end: str, ends: str) -> None:
    base = with_ends(end, ends)
    sides = [base, base.replace(b"Tiltak 2", b"Kurs"), base.replace(b"Tiltak 3", b"Portal")]
    short = shortened(sides, ())
    assert short is not None
    assert len(short.sides[0]) <= len(base)
    assert [short.put_back(side) for side in short.sides] == sides


@spread("end", ENDS.values(), 3, ids=[*ENDS])
def test_what_stands_below_a_measure_that_is_left_out(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    base = with_ends(end).decode() + f"- id: T004\n  tittel: Tiltak 4\n{end}"
    head, one, two, three, four = re.split(r"(?m)^(?=- id: T00)", base)
    new = two.replace("T002", "T009").replace("Tiltak 2", "Felles portal")
    # Ours has moved one, and below what stands above it there, theirs has a new one.
    ours = f"{head}{two}{one}{three}{four}"
    theirs = "".join((head, one, new, two, three, four.replace("Tiltak 4", "Kurs")))
    in_short = put_together(base, ours, theirs)
    monkeypatch.setattr(whole, "_short", lambda *_, **__: None)
    assert put_together(base, ours, theirs) == in_short
    if "#" not in end:
        wanted = "".join((head, two, one, new, three, four.replace("Tiltak 4", "Kurs")))
        assert text_of(in_short) == wanted


@pytest.mark.wide
@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_comes_of_it_as_if_all_was_read(
    monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    sides = sides_of(seed)
    in_short = put_together(*sides)
    monkeypatch.setattr(whole, "_short", lambda *_, **__: None)
    assert put_together(*sides) == in_short


@pytest.mark.wide
def test_what_names_one_that_gets_another_number_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    base, ours, theirs, _ = pair(1)
    # More that is the same, and a measure with another number that others name.
    more = "".join(register(34, later=False).partition("  - id: T025")[1:])
    base, ours, theirs = (side.rstrip("\n") + f"\n\n{more}" for side in (base, ours, theirs))
    theirs = theirs.replace("id: T030\n", "id: T930\n")
    in_short = put_together(base, ours, theirs)
    monkeypatch.setattr(whole, "_short", lambda *_, **__: None)
    assert put_together(base, ours, theirs) == in_short
    assert "T930" in text_of(in_short)
