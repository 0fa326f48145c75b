"""A register against an earlier edition in which its measures had other numbers."""

import pytest
from renumbering_cases import (
    ARCHIVE,
    CRISIS,
    LEADERS,
    POSTAL,
    also,
    numbered,
    retitled,
)
from test_past import against

FREE = "Gi det nye tiltaket en id som ikke har vært brukt"
BACK = "Sett tiltaket inn igjen, og gi det status gjennomført, utgår eller innlemmet om arbeidet"
DROPPED = ("status: utgår", "begrunnelse: Stanset av Strategisk forum.")
A, C = "«Felles løsning for arkiv»", "«Årlig kriseøvelse»"


def keep(code: str) -> str:
    return f"Skriv «id: {code}»: et tiltak beholder id-en sin."


def taken(code: str, title: str, where: str, was: str) -> str:
    """One that is still there has the number of another, which is somewhere."""
    there = f"I «HEAD~1» var {code} {title}, som {where}."
    return f"{code} TIL502 {there} Dette tiltaket hadde id-en {was}. {keep(was)}"


def renumbered(code: str, was: str) -> str:
    return f"{code} TIL501 Tiltaket hadde id-en {was} i «HEAD~1». {keep(was)}"


def gone(code: str, title: str) -> str:
    there = f"{code} {title} var vedtatt i «HEAD~1», men er ikke med lenger."
    return f"{code} TIL501 {there} {BACK} er slutt."


def used_again(code: str, title: str) -> str:
    there = f"{code} var {title} i «HEAD~1», et helt annet tiltak."
    return f"{code} TIL502 {there} {FREE}, og sett inn igjen det som sto her."


SWAPPED = [taken("T001", A, "nå er T002", "T002"), taken("T002", C, "nå er T001", "T001")]
PRACTICE = CRISIS.replace("Årlig kriseøvelse", "Beredskap i praksis")
CASES = {
    "two that have changed places": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=CRISIS, T002=ARCHIVE),
        SWAPPED,
    ),
    "two that have changed places, and ended": (
        numbered(T001=also(ARCHIVE, *DROPPED), T002=also(CRISIS, *DROPPED)),
        numbered(T001=also(CRISIS, *DROPPED), T002=also(ARCHIVE, *DROPPED)),
        SWAPPED,
    ),
    "all one on, after a new first one": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=POSTAL, T002=ARCHIVE, T003=CRISIS),
        [
            f"T001 TIL502 I «HEAD~1» var T001 {A}, som nå er T002. {FREE}.",
            taken("T002", C, "nå er T003", "T001"),
            renumbered("T003", "T002"),
        ],
    ),
    "one in place of one that has gone": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=CRISIS),
        [gone("T001", A), taken("T001", A, "er borte", "T002")],
    ),
    "one in place of one that had ended": (
        numbered(T001=also(ARCHIVE, *DROPPED), T002=CRISIS),
        numbered(T001=CRISIS),
        [taken("T001", A, "er borte", "T002")],
    ),
    "a number used again for something else": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=ARCHIVE, T002=POSTAL),
        [used_again("T002", C)],
    ),
    "a number used again, and its measure is found under another": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=ARCHIVE, T002=POSTAL, T003=CRISIS),
        [
            f"T002 TIL502 I «HEAD~1» var T002 {C}, som nå er T003. {FREE}.",
            renumbered("T003", "T002"),
        ],
    ),
    "a title rewritten": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=ARCHIVE, T002=retitled(CRISIS, "Beredskap i det daglige")),
        [],
    ),
    "a new one that says it comes in place of one that is gone": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=ARCHIVE, T003=also(PRACTICE, "erstatter: T002")),
        [gone("T002", C)],
    ),
}


@pytest.mark.parametrize(("before", "after", "expected"), CASES.values(), ids=CASES)
def test_where_each_measure_is_now(before: str, after: str, expected: list[str]) -> None:
    found = sorted(
        f"{finding.measure_id} {finding.code} {finding.message} {finding.remedy}"
        for finding in against(before, after)
        if finding.code in ("TIL501", "TIL502")
    )
    assert found == expected


def test_rules_about_a_change_look_at_what_the_measure_was() -> None:
    """Its deadline has moved, not that of the number: the other has had its own all along."""
    old = numbered(T001=ARCHIVE, T002=CRISIS, T003=LEADERS)
    new = numbered(T001=CRISIS, T002=ARCHIVE, T003=LEADERS)
    assert not [f for f in against(old, new) if f.code in ("TIL503", "TIL504")]
    found = against(old, new.replace("2024-H1", "2025-H2").replace("høy", "lav"))
    assert [(f.measure_id, f.code) for f in found if f.code in ("TIL503", "TIL504")] == [
        ("T001", "TIL503"),
        ("T002", "TIL504"),
    ]
