"""What someone has written in a cell, read to a field's value; or why it cannot be read."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, NamedTuple

from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.invisible import shown
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.organisations import shortened
from tiltak_cli.domain.spelling import folded, nearest
from tiltak_cli.domain.values import LISTS, ONE_OR_LIST, OTHERS, Fault, value_of
from tiltak_cli.sources.workbook.cells import Formula
from tiltak_cli.sources.workbook.written import cell_text, unescaped

WRITE_VALUE = "Skriv verdien i stedet."
TYPE_AGAIN = (
    "Regnearket har gjort om det som ble skrevet. Skriv det på nytt med en apostrof foran: '50 %."
)
LISTED = (*LISTS, *ONE_OR_LIST)
DAYS = (Kind.DAY, Kind.PARTIAL_DATE)
AS_DAY = {
    Kind.DAY: "datoen slik: 31.10.2025",
    Kind.PARTIAL_DATE: "måneden eller kvartalet slik: 2025-10 eller 2025-Q4",
}
# What a deadline is in a cell of a measure that has none, in the three languages.
ONGOING_WORDS = ("løpende", "løpande", "ongoing")
MIDNIGHT = time()
# From when spreadsheets count days: most of them, and those from an old Mac.
FIRST_DAYS = (date(1899, 12, 30), date(1904, 1, 1))
YEARS = range(1950, 2100)
LATEST = 100_000
# What other programs break lines with: to YAML they are lines, and to nobody who counts them.
BREAKS = str.maketrans(dict.fromkeys("\u2028\u2029\x85\x0b\x0c", "\n"))
UNSEEN = {"\u00a0": " ", "\u202f": " ", "\u00ad": ""}
# So many of the codes that there are, are told.
MOST_CODES = 12
ORGANISATIONS = (Kind.ORGANISATIONS, Kind.PARTICIPANTS)
# «Finansdepartementet (FIN)», with the name as its code.
SAID_TWICE = re.compile(r"(\w+) ?\(\1\)")


class Guide(NamedTuple):
    """What helps with codes: those of full `names`, and the `sheet` of the workbook with all."""

    names: Mapping[str, str] = MappingProxyType({})
    sheet: str = ""


NO_GUIDE = Guide()


def entered(
    field: str,
    value: object,
    known: Sequence[str | int] = (),
    before: Iterable[str | int] = (),
    later: int = 0,
    guide: Guide = NO_GUIDE,
) -> Any:
    """The plain value of a cell for a field, named by its key; None for an empty one, or a Fault.

    `known` are the codes that a list may hold. What stood there `before` is let be. Days that are
    numbers are counted from so many days `later` than in most spreadsheets. The full name of an
    organisation that the `guide` has is its code.
    """
    kind = OTHERS[field] if field in OTHERS else BY_KEY[field].kind
    raw = _raw(value, kind)
    if later and kind in DAYS and isinstance(raw, int) and raw > YEARS[-1]:
        day = day_of(raw, later)
        return Fault(str(raw), "er dagnummeret i et regneark", f"Skriv {day}." if day else "")
    if isinstance(raw, Fault):
        return raw
    codes = [*known, *(code for code in before if str(code) not in map(str, known))]
    if kind is not Kind.TEXT and kind not in DAYS:
        raw = _without_symbol(raw)
    plain = value_of(field, raw, codes)
    if isinstance(plain, Fault):
        return plain
    if kind is Kind.TEXT and isinstance(plain, str):
        return _as_typed(plain, "".join(map(str, before)))
    result = _of_known(plain, codes, guide) if kind in LISTED and known else plain
    if isinstance(result, Fault) and kind in ORGANISATIONS:
        short = SAID_TWICE.sub(r"\1", shortened(str(raw), guide.names))
        named = _of_known(value_of(field, short, codes), codes, guide)
        return result if isinstance(named, Fault) else named
    return result


def _as_typed(text: str, before: str) -> str:
    """A text without what programs put into it and hardly shows, but for what stood there."""
    for sign, instead in UNSEEN.items():
        if sign not in before:
            text = text.replace(sign, instead)
    return text


def same(field: str, one: Any, other: Any) -> bool:
    """Whether two plain values of a field say the same in a cell."""
    kind = OTHERS[field] if field in OTHERS else BY_KEY[field].kind
    if kind in LISTED:
        left, right = (list(map(str, _items(value))) for value in (one, other))
        ordered = kind is Kind.ORGANISATIONS
        return left == right if ordered else sorted(left) == sorted(right)
    if kind is Kind.FLAG:
        return bool(one) is bool(other)
    return _seen(one) == _seen(other)


def _seen(value: Any) -> list[str]:
    """The lines of a text as they are seen."""
    return [shown(line) for line in cell_text(value).splitlines()]


def day_of(value: object, later: int = 0) -> str | None:
    """The day that a number is to most spreadsheets, or one that counts from `later`; or None."""
    if not isinstance(value, int | float) or not 0 < value < LATEST:
        return None
    return (FIRST_DAYS[0] + timedelta(days=int(value) + later)).isoformat()


def is_ongoing(value: object) -> bool:
    """Whether the cell of a deadline says that there is none to come."""
    return isinstance(value, str) and folded(value) in ONGOING_WORDS


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _raw(value: object, kind: Kind) -> str | int | Fault:
    """A cell's value as someone may have typed it."""
    text = cell_text(value)
    if isinstance(value, Formula):
        return Fault(text, "er en formel", WRITE_VALUE)
    if isinstance(value, datetime) and value.time() == MIDNIGHT:
        value = value.date()
    if isinstance(value, datetime | time | timedelta):
        if isinstance(value, datetime):
            text = f"{norwegian_day(value)} {value:%H:%M}"
        return Fault(text, "har et klokkeslett", "Skriv bare datoen.")
    if isinstance(value, date):
        return _of_date(value, kind)
    if isinstance(value, bool):
        return _of_flag(kind, on=value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, float) and kind in (*LISTED, *DAYS, Kind.TEXT):
        return _of_decimals(value, kind)
    written = unescaped("" if value is None else str(value)).translate(BREAKS)
    return value if isinstance(value, int) else written


def _of_flag(kind: Kind, *, on: bool) -> str | Fault:
    """What is true or false: in a text nobody knows how it was written."""
    if kind is Kind.TEXT:
        return Fault("SANN" if on else "USANN", "er ingen tekst", TYPE_AGAIN)
    return "ja" if on else "nei"


def _of_decimals(value: float, kind: Kind) -> Fault:
    """A number with decimals: codes, a month, or a share or a sum that somebody wrote as a text.

    Of 2025,1 nobody knows whether it was January or October.
    """
    number = str(value).replace(".", ",")
    if kind is Kind.TEXT:
        return Fault(number, "er et tall", TYPE_AGAIN)
    if kind in DAYS:
        return Fault(number, "er et tall med desimaler", f"Skriv {AS_DAY[kind]}.")
    return Fault(number, "er et tall", f"Skriv kodene som tekst: '{number.replace(',', ', ')}.")


def _of_date(value: date, kind: Kind) -> str | int | Fault:
    if kind in DAYS:
        # In a cell that shows days, a year that someone types is one of the first days there are.
        numbers = ((value - first).days for first in FIRST_DAYS)
        year = next((number for number in numbers if number in YEARS), None)
        return value.isoformat() if year is None else year
    if kind is Kind.TEXT:
        return norwegian_day(value)
    day = norwegian_day(value)
    return Fault(
        day, "er en dato", "Regnearket har gjort om det som ble skrevet. Skriv det på nytt."
    )


def _without_symbol(raw: str | int) -> str | int:
    """A word without the sign before it, which people get with it when they copy what they see."""
    if not isinstance(raw, str):
        return raw
    first, _, rest = raw.strip().partition(" ")
    return rest if len(first) == 1 and rest and not first.isalnum() else raw


def _of_known(plain: Any, known: Sequence[str | int], guide: Guide) -> Any:
    codes = set(map(str, known))
    for item in _items(plain):
        if str(item) not in codes:
            near = nearest(str(item), map(str, known))
            few = len(known) <= MOST_CODES
            choice = f"Velg {listed([str(code) for code in known], 'eller')}." if few else ""
            elsewhere = f"Kodene står i arket {guide.sheet}." if guide.sheet else ""
            full = nearest(str(item), guide.names)
            meant = f"Skriv {guide.names[full]}. {elsewhere}" if full else ""
            remedy = f"Mente du {near}?" if near else meant or choice or elsewhere
            return Fault(str(item), "finnes ikke", remedy)
    return plain
