"""Random edits of a register's text whose sum is known: two sides' edits never meet.

Each edit replaces lines of one measure that no other edit touches, so that the base with the edits
of both sides is what a merge of the two must give, byte for byte.
"""

import random
import re
from collections.abc import Callable

from generate import register

MEASURES = 24
EDITS = 30
FIRST_STEP = re.compile(r"(- \{id: M1, .*?frist: )[\d-]+")
AREAS = re.compile(r"(?m)^(    målområder: .*)$")
# What is done to the lines of one measure; the number makes each edit its own.
Edit = Callable[[str, int], str]


def _field(key: str, value: str) -> Edit:
    return lambda text, _: re.sub(
        rf"(?m)^    {key}: [^#\n]*?(\s*#.*)?$", rf"    {key}: {value}\1", text
    )


def _beside(key: str) -> Edit:
    return lambda text, n: re.sub(rf"(?m)^(    {key}: .*)$", rf"\1  # avtalt {n}", text)


def _above(key: str) -> Edit:
    return lambda text, n: re.sub(rf"(?m)^(    {key}:)", rf"    # sjekket {n}\n\1", text)


EDITS_BY_FIELD: dict[str, Edit] = {
    "prioritet": _field("prioritet", "lav"),
    "start": _field("start", "2020-01"),
    "frist": _field("frist", "2026-12"),
    "vurdering": _beside("vurdering"),
    "kontakt": lambda text, n: re.sub(r"(?m)^    kontakt: .*$", f"    kontakt: Seksjon {n}", text),
    "status": _above("status"),
    "deltakere": _field("deltakere", "alle"),
    "oppdatert": _field("oppdatert", "2024-06-14"),
    "tittel": lambda text, n: re.sub(r"(?m)^(    tittel: .*)$", rf"\1, trinn {n}", text),
    "forum": lambda text, _: re.sub(r"(?m)^    forum: .*\n", "", text),
    "milepæler": lambda text, _: re.sub(
        r"(?m)(- \{id: M1, .*?frist: )[\d-]+", r"\g<1>2022-05", text
    ),
    "ukjent": lambda text, n: re.sub(
        r"(?m)^(    målområder: .*)$", rf"\1\n    farge: blå {n}", text
    ),
}


def new_measure(number: int) -> str:
    return (
        f"\n  # Nytt nå.\n  - id: T9{number:02d}\n    tittel: Helt nytt arbeid nummer {number}\n"
        f"    beskrivelse: Arbeidet nummer {number} er noe ingen har gjort før.\n"
        "    målområder: [1]\n    retningsvalg: [1a]\n    ansvarlig: KDD\n    status: vedtatt\n"
        "    prioritet: lav\n    frist: 2026\n"
    )


def pair(seed: int) -> tuple[str, str, str, str]:
    """Base, ours and theirs, and what becomes of the two."""
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    text = register(MEASURES, later=False)
    head, *measures = re.split(r"(?m)^(?=\n  # Behandlet|\n  - id: )", text)
    places = [(n, key) for n in range(len(measures)) for key in EDITS_BY_FIELD]
    chosen = chance.sample(places, 2 * EDITS)
    sides = chosen[:EDITS], chosen[EDITS:]
    # Where each side's new measures stand: never both after the same.
    after = chance.sample(range(len(measures)), 4)
    news = after[:2], after[2:]

    def made(edits: list[tuple[int, str]], new: list[int]) -> str:
        result = [head]
        for number, measure in enumerate(measures):
            for n, key in sorted(edits):
                if n == number:
                    measure = EDITS_BY_FIELD[key](measure, 10 + n)  # noqa: PLW2901
            result.append(measure)
            result += [new_measure(number + 10)] * (number in new)
        return "".join(result)

    ours, theirs = (made(list(edits), list(new)) for edits, new in zip(sides, news, strict=True))
    return text, ours, theirs, made(chosen, after)
