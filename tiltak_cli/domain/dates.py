"""Dates as people write them, in bokmål, nynorsk and English, and what cannot be read as one."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Any, NamedTuple

from tiltak_cli.domain.deadline import MONTHS, PartialDate, parse_partial
from tiltak_cli.domain.invisible import bare
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import MARKS

WRITE = "Skriv datoen som 2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30."
WRITE_A_DAY = "Skriv datoen som år-måned-dag, for eksempel 2024-06-30."
NOT_A_DAY = "er ikke en bestemt dag"
NOT_A_DATE = "er ikke en dato"
IMPOSSIBLE_YEAR = "har et år som ikke kan være riktig"
NOT_IN_THE_CALENDAR = "finnes ikke i kalenderen"
VAGUE = "er ikke en bestemt periode"
A_THIRD, YEARS = "er et tertial", "er flere år"
# As editions are named; in a field it is a month.
EDITION = re.compile(r"[0-9]{4}[-./ ][0-9]")
# Of these no day can be told.
LONGER = (VAGUE, A_THIRD, YEARS)
NOT_AS_WRITTEN = "er ikke skrevet slik registeret krever"
# What a line copied from a list or a sentence ends with.
BEHIND = ",;. "
# What word processors and typesetters put for a hyphen.
HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"), "-")
YEAR = "((?:19|20)[0-9]{2})"
ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTH_WORDS = {
    word: number
    for months in (MONTHS, ENGLISH)
    for number, month in enumerate(months, 1)
    for word in (month, month[:3], f"{month[:3]}.")
} | {"sept": 9, "sept.": 9}
A_MONTH = f"({'|'.join(map(re.escape, MONTH_WORDS))})"
NUMBERS = {
    **dict.fromkeys(("første", "fyrste", "first"), "1"),
    **dict.fromkeys(("andre", "second"), "2"),
    **dict.fromkeys(("tredje", "third"), "3"),
    **dict.fromkeys(("fjerde", "fourth"), "4"),
}
A_NUMBER = rf"([1-4]|{'|'.join(NUMBERS)})\.?"
PART = r"(kvartal|kv\.?|quarter|halvår|half|[qhk])"
ISO_LIKE = re.compile(rf"{YEAR}[-./ ]([0-9]{{1,2}})(?:[-./ ]([0-9]{{1,2}}))?")
# Without anything between them, month and day have two digits each.
DIGITS_ALONE = re.compile(rf"{YEAR}([0-9]{{2}})([0-9]{{2}})?")
DAY_FIRST = re.compile(rf"([0-9]{{1,2}})\. ?([0-9]{{1,2}})\. ?{YEAR}")
MONTH_NUMBER = re.compile(rf"(0?[1-9]|1[0-2])[./-]{YEAR}")
MONTH = re.compile(rf"(?:([0-9]{{1,2}})(?:\.|th|st|nd|rd)? ?)?{A_MONTH},?[ -]?{YEAR}")
MONTH_AND_DAY = re.compile(rf"{A_MONTH} ([0-9]{{1,2}})(?:th|st|nd|rd)?,? {YEAR}")
PARTS = (
    re.compile(rf"{A_NUMBER} ?{PART}(?: av| of| i|,)?[ /-]*(?P<year>{YEAR})"),
    re.compile(rf"{PART} ?{A_NUMBER}[ ,/-]*(?P<year>{YEAR})"),
    re.compile(rf"(?P<year>{YEAR})[ ,/-]*{PART} ?{A_NUMBER}"),
    re.compile(rf"(?P<year>{YEAR})[ ,/-]*{A_NUMBER} ?{PART}"),
)
WHOLE_YEAR = re.compile(rf"år(?:et)? {YEAR}")
# What may mean something else, and says too little or too much.
WITH_TIME = re.compile(r"(.+?)(?:[t ]| kl\.? ?)[0-9]{1,2}[:.][0-9]{2}.*")
OTHER_ORDER = re.compile(rf"([0-9]{{1,2}})[/ -]+([0-9]{{1,2}})[/ -]+{YEAR}")
SHORT_YEAR = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})")
SHORT_PART = re.compile(rf"(.*(?:{A_NUMBER} ?{PART}|{PART} ?{A_NUMBER}).*?)[ '/-]+([0-9]{{2}})")
SHORT_MONTH = re.compile(rf"([0-9]{{1,2}}\.? ?{A_MONTH}),? '?([0-9]{{2}})")
WITHIN = re.compile(rf"(?:innen|i løpet av|utgangen av|innen utgangen av|ut) {YEAR}")
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
# How a spreadsheet counts days, and from when that is a likely deadline.
DAY_ZERO, FIRST_DAY = date(1899, 12, 30), date(1990, 1, 1)
DAY_NUMBER = re.compile(r"[0-9]{5}")


class Fault(NamedTuple):
    """Why a value cannot be taken as it is written.

    `why` goes on after the text («er ikke en dato»), `remedy` is a sentence, and `likely` is the
    plain value that was most likely meant, for someone to look over; None where nobody can say.
    """

    text: str
    why: str
    remedy: str
    likely: Any = None

    @property
    def sentence(self) -> str:
        """All of it: what is wrong and what to write."""
        return f"{quoted(self.text)} {self.why}. {self.remedy}"


def read_date(raw: str, *, exact: bool = False) -> PartialDate | Fault:
    """Read a date, whoever wrote it; a Fault where it may mean something else, or nothing.

    With `exact` a longer period than a day is a Fault too.
    """
    text = _tidied(raw)
    iso = _clear(text)
    known = parse_partial(iso) if iso else None
    if known:
        return Fault(raw, NOT_A_DAY, WRITE_A_DAY) if exact and not known.is_day else known
    if iso:
        return Fault(raw, NOT_IN_THE_CALENDAR, "Rett datoen.")
    fault = _likely(raw, text) or _unclear(raw, text)
    likely = parse_partial(str(fault.likely)) if fault.likely else None
    if exact and (fault.why in LONGER or (likely and not likely.is_day)):
        return Fault(raw, NOT_A_DAY, WRITE_A_DAY)
    return fault._replace(remedy=WRITE_A_DAY) if exact and fault.remedy == WRITE else fault


def plain_date(period: PartialDate) -> str | int:
    """A date as a register writes it: a year alone is a number."""
    return int(period.text) if period.text.isdigit() else period.text


def named_date(raw: str) -> PartialDate | Fault:
    """Read a date on the command line, where `2024-1` is an edition and not a month."""
    if EDITION.fullmatch(raw.strip()):
        return Fault(raw, "kan være en utgave", WRITE)
    return read_date(raw)


def _tidied(raw: str) -> str:
    text = unicodedata.normalize("NFC", bare(raw)).translate(HYPHENS)
    return " ".join(text.strip(MARKS).rstrip(BEHIND).casefold().split())


def _clear(text: str) -> str:  # noqa: PLR0911 - one answer a form
    """The date that a text can only mean, as a register writes it; it may not be in a calendar."""
    if parse_partial(text.upper()):
        return text.upper()
    if match := DAY_FIRST.fullmatch(text):
        return _iso(match[3], match[2], match[1])
    if match := ISO_LIKE.fullmatch(text) or DIGITS_ALONE.fullmatch(text):
        return _iso(match[1], match[2], match[3])
    if match := MONTH_NUMBER.fullmatch(text):
        return _iso(match[2], match[1])
    if match := MONTH.fullmatch(text):
        return _iso(match[3], MONTH_WORDS[match[2]], match[1])
    if match := MONTH_AND_DAY.fullmatch(text):
        return _iso(match[3], MONTH_WORDS[match[1]], match[2])
    if match := next(filter(None, (form.fullmatch(text) for form in PARTS)), None):
        words = [word for word in match.groups() if word and word != match["year"]]
        number = next(NUMBERS.get(w, w) for w in words if w in NUMBERS or w.isdigit())
        half = any(word[0] == "h" for word in words if word not in NUMBERS)
        return f"{match['year']}-{'H' if half else 'Q'}{number}"
    match = WHOLE_YEAR.fullmatch(text)
    return match[1] if match else ""


def _iso(year: str, month: str | int, day: str | None = None) -> str:
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")


def _likely(raw: str, text: str) -> Fault | None:  # noqa: PLR0911 - one answer a form
    """What someone must look over: there is one most likely meaning, and it may be wrong."""
    if match := OTHER_ORDER.fullmatch(text):
        return _of_other_order(raw, match)
    if match := WITH_TIME.fullmatch(text):
        return _meant(raw, NOT_AS_WRITTEN, _clear(match[1]))
    if match := SHORT_YEAR.fullmatch(text):
        return _meant(raw, "har et år med to sifre", _iso(f"20{match[3]}", match[2], match[1]))
    if match := SHORT_PART.fullmatch(text):
        year = f"20{match.groups()[-1]}"
        return _meant(raw, "har et år med to sifre", _clear(f"{match[1].strip()} {year}"))
    if match := SHORT_MONTH.fullmatch(text):
        return _meant(raw, "har et år med to sifre", _clear(f"{match[1]} 20{match[3]}"))
    if match := WITHIN.fullmatch(text):
        return _meant(raw, "sier ikke akkurat når", match[1])
    if DAY_NUMBER.fullmatch(text):
        day = DAY_ZERO + timedelta(days=int(text))
        why = "ser ut som dagnummeret i et regneark"
        return _meant(raw, why, day.isoformat()) if day >= FIRST_DAY else None
    return None


def _meant(raw: str, why: str, iso: str) -> Fault | None:
    period = parse_partial(iso)
    if period is None:
        return Fault(raw, NOT_IN_THE_CALENDAR, "Rett datoen.") if iso else None
    return Fault(raw, why, f"Skriv {period.text}.", plain_date(period))


def _of_other_order(raw: str, match: re.Match[str]) -> Fault:
    """Day and month with something else than full stops between: which is first is not clear."""
    one, other, year = match.groups()
    days = [day for a, b in ((other, one), (one, other)) if parse_partial(day := _iso(year, a, b))]
    if not days:
        return Fault(raw, NOT_IN_THE_CALENDAR, "Rett datoen.")
    if len(set(days)) == 1:
        return Fault(raw, NOT_AS_WRITTEN, f"Skriv {days[0]}.", days[0])
    remedy = f"Skriv {days[0]}, eller {days[1]} om måneden står først."
    return Fault(raw, "kan leses på to måter", remedy, days[0])


def _unclear(raw: str, text: str) -> Fault:  # noqa: PLR0911 - one answer a form
    """What says too little, with what can be told of it."""
    if match := SEASON.fullmatch(text):
        return _season(raw, match)
    if OTHER_SEASON.fullmatch(text):
        return Fault(raw, VAGUE, "Skriv måneden, kvartalet eller halvåret som er ment.")
    if match := THIRD.fullmatch(text):
        number = int(match[1] or match[2])
        first, last = (_iso(match[3], month) for month in (number * 4 - 3, number * 4))
        remedy = f"Skriv {last} når noe skal være ferdig, eller {first} når det begynner."
        return Fault(raw, A_THIRD, remedy)
    if match := WEEK.fullmatch(text):
        return _week(raw, int(match[1] or match[4]), int(match[2] or match[3]))
    if match := SPAN.fullmatch(text):
        remedy = f"Skriv {match[2]} når noe skal være ferdig, eller {match[1]} når det begynner."
        return Fault(raw, YEARS, remedy)
    if match := MONTH_AND_TWO_DIGITS.fullmatch(text):
        month = _iso(f"20{match[2]}", MONTH_WORDS[match[1]])
        remedy = f"Skriv {month}, eller dagen med år, etter hva som er ment."
        return Fault(raw, "kan være en måned i et år eller en dag", remedy)
    if SAYS_NO_YEAR.fullmatch(text):
        return Fault(raw, "mangler året", "Skriv datoen med år, for eksempel 2024-06-30.")
    year = BEGINS_WITH_YEAR.fullmatch(text)
    if year and not re.fullmatch(YEAR, year[1]):
        return Fault(raw, IMPOSSIBLE_YEAR, "Året må være mellom 1900 og 2099.")
    if (match := NEAR.fullmatch(text)) and (period := parse_partial(_clear(match[1]))):
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
