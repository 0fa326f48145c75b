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
            *("TT013", "T013a", "T013 Veileder", "１３"),
        )
    ),
    # Nothing else is left of it: to who refers to it, it is that.
    *((written, "TIL208", FORM, "TIL208", ZEROS) for written in ("TO13", "T0l3", "(T013)")),
]
BESIDE = "".join(f"- id: T{n:03d}\n  tittel: Tiltak nummer {n}\n" for n in range(1, 13))


def advice(text: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.remedy) for finding in check(register_text(text)).findings]


@spread(("written", "code", "remedy", "there", "referred"), FORMS, 6)
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


MENTIONS = [
    *("Se T099.", "Venter på T099", "Avklares med T099 først.", "T099 må være ferdig.", "jf. T099"),
    *("(T099)", "Gjøres sammen med T098 og T001.", "«T099»", "T099, T001 og T002", "tiltak T099"),
    *("Gjort i 2024. Se T099.", "Forrige plan er ferdig. Se T099.", "Se også T099;"),
    "Arbeidet går som planlagt, men venter på T099.",
]
OTHERWISE = [
    *("Se T001.", "T001 og T002", "T0099", "T99", "t099", "T-099", "T099-2", "T099/2", "T099.2"),
    *("https://example.org/T099", "https://example.org/?id=T099", "example.org/a#T099", "AT099"),
    *("T099x", "xT099", "post@T099", "T099@dep", "Møterom T104", "i rom T104", "buss T104"),
    *("rundskriv T104", "skjema T104", "Rapporten T104", "vedlegg T104", "rapport «T104»"),
    *("T099 i handlingsplanen", "T099 i planen for klima", "T099 i forrige strategi"),
    *("tidligere T099", "T099 (2016–2020)", "T099 utgikk i 2023", "Innlemmet fra T099."),
    *("erstatter T099", "T099 er slått sammen med T001", "T099 i Digital21", "KDDs T099"),
    *("T099 hos Digdir", "Dette var T099.", "T099 er tatt ut", "T099 finnes ikke lenger"),
]


@spread("text", MENTIONS, 4)
def test_a_measure_that_a_text_names_is_to_exist(text: str) -> None:
    for field in ("risiko", "merknad"):
        (finding,) = check(register_text(f"{BESIDE}  {field}: '{text}'\n")).findings
        assert (finding.code, finding.severity) == ("TIL410", "advarsel")
        assert finding.message.startswith(f"Teksten i «{field}» nevner «T09")


@spread("text", OTHERWISE, 8)
def test_what_only_looks_like_such_a_name_is_left(text: str) -> None:
    assert advice(f"{BESIDE}  risiko: '{text}'\n") == []


def test_what_is_told_elsewhere_is_not_told_of_a_text_too() -> None:
    reference = f"{BESIDE}  avhenger_av: T999\n  risiko: Venter på T999.\n"
    assert [code for code, _ in advice(reference)] == ["TIL402"]
    wrong = f'{BESIDE}  risiko: Venter på T099.\n- id: "T99"\n  tittel: Felles arkiv\n'
    assert [code for code, _ in advice(wrong)] == ["TIL208"]
    twice = f"{BESIDE}  risiko: Venter på T099.\n  merknad: Se T099.\n"
    assert advice(twice) == [("TIL410", "Mente du T009?")]


def test_which_measure_a_number_of_another_plan_is_now_is_not_guessed() -> None:
    other = [("TIL208", "Skriv id-en i denne planen, eller ta bort henvisningen.")]
    assert advice(f"{BESIDE}  erstatter: [T007, P07]\n") == other
    assert advice(f"{BESIDE}  avhenger_av: [A-12]\n") == other
