"""The ids that the measures of a sheet get, and the numbers in the sheet that stand for them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.identity.numbers import next_number
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.read import Part, Read
from tiltak_cli.sources.foreign.vocabulary import is_empty
from tiltak_cli.sources.schema.parts import FIRST_ID, ID

SEVERAL = re.compile(r"\s*[,;/|\n]\s*|\s+(?:og|and|&)\s+")
NO_NUMBER = "viser til et tiltak som ikke er i regnearket"


def ids_of(numbers: Mapping[int, str], used: Sequence[str]) -> dict[int, str]:
    """An id for each row: the one it has where that is one of ours and no other has it."""
    counts = Counter(filter(None, numbers.values()))
    valid = re.compile(ID)
    kept = {r: n for r, n in numbers.items() if counts[n] == 1 and valid.match(n) and n not in used}
    numbering = following([*used, *kept.values()])
    return {row: kept[row] if row in kept else next(numbering) for row in numbers}


def following(used: Iterable[str]) -> Iterator[str]:
    """The ids that are free after those that are used, one after the other."""
    last = next_number(used, FIRST_ID)
    while True:
        yield last
        last = next_number([last], FIRST_ID)


def references_in(field: str, text: str, old: Mapping[str, Sequence[str]]) -> Read:
    """The measures that a cell names by their numbers in the sheet."""
    if is_empty(text, BY_KEY[field].kind):
        return Read(None, (Part(text),))
    words = [word for word in SEVERAL.split(text) if word]
    matches = [old.get(folded(word), ()) for word in words]
    if any(len(ids) != 1 for ids in matches):
        return Read(None, (Part(text, why=NO_NUMBER),))
    ids = list(dict.fromkeys(each[0] for each in matches))
    if BY_KEY[field].kind is Kind.REFERENCE:
        return Read(ids[0], ()) if len(ids) == 1 else Read(None, (Part(text, why=NO_NUMBER),))
    return Read(ids)


def renamed(plain: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """A measure's data with the ids that it refers to as they are called now."""
    now = dict(plain)
    for field, value in plain.items():
        if field not in BY_KEY or BY_KEY[field].kind not in (Kind.REFERENCE, Kind.REFERENCES):
            continue
        ids = [names.get(each, each) for each in (value if isinstance(value, list) else [value])]
        now[field] = ids if isinstance(value, list) else ids[0]
    return now
