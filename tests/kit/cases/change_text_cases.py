"""The part of the table that is about texts: what is news, and what is only a slip mended."""

Case = tuple[str, str, list[tuple[str, str]]]
STARTED = "status: igangsatt\nfremdrift: I gang.\n"
TEXT_CASES: dict[str, Case] = {
    "content": (
        "beskrivelse: Departementene lager en felles mal.\n",
        "beskrivelse: Direktoratet bygger et register over alle høringer siden 1990.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
    "another title": (
        "tittel: Felles mal for høringer\n",
        "tittel: Felles mal for høringer i etatene\n",
        [
            (
                "CONTENT",
                ("Ny tittel: «Felles mal for høringer i etatene». Før: «Felles mal for høringer»."),
            )
        ],
    ),
    "a number is never editorial": (
        "beskrivelse: Malen gjelder for alle saker som berører minst 3 departementer i landet.\n",
        "beskrivelse: Malen gjelder for alle saker som berører minst 5 departementer i landet.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
    "editorial": (
        "beskrivelse: departementene lager en «felles mal», og tar den i bruk\n",
        "beskrivelse: Departementene lager en “felles mal”, og tar den i bruk.\n",
        [("EDITORIAL", "Beskrivelse: bare tegnsetting eller skrivemåte er endret.")],
    ),
    "a comma is content, for it may change what is meant": (
        "beskrivelse: Departementene lager en felles mal for alle høringer, og tar den i bruk.\n",
        "beskrivelse: Departementene lager en felles mal for alle høringer og tar den i bruk.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
    "what looks like a slip may be another word": (
        "beskrivelse: Departementene samler alle kontrakter.\n",
        "beskrivelse: Departementene samler alle kontakter.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
    "a denial is never editorial": (
        "beskrivelse: Departementene tar malen i bruk når rådene har vedtatt den.\n",
        "beskrivelse: Departementene tar ikke malen i bruk når rådene har vedtatt den.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
    "another month is never editorial": (
        "beskrivelse: Malen tas i bruk i august, og departementene har fått opplæring i den.\n",
        "beskrivelse: Malen tas i bruk i oktober, og departementene har fått opplæring i den.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
    "a number in letters is never editorial": (
        "beskrivelse: Ordningen gjelder i alt femten departementer fra og med neste år.\n",
        "beskrivelse: Ordningen gjelder i alt femti departementer fra og med neste år.\n",
        [("CONTENT", "Beskrivelse er endret.")],
    ),
    "another title of the same measure": (
        "tittel: Felles mal for høringer\n",
        "tittel: Kurs i klart språk\n",
        [("CONTENT", "Ny tittel: «Kurs i klart språk». Før: «Felles mal for høringer».")],
    ),
    "the first deadline rewritten": (
        "opprinnelig_frist: 2023\n",
        "opprinnelig_frist: 2024\n",
        [("OTHER", "Opprinnelig frist: 2024. Før: 2023.")],
    ),
    "put off, with news of its own": (
        STARTED,
        (
            "status: utsatt\nbegrunnelse: Venter på budsjett.\nfremdrift: I gang.\n"
            "avvik: Leverandøren er konkurs.\n"
        ),
        [("PUT_OFF", "Utsatt."), ("CONTENT", "Avvik er lagt til.")],
    ),
    "a deadline less precise, the same last day": (
        "frist: 2025-06-30\n",
        "frist: 2025-H1\n",
        [
            (
                "DEADLINE_PRECISION",
                "Fristen er angitt mindre presist, fra 30.06.2025 til 1. halvår 2025.",
            )
        ],
    ),
    "a document more": (
        "dokumentasjon:\n  - {tittel: Mandat, lenke: https://dfo.no/a}\n",
        (
            "dokumentasjon:\n  - {tittel: Mandat, lenke: https://dfo.no/a}\n"
            "  - {tittel: Rapport, lenke: https://dfo.no/b}\n"
        ),
        [("OTHER", "Dokumentasjon: lagt til Rapport <https://dfo.no/b>.")],
    ),
    "an internal note": (
        "merknad: Tas opp i møtet.\n",
        "merknad: Tatt opp i møtet i mai, og venter på svar fra departementet.\n",
        [("OTHER", "Merknad er endret.")],
    ),
    "an internal note with another stop": (
        "merknad: Tas opp i møtet.\n",
        "merknad: Tas opp i møtet\n",
        [("EDITORIAL", "Merknad: bare tegnsetting eller skrivemåte er endret.")],
    ),
}
