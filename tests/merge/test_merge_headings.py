"""Headings, what is laid aside and what stands last: where they stand after a merge."""

import pytest
from support import register_text
from test_merge_text import put_together, text_of

from tiltak_cli.changes.merge.pairing import CannotMergeError

A, B, C = (
    f"- id: T00{number}\n  tittel: {title}\n  beskrivelse: {title} for alle.\n"
    for number, title in ((1, "Kurs i klart språk"), (2, "Felles portal"), (3, "Deling av data"))
)
D = "- id: T008\n  tittel: Nytt regelverk\n  beskrivelse: Regler om arkiv.\n"
E = "- id: T009\n  tittel: Måling av nytte\n  beskrivelse: Tall for gevinst.\n"
HEADING = "# ── Målområde 2 ──\n"
ASIDE = "# - id: T070\n#   tittel: Lagt bort\n"
LATER = ("beskrivelse: Kurs", "beskrivelse: Nye kurs")


def later(text: str) -> str:
    return text.replace(*LATER)


# Base, ours, theirs and what becomes of them: the measures with what stands between them.
CASES: dict[str, tuple[str, str, str, str]] = {
    "below the last field of what stands before, where its measure is taken out": (
        f"{A}{HEADING}\n{B}\n{C}",
        later(f"{A}{HEADING}\n{B}\n{C}"),
        f"{A}{HEADING}\n{C}",
        later(f"{A}{HEADING}\n{C}"),
    ),
    "last, when the measure below it is taken out": (
        f"{A}{HEADING}\n{B}",
        later(f"{A}{HEADING}\n{B}"),
        f"{A}{HEADING}",
        later(f"{A}{HEADING}"),
    ),
    "above two that are new, one from each side": (
        f"{A}\n{HEADING}{ASIDE}{C}",
        f"{A}\n{HEADING}{ASIDE}{D}\n{C}",
        f"{A}\n{HEADING}{ASIDE}{E}\n{C}",
        f"{A}\n{HEADING}{ASIDE}{D}\n{E}\n{C}",
    ),
    "between one that is new last above it and one that is new first below it": (
        f"{A}\n{HEADING}{C}",
        f"{A}\n{HEADING}{D}\n{C}",
        f"{A}\n{E}\n{HEADING}{C}",
        f"{A}\n{E}\n{HEADING}{D}\n{C}",
    ),
    "where it was, when the measure below it is moved": (
        f"{A}\n{HEADING}{B}\n{C}",
        f"{A}\n{HEADING}{B}\n{C}".replace("Felles portal for", "En portal for"),
        f"{A}\n{HEADING}{C}\n{B}",
        f"{A}\n{HEADING}{B}\n{C}".replace("Felles portal for", "En portal for"),
    ),
    "with another wording, above a measure that is changed": (
        f"{A}\n{HEADING}{B}",
        f"{A}\n{HEADING.replace('2', '3')}{B}",
        f"{A}\n{HEADING}{B}".replace("Felles portal for", "En portal for"),
        f"{A}\n{HEADING.replace('2', '3')}{B}".replace("Felles portal for", "En portal for"),
    ),
    "what stands last in a measure": (
        f"{A}  # sist\n\n{B}",
        later(f"{A}  # sist\n\n{B}"),
        f"{A}  # sist\n\n{B}".replace("språk\n", "godt språk\n"),
        later(f"{A}  # sist\n\n{B}").replace("språk\n", "godt språk\n"),
    ),
    "what both have written last in a measure": (
        f"{A}\n{B}",
        f"{A}  # vår\n\n{B}",
        f"{A}  # deres\n\n{B}",
        f"{A}  # vår\n  # deres\n\n{B}",
    ),
    "what is laid aside last in the file": (
        f"{A}\n{ASIDE}",
        later(f"{A}\n{ASIDE}"),
        f"{A}\n{B}\n{ASIDE}",
        later(f"{A}\n{B}\n{ASIDE}"),
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_heading_stays_where_it_is(case: tuple[str, str, str, str]) -> None:
    base, ours, theirs, wanted = map(whole_register, case)
    result = put_together(base, ours, theirs)
    assert not result.conflicts
    assert text_of(result) == wanted


def whole_register(measures: str) -> str:
    """A register of which the measures are these."""
    return register_text("- id: T001\n").partition("- id:")[0] + measures


def test_a_heading_stands_outside_the_conflict_about_its_measure() -> None:
    base = whole_register(f"{A}\n{HEADING}# om den\n{B}\n{C}")
    ours = whole_register(f"{A}\n{HEADING}{C}")
    theirs = base.replace("Felles portal for", "En portal for")
    text = text_of(put_together(base, ours, theirs))
    assert f"\n{HEADING}<<<<<<< vår\n=======\n# om den\n- id: T002\n" in text
    assert text.count("# om den") == text.count(HEADING) == 1


def test_a_comment_above_a_field_stands_in_the_conflict_on_the_side_that_has_it() -> None:
    base = whole_register(f"{A}  # kilde: notat 7\n  start: 2022  # antatt\n")
    ours = base.replace("  # kilde: notat 7\n  start: 2022  # antatt\n", "")
    theirs = base.replace("2022", "2023")
    for sides in ((ours, theirs), (theirs, ours)):
        lines = text_of(put_together(base, *sides))
        assert "\n  # kilde: notat 7\n  start: 2023  # antatt\n" in lines
        assert lines.count("# kilde") == 1


def test_what_has_come_to_stand_above_two_measures_is_left_to_git() -> None:
    """Each side has moved another measure below what stood last: nobody knows which it is about."""
    last = "# slutt\n"
    base = whole_register(f"{A}\n{B}\n{C}\n{last}")
    ours = whole_register(f"{B}\n{C}\n{last}{A}")
    theirs = whole_register(f"{A}\n{C}\n{last}{B}")
    with pytest.raises(CannotMergeError, match="kommentar"):
        put_together(base, ours, theirs)
