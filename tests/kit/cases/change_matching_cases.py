"""The part of the table that is about which measure is which."""

Case = tuple[str, str, list[tuple[str, str]]]
ARCHIVE = """\
- id: {id}
  tittel: Felles løsning for arkiv og saksbehandling
  ansvarlig: KUD
  deltakere: [FIN, JD]
  retningsvalg: [2b]
  målområder: [2]
  prioritet: {priority}
  frist: 2025
"""
OTHER = """\
- id: T001
  tittel: Årlig kriseøvelse
  ansvarlig: JD
  retningsvalg: [2c]
  målområder: [2]
  frist: 2024-H1
"""


def archive(code: str, priority: str = "høy", extra: str = "") -> str:
    return ARCHIVE.format(id=code, priority=priority) + extra


GONE = "Tiltaket er borte, men er ikke avsluttet. Det var vedtatt i forrige utgave."
MATCHING_CASES: dict[str, Case] = {
    "the same measure under another id": (
        OTHER + archive("T002"),
        OTHER + archive("T003"),
        [("ID", "Id-en er endret fra T002 til T003.")],
    ),
    "another id, and a new priority": (
        OTHER + archive("T002", "lav"),
        OTHER + archive("T003", "høy"),
        [
            ("ID", "Id-en er endret fra T002 til T003."),
            ("PRIORITY_RAISED", "Prioriteten er hevet fra lav til høy."),
        ],
    ),
    "those that name it follow": (
        OTHER + "  avhenger_av: T002\n" + archive("T002"),
        OTHER + "  avhenger_av: T003\n" + archive("T003"),
        [("ID", "Id-en er endret fra T002 til T003.")],
    ),
    "declared as the one it replaces": (
        OTHER + archive("T002"),
        (
            OTHER + "- id: T003\n  tittel: Ny plattform for dokumenter\n  ansvarlig: DFD\n"
            "  retningsvalg: [2b]\n  målområder: [2]\n  erstatter: T002\n  frist: 2025\n"
        ),
        [
            ("ID", "Id-en er endret fra T002 til T003."),
            (
                "RESPONSIBILITY",
                "Ansvaret er flyttet fra KUD til DFD. DFD ble opprettet 01.01.2024.",
            ),
            ("PRIORITY_LOWERED", "Prioriteten er senket fra høy til middels."),
            ("PARTICIPANT_OUT", "FIN og JD deltar ikke lenger."),
            (
                "CONTENT",
                (
                    "Ny tittel: «Ny plattform for dokumenter». "
                    "Før: «Felles løsning for arkiv og saksbehandling»."
                ),
            ),
        ],
    ),
    "two that are just as like are no guess": (
        OTHER + archive("T002") + archive("T003"),
        OTHER + archive("T004") + archive("T005"),
        [
            (
                "NEW",
                "Nytt tiltak, vedtatt. Ansvarlig: KUD. Frist 2025. Ligner på T002, som er borte.",
            ),
            ("NEW", "Nytt tiltak, vedtatt. Ansvarlig: KUD. Frist 2025."),
            (
                "VANISHED",
                f"{GONE} Ligner på T004 «Felles løsning for arkiv og saksbehandl…», som er nytt.",
            ),
            (
                "VANISHED",
                f"{GONE} Ligner på T004 «Felles løsning for arkiv og saksbehandl…», som er nytt.",
            ),
        ],
    ),
    "a new one that has nothing to do with what is gone": (
        OTHER + archive("T002"),
        (
            OTHER + "- id: T003\n  tittel: Ledermøter hver måned\n  ansvarlig: FIN\n"
            "  retningsvalg: [3d]\n  målområder: [3]\n  prioritet: lav\n  frist: 2024-12\n"
        ),
        [
            ("NEW", "Nytt tiltak, vedtatt. Ansvarlig: FIN. Frist desember 2024."),
            ("VANISHED", GONE),
        ],
    ),
    "milestones numbered anew": (
        "milepæler:\n  - {id: M1, tekst: Rapport, frist: 2024-05}\n",
        (
            "milepæler:\n  - {id: M1, tekst: Oppstart, frist: 2024-01}\n"
            "  - {id: M2, tekst: Rapport, frist: 2024-05}\n"
        ),
        [
            ("MILESTONE_NEW", "Ny milepæl M1 «Oppstart», frist januar 2024."),
            ("EDITORIAL", "Milepæl «Rapport» har nå nummer M2. Før: M1."),
        ],
    ),
}
