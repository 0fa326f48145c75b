"""A part of a text with fields or items, and what is replaced in it."""

from typing import Any, NamedTuple

from tiltak_cli.edits.outline import Text, first_line
from tiltak_cli.edits.spans import OwnFormError
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.order import names_in


class Splice(NamedTuple):
    """Characters from `start` up to `end` that become `text`.

    With `gone` the comments among them go too.
    """

    start: int
    end: int
    text: str
    gone: bool = False


class Part(NamedTuple):
    """A list, or something with fields, in a text.

    `spot` is its place, `first` the line (from 0) where its first comment may stand, and `way` the
    fields that lead to it.
    """

    text: Text
    spot: Any
    first: int
    way: tuple[str, ...]

    @property
    def column(self) -> int:
        """How far in its dashes or the names of its fields stand."""
        return int(self.spot.start.start_mark.column)


def part_at(whole: str, spot: Any, path: Path) -> Part:
    """The part at a path; KeyError or IndexError where it leads nowhere."""
    text = Text.of(whole)
    first = next((key.start_mark.line for key, _ in spot.children.values()), 0)
    for step in path:
        child = spot.children[step]
        if isinstance(spot.children, dict):
            key, spot = child
            first = int(key.start_mark.line) + 1
        else:
            spot = child
            first = first_line(spot)
    return Part(text, spot, first, names_in(path))


def written(lines: str | None) -> str:
    """The lines of something new; OwnFormError where it cannot be written."""
    if lines is None:
        raise OwnFormError
    return lines
