"""Texts compared by their words: what is only a slip mended, and what is news."""

import re
import unicodedata

from tiltak_cli.changes.change import Piece
from tiltak_cli.domain.sentences import sentences

# Words that a careful editor adds or takes out without saying anything new.
SMALL = frozenset({"en", "ei", "et", "den", "det", "de", "som", "at", "å", "så", "også"})
# One letter apart, but not the same number.
NUMBERS = frozenset({"femten", "femti", "seksten", "seksti", "sytten", "sytti", "fjorten", "førti"})
# Words, and the signs that change what a number or a «not» says.
WORDS = re.compile(r"\w+|[%‰<>≤≥±]|(?<![\w)])[-−–+](?=\d)|,(?=\s+ikk[je]e?\b)")
# Longer texts are compared as a whole: a rewritten report is news in any case.
MANY_WORDS = 1500
# In so long a word a slip may be told from another word; so much at each end is left alone.
LONG_WORD, KEPT = 7, 3
ACCENTS = dict(zip("éèêëáàâóòôüúù", "eeeeaaaooouuu", strict=True))
# Of a text told word by word, so much must be the same; and so many words stand around a change.
MOSTLY_SAME = 0.5
AROUND = 5


def editorial(old: str, new: str) -> bool:
    """Whether two texts say the same: other punctuation, case, spelling or small words only."""
    before, now = _words(old), _words(new)
    if before == now:
        return True
    if len(before) + len(now) > MANY_WORDS:
        return False
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, before, now, autojunk=False)
    return all(
        tag == "equal" or _same(before[a:b], now[c:d]) for tag, a, b, c, d in matcher.get_opcodes()
    )


def _words(text: str) -> list[str]:
    return WORDS.findall(unicodedata.normalize("NFC", text).casefold())


def _same(before: list[str], now: list[str]) -> bool:
    left = [word for word in before if word not in SMALL and word != "én"]
    right = [word for word in now if word not in SMALL and word != "én"]
    return len(left) == len(right) and all(map(_respelt, left, right))


def _respelt(left: str, right: str) -> bool:
    """A slip in a long word: two letters that changed places, an accent, or a letter too few.

    Never a number. The beginning and the end of a word say what it means (u-, -et, -ene, -es), and
    so does one letter in place of another: that is another word until somebody has read it.
    """
    if left == right:
        return True
    if not {left, right}.isdisjoint(NUMBERS) or any(c.isdigit() for c in left + right):
        return False
    if _without_accents(left) == _without_accents(right):
        return True
    short, long = sorted((left, right), key=len)
    if len(short) < LONG_WORD:
        return False
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) == len(long):
        swapped = short[:at] + short[at + 1 : at + 2] + short[at : at + 1] + short[at + 2 :]
        return swapped == long
    inside = KEPT <= at < len(short) - KEPT
    return inside and short == long[:at] + long[at + 1 :] and long[at] != "u"


def _without_accents(word: str) -> str:
    """A word without accents; å, æ and ø are letters of their own."""
    return "".join(ACCENTS.get(letter, letter) for letter in word)


def news(old: str, new: str) -> str:
    """The sentences of a text that were not there before; else those taken out."""
    before, now = sentences(old), sentences(new)
    added = [sentence for sentence in now if sentence not in before]
    return " ".join(added or [sentence for sentence in before if sentence not in now])


def word_by_word(old: str, new: str) -> tuple[Piece, ...]:
    """A text's change with a few words around it; nothing where most of the text is another."""
    before, now = old.split(), new.split()
    if not before or not now or len(before) + len(now) > MANY_WORDS:
        return ()
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, before, now, autojunk=False)
    if matcher.ratio() < MOSTLY_SAME:
        return ()
    steps = matcher.get_opcodes()
    pieces = []
    for number, (tag, a, b, c, d) in enumerate(steps):
        out, into = " ".join(before[a:b]), " ".join(now[c:d])
        if tag == "equal":
            out = into = _near(before[a:b], first=number == 0, last=number == len(steps) - 1)
        pieces.append(Piece(out, into))
    return tuple(pieces)


def _near(words: list[str], *, first: bool, last: bool) -> str:
    """Of words that stay, those next to a change."""
    if first and len(words) > AROUND:
        return " ".join(["…", *words[-AROUND:]])
    if last and len(words) > AROUND:
        return " ".join([*words[:AROUND], "…"])
    if not first and not last and len(words) > 2 * AROUND + 1:
        return " ".join([*words[:AROUND], "…", *words[-AROUND:]])
    return " ".join(words)
