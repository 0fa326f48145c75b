"""TIL6xx: what has happened to a text on its way into the file, and what should not be in it."""

from collections.abc import Iterator

from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.persons import of_a_person
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Path, Rule
from tiltak_cli.rules.edges.form import EDGES

# The fields that everybody may read.
TEXTS = tuple((f.key, f.attribute) for f in FIELDS if f.kind is Kind.TEXT and f.public)


def contact_is_no_person(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Who to ask is a section: people change jobs, and their addresses are their own."""
    texts: list[tuple[Path, str]] = [((key,), getattr(measure, name)) for key, name in TEXTS]
    for position, milestone in enumerate(measure.milestones):
        texts.append((("milepæler", position, "tekst"), milestone.text))
    for position, document in enumerate(measure.documentation):
        texts.append((("dokumentasjon", position, "tittel"), document.title))
    for path, text in texts:
        if text and (found := of_a_person(text)):
            yield Fault(
                path,
                f"«{path[-1]}» har en persons adresse eller nummer ({found}).",
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
    title="En persons adresse eller telefonnummer står i en tekst",
    why="Folk bytter jobb, og registeret ligger i git for alltid. Avdelingen består.",
    bad="kontakt: kari.nordmann@kdd.dep.no\n",
    good="kontakt: Seksjon for forvaltningspolitikk\n",
    reads=("kontakt",),
    severity=Severity.WARNING,
    measure_check=contact_is_no_person,
    edges=EDGES["TIL605"],
)

SPOILT = Rule(
    code="TIL606",
    name="ødelagt-tekst",
    title="En tekst er ødelagt på veien fra et annet program",
    why="Bokstaver, koder og feilmeldinger som har fulgt med, er ikke det som ble skrevet.",
    bad="tittel: Felles Ã¸velser\n",
    good="tittel: Felles øvelser\n",
    severity=Severity.WARNING,
    edges=EDGES["TIL606"],
)

TEXT_RULES = (CUT, INVISIBLE, DECOMPOSED, CURLY, CONTACT, SPOILT)
