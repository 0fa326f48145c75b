"""What names a measure by its number: it follows where the number becomes another."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tiltak_cli.domain.fields import FIELDS, Diff
from tiltak_cli.domain.measure import Measure

WORD = re.compile(r"\w+")
NUMBERED = re.compile(r"(.*?)([0-9]+)")


def followed(measure: Measure, now: Measure, renamed: Mapping[str, str]) -> Measure:
    """A measure that names others by the ids they have now; its own id is as it was.

    A text in which the numbers and nothing else are others is as it is `now`.
    """
    if not renamed:
        return measure

    def codes(before: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(renamed.get(code, code) for code in before)

    texts: dict[str, Any] = _numbers_only(measure, now, renamed)
    return measure._replace(
        absorbed_into=renamed.get(measure.absorbed_into, measure.absorbed_into),
        replaces=codes(measure.replaces),
        part_of=codes(measure.part_of),
        depends_on=codes(measure.depends_on),
        **texts,
    )


def _numbers_only(measure: Measure, now: Measure, renamed: Mapping[str, str]) -> dict[str, str]:
    """The texts of a measure that differ from those now in nothing but the numbers of others."""
    texts = [field.attribute for field in FIELDS if field.diff is Diff.TEXT]
    pairs = [(key, getattr(measure, key), getattr(now, key)) for key in texts]
    return {
        key: new
        for key, old, new in pairs
        if old != new and with_numbers(old, renamed).split() == new.split()
    }


def with_numbers(text: str, renamed: Mapping[str, str]) -> str:
    """A text that names measures by the ids they have now."""
    return WORD.sub(lambda match: renamed.get(match[0], match[0]), text)


def next_number(used: Iterable[str], first: str) -> str:
    """The id after the highest of those that are or have been used; the first where none has.

    What stands before the number, and how many digits it has at least, is as most of them have it.
    """
    parts = [match.groups() for code in used if (match := NUMBERED.fullmatch(code))]
    if not parts:
        return first
    letters = Counter(before for before, _ in parts).most_common(1)[0][0]
    digits = [number for before, number in parts if before == letters]
    width = min(map(len, digits))
    return f"{letters}{max(map(int, digits)) + 1:0{width}d}"
