"""The ids that the measures of a sheet get."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tiltak_cli.domain.identity.numbers import next_number
from tiltak_cli.sources.schema.parts import FIRST_ID, ID


def ids_of(numbers: Mapping[int, str], used: Sequence[str]) -> dict[int, str]:
    """An id for each row: the one it has where that is one of ours and no other has it."""
    counts = Counter(filter(None, numbers.values()))
    valid = re.compile(ID)
    kept = {r: n for r, n in numbers.items() if counts[n] == 1 and valid.match(n) and n not in used}
    numbering = following([*used, *kept.values()])
    return {row: kept[row] if row in kept else next(numbering) for row in numbers}


def following(used: Iterable[str]) -> Iterator[str]:
    """The ids that are free after those that are used, one after the other."""
    last = next_number(used, FIRST_ID)
    while True:
        yield last
        last = next_number([last], FIRST_ID)
