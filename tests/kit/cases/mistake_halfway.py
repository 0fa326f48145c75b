"""Mistakes of lines that were moved, pasted or half finished, and of texts that are not written."""

from mistake_register import FIRST, SECOND, Mistake

SECOND_HEAD = "".join(SECOND.splitlines(keepends=True)[:2])
HALFWAY = (
    Mistake(f"{FIRST}{SECOND_HEAD}", f"{SECOND_HEAD}{FIRST}"),
    Mistake("tiltak:\n", "tiltak: [\n"),
    Mistake("tiltak:\n", "tiltak: 3\n"),
    Mistake("  - id: T002", "  - { id: T002"),
    Mistake("  - id: T002", "  - {\n    id: T002"),
    Mistake("        tekst: Høring er holdt\n        frist: 2024\n",
            "      - tekst: Høring er holdt\n      - frist: 2024\n"),
    Mistake("      - id: M2\n        tekst: Høring", "      - M2: Høring"),
    Mistake("      - tittel: Rapport", "        tittel: Rapport"),
    Mistake("    prioritet: lav", "> prioritet: lav"),
    Mistake("      - id: M1\n        tekst: Utkast", "      -{id: M1}\n        tekst: Utkast"),
    Mistake("  - id: T002\n    tittel: Øvelser", "    tittel: Øvelser", at="tittel: Øvelser"),
    Mistake("    status: igangsatt", "   status: igangsatt"),
    Mistake("    status: igangsatt", "    status: status: igangsatt"),
    Mistake("    status: igangsatt", "    :status igangsatt"),
    Mistake("    status: igangsatt", "    status: **igangsatt**"),
    Mistake("    status: igangsatt", '    {"status": "igangsatt"}'),
    Mistake("    status: igangsatt", "    status: igangsatt\n=======", at="======="),
    Mistake("    status: igangsatt", "    % spør KLD\n    status: igangsatt"),
    Mistake("    status: igangsatt\n    prioritet: lav",
            "    status: lav\n    prioritet: igangsatt"),
    Mistake("rapport\n", "rapport\nHusk å spørre KLD\n"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: /"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: TODO"),
    Mistake("fremdrift: Går som planlagt.", 'fremdrift: Går som planlagt."'),
    Mistake("beskrivelse: Vi øver hvert år.", "beskrivelse: -<\n      Vi øver hvert år."),
    Mistake("tittel: Kunnskapsbase", "tittel: 1.10"),
)  # fmt: skip
