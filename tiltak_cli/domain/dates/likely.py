"""What someone must look over: there is one most likely meaning, and it may be wrong."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from tiltak_cli.domain.dates.fault import (
    BACKWARDS,
    NOT_AS_WRITTEN,
    NOT_IN_THE_CALENDAR,
    SHORT,
    Fault,
)
from tiltak_cli.domain.dates.forms import A_MONTH, A_NUMBER, PART, YEAR, clear, iso
from tiltak_cli.domain.deadline import MONTHS, parse_partial

WITH_TIME = re.compile(r"(.+?)(?:(?:[t ]| kl\.? ?)[0-9]{1,2}[:.][0-9]{2}.*| kl\.? ?[0-9]{1,2})")
# Numbers with other signs between them than those that say which is which.
SIGN = "[ ./,;-]+"
OTHER_ORDER = re.compile(rf"([0-9]{{1,2}})({SIGN})([0-9]{{1,2}})({SIGN}){YEAR}")
SHORT_YEAR = re.compile(rf"([0-9]{{1,2}})({SIGN})([0-9]{{1,2}})({SIGN})?'?([0-9]{{2}})")
DIGITS_ALONE = re.compile(rf"([0-9]{{2}})()([0-9]{{2}})()(?:{YEAR}|([0-9]{{2}}))")
SHORT_PART = re.compile(rf"(.*(?:{A_NUMBER} ?{PART}|{PART} ?{A_NUMBER}).*?)[ './-]*([0-9]{{2}})")
SHORT_MONTH = re.compile(rf"([0-9]{{1,2}}[. /-]*{A_MONTH})[,. /-]*'?([0-9]{{2}})")
WITHIN = re.compile(rf"(?:innen|i løpet av|ila\.?|utgangen av|innen utgangen av|ut) {YEAR}")
# Letters that look like digits, among digits.
WITH_LETTERS = re.compile(r"(?=.*[ol])(?=(?:.*[0-9]){3})[0-9ol./-]+")
LETTERS = str.maketrans("ol", "01")
# How a spreadsheet counts days, and from when that is a likely deadline.
DAY_ZERO, FIRST_DAY = date(1899, 12, 30), date(1990, 1, 1)
DAY_NUMBER = re.compile(r"[0-9]{5}")
DAYS = range(1, 32)
A_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
RIGHT_DATE = "Rett datoen."


def likely(raw: str, text: str) -> Fault | None:  # noqa: PLR0911 - one answer a form
    """What was most likely meant by a text that may mean something else; None for no such."""
    if match := OTHER_ORDER.fullmatch(text):
        return _of_some_order(raw, match.groups(), NOT_AS_WRITTEN)
    if match := SHORT_YEAR.fullmatch(text) or DIGITS_ALONE.fullmatch(text):
        one, sign, other, second, *years = match.groups()
        year = next(filter(None, years))
        why = SHORT if len(year) == len("24") else NOT_AS_WRITTEN
        return _of_some_order(raw, (one, sign, other, second, year), why)
    if match := WITH_TIME.fullmatch(text):
        return meant(raw, NOT_AS_WRITTEN, clear(match[1]))
    if match := SHORT_PART.fullmatch(text):
        return meant(raw, SHORT, clear(f"{match[1].strip()} 20{match.groups()[-1]}"))
    if match := SHORT_MONTH.fullmatch(text):
        return meant(raw, SHORT, clear(f"{match[1]} 20{match[3]}"))
    if match := WITHIN.fullmatch(text):
        return meant(raw, "sier ikke akkurat når", match[1])
    if WITH_LETTERS.fullmatch(text):
        return meant(raw, "har en bokstav der det skal stå et tall", _without_letters(text))
    if DAY_NUMBER.fullmatch(text):
        day = DAY_ZERO + timedelta(days=int(text))
        why = "ser ut som dagnummeret i et regneark"
        return meant(raw, why, day.isoformat()) if day >= FIRST_DAY else None
    return None


def meant(raw: str, why: str, text: str) -> Fault | None:
    """That a date, as a register writes it, was most likely meant; None where there is none."""
    period = parse_partial(text)
    if period is None:
        return not_in_the_calendar(raw, text) if text else None
    value = int(period.text) if period.text.isdigit() else period.text
    return Fault(raw, why, f"Skriv {period.text}.", value)


def not_in_the_calendar(raw: str, text: str) -> Fault:
    """That a date of the right form does not exist, with the one that may be meant."""
    if text[4:6] in ("-Q", "-H"):
        quarters = "Et år har fire kvartaler, Q1 til Q4."
        parts = "Et år har to halvår, H1 og H2." if text[5] == "H" else quarters
        return Fault(raw, NOT_IN_THE_CALENDAR, f"{RIGHT_DATE} {parts}")
    day = A_DAY.fullmatch(text)
    if day is None:
        return Fault(raw, NOT_IN_THE_CALENDAR, RIGHT_DATE)
    if swapped := parse_partial(f"{day[1]}-{day[3]}-{day[2]}"):
        return Fault(raw, BACKWARDS, f"Skriv {swapped.text}.", swapped.text)
    month = parse_partial(f"{day[1]}-{day[2]}")
    if month is None or int(day[3]) not in DAYS:
        return Fault(raw, NOT_IN_THE_CALENDAR, RIGHT_DATE)
    last = month.last
    named = f"{MONTHS[last.month - 1]} {last.year}"
    remedy = f"{RIGHT_DATE} Den siste dagen i {named} er {last}."
    return Fault(raw, NOT_IN_THE_CALENDAR, remedy)


def _without_letters(text: str) -> str:
    digits = text.translate(LETTERS)
    form = clear(digits)
    fault = None if form else likely(digits, digits)
    return str(fault.likely or "") if fault else form


def _of_some_order(raw: str, parts: Iterable[str], why: str) -> Fault:
    """Three numbers of which it is not certain which is the day; a full stop says that it is first.

    Of two digits the year may be first, too.
    """
    one, sign, other, _, year = parts
    whole = year if len(year) == len("2024") else f"20{year}"
    orders = {"": (whole, other, one)}
    if "." not in sign:
        orders["måneden"] = (whole, one, other)
        if whole != year and sign in ("", "-"):
            orders["året"] = (f"20{one:>02}", other, year)
    firsts: dict[str, str] = {}
    for first, numbers in orders.items():
        day = iso(*numbers)
        if parse_partial(day):
            firsts.setdefault(day, first)
    days = list(firsts)
    if not days:
        return not_in_the_calendar(raw, iso(*orders[""]))
    if len(days) == 1:
        return Fault(raw, why, f"Skriv {days[0]}.", days[0])
    remedy = f"Skriv {days[0]}, eller {days[1]} om {firsts[days[1]]} står først."
    # Where the year may be first, nobody can say which one is more likely.
    sure = None if "året" in firsts.values() else days[0]
    return Fault(raw, "kan leses på to måter", remedy, sure)
