"""Mistakes that come with lines from elsewhere: other languages, tables, diffs and documents."""

from mistake_register import Mistake

FOREIGN = (
    Mistake("    forum: Strategisk forum", "    // avklart i mars\n    forum: Strategisk forum"),
    Mistake("  - id: T002", "Målområde 2: Styring\n  - id: T002"),
    Mistake("  - id: T002", "**Målområde 2**\n  - id: T002"),
    Mistake("  - id: T002", "-----\n  - id: T002"),
    Mistake("  - id: T002", "====================\n  - id: T002"),
    Mistake("  - id: T002", "Side 3 av 12\n  - id: T002"),
    Mistake("    start: 2023-03-01", "-    start: 2023-02-01\n+    start: 2023-03-01"),
    Mistake("    status: vedtatt", '    "status": "vedtatt",'),
    Mistake("    status: vedtatt", "    <status>vedtatt</status>"),
    Mistake("    status: vedtatt", "    **status**: vedtatt"),
    Mistake("    status: vedtatt", "    - **Status:** vedtatt"),
    Mistake("    status: vedtatt", "    | status | vedtatt |"),
    Mistake("    status: vedtatt", "    status;vedtatt;"),
    Mistake("    status: vedtatt", "    status -> vedtatt"),
    Mistake("    status: vedtatt\n    prioritet: høy", "    status: vedtatt, prioritet: høy"),
    Mistake("    ansvarlig: FIN", "    ansvarlig:\n    FIN", at="    FIN"),
    Mistake("    ansvarlig: FIN", "    ansvarlig: FIN# leder"),
    Mistake("    deltakere: [JD, HOD]", "    deltakere: {JD, HOD}"),
    Mistake("    deltakere:\n      - JD\n", "    deltakere: - JD\n"),
    Mistake("  - id: T002", "  2. id: T002"),
    Mistake("  - id: T002", "  -- id: T002"),
    Mistake("    tittel: Øvelser", "  - tittel: Øvelser"),
    Mistake("    tittel: Kunnskapsbase", "    tittel: 'Kunnskap for EU's land'"),
    Mistake("    tittel: Kunnskapsbase", "    tittel: \"Kunnskapsbase'"),
    Mistake("    tittel: Kunnskapsbase", "    tittel: Kunnskap<br>base"),
)
