"""Dates as plans give them: a day, a month, a quarter, a half-year or a year."""

import re
from datetime import date, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

PARTIAL_DATE = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})"
    r"(?:-(?:H(?P<half>[12])|Q(?P<quarter>[1-4])|(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-9]{2}))?))?"
)
MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)


def norway() -> tzinfo | None:
    """Norway's time zone; None, which means the machine's own, where it knows no zones."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo("Europe/Oslo")
    except ZoneInfoNotFoundError:
        return None


class PartialDate(NamedTuple):
    """A period of time written with the precision that is known; `first` and `last` are days in it.

    A deadline means `last`, a start means `first`.
    """

    text: str
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether the date is known to the day."""
        return self.first == self.last


@lru_cache(maxsize=4096)
def parse_partial(text: str) -> PartialDate | None:
    """Read `2024`, `2024-H1`, `2024-Q2`, `2024-06` or `2024-06-30`; None if it is none of them."""
    match = PARTIAL_DATE.fullmatch(text)
    if match is None:
        return None
    year, half, quarter, month, day = match.groups()
    if day:
        exact = parse_day(text)
        return PartialDate(text, exact, exact) if exact else None
    if half:
        start, months = int(half) * 6 - 5, 6
    elif quarter:
        start, months = int(quarter) * 3 - 2, 3
    elif month:
        start, months = int(month), 1
    else:
        start, months = 1, 12
    return PartialDate(text, date(int(year), start, 1), _last_day(int(year), start + months - 1))


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date | None:
    """Read `2024-06-30`; None if it has another form or is not in the calendar."""
    # Python's own reading also takes week dates and dates without hyphens.
    if len(text) != len("2024-06-30") or text[4] != "-" or text[7] != "-":
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def norwegian_day(day: date) -> str:
    """Write a day as «30.06.2024»."""
    return day.strftime("%d.%m.%Y")


def norwegian_long(day: date) -> str:
    """Write a day as «30. juni 2024»."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def norwegian(partial: PartialDate) -> str:
    """Write a partial date as people do: «30.06.2024», «juni 2024», «2. kvartal 2024», «2024»."""
    text, year = partial.text, partial.text[:4]
    if partial.is_day:
        return norwegian_day(partial.last)
    if "H" in text:
        return f"{text[-1]}. halvår {year}"
    if "Q" in text:
        return f"{text[-1]}. kvartal {year}"
    return year if len(text) == len("2024") else f"{MONTHS[partial.first.month - 1]} {year}"


def norwegian_in(partial: PartialDate) -> str:
    """Write when something was to happen: «30.06.2024», but «i juni 2024», «i 2. kvartal 2024»."""
    return norwegian(partial) if partial.is_day else f"i {norwegian(partial)}"


def norwegian_days(days: int) -> str:
    """Write a number of days as «1 dag» or «45 dager»."""
    return f"{days} dag" if days == 1 else f"{days} dager"
