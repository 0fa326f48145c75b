"""Words that people write for words that the register uses, and the nearest of a list."""

import re
import unicodedata
from collections.abc import Iterable

STATUS_WORDS = {
    "pågår": "igangsatt",
    "pågående": "igangsatt",
    "påbegynt": "igangsatt",
    "startet": "igangsatt",
    "i gang": "igangsatt",
    "i arbeid": "igangsatt",
    "iverksatt": "igangsatt",
    "under arbeid": "igangsatt",
    "fullført": "gjennomført",
    "ferdigstilt": "gjennomført",
    "ferdig": "gjennomført",
    "avsluttet": "gjennomført",
    "planlagt": "vedtatt",
    "besluttet": "vedtatt",
    "ikke startet": "vedtatt",
    "i bero": "utsatt",
    "på vent": "utsatt",
    "pauset": "utsatt",
    "kansellert": "utgår",
    "avlyst": "utgår",
    "avbrutt": "utgår",
    "stanset": "utgår",
    "skrinlagt": "utgår",
    "slått sammen": "innlemmet",
}
OTHER_WORDS = {
    "medium": "middels",
    "normal": "middels",
    "stor": "høy",
    "liten": "lav",
    "grøn": "grønn",
    "raud": "rød",
    "alle departementer": "alle",
    "alle departementene": "alle",
}
FIELD_WORDS = {
    "navn": "tittel",
    "mål": "målområder",
    "målområde": "målområder",
    "tidsfrist": "frist",
    "deltar": "deltakere",
    "ansvar": "ansvarlig",
    "eier": "ansvarlig",
    "omtale": "beskrivelse",
    "kommentar": "merknad",
    "lenker": "dokumentasjon",
    "dokumenter": "dokumentasjon",
    "milestones": "milepæler",
    "url": "lenke",
    "adresse": "lenke",
    "tiltaksnavn": "tittel",
    "begrunning": "begrunnelse",
    "grunngiving": "begrunnelse",
}


# Typographic quotes, which word processors put around words.
MARKS = "“”„«»‘’'\"\t \u00a0"
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
TWO_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
LONGEST_WORD = 60
# In words longer than this, so many letters may be wrong.
SHORT = 4
MANY = 2


def folded(word: str) -> str:
    """The form in which words are compared: composed letters, no case, single blanks."""
    return " ".join(unicodedata.normalize("NFC", word).casefold().split())


def invisible_at(value: str) -> tuple[str, str]:
    """The first invisible character at an end or without width: its name, and «i» or «etter»."""
    stripped = value.strip(INVISIBLE)
    begin = value.find(stripped)
    if match := ZERO_WIDTH.search(stripped):
        return INVISIBLE_NAMES[match[0]], "i"
    if begin > 0:
        return INVISIBLE_NAMES[value[0]], "foran"
    return INVISIBLE_NAMES[value[-1]], "etter"


def distance(left: str, right: str) -> int:
    """How many letters to add, drop, change or swap with the neighbour (Damerau–Levenshtein)."""
    rows = [list(range(len(right) + 1))]
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            best = min(row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, rows[i - 2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def nearest(word: str, known: Iterable[str], synonyms: dict[str, str] | None = None) -> str:
    """The known word that was most likely meant, or nothing when none is near enough."""
    given = folded(word.strip(MARKS))
    words = {folded(candidate): candidate for candidate in known}
    # On a keyboard without them, æ, ø and å are written with two letters.
    words = {**{word.translate(TWO_LETTERS): meant for word, meant in words.items()}, **words}
    meant = {w: m for w, m in (synonyms or {}).items() if m in words.values()}
    candidates = {w: m for w, m in {**meant, **words}.items() if abs(len(w) - len(given)) <= MANY}
    if not given or not candidates or len(given) > LONGEST_WORD:
        return ""
    # Swapped letters are a likelier slip than another word: KDL means KLD, not KDD.
    steps, others, best = min(
        (distance(given, candidate), sorted(given) != sorted(candidate), candidate)
        for candidate in candidates
    )
    # «U9» is one letter from U1, and just as near to U2: in so short a word no letter is spare.
    allowed = MANY if len(given) > SHORT else 1
    near = not others if len(given) <= MANY else steps <= allowed
    return candidates[best] if near else ""


def listed(words: Iterable[str], final: str = "og") -> str:
    """Join words as a Norwegian sentence does: «a, b og c»."""
    items = list(words)
    return (
        f" {final} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
    )


def quoted(text: str, limit: int = 40) -> str:
    """Put text in Norwegian quotes, shortened to at most `limit` characters."""
    flat = " ".join(text.split())
    if flat[:1] == "«" and flat[-1:] == "»":
        flat = flat.strip("«»")
    return f"«{flat if len(flat) <= limit else flat[: limit - 1].rstrip() + '…'}»"


def counted(number: int, one: str, many: str) -> str:
    """Write a number with the noun in the right form: «1 tiltak», «3 endringer»."""
    return f"{number} {one if number == 1 else many}"
