"""Of what could not be read nothing is claimed: neither that it is missing nor that it is there."""

import pytest
from support import check, register_text

NAMES_ANOTHER = register_text("- id: T001\n  avhenger_av: T009\n")
UNKNOWN = "TIL402"


@pytest.mark.parametrize(
    ("measure", "claimed"),
    [
        # The id can be read in spite of the fault: it is not T009.
        ("- id: 'T002\n  tittel: B\n", True),
        ("- id: T002\n  tittel: 'B\n", True),
        # It may be T009.
        ("- id: 'x\n  tittel: B\n", False),
        ("- id: [x\n  tittel: B\n", False),
    ],
)
def test_a_reference_may_lead_to_a_measure_whose_id_cannot_be_read(
    measure: str, claimed: bool
) -> None:
    codes = {finding.code for finding in check(NAMES_ANOTHER + measure).findings}
    assert (UNKNOWN in codes) == claimed


@pytest.mark.parametrize("blanks", ["\u00a0 ", " \u00a0"])
def test_a_blank_that_is_none_is_named_wherever_it_stands_in_the_indentation(blanks: str) -> None:
    text = register_text("").replace("  prioritet", f"{blanks}prioritet")
    (finding,) = check(text).findings
    assert finding.place.column == blanks.index("\u00a0") + 1
    assert finding.message == "Et usynlig tegn (hardt mellomrom) står i innrykket."


def test_beside_a_conflict_faults_are_told_and_within_it_none() -> None:
    text = register_text("").replace("beskrivelse: Alle", 'beskrivelse: "Alle')
    conflict = "<<<<<<< HEAD\n  merknad: A\n=======\n  merknad: 'B\n>>>>>>> gren\n"
    found = [(finding.code, finding.place.line) for finding in check(text + conflict).findings]
    assert found == [
        ("TIL004", text.partition("beskrivelse")[0].count("\n") + 1),
        ("TIL006", text.count("\n") + 1),
    ]
