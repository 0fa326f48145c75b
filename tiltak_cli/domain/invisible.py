"""Signs that hardly show: blanks without width, joiners, and letters stored in two parts."""

import re
import unicodedata

CURLY = "“”„‟‘’‚"
INVISIBLE_NAMES = {
    "\u00a0": "hardt mellomrom",
    "\u202f": "smalt hardt mellomrom",
    "\u00ad": "myk bindestrek",
    "\u200b": "mellomrom uten bredde",
    "\u200c": "skille uten bredde",
    "\u200d": "binding uten bredde",
    "\u2060": "binding uten bredde",
    "\ufeff": "byterekkefølgemerke",
}
INVISIBLE = "".join(INVISIBLE_NAMES)
# A joiner between pictures makes one picture of them; between letters it is a leftover.
ZERO_WIDTH = re.compile("[\u00ad\u200b\u200c\u2060\ufeff]|(?<=\\w)\u200d")
# What no reader sees in a text in our alphabet, compiled where it is needed: signs that Unicode
# lets a program leave out; joiners, which in other scripts and between pictures change what is
# seen; tags, but not those that make a flag; and marks of direction, but not beside an override,
# which turns letters round.
LEFT_OUT = (
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0]"
    "|(?:(?<=[\\x00-\u058f\u1e00-\u20cf])|^)[\u200c\u200d]"
    "|(?<![\U0001f3f4\U000e0000-\U000e0fff])[\U000e0000-\U000e0fff]+"
)
DIRECTIONS = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
OVERRIDES = "\u202d\u202e"


def invisible_at(value: str) -> tuple[str, str]:
    """The first invisible character at an end or without width: its name, and «i» or «etter»."""
    stripped = value.strip(INVISIBLE)
    begin = value.find(stripped)
    if match := ZERO_WIDTH.search(stripped):
        return INVISIBLE_NAMES[match[0]], "i"
    if begin > 0:
        return INVISIBLE_NAMES[value[0]], "foran"
    return INVISIBLE_NAMES[value[-1]], "etter"


def cleaned(value: str) -> str:
    """A text without what hardly shows: blanks at its ends, invisible signs, letters in two parts.

    Line breaks at the end, which a text over several lines has, are kept.
    """
    text = unicodedata.normalize("NFC", ZERO_WIDTH.sub("", value))
    body = text.rstrip("\n")
    return body.strip(f" {INVISIBLE}") + text[len(body) :]


def shown(value: str) -> str:
    """A text as it is seen, on one line: what is the same here differs in nothing that shows.

    Letters are composed, every blank and line break is one blank, and signs that cannot be seen are
    left out.
    """
    if not value.isascii():
        signs = LEFT_OUT if any(sign in value for sign in OVERRIDES) else f"{LEFT_OUT}|{DIRECTIONS}"
        value = unicodedata.normalize("NFC", re.sub(signs, "", value))
    return " ".join(value.split())
