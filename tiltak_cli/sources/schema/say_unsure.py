"""What a limited word can mean: «ikke startet» is foreslått or vedtatt."""

import re
from collections.abc import Iterator, Mapping, Sequence

from tiltak_cli.domain.limits import A_WORD, WORDS, Limit, limit_of, not_done, unturned
from tiltak_cli.domain.measure import Status
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import COULD_BE

# What comes before what, of those that a measure moves through.
ORDER = [str(each) for each in (Status.PROPOSED, Status.ADOPTED, Status.STARTED, Status.COMPLETED)]
# Words that change nothing: «er ikke helt ferdig ennå».
FILLING = frozenset(("er", "helt", "heilt", "ennå", "enno", "enda", "is", "been", "has", "fully"))
# A word with a number behind it.
WITH_NUMBER = re.compile(r"([^\W\d_]+)[\s(,:–-]+[0-9][0-9.,%\s-]*\)?")
# Of more than so many it says nothing that it is not one.
FEW = 3
NOT_DECIDED, NOT_STARTED = ORDER[:1], ORDER[:2]


def could_be(
    name: str, text: str, codes: Sequence[str], synonyms: Mapping[str, str]
) -> Sequence[str]:
    """The codes that a text can mean, in order, where it says of one that it is not quite so."""
    word = folded(text)
    if name == "status" and word in COULD_BE:
        return [code for code in COULD_BE[word] if code in codes]
    known = {**synonyms, **{folded(code): code for code in codes}}
    limit, code = next(_readings(word, known), (None, ""))
    if limit is None:
        return []
    if name != "status":
        few = limit is Limit.NOT and len(codes) <= FEW
        return [other for other in codes if other != code] if few else []
    return [each for each in _before(limit, code) if each in codes]


def before_a_number(text: str, codes: Sequence[str]) -> str:
    """The remedy of a code with a share or a day behind: «igangsatt (60 %)»; empty for others."""
    match = WITH_NUMBER.fullmatch(text)
    code = next((code for code in codes if match and folded(code) == folded(match[1])), "")
    return f"Skriv «{code}». Resten kan stå i «merknad»." if code else ""


def _readings(word: str, known: Mapping[str, str]) -> Iterator[tuple[Limit, str]]:
    """How a text may limit a code: by a word beside it, a beginning, or the form of a verb."""
    rest = " ".join(w for w in A_WORD.findall(word) if w not in WORDS and w not in FILLING)
    limit = limit_of(word)
    if limit is not None:
        yield from ((limit, code) for other, code in known.items() if _is_of(rest, other))
    yield from ((Limit.NOT, known[w]) for w in unturned(word) if w in known)
    yield from ((Limit.LATER, code) for other, code in known.items() if not_done(word, other))


def _is_of(word: str, known: str) -> bool:
    return word == known or not_done(word, known)


def _before(limit: Limit, code: str) -> Sequence[str]:
    """The statuses that one which is not reached, or only in part, can be instead."""
    position = ORDER.index(code) if code in ORDER else len(ORDER) - 1
    if limit is Limit.BEFORE:
        return []
    if limit is Limit.LATER:
        return NOT_DECIDED if position < len(NOT_STARTED) else NOT_STARTED
    if limit is Limit.NOT or not position:
        return ORDER[:position]
    # What is partly started is started; what is nearly so is not.
    return ORDER[1:3] if code == Status.STARTED else ORDER[position - 1 : position]
