"""Sentences about dates: what is wrong with one, and how it is written in a register."""

from typing import Any

from tiltak_cli.domain.dates.fault import IMPOSSIBLE_YEAR, NOT_AS_WRITTEN, NOT_IN_THE_CALENDAR
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import Fault, value_of
from tiltak_cli.sources.schema.told import Words, plain

# What says that a milestone is not reached; and what may also say that nobody knows when it was.
NOT_REACHED = frozenset(
    (
        *("nei", "no", "ikke", "ikkje", "ikke nådd", "ikkje nådd", "not reached", "ikke ennå"),
        *("false", "pågår", "forsinket", "forsinka", "forseinka", "utsatt", "utsett"),
    )
)
NOT_KNOWN = frozenset(("?", "-", "–", "ukjent", "ukjend", "ingen", "n/a", "tbd"))


def date_message(field: str, value: Any) -> Words:
    """Say what is wrong with a date, and how it is written when that is clear.

    `field` is the key, after that of the part that it stands in (`milepæler.nådd`).
    """
    text, name = quoted(plain(value)), field.rpartition(".")[2]
    right = value_of(field, plain(value))
    if not isinstance(right, Fault):
        message = f"Datoen {text} i «{name}» {NOT_AS_WRITTEN}."
        return Words(message, f"Skriv {right}.", right, safe=True)
    word = folded(plain(value)) if name == "nådd" else ""
    if word in NOT_REACHED:
        return Words(f"{text} i «nådd» er ikke en dato.", "Ta bort «nådd» til milepælen er nådd.")
    if word in NOT_KNOWN:
        remedy = "Skriv datoen, eller ta bort «nådd» om milepælen ikke er nådd."
        return Words(f"{text} i «nådd» er ikke en dato.", remedy)
    if right.why == IMPOSSIBLE_YEAR:
        return Words(f"Året i datoen {text} i «{name}» kan ikke være riktig.", right.remedy)
    what = "Datoen " if right.likely or right.why == NOT_IN_THE_CALENDAR else ""
    return Words(f"{what}{text} i «{name}» {right.why}.", right.remedy, right.likely)
