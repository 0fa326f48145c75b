"""A table of before, after, and what a careful reader would say of it."""

from change_edge_cases import EDGE_CASES
from change_matching_cases import MATCHING_CASES
from change_reader_cases import READER_CASES
from change_text_cases import STARTED, TEXT_CASES, Case

# What it is about: lines before, lines after, and the kind and sentence of each change.
CASES: dict[str, Case] = {
    "nothing": ("prioritet: høy\n", "prioritet: høy\n", []),
    "order of fields, quotes and blanks": (
        "tittel: Felles mal\nfrist: 2025-06-30\n",
        'frist: "2025-06-30"\ntittel:   "Felles mal"\n',
        [],
    ),
    "rewrapped text": (
        "beskrivelse: Alle bruker\n  samme mal.\n",
        "beskrivelse: >-\n  Alle bruker samme\n  mal.\n",
        [],
    ),
    "one value or a list of one": ("ansvarlig: FIN\n", "ansvarlig: [FIN]\n", []),
    "order of codes": ("deltakere: [FIN, JD]\n", "deltakere: [JD, FIN]\n", []),
    "only bookkeeping": ("oppdatert: 2023-10-01\n", "oppdatert: 2024-06-01\n", []),
    "status forward": (
        "status: vedtatt\n",
        STARTED,
        [("STATUS_FORWARD", "Status er endret fra vedtatt til igangsatt.")],
    ),
    "status back": (
        STARTED,
        "status: vedtatt\nfremdrift: I gang.\n",
        [("STATUS_BACK", "Status er satt tilbake fra igangsatt til vedtatt.")],
    ),
    "completed": (
        STARTED + "frist: 2024-03\n",
        "status: gjennomført\ngjennomført: 2024-04-10\nresultat: Malen brukes.\nfrist: 2024-03\n",
        [("COMPLETED", "Gjennomført 10.04.2024, 10 dager etter fristen.")],
    ),
    "dropped": (
        STARTED,
        "status: utgår\nbegrunnelse: Strategisk forum stanset tiltaket.\n",
        [("DROPPED", "Utgår.")],
    ),
    "put off": (
        "status: vedtatt\n",
        "status: utsatt\nbegrunnelse: Venter på budsjett.\n",
        [("PUT_OFF", "Utsatt.")],
    ),
    "resumed": (
        "status: utsatt\nbegrunnelse: Venter på budsjett.\n",
        STARTED,
        [("STATUS_FORWARD", "Status er endret fra utsatt til igangsatt.")],
    ),
    "reopened": (
        "status: gjennomført\ngjennomført: 2023-09-01\nresultat: Ferdig.\n",
        STARTED,
        [
            ("REOPENED", "Gjenåpnet: status var gjennomført og er nå igangsatt."),
            ("CONTENT", "Fremdrift er lagt til."),
        ],
    ),
    "priority raised": (
        "prioritet: lav\n",
        "prioritet: høy\n",
        [("PRIORITY_RAISED", "Prioriteten er hevet fra lav til høy.")],
    ),
    "priority lowered": (
        "prioritet: høy\n",
        "prioritet: middels\n",
        [("PRIORITY_LOWERED", "Prioriteten er senket fra høy til middels.")],
    ),
    "deadline postponed": (
        "frist: 2024-H2\n",
        "frist: 2025-03-31\nopprinnelig_frist: 2024-H2\n",
        [("POSTPONED", "Fristen er utsatt fra 2. halvår 2024 til 31.03.2025 (+90 dager).")],
    ),
    "deadline postponed after it had passed": (
        "frist: 2023-06\navvik: Sent.\n",
        "frist: 2025\navvik: Sent.\n",
        [
            (
                "POSTPONED_AFTER",
                "Fristen er utsatt fra juni 2023 til 2025 (+915 dager), etter at den var passert.",
            )
        ],
    ),
    "deadline advanced": (
        "frist: 2025\n",
        "frist: 2025-Q3\n",
        [("ADVANCED", "Fristen er fremskyndet fra 2025 til 3. kvartal 2025 (−92 dager).")],
    ),
    "deadline more precise, the same last day": (
        "frist: 2024-H2\n",
        "frist: 2024-12-31\n",
        [("DEADLINE_PRECISION", "Fristen er presisert fra 2. halvår 2024 til 31.12.2024.")],
    ),
    "deadline set": (
        "løpende: true\n",
        "frist: 2025\n",
        [("DEADLINE_SET", "Fristen er satt til 2025. Tiltaket var løpende.")],
    ),
    "deadline removed": (
        "frist: 2025\n",
        "løpende: true\n",
        [("DEADLINE_REMOVED", "Tiltaket er nå løpende, uten frist. Fristen var 2025.")],
    ),
    "start moved": (
        "start: 2024-Q1\n",
        "start: 2024-Q3\n",
        [("START", "Starten er flyttet fra 1. kvartal 2024 til 3. kvartal 2024.")],
    ),
    "responsibility transferred": (
        "ansvarlig: KDD\n",
        "ansvarlig: DFD\n",
        [("RESPONSIBILITY", "Ansvaret er flyttet fra KDD til DFD. DFD ble opprettet 01.01.2024.")],
    ),
    "responsibility shared": (
        "ansvarlig: FIN\n",
        "ansvarlig: [FIN, DFD]\n",
        [
            (
                "RESPONSIBILITY",
                "DFD er blitt medansvarlig, sammen med FIN. DFD ble opprettet 01.01.2024.",
            )
        ],
    ),
    "a new one who leads at once": (
        "ansvarlig: FIN\n",
        "ansvarlig: [HOD, FIN]\n",
        [
            (
                "RESPONSIBILITY",
                "HOD er blitt medansvarlig, sammen med FIN. HOD leder nå arbeidet. Før: FIN.",
            )
        ],
    ),
    "others than the lead in another order": (
        "ansvarlig: [FIN, HOD, KD]\n",
        "ansvarlig: [FIN, KD, HOD]\n",
        [],
    ),
    "everyone takes part": (
        "deltakere: [HOD, KD]\n",
        "deltakere: alle\n",
        [("PARTICIPANT_IN", "Alle departementene deltar nå. Før: HOD og KD.")],
    ),
    "only some take part": (
        "deltakere: alle\n",
        "deltakere: [HOD, KD]\n",
        [("PARTICIPANT_OUT", "Bare HOD og KD deltar nå. Før: alle departementene.")],
    ),
    "another one leads": (
        "ansvarlig: [FIN, JD]\n",
        "ansvarlig: [JD, FIN]\n",
        [("RESPONSIBILITY", "JD leder nå arbeidet. Før: FIN.")],
    ),
    "a participant in and one out": (
        "deltakere: [FIN]\n",
        "deltakere: [UD]\n",
        [
            ("PARTICIPANT_IN", "UD deltar nå i tiltaket."),
            ("PARTICIPANT_OUT", "FIN deltar ikke lenger."),
        ],
    ),
    "directions extended": (
        "retningsvalg: [1a]\n",
        "retningsvalg: [1a, 1b]\n",
        [("DIRECTIONS_EXTENDED", "Følger nå også opp retningsvalg 1b.")],
    ),
    "directions narrowed": (
        "retningsvalg: [1a, 1b]\n",
        "retningsvalg: [1b]\n",
        [("DIRECTIONS_NARROWED", "Følger ikke lenger opp retningsvalg 1a.")],
    ),
    "directions moved with the area": (
        "målområder: [1]\nretningsvalg: [1a]\n",
        "målområder: [2]\nretningsvalg: [2b]\n",
        [
            ("DIRECTIONS_MOVED", "Retningsvalg er flyttet fra 1a til 2b."),
            ("AREAS", "Målområdene er nå 2. Før: 1."),
        ],
    ),
    "assessment worse, the deviation told with it": (
        "vurdering: grønn\n",
        "vurdering: rød\navvik: Leverandøren er konkurs.\n",
        [("ASSESSMENT_WORSE", "Vurderingen er forverret fra grønn til rød.")],
    ),
    "assessment better": (
        "vurdering: gul\navvik: Sent.\n",
        "vurdering: grønn\n",
        [("ASSESSMENT_BETTER", "Vurderingen er bedret fra gul til grønn.")],
    ),
    "milestones": (
        (
            "milepæler:\n"
            "  - {id: M1, tekst: Utkast, frist: 2023-11}\n"
            "  - {id: M2, tekst: Høring, frist: 2024-03}\n"
            "  - {id: M3, tekst: Gammel, frist: 2024-05}\n"
        ),
        (
            "milepæler:\n"
            "  - {id: M2, tekst: Høring, frist: 2024-09}\n"
            "  - {id: M1, tekst: Utkast, frist: 2023-11, nådd: 2023-11-20}\n"
            "  - {id: M4, tekst: Vedtak, frist: 2025}\n"
        ),
        [
            ("MILESTONE_NEW", "Ny milepæl M4 «Vedtak», frist 2025."),
            ("MILESTONE_REACHED", "Milepæl M1 «Utkast» ble nådd 20.11.2023."),
            (
                "MILESTONE_POSTPONED",
                "Milepæl M2 «Høring» er utsatt fra mars 2024 til september 2024 (+183 dager).",
            ),
            ("MILESTONE_REMOVED", "Milepæl M3 «Gammel» er tatt bort uten å være nådd."),
        ],
    ),
    "a new measure": (
        "- id: T001\n",
        "- id: T001\n- id: T002\n  tittel: Felles arkiv\n  ansvarlig: FIN\n",
        [("NEW", "Nytt tiltak, vedtatt. Ansvarlig: FIN. Frist 2025.")],
    ),
    "a carried-over one appears": (
        "- id: T001\n",
        (
            "- id: T001\n- id: T002\n  tittel: Felles arkiv\n"
            "  opphav: {periode: 2016-2020, status: vedtatt}\n"
        ),
        [("CARRIED_OVER", "Videreført fra 2016–2020. Ansvarlig: KDD. Frist 2025.")],
    ),
    "absorbed": (
        "- id: T001\n- id: T002\n  tittel: Felles arkiv\n",
        (
            "- id: T001\n  status: innlemmet\n  begrunnelse: Samlet.\n  innlemmet_i: T002\n"
            "- id: T002\n  tittel: Felles arkiv\n"
        ),
        [("ABSORBED", "Innlemmet i T002.")],
    ),
    "vanished": (
        "- id: T001\n- id: T002\n  tittel: Felles arkiv\n",
        "- id: T001\n",
        [
            (
                "VANISHED",
                ("Tiltaket er borte, men er ikke avsluttet. Det var vedtatt i forrige utgave."),
            )
        ],
    ),
    "taken out after it was completed": (
        (
            "- id: T001\n- id: T002\n  tittel: Felles arkiv\n  status: gjennomført\n"
            "  gjennomført: 2023-09-01\n  resultat: Ferdig.\n"
        ),
        "- id: T001\n",
        [("LEFT", "Ikke lenger med i oversikten. Var gjennomført i forrige utgave.")],
    ),
    "measures in another order": (
        "- id: T001\n- id: T002\n  tittel: Felles arkiv\n",
        "- id: T002\n  tittel: Felles arkiv\n- id: T001\n",
        [],
    ),
    **TEXT_CASES,
    **MATCHING_CASES,
    **READER_CASES,
    **EDGE_CASES,
}
