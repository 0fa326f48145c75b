"""What becomes of two sides in the lists of a measure.

Base, ours and theirs are the fields of one measure, T001, or a list of measures; what every
measure needs is filled in. `merged` is the result; where it is None, the sides disagree, and
`conflicts` are the fields, each with how. Every row is tried with the sides swapped, too.
"""

from merge_row import BOTH, GONE, SAME, Row, clash

STEPS = "milepæler:\n  - {id: M1, tekst: Avtalen er inngått, frist: 2025-03}\n"
TWO = STEPS + "  - {id: M2, tekst: Alle er over på ny løsning, frist: 2025-06}\n"
ANEW = (
    "milepæler:\n  - {id: M1, tekst: Kravene er satt, frist: 2025-01}\n"
    "  - {id: M2, tekst: Avtalen er inngått, frist: 2025-03}\n"
)
IN_BRACKETS = "milepæler: [{id: M1, tekst: Avtalen er inngått, frist: 2025-03}]\n"
LINKS = "dokumentasjon:\n  - {tittel: Rapport, lenke: https://a.no}\n"

MILESTONES = (
    Row(
        "two fields of one milestone",
        STEPS,
        STEPS.replace("2025-03", "2025-04"),
        STEPS.replace("03}", "03, nådd: 2025-02-01}"),
        STEPS.replace("2025-03}", "2025-04, nådd: 2025-02-01}"),
    ),
    Row(
        "a new milestone and a change",
        STEPS,
        TWO,
        STEPS.replace("2025-03", "2025-04"),
        TWO.replace("2025-03", "2025-04"),
    ),
    Row(
        "numbered anew, and reached under the old number",
        STEPS,
        ANEW,
        STEPS.replace("03}", "03, nådd: 2025-02-01}"),
        ANEW.replace("03}", "03, nådd: 2025-02-01}"),
    ),
    Row(
        "documents by their address",
        LINKS,
        LINKS + "  - {tittel: Brev, lenke: https://b.no}\n",
        LINKS.replace("Rapport", "Sluttrapport"),
        LINKS.replace("Rapport", "Sluttrapport") + "  - {tittel: Brev, lenke: https://b.no}\n",
    ),
    Row(
        "text of a milestone word by word",
        STEPS,
        STEPS.replace("Avtalen", "Rammeavtalen"),
        STEPS.replace("2025-03", "2025-04"),
        STEPS.replace("Avtalen", "Rammeavtalen").replace("2025-03", "2025-04"),
    ),
    clash(
        "a milestone's deadline",
        STEPS,
        STEPS.replace("2025-03", "2025-04"),
        STEPS.replace("2025-03", "2025-02"),
        f"T001.milepæler.M1.frist {BOTH}",
    ),
    clash(
        "a milestone taken out and reached",
        TWO,
        STEPS,
        TWO.replace("06}", "06, nådd: 2025-05-01}"),
        f"T001.milepæler.M2 {GONE}",
    ),
    clash(
        "two new milestones under one number",
        STEPS,
        TWO,
        STEPS + "  - {id: M2, tekst: Evaluert, frist: 2025-11}\n",
        f"T001.milepæler.M2 {SAME}",
    ),
    Row(
        "milestones in brackets",
        IN_BRACKETS,
        IN_BRACKETS.replace("2025-03", "2025-04"),
        IN_BRACKETS.replace("03}", "03, nådd: 2025-02-01}"),
        IN_BRACKETS.replace("2025-03}", "2025-04, nådd: 2025-02-01}"),
    ),
    clash(
        "milestones in brackets, and one deadline",
        IN_BRACKETS,
        IN_BRACKETS.replace("2025-03", "2025-04"),
        IN_BRACKETS.replace("2025-03", "2025-02"),
        f"T001.milepæler.M1.frist {BOTH}",
    ),
    clash(
        "milestones without a number are one thing",
        "milepæler:\n  - {tekst: En}\n",
        "milepæler:\n  - {tekst: En}\n  - {tekst: To}\n",
        "milepæler:\n  - {tekst: Ene}\n",
        f"T001.milepæler {BOTH}",
    ),
    clash(
        "all milestones taken out, and one reached",
        STEPS,
        "status: vedtatt\n",
        STEPS.replace("03}", "03, nådd: 2025-02-01}"),
        f"T001.milepæler {GONE}",
    ),
    clash(
        "a milestone with the number that something new has taken",
        STEPS,
        ANEW,
        STEPS + "  - {id: M2, tekst: Evaluert av andre, frist: 2025-11}\n",
        f"T001.milepæler {BOTH}",
    ),
    clash(
        "a faulty list is one thing",
        "deltakere: [KD]\n",
        "deltakere: [KD, FIN]\n",
        "deltakere: {leder: KD}\n",
        f"T001.deltakere {BOTH}",
    ),
)
