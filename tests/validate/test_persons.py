"""A person's address or mobile number in a text that everybody may read, and what only looks so."""

import pytest
from support import check, register_text, spread

from tiltak_cli.domain.persons import of_a_person

PERSONS = """
+4791234567 | 0047 91 23 45 67 | 91 23 45 67 | 912 34 567 | 91234567 | 912-34-567
912.34.567 | +47 912 34 567 | (+47) 912 34 567 | +47-912 34 567 | 0047-91234567 | tlf: 9123 4567
Tlf. 41234567 | tlf.91234567 | tlf 91.23.45.67 | mobil 4 1 2 3 4 5 6 7 | Mobilnummer: 91234567
Ring Kari på 91234567. | 91 23 45 67, spør | (91234567) | Kari (mob. 912 34 567)
912\u00a034\u00a0567 | 912\u202f34\u202f567 | Telefonnummeret er 91234567
kari@kdd.no | kari.nordmann@kdd.dep.no | Kari-Nordmann.Hansen@kdd.dep.no | kn@kdd.dep.no
post@kdd.no og ola@kdd.no | kari.nordmann@gmail.com | <ola@kdd.no>.
"""
OTHERS = """
2021–2025 | 2019–2024 | 1.1.2024–31.12.2024 | 2024-09-12 91 saker | 4.9.2024 kl. 09.45
9. mars 2024 kl. 12.34 | uke 40 41 42 43 | ukene 41 42 43 44 | 41 42 43 44 45
Tlf. 22 24 90 90 | 22249090 | +47 22 24 90 90 | tlf. 800 45 678 | 02 490 | 9123456
Sak 912345678 | saksnr. 45234567 | saksnummer 45234567 | 21/1234-5 | 2024/12345 | 24/45678-91
912 345 678 | org.nr. 987 654 321 | org.nr. 987654321 | NO 987 654 321 MVA
organisasjonsnummer 912 345 678 | kontonummer 9712 34 56789 | fødselsnummer 01019012345
kap. 1550 | kap. 4550 post 01 | kap. 4520, 4521 og 9123 | Prop. 91 S (2023–2024)
Meld. St. 9 (2022–2023) | ISBN 978-82-452-3456-7 | ISBN 9788245234567 | DFØ-rapport 2024:7 45
45 000 000 kroner | 45 234 567 | kr 45234567 | 45234567 kroner | 45,5 mill. kroner | 91.234.567
90–95 prosent av 4 500 000 | T412 34 567 | 91 23 45 67 89 | https://dfo.no/45234567
https://dfo.no/id45234567/ | postmottak@kdd.dep.no | post@dfo.no | dfo@dfo.no | info@digdir.no
presse@kdd.dep.no | seksjon.forvaltning@kdd.dep.no | kari@kdd | ikke@ | @dfo.no
"""


def cells(table: str) -> list[str]:
    return [cell.strip(" ") for line in table.strip("\n").split("\n") for cell in line.split(" | ")]


@pytest.mark.parametrize("text", cells(PERSONS))
def test_how_to_reach_a_person_is_seen(text: str) -> None:
    assert of_a_person(text)
    assert of_a_person(f"Møtet gjelder arkiv. {text}")


@spread("text", cells(OTHERS), every=2)
def test_a_sum_a_year_a_case_or_an_office_is_no_person(text: str) -> None:
    assert not of_a_person(text)
    assert not of_a_person(f"Møtet gjelder arkiv. {text}")


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("tittel: Ring 912 34 567\n", "tittel"),
        ("risiko: Kari (91 23 45 67) slutter.\n", "risiko"),
        ("milepæler: [{id: M1, tekst: Spør ola@kdd.no, frist: 2024}]\n", "tekst"),
        ("dokumentasjon: [{tittel: Fra ola@kdd.no, lenke: https://kdd.no}]\n", "tittel"),
        ("kontakt: +4791234567\n", "kontakt"),
    ],
)
def test_it_is_told_of_every_text_that_everybody_may_read(lines: str, field: str) -> None:
    (finding,) = check(register_text(lines)).findings
    assert finding.code == "TIL605"
    assert finding.message.startswith(f"«{field}» har en persons adresse eller nummer (")


def test_a_note_that_is_never_published_is_left_alone() -> None:
    assert not check(register_text("merknad: Ring 912 34 567\n")).findings
