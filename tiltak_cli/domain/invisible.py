"""Signs that hardly show: blanks without width, hidden marks, letters that are stored otherwise."""

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

# The sets below are parts of patterns. Together with those above that are no blanks they are
# Bidi_Control in the Unicode standard's PropList.txt, Default_Ignorable_Code_Point in its
# DerivedCoreProperties.txt (the same in the versions from 14.0 to 17.0), and the three marks of
# annotations.
BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
FILLERS = "\u115f\u1160\u3164\uffa0"
TAGS = "\U000e0020-\U000e007f"
SELECTORS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
# In the scripts of Mongolia and Cambodia, and what holds letters apart for sorting.
LETTER_MARKS = "\u034f\u17b4\u17b5\u180b-\u180d\u180f"
# Between formulas, in shorthand and in music, and what no sign has been given yet.
MARKS = (
    "\u180e\u2061-\u2065\u206a-\u206f\ufff0-\ufffb\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff\U000e01f0-\U000e0fff"
)
SIGNS = f"{BIDI}{FILLERS}{TAGS}{SELECTORS}{LETTER_MARKS}{MARKS}"
# The flags of England, Scotland and Wales are a black flag and the name of the country in tags.
LONE_TAGS = f"(?<![\U0001f3f4{TAGS}])[{TAGS}]+"
LOOSE_TAGS = (
    f"{LONE_TAGS}|(?<=\U0001f3f4)(?![\U000e0030-\U000e007a]{{3,6}}\U000e007f(?![{TAGS}]))[{TAGS}]+"
)
# A selector belongs to a picture, a sign such as © or an ideograph; to a figure in its box, too.
LOOSE_SELECTORS = (
    f"(?<![^\\s\0-\u00a8\u00aa-\u00ad\u00af-\u02ff{SELECTORS}])[{SELECTORS}](?!\u20e3)"
)
# A joiner between pictures makes one picture of them; between letters it is a leftover.
WITHOUT_WIDTH = (
    f"[\u00ad\u200b\u200c\u2060\ufeff{BIDI}{FILLERS}{LETTER_MARKS}{MARKS}]|(?<=\\w)\u200d+"
    f"|{LOOSE_TAGS}|{LOOSE_SELECTORS}"
)
# What no reader sees in a text in our alphabet, compiled where it is needed: signs that Unicode
# lets a program leave out; joiners, which in other scripts and between pictures change what is
# seen; tags, but not those that make a flag; and marks of direction, but not beside an override,
# which turns letters round.
LEFT_OUT = (
    f"[\u00ad\u200b\u2060\ufeff{FILLERS}{SELECTORS}{LETTER_MARKS}{MARKS}]"
    "|(?:(?<=[\\x00-\u058f\u1e00-\u20cf])|^)[\u200c\u200d]"
    f"|{LONE_TAGS}"
)
DIRECTIONS = f"[{BIDI}]"
OVERRIDES = "\u202d\u202e"
# Of the signs without width, what neither good typography nor a letter needs: it is shown where
# the text is.
HIDING = f"[{BIDI}{FILLERS}{MARKS}]|{LOOSE_TAGS}"
# What turns the order of letters round, or is a text of its own that nobody sees.
DECEIVING = f"[\u202a-\u202e\u2066-\u2069]|{LOOSE_TAGS}"
# The first bytes of most such signs in UTF-8, which letters in a Norwegian text hardly have; and
# the signs that begin as others do.
HIDDEN_LEADS = b"\xcd\xd8\xe1\xe3\xef\xf0\xf3"
HIDDEN_OTHERS = "".join(
    map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x2030), *range(0x2060, 0x2070)))
)
KINDS = (
    (BIDI, "tegn for skriveretning"),
    (TAGS, "merketegn"),
    (SELECTORS, "variantvelger"),
    (FILLERS, "fylltegn"),
)


def hiding_in(value: str) -> re.Match[str] | None:
    """The first sign without width, or the first run of tags."""
    # Compiled where it is needed, which is seldom.
    return re.search(WITHOUT_WIDTH, value)


def bare(value: str) -> str:
    """A text without the signs that have no width."""
    # With one of them gone, another may have lost what it belonged to.
    while (less := re.sub(WITHOUT_WIDTH, "", value)) != value:
        value = less
    return value


def deceives(value: str) -> bool:
    """Whether a text is read otherwise than it is stored: someone must look at what is left."""
    return not value.isprintable() and re.search(DECEIVING, value) is not None


def name_of(sign: str) -> str:
    """What an invisible sign is called; what few know also by its number."""
    if sign in INVISIBLE_NAMES:
        return INVISIBLE_NAMES[sign]
    kind = next((name for signs, name in KINDS if re.match(f"[{signs}]", sign)), "formattegn")
    return f"{kind}, U+{ord(sign[0]):04X}"


def invisible_at(value: str) -> tuple[str, str]:
    """The first invisible character at an end or without width: its name, and «i» or «etter»."""
    stripped = value.strip(INVISIBLE)
    begin = value.find(stripped)
    if match := hiding_in(stripped):
        return name_of(match[0]), "i"
    if begin > 0:
        return INVISIBLE_NAMES[value[0]], "foran"
    return INVISIBLE_NAMES[value[-1]], "etter"


def cleaned(value: str) -> str:
    """A text without what hardly shows: blanks at its ends, invisible signs, letters in two parts.

    Line breaks at the end, which a text over several lines has, are kept.
    """
    text = unicodedata.normalize("NFC", bare(value))
    body = text.rstrip("\n")
    return body.strip(f" {INVISIBLE}") + text[len(body) :]


def shown(value: str) -> str:
    """A text as it is seen, on one line: what is the same here differs in nothing that shows.

    Letters are composed, every blank and line break is one blank, and signs that cannot be seen are
    left out.
    """
    try:
        # Most texts hold nothing more, and this is ten times as fast as to look for all the signs.
        value.encode("cp1252")
    except UnicodeEncodeError:
        signs = LEFT_OUT if any(sign in value for sign in OVERRIDES) else f"{LEFT_OUT}|{DIRECTIONS}"
        value = unicodedata.normalize("NFC", re.sub(signs, "", value))
    return " ".join(value.replace("\u00ad", "").split())


def twin(value: str) -> str:
    """The first sign that everybody writes with another one, and that: «Å» (U+212B), «Å» (U+00C5).

    Empty where there is none: all that is odd is stored in two parts.
    """
    for sign in value:
        if (other := unicodedata.normalize("NFC", sign)) != sign:
            return f"{_numbered(sign)} i stedet for {_numbered(other)}"
    return ""


def _numbered(sign: str) -> str:
    number = " ".join(f"U+{ord(part):04X}" for part in sign)
    if sign.isspace():
        return f"mellomrommet {number}"
    return f"tegnet {number}" if unicodedata.combining(sign[0]) else f"«{sign}» ({number})"
