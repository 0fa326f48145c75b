"""Reading a date, whoever wrote it: as it can only be meant, or with what is to be looked over."""

import re
from datetime import date, timedelta

from tiltak_cli.domain.dates.fault import (
    LONGER,
    NOT_A_DAY,
    NOT_AS_WRITTEN,
    NOT_IN_THE_CALENDAR,
    WRITE,
    WRITE_A_DAY,
    Fault,
)
from tiltak_cli.domain.dates.forms import A_MONTH, A_NUMBER, PART, YEAR, clear, iso, tidied
from tiltak_cli.domain.dates.vague import unclear
from tiltak_cli.domain.deadline import PartialDate, parse_partial

# As editions are named; in a field it is a month.
EDITION = re.compile(r"[0-9]{4}[-./ ][0-9]")
# What may mean something else, and says too little or too much.
WITH_TIME = re.compile(r"(.+?)(?:[t ]| kl\.? ?)[0-9]{1,2}[:.][0-9]{2}.*")
OTHER_ORDER = re.compile(rf"([0-9]{{1,2}})[/ -]+([0-9]{{1,2}})[/ -]+{YEAR}")
SHORT_YEAR = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})")
SHORT_PART = re.compile(rf"(.*(?:{A_NUMBER} ?{PART}|{PART} ?{A_NUMBER}).*?)[ '/-]+([0-9]{{2}})")
SHORT_MONTH = re.compile(rf"([0-9]{{1,2}}\.? ?{A_MONTH}),? '?([0-9]{{2}})")
WITHIN = re.compile(rf"(?:innen|i løpet av|utgangen av|innen utgangen av|ut) {YEAR}")
# How a spreadsheet counts days, and from when that is a likely deadline.
DAY_ZERO, FIRST_DAY = date(1899, 12, 30), date(1990, 1, 1)
DAY_NUMBER = re.compile(r"[0-9]{5}")


def read_date(raw: str, *, exact: bool = False) -> PartialDate | Fault:
    """Read a date, whoever wrote it; a Fault where it may mean something else, or nothing.

    With `exact` a longer period than a day is a Fault too.
    """
    text = tidied(raw)
    form = clear(text)
    known = parse_partial(form) if form else None
    if known:
        return Fault(raw, NOT_A_DAY, WRITE_A_DAY) if exact and not known.is_day else known
    if form:
        return Fault(raw, NOT_IN_THE_CALENDAR, "Rett datoen.")
    fault = _likely(raw, text) or unclear(raw, text)
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


def _likely(raw: str, text: str) -> Fault | None:  # noqa: PLR0911 - one answer a form
    """What someone must look over: there is one most likely meaning, and it may be wrong."""
    if match := OTHER_ORDER.fullmatch(text):
        return _of_other_order(raw, match)
    if match := WITH_TIME.fullmatch(text):
        return _meant(raw, NOT_AS_WRITTEN, clear(match[1]))
    if match := SHORT_YEAR.fullmatch(text):
        return _meant(raw, "har et år med to sifre", iso(f"20{match[3]}", match[2], match[1]))
    if match := SHORT_PART.fullmatch(text):
        year = f"20{match.groups()[-1]}"
        return _meant(raw, "har et år med to sifre", clear(f"{match[1].strip()} {year}"))
    if match := SHORT_MONTH.fullmatch(text):
        return _meant(raw, "har et år med to sifre", clear(f"{match[1]} 20{match[3]}"))
    if match := WITHIN.fullmatch(text):
        return _meant(raw, "sier ikke akkurat når", match[1])
    if DAY_NUMBER.fullmatch(text):
        day = DAY_ZERO + timedelta(days=int(text))
        why = "ser ut som dagnummeret i et regneark"
        return _meant(raw, why, day.isoformat()) if day >= FIRST_DAY else None
    return None


def _meant(raw: str, why: str, text: str) -> Fault | None:
    period = parse_partial(text)
    if period is None:
        return Fault(raw, NOT_IN_THE_CALENDAR, "Rett datoen.") if text else None
    return Fault(raw, why, f"Skriv {period.text}.", plain_date(period))


def _of_other_order(raw: str, match: re.Match[str]) -> Fault:
    """Day and month with something else than full stops between: which is first is not clear."""
    one, other, year = match.groups()
    days = [day for a, b in ((other, one), (one, other)) if parse_partial(day := iso(year, a, b))]
    if not days:
        return Fault(raw, NOT_IN_THE_CALENDAR, "Rett datoen.")
    if len(set(days)) == 1:
        return Fault(raw, NOT_AS_WRITTEN, f"Skriv {days[0]}.", days[0])
    remedy = f"Skriv {days[0]}, eller {days[1]} om måneden står først."
    return Fault(raw, "kan leses på to måter", remedy, days[0])
