"""Ids as people write them: the cause, once, and the id to write instead."""

import pytest
from support import check, register_text, spread

FORM = "Skriv T og minst tre sifre, for eksempel T013."
MEANT = "Mente du T013?"
ZEROS = "Skriv T013."
# What is written for T013: the code and the advice, as the measure's own id and where another one
# refers to it.
FORMS = [
    ("T0013", "TIL409", ZEROS, "TIL402", MEANT),
    ("T000013", "TIL409", ZEROS, "TIL402", MEANT),
    *(
        (written, "TIL208", FORM, "TIL208", FORM)
        for written in (
            *("T13", "t013", "T 013", "T-013", "T.013", "T_013", "13", "nr. 13", "Tiltak 13"),
            *("TO13", "T0l3", "TT013", "T013a", "(T013)", "T013 Veileder", "１３"),
        )
    ),
]
BESIDE = "".join(f"- id: T{n:03d}\n  tittel: Tiltak nummer {n}\n" for n in range(1, 13))


def advice(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.remedy) for finding in check(register_text(text)).findings]


@spread(("written", "code", "remedy", "there", "referred"), FORMS, 3)
def test_an_id_in_another_form_is_told_once_wherever_it_stands(
    written: str, code: str, remedy: str, there: str, referred: str
) -> None:
    own = f'- id: "{written}"\n  tittel: Felles arkiv\n'
    assert advice(f"{BESIDE}{own}") == [(code, remedy)]
    # Those that refer to it by the right id are not told that there is none.
    assert [c for c, _ in advice(f"{BESIDE}  avhenger_av: [T013]\n{own}")] == [code]
    right = own.replace(written, "T013")
    assert advice(f'{BESIDE}  avhenger_av: ["{written}"]\n{right}') == [(there, referred)]


TITLES = (
    "- id: T001\n  tittel: Felles arkiv for departementene (FAD)\n  avhenger_av: {reference}\n"
    "- id: T002\n  tittel: Felles opplæring av ledere (FOL)\n"
    "  opphav: {{periode: 2016-2020, id: P09, status: vedtatt}}\n"
    "- id: T101\n  tittel: Felles innkjøp\n- id: T111\n  tittel: Felles bibliotek\n"
)


@pytest.mark.parametrize(
    ("reference", "remedy"),
    [
        # What is called so: by its title, the title without its last words, and the id it had.
        ("Felles opplæring av ledere (FOL)", "Skriv «T002»."),
        ("Felles opplæring av ledere", "Skriv «T002»."),
        ("P09", "Skriv «T002»."),
        ("Felles arkiv for departementene", (
            "Ta bort henvisningen: «Felles arkiv for departementene» er tiltaket selv."
        )),
        ("T002.M1", "Skriv T002."),
        ("T002 milepæl", "Skriv T og minst tre sifre, for eksempel T002."),
        # Others as near are told of, but not so many that it says nothing.
        ("T102", "Mente du T002 eller T101?"),
        # The measure itself is not meant: it would refer to itself.
        ("T011", "Mente du T101 eller T111?"),
        ("T999", "Rett id-en, eller ta bort henvisningen."),
    ],
)  # fmt: skip
def test_a_reference_that_is_no_id_is_told_which_measure_is_meant(
    reference: str, remedy: str
) -> None:
    assert [said for _, said in advice(TITLES.format(reference=reference))] == [remedy]


def test_a_milestone_gets_a_number_that_is_free() -> None:
    steps = "milepæler:\n  - {id: M1, tekst: A}\n  - {id: M2, tekst: B}\n  - {id: M1.2, tekst: C}\n"
    assert advice(steps) == [("TIL208", "Skriv M og ett tall, for eksempel M3.")]
