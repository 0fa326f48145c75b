"""A table of two editions, and what a leader is told: measures before, now, and the news.

The older edition is from 15 October 2023, and the newer from 15 June 2024.
"""

from brief_more_cases import DONE, MORE_CASES, RED, STARTED, WHY, YELLOW, Case, m

CASES: dict[str, Case] = {
    "the calendar alone": (
        m("T001", "Felles mal", "frist: 2024-03"),
        m("T001", "Felles mal", "frist: 2024-03"),
        [
            (
                "Ett tiltak går dårligere. T001 Felles mal (KDD) er blitt forsinket: fristen, "
                "mars 2024, er passert med 76 dager."
            ),
        ],
    ),
    "late the day after the last day": (
        m("T001", "Felles mal", "frist: 2024-06-14"),
        m("T001", "Felles mal", "frist: 2024-06-14"),
        [
            (
                "Ett tiltak går dårligere. T001 Felles mal (KDD) er blitt forsinket: fristen, "
                "14.06.2024, er passert med 1 dag."
            ),
        ],
    ),
    "not late on the last day": (
        m("T001", "Felles mal", "frist: 2024-06-15"),
        m("T001", "Felles mal", "frist: 2024-06-15"),
        [],
    ),
    "late before, and still": (
        m("T001", "Felles mal", "frist: 2023-06"),
        m("T001", "Felles mal", "frist: 2023-06"),
        [],
    ),
    "late with a new deadline that has passed too": (
        m("T001", "Felles mal", "frist: 2023-06", *YELLOW),
        m("T001", "Felles mal", "frist: 2024-05-31", *YELLOW),
        [
            (
                "Ett tiltak går dårligere. T001 Felles mal (KDD) har en ny frist, 31.05.2024, "
                "som også er passert, med 15 dager."
            ),
            "Én frist er flyttet. T001 336 dager senere.",
        ],
    ),
    "late with a new deadline ahead": (
        m("T001", "Felles mal", "frist: 2023-06", *YELLOW),
        m("T001", "Felles mal", "frist: 2025", *YELLOW),
        [
            "Én frist er flyttet. T001 Felles mal 915 dager senere.",
        ],
    ),
    "two late at once, the longest first": (
        m("T001", "Felles mal", "frist: 2024-05") + m("T002", "Ny plattform", "frist: 2023-12"),
        m("T001", "Felles mal", "frist: 2024-05") + m("T002", "Ny plattform", "frist: 2023-12"),
        [
            (
                "To tiltak går dårligere. T002 Ny plattform (KDD) er blitt forsinket: fristen, "
                "desember 2023, er passert med 167 dager. T001 Felles mal (KDD) er blitt "
                "forsinket: fristen, mai 2024, er passert med 15 dager."
            ),
        ],
    ),
    "late on the same day are told together": (
        m("T001", "Felles mal", "frist: 2024-05") + m("T002", "Ny plattform", "frist: 2024-05"),
        m("T001", "Felles mal", "frist: 2024-05") + m("T002", "Ny plattform", "frist: 2024-05"),
        [
            (
                "To tiltak går dårligere. T001 Felles mal (KDD) og T002 Ny plattform (KDD) er "
                "blitt forsinket: fristen, mai 2024, er passert med 15 dager."
            ),
        ],
    ),
    "what is put off is not late": (
        m("T001", "Felles mal", "frist: 2024-05", "status: utsatt", WHY),
        m("T001", "Felles mal", "frist: 2024-05", "status: utsatt", WHY),
        [],
    ),
    "from yellow to red": (
        m("T001", "Felles mal", *YELLOW),
        m("T001", "Felles mal", *RED),
        [
            "Ett tiltak går dårligere. T001 Felles mal (KDD) er gått fra gul til rød.",
        ],
    ),
    "from green to yellow": (
        m("T001", "Felles mal", "vurdering: grønn"),
        m("T001", "Felles mal", *YELLOW),
        [
            "Ett tiltak går dårligere. T001 Felles mal (KDD) er gått fra grønn til gul.",
        ],
    ),
    "assessed for the first time as red": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal", *RED),
        [
            "Ett tiltak har fått vurderingen rød: T001 Felles mal (KDD).",
        ],
    ),
    "assessed for the first time as green": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal", "vurdering: grønn"),
        [
            "1 har fått en vurdering (T001).",
        ],
    ),
    "red and late": (
        m("T001", "Felles mal", "frist: 2024-05", *YELLOW),
        m("T001", "Felles mal", "frist: 2024-05", *RED),
        [
            (
                "Ett tiltak går dårligere. T001 Felles mal (KDD) er blitt forsinket: fristen, "
                "mai 2024, er passert med 15 dager og er gått fra gul til rød."
            ),
        ],
    ),
    "one worse and one assessed": (
        m("T001", "Felles mal", *YELLOW) + m("T002", "Ny plattform"),
        m("T001", "Felles mal", *RED) + m("T002", "Ny plattform", *YELLOW),
        [
            (
                "Ett tiltak går dårligere, og ett har fått vurderingen gul. T001 Felles mal "
                "(KDD) er gått fra gul til rød. T002 Ny plattform (KDD) har fått vurderingen "
                "gul."
            ),
        ],
    ),
    "better is lighter": (
        m("T001", "Felles mal", *RED),
        m("T001", "Felles mal", *YELLOW),
        [
            "1 vurdering er bedret (T001).",
        ],
    ),
    "dropped": (
        m("T001", "Felles mal", *STARTED),
        m("T001", "Felles mal", "status: utgår", WHY),
        [
            "Ett tiltak utgår: T001 Felles mal.",
        ],
    ),
    "dropped and replaced": (
        m("T001", "Felles mal", *STARTED),
        m("T001", "Felles mal", "status: utgår", WHY)
        + m("T002", "Ny plattform", "erstatter: T001"),
        [
            "Ett tiltak utgår. T001 Felles mal erstattes av T002.",
            "Ett tiltak er nytt. T002 Ny plattform (KDD) er vedtatt og erstatter T001.",
        ],
    ),
    "absorbed": (
        m("T001", "Felles mal") + m("T002", "Ny plattform"),
        m("T001", "Felles mal", "status: innlemmet", WHY, "innlemmet_i: T002")
        + m("T002", "Ny plattform"),
        [
            "Ett tiltak er innlemmet i et annet. T001 Felles mal er nå del av T002.",
        ],
    ),
    "put off": (
        m("T001", "Felles mal"),
        m("T001", "Felles mal", "status: utsatt", WHY),
        [
            "Ett tiltak er utsatt: T001 Felles mal.",
        ],
    ),
    "put off and waiting": (
        m("T001", "Felles mal", "avhenger_av: T002") + m("T002", "Ny plattform"),
        m("T001", "Felles mal", "avhenger_av: T002", "status: utsatt", WHY)
        + m("T002", "Ny plattform"),
        [
            "Ett tiltak er utsatt. T001 Felles mal venter på T002.",
        ],
    ),
    "put off after what it waited for was done": (
        m("T001", "Felles mal", "avhenger_av: T002")
        + m("T002", "Ny plattform", *DONE, "gjennomført: 2023-05-01"),
        m("T001", "Felles mal", "avhenger_av: T002", "status: utsatt", WHY)
        + m("T002", "Ny plattform", *DONE, "gjennomført: 2023-05-01"),
        [
            "Ett tiltak er utsatt: T001 Felles mal.",
        ],
    ),
    "gone without having ended": (
        m("T001", "Felles mal") + m("T002", "Ny plattform", *STARTED),
        m("T001", "Felles mal"),
        [
            (
                "Ett tiltak er borte uten å være avsluttet. T002 Ny plattform er borte, men var"
                " igangsatt."
            ),
        ],
    ),
    "reopened": (
        m("T001", "Felles mal", *DONE, "gjennomført: 2023-05-01"),
        m("T001", "Felles mal", *STARTED),
        [
            "Ett tiltak er gjenåpnet. T001 Felles mal var gjennomført, og er nå igangsatt.",
            "Ellers: 1 har fått endret innhold (T001).",
        ],
    ),
    "set back": (
        m("T001", "Felles mal", *STARTED),
        m("T001", "Felles mal", "status: vedtatt", "fremdrift: I gang."),
        [
            (
                "Ett tiltak er satt tilbake. T001 Felles mal er satt tilbake fra igangsatt til "
                "vedtatt."
            ),
        ],
    ),
    "each by its own word": (
        m("T001", "Felles mal")
        + m("T002", "Ny plattform")
        + m("T003", "Årlig øvelse")
        + m("T004", "Digitalt arkiv"),
        m("T001", "Felles mal", "status: utgår", WHY)
        + m("T002", "Ny plattform", "status: utgår", WHY)
        + m("T003", "Årlig øvelse", "status: innlemmet", WHY, "innlemmet_i: T004")
        + m("T004", "Digitalt arkiv", "status: utsatt", WHY),
        [
            (
                "To tiltak utgår, ett er innlemmet i et annet, og ett er utsatt. T001 "
                "Felles mal og T002 Ny plattform utgår. T003 Årlig øvelse er nå del av T004. "
                "T004 Digitalt arkiv er utsatt."
            ),
        ],
    ),
    **MORE_CASES,
}
