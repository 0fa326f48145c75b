"""The part of the table that careful readers asked for: what must not read as harmless."""

Case = tuple[str, str, list[tuple[str, str]]]


def text(before: str, after: str) -> tuple[str, str]:
    sentence = "beskrivelse: Oppgaven er {} for alle som deltar i arbeidet med ny mal.\n"
    return sentence.format(before), sentence.format(after)


CRISIS = """\
tittel: Årlig kriseøvelse
beskrivelse: Alle øver på en alvorlig hendelse.
ansvarlig: JD
retningsvalg: [2c]
målområder: [2]
frist: 2024-H1
"""
ARCHIVE = """\
tittel: Felles arkivløsning
beskrivelse: Sakene lagres i samme system.
ansvarlig: KUD
retningsvalg: [2b]
målområder: [2]
frist: 2025
"""
NEWS = [("CONTENT", "Beskrivelse er endret.")]
FORM = [("EDITORIAL", "Beskrivelse: bare tegnsetting eller skrivemåte er endret.")]
# Words that are nearly the same, and say something else.
TURNED = {
    "avhengig av andre": "uavhengig av andre",
    "lovlig": "ulovlig",
    "frivillig": "ufrivillig",
    "kjønnsavhengig": "kjønnsuavhengig",
    "gjennomføres": "gjennomført",
    "hos kommunen": "hos kommunene",
    "anskaffelsen": "avskaffelsen",
    "tirsdag": "torsdag",
    "på -3 prosent": "på 3 prosent",
    "<5 dager": ">5 dager",
    "3 %": "3",
    "avslått ikke": "avslått, ikke",
}
# Two ways to write the same.
ALIKE = {"komite": "komité", "en «felles» mal": "en “felles” mal", "venter ...": "venter …"}
READER_CASES: dict[str, Case] = {
    **{f"{a} is not {b}": (*text(a, b), NEWS) for a, b in TURNED.items()},
    **{f"{a} is {b}": (*text(a, b), FORM) for a, b in ALIKE.items()},
    "a title mended": (
        "tittel: felles mal for utredninger.\n",
        "tittel: Felles mal for utredninger\n",
        [
            (
                "EDITORIAL",
                (
                    "Tittelen er rettet til «Felles mal for utredninger». "
                    "Før: «felles mal for utredninger.»."
                ),
            )
        ],
    ),
    "completed before, and now put off": (
        "status: gjennomført\ngjennomført: 2023-09-01\nresultat: Brukes.\n",
        "status: utsatt\nbegrunnelse: Venter.\n",
        [("PUT_OFF", "Utsatt. Var gjennomført i forrige utgave.")],
    ),
    "responsible before, and still with it": (
        "ansvarlig: FIN\ndeltakere: [JD]\n",
        "ansvarlig: KD\ndeltakere: [JD, FIN]\n",
        [("RESPONSIBILITY", "Ansvaret er flyttet fra FIN til KD. FIN deltar fortsatt.")],
    ),
    "a milestone reached late": (
        "milepæler:\n  - {id: M1, tekst: Mandat er vedtatt, frist: 2023-06}\n",
        "milepæler:\n  - {id: M1, tekst: Mandat er vedtatt, frist: 2023-06, nådd: 2023-09-15}\n",
        [
            (
                "MILESTONE_REACHED",
                "Milepæl M1 «Mandat er vedtatt» ble nådd 15.09.2023, 77 dager etter fristen.",
            )
        ],
    ),
    "a milestone's number used again": (
        "milepæler:\n  - {id: M1, tekst: Mandat vedtatt, frist: 2023-08, nådd: 2023-08-01}\n",
        "milepæler:\n  - {id: M1, tekst: Sluttrapport levert, frist: 2025-03}\n",
        [
            ("MILESTONE_NEW", "Ny milepæl M1 «Sluttrapport levert», frist mars 2025."),
            ("MILESTONE_REMOVED", "Milepæl M1 «Mandat vedtatt» er tatt bort."),
        ],
    ),
    "a milestone with another number and nearly the same text": (
        "milepæler:\n  - {id: M1, tekst: Rapport fra DFØ er levert, frist: 2024-03}\n",
        "milepæler:\n  - {id: M2, tekst: Rapporten fra DFØ er levert, frist: 2024-03}\n",
        [
            (
                "MILESTONE_CHANGED",
                (
                    "Milepæl M2 heter nå «Rapporten fra DFØ er levert». "
                    "Før: «Rapport fra DFØ er levert»."
                ),
            ),
            ("EDITORIAL", "Milepæl «Rapporten fra DFØ er levert» har nå nummer M2. Før: M1."),
        ],
    ),
    "a milestone without its deadline": (
        "milepæler:\n  - {id: M1, tekst: Rapport, frist: 2025}\n",
        "milepæler:\n  - {id: M1, tekst: Rapport}\n",
        [("MILESTONE_CHANGED", "Milepæl M1 «Rapport» har ikke lenger frist. Før: 2025.")],
    ),
    "an id used again for another measure": (
        CRISIS,
        ARCHIVE,
        [
            (
                "VANISHED",
                (
                    "Tiltaket er borte, men er ikke avsluttet. Det var vedtatt i forrige utgave. "
                    "T001 er nå «Felles arkivløsning»."
                ),
            ),
            ("NEW", "Nytt tiltak, vedtatt. Ansvarlig: KUD. Frist 2025."),
            (
                "ID_AGAIN",
                (
                    "T001 var «Årlig kriseøvelse» i forrige utgave. Dette ligner et annet tiltak: "
                    "T001 kan være brukt om igjen."
                ),
            ),
        ],
    ),
    "a name that was out of date already": (
        "utførende: [KMD, DSS]\ndeltakere: [alle, OED]\n",
        "utførende: [DSS, KDD]\ndeltakere: [alle, OED]\n",
        [("EDITORIAL", "Utførende er nå skrevet DSS, KDD. Før: KMD, DSS.")],
    ),
    "responsible, and now named among those who take part too": (
        "ansvarlig: [FIN, JD]\n",
        "ansvarlig: [FIN, JD]\ndeltakere: [JD]\n",
        [("PARTICIPANT_IN", "JD deltar nå i tiltaket.")],
    ),
    "everyone, and one more under a name that was out of date": (
        "deltakere: [alle, KMD]\n",
        "deltakere: [alle, KDD]\n",
        [("EDITORIAL", "Deltakere er nå skrevet alle, KDD. Før: alle, KMD.")],
    ),
    "both going on and due, and no longer going on": (
        "frist: 2025\nløpende: true\n",
        "frist: 2025\n",
        [("OTHER", "Løpende: tatt bort. Før: ja.")],
    ),
    "nobody does the work": (
        "utførende: [DSS, DFØ]\n",
        "prioritet: middels\n",
        [("EXECUTING", "Ingen er lenger oppgitt som utførende. Før: DSS og DFØ.")],
    ),
    "a start more precise": (
        "start: 2023-01\n",
        "start: 2023-01-15\n",
        [("START", "Starten er angitt på nytt, fra januar 2023 til 15.01.2023.")],
    ),
}
