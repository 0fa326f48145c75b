"""Mistakes of lines that were moved, pasted or half finished, and of texts that are not written."""

from textwrap import indent

from mistake_register import FIRST, SECOND, THIRD, Mistake

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
M2 = "      - id: M2\n        tekst: Høring er holdt\n        frist: 2024\n"
OWN = "      - tittel: Rapport\n        lenke: https://example.org/rapport\n"
# Mistakes that were once told otherwise, each of its own kind.
SEEN = (
    # Lines, quotes and brackets.
    Mistake("    prioritet: lav", "+   prioritet: lav"),
    Mistake("        frist: 2024\n", "+       frist: 2024\n"),
    Mistake("    kontakt: Seksjon for", "    kontakt: 'Arbeidsgruppens' postkasse'\n    # for"),
    Mistake("  - id: T002\n", "  - id: T002\n    id: T029\n", at="T029"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, HOD"),
    Mistake("målområder: [1, 2]", "målområder: [1, 2)"),
    Mistake("målområder: [1, 2]", "målområder: [1, 2"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD,, HOD]"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, HOD  # fra mai"),
    # Codes.
    Mistake("målområder:\n      - 3\n", "målområder: [1-3]\n"),
    Mistake("deltakere: [JD, HOD]", "deltakere: samtlige"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, ...]"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, m.fl.]"),
    Mistake("ansvarlig: KLD", "ansvarlig: Ministry of Climate and Environment"),
    Mistake("ansvarlig: KLD", 'ansvarlig: "972417882"'),
    Mistake("ansvarlig: KLD", "ansvarlig: Kari Nordmann"),
    Mistake("ansvarlig: FIN", "ansvarlig: FlN"),
    Mistake("retningsvalg: [1a]", "retningsvalg: [la]"),
    # Ids.
    Mistake("avhenger_av: [T002]", "avhenger_av: [T002.M1]"),
    Mistake("avhenger_av: [T002]", "avhenger_av: [T0002]"),
    Mistake("- id: M2", "- id: M1.2"),
    # Texts.
    Mistake("fremdrift: Går som planlagt.", "fremdrift: [sett inn tekst her]"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: Går_x000D_ som planlagt."),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: –"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: Venter på T099."),
    # Dates and the edition.
    Mistake("frist: 2024-06", "frist: 2024-31-12"),
    Mistake("frist: 2024-06", "frist: 2024-O6-03"),
    Mistake("frist: 2024-06", "frist: 31.12-24"),
    Mistake("frist: 2024-06", "frist: 31/12-2024"),
    Mistake("frist: 2024-06", "frist: 2024-06-31"),
    Mistake("frist: 2024-06", "frist: fredag 28.06.2024"),
    Mistake("frist: 2024-06", "frist: mai–juni 2024"),
    Mistake('utgave: "2023-2"', "utgave: 2/2023"),
    Mistake('utgave: "2023-2"', "utgave: utgave 2 2023"),
    # Brackets where a blank is missing, in an item and in a whole measure.
    Mistake(M2, "      - {id:M2, tekst: Høring er holdt, frist: 2024}\n"),
    Mistake(M2, "      - {id: M2, tekst:Høring er holdt, frist: 2024}\n"),
    Mistake(M2, "      - {id M2, tekst: Høring er holdt}\n"),
    Mistake("ansvarlig: KLD", "ansvarlig: KLD\n    utførende: [KLD]", at="utførende"),
    # A sign of the text below, values with bars, words for nothing, ids in other letters.
    Mistake("beskrivelse: |\n      En", "beskrivelse: >–\n      En"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD | HOD]"),
    Mistake("kontakt: Seksjon for beredskap", "milepæler: ingen"),
    Mistake("- id: T003", "- id: Т003"),
    Mistake("- id: T003", "- id: T2023-003"),
    Mistake("avhenger_av: [T002]", "avhenger_av: [T002?]"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: <fremdrift her>"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: true"),
    # What people call what they mean, and what other programs leave.
    Mistake("status: igangsatt", "status: satt i gang"),
    Mistake("ansvarlig: FIN", "ansvarlig: Finansdepartementet (FIN)"),
    Mistake("ansvarlig: FIN", "ansvarlig: FIN (Finansdepartementet)"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, FAD]"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: [oppdateres av DSS]"),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: s.o."),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: Se Feil! Fant ikke referansekilden."),
    Mistake("fremdrift: Går som planlagt.", "fremdrift: Se Error! Bookmark not defined."),
    Mistake("https://example.org/rapport", "<https://example.org/rapport>"),
    Mistake("https://example.org/rapport", "(https://example.org/rapport)"),
    Mistake(M2, M2 + "        nådd: ikke nådd\n", at="nådd: ikke"),
    Mistake(M2, M2 + "        nådd: nei\n", at="nådd: nei"),
    # Whether it is reached, nobody says: the advice names both.
    Mistake(M2, M2 + "        nådd: ukjent\n", at="nådd: ukjent"),
    # Codes after the bracket of their list.
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, HOD] og AID"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD], [HOD], [AID]  # i mai"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, HOD] samt Digdir"),
    Mistake("deltakere: [JD, HOD]", "deltakere: [JD, HOD] (AID ved behov)"),
    Mistake("målområder: [1, 2]", "målområder: [1], 2"),
    Mistake("retningsvalg: [1a, 1b]", "retningsvalg: [1a] & 1b"),
    # Braces that end before the last fields, or before a remark.
    Mistake(M2, "      - {id: M2, tekst: Høring er holdt}, frist: 2024\n"),
    Mistake(M2, "      - {id: M2, tekst: Høring er holdt} frist: 2024, nådd: 2023-11-02  # ny\n"),
    Mistake(M2, "      - {id: M2, tekst: Høring er holdt, frist: 2024}, nådd: 2023-11-02}\n"),
    Mistake(M2, "      - {id: M2, tekst: Høring er holdt, frist: 2024} (OK)\n"),
    Mistake(M2, "      - {id: M2, tekst: Høring er holdt, frist: 2024}, frist: 2025\n"),
    Mistake(M2, "      - {id: M2, tekst: Høring er holdt, frist: 2024},\n"),
    Mistake("kontakt: Seksjon for beredskap", "opphav: {periode: 2016-2020}, id: P04"),
    # Links of Markdown.
    Mistake(OWN, "      - [Rapport om mål, del 1](https://example.org/a)\n"),
    Mistake(
        OWN, "      - [A](https://example.org/a)\n      - [B: ny](https://example.org/b)  # ny\n"
    ),
    Mistake(OWN, "      [Rapport](https://example.org/a_(b))\n"),
    Mistake(OWN, "      - tittel: [Rapport](https://example.org/a)\n"),
    Mistake("    dokumentasjon:\n" + OWN, "    dokumentasjon: [Rapport](https://example.org/a)\n"),
    Mistake("lenke: https://example.org/rapport", "lenke: [Rapport](https://example.org/rapport)"),
    Mistake("lenke: https://example.org/rapport", 'lenke: "[Ny](https://example.org/rapport)"'),
    Mistake("lenke: https://example.org/rapport", "lenke: <https://example.org/rapport>"),
    # Lines from listings, and where in a file a diff is.
    Mistake("    forum: Strategisk", " 349 │     forum: Strategisk"),
    Mistake("    forum: Strategisk", "349:    forum: Strategisk"),
    Mistake("    forum: Strategisk", "   349\tforum: Strategisk"),
    Mistake("    forum: Strategisk", "    349 | forum: Strategisk"),
    Mistake("  - id: T002", "r.yaml:27:  - id: T002"),
    Mistake(
        "      - id: M2\n        tekst: Høring", " 22 │       - id: M2\n 23 │         tekst: Høring"
    ),
    Mistake(
        "beskrivelse: |\n      En samling.\n      To",
        "beskrivelse: |\n      45 | forum: Ny samling.\n    46 |   To",
        at="  46 |",
    ),
    Mistake("utgave:", "2:utgave:"),
    Mistake("    forum: Strategisk", "@@ -389,7 +389,7 @@ tiltak:\n    forum: Strategisk"),
    Mistake("    forum: Strategisk", "diff --git a/r.yaml b/r.yaml\n    forum: Strategisk"),
    # A level too many.
    Mistake(M2, f"      - milepæl:\n{indent(M2.replace('-', ' '), '  ')}"),
    Mistake(M2, f"      - milepæl:\n{M2.replace('-', ' ')}"),
    Mistake(M2, f"      - punkt:\n{indent(M2, '    ')}"),
    Mistake(M2, "      - milepæl: {id: M2, tekst: Høring er holdt, frist: 2024}\n"),
    Mistake(OWN, f"      - dokument:\n{indent(OWN.replace('-', ' '), '  ')}"),
    Mistake(THIRD, f"  - tiltak:\n{indent(THIRD.replace('- id', '  id'), '  ')}"),
    # Fields beside the field that they belong to.
    Mistake("merknad: Drøftet i mai.", "opphav: periode: 2016-2020, id: P04, status: igangsatt"),
    Mistake("merknad: Drøftet i mai.", "opphav: periode: 2016-2020 status: igangsatt  # fra P04"),
    Mistake("merknad: Drøftet i mai.", "opphav: status: igangsatt"),
    Mistake("merknad: Drøftet i mai.", "milepæler: id: M1; tekst: Øvelse; frist: 2024"),
    Mistake("merknad: Drøftet i mai.", "milepæler: id: M1, tekst: Øvelse, stor"),
    Mistake(
        "    dokumentasjon:\n" + OWN,
        "    dokumentasjon: tittel: Rapport, lenke: https://example.org/a\n",
    ),
)
