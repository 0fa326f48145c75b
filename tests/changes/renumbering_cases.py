"""Which measure is which when numbers change: before, after, and all that is said of it."""

Case = tuple[str, str, list[str]]
BODY = """\
  tittel: {title}
  beskrivelse: {text}
  ansvarlig: {lead}
  retningsvalg: [{direction}]
  målområder: [{area}]
  prioritet: {priority}
  frist: {due}
"""


def body(
    title: str,
    text: str,
    lead: str,
    direction: str,
    due: str,
    priority: str = "middels",
) -> str:
    return BODY.format(
        title=title,
        text=text,
        lead=lead,
        direction=direction,
        area=direction[0],
        due=due,
        priority=priority,
    )


def numbered(**bodies: str) -> str:
    """A register of measures by their ids."""
    return "".join(f"- id: {code}\n{lines}" for code, lines in bodies.items())


def also(lines: str, *more: str) -> str:
    """A measure with more fields."""
    return lines + "".join(f"  {line}\n" for line in more)


ARCHIVE = body(
    "Felles løsning for arkiv", "Sakene lagres i ett system for alle.", "KUD", "2b", "2025", "høy"
)
CRISIS = body("Årlig kriseøvelse", "Alle øver på en alvorlig hendelse.", "JD", "2c", "2024-H1")
LEADERS = body("Opplæring av ledere", "Nye ledere får et kurs hver høst.", "KD", "3b", "2024-Q4")
POSTAL = body("Innsyn i postlister", "Borgere kan søke i dokumenter på nett.", "FIN", "1c", "2026")
# Two that differ in a word of the title and of the text.
HEARINGS = body("Mal for høringer", "Malen for høringer er den samme.", "FIN", "1a", "2025")
REPORTS = body("Mal for utredninger", "Malen for utredninger er den samme.", "FIN", "1a", "2025")
GONE = "Tiltaket er borte, men er ikke avsluttet. Det var vedtatt i forrige utgave."
NEW_ONE = "Nytt tiltak, vedtatt. Ansvarlig: FIN. Frist 2026."
POSTPONED = "Fristen er utsatt fra 1. halvår 2024 til 2027 (+1279 dager)."


def retitled(lines: str, title: str) -> str:
    _, _, rest = lines.partition("\n")
    return f"  tittel: {title}\n{rest}"


RENUMBERING_CASES: dict[str, Case] = {
    "two that have changed places": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=CRISIS, T002=ARCHIVE),
        ["2 tiltak har byttet nummer: T001 → T002 og T002 → T001."],
    ),
    "three in a ring": (
        numbered(T001=ARCHIVE, T002=CRISIS, T003=LEADERS),
        numbered(T001=LEADERS, T002=ARCHIVE, T003=CRISIS),
        ["3 tiltak har byttet nummer: T001 → T002, T002 → T003 og T003 → T001."],
    ),
    "all one on, after a new first one": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=POSTAL, T002=ARCHIVE, T003=CRISIS),
        ["2 tiltak har byttet nummer: T001 → T002 og T002 → T003.", NEW_ONE],
    ),
    "all one back, after the first one has gone": (
        numbered(T001=POSTAL, T002=ARCHIVE, T003=CRISIS),
        numbered(T001=ARCHIVE, T002=CRISIS),
        [
            "2 tiltak har byttet nummer: T002 → T001 og T003 → T002.",
            f"{GONE} T001 er nå «Felles løsning for arkiv».",
        ],
    ),
    "one alone, in place of one that has gone": (
        numbered(T001=POSTAL, T002=ARCHIVE),
        numbered(T001=ARCHIVE),
        [
            f"{GONE} T001 er nå «Felles løsning for arkiv».",
            "Id-en er endret fra T002 til T001.",
        ],
    ),
    "all to numbers that nobody had": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T101=ARCHIVE, T102=CRISIS),
        ["2 tiltak har byttet nummer: T001 → T101 og T002 → T102."],
    ),
    "changed places, and one of them postponed": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=CRISIS.replace("2024-H1", "2027"), T002=ARCHIVE),
        ["2 tiltak har byttet nummer: T001 → T002 og T002 → T001.", POSTPONED],
    ),
    "changed places, and one of them with another title": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=retitled(CRISIS, "Øvelse hvert år"), T002=ARCHIVE),
        [
            "2 tiltak har byttet nummer: T001 → T002 og T002 → T001.",
            "Ny tittel: «Øvelse hvert år». Før: «Årlig kriseøvelse».",
        ],
    ),
    "changed places, and both with a slip mended in the title": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(
            T001=retitled(CRISIS, "Årlige kriseøvelser"),
            T002=retitled(ARCHIVE, "Felles løsninger for arkiv"),
        ),
        [
            "2 tiltak har byttet nummer: T001 → T002 og T002 → T001.",
            "Ny tittel: «Årlige kriseøvelser». Før: «Årlig kriseøvelse».",
            "Ny tittel: «Felles løsninger for arkiv». Før: «Felles løsning for arkiv».",
        ],
    ),
    "two that are nearly alike have changed places": (
        numbered(T001=HEARINGS, T002=REPORTS),
        numbered(T001=REPORTS, T002=HEARINGS),
        ["2 tiltak har byttet nummer: T001 → T002 og T002 → T001."],
    ),
    "two that differ in their titles only have changed places": (
        numbered(T001=retitled(CRISIS, "Kriseøvelse 1"), T002=retitled(CRISIS, "Kriseøvelse 2")),
        numbered(T001=retitled(CRISIS, "Kriseøvelse 2"), T002=retitled(CRISIS, "Kriseøvelse 1")),
        ["2 tiltak har byttet nummer: T001 → T002 og T002 → T001."],
    ),
    "two with one title have changed places": (
        numbered(T001=retitled(ARCHIVE, "Felles tiltak"), T002=retitled(CRISIS, "Felles tiltak")),
        numbered(T001=retitled(CRISIS, "Felles tiltak"), T002=retitled(ARCHIVE, "Felles tiltak")),
        ["2 tiltak har byttet nummer: T001 → T002 og T002 → T001."],
    ),
    "two with one title stand, though much is new in one": (
        numbered(T001=retitled(ARCHIVE, "Felles tiltak"), T002=retitled(CRISIS, "Felles tiltak")),
        numbered(
            T001=retitled(ARCHIVE, "Felles tiltak"),
            T002=retitled(CRISIS, "Felles tiltak").replace("2024-H1", "2027"),
        ),
        [POSTPONED],
    ),
    "titles have changed places, and all else stands": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(
            T001=retitled(ARCHIVE, "Årlig kriseøvelse"),
            T002=retitled(CRISIS, "Felles løsning for arkiv"),
        ),
        [
            "Ny tittel: «Årlig kriseøvelse». Før: «Felles løsning for arkiv».",
            "Ny tittel: «Felles løsning for arkiv». Før: «Årlig kriseøvelse».",
        ],
    ),
    "title and text have changed places, and the rest stands: these say which it is": (
        numbered(
            T001=ARCHIVE,
            T002=ARCHIVE.replace("KUD", "JD")
            .replace("arkiv", "innsyn")
            .replace("Sakene lagres i ett system", "Borgere søker på nett"),
        ),
        numbered(
            T001=ARCHIVE.replace("arkiv", "innsyn").replace(
                "Sakene lagres i ett system", "Borgere søker på nett"
            ),
            T002=ARCHIVE.replace("KUD", "JD"),
        ),
        [
            "2 tiltak har byttet nummer: T001 → T002 og T002 → T001.",
            "Ansvaret er flyttet fra JD til KUD.",
            "Ansvaret er flyttet fra KUD til JD.",
        ],
    ),
    "a title rewritten, and the number stands": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=ARCHIVE, T002=retitled(CRISIS, "Beredskap i det daglige")),
        ["Ny tittel: «Beredskap i det daglige». Før: «Årlig kriseøvelse»."],
    ),
    "a title that another one had, which is gone": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=retitled(ARCHIVE, "Årlig kriseøvelse")),
        ["Ny tittel: «Årlig kriseøvelse». Før: «Felles løsning for arkiv».", GONE],
    ),
    "a copy is not the one that it is a copy of": (
        numbered(T001=ARCHIVE),
        numbered(T001=ARCHIVE.replace("2025", "2027").replace("høy", "lav"), T005=ARCHIVE),
        [
            "Prioriteten er senket fra høy til lav.",
            "Fristen er utsatt fra 2025 til 2027 (+730 dager).",
            "Nytt tiltak, vedtatt. Ansvarlig: KUD. Frist 2025.",
        ],
    ),
    "a number used again for something else": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=ARCHIVE, T002=POSTAL),
        [
            f"{GONE} T002 er nå «Innsyn i postlister».",
            NEW_ONE,
            (
                "T002 var «Årlig kriseøvelse» i forrige utgave. Dette ligner et annet tiltak: T002 "
                "kan være brukt om igjen."
            ),
        ],
    ),
    "a number used again for something else, by one that had ended": (
        numbered(
            T001=ARCHIVE,
            T002=also(
                CRISIS, "status: gjennomført", "gjennomført: 2023-06-30", "resultat: Holdt i juni."
            ),
        ),
        numbered(T001=ARCHIVE, T002=POSTAL),
        [
            (
                "Ikke lenger med i oversikten. Var gjennomført i forrige utgave. T002 er nå "
                "«Innsyn i postlister»."
            ),
            NEW_ONE,
            (
                "T002 var «Årlig kriseøvelse» i forrige utgave. Dette ligner et annet tiltak: T002 "
                "kan være brukt om igjen."
            ),
        ],
    ),
    "a number used again, and its measure is found under another": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=ARCHIVE, T002=POSTAL, T003=CRISIS),
        [NEW_ONE, "Id-en er endret fra T002 til T003."],
    ),
    "references and numbers in texts follow": (
        numbered(
            T001=also(ARCHIVE, "avhenger_av: T002", "fremdrift: Venter på T002 og T003."),
            T002=also(CRISIS, "del_av: T003"),
            T003=LEADERS,
        ),
        numbered(
            T001=also(CRISIS, "del_av: T003"),
            T002=also(ARCHIVE, "avhenger_av: T001", "fremdrift: Venter på T001 og T003."),
            T003=LEADERS,
        ),
        ["2 tiltak har byttet nummer: T001 → T002 og T002 → T001."],
    ),
    "a reference that does not follow is another one": (
        numbered(T001=ARCHIVE, T002=CRISIS, T003=also(LEADERS, "avhenger_av: T002")),
        numbered(T001=CRISIS, T002=ARCHIVE, T003=also(LEADERS, "avhenger_av: T002")),
        [
            "2 tiltak har byttet nummer: T001 → T002 og T002 → T001.",
            "Avhenger av: lagt til T002 og tatt bort T001.",
        ],
    ),
    "it names itself as the one it replaces": (
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T101=also(ARCHIVE, "erstatter: T001"), T102=also(CRISIS, "erstatter: T002")),
        ["2 tiltak har byttet nummer: T001 → T101 og T002 → T102."],
    ),
    "retitled and moved, where all are numbered anew": (
        numbered(T001=ARCHIVE, T002=CRISIS, T003=LEADERS),
        numbered(T101=retitled(ARCHIVE, "Saker på ett sted"), T102=CRISIS, T103=LEADERS),
        [
            "3 tiltak har byttet nummer: T001 → T101, T002 → T102 og T003 → T103.",
            "Ny tittel: «Saker på ett sted». Før: «Felles løsning for arkiv».",
        ],
    ),
}
