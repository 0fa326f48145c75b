"""Mistakes of quick hands: values in each other's place, signs too many, lines that came along."""

from mistake_register import Mistake

END = "        lenke: https://example.org/rapport\n"
HANDS = (
    Mistake("retningsvalg: [1a, 1b]", "retningsvalg: [1,a, 1b]"),
    Mistake("retningsvalg: [1a, 1b]", "retningsvalg: [1a. 1b]"),
    Mistake("retningsvalg: [1a, 1b]", "retningsvalg: [1a]\n      - 1b", at="- 1b"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD. HOD]"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD]\n    - HOD\n    - AID", at="- HOD"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, HOD]:"),
    Mistake("ansvarlig: KLD", "ansvarlig: Klimadep."),
    Mistake("avhenger_av: [T002]", "avhenger_av: ingen"),
    Mistake("    gjennomført: 2023-06-15\n    resultat: Basen er i bruk.",
            "    gjennomført: Basen er i bruk.\n    resultat: 2023-06-15"),
    Mistake("    frist: 2024-06\n    fremdrift: Går som planlagt.",
            "    frist: Går som planlagt.\n    fremdrift: 2024-06"),
    Mistake("start: 2023-03-01", "start: 2023-03-01,"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, 'HOD]"),
    Mistake("status: igangsatt", "status: igangsatt (60 %)"),
    Mistake("ansvarlig: KLD", "ansvarlig: Klima- og miljødep."),
    Mistake("    prioritet: lav", "    prioritet: lav\n    vurdering: 🟢", at="🟢"),
    Mistake("    prioritet: lav", "    : lav"),
    Mistake("  - id: T002\n    tittel", "  - id: T002 tittel"),
    Mistake("    frist: 2024-Q3", "    : 2024-Q3"),
    Mistake("beskrivelse: >-", "beskrivelse >-:"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: Går\nmerk: som planlagt.", at="merk"),
    Mistake(END, f"{END}...\nHilsen Kari\n", at="..."),
    Mistake(END, f"{END}---\nNotater fra møtet: alt er greit\n", at="---"),
    Mistake(END, f"{END}\n...\n\nSendt fra Outlook\nKari\n", at="..."),
    Mistake(END, f"{END}- id: T004\n  tittel: Nytt tiltak\n", at="- id: T004"),
    Mistake(END, f"{END}    - id: T004\n", at="- id: T004"),
)  # fmt: skip
