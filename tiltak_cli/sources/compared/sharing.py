"""Two editions read together: a measure whose text is the same in both is read once.

Most of a register stays from one edition to the next. Where both are files of the usual form, the
older one is cut down to the measures that differ, checked like any register, and made whole again.
"""

from typing import NamedTuple

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.yaml.measures import cut_measures


class Shared(NamedTuple):
    """An edition without the measures that another has in the same words.

    `places` are, in the edition's order, the other's measure, or None for each that is left.
    """

    source: Source
    places: tuple[Measure | None, ...]


def without_shared(source: Source, other: Source, known: Register) -> Shared | None:
    """Cut an edition down to what `other`, which was read as `known`, does not have.

    None where one of them is odd, or not a file alone, or where little would be saved.
    """
    if len(source.files) != 1 or len(other.files) != 1:
        return None
    mine, theirs = (cut_measures(edition.files[0].data) for edition in (source, other))
    if mine is None or theirs is None or len(theirs.pieces) != len(known.measures):
        return None
    # The same words mean the same only where the strategy is the same too.
    if mine.dash != theirs.dash or mine.strategy != theirs.strategy:
        return None
    read = dict(zip(theirs.pieces, known.measures, strict=True))
    places = tuple(read.get(piece) for piece in mine.pieces)
    left = [piece for piece in mine.pieces if piece not in read]
    if not left or 2 * len(left) > len(mine.pieces):
        return None
    text = mine.head + b"".join(mine.dash + piece + b"\n" for piece in left)
    file = SourceFile(source.files[0].name, text)
    return Shared(source._replace(files=(file,)), places)


def made_whole(shared: Shared, register: Register) -> Register | None:
    """The edition with all its measures; None where an id would stand twice."""
    if len(register.measures) != shared.places.count(None):
        return None
    rest = iter(register.measures)
    measures = tuple(place or next(rest) for place in shared.places)
    if len({measure.id for measure in measures}) < len(measures):
        return None
    return register._replace(measures=measures)
