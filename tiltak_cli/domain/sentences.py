"""Texts as sentences: the first one stands for the whole where there is little room."""

REASON_LENGTH = 160
EXCERPT_LENGTH = 400
# A full stop after one of these does not end a sentence.
SHORTENED = frozenset(
    {"bl.a", "ca", "dvs", "e.l", "evt", "f.eks", "jf", "kap", "mfl", "mv", "nr", "pkt", "st", "s"}
)


def sentences(text: str) -> list[str]:
    """Split a text into sentences, each on one line."""
    flat = " ".join(text.split())
    found, start = [], 0
    for position, character in enumerate(flat[:-2]):
        if character in ".!?" and flat[position + 1] == " " and _ends(flat, start, position):
            found.append(flat[start : position + 1])
            start = position + 2
    return [*found, flat[start:]] if flat[start:] else found


def _ends(flat: str, start: int, position: int) -> bool:
    """Whether a full stop ends a sentence: what follows is a new one, and it is no shortening."""
    following = flat[position + 2]
    words = flat[start:position].split()
    last = words[-1].casefold().lstrip("(«") if words else ""
    date = last.isdigit() and flat[position] == "."
    return not date and last not in SHORTENED and (not following.islower() or following == "«")


def excerpt(text: str) -> str:
    """A text on one line, all of it where it is not very long: a cut reason may hide the worst."""
    flat = " ".join(text.split())
    if len(flat) <= EXCERPT_LENGTH:
        return flat
    return flat[: EXCERPT_LENGTH - 1].rpartition(" ")[0].rstrip(" ,;:") + " …"


def sentence(text: str) -> str:
    """The first sentence of a text, on one line, at most 160 characters."""
    first = next(iter(sentences(text)), "")
    return first if len(first) <= REASON_LENGTH else first[: REASON_LENGTH - 1].rstrip() + "…"
