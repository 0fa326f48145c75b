"""Sentences about dates: what is wrong with one, and how it is written in a register."""

import re
from typing import Any

from tiltak_cli.domain.deadline import MONTHS, parse_partial
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import MARKS
from tiltak_cli.sources.schema.told import Words, plain

YEAR = "((?:19|20)[0-9]{2})"
TIME = "[0-9]{1,2}[:.][0-9]{2}.*"
NORWEGIAN_DATE = re.compile(rf"([0-9]{{1,2}})[./ -]+([0-9]{{1,2}})[./ -]+{YEAR}")
SHORT_DATE = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{2})")
ISO_LIKE = re.compile(rf"{YEAR}[-./ ]([0-9]{{1,2}})(?:[-./ ]([0-9]{{1,2}})(?:[t ]{TIME})?)?")
# Without anything between them, month and day have two digits each.
DIGITS_ALONE = re.compile(rf"{YEAR}([0-9]{{2}})([0-9]{{2}})?")
BEGINS_WITH_YEAR = re.compile(r"([0-9]{4})(?:-.*)?")
PERIOD = re.compile(rf"([1-4])\.? ?(kvartal|kv\.?|halvår)(?: av)? {YEAR}")
LETTER_FIRST = re.compile(rf"([hq][1-4])[ -/]*{YEAR}")
LETTER_LAST = re.compile(rf"{YEAR}[ -/]*([hq][1-4])")
ENGLISH = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTH_WORDS = {
    word: number
    for months in (MONTHS, ENGLISH)
    for number, month in enumerate(months, 1)
    for word in (month, month[:3], f"{month[:3]}.")
}
MONTH = re.compile(rf"(?:([0-9]{{1,2}})\.? )?({'|'.join(map(re.escape, MONTH_WORDS))}) {YEAR}")
SEASON = re.compile(rf"(våren?|høsten?|hausten?|spring|autumn|fall) {YEAR}")
WHOLE_YEAR = re.compile(rf"(?:innen |i løpet av |utgangen av |ut |år )?{YEAR}")
# What may mean something else: the month first, another century, a time that would be lost.
UNSURE = (
    SHORT_DATE,
    re.compile(r"[0-9]{1,2}[/ -][0-9]{1,2}[/ -][0-9]{4}"),
    re.compile(rf".*[t ]{TIME}"),
    re.compile("(?:innen|i løpet av|utgangen av|ut) .*"),
)


def date_message(name: str, value: Any, *, exact: bool) -> Words:
    """Say what is wrong with a date, and how it is written when that is clear."""
    text = plain(value)
    folded_text = _folded(text)
    guess = _iso_form(folded_text)
    known = parse_partial(guess) or parse_partial(text)
    forms = "2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30"
    remedy = f"Skriv datoen som {'år-måned-dag, for eksempel 2024-06-30' if exact else forms}."
    season = SEASON.fullmatch(folded_text)
    if season and not exact:
        return _season(name, text, season)
    if season or (exact and known and not known.is_day):
        return Words(f"{quoted(text)} i «{name}» er ikke en bestemt dag.", remedy)
    if known:
        message = f"Datoen {quoted(text)} i «{name}» er ikke skrevet slik registeret krever."
        written = int(known.text) if known.text.isdigit() else known.text
        safe = not any(form.fullmatch(folded_text) for form in UNSURE)
        return Words(message, f"Skriv {known.text}.", written, safe)
    if guess:
        return Words(f"Datoen {quoted(text)} i «{name}» finnes ikke i kalenderen.", "Rett datoen.")
    year = BEGINS_WITH_YEAR.fullmatch(text)
    if year and not re.fullmatch(YEAR, year[1]):
        message = f"Året i datoen {quoted(text)} i «{name}» kan ikke være riktig."
        return Words(message, "Året må være mellom 1900 og 2099.")
    return Words(f"{quoted(text)} i «{name}» er ikke en dato.", remedy)


def _season(name: str, text: str, season: re.Match[str]) -> Words:
    """A season begins and ends when the reader likes; whoever wrote it must choose."""
    spring, year = season[1].startswith(("vår", "spring")), season[2]
    months = "03 til 05" if spring else "09 til 11"
    half, quarters = ("H1", ("Q1", "Q2")) if spring else ("H2", ("Q3", "Q4"))
    quarter = listed([f"{year}-{code}" for code in quarters], "eller")
    return Words(
        f"{quoted(text)} i «{name}» er ikke en bestemt periode.",
        f"Skriv halvåret ({year}-{half}), kvartalet ({quarter}) eller måneden "
        f"({year}-{months}), etter hva som er ment.",
    )


def _folded(value: str) -> str:
    return " ".join(value.strip(MARKS).casefold().split())


def _iso_form(text: str) -> str:  # noqa: PLR0911 - one answer a form
    if match := NORWEGIAN_DATE.fullmatch(text):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if match := SHORT_DATE.fullmatch(text):
        return f"20{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    if match := ISO_LIKE.fullmatch(text) or DIGITS_ALONE.fullmatch(text):
        day = f"-{int(match[3]):02d}" if match[3] else ""
        return f"{match[1]}-{int(match[2]):02d}{day}"
    if match := PERIOD.fullmatch(text):
        return f"{match[3]}-{'H' if match[2] == 'halvår' else 'Q'}{match[1]}"
    if match := LETTER_FIRST.fullmatch(text):
        return f"{match[2]}-{match[1].upper()}"
    if match := LETTER_LAST.fullmatch(text):
        return f"{match[1]}-{match[2].upper()}"
    if match := MONTH.fullmatch(text):
        day = f"-{int(match[1]):02d}" if match[1] else ""
        return f"{match[3]}-{MONTH_WORDS[match[2]]:02d}{day}"
    match = WHOLE_YEAR.fullmatch(text)
    return match[1] if match else ""
