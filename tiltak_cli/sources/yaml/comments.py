"""The comments of a text, told from what only looks like them."""

import re
from collections.abc import Iterator
from typing import Any

from tiltak_cli.sources.yaml.places import Spot

COMMENT = re.compile(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)


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
