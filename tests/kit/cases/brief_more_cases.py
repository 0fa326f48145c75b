"""The part of the table that is about what is done, new or moved, and about what is lighter."""

Case = tuple[str, str, list[str]]
STARTED = ("status: igangsatt", "fremdrift: I gang.")
DONE = ("status: gjennomført", "resultat: Ferdig.")
YELLOW, RED = ("vurdering: gul", "avvik: Sent."), ("vurdering: rød", "avvik: Stanset.")
WHY = "begrunnelse: Vedtatt i forumet."


def m(code: str, title: str, *fields: str) -> str:
    """A measure with some fields; the others are the same in both editions."""
    lines = (f"  {field}\n" for field in fields)
    return f"- id: {code}\n  tittel: {title}\n{''.join(lines)}"


MORE_CASES: dict[str, Case] = {
    "done in time": (
        m("T001", "Felles mal", "frist: 2024-03"),
        m("T001", "Felles mal", "frist: 2024-03", "gjennomført: 2024-03-31", *DONE),
        [
            "Ett tiltak er gjennomført. T001 Felles mal innen fristen.",
        ],
    ),
    "done a day late": (
        m("T001", "Felles mal", "frist: 2024-03"),
        m("T001", "Felles mal", "frist: 2024-03", "gjennomført: 2024-04-01", *DONE),
        [
            "Ett tiltak er gjennomført. T001 Felles mal 1 dag etter fristen.",
        ],
    ),
    "done, that went on without a deadline": (
        m("T001", "Felles mal", "løpende: true"),
        m("T001", "Felles mal", "løpende: true", "gjennomført: 2024-04-01", *DONE),
        [
            "Ett tiltak er gjennomført. T001 Felles mal uten frist.",
        ],
    ),
    "done in time first": (
        m("T001", "Felles mal", "frist: 2024-01") + m("T002", "Ny plattform", "frist: 2024-03"),
        m("T001", "Felles mal", "frist: 2024-01", "gjennomført: 2024-04-01", *DONE)
        + m("T002", "Ny plattform", "frist: 2024-03", "gjennomført: 2024-03-01", *DONE),
        [
            (
                "To tiltak er gjennomført. T002 Ny plattform innen fristen, T001 Felles mal 61 "
                "dager etter fristen."
            ),
        ],
    ),
    "a new one": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal") + m("T002", "Ny plattform", "ansvarlig: [FIN, JD]"),
        [
            "Ett tiltak er nytt. T002 Ny plattform (FIN og JD) er vedtatt.",
        ],
    ),
    "a new one in trouble": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal")
        + m("T002", "Ny plattform", "ansvarlig: JD", "frist: 2024-03", *RED, *STARTED),
        [
            (
                "Ett tiltak er nytt. T002 Ny plattform (JD) er igangsatt, har rød vurdering og "
                "er 76 dager over fristen, mars 2024."
            ),
        ],
    ),
    "carried over": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal")
        + m("T002", "Ny plattform", "opphav: {periode: 2016-2020, id: P1, status: igangsatt}"),
        [
            "Ett tiltak er videreført fra 2016–2020. T002 Ny plattform (KDD) er vedtatt.",
        ],
    ),
    "carried over, and a new one before it": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal")
        + m("T002", "Ny plattform", "opphav: {periode: 2016-2020, id: P1, status: igangsatt}")
        + m("T003", "Nytt kurs"),
        [
            (
                "Ett tiltak er nytt, og ett er videreført fra 2016–2020. T003 Nytt kurs (KDD) og "
                "T002 Ny plattform (KDD) er vedtatt."
            ),
        ],
    ),
    "a new one that replaces one that is dropped": (
        m("T001", "Felles mal", *STARTED),
        m("T001", "Felles mal", "status: utgår", WHY)
        + m("T002", "Ny plattform", "erstatter: T001", *STARTED),
        [
            "Ett tiltak utgår. T001 Felles mal erstattes av T002.",
            "Ett tiltak er nytt. T002 Ny plattform (KDD) er igangsatt og erstatter T001.",
        ],
    ),
    "later, by how much": (
        m("T001", "Felles mal", "frist: 2024-12-31"),
        m("T001", "Felles mal", "frist: 2025-01-31"),
        [
            "Én frist er flyttet. T001 Felles mal 31 dager senere.",
        ],
    ),
    "earlier": (
        m("T001", "Felles mal", "frist: 2025-01-31"),
        m("T001", "Felles mal", "frist: 2024-12-31"),
        [
            "Én frist er flyttet. T001 Felles mal 31 dager tidligere.",
        ],
    ),
    "later before earlier, the longest first": (
        m("T001", "Felles mal", "frist: 2025-01-31")
        + m("T002", "Ny plattform", "frist: 2024-12-31")
        + m("T003", "Årlig øvelse", "frist: 2024-12-31"),
        m("T001", "Felles mal", "frist: 2024-12-31")
        + m("T002", "Ny plattform", "frist: 2025-01-31")
        + m("T003", "Årlig øvelse", "frist: 2025-12-31"),
        [
            (
                "Tre frister er flyttet. T003 Årlig øvelse 365 dager senere, T002 Ny plattform "
                "31 dager senere, T001 Felles mal 31 dager tidligere."
            ),
        ],
    ),
    "no deadline any more": (
        m("T001", "Felles mal", "frist: 2024-12-31"),
        m("T001", "Felles mal", "løpende: true"),
        [
            "Én frist er tatt bort. T001 Felles mal er nå løpende.",
        ],
    ),
    "many moved as much are told together": (
        m("T001", "Mal", "frist: 2024-12-31")
        + m("T002", "Plattform", "frist: 2024-12-31")
        + m("T003", "Øvelse", "frist: 2024-12-31")
        + m("T004", "Arkiv", "frist: 2024-12-31"),
        m("T001", "Mal", "frist: 2025-12-31")
        + m("T002", "Plattform", "frist: 2025-12-31")
        + m("T003", "Øvelse", "frist: 2025-12-31")
        + m("T004", "Arkiv", "frist: 2025-12-31"),
        [
            "Fire frister er flyttet. T001, T002, T003 og T004 365 dager senere.",
        ],
    ),
    "a deadline made precise is lighter": (
        m("T001", "Felles mal", "frist: 2024-H2"),
        m("T001", "Felles mal", "frist: 2024-12-31"),
        [
            "1 frist er presisert (T001).",
        ],
    ),
    "priorities": (
        m("T001", "Felles mal", "prioritet: lav") + m("T002", "Ny plattform", "prioritet: høy"),
        m("T001", "Felles mal", "prioritet: høy") + m("T002", "Ny plattform", "prioritet: middels"),
        [
            (
                "Ett tiltak har fått høyere prioritet, og ett har fått lavere prioritet. T001 "
                "Felles mal fra lav til høy, T002 Ny plattform fra høy til middels."
            ),
        ],
    ),
    "from one to another that was founded": (
        m("T001", "Felles mal", "ansvarlig: KDD") + m("T002", "Ny plattform", "ansvarlig: KDD"),
        m("T001", "Felles mal", "ansvarlig: DFD") + m("T002", "Ny plattform", "ansvarlig: DFD"),
        [
            (
                "To tiltak er flyttet fra KDD til DFD: T001 Felles mal og T002 Ny plattform. "
                "DFD ble opprettet 1. januar 2024."
            ),
        ],
    ),
    "from several to several": (
        m("T001", "Felles mal", "ansvarlig: KDD")
        + m("T002", "Ny plattform", "ansvarlig: KDD")
        + m("T003", "Årlig øvelse", "ansvarlig: JD"),
        m("T001", "Felles mal", "ansvarlig: DFD")
        + m("T002", "Ny plattform", "ansvarlig: DFD")
        + m("T003", "Årlig øvelse", "ansvarlig: FIN"),
        [
            (
                "Tre tiltak har fått endret ansvar. T001 Felles mal og T002 Ny plattform fra "
                "KDD til DFD, T003 Årlig øvelse fra JD til FIN. DFD ble opprettet 1. januar "
                "2024."
            ),
        ],
    ),
    "another is responsible as well": (
        m("T001", "Felles mal", "ansvarlig: FIN"),
        m("T001", "Felles mal", "ansvarlig: [FIN, JD]"),
        [
            ("Ett tiltak har fått endret ansvar. T001 Felles mal med JD som ansvarlig i tillegg."),
        ],
    ),
    "one is no longer responsible": (
        m("T001", "Felles mal", "ansvarlig: [FIN, JD]"),
        m("T001", "Felles mal", "ansvarlig: FIN"),
        [
            "Ett tiltak har fått endret ansvar. T001 Felles mal uten JD som ansvarlig.",
        ],
    ),
    "another leads": (
        m("T001", "Felles mal", "ansvarlig: [FIN, JD]"),
        m("T001", "Felles mal", "ansvarlig: [JD, FIN]"),
        [
            (
                "Ett tiltak har fått endret ansvar. T001 Felles mal ledet av JD og ikke lenger "
                "av FIN."
            ),
        ],
    ),
    "only lighter things": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal", *STARTED),
        [
            "1 er igangsatt (T001).",
        ],
    ),
    "a milestone the calendar passed": (
        m("T001", "Felles mal", "milepæler:", "  - {id: M1, tekst: Utkast, frist: 2024-05}"),
        m("T001", "Felles mal", "milepæler:", "  - {id: M1, tekst: Utkast, frist: 2024-05}"),
        [
            "1 milepæl er passert uten å være nådd (T001).",
        ],
    ),
    "a start the calendar passed": (
        m("T001", "Felles mal", "start: 2024-05"),
        m("T001", "Felles mal", "start: 2024-05"),
        [
            "1 skulle ha startet (T001).",
        ],
    ),
    "nothing": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal"),
        [],
    ),
    "seven matters: the lightest is counted": (
        m("T001", "Felles mal", "frist: 2024-03")
        + m("T002", "Ny plattform")
        + m("T003", "Årlig øvelse", "frist: 2024-12")
        + m("T004", "Digitalt arkiv", "frist: 2024-12-31")
        + m("T005", "Felles lager", "prioritet: lav")
        + m("T006", "Kurs", "ansvarlig: KDD"),
        m("T001", "Felles mal", "frist: 2024-03")
        + m("T002", "Ny plattform", "status: utgår", WHY)
        + m("T003", "Årlig øvelse", "frist: 2024-12", "gjennomført: 2024-06-01", *DONE)
        + m("T004", "Digitalt arkiv", "frist: 2025-12-31")
        + m("T005", "Felles lager", "prioritet: høy")
        + m("T006", "Kurs", "ansvarlig: DFD")
        + m("T007", "Nytt verktøy"),
        [
            (
                "Ett tiltak går dårligere. T001 Felles mal (KDD) er blitt forsinket: fristen, "
                "mars 2024, er passert med 76 dager."
            ),
            "Ett tiltak utgår: T002 Ny plattform.",
            "Ett tiltak er gjennomført. T003 Årlig øvelse innen fristen.",
            "Ett tiltak er nytt. T007 Nytt verktøy (KDD) er vedtatt.",
            "Én frist er flyttet. T004 Digitalt arkiv 365 dager senere.",
            "Ett tiltak har fått høyere prioritet. T005 Felles lager fra lav til høy.",
            "Ellers: 1 er flyttet fra KDD til DFD (T006).",
        ],
    ),
}
