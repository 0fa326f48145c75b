"""What people call a register's fields at the top of their own columns."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tiltak_cli.domain.fields import BY_KEY, FIELDS, KEYS, Kind
from tiltak_cli.domain.invisible import cleaned
from tiltak_cli.domain.spelling import folded, nearest_of
from tiltak_cli.domain.synonyms import FIELD_WORDS

# A field of several parts, which no single column holds.
COMPOSITE = (Kind.ORIGIN,)
BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
BETWEEN = re.compile(r"[\s_\-–—]+")
# «actionName», as programs write two words.
JOINED = re.compile(r"(?<=[^\W\d_A-ZÆØÅ])(?=[A-ZÆØÅ])")
ENDS = " .:*?!"
# In shorter words a letter more or less makes another word.
LONG_ENOUGH = 6
QUARTER, YEAR = "kvartal", "år"
# «Kvartal», «Frist kvartal».
SHORT = 2
# A longer heading is a sentence, and says more than its first or last word.
MOST_WORDS = 4
# A deadline in two columns.
PARTS = {
    **dict.fromkeys(("kvartal", "quarter", "qtr", "trimestre"), QUARTER),
    **dict.fromkeys(("år", "year", "årstall"), YEAR),
}
# fmt: off
SURE = {
    "id": (
        "nr", "#", "№", "no", "nummer", "number", "løpenr", "løpenummer", "tiltaksnr",
        "tiltaksnummer", "tiltak nr", "tiltak #", "tiltaks id", "tiltaksid", "action #",
        "action no", "action nr", "action id", "action number", "measure id", "measure no",
        "risk id", "task id", "id nr", "ref nr", "ref no",
    ),
    "tittel": (
        "tiltak", "tiltaket", "tiltakets navn", "navn på tiltak", "navn på tiltaket",
        "tiltakstittel",
        "action", "actions", "task", "measure", "measures", "massnahme", "massnahmen", "maßnahme",
        "maßnahmen", "initiative", "initiativ", "action title", "measure title",
    ),
    "beskrivelse": (
        "beskrivelse av tiltak", "beskrivelse av tiltaket", "tiltaksbeskrivelse", "details",
        "detaljer", "action description", "kort beskrivelse", "omtale av tiltaket", "beschreibung",
    ),
    "målområder": ("område", "målområder", "strategisk mål", "målområde i strategien"),
    "ansvarlig": (
        "ansv", "ansv. dep", "ansv dep", "ansvarlig dep", "ansvarlig dept", "ansvarleg dep",
        "ansvarlig departement/etat", "ansvarlig enhet", "ansvarleg eining", "ansvarlig etat",
        "ansvarlig part", "hovedansvar", "hovedansvarlig", "hovudansvar", "responsible party",
        "responsible parties",
        "parties responsible", "party responsible", "responsibility", "responsible ministry",
        "responsible organisation", "responsible organization", "responsible department",
        "lead ministry", "lead department", "lead organisation", "action owner", "tiltakseier",
        "verantwortlich",
    ),
    "utførende": ("utføres av", "implementing body"),
    "deltakere": (
        "partners", "partnere", "samarbeidspartnere", "samarbeidspartnarar", "medvirkende",
        "medverkande", "involverte", "deltagere", "deltakende departementer", "other parties",
        "supporting parties", "bidrar", "medvirker",
    ),
    "status": ("tilstand", "tiltaksstatus", "action status", "status per i dag"),
    "prioritet": ("prio", "pri", "priority level"),
    "frist": (
        "due date", "date due", "target date", "target delivery date", "delivery date",
        "frist for gjennomføring", "gjennomføringsfrist", "ferdig innen", "end date", "sluttdato",
        "completion target", "target completion date", "planned completion date",
    ),
    "opprinnelig_frist": (
        "original deadline", "original due date", "første frist", "original target date",
    ),
    "start": ("start date", "startdato", "oppstart", "oppstartsdato", "begin date"),
    "gjennomført": (
        "completed date", "completion date", "date completed", "actual completion date",
        "gjennomført dato", "dato gjennomført", "fullført dato", "dato fullført", "ferdig dato",
        "closed date", "date closed", "gjennomført den",
    ),
    "fremdrift": (
        "progress update", "status update", "statuskommentar", "status kommentar",
        "latest update", "siste nytt", "fremdriftsnotat", "status comment", "kommentar til status",
    ),
    "vurdering": ("rag", "rag status", "rag rating", "trafikklys", "fargekode"),
    "risiko": ("risks", "risikoer"),
    "avhenger_av": ("dependencies", "avhengigheter", "avhengig av", "avhengigheiter"),
    "merknad": (
        "notes", "remarks", "remark", "merknader", "anmerkning", "interne merknader",
        "intern merknad", "intern kommentar", "interne kommentarer", "notat", "notater",
    ),
    "oppdatert": (
        "last updated", "sist oppdatert", "sist oppdatert dato", "date updated", "last update",
        "updated on", "oppdatert dato",
    ),
}
LIKELY = {
    "id": ("ref", "referanse", "reference", "kode", "code"),
    "tittel": (
        "outcome", "forebyggende tiltak", "aktivitet", "activity", "activities", "commitment",
        "deliverable", "leveranse", "oppgave", "oppgåve", "prosjekt", "project", "hva", "kva",
        "what",
    ),
    "beskrivelse": (
        "innhold", "innhald", "hva skal gjøres", "hva skal vi gjøre", "hva vi skal gjøre",
        "hva gjør vi", "hva går tiltaket ut på", "hva tiltaket går ut på", "kva går tiltaket ut på",
        "kva skal gjerast", "kva skal vi gjere", "om tiltaket", "what will be done",
        "what will we do",
    ),
    "målområder": (
        "committee", "komité", "axis", "axe", "akse", "track", "workstream", "work stream",
        "arbeidsstrøm", "category", "kategori", "sector", "sektor", "theme", "tema", "area",
        "pillar", "spor", "hovedmål", "satsingsområde", "satsningsområde", "innsatsområde",
        "focus area",
        "mål", "målsetting", "handlungsfeld",
    ),
    "ansvarlig": (
        "accountable", "assigned to", "lead", "hvem", "kven", "who", "department", "departement",
        "ministry", "etat", "enhet", "eining",
    ),
    "utførende": ("implementing agency", "implementer", "gjennomføres av"),
    "deltakere": ("stakeholders", "interessenter", "andre", "bidragsytere", "contributors"),
    "status": (
        "progress", "fremdrift", "framdrift", "is done", "done", "ferdig", "utført", "gjennomført",
        "completed", "fullført", "complete", "avsluttet", "state", "stadium", "fase",
    ),
    "prioritet": ("viktighet", "importance", "urgency", "hastegrad"),
    "frist": (
        "når", "when", "tidsplan", "timeline", "timeframe", "tidsramme", "slutt", "ferdig dato",
        "initial target delivery date", "initial target date", "expected completion", "dato",
        "date",
        "termin",
    ),
    "opprinnelig_frist": (
        "previous target date", "previous deadline", "tidligere frist", "forrige frist",
        "førre frist", "initial target delivery date", "initial target date", "gammel frist",
    ),
    "start": ("fra", "from", "begin", "beginning", "begynner"),
    "fremdrift": ("oppfølging", "follow up", "update", "updates"),
    "avvik": ("issues", "issue", "problemer", "utfordringer"),
    "resultat": ("results", "resultater", "effekt"),
    # What is said there of how it goes is for all to read, and this field is not.
    "merknad": ("kommentar", "kommentarer", "comment", "comments"),
}
# fmt: on
# With no place here, however people call them: a person is never kept.
PERSONS = ("kontaktperson", "contact person", "saksbehandler", "sakshandsamar", "person")
NO_PERSON = "et register navngir avdelinger, aldri personer"
KNOWN, AMBIGUOUS = "kjent overskrift", "trolig: overskriften brukes om flere ting"
# Of these, the values say which field it is.
BY_VALUES = ("mål", "gjennomført", "fremdrift", "framdrift", "progress", "completed", "fullført")


class Heard(NamedTuple):
    """A field that a heading may be the name of, why, and whether that is certain.

    Where it is told `by_values`, the column is that field only if its values are such.
    """

    field: str
    why: str
    sure: bool
    by_values: bool = False


def plain_heading(text: str) -> str:
    """A heading as it is compared: without instructions in brackets, marks and hidden signs."""
    bare = BRACKETS.sub(" ", cleaned(text))
    return folded(BETWEEN.sub(" ", JOINED.sub(" ", bare))).strip(ENDS)


@lru_cache(maxsize=4096)
def heard(heading: str) -> tuple[Heard, ...]:
    """The fields that a heading may mean, the likeliest first; nothing where it is not known."""
    first_line = next((line for line in heading.splitlines() if line.strip()), "")
    for text in dict.fromkeys((heading, first_line)):
        if fields := _heard(plain_heading(text)):
            return fields
    return _of_parts(heading) or _misspelt(plain_heading(heading))


def perhaps(heading: str) -> tuple[Heard, ...]:
    """The field that a longer heading ends or begins with: «Tiltakets frist», «Status i mars»."""
    words = plain_heading(heading).split()
    if not 1 < len(words) <= MOST_WORDS:
        return ()
    tails = [" ".join(words[n:]) for n in range(1, len(words))]
    heads = [" ".join(words[:n]) for n in range(len(words) - 1, 0, -1)]
    known = next((text for text in (*tails, *heads) if text in _near()), "")
    return (Heard(_near()[known], f"trolig: «{known}»", sure=False),) if known else ()


def part_of_deadline(heading: str) -> str:
    """Whether a column has the quarter, or the year, of a deadline that is in two columns."""
    words = plain_heading(heading).split()
    short = len(words) <= SHORT
    return next((PARTS[word] for word in words if word in PARTS), "") if short else ""


def is_person(heading: str) -> bool:
    """Whether a column is about a person."""
    return plain_heading(heading) in PERSONS


def _heard(word: str) -> tuple[Heard, ...]:
    sure, likely = _sure(), _likely()
    by_values = word in BY_VALUES
    fields = [sure[word]] if word in sure else []
    if fields and not by_values:
        return (Heard(fields[0], KNOWN, sure=True),)
    fields = list(dict.fromkeys((*likely.get(word, ()), *fields)))
    return tuple(Heard(field, AMBIGUOUS, sure=False, by_values=by_values) for field in fields)


def _of_parts(heading: str) -> tuple[Heard, ...]:
    """Of «Ansvarlig / Owner»: what both are."""
    parts = [_heard(plain_heading(part)) for part in re.split(r"[/|\n]", heading) if part.strip()]
    fields = {part[0].field if part else "" for part in parts}
    return parts[0] if len(parts) > 1 and len(fields) == 1 and parts[0] else ()


def _misspelt(word: str) -> tuple[Heard, ...]:
    near = nearest_of(word, {known: known for known in _near()}) if len(word) >= LONG_ENOUGH else ""
    return (Heard(_near()[near], f"ligner «{near}»", sure=False),) if near else ()


@cache
def _near() -> dict[str, str]:
    """What a heading may be that is one of these with more words, or with other letters."""
    return {**_sure(), **dict.fromkeys(LIKELY["merknad"], "merknad")}


@cache
def _sure() -> dict[str, str]:
    words = {
        word: key
        for name, key in FIELD_WORDS.items()
        if key in BY_KEY and (word := plain_heading(name)) not in LIKELY.get(key, ())
    }
    words |= {word: key for key, known in SURE.items() for word in known}
    for field in FIELDS:
        names = (field.key, field.nb, field.nn, field.en)
        words |= {plain_heading(name): field.key for name in names}
    return words


@cache
def _likely() -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for key in sorted(LIKELY, key=KEYS.index):
        for word in LIKELY[key]:
            words[word] = (*words.get(word, ()), key)
    return words
