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
