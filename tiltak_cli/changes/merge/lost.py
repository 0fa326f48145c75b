"""What a merge that was made in another way has lost, or doubled."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tiltak_cli.changes.merge.pairing import ID, Plain

Measures = Sequence[Plain]


class Lost(NamedTuple):
    """Something that is not in a merge as it should be: a measure, or one of its fields.

    It stands twice where it is `doubled`; else it is gone.
    """

    measure: str
    field: str = ""
    doubled: bool = False


def lost(base: Measures, parents: Sequence[Measures], merged: Measures) -> list[Lost]:
    """What stands twice in a merge, and what both parents have, or one has new, and it does not.

    Measures are known by their ids; what is doubled on a side is no news.
    """
    return list(_lost(base, parents, merged))


def _lost(base: Measures, parents: Sequence[Measures], merged: Measures) -> Iterator[Lost]:
    before = _by_id(base)
    sides = [_by_id(parent) for parent in parents]
    counts = Counter(measure.get(ID) for measure in merged)
    doubled = [Counter(measure.get(ID) for measure in parent) for parent in parents]
    for code, number in counts.items():
        if isinstance(code, str) and number > max(side[code] for side in doubled) and number > 1:
            yield Lost(code, doubled=True)
    result = _by_id(merged)
    for code in dict.fromkeys(code for side in sides for code in side):
        there = [side[code] for side in sides if code in side]
        if code not in result:
            if len(there) == len(sides) or code not in before:
                yield Lost(code)
            continue
        # A field that all parents of the measure have, or that is new in one of them.
        known = before.get(code, {})
        for key in dict.fromkeys(key for measure in there for key in measure):
            everywhere = len(there) == len(sides) and all(key in measure for measure in there)
            if key not in result[code] and (everywhere or key not in known):
                yield Lost(code, key)


def _by_id(measures: Measures) -> dict[str, Plain]:
    found: dict[str, Plain] = {}
    for measure in measures:
        code = measure.get(ID)
        if isinstance(code, str):
            found.setdefault(code, measure)
    return found
