"""Reading a date, whoever wrote it: as it can only be meant, or with what is to be looked over."""

import re

from tiltak_cli.domain.dates.fault import (
    LONGER,
    NOT_A_DATE,
    NOT_A_DAY,
    NOT_AS_WRITTEN,
    WRITE,
    WRITE_A_DAY,
    Fault,
)
from tiltak_cli.domain.dates.forms import clear, tidied
from tiltak_cli.domain.dates.likely import likely, meant, not_in_the_calendar
from tiltak_cli.domain.dates.vague import unclear
from tiltak_cli.domain.deadline import PartialDate, parse_partial

# As editions are named; in a field it is a month.
EDITION = re.compile(r"[0-9]{4}[-./ ][0-9]")
# Words that say no more than the date that follows.
IDLE = re.compile(
    r"(?:(?:(?:man|tirs|tys|ons|tors|fre|lør|laur|søn|sun)(?:dag|\.)?,?|den|dato:?|per|pr\.?) )+"
    r"(.*[0-9].*)"
)
# Words that leave the date that follows as it is, but for a little; and what says the same after.
NEAR = re.compile(
    r"(?:(?:(?:ved |innen )?utgangen av|innen|senest|seinast|by|within|i løpet av|ila\.?|primo|"
    r"medio|ultimo|ca\.?|cirka|omtrent|rundt|tidlig|tidleg|sent|seint|til og med|t\.?o\.?m\.?|"
    r"(?:i |ved )?(?:starten?|begynnelsen|byrjinga|midten|slutt(?:en)?|årets slutt)"
    r"(?: (?:av|på)(?: året)?)?) |~ ?)(.+)"
)
UNSURE = re.compile(r"(.+?) ?\?+")
WITH_REMARK = re.compile(r"(.+?) ?\([^)]*\)")


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
        return not_in_the_calendar(raw, form)
    fault = _of_words(raw, text)
    period = parse_partial(str(fault.likely)) if fault.likely else None
    if exact and (fault.why in LONGER or (period and not period.is_day)):
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


def _of_words(raw: str, text: str) -> Fault:
    """Why a text is no clear date; words around one may leave it as it is, or nearly so."""
    fault = likely(raw, text)
    if fault is None and (match := IDLE.fullmatch(text)):
        fault = meant(raw, NOT_AS_WRITTEN, _inner(match[1])[0])
    if fault is None:
        fault = unclear(raw, text)
    if fault is None and (match := NEAR.fullmatch(text) or UNSURE.fullmatch(text)):
        date, fault = _inner(match[1])
        remedy = f"Skriv {date} om det er nøyaktig nok, ellers en bestemt tid."
        fault = Fault(raw, "sier ikke akkurat når", remedy) if date else fault
    if fault is None and (match := WITH_REMARK.fullmatch(text)) and (date := _inner(match[1])[0]):
        remedy = f"Flytt det som står i parentes, til «merknad», og la bare {date} stå."
        fault = Fault(raw, "sier mer enn når", remedy)
    return fault._replace(text=raw) if fault else Fault(raw, NOT_A_DATE, WRITE)


def _inner(text: str) -> tuple[str, Fault | None]:
    """The date within a text as a register writes it, or why there is none."""
    read = read_date(text)
    if isinstance(read, PartialDate):
        return read.text, None
    return str(read.likely or ""), None if read.why == NOT_A_DATE else read
