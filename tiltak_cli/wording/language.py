"""The languages of what is published, and how each writes dates, numbers of days and lists."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from tiltak_cli.domain import deadline
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.norwegian import listed, quoted


class Language(StrEnum):
    """A language, by the code that pages and documents carry."""

    NB = "nb"
    NN = "nn"
    EN = "en"


MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
NORWEGIAN = ("to", "tre", "fire", "fem", "seks")
HIGHER = ("åtte", "ni", "ti", "elleve", "tolv")
NUMBERS = {
    Language.NB: ("ett", *NORWEGIAN, "syv", *HIGHER),
    Language.NN: ("eitt", *NORWEGIAN, "sju", *HIGHER),
    Language.EN: (
        *("one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
}
ONE_MASCULINE = {Language.NB: "én", Language.NN: "éin", Language.EN: "one"}
ORDINALS = ("", "1st", "2nd", "3rd", "4th")


def day(value: date, language: Language) -> str:
    """Write a day: «30.06.2024», in English «30 June 2024»."""
    return _english_day(value) if language is Language.EN else deadline.norwegian_day(value)


def long_day(value: date, language: Language) -> str:
    """Write a day with its month in letters: «30. juni 2024»."""
    return _english_day(value) if language is Language.EN else deadline.norwegian_long(value)


def partial(value: PartialDate, language: Language) -> str:
    """Write a partial date as people do: «30.06.2024», «juni 2024», «2. kvartal 2024», «2024»."""
    if language is not Language.EN:
        return deadline.norwegian(value)
    text, year = value.text, value.text[:4]
    if value.is_day:
        return _english_day(value.last)
    if "H" in text:
        return f"{ORDINALS[int(text[-1])]} half of {year}"
    if "Q" in text:
        return f"{ORDINALS[int(text[-1])]} quarter of {year}"
    return year if len(text) == len("2024") else f"{MONTHS[value.first.month - 1]} {year}"


def in_partial(value: PartialDate, language: Language) -> str:
    """Write when something was to happen: «30.06.2024», but «i juni 2024»."""
    if language is not Language.EN:
        return deadline.norwegian_in(value)
    word = "on" if value.is_day else "in the" if value.text[-2:-1] in ("H", "Q") else "in"
    return f"{word} {partial(value, language)}"


def days(number: int, language: Language) -> str:
    """Write a number of days: «1 dag», «45 dager», «45 dagar», `45 days`."""
    words = {
        Language.NB: ("dag", "dager"),
        Language.NN: ("dag", "dagar"),
        Language.EN: ("day", "days"),
    }
    one, many = words[language]
    return f"{number} {one if abs(number) == 1 else many}"


def in_words(number: int, language: Language, *, masculine: bool = False) -> str:
    """Write a number in words up to twelve, with «ett» or «én» for one; larger ones in digits."""
    if not 0 < number <= len(NUMBERS[language]):
        return str(number)
    if number == 1 and masculine:
        return ONE_MASCULINE[language]
    return NUMBERS[language][number - 1]


def joined(words: Iterable[str], language: Language) -> str:
    """Join words as a sentence does: «a, b og c»."""
    return listed(words, "and" if language is Language.EN else "og")


def in_quotes(text: str, language: Language, limit: int) -> str:
    """Put text in the language's quotes, shortened to at most `limit` characters."""
    marked = quoted(text, limit)
    return f"“{marked[1:-1]}”" if language is Language.EN else marked


def _english_day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
