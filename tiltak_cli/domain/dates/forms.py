"""What a text can only mean, as a register writes it."""

import re
import unicodedata

from tiltak_cli.domain.deadline import MONTHS, parse_partial
from tiltak_cli.domain.invisible import bare
from tiltak_cli.domain.spelling import MARKS

# What a line copied from a list or a sentence ends with.
BEHIND = ",;. "
# What word processors and typesetters put for a hyphen and for a slash.
SIGNS = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), "-")
SIGNS |= dict.fromkeys(map(ord, "\u2044\u2215"), "/") | {ord("\u2019"): "'", ord("\u00b4"): "'"}
# All around a date, with nothing more to say.
BRACKETS = re.compile(r"[(\[](.*)[)\]]")
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
PART = r"(kvartal|kv\.?|quarter|halvår|halvdel|half|[qhk])"
ISO_LIKE = re.compile(rf"{YEAR}[-./ ]([0-9]{{1,2}})(?:[-./ ]([0-9]{{1,2}}))?")
# Without anything between them, month and day have two digits each.
DIGITS_ALONE = re.compile(rf"{YEAR}([0-9]{{2}})([0-9]{{2}})?")
# With a full stop after the day, the day is first, whatever stands before the year.
DAY_FIRST = re.compile(rf"([0-9]{{1,2}}) ?\. ?([0-9]{{1,2}})(?: ?[./-] ?| ){YEAR}")
MONTH_NUMBER = re.compile(rf"(0?[1-9]|1[0-2])[./ -]{YEAR}")
MONTH = re.compile(rf"(?:([0-9]{{1,2}})(?:\.|th|st|nd|rd)?[ /-]?)?{A_MONTH},?[ ./-]?{YEAR}")
MONTH_AND_DAY = re.compile(rf"{A_MONTH} ([0-9]{{1,2}})(?:th|st|nd|rd)?,? {YEAR}")
YEAR_AND_MONTH = re.compile(rf"{YEAR},? {A_MONTH}(?: ([0-9]{{1,2}})\.?)?")
PARTS = (
    re.compile(rf"{A_NUMBER} ?{PART}(?: av| of| i|,)?[ ./-]*(?P<year>{YEAR})"),
    re.compile(rf"{PART} ?{A_NUMBER}[ ,/-]*(?P<year>{YEAR})"),
    re.compile(rf"(?P<year>{YEAR})[ ,/-]*{PART} ?{A_NUMBER}"),
    re.compile(rf"(?P<year>{YEAR})[ ,/-]*{A_NUMBER} ?{PART}"),
)
WHOLE_YEAR = re.compile(rf"år(?:et)? {YEAR}")


def tidied(raw: str) -> str:
    """A text as it is compared: in small letters, with one kind of hyphen and blank."""
    text = unicodedata.normalize("NFKC", bare(raw)).translate(SIGNS).strip(MARKS).strip()
    around = BRACKETS.fullmatch(text)
    return " ".join((around[1] if around else text).rstrip(BEHIND).casefold().split())


def clear(text: str) -> str:  # noqa: PLR0911 - one answer a form
    """The date that a text can only mean, as a register writes it; it may not be in a calendar."""
    if parse_partial(text.upper()):
        return text.upper()
    if match := DAY_FIRST.fullmatch(text):
        return iso(match[3], match[2], match[1])
    if match := ISO_LIKE.fullmatch(text) or DIGITS_ALONE.fullmatch(text):
        return iso(match[1], match[2], match[3])
    if match := MONTH_NUMBER.fullmatch(text):
        return iso(match[2], match[1])
    if match := MONTH.fullmatch(text):
        return iso(match[3], MONTH_WORDS[match[2]], match[1])
    if match := MONTH_AND_DAY.fullmatch(text):
        return iso(match[3], MONTH_WORDS[match[1]], match[2])
    if match := YEAR_AND_MONTH.fullmatch(text):
        return iso(match[1], MONTH_WORDS[match[2]], match[3])
    if match := next(filter(None, (form.fullmatch(text) for form in PARTS)), None):
        words = [word for word in match.groups() if word and word != match["year"]]
        number = next(NUMBERS.get(w, w) for w in words if w in NUMBERS or w.isdigit())
        half = any(word[0] == "h" for word in words if word not in NUMBERS)
        return f"{match['year']}-{'H' if half else 'Q'}{number}"
    match = WHOLE_YEAR.fullmatch(text)
    return match[1] if match else ""


def iso(year: str, month: str | int, day: str | None = None) -> str:
    """A day or a month as a register writes it; it may not be in a calendar."""
    return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
