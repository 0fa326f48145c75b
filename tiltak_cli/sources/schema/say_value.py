"""Sentences about one value: what is wrong with it, and what to write instead."""

import re
import unicodedata
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.limits import limits_in
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import FALSE_WORDS, TRUE_WORDS, WITHOUT_END
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.schema.slot import SEPARATORS, words_of
from tiltak_cli.sources.schema.told import WITH_COMMAS, Words, plain

BLANKS = " \t\r\n\u00a0[]()"
# A measure's number as it may be written in a list; and a row of them by its ends.
A_NUMBER = re.compile(r"(?i)t?[-–_]?([0-9]{1,9})")
FROM_TO = re.compile(r"(?i)t?[0-9]{1,9}\s*(?:[-–]|til)\s*t?[0-9]{1,9}")
# A milestone of a measure; and letters that look like digits, after the one that ids begin with.
OF_A_MILESTONE = re.compile(r"(T[0-9]{3,})\W*[Mm]\W?[0-9]+")
LIKE_DIGITS = re.compile(r"[TtMm](?=.*[0-9])(?=.*[OoØøIl|])[0-9OoØøIl|]{1,9}")
OF_ANOTHER_PLAN = re.compile(r"[A-LN-SU-ZÆØÅ][-.]?[0-9]{1,4}")
# An address with what a program, or a text in Markdown, puts around it.
AROUND_LINK = re.compile(r"(?:\[[^\[\]]*\])?[<(«“]+(https?://[^\s<>»”]*[^\s<>»”).,])[>)»”]+\.?")
# A file on a disk or a shared drive.
A_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\|(?i:file:)|[./~]*/")
# Letters of other alphabets that look as those of ids do.
FOREIGN = {"\u0422": "T", "\u041c": "M", "\u03a4": "T", "\u039c": "M", "\u041e": "0", "\u039f": "0"}
# An id with marks around it, and a year before a number.
AROUND_ONE = re.compile(r"[\W_]*(T[0-9]{3,})[\W_]*")
A_YEAR = re.compile(r"(?<![0-9])20[0-9]{2}[-–/. ]")
LETTERS = str.maketrans("OoØøIl|", "0000111")
OR_WITHOUT = "eller ta bort dokumentet (og «dokumentasjon» om det er det eneste)."
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
    if word in WITHOUT_END and not limits_in(word):
        return Words(message, f"Skriv «{name}: true», eller ta bort linjen.")
    return Words(message, TRUE_OR_FALSE)


def id_message(path: Path, value: Any) -> Words:
    """An id of the wrong form, or several where there should be one."""
    name = next(step for step in reversed(path) if isinstance(step, str))
    milestone = path[0] == "milepæler"
    text = unicodedata.normalize("NFKC", plain(value))
    where = "" if name == "id" else f" i «{name}»"
    message = f"{quoted(plain(value))}{where} er ikke en gyldig id."
    if not milestone and name != "id" and (words := _several_ids(path, name, message, text)):
        return words
    if not milestone and name != "id" and (whole := OF_A_MILESTONE.fullmatch(text)):
        message = f"{message[:-1]}: det vises til hele tiltaket, ikke til en milepæl."
        return Words(message, f"Skriv {whole[1]}.", whole[1])
    if LIKE_DIGITS.fullmatch(text):
        text = text[0] + text[1:].translate(LETTERS)
    if other := sorted({*text} & {*FOREIGN}):
        twins = listed([FOREIGN[sign] for sign in other])
        message = f"{message[:-1]}: {twins} er fra et annet alfabet, og ser bare lik ut."
        text = text.translate({ord(sign): right for sign, right in FOREIGN.items()})
    elif not milestone and name != "id" and (one := AROUND_ONE.fullmatch(text)):
        return Words(message, f"Skriv {one[1]}.", one[1], safe=True)
    # Of «P12 og P14», and of «T002 (2024)», nobody knows which number is meant.
    numbers = [int(digits[:9]) for digits in re.findall("[0-9]+", text)] or [1]
    if name == "id" and len(numbers) == 2 and A_YEAR.search(text):  # noqa: PLR2004 - a year and one
        numbers = numbers[1:]
    example = f"M{numbers[0]}" if milestone else _id(numbers[0])
    start = "M og ett tall" if milestone else "T og minst tre sifre"
    # «t001» is T001; «T1» may have been meant for another number.
    meant = example if folded(text) == example.casefold() else None
    # The letter that ids begin with is no word.
    rest = folded(text).removeprefix("m" if milestone else "t").lstrip("-–_ ")
    unclear = limits_in(rest) or (len(numbers) > 1 and name != "id")
    # «P07» is a number of another plan: which measure that is now, nobody knows.
    if name != "id" and not milestone and OF_ANOTHER_PLAN.fullmatch(text):
        return Words(message, "Skriv id-en i denne planen, eller ta bort henvisningen.")
    shown = "" if unclear else f", for eksempel {example}"
    return Words(message, f"Skriv {start}{shown}.", meant, safe=True)


def _several_ids(path: Path, name: str, message: str, text: str) -> Words | None:
    """What to say of a text that names several measures: `T001, T002`, «T2 og T3»."""
    if FROM_TO.fullmatch(text):
        return Words(message, "Skriv hver id for seg, i klammer og med komma mellom.")
    words = words_of(text)
    ids = [_id(int(match[1])) for word in words if (match := A_NUMBER.fullmatch(word))]
    if len(ids) != len(words) or not SEPARATORS.search(text.strip(BLANKS)):
        return None
    right = list(dict.fromkeys(ids))
    if BY_KEY[name].kind is Kind.REFERENCE and len(right) > 1:
        return Words(message, f"Velg én: {listed(right, 'eller')}.")
    one, beside = len(right) == 1, isinstance(path[-1], int)
    joined = ", ".join(right)
    written = joined if one or beside else f"{name}: [{joined}]"
    if any(folded(word) != code.casefold() for word, code in zip(words, ids, strict=True)):
        # «T1» may have been meant for another number.
        return Words(message, f"Skriv T og minst tre sifre, for eksempel «{written}».")
    if beside and not one:
        return Words(message, f"{WITH_COMMAS}{joined}.", right)
    return Words(message, f"Skriv «{written}».", right[0] if one else right)


def _id(number: int) -> str:
    return f"T{number:03d}"


def link_message(value: Any) -> Words:  # noqa: PLR0911 - one answer a cause
    """An address that is none, or that has blanks in it."""
    shown = quoted(plain(value))
    begins = re.match(r"((?i:https?)://)([ \t\xa0]*)(.?)", str(value))
    if begins and not begins[3]:
        message = f"Lenken {shown} har ingen adresse etter {begins[1]}."
        return Words(message, f"Skriv hele adressen, {OR_WITHOUT}")
    if begins and begins[2]:
        return Words(f"Lenken {shown} har et mellomrom etter {begins[1]}.", "Slett det.")
    if begins:
        return Words(f"Lenken {shown} inneholder mellomrom.", "Skriv %20 der mellomrommet står.")
    if inside := AROUND_LINK.fullmatch(str(value).strip()):
        message = f"Lenken {shown} har tegn rundt adressen."
        return Words(message, f"Skriv {quoted(inside[1], 80)}.", inside[1], safe=True)
    message = f"Lenken {shown} begynner ikke med http:// eller https://."
    if str(value).casefold().startswith("www."):
        return Words(message, f"Skriv {quoted(f'https://{value}', 80)}.", f"https://{value}")
    if A_PATH.match(str(value)):
        message = f"Lenken {shown} er en fil, og ingen adresse på nettet."
        return Words(message, f"Skriv hele nettadressen, {OR_WITHOUT}")
    return Words(message, f"Skriv hele adressen, {OR_WITHOUT}")


def origin_period_message(value: Any) -> Words:
    """A period in `opphav` that is not two years."""
    return Words(
        f"{quoted(plain(value))} i «periode» er ikke en periode med to årstall.",
        "Skriv for eksempel «periode: 2016-2020».",
    )
