"""Milestones and documents in columns: what a column is of which of them, by its heading."""

import itertools
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.headings import KNOWN, MOST_WORDS, plain_heading

MILESTONES, DOCUMENTS = "milepæler", "dokumentasjon"
TEXT, DEADLINE, REACHED = "tekst", "frist", "nådd"
TITLE, LINK = "tittel", "lenke"
PARTS: Mapping[str, tuple[str, ...]] = {
    MILESTONES: (TEXT, DEADLINE, REACHED),
    DOCUMENTS: (TITLE, LINK),
}
# The part that a column is of an item where it says no more than which one it is.
FIRST = {MILESTONES: TEXT, DOCUMENTS: ""}
# What milestones are called before their numbers: `M1`.
BEFORE = {MILESTONES: "M", DOCUMENTS: ""}
# fmt: off
CALLED = {
    **dict.fromkeys(("milepæl", "milepæler", "milepælar", "milepel", "milepeler", "milestone",
                     "milestones", "meilenstein", "meilensteine"), MILESTONES),
    **dict.fromkeys(("dokument", "dokumenter", "dokumentasjon", "document", "documents",
                     "documentation", "lenke", "lenker", "lenkje", "lenkjer", "link", "links",
                     "url", "nettadresse"), DOCUMENTS),
}
# These are used for files and numbers as well.
MAYBE_CALLED = {"vedlegg": DOCUMENTS, "attachment": DOCUMENTS, "evidence": DOCUMENTS,
                "kilde": DOCUMENTS, "source": DOCUMENTS}
SAID = {
    MILESTONES: {
        **dict.fromkeys(("tekst", "beskrivelse", "navn", "hva", "text", "description", "name",
                         "tittel", "title"), TEXT),
        **dict.fromkeys(("frist", "dato", "date", "due", "deadline", "due date", "planlagt",
                         "når"), DEADLINE),
        **dict.fromkeys(("nådd", "oppnådd", "reached", "achieved", "nådd dato", "dato nådd",
                         "ferdig dato", "nådd den"), REACHED),
    },
    DOCUMENTS: {
        **dict.fromkeys(("tittel", "navn", "title", "name"), TITLE),
        **dict.fromkeys(("lenke", "lenker", "lenkje", "lenkjer", "link", "links", "url",
                         "adresse", "address", "nettadresse"), LINK),
    },
}
# fmt: on
ONE = frozenset(("milepæl", "milepel", "milestone", "meilenstein"))
SMALL = frozenset(("for", "av", "til", "på", "of", "the", "nr", "no"))
IN_BRACKETS = re.compile(r"[()\[\]]")
NUMBER = re.compile(r"#?0*([1-9][0-9]?)\.?")
NAMED = re.compile(r"(\w+)(?:\.[Mm]?([1-9][0-9]?))?(?:\.(\w+))?")
AMONG = "står under «{group}», men det er ikke sagt hva den er"
PERHAPS = "trolig: «{word}»"


class Slot(NamedTuple):
    """What a column may be chosen as: a field, or a part of an item in one that is a list."""

    field: str
    part: str = ""
    item: int = 0

    @property
    def name(self) -> str:
        """How it is written: `milepæler.M1.frist`."""
        item = f"{BEFORE.get(self.field, '')}{self.item}" if self.item else ""
        return ".".join(filter(None, (self.field, item, self.part)))


class Meant(NamedTuple):
    """What a heading says of an item, why, and whether that is certain."""

    slot: Slot
    why: str
    sure: bool


def is_listed(field: str) -> bool:
    """Whether a field is a list of milestones or of documents."""
    return field in PARTS


def slot_named(name: str, field: str) -> Slot | None:
    """The slot that a name says, where its first word is the name of `field`; None for none."""
    match = NAMED.fullmatch("".join(name.split()))
    if match is None or not is_listed(field):
        return None
    item, part = match[2], folded(match[3] or "")
    if part and part not in PARTS[field]:
        return None
    return Slot(field, part or (FIRST[field] or LINK if item else ""), int(item or 0))


def meant_of(heading: str, group: str) -> Meant | None:
    """What a heading below the head of a group says of milestones or documents; None if nothing."""
    # «Milepæl 1 (frist)» says more in brackets; «Milepæler (la stå tomt)» an instruction.
    opened = _meant(IN_BRACKETS.sub(" ", heading))
    meaning = opened if opened and opened.sure else _meant(heading)
    above = _meant(group) if group else None
    if above is None or not above.sure:
        return meaning
    both = _meant(f"{group} {heading}")
    if both and both.sure:
        return both
    why = AMONG.format(group=" ".join(group.split()))
    return Meant(Slot(above.slot.field, "", above.slot.item), why, sure=False)


def _meant(text: str) -> Meant | None:
    words = [word for word in plain_heading(text.replace("/", " ")).split() if word not in SMALL]
    named = [word for word in words if word in CALLED or word in MAYBE_CALLED]
    if not named or len(words) > MOST_WORDS:
        return None
    word = next((word for word in named if word in CALLED), named[0])
    field = CALLED.get(word) or MAYBE_CALLED[word]
    numbers = [match for each in words if (match := NUMBER.fullmatch(each))]
    rest = " ".join(w for w in words if w != word and not NUMBER.fullmatch(w))
    item = int(numbers[0][1]) if len(numbers) == 1 else 0
    if field == DOCUMENTS and word in SAID[DOCUMENTS] and rest in CALLED:
        # «Lenke til dokument 1» is the link of a document.
        rest, word = word, rest
    part = SAID[field].get(rest, "")
    if rest and not part and word not in CALLED:
        # «Source type» is no document.
        return None
    if rest and not part:
        part = FIRST[field] if word in ONE else ""
        item = item if part else 0
        return Meant(Slot(field, part, item), PERHAPS.format(word=word), sure=False)
    part = part or (FIRST[field] if item else "")
    item = item if part else 0
    sure = word in CALLED and len(numbers) < 2  # noqa: PLR2004 - which of two it is nobody knows
    return Meant(Slot(field, part, item), KNOWN if sure else PERHAPS.format(word=word), sure=sure)


def called_links(heading: str) -> bool:
    """Whether a heading speaks of addresses, and not only of what is there."""
    return any(SAID[DOCUMENTS].get(word) == LINK for word in plain_heading(heading).split())


def is_one_milestone(heading: str) -> bool:
    """Whether a heading speaks of one milestone, and not of several in each cell."""
    return any(word in ONE for word in plain_heading(heading).split())


def is_deadline(heading: str) -> bool:
    """Whether a heading alone, or with a number, may be the date of a milestone."""
    words = [w for w in plain_heading(heading).split() if not NUMBER.fullmatch(w)]
    return SAID[MILESTONES].get(" ".join(words)) == DEADLINE


def number_in(heading: str) -> int:
    """The number in a heading; 0 where there is none, or more than one."""
    numbers = [int(m[1]) for w in plain_heading(heading).split() if (m := NUMBER.fullmatch(w))]
    return numbers[0] if len(numbers) == 1 else 0


class Place(NamedTuple):
    """A column's part of an item, and the item: 0 where nobody has said which."""

    number: int
    part: str
    item: int


def placed(columns: Sequence[Place]) -> tuple[dict[int, int], bool]:
    """Which item each column of one field is part of; and whether there is but one way to see it.

    A column without a number begins an item, or goes on with that of the column before it.
    """
    items: dict[int, int] = {}
    have: dict[int, set[str]] = {}
    free = itertools.count()
    # Where a number is looked for, a column has none: 0 is not free.
    used = {column.item for column in columns}
    before: Place | None = None
    guessed = False
    for column in columns:
        item = column.item
        if not item and before and column.number == before.number + 1:
            item = before.item if column.part not in have[before.item] else 0
        if not item:
            item = next(number for number in free if number not in used)
            used.add(item)
        guessed = guessed or not column.item
        items[column.number] = item
        have.setdefault(item, set()).add(column.part)
        before = column._replace(item=item)
    alike = len({frozenset(parts) for parts in have.values()}) <= 1
    return items, alike or not guessed
