"""Comments that one edition of a register has and another has not, by whose they are."""

from collections import Counter

from tiltak_cli.changes.comments import Owned
from tiltak_cli.findings import Finding
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.measures import cut_measures
from tiltak_cli.sources.yaml.reader import read_yaml

BLANKS = (b"", b" ", b"\t", b"\n", b"\r")


def comments_apart(left: Source, right: Source) -> tuple[Owned, Owned]:
    """The comments of each side that the other has fewer of.

    Most editions have the same ones, which is seen without reading anything; else only what may
    hold those that differ is read with its places.
    """
    sides = tuple(Counter(t for f in side.files for t in _tails(f.data)) for side in (left, right))
    differ = {*(sides[0] - sides[1]), *(sides[1] - sides[0])}
    if not differ:
        return {}, {}
    before, now = (_owned(side, differ) for side in (left, right))
    return before, now


def _tails(data: bytes) -> list[bytes]:
    """Whatever may be a comment: from a # at the start of a line or after a blank, to its end."""
    tails = []
    at = data.find(b"#")
    while at >= 0:
        end = at + 1
        if data[at - 1 : at] in BLANKS:
            line = data.find(b"\n", at)
            end = len(data) if line < 0 else line
            tails.append(data[at:end].partition(b"\r")[0].strip())
        at = data.find(b"#", end)
    return tails


def _holding(file: SourceFile, differ: set[bytes]) -> bytes:
    """A file's text cut down to the measures that may hold some comments, and those after them.

    A comment that stands above a measure is found at the end of the one before.
    """
    cut = cut_measures(file.data)
    if cut is None:
        return file.data
    holds = [any(tail in piece for tail in differ) for piece in cut.pieces]
    above = [any(tail in cut.head for tail in differ), *holds]
    left = [p for p, *near in zip(cut.pieces, holds, above, strict=False) if any(near)]
    return cut.head + b"".join(cut.dash + piece + b"\n" for piece in left) if left else b""


def _owned(side: Source, differ: set[bytes]) -> Owned:
    """The comments that differ, by the id of the measure that they are about; "" for all others."""
    from tiltak_cli.sources.yaml.comments import remarks_of

    owned: Owned = {}
    wanted = {tail.decode(errors="replace").strip() for tail in differ}
    for file in side.files:
        text = decode(file.name, _holding(file, differ))
        tree = None if isinstance(text, Finding) else read_yaml(file.name, text)
        if isinstance(text, Finding) or tree is None or tree.findings:
            continue
        measures = tree.data.get("tiltak") if isinstance(tree.data, dict) else None
        remarks = remarks_of(text, tree)
        by_owner = [("", remarks.between)]
        for (position, _), comments in remarks.within.items():
            known = isinstance(measures, list) and 0 <= position < len(measures)
            measure = measures[position] if known and measures else None
            by_owner.append((str(measure["id"]) if isinstance(measure, dict) else "", comments))
        for owner, comments in by_owner:
            for comment in comments:
                # A line of marks only parts one thing from another.
                if comment in wanted and any(map(str.isalnum, comment)):
                    owned.setdefault(owner, Counter())[comment] += 1
    return owned
