"""Texts that other programs have spoilt: letters in the wrong encoding, codes, error values."""

import re
from html import unescape
from typing import NamedTuple

# What UTF-8 becomes when it is read as Windows-1252: a first sign, and those that go on.
GOES_ON = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
TWICE = re.compile(f"[ÂÃ][{GOES_ON}]|[âï][{GOES_ON}]{{2}}|ð[{GOES_ON}]{{3}}")
# The second sign is gone: in our languages no word has this letter before a small one.
HALF = re.compile(r"Ã(?=[a-zæøå ])")
LOST = "\ufffd"
ERROR = re.compile(
    r"#(?:NAME\?|NAVN\?|REF!|VALUE!|VERDI!|DIV/0!|NUM!|N/A|I/T|NULL!|SPILL!|OVERFLYT!|CALC!|FIELD!)"
    r"(?!\w)|(?:Feil! (?:Fant ikke referansekilden|Bokmerke er ikke definert)|"
    r"Error! (?:Reference source not found|Bookmark not defined))\."
)
# Marks of a web page, of which a line break is a blank.
TAG = re.compile(
    r"</?(?:br|p|em|strong|span|div|[ou]l|li|[abiu]|su[bp]|h[1-6]|font|t[rdh]|o:p)"
    r"(?: +[\w:-]+=(?:\"[^\"]*\"|'[^']*'))*(?: ?/)?>",
    re.IGNORECASE,
)
# A line break as web pages and workbooks keep it, which is a blank with those around it.
BREAK = re.compile(r" *(?:(?:_x000[9ADad]_|<br */?>) *)+(\n|$)?", re.IGNORECASE)
# How a workbook keeps a sign that XML may not hold.
CODED = re.compile("_x([0-9A-Fa-f]{4})_")
# A line break as programs write it, with a new sentence behind.
ESCAPED = re.compile(r"(?<=[^\s\\])(?:\\[rn])+(?=[A-ZÆØÅ –-]|$)")
ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|shy|laquo|raquo|ndash|mdash|hellip|[lr][sd]quo|bull|euro|sect"
    r"|[aA]ring|[aA][eE]lig|AElig|[oO]slash|[eE](?:acute|grave)|[aouAOU]uml|#[0-9]{2,6}"
    r"|#[xX][0-9a-fA-F]{2,5});"
)
WORD = r"[^\s]*"


class Spoilt(NamedTuple):
    """What is spoilt in a text, with what it most likely was; None where nobody can say.

    `others` are the words besides, each with what it was before it.
    """

    found: str
    right: str | None
    what: str
    others: tuple[tuple[str, str], ...] = ()


def spoilt_in(value: str) -> Spoilt | None:
    """The first word of a text that is spoilt, and how."""
    if match := ERROR.search(value):
        program = "et regneark" if match[0][0] == "#" else "Word"
        return Spoilt(match[0], None, f"er en feilmelding fra {program}")
    if LOST in value:
        return Spoilt(_word(value, value.index(LOST), LOST), None, "har et tegn som er gått tapt")
    for pattern, what in (
        (TWICE, "er lest med feil tegnkoding"),
        (TAG, "er en kode fra en nettside"),
        (ENTITY, "er en kode fra en nettside"),
        (CODED, "er en kode fra et regneark"),
        (ESCAPED, "har en kode for linjeskift"),
    ):
        if match := pattern.search(value):
            word = _word(value, match.start(), match[0])
            return Spoilt(word, unspoilt(word).strip(), what, _others(value, word))
    if match := HALF.search(value):
        return Spoilt(_word(value, match.start(), "Ã"), None, "er lest med feil tegnkoding")
    return None


def _others(value: str, first: str) -> tuple[tuple[str, str], ...]:
    """The other words of a text that can be put right."""
    words = dict.fromkeys(word for word in value.split() if word != first)
    return tuple((unspoilt(word), word) for word in words if unspoilt(word) != word)


def unspoilt(value: str) -> str:
    """A text as it was before it was spoilt, as far as that can be known."""
    value = TWICE.sub(lambda match: _once(match[0]), value)
    value = ENTITY.sub(lambda match: unescape(match[0]), value)
    value = BREAK.sub(lambda match: " " if match[1] is None else match[1], value)
    value = TAG.sub("", ESCAPED.sub(" ", value))
    return CODED.sub(lambda match: _decoded(int(match[1], 16)), value)


def _once(spoilt: str) -> str:
    data = b"".join(_byte(sign) for sign in spoilt)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return spoilt


def _byte(sign: str) -> bytes:
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        # Five bytes are no letters in Windows-1252, and are kept as they are.
        return sign.encode("latin-1", "replace")


def _decoded(number: int) -> str:
    """A sign by its number; a line break is a blank, and other signs for machines are nothing."""
    sign = chr(number)
    return sign if sign.isprintable() else " " * (sign in "\t\n\r")


def _word(value: str, start: int, part: str) -> str:
    """The word that a part of a text is in."""
    before = re.search(rf"{WORD}$", value[:start])
    after = re.match(WORD, value[start + len(part) :])
    return f"{before[0] if before else ''}{part}{after[0] if after else ''}"
