"""The measures that are to be changed, each read on its own: the rest of a long file is left."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from tiltak_cli.edits.operations import Append, Copied, Drop, Operation, Put, Remove
from tiltak_cli.edits.parts import Splice
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.places import LIST

# The line `tiltak:`, blank lines and comments, and the first dash.
START = re.compile(r"^tiltak:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*(?P<dash> *- )", re.MULTILINE)
TITLE = f"{LIST}:\n"
# Where more than one in so many measures is changed, all of them are as soon read.
FEW = 4


class Window(NamedTuple):
    """A text, or a measure of one under a title of its own, and what is to be done in it.

    `start` is where the measure begins in the whole text; None for all of a text.
    """

    name: str
    text: str
    tree: Tree
    operations: list[Operation]
    start: int | None = None

    @property
    def copies(self) -> list[Copied]:
        """What comes in as the lines that it is written with elsewhere."""
        values = [o.value for o in self.operations if isinstance(o, Put | Append)]
        return [value for value in values if isinstance(value, Copied)]

    def outward(self, splices: Iterable[Splice]) -> list[Splice]:
        """The same where they are in the whole text."""
        if self.start is None:
            return list(splices)
        step = self.start - len(TITLE)
        return [s._replace(start=s.start + step, end=s.end + step) for s in splices]


def windows(name: str, text: str, tree: Tree, operations: list[Operation]) -> list[Window]:
    """What has to be read with places for some operations: their measures, or the whole text."""
    whole = [Window(name, text, tree, operations)]
    by_measure: defaultdict[int, list[Operation]] = defaultdict(list)
    for operation in operations:
        number = _measure(operation)
        if number is None:
            return whole
        by_measure[number].append(operation)
    measures = tree.data[LIST]
    if len(by_measure) * FEW > len(measures) > FEW:
        return whole
    looks = measure_windows(name, text, measures, by_measure)
    if looks is None:
        return whole
    return [
        look._replace(operations=[o._replace(path=_moved(o.path)) for o in own])
        for look, own in zip(looks, by_measure.values(), strict=True)
    ]


def measure_windows(
    name: str, text: str, measures: list[Any], numbers: Iterable[Any]
) -> list[Window] | None:
    """Some measures of a text, by their positions, each read on its own.

    None where it is not clear from the text alone where each begins. `measures` are their data.
    """
    start = START.search(text)
    if start is None:
        return None
    dash = f"\n{start['dash']}"
    starts = [start.start("dash")]
    while (at := text.find(dash, starts[-1])) >= 0:
        starts.append(at + 1)
    if len(starts) != len(measures):
        return None
    looks = []
    for number in numbers:
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        part = TITLE + text[starts[number] : end]
        read = read_with_places(name, part)
        if not read.readable or read.data.get(LIST) != [measures[number]]:
            return None
        looks.append(Window(name, part, read, [], starts[number]))
    return looks


def _measure(operation: Operation) -> int | None:
    """The position of the measure that an operation is within; None where it is in none."""
    path = operation.path
    if len(path) < 1 + 1 or path[0] != LIST or not isinstance(path[1], int):
        return None
    return None if isinstance(operation, Drop | Remove) and path[2:] == () else path[1]


def _moved(path: Path) -> Path:
    return (LIST, 0, *path[2:])


def with_returns(text: str, splices: Iterable[Splice]) -> list[Splice]:
    """Splices of a text whose lines end in a line feed, for the text as it is written.

    A line that is put in ends as the one above it does.
    """
    returns = [match.start() for match in re.finditer("\r\n", text)]
    # Where each line feed with a return before it is in the text without returns.
    feeds = [at - number for number, at in enumerate(returns)]
    return [
        splice._replace(
            start=splice.start + bisect_left(feeds, splice.start),
            end=splice.end + bisect_left(feeds, splice.end),
            text=splice.text.replace(
                "\n", _line_end(text, splice.start + bisect_left(feeds, splice.start))
            ),
        )
        for splice in splices
    ]


def _line_end(text: str, offset: int) -> str:
    """How the line ends that a stretch begins in; where that is at its start, the one above."""
    whole = offset > 0 and text[offset - 1] == "\n"
    feed = offset - 1 if whole else text.find("\n", offset)
    feed = feed if feed >= 0 else text.rfind("\n")
    return "\r\n" if text[feed - 1 : feed] == "\r" else "\n"
