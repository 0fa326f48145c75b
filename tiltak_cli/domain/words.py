"""Words that people write for words that the register uses, and the nearest of a list."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

# Bokmål, nynorsk and English words that mean one of the register's own.
STATUS_WORDS = {
    **dict.fromkeys(("føreslått", "framlegg", "proposed", "suggested"), "foreslått"),
    **dict.fromkeys(("vedteke", "vedteken", "besluttet", "bestemt", "adopted"), "vedtatt"),
    **dict.fromkeys(("approved", "decided", "planned", "planlagt", "planlagd"), "vedtatt"),
    **dict.fromkeys(("ikke startet", "ikkje starta", "not started"), "vedtatt"),
    **dict.fromkeys(("pågår", "pågående", "påbegynt", "påbyrja", "startet"), "igangsatt"),
    **dict.fromkeys(("starta", "i gang", "i arbeid", "iverksatt", "iverksett"), "igangsatt"),
    **dict.fromkeys(("under arbeid", "igangsett", "started", "ongoing"), "igangsatt"),
    **dict.fromkeys(("in progress", "under way", "underway", "active"), "igangsatt"),
    **dict.fromkeys(("fullført", "ferdigstilt", "ferdig", "ferdigstilla"), "gjennomført"),
    **dict.fromkeys(("avsluttet", "avslutta", "completed", "complete", "done"), "gjennomført"),
    **dict.fromkeys(("finished", "closed"), "gjennomført"),
    **dict.fromkeys(("i bero", "på vent", "pauset", "utset", "utsett"), "utsatt"),
    **dict.fromkeys(("postponed", "on hold", "paused", "deferred"), "utsatt"),
    **dict.fromkeys(("kansellert", "avlyst", "avbrutt", "stanset", "stansa"), "utgår"),
    **dict.fromkeys(("skrinlagt", "går ut", "cancelled", "canceled", "dropped"), "utgår"),
    **dict.fromkeys(("slått sammen", "innlemma", "merged", "absorbed"), "innlemmet"),
}
# Of these, what may have been meant for something else: a guess, not a translation.
UNSURE_WORDS = frozenset(
    {
        *("planlagt", "planlagd", "planned", "ikke startet", "ikkje starta", "not started"),
        *("avsluttet", "avslutta", "closed", "avbrutt", "stanset", "stansa", "active"),
        *("stor", "liten", "normal"),
    }
)
OTHER_WORDS = {
    **dict.fromkeys(("medium", "middel", "normal", "mellom", "moderat"), "middels"),
    **dict.fromkeys(("stor", "høg", "høyt", "high"), "høy"),
    **dict.fromkeys(("liten", "låg", "lavt", "low"), "lav"),
    **dict.fromkeys(("grøn", "grønt", "green"), "grønn"),
    **dict.fromkeys(("gult", "yellow", "amber"), "gul"),
    **dict.fromkeys(("raud", "rødt", "red"), "rød"),
    **dict.fromkeys(("alle departementer", "alle departementene", "all", "everyone"), "alle"),
    **dict.fromkeys(("alle departement", "alle departementa"), "alle"),
}
FIELD_WORDS = {
    **dict.fromkeys(("navn", "namn", "tiltaksnavn", "title", "name"), "tittel"),
    **dict.fromkeys(("omtale", "skildring", "description"), "beskrivelse"),
    **dict.fromkeys(("mål", "målområde", "areas", "goals"), "målområder"),
    **dict.fromkeys(("retningsval", "directions"), "retningsvalg"),
    **dict.fromkeys(("utviklingsområde",), "utviklingsområder"),
    **dict.fromkeys(("ansvar", "ansvarleg", "eier", "eigar", "owner"), "ansvarlig"),
    **dict.fromkeys(("responsible",), "ansvarlig"),
    **dict.fromkeys(("utførande",), "utførende"),
    **dict.fromkeys(("deltar", "deltakarar", "participants"), "deltakere"),
    **dict.fromkeys(("begrunning", "grunngiving", "grunngjeving", "reason"), "begrunnelse"),
    **dict.fromkeys(("prioritering", "priority"), "prioritet"),
    **dict.fromkeys(("tidsfrist", "deadline", "due"), "frist"),
    **dict.fromkeys(("løpande", "ongoing"), "løpende"),
    **dict.fromkeys(("opphavleg_frist",), "opprinnelig_frist"),
    **dict.fromkeys(("fullført", "completed"), "gjennomført"),
    **dict.fromkeys(("result",), "resultat"),
    **dict.fromkeys(("milestones", "milepælar"), "milepæler"),
    **dict.fromkeys(("assessment",), "vurdering"),
    **dict.fromkeys(("deviation",), "avvik"),
    **dict.fromkeys(("risk",), "risiko"),
    **dict.fromkeys(("framdrift", "progress"), "fremdrift"),
    **dict.fromkeys(("lenker", "lenkjer", "dokumenter", "documents"), "dokumentasjon"),
    **dict.fromkeys(("origin",), "opphav"),
    **dict.fromkeys(("erstattar", "replaces"), "erstatter"),
    **dict.fromkeys(("avheng_av", "depends_on"), "avhenger_av"),
    **dict.fromkeys(("contact",), "kontakt"),
    **dict.fromkeys(("kommentar", "note", "comment"), "merknad"),
    **dict.fromkeys(("updated",), "oppdatert"),
    **dict.fromkeys(("measures",), "tiltak"),
    **dict.fromkeys(("url", "adresse", "link", "lenkje"), "lenke"),
    **dict.fromkeys(("nådd_dato", "reached"), "nådd"),
    **dict.fromkeys(("text",), "tekst"),
    **dict.fromkeys(("strategy",), "strategi"),
    **dict.fromkeys(("edition", "utgåve"), "utgave"),
    **dict.fromkeys(("per dato", "dato", "as_of"), "per_dato"),
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
# Of a sentence, words that carry a meaning; and how many of those given must be found again.
WORD = re.compile(r"\w{4,}")
SENTENCE = 8
MOST = 0.7
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


def cleaned(value: str) -> str:
    """A text without what hardly shows: blanks at its ends, invisible signs, letters in two parts.

    Line breaks at the end, which a text over several lines has, are kept.
    """
    text = unicodedata.normalize("NFC", ZERO_WIDTH.sub("", value))
    body = text.rstrip("\n")
    return body.strip(f" {INVISIBLE}") + text[len(body) :]


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


def by_words(text: str, names: Mapping[str, str]) -> str:
    """The code of the name or sentence that holds a text's words, where just one does."""
    given = folded(text)
    exact = next((code for full, code in names.items() if folded(full) == given), "")
    words = set(WORD.findall(given))
    if exact or not words or len(given) < SENTENCE:
        return exact
    shares = sorted(
        ((len(words & set(WORD.findall(folded(full)))) / len(words), code))
        for full, code in names.items()
    )
    best = [code for share, code in shares if share == shares[-1][0] >= MOST]
    return best[0] if len(set(best)) == 1 else ""


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
