"""Which measure a place is in: as the file was read, or guessed where its text is too broken."""

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from tiltak_cli.findings import Finding, Place
from tiltak_cli.sources.yaml.broken.shapes import FIRST
from tiltak_cli.sources.yaml.lines import LINE_BREAK, indent_of
from tiltak_cli.sources.yaml.places import LIST, Spot, list_key, most_common

# A value on the same line, without its quotes or the comment after it; not the head of a block.
VALUE = re.compile(r"""\s*(?:"([^"]*)"?|'([^']*)'?|(?![>|])(.*?)(?:\s#.*)?$)""")


class Named(NamedTuple):
    """A measure by its number in its file (from 1), its id and its title; none at all is 0."""

    number: int = 0
    identity: str = ""
    title: str = ""


NO_MEASURE = Named()
# Line and column, from 1.
Mark = tuple[int, int]


class Measures:
    """Tells which measure of a file a place is in: where each begins and ends, as it was read."""

    def __init__(self, listed: Any, spot: Any, written: "MeasureLines | None" = None) -> None:
        """`listed` is the file's list of measures as plain data, and `spot` its place.

        `written` is the text, where some of it could not be read: a title may be known from there.
        """
        self._listed = listed
        self._written = written
        self._starts, self._end = (
            _extents(spot) if spot and isinstance(listed, list) else ([], (0, 0))
        )

    def at(self, place: Place) -> Named:
        """The measure that a place begins in."""
        mark = (place.line, place.column)
        number = bisect_right(self._starts, mark)
        if number and mark >= self._end and self._written is not None and place.column > 1:
            # The last lines could not be read.
            return self._written.at(place)
        if not number or mark >= self._end:
            return NO_MEASURE
        data = self._listed[number - 1]
        known = data if isinstance(data, dict) else {}
        named = Named(number, _text(known.get("id")), _text(known.get("tittel")))
        if self._written is None or (named.title and named.title.isprintable()):
            return named
        guess = self._written.at(place)
        same = guess.title and guess.identity == named.identity
        return named._replace(title=guess.title) if same else named


def measures_in(data: Any, spot: Any, written: "MeasureLines | None" = None) -> Measures:
    """The measures of a file, by all of its data and their place."""
    key = list_key(data)
    listed = data[key] if key else None
    return Measures(listed, spot.children[key][1] if listed else None, written)


def begins_list(line: str) -> bool:
    """Whether a line is the one that the measures stand below."""
    return line.casefold().startswith(f"{LIST}:")


def _extents(spot: Spot) -> tuple[list[Mark], Mark]:
    """Where each part of a list begins, and where the last ends.

    In a list without brackets that is with the dash, wherever it was meant to stand on its line.
    """
    block = not spot.start.flow_style
    dash = spot.start.start_mark if block else None
    starts = []
    for part in spot.children:
        whole = isinstance(part, Spot)
        mark = dash or (part.start if whole else part).start_mark
        starts.append((mark.line + 1, 1 if block else mark.column + 1))
        # What has no brackets ends where the next dash is.
        dash = part.end.end_mark if whole and not part.start.flow_style else None
    return starts, _end(spot)


def _end(spot: Spot) -> Mark:
    return spot.end.end_mark.line + 1, spot.end.end_mark.column + 1


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


class MeasureLines:
    """Guesses which measure a line is in, from text that is too broken to read."""

    def __init__(self, text: str) -> None:
        self._lines = lines = LINE_BREAK.split(text)
        # Those that were asked for; a measure may have as many faults as it has lines.
        self._named: dict[int, Named] = {}
        begin = next((n for n, line in enumerate(lines) if begins_list(line)), len(lines))
        below = lines[begin + 1 :]
        columns = [m[1] for line in below if (m := FIRST.match(line))]
        first = next((line for line in below if line.lstrip().startswith("- ")), "- ")
        self._dash = dash = f"{most_common(columns, first[: first.index('-')])}- "
        self._starts = [
            n + 1
            for n, line in enumerate(below, begin + 1)
            if line.startswith(dash) or FIRST.match(line)
        ]

    def at(self, place: Place) -> Named:
        """The measure that a place's line seems to be in."""
        number = bisect_right(self._starts, place.line)
        if not number:
            return NO_MEASURE
        if number not in self._named:
            self._named[number] = self._read(number)
        return self._named[number]

    def _read(self, number: int) -> Named:
        """A measure (from 1) as its lines tell of it."""
        end = [*self._starts[number : number + 1], len(self._lines) + 1][0]
        first, *rest = self._lines[self._starts[number - 1] - 1 : end - 1]
        identity = FIRST.match(first)
        own = len(first) - len(first.lstrip(" -"))
        columns = {own, len(self._dash)}
        below = (line.lstrip(" ") for line in rest if indent_of(line) in columns)
        fields: dict[str, str] = {}
        for line in (first[own:], *below):
            key, colon, value = line.partition(": ")
            if colon and (match := VALUE.match(value)):
                fields.setdefault(key, next(filter(None, match.groups()), "").strip())
        guess = fields.get("id") or (identity[2] if identity else "")
        return Named(number, guess, fields.get("tittel", ""))


class Naming(NamedTuple):
    """Tells which measure of a register a place is in. A file's measures are asked for, not kept.

    `by_file` gives what makes them, by the file's name; in other files there are none.
    """

    by_file: Mapping[str, Callable[[], Measures | MeasureLines]] = MappingProxyType({})

    def at(self, place: Place) -> Named:
        """The measure that a place begins in."""
        measures = self.by_file.get(place.file)
        return measures().at(place) if measures else NO_MEASURE

    def name(self, finding: Finding, about: Place | None = None) -> Finding:
        """A finding with the measure that it is in, or that `about` is.

        One about a measure that is gone has its name already.
        """
        named = self.at(about or finding.place)
        if not named.number:
            return finding
        return finding._replace(
            measure_id=named.identity, measure_title=named.title, measure_number=named.number
        )


NOTHING_NAMED = Naming()
