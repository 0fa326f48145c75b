"""`FELT=VERDI` on the command line: which field, what sign, and what was written."""

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import guess, one_of
from tiltak_cli.domain.fields import BY_KEY, HEAD_KEYS, KEYS, MILESTONES, Kind
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.synonyms import FIELD_WORDS
from tiltak_cli.edits.asked.ways import Assignment, Way
from tiltak_cli.sources.yaml.order import PARTS
from tiltak_cli.sources.yaml.places import LIST

ASSIGNMENT = re.compile(r"([^\W\d][\w.-]*?)\s*(\+=|-=|=)(.*)", re.DOTALL)
SIGNED = re.compile(r"[+-]?=")
HEAD_FIELDS = tuple(key for key in HEAD_KEYS if key != LIST)
# What has fields of its own that can be written one by one.
WITH_PARTS = (MILESTONES, "opphav")
FIXED_ID = (
    "Id-en er fast og endres aldri. Er det et nytt tiltak, så legg det til med «tiltak add», og gi "
    "det gamle en status som sier hva som hendte."
)


class Arguments(NamedTuple):
    """What stands after the command's name: the words before the fields, those, and a register."""

    words: list[str]
    assignments: list[tuple[str, str, str]]
    path: str | None


def parted(arguments: Iterable[str], *, words: int) -> Arguments:
    """Part arguments in as many words as there may be, fields, and the path of a register."""
    first, rest = list[str](), list(arguments)
    while rest and len(first) < words and not ASSIGNMENT.fullmatch(rest[0]):
        first.append(rest.pop(0))
    assignments: list[tuple[str, str, str]] = []
    paths: list[str] = []
    for argument in rest:
        match = ASSIGNMENT.fullmatch(argument)
        if match and not (os.path.lexists(argument) and not _is_field(match[1])):
            assignments.append((match[1], match[2], match[3]))
        elif SIGNED.search(argument) and not os.path.lexists(argument):
            raise refuse(f"{quoted(argument)} er ikke et felt og en verdi. Skriv FELT=VERDI.")
        else:
            paths.append(argument)
    if paths and (len(paths) > 1 or _is_field(paths[0])):
        field = next((path for path in paths if _is_field(path)), "")
        if field:
            raise refuse(
                f"Verdien for {field} mangler. Skriv {field}=VERDI, eller {field}= for ingen."
            )
        raise refuse(
            f"Både {quoted(paths[0])} og {quoted(paths[1])} kan være registeret. Oppgi ett, og "
            'skriv verdier med mellomrom i anførselstegn: FELT="…".'
        )
    return Arguments(first, assignments, paths[0] if paths else None)


def _is_field(word: str) -> bool:
    return word.partition(".")[0].casefold() in (*KEYS, *HEAD_FIELDS)


def in_measure(given: Iterable[tuple[str, str, str]]) -> list[Assignment]:
    """The fields of a measure, each known by its name."""
    return _once(Assignment(_way(name, sign, raw), sign, raw) for name, sign, raw in given)


def in_head(given: Iterable[tuple[str, str, str]]) -> list[Assignment]:
    """The fields of the head."""
    result = []
    for name, sign, raw in given:
        if name.casefold() in KEYS and name.casefold() not in HEAD_FIELDS:
            raise refuse(
                f"«{name}» er et felt i et tiltak. Skriv id-en først: tiltak set ID {name}=…"
            )
        key = one_of("feltet", name, HEAD_FIELDS, FIELD_WORDS, where="i hodet")
        if sign != "=":
            raise refuse(f"«{key}» er ikke en liste. Skriv {key}=VERDI.")
        result.append(Assignment(Way(key), sign, raw))
    return _once(result)


def _way(name: str, sign: str, raw: str) -> Way:
    first, *rest = name.split(".")
    key = one_of("feltet", first, KEYS, FIELD_WORDS)
    if key == "id" and not rest:
        raise refuse(FIXED_ID)
    if not rest:
        if key in WITH_PARTS and key != MILESTONES and raw.strip():
            names = ", ".join(f"{key}.{part}=…" for part in PARTS[key])
            raise refuse(f"«{key}» settes felt for felt: {names}")
        if key == MILESTONES and raw.strip():
            raise refuse(
                f"Milepæler settes én og én: {MILESTONES}.M1.frist=2024-06 endrer, "
                f"{MILESTONES}.M3.tekst=… lager, og {MILESTONES}.M1= tar bort."
            )
        return Way(key)
    if key not in WITH_PARTS:
        raise refuse(f"«{key}» har ingen egne felt. Skriv {_whole(key)}.")
    if key == MILESTONES:
        return _milestone(name, rest, asked=bool(raw.strip()) or sign != "=")
    if len(rest) > 1:
        raise refuse(f"Finner ikke feltet {quoted(name)}. {guess(rest[-1], PARTS[key])}")
    part = one_of("feltet", rest[0], PARTS[key], FIELD_WORDS, where=f"i «{key}»")
    return Way(key, part=part)


def _whole(key: str) -> str:
    """How a field without fields of its own is set."""
    return f'{key}+="Tittel https://…"' if BY_KEY[key].kind is Kind.DOCUMENTS else f"{key}=VERDI"


def _milestone(name: str, rest: list[str], *, asked: bool) -> Way:
    """The way to a field of a milestone, or to the milestone where nothing is `asked` for it."""
    identity, *fields = rest
    if not identity or len(fields) > 1:
        raise refuse(f"Finner ikke feltet {quoted(name)}. Skriv {MILESTONES}.M1.frist=VERDI.")
    if not fields:
        if asked:
            raise refuse(f"Skriv hvilket felt i milepælen: {name}.tekst=…, .frist=… eller .nådd=…")
        return Way(MILESTONES, identity)
    part = one_of("feltet", fields[0], PARTS[MILESTONES], FIELD_WORDS, where="i en milepæl")
    if part == "id":
        raise refuse("Id-en til en milepæl endres aldri. Lag en ny, og ta bort den gamle.")
    return Way(MILESTONES, identity, part)


def _once(assignments: Iterable[Assignment]) -> list[Assignment]:
    """The same, provided that no field is set twice."""
    result = list(assignments)
    for number, assignment in enumerate(result):
        others = [other.way for other in result[:number]]
        if assignment.sign == "=" and assignment.way in others:
            raise refuse(
                f"{assignment.way.name} er oppgitt to ganger. Skriv den verdien som gjelder."
            )
    return result
