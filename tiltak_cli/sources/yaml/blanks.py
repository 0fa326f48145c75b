"""A register's text in parts, the head and each measure, whose faulty lines can be blanked out.

What is left stands on the lines it stood on, and each part knows which of its fields are gone.
"""

import re
from itertools import pairwise
from typing import Any, NamedTuple

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import StreamEndEvent

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.domain.synonyms import FIELD_WORDS
from tiltak_cli.findings import Fix, Rewrite, Shift
from tiltak_cli.sources.yaml.broken.shapes import IDENTITY
from tiltak_cli.sources.yaml.dashes import move
from tiltak_cli.sources.yaml.events import events
from tiltak_cli.sources.yaml.lines import indent_of
from tiltak_cli.sources.yaml.places import most_common

LIST = re.compile(r"\s*(?i:tiltak)\s*[:=;]?\s*(?:#.*)?$")
TOP = re.compile(rf"(?:{'|'.join(HEAD_KEYS)})\b")
ITEM = re.compile(r"(\s*)-(?=[\s\w{\[\"']|$)")
MEASURE = re.compile(r"(\s*)-? *id\W{1,5}T[0-9]")
TITLE = re.compile(r"(\s*)tittel\W")
NAME = re.compile(r"\s*(?:- *)?[\"']?([^\W\d][\w-]*)")
OPENS = re.compile(r"[^:]*:\s*(?:#.*)?$")
PERIOD = re.compile(r"strategi\W{1,5}([0-9]{4}-[0-9]{4})\b")
ID = re.compile(r"\s*[\"']?id[\"']?\s*:")
BESIDE = re.compile(rf"[ \t,;|]({'|'.join(KEYS)}): ")
TAB = 4
# Names that stand both in a measure and in a part of it.
BELOW = frozenset(("id", "tittel", "frist", "status"))
KNOWN = (*HEAD_KEYS, *KEYS)
EVERY_FIELD = frozenset(KEYS)
# With fewer fields than this a measure is only just begun.
FEWEST = 4


class Mark(NamedTuple):
    """A position from 0, as libyaml gives it."""

    line: int
    column: int


class Stopped(NamedTuple):
    """What the parser says where it stops: in its words, where, and where what it read began."""

    problem: str
    context: str
    mark: Mark
    start: Mark


def stopped(lines: list[str], first: int, end: int) -> Stopped | None:
    """Why some of the lines cannot be read, or None when they can."""
    try:
        get = events("\n".join(lines[first:end]))
        while get().__class__ is not StreamEndEvent:
            pass
    except MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        start: Any = error.context_mark or mark
        return Stopped(
            str(error.problem),
            str(error.context),
            Mark(first + mark.line, mark.column),
            Mark(first + start.line, start.column),
        )
    except YAMLError:
        return None
    return None


def width_of(line: str) -> int:
    """How far in a line begins, as it looks: a tab is as wide as most editors make it."""
    before = line[: len(line) - len(line.lstrip())]
    return len(before.expandtabs(TAB))


class Part:
    """The head, or a measure: lines `first` up to `end`.

    `dash` is the column of a measure's dash, None for the head, and `indent` that of its fields.
    `unread` are the fields that are no longer known.
    """

    def __init__(self, lines: list[str], first: int, end: int, dash: int | None = None) -> None:
        self.lines, self.first, self.end, self.dash = lines, first, end, dash
        self.indent = self._indent()
        self.original = lines[first:end]
        self.unread: set[str] = set()

    def _indent(self) -> int:
        line = self.lines[self.first] if self.first < self.end else ""
        item = re.match(r" *- +(?=\S)", line) if self.dash is not None else None
        usual = 0 if self.dash is None else self.dash + 2
        return len(item[0]) if item and line.startswith(" " * usual) else usual

    def moved(self) -> None:
        """Its first line has been put in the column of the others."""
        self.indent = self._indent()

    def shift(self, fix: Fix | Shift | Rewrite | None) -> bool:
        """Move lines of it as a finding's fix does; false where that is another fix, or none."""
        if not isinstance(fix, Shift) or not all(self.first < n <= self.end for n, _ in fix.lines):
            return False
        move(self.lines, fix)
        return True

    def _there(self) -> set[str]:
        names = (NAME.match(self.lines[n]) for n in range(self.first, self.end))
        return {match[1] for match in names if match}

    def mark_begun(self) -> None:
        """Take what it has not for unread, where it is only just begun: one thing at a time."""
        there = self._there()
        if len(there) < FEWEST:
            self.unread |= EVERY_FIELD - there - {"id"}

    def mark_cut(self) -> None:
        """Take what it has not for unread, where the file may end before it does."""
        self.unread |= EVERY_FIELD - self._there() - {"id"}

    def mark_unnamed(self) -> None:
        """Take the id for unread where nothing is left of it but the dash."""
        alone = self.dash is not None and self.lines[self.first].strip() == "-"
        if alone and not any(ID.match(line) for line in self.lines[self.first : self.end]):
            self.unread.add("id")

    def fields(self) -> list[tuple[int, int]]:
        """The lines of each of its fields."""
        starts = [self.first]
        for number in range(self.first + 1, self.end):
            line = self.lines[number]
            rest = line.lstrip()
            if rest and rest[0] not in "#-" and width_of(line) <= self.indent:
                starts.append(number)
        return list(zip(starts, [*starts[1:], self.end], strict=True))

    def blank_line(self, number: int) -> bool:
        """Blank out a line, with what is indented more below it; false where it is blank."""
        if number == self.first or not self.first < number < self.end:
            return False
        line = self.lines[number]
        if not line.strip() or self._is_list(number):
            return False
        above = next((f for f, e in reversed(self.fields()) if f < number), self.first)
        name = NAME.match(line)
        known = _meant(name[1]) & set(KNOWN) if name else set()
        # Another field may stand behind the value.
        self.unread.update(BESIDE.findall(line))
        width = width_of(line)
        inside = width >= self.indent + 2 and OPENS.match(self.lines[above])
        # With a tab it cannot be seen how deep a line was meant to be.
        self.unread |= known - BELOW if inside and "\t" not in line else known - {"id"}
        if known - BELOW or (known and not inside):
            width = max(width, self.indent)
        elif self.blank_item(number):
            return True
        else:
            self._name(above)
        end = number + 1
        while end < self.end and self._is_below(end, width):
            end += 1
        self._blank(number, end)
        return True

    def blank_item(self, number: int) -> bool:
        """Blank out a line in an item of a field's list, or all of it; false where none is."""
        first, end = self._field(number)
        items = [n for n in range(first + 1, end) if ITEM.match(self.lines[n])]
        usual = [width_of(self.lines[n]) for n in items if "\t" not in self.lines[n]]
        items = [n for n in items if "\t" in self.lines[n] or width_of(self.lines[n]) <= min(usual)]
        start = next((n for n in reversed(items) if n <= number), None)
        if start is None:
            return False
        self._name(first)
        end = next((n for n in items if n > start), end)
        rest = any(self.lines[n].strip() for n in range(start + 1, end))
        line = self.lines[number]
        if number > start and line.strip():
            below = (n for n in range(number + 1, end) if not self._is_below(n, width_of(line)))
            self._blank(number, next(below, end))
        elif number == start and rest and line.strip(" -\t") and usual:
            self.lines[start] = f"{'-':>{min(usual) + 1}}"
        else:
            self._blank(start, end)
        return True

    def blank_field(self, number: int) -> bool:
        """Blank out the field that a line is in; false where it is blank."""
        first, end = self._field(number)
        body = "".join(self.lines[first:end]).strip(" -")
        if not body or self._is_list(first):
            return False
        nested = OPENS.match(self.lines[first])
        # Another field may stand behind the value.
        self.unread.update(BESIDE.findall(self.lines[first]))
        self._name(first)
        for below in range(first + 1, end):
            name = NAME.match(self.lines[below])
            if name and name[1] in KNOWN and not (nested and name[1] in BELOW):
                self.unread.add(name[1])
        self._blank(first, end)
        return True

    def blank_all(self) -> None:
        """Leave nothing of a measure but its place, and its id where that can be read."""
        self.unread |= EVERY_FIELD
        self._blank(self.first, self.end)

    def hide(self, lines: list[str]) -> None:
        """Take the fields of some lines, as they were written, for unread."""
        for line in lines:
            if indent_of(line) <= self.indent and (name := NAME.match(line)):
                self.unread.add(name[1])

    def keep(self) -> bool:
        """Give a blanked measure its id back; false where it cannot be read."""
        identity = IDENTITY.search(self.original[0])
        if identity is None or self.dash is None:
            return False
        self.lines[self.first] = f"{'-':>{self.dash + 1}}".ljust(self.indent) + f"id: {identity[1]}"
        return True

    def keep_strategy(self) -> None:
        """Give a head its strategy back, where that can be read."""
        for number, line in enumerate(self.original, self.first):
            if (match := PERIOD.match(line)) and not self.lines[number].strip():
                self.lines[number] = f'strategi: "{match[1]}"'

    def _is_below(self, number: int, width: int) -> bool:
        """Whether a line is blank, or indented more than so much."""
        line = self.lines[number]
        return not line.strip() or width_of(line) > width

    def _is_list(self, number: int) -> bool:
        return self.dash is None and LIST.match(self.lines[number]) is not None

    def _field(self, number: int) -> tuple[int, int]:
        return next(((f, e) for f, e in self.fields() if f <= number < e), (self.first, self.end))

    def _name(self, number: int) -> None:
        if name := NAME.match(self.lines[number]):
            self.unread |= _meant(name[1])

    def _blank(self, first: int, end: int) -> None:
        for number in range(first, end):
            self.lines[number] = ""
        if first == self.first and self.dash is not None:
            self.lines[first] = f"{'-':>{self.dash + 1}}"


def _meant(name: str) -> set[str]:
    return {name} if name in KNOWN else {name, nearest(name, KNOWN, FIELD_WORDS)}


def parts_of(lines: list[str]) -> list[Part] | None:
    """The head, and each measure below `tiltak:`; None where that is not to be seen."""
    begin = next((n for n, line in enumerate(lines) if LIST.match(line)), None)
    if begin is None:
        # In a folder the head may stand alone.
        alone = any(TOP.match(line) for line in lines) and not any(
            line.startswith("tiltak") or MEASURE.match(line) for line in lines
        )
        return [Part(lines, 0, len(lines))] if alone else None
    # The fields tell where the dash belongs, too.
    columns = (
        len(m[1]) - 2 * ("-" not in m[0])
        for line in lines[begin + 1 :]
        if (m := MEASURE.match(line) or TITLE.match(line))
    )
    item = next((m for line in lines[begin + 1 :] if (m := ITEM.match(line))), None)
    column = max(most_common(columns, len(item[1]) if item else 0), 0)
    dash = f"{'-':>{column + 1}} "
    starts = [
        n
        for n in range(begin, len(lines))
        if lines[n].startswith(dash)
        or lines[n].rstrip() == dash.rstrip()
        or _moved(lines[n], column)
    ]
    starts.append(len(lines))
    return [
        Part(lines, 0, starts[0]),
        *(Part(lines, first, end, column) for first, end in pairwise(starts)),
    ]


def _moved(line: str, column: int) -> bool:
    """A measure's first line in another column, or without its dash."""
    if MEASURE.match(line) is None:
        return False
    return line.lstrip().startswith("-") or indent_of(line) < column + 2
