"""A person's e-mail address or mobile number in a text, and not that of an office."""

import re
from collections.abc import Iterator
from itertools import pairwise
from operator import mul

# Compiled when they are needed, which is seldom. An address with what it is written together with,
# and digits with one sign between them.
TOGETHER = r"[\w.+@-]+"
DIGITS = r"[0-9]+(?:(?:[ \xa0.-]|\)[ \xa0]?)[0-9]+)*"
# What every such number has, and few texts.
ENOUGH = r"[0-9][0-9 \xa0.-]{7}"
# A national identity number, and how its two check digits are counted.
PERSONAL = r"(?<![0-9])[0-9]{6} ?[0-9]{5}(?![0-9])"
CHECKS = ((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
# How many digits a number has, with which it begins, and how people part it. What begins otherwise
# is an office's or a switchboard's.
LENGTH = 8
MOBILE = ("4", "9")
PARTED = ((8,), (3, 2, 3), (2, 2, 2, 2))
# With full stops between, no other number is parted so.
PARTED_BY_STOPS = (3, 2, 3)
NORWAY = ("+47", "0047")
# After these it is a telephone number however it is parted; after those it is another number.
PHONE = ("tlf", "tel", "mob", "phone")
OTHER = frozenset(
    (
        *("kr", "nok", "sak", "saka", "nr", "org", "id", "ref", "referanse", "kap", "kapittel"),
        *("post", "prop", "isbn", "uke", "uker", "ukene", "veke", "veker", "vekene"),
        *("konto", "journal", "§", "#"),
    )
)
NUMBER_OF = ("nr", "nummer", "nummeret")
# So much of a text beside a number tells what it is.
AROUND = 40
MONEY = ("kr", "nok", "mill", "mrd", "prosent", "pst", "euro", "%", "€")
# The words of an address before its @ that are an office's and no name, or begin such words.
OFFICES = frozenset(("post", "epost", "mail", "avd", "forum", "drift", "admin", "it", "ikt", "hr"))
OFFICE = (
    *("postmottak", "postkasse", "firmapost", "kontakt", "info", "mottak", "seksjon", "avdeling"),
    *("sekretariat", "gruppe", "team", "prosjekt", "enhet", "kontor", "utvalg", "tjeneste"),
    *("support", "hjelp", "bruker", "service", "presse", "kommunikasjon", "høring", "horing"),
    *("hoering", "arkiv", "innsyn", "personvern", "varsling", "sentralbord", "resepsjon"),
    *("redaksjon", "noreply", "webmaster", "departement", "forvaltning", "digitaliser"),
)


def may_be_of_a_person(text: str) -> bool:
    """Whether a text, or several together, has the signs that an address or a number is made of."""
    return "@" in text or re.search(ENOUGH, text.replace("\u202f", "\xa0")) is not None


def of_a_person(text: str) -> str:
    """The first address or mobile number in a text that is a person's, or nothing."""
    addresses = _addresses(text) if "@" in text else iter(())
    if address := next((each for each in addresses if not _of_an_office(each)), ""):
        return address
    if "\u202f" in text:
        text = text.replace("\u202f", "\xa0")
    if not re.search(ENOUGH, text):
        return ""
    if number := next(filter(_is_personal, re.findall(PERSONAL, text)), ""):
        return number
    return next((m[0] for m in re.finditer(DIGITS, text) if _is_mobile(text, *m.span())), "")


def _is_personal(number: str) -> bool:
    """Whether eleven digits are a national identity number, by its date and its check digits."""
    digits = [int(sign) for sign in number if sign.isdecimal()]
    day, month = digits[0] * 10 + digits[1], digits[2] * 10 + digits[3]
    return (
        1 <= day % 40 <= 31  # noqa: PLR2004 - of foreigners the day is 40 more
        and 1 <= month <= 12  # noqa: PLR2004
        and all(sum(map(mul, digits, weights)) % 11 == 0 for weights in CHECKS)
    )


def _addresses(text: str) -> Iterator[str]:
    for match in re.finditer(TOGETHER, text):
        for name, domain in pairwise(match[0].split("@")):
            if name and "." in domain.strip(".-+"):
                yield f"{name.lstrip('.-+')}@{domain.strip('.-+')}"


def _of_an_office(address: str) -> bool:
    """Whether an address is a mailbox of an office: «postmottak@kdd.dep.no», «dfo@dfo.no»."""
    name, _, domain = address.casefold().partition("@")
    words = "".join(c if c.isalnum() else " " for c in name).split()
    return name == domain.partition(".")[0] or any(
        word in OFFICES or word.startswith(OFFICE) for word in words
    )


def _is_mobile(text: str, start: int, end: int) -> bool:
    """Whether the digits from one place in a text to another are a mobile number."""
    digits, after = text[start:end], text[end : end + AROUND]
    before = text[max(start - AROUND, 0) : start]
    parts = "".join(c if c in "0123456789" else " " for c in digits).split()
    number = "".join(parts)
    sign = before[-1:]
    code = next((c for c in NORWAY if f"{sign if sign == '+' else ''}{number}".startswith(c)), "")
    if code:
        number = number[len(code.lstrip("+")) :]
    elif sign and (sign.isalnum() or sign in "_,/+"):
        return False
    if len(number) != LENGTH or not number.startswith(MOBILE) or _goes_on(after):
        return False
    word = before.rstrip(" \xa0.:(").replace("(", " ").casefold().split()[-1:]
    if code or any(w.startswith(PHONE) or w.endswith("telefon") for w in word):
        return True
    other = any(w in OTHER or w.endswith(NUMBER_OF) for w in word)
    sum_of = after.lstrip().casefold().startswith(MONEY)
    lengths = tuple(map(len, parts))
    usual = lengths in PARTED and ("." not in digits or lengths == PARTED_BY_STOPS)
    return usual and not other and not sum_of


def _goes_on(after: str) -> bool:
    """Whether what follows digits is more of the same number or word."""
    first, second = after[:1], after[1:2]
    return first.isalnum() or first in ("_", "/") or (first in (",", "-") and second.isdecimal())
