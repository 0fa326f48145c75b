"""The part of the table that is about edges: on the very day, just alike enough, one too many."""

Case = tuple[str, str, list[tuple[str, str]]]
STOPPED = "status: utgår\nbegrunnelse: Strategisk forum stanset tiltaket.\n"

EDGE_CASES: dict[str, Case] = {
    # The old edition is of 15 October 2023.
    "postponed on the day that it was due": (
        "frist: 2023-10-15\n",
        "frist: 2024-01-15\n",
        [("POSTPONED", "Fristen er utsatt fra 15.10.2023 til 15.01.2024 (+92 dager).")],
    ),
    "postponed on the day after": (
        "frist: 2023-10-14\navvik: Sent.\n",
        "frist: 2024-01-14\navvik: Sent.\n",
        [
            (
                "POSTPONED_AFTER",
                (
                    "Fristen er utsatt fra 14.10.2023 til 14.01.2024 (+92 dager), etter at den var "
                    "passert."
                ),
            )
        ],
    ),
    "a milestone with another number and nearly the same text": (
        "milepæler:\n  - {id: M1, tekst: Utredningen er levert til departementet}\n",
        "milepæler:\n  - {id: M7, tekst: Utredningen er levert til departementene i mai}\n",
        [
            (
                "MILESTONE_CHANGED",
                (
                    "Milepæl M7 heter nå «Utredningen er levert til departementene i mai». Før: "
                    "«Utredningen er levert til departementet»."
                ),
            ),
            (
                "EDITORIAL",
                (
                    "Milepæl «Utredningen er levert til departementene i mai» har nå nummer M7. "
                    "Før: M1."
                ),
            ),
        ],
    ),
    "a milestone with another number and a text just too different": (
        "milepæler:\n  - {id: M1, tekst: Utredningen er levert til departementet}\n",
        "milepæler:\n  - {id: M7, tekst: Utredningen ble sendt til departementene}\n",
        [
            ("MILESTONE_NEW", "Ny milepæl M7 «Utredningen ble sendt til departementene»."),
            (
                "MILESTONE_REMOVED",
                (
                    "Milepæl M1 «Utredningen er levert til departementet» er tatt bort uten å være "
                    "nådd."
                ),
            ),
        ],
    ),
    "a milestone reached on the day that it was due": (
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-12-01}\n",
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-12-01, nådd: 2023-12-01}\n",
        [("MILESTONE_REACHED", "Milepæl M1 «Utkast» ble nådd 01.12.2023.")],
    ),
    "a milestone reached on the day after": (
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-12-01}\n",
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-12-01, nådd: 2023-12-02}\n",
        [("MILESTONE_REACHED", "Milepæl M1 «Utkast» ble nådd 02.12.2023, 1 dag etter fristen.")],
    ),
    "completed on the last day of the deadline": (
        "status: igangsatt\nfremdrift: I gang.\nfrist: 2024-03\n",
        "status: gjennomført\ngjennomført: 2024-03-31\nresultat: Brukes.\nfrist: 2024-03\n",
        [("COMPLETED", "Gjennomført 31.03.2024.")],
    ),
    "completed on the day after": (
        "status: igangsatt\nfremdrift: I gang.\nfrist: 2024-03\n",
        "status: gjennomført\ngjennomført: 2024-04-01\nresultat: Brukes.\nfrist: 2024-03\n",
        [("COMPLETED", "Gjennomført 01.04.2024, 1 dag etter fristen.")],
    ),
    "two new measures that both say that they replace one": (
        "- id: T001\n  tittel: Felles mal for utredninger\n",
        (
            "- id: T002\n  tittel: Felles mal for utredninger i departementene\n"
            "  erstatter: [T001]\n"
            "- id: T003\n  tittel: Felles mal for utredninger i etatene\n  erstatter: [T001]\n"
        ),
        [
            (
                "NEW",
                (
                    "Nytt tiltak, vedtatt. Ansvarlig: KDD. Frist 2025. Erstatter T001 «Felles "
                    "mal for utredninger»."
                ),
            ),
        ]
        * 2
        + [
            (
                "LEFT",
                "Ikke lenger med i oversikten. Var vedtatt; T002 og T003 oppgir å erstatte det.",
            )
        ],
    ),
    "reopened with a new reason, which is news": (
        STOPPED,
        "status: igangsatt\nfremdrift: I gang.\nbegrunnelse: Forumet tok det opp igjen.\n",
        [
            ("REOPENED", "Gjenåpnet: status var utgår og er nå igangsatt."),
            ("CONTENT", "Begrunnelse er endret."),
            ("CONTENT", "Fremdrift er lagt til."),
        ],
    ),
    "a letter less is another word": (
        "beskrivelse: Departementet evaluerte ordningen.\n",
        "beskrivelse: Departementet evaluere ordningen.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
}
