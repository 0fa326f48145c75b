"""Sentences about one value: what is wrong with it, and what to write instead."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import MARKS, by_words, folded, nearest
from tiltak_cli.domain.synonyms import OTHER_WORDS, STATUS_WORDS, UNSURE_WORDS
from tiltak_cli.domain.values import FALSE_WORDS, TRUE_WORDS
from tiltak_cli.sources.schema.told import Words, plain

SEPARATORS = re.compile(r"\s*[,;/&+]\s*|\s+og\s+|\s+")
ORGANISATION_FIELDS = ("ansvarlig", "utførende", "deltakere")
SEPARATOR = re.compile(r"[\s.\-–]+")
LATE = ("forsinket", "forsinka", "forseinka", "utdatert")


def form_of(value: Any) -> str:
    """What a value is, as people would call it."""
    if isinstance(value, bool):
        return "ja eller nei"
    if isinstance(value, int):
        return "et tall"
    if isinstance(value, str):
        return "tekst"
    return "en liste" if isinstance(value, list) else "felt"


def code_message(  # noqa: PLR0911 - one answer a likely cause
    name: str,
    value: Any,
    known: Sequence[str | int],
    names: Mapping[str, str],
    *,
    in_list: bool,
) -> Words:
    """A value that is not in its list of codes. `names` gives the codes of full names and texts."""
    shown, codes = quoted(plain(value)), {str(code): code for code in known}
    if plain(value) in codes:
        return _code_of_other_form(name, value, codes[plain(value)])
    if name == "status" and folded(str(value)) in LATE:
        return Words(
            f"{shown} er ikke en status: forsinkelse regnes ut av fristen.",
            "Skriv hvor arbeidet står, oftest «igangsatt», og forklar i «avvik».",
        )
    organisation = name in ORGANISATION_FIELDS
    message = f"{shown} er ikke gyldig i «{name}»."
    if organisation:
        message = f"{shown} i «{name}» er ikke forkortelsen for en kjent virksomhet."
    words = several(plain(value), list(codes))
    if len(words) > 1 or plain(value).startswith("-"):
        joined = ", ".join(words)
        if in_list:
            return Words(message, f"Skriv dem med komma mellom: {joined}.")
        return Words(message, f"Skriv «{name}: [{joined}]».", [codes[word] for word in words])
    likely = _meant(name, plain(value), codes, names)
    if likely:
        code, remedy, safe = likely
        return Words(message, remedy, codes[code], safe)
    if organisation and names:
        full, code = min(names.items(), key=lambda pair: (pair[0] == pair[1], len(pair[0])))
        return Words(message, f"Skriv forkortelsen, for eksempel {code} for {full}.")
    return Words(message, f"Gyldige: {listed(codes, 'eller')}.")


def _meant(
    name: str, text: str, codes: Mapping[str, str | int], names: Mapping[str, str]
) -> tuple[str, str, bool] | None:
    """The code that was meant, the remedy that says so, and whether there is no doubt."""
    bare = text.strip(MARKS)
    if bare in codes:
        return bare, f"Skriv {bare} uten disse anførselstegnene.", True
    squeezed = SEPARATOR.sub("", folded(bare))
    for code in codes:
        if squeezed == folded(code) or folded(bare.rpartition(" ")[2]) == folded(code) != "alle":
            # «1 A», «T-H», «mål 1», «KLD.»: only how it is written.
            whole = squeezed == folded(code)
            return code, f"Skriv «{code}»." if whole else f"Mente du «{code}»?", whole
    synonyms = STATUS_WORDS if name == "status" else OTHER_WORDS
    word = folded(bare)
    if synonyms.get(word) in codes:
        remedy = f"{word.capitalize()} skrives «{synonyms[word]}» her."
        return synonyms[word], remedy, word not in UNSURE_WORDS
    if code := by_words(bare, names):
        exact = any(folded(full) == word for full in names)
        return code, f"Skriv «{code}»." if exact else f"Mente du «{code}»?", exact
    guess = nearest(text, codes, {**synonyms, **names})
    return (guess, f"Mente du «{guess}»?", False) if guess else None


def _code_of_other_form(name: str, value: Any, right: str | int) -> Words:
    """A number where the strategy has text, or the reverse."""
    if isinstance(value, str):
        return Words(
            f"{quoted(value)} i «{name}» er skrevet med anførselstegn og leses som tekst.",
            f"Skriv {value} uten anførselstegn.",
            right,
            safe=True,
        )
    return Words(
        f"{plain(value)} i «{name}» leses som et tall.",
        f'Skriv "{plain(value)}" med anførselstegn.',
        right,
        safe=True,
    )


def several(value: str, codes: Sequence[str]) -> list[str]:
    """The codes in «KDD/FIN», «KDD og FIN» or «-KDD -FIN»; nothing when that is not what it is."""
    words = [word.removeprefix("-") for word in SEPARATORS.split(value.strip(" ()")) if word]
    return words if all(word in codes for word in words) else []


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
    return Words(message, f"Skriv {start}, for eksempel {example}.", meant, safe=True)


def link_message(value: Any) -> Words:
    """An address that is none, or that has blanks in it."""
    shown = quoted(plain(value))
    if re.match(r"https?://\S", str(value)):
        return Words(f"Lenken {shown} inneholder mellomrom.", "Skriv %20 der mellomrommet står.")
    message = f"Lenken {shown} begynner ikke med http:// eller https://."
    if str(value).startswith("www."):
        return Words(message, f"Skriv {quoted(f'https://{value}', 80)}.", f"https://{value}")
    return Words(message, "Skriv hele adressen, eller ta bort lenken.")


def origin_period_message(value: Any) -> Words:
    """A period in `opphav` that is not two years."""
    return Words(
        f"{quoted(plain(value))} i «periode» er ikke en periode med to årstall.",
        "Skriv for eksempel «periode: 2016-2020».",
    )
