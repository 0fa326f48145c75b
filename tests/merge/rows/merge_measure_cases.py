"""What becomes of two sides, measure by measure.

Base, ours and theirs are the fields of one measure, T001, or a list of measures; what every
measure needs is filled in. `merged` is the result; where it is None, the sides disagree, and
`conflicts` are the fields, each with how. Every row is tried with the sides swapped, too.
"""

from merge_part_cases import STEPS, TWO
from merge_row import BOTH, FAULT, GONE, SAME, Row, clash

A = "- id: T001\n"
PORTAL = (
    "- id: T002\n  tittel: Felles portal\n"
    "  beskrivelse: En inngang for alle ansatte i departementene.\n"
)
COURSE = (
    "- id: T002\n  tittel: Kurs i klarspråk\n"
    "  beskrivelse: Opplæring for dem som skriver forskrifter.\n"
)
THIRD = "- id: T003\n  tittel: Bedre møterom\n  beskrivelse: Utstyr til videomøter i alle bygg.\n"
MEASURES = (
    Row(
        "a new measure and a change",
        A,
        A + PORTAL,
        A + "  frist: 2026\n",
        A + "  frist: 2026\n" + PORTAL,
    ),
    Row("two new measures", A, A + PORTAL, A + THIRD, A + PORTAL + THIRD),
    Row("one measure new on both sides", A, A + PORTAL, A + PORTAL, A + PORTAL),
    Row("taken out by one", A + PORTAL, A, A + "  frist: 2026\n" + PORTAL, A + "  frist: 2026\n"),
    Row(
        "a number becomes another, the field changes",
        A + PORTAL,
        A + PORTAL.replace("T002", "T009"),
        A + PORTAL + "  frist: 2026\n",
        A + PORTAL.replace("T002", "T009") + "  frist: 2026\n",
    ),
    Row(
        "references follow",
        A + PORTAL,
        A + PORTAL.replace("T002", "T009"),
        A + "  avhenger_av: [T002]\n" + PORTAL,
        A + "  avhenger_av: [T009]\n" + PORTAL.replace("T002", "T009"),
    ),
    Row(
        "numbers swapped, the field follows the title",
        PORTAL + THIRD,
        PORTAL.replace("T002", "T003") + THIRD.replace("T003", "T002"),
        PORTAL + "  frist: 2026\n" + THIRD,
        PORTAL.replace("T002", "T003") + "  frist: 2026\n" + THIRD.replace("T003", "T002"),
    ),
    clash("two new measures under one number", A, A + PORTAL, A + COURSE, f"T002 {SAME}"),
    clash(
        "a measure taken out and changed",
        A + PORTAL,
        A,
        A + PORTAL + "  frist: 2026\n",
        f"T002 {GONE}",
    ),
    clash(
        "two new numbers for one",
        A + PORTAL,
        A + PORTAL.replace("T002", "T008"),
        A + PORTAL.replace("T002", "T009"),
        f"T008.id {BOTH}",
    ),
    clash(
        "one new measure under two numbers",
        A,
        A + PORTAL,
        A + PORTAL.replace("T002", "T003"),
        f"T002.id {BOTH}",
    ),
    clash(
        "a number given to another, and taken by something new",
        A + PORTAL,
        A + PORTAL.replace("T002", "T003"),
        A + PORTAL + THIRD,
        f"T003.id {BOTH}",
    ),
)
FAULTS = (
    clash(
        "the end before the start",
        "start: 2024\nfrist: 2025-12\n",
        "start: 2025-06\nfrist: 2025-12\n",
        "start: 2024\nfrist: 2025-03\n",
        f"T001.frist {FAULT}",
    ),
    clash(
        "a milestone after the deadline",
        TWO + "frist: 2025\n",
        TWO + "frist: 2025-06\n",
        TWO.replace("2025-06", "2025-11") + "frist: 2025\n",
        f"T001.milepæler {FAULT}",
    ),
    clash(
        "a new milestone after the deadline",
        STEPS + "frist: 2025\n",
        STEPS.replace("Avtalen", "Rammeavtalen") + "frist: 2025-04\n",
        TWO + "frist: 2025\n",
        f"T001.milepæler.M2 {FAULT}",
    ),
    clash(
        "done, but the result is taken out",
        "status: utsatt\nbegrunnelse: Venter\nresultat: Noe\n",
        "status: gjennomført\ngjennomført: 2023-06-01\nresultat: Noe\n",
        "status: utsatt\nbegrunnelse: Venter\n",
        f"T001.resultat {FAULT}",
    ),
    clash(
        "named and taken out",
        A + PORTAL,
        A + "  avhenger_av: [T002]\n" + PORTAL,
        A,
        f"T002 {FAULT}",
    ),
    clash(
        "named by something new, and taken out",
        A + PORTAL,
        A + PORTAL + THIRD + "  avhenger_av: [T002]\n",
        A,
        f"T002 {FAULT}",
    ),
    clash(
        "in a circle",
        A + PORTAL,
        A + "  avhenger_av: [T002]\n" + PORTAL,
        A + PORTAL + "  avhenger_av: [T001]\n",
        f"T001.avhenger_av {FAULT}",
    ),
    Row(
        "a fault that one side had",
        "start: 2025-06\nfrist: 2025-03\n",
        "start: 2025-06\nfrist: 2025-03\nprioritet: lav\n",
        "start: 2025-06\nfrist: 2025-03\nforum: A\n",
        "start: 2025-06\nfrist: 2025-03\nprioritet: lav\nforum: A\n",
    ),
)
