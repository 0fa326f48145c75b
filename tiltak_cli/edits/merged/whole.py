"""A whole register of two sides as text: ours, with what theirs have changed, file by file."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.pairing import CannotMergeError, Edition, Placed
from tiltak_cli.changes.merge.result import (
    MISSING,
    Branch,
    Choice,
    Conflict,
    Leaf,
    Part,
    plain,
    settled,
)
from tiltak_cli.changes.merge.weave import woven
from tiltak_cli.changes.merge.whole import Merged, merge
from tiltak_cli.edits.merged.fields import OURS, THEIRS, Side, Three, Unit, joined, unit_of
from tiltak_cli.edits.merged.items import Item, item_unit, list_written, whole_clash
from tiltak_cli.edits.merged.judge import JUDGE
from tiltak_cli.edits.merged.kept import kept
from tiltak_cli.edits.merged.lines import Markers, Written, lines_of, of_side
from tiltak_cli.edits.merged.shortened import Shortened, shortened
from tiltak_cli.edits.merged.written import Lines, counted
from tiltak_cli.edits.merged.written import Written as File
from tiltak_cli.edits.outline import UnusualError
from tiltak_cli.sources.files import SourceFile
from tiltak_cli.sources.yaml.decode import BOM
from tiltak_cli.sources.yaml.order import comments, unordered
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.sources.yaml.reader import read_yaml

NOT_AS_MEANT = "Sammenslåingen kan ikke skrives uten at noe annet også blir endret."
COMMENT_LOST = "En kommentar ville blitt borte eller stått to ganger."
DASH = 2
# Where the measures stand among the lines of the head.
BODY = "\0"


class Together(NamedTuple):
    """Two sides put together: the files, and what a person must choose.

    A file that shall be no more has no bytes. Measures that name one of those that are `renamed`
    may have been changed too.
    """

    files: dict[str, bytes | None]
    conflicts: list[Conflict]
    renamed: frozenset[str] = frozenset()


Files = Mapping[str, File]


def together(
    base: Mapping[str, bytes],
    ours: Mapping[str, bytes],
    theirs: Mapping[str, bytes],
    markers: Markers | None,
    choice: Choice | None = None,
    *,
    renumber: bool = False,
) -> Together:
    """Put the files of two sides together, by name; raises CannotMergeError where that fails.

    Conflicts are marked, or without `markers` settled so that the text is valid: as one side has
    it, where that is chosen.
    """
    # What only one side has changed is that side's, whatever is in it.
    if theirs in (base, ours):
        return Together({**ours}, [])
    if ours == base:
        return Together({**dict.fromkeys(ours), **theirs}, [])
    known: frozenset[str] = frozenset()
    while short := _short(base, ours, theirs, known=known):
        (name,) = ours
        sides = [{name: side} for side in short.sides]
        result = _read_and_merged(sides, markers, choice, renumber=renumber)
        whole = short.put_back(result.files[name] or b"")
        if whole is None:
            break
        if result.renamed <= known:
            return result._replace(files={name: whole})
        # What names one that has another number now must be read as well.
        known |= result.renamed
    return _read_and_merged([base, ours, theirs], markers, choice, renumber=renumber)


def _short(*sides: Mapping[str, bytes], known: frozenset[str]) -> Shortened | None:
    """The sides without the measures that are the same in all, where they are one file."""
    if any(len(side) != 1 for side in sides) or len({*chain(*sides)}) != 1:
        return None
    return shortened([next(iter(side.values())) for side in sides], known)


def _read_and_merged(
    sides: Sequence[Mapping[str, bytes]],
    markers: Markers | None,
    choice: Choice | None,
    *,
    renumber: bool,
) -> Together:
    files = [{n: File(SourceFile(n, data)) for n, data in side.items()} for side in sides]
    editions = [_edition(side) for side in files]
    merged = merge(editions[0], editions[1], editions[2], JUDGE, renumber=renumber)
    conflicts = merged.conflicts()
    if markers is None:
        merged = _settled(merged, choice)
    try:
        made = {name: _Maker(files, merged, name) for name in merged.heads}
        result = {name: _bytes(maker, markers or Markers()) for name, maker in made.items()}
    except UnusualError:
        raise CannotMergeError(NOT_AS_MEANT) from None
    return Together(result, conflicts, merged.renamed)


def _edition(files: Files) -> Edition:
    """The plain data of a side's files."""
    heads: dict[str, dict[str, Any]] = {}
    measures: list[Placed] = []
    for name, file in files.items():
        data = file.tree.data
        heads[name] = {key: value for key, value in data.items() if key != LIST}
        listed = data.get(LIST) or []
        if not isinstance(listed, list) or not all(isinstance(item, dict) for item in listed):
            raise CannotMergeError(
                f"«{name}»: «tiltak» er ikke en liste av tiltak. Rett det først."
            )
        measures += [Placed(name, n, item) for n, item in enumerate(listed)]
    return Edition(heads, tuple(measures))


def _settled(merged: Merged, choice: Choice | None) -> Merged:
    """All that the sides disagree on as one has it, or as loses least."""

    def chosen(node: Any) -> Any:
        if isinstance(node, Leaf):
            return settled(*node[:3], plain(node, choice))
        return node._replace(parts=tuple(p._replace(node=chosen(p.node)) for p in node.parts))

    heads = {name: chosen(node) for name, node in merged.heads.items()}
    parts = tuple(part._replace(node=chosen(part.node)) for part in merged.measures)
    return merged._replace(heads=heads, measures=parts)


class _Maker:
    """Writes one file of the result."""

    def __init__(self, files: list[dict[str, File]], merged: Merged, name: str) -> None:
        self.files = files
        self.merged = merged
        self.name = name
        base, ours, theirs = (side.get(name) for side in files)
        self.base, self.ours, self.theirs = base, ours or theirs, theirs if ours else None
        self.node = merged.heads[name]

    def written(self) -> Written:
        """All lines."""
        if self.ours is None:
            raise UnusualError(0)
        parts = self.merged.in_file(self.name)
        body = self._list(parts) if parts else []
        head = self._head(body, has_measures=bool(parts))
        return [*self.ours.preamble, *head, *self._after()]

    def _head(self, body: Written, *, has_measures: bool) -> Written:
        """The head's fields, and below the one that has them the measures."""
        sides = [
            None if f is None else Side(f.head, f.tree.data)
            for f in (self.base, self.ours, self.theirs)
        ]
        three = Three(sides[0], sides[1], sides[2], 0)
        names = [list(side.fields.entries) if side else [] for side in sides]
        by_key = (
            {part.keys[0]: part for part in self.node.parts}
            if isinstance(self.node, Branch)
            else {}
        )
        if isinstance(self.node, Leaf) and self.node.value is not MISSING:
            by_key = {key: _field(key, value) for key, value in self.node.value.items()}
        units: list[Unit] = []
        keys = woven(names[1], names[2])
        for key in keys:
            if key == LIST:
                units.append(self._title(three, has_measures=has_measures))
            elif key in by_key:
                units.append(unit_of(by_key[key], three, list_written))
        wanted = counted([three.comments(side, keys) for side in range(3)])
        written = joined(units, wanted)
        place = written.index(BODY) if BODY in written else len(written)
        return [*written[:place], *body, *written[place + 1 :]]

    def _title(self, three: Three, *, has_measures: bool) -> Unit:
        sides = [side for side in (OURS, THEIRS) if three.has(side, LIST)]
        # An empty list in brackets can have nothing below it.
        own = [three.own(side, LIST) for side in sides]
        line = next(
            (rows for rows in own if rows[0].rstrip().endswith("]") != has_measures), own[0]
        )
        above = [three.above(side, LIST) for side in range(3)]
        return Unit((above[0], above[1], above[2]), ([], []), [*line, BODY], 0)

    def _list(self, parts: list[Part]) -> Written:
        """The measures of this file, one below the other."""
        column = next(
            (
                f.text.column(f.measures[0].first)
                for f in (self.ours, self.theirs)
                if f and f.measures
            ),
            DASH,
        )
        written: Written = []
        for part in parts:
            trio = [self._item(side, step) for side, step in enumerate(part.steps)]
            if (lines := _same_on_all(trio)) is not None and not isinstance(part.node, Leaf):
                written += lines
                continue
            if isinstance(part.node, Leaf) and part.node.clash:
                written.append(whole_clash(part.node, trio, column))
                continue
            unit = item_unit(part.node, trio, column)
            said = [item.file.comments(item.entry) if item else [] for item in trio]
            if unit.own:
                written += joined([unit], counted(said))
        return written

    def _item(self, side: int, step: Any) -> Item | None:
        if step is None:
            return None
        file = self.files[side][step[0]]
        data = file.tree.data[LIST][step[1]]
        return Item(file, file.measures[step[1]], data)

    def _after(self) -> Lines:
        """What stands below everything, such as a measure that is commented out."""
        if self.ours is None:
            return []
        base, ours = self.base.after if self.base else [], self.ours.after
        theirs = self.theirs.after if self.theirs else ours
        if base in (ours, theirs):
            return theirs if ours == base else ours
        there = {line.strip() for line in ours}
        return [*ours[:-1], *(line for line in theirs if line.strip() not in there), *ours[-1:]]


def _same_on_all(trio: Sequence[Item | None]) -> Lines | None:
    """The lines of a measure that is written in one way on all sides."""
    lines = [item.file.whole(item.entry) if item else None for item in trio]
    return lines[0] if lines[0] == lines[1] == lines[2] else None


def _field(key: str, value: Any) -> Part:
    return Part(key, (key,), (key, key, key), settled(value, value, value, value))


def _bytes(maker: _Maker, markers: Markers) -> bytes | None:
    """A file of the result, held against what is meant; None where it shall be no more."""
    heads = maker.merged.heads
    there = any(home == maker.name for home in maker.merged.homes)
    if plain(heads[maker.name]) is MISSING and not there:
        return None
    written = maker.written()
    choices = (
        (Choice.OURS, Choice.THEIRS) if any(not isinstance(w, str) for w in written) else (None,)
    )
    for choice in choices:
        lines = of_side(written, THEIRS if choice is Choice.THEIRS else OURS)
        _check(maker, lines, choice)
    ours = maker.ours
    text = "\n".join(lines_of(written, markers))
    if ours and ours.crlf:
        text = text.replace("\n", "\r\n")
    return (BOM if ours and ours.bom else b"") + text.encode()


def _check(maker: _Maker, lines: Lines, choice: Choice | None) -> None:
    """Raise where some lines do not hold just what is meant."""
    head_or_none = plain(maker.node, choice)
    wanted = {} if head_or_none is MISSING else head_or_none
    values = [plain(part.node, choice) for part in maker.merged.in_file(maker.name)]
    measures = [value for value in values if value is not MISSING]
    text = "\n".join(lines)
    tree = read_yaml(maker.name, text)
    data = tree.data
    found = data if isinstance(data, dict) else {}
    listed = found.get(LIST) or []
    head = {key: value for key, value in found.items() if key != LIST}
    if repr(unordered(head)) != repr(unordered(wanted)):
        raise CannotMergeError(NOT_AS_MEANT)
    if repr(unordered(listed)) != repr(unordered(measures)):
        raise CannotMergeError(NOT_AS_MEANT)
    there = comments(text, tree.spots()) if "#" in text else Counter[str]()
    if not kept(maker.files, maker.merged, maker.name, choice).holds(there):
        raise CannotMergeError(COMMENT_LOST)
