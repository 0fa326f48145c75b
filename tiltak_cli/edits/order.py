"""The usual order of fields, and what must be the same when a text is put in it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.sources.places import Spot

COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)
PARTS = {
    "milepæler": ("id", "tekst", "frist", "nådd"),
    "dokumentasjon": ("tittel", "lenke"),
    "opphav": ("periode", "id", "status"),
}


def unordered(data: Any) -> Any:
    """Plain data whose fields stand in one order, whatever order they were written in."""
    if isinstance(data, list):
        return [unordered(item) for item in data]
    if not isinstance(data, dict):
        return data
    return {key: unordered(data[key]) for key in sorted(data)}


def in_order(names: Sequence[str], way: tuple[str, ...]) -> list[str]:
    """Fields in their usual order; those that are not known come last, as they stood."""
    usual: Sequence[str] = HEAD_KEYS
    if way:
        usual = KEYS if way == ("tiltak",) else PARTS.get(way[-1], ())
    rank = {name: number for number, name in enumerate(usual)}
    return sorted(names, key=lambda name: rank.get(name, len(rank)))


def comments(text: str, spot: Any) -> Counter[str]:
    """Every comment of a text, without where it stands."""
    return Counter(comment for _, comment in comments_at(text, spot))


def comments_at(text: str, spot: Any) -> Iterator[tuple[int, str]]:
    """Every comment of a text in order, with the offset of its `#`."""
    spans = sorted(_scalars(spot))
    at = 0
    for start, end in [*spans, (len(text), len(text))]:
        for match in COMMENT.finditer(text, at, max(at, start)):
            yield match.start(), match[0].strip()
        at = max(at, end)


def _scalars(spot: Any) -> list[tuple[int, int]]:
    """The stretches of all keys and single values."""
    if not isinstance(spot, Spot):
        # The comment after a block's sign is inside the stretch; it is the block's own there.
        return [(spot.start_mark.index, spot.end_mark.index)]
    if isinstance(spot.children, dict):
        return [each for pair in spot.children.values() for part in pair for each in _scalars(part)]
    return [each for child in spot.children for each in _scalars(child)]
