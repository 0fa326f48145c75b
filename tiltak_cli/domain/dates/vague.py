"""What says too little to be a date, with what can be told of it."""

import re
from datetime import date

from tiltak_cli.domain.dates.fault import (
    A_THIRD,
    IMPOSSIBLE_YEAR,
    NOT_A_DATE,
    NOT_IN_THE_CALENDAR,
    VAGUE,
    WRITE,
    YEARS,
    Fault,
)
from tiltak_cli.domain.dates.forms import A_MONTH, A_NUMBER, MONTH_WORDS, YEAR, clear, iso
from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.norwegian import listed

SEASON = re.compile(rf"(vår(?:en)?|høst(?:en)?|haust(?:en)?|spring|autumn|fall) {YEAR}")
OTHER_SEASON = re.compile(rf"(?:sommer(?:en)?|sumar(?:en)?|summer|vinter(?:en)?|winter) {YEAR}")
THIRD = re.compile(rf"(?:([1-3])\.? ?tertial|tertial ?([1-3]))(?: av|,)?[ /-]*{YEAR}")
A_WEEK = "([0-9]{1,2})"
WEEK = re.compile(rf"(?:uke|veke|week|w) ?{A_WEEK}[ ,/-]*(?:i )?{YEAR}|{YEAR}-?w{A_WEEK}")
SPAN = re.compile(rf"{YEAR} ?[-/] ?{YEAR}")
BEGINS_WITH_YEAR = re.compile(r"([0-9]{4})(?:-.*)?")
SAYS_NO_YEAR = re.compile(
    rf"(?:\w+ )?(?:[0-9]{{1,2}}\.? )?{A_MONTH}|[0-9]{{1,2}}\.[0-9]{{1,2}}\.?"
    rf"|[qh][1-4]|{A_NUMBER} ?(?:kvartal|kv\.?|halvår|tertial)|(?:uke|veke|week) ?[0-9]{{1,2}}"
)
MONTH_AND_TWO_DIGITS = re.compile(rf"{A_MONTH} '?([0-9]{{2}})")
# Words that leave the date that follows as it is, but for a little.
NEAR = re.compile(
    r"(?:(?:innen )?utgangen av|innen|senest|seinast|by|within|i løpet av|primo|medio|"
    r"ultimo|ca\.?|cirka|omtrent|rundt|tidlig|tidleg|sent|seint|"
    r"(?:i )?(?:starten|begynnelsen|byrjinga|midten|slutten) (?:av|på)) (.+)"
)


def unclear(raw: str, text: str) -> Fault:  # noqa: PLR0911 - one answer a form
    """What says too little, with what can be told of it."""
    if match := SEASON.fullmatch(text):
        return _season(raw, match)
    if OTHER_SEASON.fullmatch(text):
        return Fault(raw, VAGUE, "Skriv måneden, kvartalet eller halvåret som er ment.")
    if match := THIRD.fullmatch(text):
        number = int(match[1] or match[2])
        first, last = (iso(match[3], month) for month in (number * 4 - 3, number * 4))
        remedy = f"Skriv {last} når noe skal være ferdig, eller {first} når det begynner."
        return Fault(raw, A_THIRD, remedy)
    if match := WEEK.fullmatch(text):
        return _week(raw, int(match[1] or match[4]), int(match[2] or match[3]))
    if match := SPAN.fullmatch(text):
        remedy = f"Skriv {match[2]} når noe skal være ferdig, eller {match[1]} når det begynner."
        return Fault(raw, YEARS, remedy)
    if match := MONTH_AND_TWO_DIGITS.fullmatch(text):
        month = iso(f"20{match[2]}", MONTH_WORDS[match[1]])
        remedy = f"Skriv {month}, eller dagen med år, etter hva som er ment."
        return Fault(raw, "kan være en måned i et år eller en dag", remedy)
    if SAYS_NO_YEAR.fullmatch(text):
        return Fault(raw, "mangler året", "Skriv datoen med år, for eksempel 2024-06-30.")
    year = BEGINS_WITH_YEAR.fullmatch(text)
    if year and not re.fullmatch(YEAR, year[1]):
        return Fault(raw, IMPOSSIBLE_YEAR, "Året må være mellom 1900 og 2099.")
    if (match := NEAR.fullmatch(text)) and (period := parse_partial(clear(match[1]))):
        remedy = f"Skriv {period.text} om det er nøyaktig nok, ellers en bestemt tid."
        return Fault(raw, "sier ikke akkurat når", remedy)
    return Fault(raw, NOT_A_DATE, WRITE)


def _season(raw: str, season: re.Match[str]) -> Fault:
    """A season begins and ends when the reader likes; whoever wrote it must choose."""
    spring, year = season[1].startswith(("vår", "spring")), season[2]
    months = listed([f"{year}-{month}" for month in ("03", "04", "05")], "eller")
    if not spring:
        months = listed([f"{year}-{month}" for month in ("09", "10", "11")], "eller")
    half, quarters = ("H1", ("Q1", "Q2")) if spring else ("H2", ("Q3", "Q4"))
    quarter = listed([f"{year}-{code}" for code in quarters], "eller")
    return Fault(
        raw,
        VAGUE,
        f"Skriv halvåret ({year}-{half}), kvartalet ({quarter}) eller måneden "
        f"({months}), etter hva som er ment.",
    )


def _week(raw: str, week: int, year: int) -> Fault:
    try:
        friday = date.fromisocalendar(year, week, 5)
    except ValueError:
        return Fault(raw, NOT_IN_THE_CALENDAR, "Rett datoen.")
    return Fault(raw, "er en uke", f"Skriv en dag, for eksempel fredagen: {friday.isoformat()}.")
