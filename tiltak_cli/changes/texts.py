"""Texts compared by their words: what cannot change the meaning, and what is news."""

import re

from tiltak_cli.changes.change import Piece
from tiltak_cli.changes.steps import steps
from tiltak_cli.domain.invisible import shown
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.sentences import SHORTENED, sentences

# Forms of one sign, and how each is written to be compared. Between two figures a sign is a part of
# the number, and no form of another.
FORMS = (
    ("[“”„‟«»]", '"'),
    ("[’‘‚‛‹›]", "'"),
    (r"(?<!\.)\.\.\.(?!\.)", "…"),
    ("[\u2010\u2011]", "-"),
)
BETWEEN_FIGURES = r"(?<!\d){0}|{0}(?!\d)"
# Words that the dictionary has with and without an accent; in others it makes another word.
ACCENTS = r"(?i)(?<=komit)é|(?<=\bid)é|(?<=kaf)é"
# A dash between words, which some keyboards write as a hyphen; the blank before a sign of percent;
# and the full stop at the very end.
DASH, PERCENT, LAST_STOP = (
    r"(?<=[^\W\d_] )[-–](?= [^\W\d_])",
    r"(?<=\d) (?=[%‰])",
    r"(?<=[^\s.…!?:;,])\.$",
)
# A sentence's first word, of which only the first letter may be large: not «KD», not «mW».
FIRST_WORD = r"([\"'(\[]*)([^\W\d_]+)(?!\w)(.*)"
ALONE = frozenset("iå")
OPENING, CLOSING = "\"'([", "\"')]"
# A full stop after these may be theirs, too.
# fmt: off
CUT_SHORT = SHORTENED | {
    "adm", "approx", "avd", "dep", "dr", "eks", "ekskl", "etc", "evtl", "excl", "fig", "forts",
    "hhv", "iht", "incl", "inkl", "kgl", "kl", "maks", "mill", "min", "mnd", "mr", "mrd", "mrs",
    "ms", "no", "osv", "par", "pr", "pst", "red", "resp", "tel", "tlf", "vedr", "vol", "vs",
}
# fmt: on
# So much of a title or of a milestone's text stands in a sentence.
QUOTED = 100
# Longer texts are compared as a whole: a rewritten report is news in any case.
MANY_WORDS = 1500
# Of a text told word by word, so much must be the same; and so many words stand around a change.
MOSTLY_SAME = 0.5
AROUND = 5


def editorial(old: str, new: str) -> bool:
    """Whether two texts surely say the same: the same words, figures and signs in the same order.

    They may differ in blanks, in the form of a sign (straight quotes or curly ones), in the full
    stop at the end, and in the case of a sentence's first letter. Any other difference may change
    the meaning, and is content until somebody has read it.
    """
    return _as_compared(old) == _as_compared(new)


def _as_compared(text: str) -> str:
    """A text in the one form that all its editorial variants share."""
    text = shown(text)
    for sign, form in FORMS:
        text = re.sub(BETWEEN_FIGURES.format(sign), form, text)
    text = re.sub(PERCENT, "", re.sub(DASH, "–", re.sub(ACCENTS, "e", text)))
    words = re.sub(LAST_STOP, "", text).split(" ")
    begins = True
    for position, word in enumerate(words):
        if begins:
            words[position] = _as_within(word)
        begins = _ends_sentence(word)
    return " ".join(words)


def _as_within(word: str) -> str:
    """A sentence's first word as it stands within one; one that may be a name or a unit stays."""
    match = re.fullmatch(FIRST_WORD, word)
    if match is None:
        return word
    before, letters, after = match.groups()
    small = letters[0].lower() + letters[1:]
    plain = small == letters.lower() and (len(letters) > 1 or (small in ALONE and not after))
    return f"{before}{small}{after}" if plain else word


def _ends_sentence(word: str) -> bool:
    """Whether the next word surely begins a sentence."""
    bare = word.rstrip(CLOSING)
    if bare.endswith(("!", "?")):
        return True
    last = bare[:-1].casefold().strip(CLOSING + OPENING).replace("-", "")
    return bare.endswith(".") and last.isalpha() and len(last) > 1 and last not in CUT_SHORT


def news(old: str, new: str) -> str:
    """The sentences of a text that were not there before; else those taken out."""
    before, now = sentences(shown(old)), sentences(shown(new))
    earlier, later = set(before), set(now)
    added = [sentence for sentence in now if sentence not in earlier]
    return " ".join(added or [sentence for sentence in before if sentence not in later])


def word_by_word(old: str, new: str) -> tuple[Piece, ...]:
    """A text's change with a few words around it; nothing where most of the text is another."""
    before, now = shown(old).split(), shown(new).split()
    if not before or not now or len(before) + len(now) > MANY_WORDS:
        return ()
    stretches = steps(before, now)
    stay = 2 * sum(step.b - step.a for step in stretches if step.same)
    if stay / (len(before) + len(now)) < MOSTLY_SAME:
        return ()
    pieces = []
    for number, (same, a, b, c, d) in enumerate(stretches):
        out, into = " ".join(before[a:b]), " ".join(now[c:d])
        if same:
            out = into = _near(before[a:b], first=number == 0, last=number == len(stretches) - 1)
        pieces.append(Piece(out, into))
    return tuple(pieces)


def beyond_quotes(old: str, new: str) -> tuple[Piece, ...]:
    """Word by word, what is not seen where a sentence quotes both texts, cut short."""
    before, now = (quoted(text, QUOTED) for text in (old, new))
    if before != now and not before.endswith("…»") and not now.endswith("…»"):
        return ()
    return word_by_word(old, new) or (Piece(shown(old), shown(new)),)


def _near(words: list[str], *, first: bool, last: bool) -> str:
    """Of words that stay, those next to a change."""
    if first and len(words) > AROUND:
        return " ".join(["…", *words[-AROUND:]])
    if last and len(words) > AROUND:
        return " ".join([*words[:AROUND], "…"])
    if not first and not last and len(words) > 2 * AROUND + 1:
        return " ".join([*words[:AROUND], "…", *words[-AROUND:]])
    return " ".join(words)
