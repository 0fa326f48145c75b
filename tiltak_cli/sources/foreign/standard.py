"""What someone has decided is to stand in every measure of which a sheet says nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.column import FRIST, ONGOING
from tiltak_cli.sources.foreign.entry import Entry, Unclear
from tiltak_cli.sources.foreign.words import Reader

# What says when a measure ends is one thing, whichever of the two it is said in.
TOGETHER = (FRIST, ONGOING)


class Filled(NamedTuple):
    """Measures with what was decided, and in how many of them each field was filled in."""

    entries: tuple[Entry, ...]
    counts: Mapping[str, int]


def standard_values(standard: Mapping[str, Any], reader: Reader) -> dict[str, Any] | Refusal:
    """The values of a decision by field, as plain data; a sentence where one is no value."""
    values: dict[str, Any] = {}
    for name, value in standard.items():
        words = value if isinstance(value, list) else ["ja" if value is True else value]
        text = ", ".join(str(word) for word in words if word is not None)
        read = reader.read(name, text)
        if read.why or (text and read.value is None):
            return Refusal(f"standard, {name}: {quoted(text)} {read.why or 'sier ingenting'}.")
        if text:
            values[read.field or name] = read.value
    return values


def with_standard(
    entries: Iterable[Entry], unclear: Iterable[Unclear], values: Mapping[str, Any]
) -> Filled:
    """Measures with some values where they have none; what is unclear in a row is left to be asked.

    A field that came from a cell keeps it; what is filled in has none.
    """
    asked = {(each.row, each.field) for each in unclear}
    counts: Counter[str] = Counter()
    filled = []
    for entry in entries:
        there = {
            field
            for field in values
            for same in (TOGETHER if field in TOGETHER else (field,))
            if same in entry.plain or (entry.row, same) in asked
        }
        added = {field: value for field, value in values.items() if field not in there}
        counts.update(list(added))
        filled.append(entry._replace(plain={**entry.plain, **added}))
    return Filled(tuple(filled), {field: counts[field] for field in values if counts[field]})
