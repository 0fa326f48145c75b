"""TIL6xx: what has happened to a text on its way into the file, and what should not be in it."""

import re
from collections.abc import Iterator

from tiltak_cli.domain.measure import Measure
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Rule
from tiltak_cli.rules.edges.form import EDGES

# Compiled when it is needed, which is seldom.
PERSONAL = r"[\w.+-]+@[\w-]+\.\w+|(?:\+47 ?)?\b[49]\d{2} ?\d{2} ?\d{3}\b"


def contact_is_no_person(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Who to ask is a section: people change jobs, and their addresses are their own."""
    contact = measure.contact
    # A section's name has neither.
    if contact.isalpha() or not any(c == "@" or c.isdecimal() for c in contact):
        return
    if match := re.search(PERSONAL, contact):
        yield Fault(
            ("kontakt",),
            f"«kontakt» har en persons adresse eller nummer ({match[0]}).",
            "Skriv avdelingen eller seksjonen i stedet.",
        )


CUT = Rule(
    code="TIL601",
    name="tekst-kuttet",
    title="En tekst er kuttet ved tegnet #",
    why="Alt etter et mellomrom og # er en kommentar, og kommer ikke med i teksten.",
    bad="tittel: Sak #5 Felles mal\n",
    good='tittel: "Sak #5 Felles mal"\n',
    severity=Severity.WARNING,
    edges=EDGES["TIL601"],
)
INVISIBLE = Rule(
    code="TIL602",
    name="usynlig-tegn",
    title="Et usynlig tegn står i en tekst",
    why=(
        "Slike følger med når tekst limes inn fra andre programmer, og hindrer søk og "
        "sammenligning. Noen snur rekkefølgen bokstavene leses i, eller skjuler en hel tekst."
    ),
    bad="tittel: Felles mal\u00a0\n",
    good="tittel: Felles mal\n",
    severity=Severity.WARNING,
    edges=EDGES["TIL602"],
)
DECOMPOSED = Rule(
    code="TIL603",
    name="delte-bokstaver",
    title="En bokstav er lagret som to tegn, eller som et annet tegn",
    why=(
        "«å» kan lagres som én bokstav eller som «a» og en løs ring, og «Å» også som tegnet for "
        "ångstrøm. De ser like ut, men er ulike."
    ),
    bad="tittel: Fa\u030a felles mal\n",
    good="tittel: Få felles mal\n",
    severity=Severity.WARNING,
    edges=EDGES["TIL603"],
)
CURLY = Rule(
    code="TIL604",
    name="krøllete-anførselstegn",
    title="En tekst står i krøllete anførselstegn",
    why="Bare rette anførselstegn hører til oppsettet. Krøllete blir en del av teksten.",
    bad="tittel: “Felles mal”\n",
    good='tittel: "Felles mal"\n',
    severity=Severity.WARNING,
    edges=EDGES["TIL604"],
)

CONTACT = Rule(
    code="TIL605",
    name="person-i-kontakt",
    title="Kontakten er en persons adresse eller telefonnummer",
    why="Folk bytter jobb, og registeret ligger i git for alltid. Avdelingen består.",
    bad="kontakt: kari.nordmann@kdd.dep.no\n",
    good="kontakt: Seksjon for forvaltningspolitikk\n",
    reads=("kontakt",),
    severity=Severity.WARNING,
    measure_check=contact_is_no_person,
    edges=EDGES["TIL605"],
)

TEXT_RULES = (CUT, INVISIBLE, DECOMPOSED, CURLY, CONTACT)
