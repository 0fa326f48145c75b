"""Three sides of a file without what is the same in all of them, which a merge need not read.

A measure whose lines are the same on all sides stands there as its number, its title and what it
refers to. Afterwards its lines are put back.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tiltak_cli.changes.merge.pairing import REFERENCES
from tiltak_cli.sources.yaml.decode import BOM
from tiltak_cli.sources.yaml.measures import Cut, cut_measures

FIRST = re.compile(rb"id: [^\n]*\n +tittel: [^\n|>&*!#'\"]*[^\n|>&*!#'\":]\r?\n")
REFERENCE = re.compile(rb"^ +(?:%s):[^\n]*\n" % "|".join(REFERENCES).encode(), re.MULTILINE)
ID = re.compile(rb"id: *[\"']?([^\s\"'#]+)")
TAIL = re.compile(rb"(?:(?<=\n)[ \t]*(?:#[^\n]*)?\r?\n)*\Z")
# What a reference may be on its own line: one id, or several in brackets.
ON_ONE_LINE = re.compile(rb" +\w+: *(?:\[[^\]\n#]*\]|[\w-]+)[ \t]*\r?\n")


class Shortened(NamedTuple):
    """The three sides in short, and the lines that each of the short measures stands for.

    What holds one of the words that are `known` is whole.
    """

    sides: tuple[bytes, bytes, bytes]
    whole: dict[bytes, bytes]
    dash: bytes
    known: frozenset[str]

    def put_back(self, text: bytes) -> bytes | None:
        """A text with the whole measures in place of the short ones; None where one has changed."""
        pieces = text.split(b"\n" + self.dash)
        for number, piece in enumerate(pieces[1:], 1):
            # The last line of a piece has its end in what the text was cut at.
            lines = piece + b"\n"
            first = lines.split(b"\n", 2)[:2]
            short = self.whole.get(b"\n".join(first) + b"\n")
            if short is not None:
                body, whole = short.split(b"\0")
                if not lines.startswith(body):
                    return None
                pieces[number] = (whole + lines.removeprefix(body)).removesuffix(b"\n")
        return (b"\n" + self.dash).join(pieces)


def shortened(sides: Sequence[bytes], known: Iterable[str]) -> Shortened | None:
    """Shorten the three sides; None where they are not of the usual form.

    What holds one of the words that are `known` stays as it is, and so does what names a measure
    that is not on all sides: that may have another number on one.
    """
    cuts = [cut_measures(side) for side in sides]
    if None in cuts or any(b"\0" in side for side in sides):
        return None
    cut_sides = [cut for cut in cuts if cut is not None]
    if len({cut.dash for cut in cut_sides}) > 1:
        return None
    before, *now = (
        {m[1].decode("utf-8", "replace") for p in cut.pieces if (m := ID.match(p))}
        for cut in cut_sides
    )
    gone = before - set.intersection(*now)
    return _shortened(sides, cut_sides, frozenset({*known, *gone}))


def _shortened(sides: Sequence[bytes], cuts: Sequence[Cut], known: frozenset[str]) -> Shortened:
    dash = cuts[0].dash
    words = re.compile(b"|".join(re.escape(word.encode()) for word in known) or rb"(?!)")
    shared = set.intersection(*(set(cut.pieces[:-1]) for cut in cuts))
    short: dict[bytes, bytes] = {}
    whole: dict[bytes, bytes] = {}
    for piece in shared:
        if words.search(piece):
            continue
        if parts := _parts(piece + b"\n", dash):
            first, references, body, tail = parts
            short[piece] = (first + references + tail).removesuffix(b"\n")
            whole[first] = first + references + b"\0" + body
    made = []
    for side, cut in zip(sides, cuts, strict=True):
        mark = BOM if side.startswith(BOM) else b""
        # Of the last it is not said where it ends.
        text = side.removeprefix(BOM)
        last = text[len(text) - _length_of_last(text, dash) :]
        pieces = [short.get(piece, piece) for piece in cut.pieces[:-1]]
        made.append(mark + cut.head + dash + (b"\n" + dash).join([*pieces, last]))
    return Shortened((made[0], made[1], made[2]), whole, dash, known)


def _length_of_last(text: bytes, dash: bytes) -> int:
    """How long the last measure is, with all that follows it."""
    return len(text) - text.rindex(b"\n" + dash) - len(dash) - 1


def _parts(piece: bytes, dash: bytes) -> tuple[bytes, bytes, bytes, bytes] | None:
    """A measure's number and title, what it refers to, all of it, and the lines that follow it."""
    first = FIRST.match(piece)
    tail = TAIL.search(piece)
    if first is None or tail is None:
        return None
    body = piece[: tail.start()]
    lines = REFERENCE.findall(body)
    inside = len(dash)
    # A comment further in may be a part of a text.
    further = (line for line in tail[0].split(b"\n") if line.strip())
    if any(not line[:inside].strip() for line in further) or not all(
        map(ON_ONE_LINE.fullmatch, lines)
    ):
        return None
    return first[0], b"".join(lines), body, tail[0]
