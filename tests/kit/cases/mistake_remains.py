"""Mistakes of what remains when lines are cut, merged or copied, and of signs for other things."""

from mistake_register import HEAD, MEASURES, Mistake

OWN = "      - tittel: Rapport\n        lenke: https://example.org/rapport\n"
REMAINS = (
    Mistake(OWN, f"{OWN}{HEAD}tiltak:\n{MEASURES}"),
    Mistake(OWN, f"{OWN}\nHilsen Kari\nKLD\n", at="Hilsen"),
    Mistake("    fremdrift: Går", "    fremdr\n    ift: Går"),
    Mistake("    prioritet: lav", "    prioritet\n    : lav"),
    Mistake("    prioritet: lav", "    prioritet, lav"),
    Mistake("    prioritet: lav", '    "prioritet: lav"'),
    Mistake("    prioritet: lav", "-    prioritet: høy\n    prioritet: lav"),
    Mistake("    prioritet: lav", "    prioritet: ***"),
    Mistake("    prioritet: lav", "    prioritet: lav\n||||||| base", at="|||||||"),
    Mistake("    prioritet: lav", "    prioritet: lav\n    ]", at="    ]"),
    Mistake("    prioritet: lav", "    prioritet: lav\n![bilde](a.png)", at="![bilde"),
    Mistake("    status: vedtatt", "status: vedtatt"),
    Mistake("      - id: M1\n        tekst: Utkast er sendt\n        frist: 2023-12\n",
            "- id: M1\n  tekst: Utkast er sendt\n  frist: 2023-12\n"),
    Mistake("    milepæler:\n      - id: M1", "    milepæler:\n        id: M1"),
    Mistake("      - JD\n      - AID", "      - JD\n      AID"),
    Mistake("beskrivelse: |", "beskrivelse: -"),
    Mistake("beskrivelse: |", "beskrivelse: >- >-"),
    Mistake("beskrivelse: Vi øver", "beskrivelse: [Sett inn] Vi øver"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: Går.\\nSom planlagt."),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: XX øvelser er holdt."),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: Ring 912.34.567."),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: <b>Går</b> som planlagt."),
    Mistake("avhenger_av: [T002]", "avhenger_av: Øvelser for beredskap"),
    Mistake("ansvarlig: KLD", "ansvarlig: KLD-FIN"),
    Mistake("kontakt: Seksjon", "kontakt: =Seksjon"),
)  # fmt: skip
