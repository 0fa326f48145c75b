"""What says too little to be a date, with what can be told of it."""

import re
from collections.abc import Callable
from datetime import date

from tiltak_cli.domain.dates.fault import (
    A_THIRD,
    IMPOSSIBLE_YEAR,
    NOT_IN_THE_CALENDAR,
    SPAN,
    VAGUE,
    YEARS,
    Fault,
)
from tiltak_cli.domain.dates.forms import A_MONTH, A_NUMBER, MONTH_WORDS, PART, YEAR, clear, iso
from tiltak_cli.domain.dates.likely import RIGHT_DATE, not_in_the_calendar
from tiltak_cli.domain.deadline import PartialDate, parse_partial
from tiltak_cli.domain.norwegian import listed

SEASON = re.compile(rf"(vår(?:en)?|høst(?:en)?|haust(?:en)?|spring|autumn|fall) {YEAR}")
OTHER_SEASON = re.compile(
    r"(?:sommer(?:en)?|sumar(?:en)?|summer|vinter(?:en)?|winter|"
    rf"jul(?:en|a)?|påske(?:n|a)?|pinse(?:n|a)?) {YEAR}"
)
THIRD = re.compile(rf"(?:([1-3])\.? ?tertial|tertial ?([1-3]))(?: av|,)?[ /-]*{YEAR}")
A_WEEK, WEEK_WORD = "([0-9]{1,2})", "(?:uke|veke|week|u|v|w)"
WEEK = re.compile(
    rf"{WEEK_WORD}\.? ?{A_WEEK}[ ,/-]*(?:i )?(?:{YEAR}|'?([0-9]{{2}}))"
    rf"|{YEAR}[ -]*{WEEK_WORD} ?{A_WEEK}(?:-[1-7])?"
)
SEVERAL_YEARS = re.compile(rf"{YEAR} ?[-/] ?{YEAR}")
NEW_YEAR = re.compile(rf"(?:ved )?(?:års|nytt?års)skiftet {YEAR} ?[-/] ?(?:20)?[0-9]{{2}}")
BETWEEN = re.compile(r" ?(?:-|/|\btil\b|\bog\b) ?")
NO_SUCH_PART = re.compile(
    rf"{YEAR}[-/ ]?(?P<code>[qkh])[0-9]|[0-9]\.? ?{PART}[ ./-]*{YEAR}|{PART} ?[0-9][ ./-]*{YEAR}"
)
BEGINS_WITH_YEAR = re.compile(r"([0-9]{4})(?:-.*)?")
MONTH_AND_TWO_DIGITS = re.compile(
    rf"({A_MONTH[1:-1]}|[0-9]{{1,2}}(?=[./-]))[ ./-]*'?([0-9]{{2}}|(?<=[0-9][./-])[0-9])\.?"
)
MONTHS_OF_A_YEAR = range(13)
SAYS_NO_YEAR = re.compile(
    rf"(?:\w+ )?(?:[0-9]{{1,2}}\.? )?{A_MONTH}"
    rf"|[qh][1-4]|{A_NUMBER} ?(?:kvartal|kv\.?|halvår|tertial)|(?:uke|veke|week) ?[0-9]{{1,2}}"
)


def unclear(raw: str, text: str) -> Fault | None:
    """What can be told of a text that says too little; None where that is nothing."""
    for form, fault_of in FORMS:
        if (match := form.fullmatch(text)) and (fault := fault_of(raw, match)):
            return fault
    return _span(raw, text)


def _other_season(raw: str, _: re.Match[str]) -> Fault:
    return Fault(raw, VAGUE, "Skriv måneden, kvartalet eller halvåret som er ment.")


def _third(raw: str, match: re.Match[str]) -> Fault:
    number = int(match[1] or match[2])
    first, last = (iso(match[3], month) for month in (number * 4 - 3, number * 4))
    return _from_to(raw, A_THIRD, first, last)


def _several_years(raw: str, match: re.Match[str]) -> Fault:
    return _from_to(raw, YEARS, match[1], match[2])


def _new_year(raw: str, match: re.Match[str]) -> Fault:
    return _from_to(raw, SPAN, f"{int(match[1]) + 1}-01-01", f"{match[1]}-12-31")


def _no_such_part(raw: str, match: re.Match[str]) -> Fault:
    half = any(word and word[0] == "h" for word in match.groups())
    return not_in_the_calendar(raw, f"2024-{'H' if half else 'Q'}")


def _month_or_day(raw: str, match: re.Match[str]) -> Fault:
    month = iso(f"20{match[2]:>02}", MONTH_WORDS.get(match[1], match[1]))
    if match[1].isdigit() and (int(match[2]) in MONTHS_OF_A_YEAR or not parse_partial(month)):
        return _without_year(raw, match)
    remedy = f"Skriv {month}, eller dagen med år, etter hva som er ment."
    return Fault(raw, "kan være en måned i et år eller en dag", remedy)


def _without_year(raw: str, _: re.Match[str]) -> Fault:
    return Fault(raw, "mangler året", "Skriv datoen med år, for eksempel 2024-06-30.")


def _impossible_year(raw: str, match: re.Match[str]) -> Fault | None:
    if re.fullmatch(YEAR, match[1]):
        return None
    return Fault(raw, IMPOSSIBLE_YEAR, "Året må være mellom 1900 og 2099.")


def _from_to(raw: str, why: str, first: str, last: str) -> Fault:
    remedy = f"Skriv {last} når noe skal være ferdig, eller {first} når det begynner."
    return Fault(raw, why, remedy)


def _span(raw: str, text: str) -> Fault | None:
    """From one date to another; the first may leave to the other what is the same in both."""
    for between in BETWEEN.finditer(text):
        last = _period(text[between.end() :])
        if last is None:
            continue
        begin, end = text[: between.start()], text[between.end() :]
        year = last.text[:4]
        # «1.–2. kvartal 2024», «mars–april 2024» and «01.06.–30.09.2024».
        ways = (begin, f"{begin} {year}", f"{begin.rstrip('.')}. {end.partition(' ')[2]}")
        first = next(filter(None, map(_period, ways)), None)
        if first and first.first < last.first:
            return _from_to(raw, SPAN, first.text, last.text)
    return None


def _period(text: str) -> PartialDate | None:
    return parse_partial(clear(text))


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


def _week(raw: str, match: re.Match[str]) -> Fault:
    week, year = int(match[1] or match[5]), int(match[2] or match[4] or f"20{match[3]}")
    try:
        friday = date.fromisocalendar(year, week, 5)
    except ValueError:
        return Fault(raw, NOT_IN_THE_CALENDAR, RIGHT_DATE)
    return Fault(raw, "er en uke", f"Skriv en dag, for eksempel fredagen: {friday.isoformat()}.")


FORMS: tuple[tuple[re.Pattern[str], Callable[[str, re.Match[str]], Fault | None]], ...] = (
    (SEASON, _season),
    (OTHER_SEASON, _other_season),
    (THIRD, _third),
    (WEEK, _week),
    (SEVERAL_YEARS, _several_years),
    (NEW_YEAR, _new_year),
    (NO_SUCH_PART, _no_such_part),
    (MONTH_AND_TWO_DIGITS, _month_or_day),
    (SAYS_NO_YEAR, _without_year),
    (BEGINS_WITH_YEAR, _impossible_year),
)
