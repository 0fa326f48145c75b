"""One side's file as its lines: which of them are whose, and the comments among them."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from tiltak_cli.changes.merge.pairing import CannotMergeError
from tiltak_cli.changes.merge.whole import NAMES
from tiltak_cli.edits.outline import Entry, Text, UnusualError, entries, last_line, own_comments
from tiltak_cli.sources.files import SourceFile
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.comments import comments_between
from tiltak_cli.sources.yaml.decode import BOM, decode
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.places import LIST, Spot

Lines = list[str]


class Piece(NamedTuple):
    """A measure, by its position, or a line that is about none, and the blank lines above it."""

    measure: int | None
    line: str
    blank: Lines


class Fields:
    """The fields of a measure, of the head, or of an item of a list, on the lines of a file.

    `column` is where they begin, and `dash` where the dash of their item stands, if they have one.
    """

    def __init__(
        self, file: "SideFile", spot: Spot, begin: int, stop: int, dash: int | None
    ) -> None:
        self.file = file
        self.spot = spot
        self.stop = stop
        self.dash = dash
        self.column = int(spot.start.start_mark.column)
        members, self.end = entries(file.text, spot, begin, stop)
        self.entries = {str(entry.key.value): entry for entry in members}

    def above(self, key: str) -> Lines:
        """The comments and blank lines above a field."""
        return self.file.above(self.entries[key])

    def own(self, key: str) -> Lines:
        """The lines of a field itself, without the dash that may stand before it."""
        entry = self.entries[key]
        lines = self.file.own(entry)
        if self.dash is not None and entry.first == self._first:
            lines[0] = " " * self.column + lines[0][self.column :]
        return lines

    def comments(self, key: str) -> list[str]:
        """Every comment above a field and in it."""
        return self.file.comments(self.entries[key])

    @property
    def tail(self) -> Lines:
        """What stands below the last of them, such as a milestone that is commented out."""
        return self.file.text.lines[self.end : self.stop]

    @cached_property
    def _first(self) -> int:
        return next(iter(self.entries.values())).first


class SideFile:
    """A file as it is written on one side.

    `body` is its measures and what stands between them, `below` what stands below all of it, and
    `bottom` the blank lines at its end.
    """

    def __init__(self, file: SourceFile, side: int = 1) -> None:
        """Read a file of a side; raises CannotMergeError where its lines cannot be told apart."""
        where = f"{NAMES[side]} («{file.name}»)" if file.name else NAMES[side]
        text = decode(file.name, file.data.removeprefix(BOM))
        if not isinstance(text, str):
            raise CannotMergeError(f"{where} kan ikke leses: {text.message}", side)
        self.name = file.name
        self.raw = text
        self.crlf = text.count("\r\n") * 2 > text.count("\n")
        self.bom = file.data.startswith(BOM)
        plain = text.replace("\r\n", "\n")
        self.tree: Tree = read_with_places(file.name, plain)
        fault = next(iter(self.tree.findings), None)
        if fault is not None:
            raise CannotMergeError(
                f"{where} kan ikke slås sammen. Linje {fault.place.line}: {fault.message} "
                f"{fault.remedy}",
                side,
            )
        if not self.tree.readable or not isinstance(self.tree.data, dict):
            raise CannotMergeError(f"{where} er ikke et register. Oppgi en fil med tiltak.", side)
        if "\r" in plain:
            raise CannotMergeError(f"{where} har linjeskift av et slag som ikke brukes.", side)
        self.text = Text.of(plain)
        try:
            self._read()
        except UnusualError as odd:
            raise CannotMergeError(
                f"{where}, linje {odd.line + 1}: linjen er skrevet på en uvanlig måte.",
                side,
            ) from None

    def with_ends(self, lines: Lines) -> str:
        """Lines as a text, each with the line end that it has here; new ones end as most do."""
        usual = "\r\n" if self.crlf else "\n"
        if self.raw.count("\r\n") in (0, self.raw.count("\n")):
            return usual.join(lines)
        from difflib import SequenceMatcher

        ends = [usual] * len(lines)
        own = ["\r\n" if row.endswith("\r") else "\n" for row in self.raw.split("\n")]
        blocks = SequenceMatcher(None, self.text.lines, lines).get_matching_blocks()
        for here, there, size in blocks:
            ends[there : there + size] = own[here : here + size]
        return "".join(f"{row}{end}" for row, end in zip(lines, [*ends[:-1], ""], strict=True))

    def _read(self) -> None:
        """Find the lines of the head's fields and of each measure."""
        spot = self.tree.spots()
        if not isinstance(spot, Spot) or spot.start.flow_style or not spot.children:
            raise UnusualError(0)
        first = int(next(iter(spot.children.values()))[0].start_mark.line)
        # What stands above the line that a document may begin with is the file's, not a field's.
        begin = next((n + 1 for n in range(first) if self.text.lines[n].startswith("---")), 0)
        self.preamble = self.text.lines[:begin]
        self.head = Fields(self, spot, begin, len(self.text.lines), None)
        self.measures: list[Entry] = []
        self.body: list[Piece] = []
        self.bottom: Lines = []
        below = self.head.end
        if LIST in self.head.entries:
            begin = self._read_measures(self.head.entries[LIST])
            stop = self.head.entries[LIST].last + 1
            if next(reversed(self.head.entries)) == LIST:
                # What stands last may have stood above a measure that is gone.
                below = stop = len(self.text.lines)
            between, self.bottom = self._pieces(begin, stop)
            self.body = [*self._apart(), *between]
            entry = self.head.entries[LIST]
            # The line with its name alone: the measures have theirs.
            self.head.entries[LIST] = entry._replace(value=entry.key, last=entry.first)
        self.below, bottom = self._pieces(below, len(self.text.lines))
        self.bottom = bottom or self.bottom

    def _read_measures(self, entry: Entry) -> int:
        """Find the lines of each measure; gives the line after the last of them."""
        value = entry.value
        if not isinstance(value, Spot) or value.start.flow_style:
            if self.tree.data[LIST]:
                raise UnusualError(entry.first)
            return last_line(self.text, value) + 1
        if entry.first == value.start.start_mark.line:
            raise UnusualError(entry.first)
        self.measures, end = entries(self.text, value, entry.first + 1, len(self.text.lines))
        return end

    def _apart(self) -> list[Piece]:
        """The measures with what stands between them; above each is left what is about it alone."""
        pieces: list[Piece] = []
        for number, entry in enumerate(self.measures):
            own = own_comments(entry.above, measure=True)
            begin = entry.first - len(entry.above)
            between, blank = self._pieces(begin, entry.first - own)
            pieces += [*between, Piece(number, "", blank)]
            above = entry.above[len(entry.above) - own :]
            self.measures[number] = entry._replace(above=above)
        return pieces

    def _pieces(self, begin: int, stop: int) -> tuple[list[Piece], Lines]:
        """Lines that are about no measure, and the blank lines below them."""
        pieces: list[Piece] = []
        blank: Lines = []
        for line in self.text.lines[begin:stop]:
            if line.strip():
                pieces.append(Piece(None, line, blank))
                blank = []
            else:
                blank = [*blank, line]
        return pieces, blank

    def above(self, entry: Entry) -> Lines:
        """The comments and blank lines above an entry."""
        return self.text.lines[entry.first - len(entry.above) : entry.first]

    def own(self, entry: Entry) -> Lines:
        """The lines of an entry itself."""
        return self.text.lines[entry.first : entry.last + 1]

    def whole(self, entry: Entry) -> Lines:
        """The lines of an entry and what stands above it."""
        return self.text.lines[entry.first - len(entry.above) : entry.last + 1]

    def comments(self, entry: Entry) -> list[str]:
        """Every comment above an entry and in it."""
        if not any("#" in line for line in self.whole(entry)):
            return []
        begin = self.text.starts[entry.first - len(entry.above)]
        end = self.text.starts[entry.last] + len(self.text.lines[entry.last])
        spots = [entry.value] if entry.key is None else [entry.key, entry.value]
        return [text for _, text in comments_between(self.text.whole, spots, begin, end)]

    def fields(self, entry: Entry) -> Fields:
        """The fields of an item, which stand below each other."""
        value = entry.value
        if not isinstance(value, Spot) or value.start.flow_style:
            raise UnusualError(entry.first)
        dash = self.text.column(entry.first)
        return Fields(self, value, entry.first, entry.last + 1, dash)

    def items(self, entry: Entry) -> list[Entry]:
        """The items of a list that have lines of their own."""
        value = entry.value
        if not isinstance(value, Spot) or value.start.flow_style:
            raise UnusualError(entry.first)
        return entries(self.text, value, entry.first + 1, entry.last + 1)[0]


def moved(lines: Sequence[str], step: int) -> Lines:
    """Lines so much further in, or out."""
    if not step:
        return list(lines)
    if step > 0:
        return [" " * step + line if line.strip() else line for line in lines]
    if any(line[:-step].strip() for line in lines):
        raise UnusualError(0)
    return [line[-step:] for line in lines]


def counted(lists: Sequence[Sequence[str]]) -> Counter[str]:
    """How often each comment shall stand: what a side has added, less what one has taken away."""
    base, ours, theirs = (Counter(comments) for comments in lists)
    wanted: Counter[str] = Counter()
    for comment in {*base, *ours, *theirs}:
        b, o, t = base[comment], ours[comment], theirs[comment]
        wanted[comment] = o if o == t else max(o + t - b, 0)
    return +wanted
