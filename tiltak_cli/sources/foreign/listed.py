"""The milestones and documents of a row: what its cells say of each, and what is unclear in them.

The text of a milestone is kept as it is written. A date is taken from it only where it stands
apart, in brackets or after a sign at the end or with a colon after it at the beginning, and is more
than a year, or where it is a day. Another day in a text is left there and asked of.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.domain.dates.fault import Fault
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.invisible import cleaned
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import value_of
from tiltak_cli.sources.foreign.column import Column
from tiltak_cli.sources.foreign.items import (
    BEFORE,
    DEADLINE,
    LINK,
    MILESTONES,
    REACHED,
    TEXT,
    TITLE,
)
from tiltak_cli.sources.foreign.read import Part, read_date
from tiltak_cli.sources.foreign.vocabulary import is_empty

LINES = re.compile(r"\s*(?:;|\n)\s*")
BULLET = re.compile(r"^[-–•*·]\s+")
AT_THE_END = re.compile(r"(.*\S)\s*\((?:(frist|innen)[: ]+)?([^()]+)\)", re.IGNORECASE)
BEFORE_IT = re.compile(r"([^:]{4,24}):\s+(.*\S)")
# «Klar – 1.9.2024», «Klar, frist 1.9.2024», «Klar: 1.9.2024».
AFTER_SIGN = re.compile(
    r"(.*[^\s:,–-])(?:\s*[:,]|\s+[–-])\s+(?:(?:med )?(frist|innen|senest)[: ]+)?([^:,()–]+)",
    re.IGNORECASE,
)
# «Klar innen 1.9.2024», «Klar med frist 2025».
BY = re.compile(r"(.*?\w)\s+(?:med )?(frist|innen|senest)[: ]+([^:,()]+)", re.IGNORECASE)
DAY = r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}"
# «Klar 1.9.2024»: a day alone, after a few words.
LAST = re.compile(rf"(.*[^\W\d_])\s+({DAY}|[0-9]{{1,2}}/[0-9]{{1,2}}[-/][0-9]{{4}})")
A_DAY = re.compile(rf"(?<![\w.])(?:{DAY})")
FEW_WORDS = 3
# A day after these is not when the milestone is to be reached.
ANOTHER_DAY = frozenset(
    ("av", "av:", "etter", "fra", "før", "siden", "per", "pr", "og", "eller", "til", "datert", "kl")
)
A_YEAR = re.compile(r"[0-9]{4}")
ADDRESS = re.compile(r"<?(https?://[^\s<>;]+?)[>.,;]*(?=\s|;|$)", re.IGNORECASE)
WITH_TITLE = re.compile(r"(.*\S)\s*(?:[:–-]|\s)\s*<?(https?://[^\s<>]+)>?", re.IGNORECASE)
BETWEEN = " ,;|\n"
NO_LINK = "har ingen lenke"
NO_ADDRESS = "er ikke en hel adresse med https://"
ONLY_DATE = "er en dato uten noe som skal være gjort da"
DATE_WITHIN = "har en dato i teksten, som kan være fristen"
NO_TEXT = "hører til en milepæl uten tekst"


class Filled(NamedTuple):
    """A cell of a column that is part of a list: what it says, where it leads, if it is decided."""

    column: Column
    text: str
    link: str = ""
    decided: bool = False


class Doubt(NamedTuple):
    """A cell that someone must look at, and why."""

    column: Column
    text: str
    why: str


class Listed(NamedTuple):
    """The items of a field, as plain data; what was read in the cells' words, and what is not."""

    items: list[dict[str, Any]]
    parts: tuple[Part, ...]
    doubts: tuple[Doubt, ...]


def listed_of(
    field: str,
    cells: Sequence[Filled],
    columns: Sequence[Column],
    decided: Mapping[str, Any],
    heading: Callable[[Column], str],
) -> Listed:
    """The items of a field in a row. `columns` are all of the field, `cells` those with something.

    `decided` has what is to stand for a cell's words, in folded form; `heading` is what a column
    is called below the head of its group.
    """
    making = _Milestones if field == MILESTONES else _Documents
    made = making(columns, heading)
    for cell in cells:
        text = cleaned(cell.text).strip()
        chosen = folded(text) in decided
        if chosen:
            given = decided[folded(text)]
            made.parts.append(Part(text, given or None))
            text = "" if given is None else str(given)
        if not is_empty(text, BY_KEY[field].kind):
            made.take(cell._replace(text=text, decided=chosen))
    made.finish()
    return Listed(made.items, tuple(made.parts), tuple(made.doubts))


class _Making:
    """Takes one cell after the other, and keeps what is to be told."""

    def __init__(self, columns: Sequence[Column], heading: Callable[[Column], str]) -> None:
        self._heading = heading
        # The parts that each item has a column for.
        self._have: dict[int, set[str]] = {}
        for column in columns:
            if column.item:
                self._have.setdefault(column.item, set()).add(column.part)
        self._found: dict[int, dict[str, Any]] = {}
        self._from: dict[int, Filled] = {}
        self._whole: list[dict[str, Any]] = []
        self.items: list[dict[str, Any]] = []
        self.parts: list[Part] = []
        self.doubts: list[Doubt] = []

    def _doubt(self, cell: Filled, why: str) -> None:
        self.doubts.append(Doubt(cell.column, cell.text, why))

    def _part(self, cell: Filled, value: Any) -> None:
        self._found.setdefault(cell.column.item, {})[cell.column.part] = value
        self._from.setdefault(cell.column.item, cell)


class _Milestones(_Making):
    """Milestones, numbered as their columns are, and those that share a cell after them."""

    def take(self, cell: Filled) -> None:
        part, item = cell.column.part, cell.column.item
        if not part:
            lines = [BULLET.sub("", line) for line in LINES.split(cell.text)]
            if any(map(_says_when, lines)):
                self._doubt(cell, ONLY_DATE)
                return
            self._whole += [self._step(cell, line) for line in lines if line]
        elif part == TEXT and _says_when(cell.text):
            self._doubt(cell, ONLY_DATE)
        elif part == TEXT:
            step = self._step(cell, cell.text) if DEADLINE not in self._have[item] else None
            self._found.setdefault(item, {}).update(step or {TEXT: _line(cell.text)})
            self._from.setdefault(item, cell)
        else:
            name = f"{MILESTONES}.{REACHED if part == REACHED else DEADLINE}"
            read = read_date(name, cell.text)
            self.parts += read.parts
            if read.why:
                self._doubt(cell, read.why)
            elif read.value is not None:
                self._part(cell, read.value)

    def finish(self) -> None:
        for item, step in sorted(self._found.items()):
            first = self._from[item]
            if TEXT not in step and TEXT in self._have[item]:
                self._doubt(first, NO_TEXT)
            else:
                named = {TEXT: self._heading(first.column)} | step
                self.items.append({"id": f"{BEFORE[MILESTONES]}{item}", **_ordered(named)})
        last = max(self._have, default=0)
        for item, step in enumerate(self._whole, last + 1):
            self.items.append({"id": f"{BEFORE[MILESTONES]}{item}", **step})

    def _step(self, cell: Filled, line: str) -> dict[str, Any]:
        """A milestone of a line, with its date where one stands apart."""
        line = _line(line)
        for text, date in _apart(line):
            read = read_date(f"{MILESTONES}.{DEADLINE}", date)
            if read.value is not None and not A_DAY.search(text):
                step = {TEXT: text, DEADLINE: read.value}
                self.parts.append(Part(line, step))
                return step
        if A_DAY.search(line) and not cell.decided:
            self._doubt(cell, DATE_WITHIN)
        return {TEXT: line}


class _Documents(_Making):
    """Documents, in the order of their columns."""

    def take(self, cell: Filled) -> None:
        if cell.column.part == TITLE:
            self._part(cell, _line(cell.text))
            if cell.link and LINK not in self._have[cell.column.item]:
                self._found[cell.column.item][LINK] = cell.link
        elif cell.column.part == LINK:
            address = ADDRESS.fullmatch(cell.text) or ADDRESS.fullmatch(cell.link)
            if address is None:
                self._doubt(cell, NO_ADDRESS)
            else:
                self._part(cell, address[1])
        else:
            self._take_whole(cell)

    def _take_whole(self, cell: Filled) -> None:
        documents = []
        for line in filter(None, LINES.split(cell.text)):
            bare = ADDRESS.sub("", line).strip(BETWEEN)
            with_title = WITH_TITLE.fullmatch(line)
            if not bare:
                title = self._heading(cell.column)
                documents += [{TITLE: title, LINK: each[1]} for each in ADDRESS.finditer(line)]
            elif with_title and not ADDRESS.search(with_title[1]):
                documents.append({TITLE: with_title[1].rstrip(" :–-"), LINK: with_title[2]})
            elif cell.link and "\n" not in cell.text and ADDRESS.fullmatch(cell.link):
                documents.append({TITLE: _line(cell.text), LINK: cell.link})
            else:
                self._doubt(cell, NO_LINK)
                return
        self._whole += documents

    def finish(self) -> None:
        for item, document in sorted(self._found.items()):
            first = self._from[item]
            if LINK not in document:
                self._doubt(first, NO_LINK)
            else:
                self.items.append({TITLE: self._heading(first.column), **document})
        self.items += self._whole


def _says_when(line: str) -> bool:
    """Whether a line is a date, or numbers that may be one, and no words."""
    if not line:
        return False
    dated = not isinstance(value_of(f"{MILESTONES}.{DEADLINE}", line), Fault)
    return dated or not any(sign.isalpha() for sign in line)


def _apart(line: str) -> Iterator[tuple[str, str]]:
    """The texts of a milestone that a line may have, each with what may be its date."""
    if match := BEFORE_IT.fullmatch(line):
        yield from [(match[2], match[1])] if not A_YEAR.fullmatch(match[1].strip()) else ()
    for form in (AT_THE_END, AFTER_SIGN, BY):
        if (match := form.fullmatch(line)) and (match[2] or not A_YEAR.fullmatch(match[3].strip())):
            yield match[1], match[3]
    if (match := LAST.fullmatch(line)) and _of_few_words(match[1]):
        yield match[1], match[2]


def _of_few_words(text: str) -> bool:
    """Whether a text is so short that a day after it is its own."""
    words = folded(text).split()
    return len(words) <= FEW_WORDS and not ANOTHER_DAY & {*words}


def _line(text: str) -> str:
    return " ".join(text.split())


def _ordered(step: dict[str, Any]) -> dict[str, Any]:
    return {key: step[key] for key in (TEXT, DEADLINE, REACHED) if key in step}
