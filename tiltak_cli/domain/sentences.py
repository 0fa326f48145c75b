"""Texts as sentences: the first one stands for the whole where there is little room."""

REASON_LENGTH = 160
EXCERPT_LENGTH = 400
# fmt: off
POINTERS = frozenset(
    ("at", "av", "den", "det", "en", "er", "et", "for", "fra", "i", "med", "og", "om", "på", "som",
     "til", "ved", "å")
)
# fmt: on
# A full stop after one of these does not end a sentence.
SHORTENED = frozenset(
    {"bl.a", "ca", "dvs", "e.l", "evt", "f.eks", "jf", "kap", "mfl", "mv", "nr", "pkt", "st", "s"}
)


def sentences(text: str) -> list[str]:
    """Split a text into sentences, each on one line."""
    flat = " ".join(text.split())
    pieces, start = [], 0
    for position, character in enumerate(flat[:-2]):
        if character in ".!?" and flat[position + 1] == " " and _ends(flat, start, position):
            pieces.append(flat[start : position + 1])
            start = position + 2
    return [*pieces, flat[start:]] if flat[start:] else pieces


def _ends(flat: str, start: int, position: int) -> bool:
    """Whether a full stop ends a sentence: what follows is a new one, and it is no shortening."""
    following = flat[position + 2]
    # What may be one long sentence is not cut into words at each full stop in it.
    end = position - (flat[position - 1 : position] == " ")
    last = flat[max(flat.rfind(" ", start, end) + 1, start) : end].casefold().lstrip("(«")
    date = last.isdigit() and flat[position] == "."
    return not date and last not in SHORTENED and (not following.islower() or following == "«")


def excerpt(text: str) -> str:
    """A text on one line, all of it where it is not very long: a cut reason may hide the worst."""
    return short(text, EXCERPT_LENGTH)


def short(text: str, limit: int) -> str:
    """One line of at most `limit` characters, cut between words with an ellipsis."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[:limit]
    start, blank, _ = cut.rpartition(" ")
    return ended(start if blank and len(start) > limit // 2 else cut[:-1])


def ended(text: str) -> str:
    """End a text that is cut short, but not at a word that points to the next one."""
    words = text.rstrip(" ,.;:–-").split(" ")
    while len(words) > 1 and words[-1] in POINTERS:
        words.pop()
    return " ".join(words).rstrip(" ,.;:–-") + "…"


def sentence(text: str) -> str:
    """The first sentence of a text, on one line, at most 160 characters."""
    first = next(iter(sentences(text)), "")
    return first if len(first) <= REASON_LENGTH else first[: REASON_LENGTH - 1].rstrip() + "…"
