"""Sentences about one value: what is wrong with it, and what to write instead."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tiltak_cli.domain.deadline import MONTHS, parse_partial
from tiltak_cli.domain.words import (
    MARKS,
    OTHER_WORDS,
    STATUS_WORDS,
    folded,
    listed,
    nearest,
    quoted,
)

YEAR = "((?:19|20)[0-9]{2})"
TIME = "[0-9]{1,2}[:.][0-9]{2}.*"
NORWEGIAN_DATE = re.compile(rf"([0-9]{{1,2}})[./ -]+([0-9]{{1,2}})[./ -]+{YEAR}")
SHORT_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})")
ISO_LIKE = re.compile(rf"{YEAR}[-./ ]([0-9]{{1,2}})(?:[-./ ]([0-9]{{1,2}})(?:[t ]{TIME})?)?")
# Without anything between them, month and day have two digits each.
DIGITS_ALONE = re.compile(rf"{YEAR}([0-9]{{2}})([0-9]{{2}})?")
BEGINS_WITH_YEAR = re.compile(r"([0-9]{4})(?:-.*)?")
PERIOD = re.compile(rf"([1-4])\.? ?(kvartal|kv\.?|halvår)(?: av)? {YEAR}")
LETTER_FIRST = re.compile(rf"([hq][1-4])[ -/]*{YEAR}")
LETTER_LAST = re.compile(rf"{YEAR}[ -/]*([hq][1-4])")
MONTH = re.compile(rf"(?:([0-9]{{1,2}})\.? )?({'|'.join(MONTHS)}) {YEAR}")
SEASON = re.compile(rf"(vår|våren|høst|høsten) {YEAR}")
WHOLE_YEAR = re.compile(rf"(?:innen |i løpet av |utgangen av |ut |år )?{YEAR}")
SEPARATORS = re.compile(r"\s*[,;/&+]\s*|\s+og\s+|\s+")
TRUE_WORDS = ("ja", "yes", "on", "y", "1", "true", "sant")
FALSE_WORDS = ("nei", "no", "off", "n", "0", "false", "usant")
WITHOUT_END = ("løpende", "løpande", "årlig", "årleg", "kontinuerlig", "fast", "ingen")
LATE = ("forsinket", "forsinka", "forseinka", "utdatert")


def plain(value: Any) -> str:
    """A value as it is written in the file; dots for one with parts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int) else "…"


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
    full_names: Mapping[str, str],
    *,
    in_list: bool,
) -> tuple[str, str]:
    """A value that is not in its list of codes. `full_names` gives organisations' codes."""
    shown, codes = quoted(plain(value)), [str(code) for code in known]
    if plain(value) in codes:
        return _code_of_other_form(name, value)
    if name == "status" and folded(str(value)) in LATE:
        return (
            f"{shown} er ikke en status: forsinkelse regnes ut av fristen.",
            "Skriv hvor arbeidet står, oftest «igangsatt», og forklar i «avvik».",
        )
    message = f"{shown} er ikke gyldig i «{name}»."
    if full_names:
        message = f"{shown} i «{name}» er ikke forkortelsen for en kjent virksomhet."
    words = several(plain(value), codes)
    if len(words) > 1 or plain(value).startswith("-"):
        joined = ", ".join(words)
        return message, f"Skriv dem med komma mellom: {joined}." if in_list else (
            f"Skriv «{name}: [{joined}]»."
        )
    if plain(value).strip(MARKS) in codes:
        return message, f"Skriv {plain(value).strip(MARKS)} uten disse anførselstegnene."
    synonyms = {**(STATUS_WORDS if name == "status" else OTHER_WORDS), **full_names}
    word = folded(plain(value))
    if name == "status" and STATUS_WORDS.get(word) in codes:
        return message, f"{word.capitalize()} skrives «{STATUS_WORDS[word]}» her."
    if guess := nearest(plain(value), codes, synonyms):
        return message, f"Mente du «{guess}»?"
    if full_names:
        full, code = min(full_names.items(), key=lambda pair: (pair[0] == pair[1], len(pair[0])))
        return message, f"Skriv forkortelsen, for eksempel {code} for {full}."
    return message, f"Gyldige: {listed(codes, 'eller')}."


def _code_of_other_form(name: str, value: Any) -> tuple[str, str]:
    """A number where the strategy has text, or the reverse."""
    if isinstance(value, str):
        return (
            f"{quoted(value)} i «{name}» er skrevet med anførselstegn og leses som tekst.",
            f"Skriv {value} uten anførselstegn.",
        )
    return (
        f"{plain(value)} i «{name}» leses som et tall.",
        f'Skriv "{plain(value)}" med anførselstegn.',
    )


def several(value: str, codes: Sequence[str]) -> list[str]:
    """The codes in «KDD/FIN», «KDD og FIN» or «-KDD -FIN»; nothing when that is not what it is."""
    words = [word.removeprefix("-") for word in SEPARATORS.split(value.strip(" ()")) if word]
    return words if all(word in codes for word in words) else []


def yes_no_message(name: str, value: Any) -> tuple[str, str]:
    """Something else than `true` or `false`."""
    word = folded(plain(value))
    message = f"«{name}» skal være true (ja) eller false (nei), ikke {quoted(plain(value))}."
    if isinstance(value, str) and word in ("true", "false"):
        message = f"{quoted(value)} i «{name}» er skrevet med anførselstegn og leses som tekst."
    if word in TRUE_WORDS:
        return message, f"Skriv «{name}: true»."
    if word in FALSE_WORDS:
        return message, f"Skriv «{name}: false», eller ta bort linjen."
    return message, f"Skriv «{name}: true», eller ta bort linjen."


def id_message(name: str, value: Any, *, milestone: bool) -> tuple[str, str]:
    """An id of the wrong form."""
    digits = re.sub(r"[^0-9]", "", str(value))[:9]
    number = int(digits) if digits else 1
    example = f"M{number}" if milestone else f"T{number:03d}"
    start = "M og et tall" if milestone else "T og minst tre sifre"
    where = "" if name == "id" else f" i «{name}»"
    return f"{quoted(plain(value))}{where} er ikke en gyldig id.", (
        f"Skriv {start}, for eksempel {example}."
    )


def link_message(value: Any) -> tuple[str, str]:
    """An address that is none, or that has blanks in it."""
    shown = quoted(plain(value))
    if re.match(r"https?://\S", str(value)):
        return f"Lenken {shown} inneholder mellomrom.", "Skriv %20 der mellomrommet står."
    if str(value).startswith("www."):
        message = f"Lenken {shown} begynner ikke med http:// eller https://."
        return message, f"Skriv {quoted(f'https://{value}', 80)}."
    return (
        f"Lenken {shown} begynner ikke med http:// eller https://.",
        "Skriv hele adressen, eller ta bort lenken.",
    )


def origin_period_message(value: Any) -> tuple[str, str]:
    """A period in `opphav` that is not two years."""
    return (
        f"{quoted(plain(value))} i «periode» er ikke en periode med to årstall.",
        "Skriv for eksempel «periode: 2016-2020».",
    )


def date_message(name: str, value: Any, *, exact: bool) -> tuple[str, str]:
    """Say what is wrong with a date, and how it is written when that is clear."""
    text = plain(value)
    guess = iso_date(text)
    known = parse_partial(guess) or parse_partial(text)
    forms = "2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30"
    remedy = f"Skriv datoen som {'år-måned-dag, for eksempel 2024-06-30' if exact else forms}."
    if exact and known and not known.is_day:
        return f"{quoted(text)} i «{name}» er ikke en bestemt dag.", remedy
    if known:
        message = f"Datoen {quoted(text)} i «{name}» er ikke skrevet slik registeret krever."
        return message, f"Skriv {known.text}."
    if guess:
        return f"Datoen {quoted(text)} i «{name}» finnes ikke i kalenderen.", "Rett datoen."
    year = BEGINS_WITH_YEAR.fullmatch(text)
    if year and not re.fullmatch(YEAR, year[1]):
        message = f"Året i datoen {quoted(text)} i «{name}» kan ikke være riktig."
        return message, "Året må være mellom 1900 og 2099."
    return f"{quoted(text)} i «{name}» er ikke en dato.", remedy


def iso_date(value: str) -> str:
    """A date in the register's form from forms people use, or nothing. It may not exist."""
    return _iso_form(" ".join(value.strip(MARKS).casefold().split()))


def _iso_form(text: str) -> str:  # noqa: PLR0911 - one answer a form
    if match := NORWEGIAN_DATE.fullmatch(text):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if match := SHORT_DATE.fullmatch(text):
        return f"20{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if match := ISO_LIKE.fullmatch(text) or DIGITS_ALONE.fullmatch(text):
        day = f"-{int(match[3]):02d}" if match[3] else ""
        return f"{match[1]}-{int(match[2]):02d}{day}"
    if match := PERIOD.fullmatch(text):
        return f"{match[3]}-{'H' if match[2] == 'halvår' else 'Q'}{match[1]}"
    if match := LETTER_FIRST.fullmatch(text):
        return f"{match[2]}-{match[1].upper()}"
    if match := LETTER_LAST.fullmatch(text):
        return f"{match[1]}-{match[2].upper()}"
    if match := SEASON.fullmatch(text):
        return f"{match[2]}-{'H1' if match[1].startswith('v') else 'H2'}"
    if match := MONTH.fullmatch(text):
        day = f"-{int(match[1]):02d}" if match[1] else ""
        return f"{match[3]}-{MONTHS.index(match[2]) + 1:02d}{day}"
    match = WHOLE_YEAR.fullmatch(text)
    return match[1] if match else ""
