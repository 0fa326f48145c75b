"""TIL6xx: what has happened to a text on its way into the file, and what should not be in it."""

import re
from collections.abc import Iterator
from operator import attrgetter

from tiltak_cli.domain.fields import FIELDS, Field, Kind
from tiltak_cli.domain.measure import NEEDS, Measure
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.persons import may_be_of_a_person, of_a_person
from tiltak_cli.domain.register import Register
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Mend, Path, Rule
from tiltak_cli.rules.edges.form import EDGES

ALL = tuple(field for field in FIELDS if field.kind is Kind.TEXT)
# What everybody may read comes first.
FIRST = tuple(field for field in ALL if field.public)
SORTED: tuple[Field, ...] = (*FIRST, *(field for field in ALL if not field.public))
PATHS: tuple[Path, ...] = tuple((field.key,) for field in SORTED)
OF_MEASURE = attrgetter(*(field.attribute for field in SORTED))
REQUIRED = frozenset(f.key for f in FIELDS if f.required)
WRITE_IT, OR_NOT = "Skriv det som skal stå der.", "eller ta bort linjen."
# Patterns are compiled when they are needed, which is seldom. What people put where a text is to
# come: wherever it stands, or as the whole text.
MARK = (
    r"(?<!\w)(?:TODO|TO DO|TBD|TBA|FIXME|X{2,}|[Ll]orem ipsum|"
    r"[Kk]likk (?:eller trykk )?her for å skrive)(?!\w)"
)
WHOLE = frozenset(
    (
        *("todo", "tbd", "tba", "x", "xx", "xxx", "n/a", "na", "n.a.", "i/t", "?", "testtekst"),
        *("fylles ut", "fylles ut senere", "må fylles ut", "skal fylles ut", "fyll ut", "fyll inn"),
        *("kommer", "kommer senere", "tekst kommer", "mer kommer", "ikke utfylt", "ikke fylt ut"),
        *("mangler", "mangler tekst", "tekst mangler", "sett inn tekst", "sett inn tekst her"),
        *("skriv her", "tekst her", "skal fyllast ut", "kjem", "kjem seinare", "manglar"),
        *("må fyllast ut", "fyllast ut", "to be determined", "to be decided", "to be added"),
        *("se over", "sjå over", "som over", "dd.mm.åååå"),
        *("ikke skrevet ennå", "ikkje skrive enno", "se under", "ditto", "idem", "s.o"),
    )
)
LONGEST = max(map(len, WHOLE)) + 4
IN_BRACKETS = (
    r"(?i)[\[<{(]+\s*(?:sett inn|skriv|fyll|set inn|insert|tekst|navn|dato|fylles|oppdateres av)\b"
)
# What is all in such brackets, and has none within.
HELD = r"<[^<>/]{2,60}>|\[[^][]{2,60}\]|\{[^{}]{2,60}\}"
MARKS_OF_QUOTES = '"“”„«»'
WORDS = r"[^\W\d_]|[0-9] ?%"
# A year, and a telephone number or another of so many digits; not a date.
NUMBER = r"^(?![0-9]{4}-[0-9]{2}-[0-9]{2}$)(?:[^0-9]*[0-9]){6}|^(?:19|20)[0-9]{2}$"
# Numbers that are held against each other, or have a sign that says what they are: «3 > 2», «§ 5».
RELATED = (
    r"^(?![0-9]{4}-[0-9]{2}-[0-9]{2}$).*"
    r"(?:[0-9]\s*[-–−<>≤≥=≠+*/:×÷→←↔]+\s*[0-9]|[<>≤≥≠±§€$]\s*[0-9])"
)
# What was meant for the sign that the text stands on the lines below.
SIGN = r"([-+]?[<>|›»][-+<>|–—=]*|[-–—][|<>]+)\s+(?=[^\W\d])|(=+)(?=[^\W\d])"


def contact_is_no_person(context: Context) -> Iterator[Fault]:
    """Who to ask is a section: people change jobs, and their addresses are their own."""
    # Few registers have any such signs.
    if not may_be_of_a_person(context.text):
        return
    for index, measure in enumerate(context.register.measures):
        for path, text in public_texts(measure):
            if contact := of_a_person(text):
                yield Fault(
                    path,
                    f"«{path[-1]}» har en persons adresse eller nummer ({contact}).",
                    "Skriv avdelingen eller seksjonen i stedet.",
                    measure=index,
                )


def text_is_written(measure: Measure, _context: Context) -> Iterator[Fault]:
    """What stands in a text is words, and not what holds their place."""
    texts = public_texts(measure)
    # Most have nothing odd, and are many: what they have in common is asked of them all at once.
    marked = _may_be_marked(" ".join([text for _, text in texts]))
    for path, text in texts:
        if (
            text[0].isalpha()
            and text[-1] not in MARKS_OF_QUOTES
            and len(text) > LONGEST
            and not marked
        ):
            continue
        key = path[-1]
        if sign := sign_first(text):
            yield Fault(
                path,
                f"«{sign}» først i «{key}» leses som en del av teksten.",
                f"Slett «{sign}».",
                mend=Mend(path, text[len(sign) :].lstrip(), safe=True),
            )
        elif mark := unpaired(text):
            side = "slutten" if text[-1:] == mark else "begynnelsen"
            yield Fault(
                path,
                f"Anførselstegnet ({mark}) på {side} av «{key}» mangler det andre.",
                f"Slett «{mark}» på {side}, eller sett inn det andre.",
            )
        elif placeholder := unwritten(text):
            needed = len(path) > 1 or key in _needed(measure)
            # A dash may stand for nothing to say, and then nothing is what is to be written.
            signs = not any(sign.isalnum() for sign in placeholder)
            what = "sier ingenting" if signs else "er ikke en ferdig tekst"
            yield Fault(
                path,
                f"{quoted(placeholder)} i «{key}» {what}.",
                WRITE_IT if needed else f"{WRITE_IT[:-1]}, {OR_NOT}",
            )


def public_texts(measure: Measure) -> list[tuple[Path, str]]:
    """Every text of a measure that everybody may read, with the way to it."""
    pairs = zip(PATHS[: len(FIRST)], OF_MEASURE(measure), strict=False)
    texts: list[tuple[Path, str]] = [*pairs]
    for position, milestone in enumerate(measure.milestones):
        texts.append((("milepæler", position, "tekst"), milestone.text))
    for position, document in enumerate(measure.documentation):
        texts.append((("dokumentasjon", position, "tittel"), document.title))
    return [pair for pair in texts if pair[1]]


def every_text(measure: Measure) -> Iterator[tuple[Path, str]]:
    """The same, and then those for internal use."""
    yield from public_texts(measure)
    for path, text in zip(PATHS, OF_MEASURE(measure), strict=True):
        if text and path not in PATHS[: len(FIRST)]:
            yield path, text


def all_that_is_said(register: Register) -> str:
    """All texts of all measures, a line each: what few say is asked of them all at once."""
    parts: list[str] = []
    for measure in register.measures:
        parts += OF_MEASURE(measure)
        for milestone in measure.milestones:
            parts.append(milestone.text)
        for document in measure.documentation:
            parts.append(document.title)
    return "\n".join(parts)


def _needed(measure: Measure) -> set[str]:
    """The fields that a measure must have, for what its status and assessment are."""
    words = (measure.status, measure.assessment)
    return {*REQUIRED, *(key for word in words if word for key in NEEDS.get(word, ()))}


def _may_be_marked(text: str) -> bool:
    """Whether a text has letters of a mark. To ask so takes a tenth of the time of a pattern."""
    return (
        "XX" in text
        or "TO" in text
        or "TB" in text
        or "FIXME" in text
        or "orem ip" in text
        or "likk " in text
    )


def unwritten(text: str) -> str:
    """What stands in a text for the one that is to come; empty where it is written.

    A text without a word, a share, numbers held against each other or one that one may call is such
    a sign, all of it.
    """
    first = text[:1]
    if not first.isalpha():
        if not re.search(WORDS, text):
            number = re.search(NUMBER, text) or re.search(RELATED, text)
            return "" if number else text.strip()
        if re.fullmatch(HELD, text):
            return text
        if brackets := re.match(IN_BRACKETS, text):
            return text if len(text) <= LONGEST else brackets[0]
    if len(text) <= LONGEST and text.strip(" .…:[]()<>*").casefold() in WHOLE:
        return text
    marked = re.search(MARK, text) if _may_be_marked(text) else None
    return marked[0] if marked else ""


def unpaired(text: str) -> str:
    """A quote at one end of a text that has no other one, if any."""
    for mark in (text[-1:], text[:1]):
        if mark in MARKS_OF_QUOTES and sum(text.count(sign) for sign in MARKS_OF_QUOTES) == 1:
            return mark
    return ""


def sign_first(text: str) -> str:
    """A sign before a text that should have said that it stands on the lines below, if any."""
    if text[:1].isalpha():
        return ""
    match = re.match(SIGN, text)
    return match[0].strip() if match else ""


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
    why=(
        "Folk bytter jobb, og det som er publisert, kan ikke tas tilbake. Avdelingen består. "
        "Feltet «merknad» blir aldri publisert, og er ikke med."
    ),
    bad="kontakt: kari.nordmann@kdd.dep.no\n",
    good="kontakt: Seksjon for forvaltningspolitikk\n",
    severity=Severity.WARNING,
    register_check=contact_is_no_person,
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

UNWRITTEN = Rule(
    code="TIL607",
    name="uferdig-tekst",
    title="En tekst er ikke skrevet ferdig",
    why="Det som holder plassen til en tekst, ser utfylt ut i filen, men sier ingenting.",
    bad="risiko: Fylles ut senere\n",
    good="risiko: Få har tid til å delta.\n",
    severity=Severity.WARNING,
    measure_check=text_is_written,
    edges=EDGES["TIL607"],
)

TEXT_RULES = (CUT, INVISIBLE, DECOMPOSED, CURLY, CONTACT, SPOILT, UNWRITTEN)
