"""Sentences about one value: what is wrong with it, and what to write instead."""

import re
from typing import Any

from tiltak_cli.domain.limits import limits_in
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import FALSE_WORDS, TRUE_WORDS
from tiltak_cli.sources.schema.told import Words, plain

TRUE_OR_FALSE = "Skriv true om tiltaket ikke har noen slutt, ellers false."


def form_of(value: Any) -> str:
    """What a value is, as people would call it."""
    if isinstance(value, bool):
        return "ja eller nei"
    if isinstance(value, int):
        return "et tall"
    if isinstance(value, str):
        return "tekst"
    return "en liste" if isinstance(value, list) else "felt"


def yes_no_message(name: str, value: Any) -> Words:
    """Something else than `true` or `false`."""
    word = folded(plain(value))
    message = f"«{name}» skal være true (ja) eller false (nei), ikke {quoted(plain(value))}."
    if isinstance(value, str) and word in ("true", "false"):
        message = f"{quoted(value)} i «{name}» er skrevet med anførselstegn og leses som tekst."
    if word in TRUE_WORDS:
        return Words(message, f"Skriv «{name}: true».", value=True, safe=True)
    if word in FALSE_WORDS:
        remedy = f"Skriv «{name}: false», eller ta bort linjen."
        return Words(message, remedy, value=False, safe=True)
    if limits_in(word, turned=True):
        return Words(message, TRUE_OR_FALSE)
    return Words(message, f"Skriv «{name}: true», eller ta bort linjen.")


def id_message(name: str, value: Any, *, milestone: bool) -> Words:
    """An id of the wrong form."""
    digits = re.sub(r"[^0-9]", "", str(value))[:9]
    number = int(digits) if digits else 1
    example = f"M{number}" if milestone else f"T{number:03d}"
    start = "M og et tall" if milestone else "T og minst tre sifre"
    where = "" if name == "id" else f" i «{name}»"
    message = f"{quoted(plain(value))}{where} er ikke en gyldig id."
    # «t001» is T001; «T1» may have been meant for another number.
    meant = example if folded(plain(value)) == example.casefold() else None
    # The letter that ids begin with is no word.
    rest = folded(plain(value)).removeprefix("m" if milestone else "t").lstrip("-–_ ")
    shown = "" if limits_in(rest) else f", for eksempel {example}"
    return Words(message, f"Skriv {start}{shown}.", meant, safe=True)


def link_message(value: Any) -> Words:
    """An address that is none, or that has blanks in it."""
    shown = quoted(plain(value))
    begins = re.match(r"((?i:https?)://)([ \t\xa0]*)(.?)", str(value))
    if begins and not begins[3]:
        message = f"Lenken {shown} har ingen adresse etter {begins[1]}."
        return Words(message, "Skriv hele adressen, eller ta bort lenken.")
    if begins and begins[2]:
        return Words(f"Lenken {shown} har et mellomrom etter {begins[1]}.", "Slett det.")
    if begins:
        return Words(f"Lenken {shown} inneholder mellomrom.", "Skriv %20 der mellomrommet står.")
    message = f"Lenken {shown} begynner ikke med http:// eller https://."
    if str(value).casefold().startswith("www."):
        return Words(message, f"Skriv {quoted(f'https://{value}', 80)}.", f"https://{value}")
    return Words(message, "Skriv hele adressen, eller ta bort lenken.")


def origin_period_message(value: Any) -> Words:
    """A period in `opphav` that is not two years."""
    return Words(
        f"{quoted(plain(value))} i «periode» er ikke en periode med to årstall.",
        "Skriv for eksempel «periode: 2016-2020».",
    )
