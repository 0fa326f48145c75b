"""How near a word is to one that is known, and which was most likely meant."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from tiltak_cli.domain.synonyms import FORMER_MINISTRIES

# Typographic quotes, which word processors put around words.
MARKS = "“”„«»‘’'\"\t \u00a0"
# On other keyboards they are written with the letter that looks like them.
ONE_LETTER = str.maketrans("æøåéèêôòó", "aoaeeeooo")
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


def distance(left: str, right: str, most: int) -> int:
    """How many letters to add, drop, change or swap with the neighbour (Damerau–Levenshtein).

    Of words further apart than `most` it is only said that they are: by any number above it.
    """
    if abs(len(left) - len(right)) > most:
        return most + 1
    before, above = [0], list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        row = [i]
        for j, b in enumerate(right, 1):
            best = min(row[j - 1] + 1, above[j] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        # A swap reaches two rows up.
        if min(row) > most and min(above) >= most:
            return most + 1
        before, above = above, row
    return above[-1]


def meanings(known: Iterable[str], synonyms: Mapping[str, str] | None = None) -> dict[str, str]:
    """What a word may be, as it is compared, and which of the known words it means then."""
    words = {folded(candidate): candidate for candidate in known}
    # On a keyboard without them, æ, ø and å are written with two letters.
    others = {
        word.translate(letters): meant
        for letters in (ONE_LETTER, TWO_LETTERS)
        for word, meant in words.items()
    }
    words = {**others, **words}
    all_known = set(words.values())
    return {**{w: m for w, m in (synonyms or {}).items() if m in all_known}, **words}


def nearest(word: str, known: Iterable[str], synonyms: Mapping[str, str] | None = None) -> str:
    """The known word that was most likely meant, or nothing when none is near enough."""
    return nearest_of(word, meanings(known, synonyms))


def nearest_of(word: str, meant: Mapping[str, str]) -> str:
    """The same, of many words one by one: `meant` is made by `meanings` once."""
    given = folded(word.strip(MARKS))
    if not given or len(given) > LONGEST_WORD:
        return ""
    if given in FORMER_MINISTRIES and given not in meant:
        return ""
    # «U9» is one letter from U1, and just as near to U2: in so short a word no letter is spare.
    allowed = MANY if len(given) > SHORT else 1
    letters, by_letter = set(given), sorted(given)
    # Swapped letters are a likelier slip than another word: KDL means KLD, not KDD.
    steps, others, best = min(
        (
            (distance(given, candidate, allowed), by_letter != sorted(candidate), candidate)
            for candidate in meant
            # Each letter that only one of them has takes a step, and most are told apart so.
            if abs(len(candidate) - len(given)) <= allowed
            and len(letters.difference(candidate)) <= allowed
            and len(set(candidate) - letters) <= allowed
        ),
        default=(allowed + 1, True, ""),
    )
    near = steps <= allowed and not (others and len(given) <= MANY)
    if not near or crosses(given, best):
        return ""
    # «forum til» is two letters from «frem til», but nobody writes one word for another.
    known = [word for word in given.split() if meant.get(word, meant[best]) != meant[best]]
    return meant[best] if all(word in best for word in known) else ""


def crosses(given: str, meant: str) -> bool:
    """Whether a word says otherwise than another that it is near (both folded).

    Something in it turns, limits or puts off the other; or it is the other with more before it, or
    less, in which case that was hardly a slip.
    """
    # Only a guess asks, and most registers need none.
    from tiltak_cli.domain.limits import A_WORD, limits_in, not_done

    if given == meant:
        return False
    more, less = limits_in(given) - limits_in(meant), limits_in(meant, turned=True)
    if more or less - limits_in(given) or not_done(given, meant):
        return True
    if any(c.isdigit() for c in given) and not any(c.isdigit() for c in meant):
        return True
    steps = distance(given, meant, max(len(given), len(meant)))
    words = A_WORD.findall(given)
    fewer = [" ".join(words[:n] + words[n + 1 :]) for n in range(len(words)) if len(words) > 1]
    if any(distance(rest, meant, steps) < steps for rest in fewer):
        return True
    return _nearer(given, meant, steps) or _nearer(meant, given, steps)


def _nearer(word: str, other: str, steps: int) -> bool:
    """Whether a word comes nearer to another when its beginning, which turns it, is taken away."""
    from tiltak_cli.domain.limits import A_WORD, unturned

    starts = [match.start() for match in A_WORD.finditer(word)]
    rests = [word[:start] + rest for start in starts for rest in unturned(word[start:])]
    return any(distance(rest, other, steps) < steps for rest in rests)


def by_words(text: str, names: Mapping[str, str]) -> str:
    """The code of the name or sentence that holds a text's words, where just one does."""
    given = folded(text)
    exact = next((code for full, code in names.items() if folded(full) == given), "")
    words = set(WORD.findall(given))
    if exact or not words or len(given) < SENTENCE:
        return exact
    shares = [
        (len(words & set(WORD.findall(full))) / len(words), code, full)
        for full, code in ((folded(name), code) for name, code in names.items())
    ]
    most = max((share for share, _, _ in shares), default=0)
    best = {code: full for share, code, full in shares if share == most >= MOST}
    code, full = next(iter(best.items()), ("", ""))
    return code if len(best) == 1 and not _turns(given, full) else ""


def _turns(given: str, full: str) -> bool:
    """Whether words say otherwise than the longer text that they are mostly taken from."""
    from tiltak_cli.domain.limits import A_WORD, limits_in, unturned

    turned = (rest for word in WORD.findall(given) for rest in unturned(word))
    words = set(WORD.findall(full))
    less = limits_in(full, turned=True) - limits_in(given)
    # A short word beside the name may be one more name.
    more = {word for word in A_WORD.findall(given) if not WORD.match(word)}
    more -= set(A_WORD.findall(full))
    return bool(limits_in(given) - limits_in(full) or less or more or words.intersection(turned))
