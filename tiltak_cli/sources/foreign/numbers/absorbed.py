"""Which measure another has become part of, as people write it behind a status or a title."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.domain.limits import limits_in
from tiltak_cli.domain.measure import Status
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import STATUS_WORDS
from tiltak_cli.sources.foreign.column import NOTE, STATUS, TITLE
from tiltak_cli.sources.foreign.numbers.ids import NO_NUMBER
from tiltak_cli.sources.foreign.read import Part, Read
from tiltak_cli.sources.foreign.words import Reader

INTO, ABSORBED = "innlemmet_i", str(Status.ABSORBED)
ITSELF = "viser til tiltaket selv"
SURELY = (ABSORBED, *(word for word, status in STATUS_WORDS.items() if status == ABSORBED))
MAYBE = (
    *("inngår", "inngår nå", "går inn", "tatt inn", "overført", "flyttet", "ivaretatt", "ivaretas"),
    *("videreført", "videreføres", "erstattet", "erstatta", "avløst", "samlet", "del", "part"),
)
FORM = re.compile(
    r"(?P<head>.*?)[\s,;:.–—-]*[(\[]?\s*"
    r"(?P<arrow>(?:→|⇒|➔|➜|-+>|=+>)\s*)?"
    rf"(?:(?<!\w)(?:(?P<surely>{'|'.join(SURELY)})|(?P<maybe>{'|'.join(MAYBE)}))"
    r"\s+(?:inn i|i|med|av|til|into|in|with|by|of)\s+)?"
    r"(?:tiltak(?:et)?|nr\.?|measure|action)?\s*(?P<to>[^\s()\[\]]*[0-9][^\s()\[\].]*)\s*[)\]]?\.?",
    re.IGNORECASE,
)
Numbers = Mapping[str, Sequence[str]]


class Gone(NamedTuple):
    """What a text says before it names the measure that this one has become part of, and which.

    `surely` it says so in words, or not.
    """

    head: str
    surely: bool
    to: str


def gone(text: str, numbers: Numbers) -> Gone | None:
    """Where a text says that a measure has gone; None for a text that says no such thing."""
    match = FORM.fullmatch(" ".join(text.split()))
    if match is None or not (match["arrow"] or match["surely"] or match["maybe"]):
        return None
    # An arrow may point at anything.
    if not (match["surely"] or match["maybe"] or numbers.get(folded(match["to"]))):
        return None
    return Gone(match["head"], bool(match["surely"]), match["to"])


def status_of(text: str, numbers: Numbers, reader: Reader) -> Read:
    """A status, also one with the measure that this one has become part of."""
    move = None if folded(text) in reader.decided(STATUS) else gone(text, numbers)
    if move is None or limits_in(folded(move.head)):
        return reader.read(STATUS, text)
    before = reader.read(STATUS, move.head).value if move.head else ABSORBED if move.surely else ""
    if before == ABSORBED:
        return Read(ABSORBED, (Part(text, ABSORBED),))
    likely = before if before and not move.surely else ABSORBED
    return Read(None, (Part(text, likely, f"kan bety {likely}"),))


def place(
    plain: dict[str, Any], own: str, texts: Mapping[str, tuple[str, str]], numbers: Numbers
) -> Iterator[tuple[str, str]]:
    """Put in a measure's data what it has become part of, where its status is that.

    `texts` has the heading and the text of the cells with its status and its title. What is said
    beside another status is kept in the note. Gives the text of a status that is unclear, and why.
    """
    heading, text = texts.get(STATUS, ("", ""))
    if STATUS in plain and (move := gone(text, numbers)):
        into, why = _measure(move, own, numbers)
        if plain[STATUS] == ABSORBED and why and INTO not in plain:
            yield text, why
        elif plain[STATUS] != ABSORBED or plain.get(INTO, into) != into:
            line = f"{heading}: {' '.join(text.split())}"
            plain[NOTE] = f"{plain[NOTE]}\n{line}" if plain.get(NOTE) else line
        else:
            plain[INTO] = into
    move = gone(texts.get(TITLE, ("", ""))[1], numbers)
    if plain.get(STATUS) == ABSORBED and move and move.head:
        into, why = _measure(move, own, numbers)
        if not why and plain.get(INTO, into) == into:
            plain[INTO], plain[TITLE] = into, move.head


def _measure(move: Gone, own: str, numbers: Numbers) -> tuple[str, str]:
    """The id of the measure that is named, or why there is none."""
    ids = numbers.get(folded(move.to), ())
    if len(ids) != 1:
        return "", NO_NUMBER
    return (ids[0], "") if ids[0] != own else ("", ITSELF)
