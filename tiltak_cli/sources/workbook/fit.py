"""What a cell has room for: text as the format takes it, and no more of it."""

import re

# The limit counts UTF-16 code units, as Excel does.
MAX_UNITS = 32767
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Most texts have none of what has to be changed.
ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x")
# The format reads `_x0041_` as an escaped letter; the underscore itself is `_x005F_`.
ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def clean(text: str, ending: str = "…") -> str:
    """Make any text fit for a cell: line breaks are LF, and what XML forbids becomes U+FFFD.

    Text beyond the format's 32 767 UTF-16 units is cut, and ends with what says so.
    """
    if len(text) * 2 <= MAX_UNITS and not ODD.search(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = ESCAPE.sub("_x005F_", FORBIDDEN.sub("\ufffd", text))
    if len(text) * 2 <= MAX_UNITS:
        return text
    units = text.encode("utf-16-le")
    if len(units) <= MAX_UNITS * 2:
        return text
    room = (MAX_UNITS - len(ending)) * 2
    return units[:room].decode("utf-16-le", "ignore") + ending
