"""One measure gone and another come, alike in all that many have alike: what is said of the two.

Their area, direction, status and priority are the same in every row.
"""

from renumbering_cases import GONE, Case, body, numbered

LANGUAGE = body("Språkkurs", "Alle ansatte får kurs i klarspråk.", "KUD", "1a", "2025")
ROOMS = body("Delte lokaler", "Etatene deler møterom i hele landet.", "DFD", "1a", "2026")
ARCHIVE = body(
    "Elektronisk arkiv",
    "Sakene lagres i ett arkiv for alle departementene.",
    "KDD",
    "1a",
    "2025-06",
)
APPRENTICES = body("Lærlinger", "Flere lærlinger tas inn.", "UD", "1a", "2025-11")
SECURITY = body(
    "Digital sikkerhet i etatene", "Etatene sikrer systemene sine.", "UD", "1a", "2025-05"
)
TECHNOLOGISTS = body(
    "Rekruttering av teknologer", "Teknologer rekrutteres i felles løp.", "SD", "1a", "2025-06"
)
OFFICES = body(
    "Delte kontorlokaler i regjeringskvartalet",
    "Departementene samler arealene i nye bygg, slik at kontorplasser brukes bedre.",
    "KDD",
    "1a",
    "2025-02",
)
BUDGETS = body(
    "Åpne budsjettdata for innbyggerne",
    "Tallene i statsbudsjettet legges ut, slik at bevilgninger kan følges over tid.",
    "FIN",
    "1a",
    "2025-08",
)
NYNORSK = body(
    "Opne budsjettdata for innbyggjarane",
    "Tala i statsbudsjettet vert lagde ut, slik at løyvingane kan følgjast over tid.",
    "FIN",
    "1a",
    "2025-08",
)
LEADERS = body(
    "Opplæring av nye ledere", "Hver høst holdes et kurs om styring.", "KDD", "1a", "2025"
)
TEACHERS = body(
    "Opplæring av nye lærere", "Skolene tar imot studenter i praksis.", "UD", "1a", "2026"
)
SYSTEM = "registreres i ett felles system for alle departementene."
CASES_IN_ONE = body("Elektronisk arkiv", f"Sakene {SYSTEM}", "KDD", "1a", "2025-06")
STAFF_IN_ONE = body("Lønn", f"Personalet {SYSTEM}", "UD", "1a", "2026")
LATER = "Beskrives senere i denne perioden."
MOVED = ["2 tiltak har byttet nummer: T001 → T002 og T002 → T003."]


def short(title: str, text: str, lead: str, due: str) -> str:
    return body(title, text, lead, "1a", due)


def rotated(old: str, new: str, expected: list[str]) -> Case:
    """The last one is gone, another has come first, and the others have got the next number."""
    return (
        numbered(T001=LANGUAGE, T002=ROOMS, T003=old),
        numbered(T001=new, T002=LANGUAGE, T003=ROOMS),
        MOVED + expected,
    )


def again(old: str, new: str, came: str, was: str, now: str) -> Case:
    """Another measure has the number of one that is gone."""
    return (
        numbered(T001=LANGUAGE, T002=old),
        numbered(T001=LANGUAGE, T002=new),
        [
            f"{GONE} T002 er nå «{now}».",
            f"Nytt tiltak, vedtatt. {came}",
            (
                f"T002 var «{was}» i forrige utgave. Dette ligner et annet tiltak: T002 kan være "
                "brukt om igjen."
            ),
        ],
    )


ANOTHER_MEASURE_CASES: dict[str, Case] = {
    "one gone and one come, of few words, where the others have moved one on": rotated(
        ARCHIVE,
        APPRENTICES,
        [
            "Nytt tiltak, vedtatt. Ansvarlig: UD. Frist november 2025.",
            f"{GONE} T003 er nå «Delte lokaler».",
        ],
    ),
    "one gone and one come, of more words": rotated(
        SECURITY,
        TECHNOLOGISTS,
        [
            "Nytt tiltak, vedtatt. Ansvarlig: SD. Frist juni 2025.",
            f"{GONE} T003 er nå «Delte lokaler».",
        ],
    ),
    "they share what many texts say, and nothing that they are about": rotated(
        CASES_IN_ONE,
        STAFF_IN_ONE,
        [
            "Nytt tiltak, vedtatt. Ansvarlig: UD. Frist 2026. Ligner på T003, som er borte.",
            f"{GONE} Ligner på T001 «Lønn», som er nytt. T003 er nå «Delte lokaler».",
        ],
    ),
    "titles that differ in a letter, and other texts, owners and deadlines": rotated(
        LEADERS,
        TEACHERS,
        [
            "Nytt tiltak, vedtatt. Ansvarlig: UD. Frist 2026. Ligner på T003, som er borte.",
            (
                f"{GONE} Ligner på T001 «Opplæring av nye lærere», som er nytt. T003 er nå "
                "«Delte lokaler»."
            ),
        ],
    ),
    "the same text is that of many, and the title another": (
        numbered(
            T001=short("Språkkurs", LATER, "KUD", "2025"),
            T002=short("Delte lokaler", LATER, "DFD", "2026"),
            T003=short("Elektronisk arkiv", LATER, "KDD", "2025-06"),
        ),
        numbered(
            T001=short("Lærlinger", LATER, "UD", "2025-11"),
            T002=short("Språkkurs", LATER, "KUD", "2025"),
            T003=short("Delte lokaler", LATER, "DFD", "2026"),
        ),
        [
            *MOVED,
            "Nytt tiltak, vedtatt. Ansvarlig: UD. Frist november 2025.",
            f"{GONE} T003 er nå «Delte lokaler».",
        ],
    ),
    "the number is used again for something else": again(
        OFFICES,
        BUDGETS,
        "Ansvarlig: FIN. Frist august 2025.",
        "Delte kontorlokaler i regjeringskvartalet",
        "Åpne budsjettdata for innbyggerne",
    ),
    "the number is used again, in nynorsk": again(
        OFFICES,
        NYNORSK,
        "Ansvarlig: FIN. Frist august 2025.",
        "Delte kontorlokaler i regjeringskvartalet",
        "Opne budsjettdata for innbyggjarane",
    ),
    "the number is used again, and there are few words to say so": again(
        short("Kurs i sikkerhet", "Det holdes kurs.", "KDD", "2025-06"),
        short("Felles lønn", "Ny lønn.", "FIN", "2026"),
        "Ansvarlig: FIN. Frist 2026.",
        "Kurs i sikkerhet",
        "Felles lønn",
    ),
    "that something is new is no word in common": again(
        short("Ny nettside", "Siden får nytt utseende.", "KDD", "2025-06"),
        short("Nytt arkiv", "Arkivet bygges.", "FIN", "2026"),
        "Ansvarlig: FIN. Frist 2026.",
        "Ny nettside",
        "Nytt arkiv",
    ),
    "of a few words, when the owner stands, nobody can say that it is another": (
        numbered(T001=LANGUAGE, T002=short("Kurs", "Det holdes kurs.", "KDD", "2025")),
        numbered(T001=LANGUAGE, T002=short("Lønn", "Ny lønn.", "KDD", "2026")),
        [
            "Fristen er utsatt fra 2025 til 2026 (+365 dager).",
            "Ny tittel: «Lønn». Før: «Kurs».",
            "Beskrivelse er endret.",
        ],
    ),
    "title and text rewritten, while owner and deadline stand": (
        numbered(T001=LANGUAGE, T002=OFFICES),
        numbered(T001=LANGUAGE, T002=BUDGETS.replace("FIN", "KDD").replace("2025-08", "2025-02")),
        [
            (
                "Ny tittel: «Åpne budsjettdata for innbyggerne». Før: «Delte kontorlokaler i "
                "regjeringskvartalet»."
            ),
            "Beskrivelse er endret.",
        ],
    ),
    "title and text rewritten, and postponed, by the same ministry": (
        numbered(T001=LANGUAGE, T002=OFFICES),
        numbered(T001=LANGUAGE, T002=BUDGETS.replace("FIN", "KDD")),
        [
            "Fristen er utsatt fra februar 2025 til august 2025 (+184 dager).",
            (
                "Ny tittel: «Åpne budsjettdata for innbyggerne». Før: «Delte kontorlokaler i "
                "regjeringskvartalet»."
            ),
            "Beskrivelse er endret.",
        ],
    ),
    "a title rewritten, with another owner and deadline, while the text stands": (
        numbered(T001=LANGUAGE, T002=OFFICES),
        numbered(
            T001=LANGUAGE,
            T002=OFFICES.replace("Delte kontorlokaler i regjeringskvartalet", "Nytt sted")
            .replace("KDD", "FIN")
            .replace("2025-02", "2026-02"),
        ),
        [
            "Ansvaret er flyttet fra KDD til FIN.",
            "Fristen er utsatt fra februar 2025 til februar 2026 (+365 dager).",
            "Ny tittel: «Nytt sted». Før: «Delte kontorlokaler i regjeringskvartalet».",
        ],
    ),
    "another number, and not a word in common: one is not likened to the other": (
        numbered(T001=LANGUAGE, T003=ARCHIVE),
        numbered(T001=LANGUAGE, T004=APPRENTICES),
        ["Nytt tiltak, vedtatt. Ansvarlig: UD. Frist november 2025.", GONE],
    ),
    "another number, one word each, and not the same": (
        numbered(T001=LANGUAGE, T003=short("Kurs", "Det holdes kurs.", "KDD", "2025")),
        numbered(T001=LANGUAGE, T004=short("Lønn", "Ny lønn.", "FIN", "2026")),
        ["Nytt tiltak, vedtatt. Ansvarlig: FIN. Frist 2026.", GONE],
    ),
    "it replaces one that it has nothing in common with": (
        numbered(T001=LANGUAGE, T002=OFFICES),
        numbered(T001=LANGUAGE, T003=f"{BUDGETS}  erstatter: T002\n"),
        [
            (
                "Nytt tiltak, vedtatt. Ansvarlig: FIN. Frist august 2025. Erstatter T002 «Delte "
                "kontorlokaler i regjeringskvartal…»."
            ),
            "Ikke lenger med i oversikten. Var vedtatt; T003 oppgir å erstatte det.",
        ],
    ),
}
