"""TIL6xx: what has happened to a text on its way into the file, and what should not be in it."""

import re
from collections.abc import Iterator

from tiltak_cli.domain.measure import Measure
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Rule

# Compiled when it is needed, which is seldom.
PERSONAL = r"[\w.+-]+@[\w-]+\.\w+|(?:\+47 ?)?\b[49]\d{2} ?\d{2} ?\d{3}\b"


def contact_is_no_person(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Who to ask is a section: people change jobs, and their addresses are their own."""
    contact = measure.contact
    # A section's name has neither.
    if contact.isalpha() or not any(c == "@" or c.isdecimal() for c in contact):
        return
    if found := re.search(PERSONAL, contact):
        yield Fault(
            ("kontakt",),
            f"«kontakt» har en persons adresse eller nummer ({found[0]}).",
            "Skriv avdelingen eller seksjonen i stedet.",
        )


CUT = Rule(
    "TIL601",
    "tekst-kuttet",
    "En tekst er kuttet ved tegnet #",
    "Alt etter et mellomrom og # er en kommentar, og kommer ikke med i teksten.",
    "tittel: Sak #5 Felles mal\n",
    'tittel: "Sak #5 Felles mal"\n',
    severity=Severity.WARNING,
)
INVISIBLE = Rule(
    "TIL602",
    "usynlig-tegn",
    "Et usynlig tegn står i en tekst",
    "Slike følger med når tekst limes inn fra andre programmer, og hindrer søk og sammenligning.",
    "tittel: Felles mal\u00a0\n",
    "tittel: Felles mal\n",
    severity=Severity.WARNING,
)
DECOMPOSED = Rule(
    "TIL603",
    "delte-bokstaver",
    "En bokstav er lagret som to tegn",
    "«å» kan lagres som én bokstav eller som «a» og en løs ring. De ser like ut, men er ulike.",
    "tittel: Fa\u030a felles mal\n",
    "tittel: Få felles mal\n",
    severity=Severity.WARNING,
)
CURLY = Rule(
    "TIL604",
    "krøllete-anførselstegn",
    "En tekst står i krøllete anførselstegn",
    "Bare rette anførselstegn hører til oppsettet. Krøllete blir en del av teksten.",
    "tittel: “Felles mal”\n",
    'tittel: "Felles mal"\n',
    severity=Severity.WARNING,
)

CONTACT = Rule(
    "TIL605",
    "person-i-kontakt",
    "Kontakten er en persons adresse eller telefonnummer",
    "Folk bytter jobb, og registeret ligger i git for alltid. Avdelingen består.",
    "kontakt: kari.nordmann@kdd.dep.no\n",
    "kontakt: Seksjon for forvaltningspolitikk\n",
    ("kontakt",),
    Severity.WARNING,
    measure_check=contact_is_no_person,
)

TEXT_RULES = (CUT, INVISIBLE, DECOMPOSED, CURLY, CONTACT)
