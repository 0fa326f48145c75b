"""What settings there are, and what is wrong with one on a line that cannot be read."""

import re
from typing import Any

from tiltak_cli.domain.dates.read import read_date
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.sources.organisations import OWN

REQUIRED = "required-version"
KINDS: dict[str, tuple[type[Any], str, str]] = {
    "select": (list, "en liste med koder", 'select = ["TIL3"]'),
    "ignore": (list, "en liste med koder", 'ignore = ["TIL602"]'),
    "strict": (bool, "true eller false", "strict = true"),
    "baseline": (str, "et filnavn", 'baseline = "tiltak-baseline.json"'),
    "against": (str, "en revisjon eller en fil", 'against = "main"'),
    "stale-days": (int, "et antall dager", "stale-days = 180"),
    REQUIRED: (str, "et krav til versjonen", 'required-version = ">=0.2"'),
}
# The first word of a line, whatever stands around it.
NAME = re.compile(r"\W*([\w-]+)")
# A date as people write it, and a text in double quotes with a backslash.
BARE_DATE = re.compile(r"\s*(fra|til)\s*=\s*([0-9][0-9./ -]*[0-9])\s*(?:#.*)?$")
BACKSLASH = re.compile(r"\s*([\w-]+)\s*=\s*\"([^\"]*\\[^\"]*)\"\s*(?:#.*)?$")
# Quotes that programs for texts make, around a value; and two values with no comma between.
CURLY = re.compile(r"\s*([\w-]+)\s*=\s*\[?\s*[“”„«»‘’]([^“”„«»‘’]*)[“”„«»‘’]")
NO_COMMA = re.compile(r"([\"'])([^\"',]*)\1\s+([\"'])([^\"',]*)\3")


def unreadable(text: str, number: int, why: str) -> str:
    """What is wrong on a line (from 1) that cannot be read, and what to do about it."""
    lines = text.split("\n")
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    name = NAME.match(line)
    if name and ("overwrite" in why or "Cannot declare" in why):
        return f"«{name[1]}» er skrevet to ganger. Ta bort den ene."
    return f"innstillingen kan ikke leses. {_how(text, line)}"


def _how(text: str, line: str) -> str:
    if day := BARE_DATE.match(line):
        read = read_date(day[2], exact=True)
        if isinstance(read, PartialDate):
            return f"Skriv datoen slik: «{day[1]} = {read.text}»."
        return f"Skriv datoen som år-måned-dag, for eksempel «{day[1]} = 2025-01-31»."
    if path := BACKSLASH.match(line):
        right = path[2].replace("\\", "/")
        return (
            "Omvendt skråstrek har en egen betydning inne i doble anførselstegn. "
            f'Skriv / i stedet: «{path[1]} = "{right}"».'
        )
    if curly := CURLY.match(line):
        return f'Skriv rette anførselstegn: «"{curly[2]}"».'
    if two := NO_COMMA.search(line):
        return f'Skriv et komma mellom verdiene: «"{two[2]}", "{two[4]}"».'
    return f"Skriv for eksempel {_example(text, line)}."


def _example(text: str, line: str) -> str:
    """How the setting on a line that cannot be read may be written."""
    name = NAME.match(line)
    key = name[1].lower().replace("_", "-") if name else ""
    if key in KINDS:
        marks = ", med anførselstegn rundt tekst" if '"' in KINDS[key][2] else ""
        return f"«{KINDS[key][2]}»{marks}"
    if OWN in text:
        return '«"bokmål" = "Statistisk sentralbyrå"», også navnet i anførselstegn'
    return '«ignore = ["TIL602"]», med anførselstegn rundt tekst'
