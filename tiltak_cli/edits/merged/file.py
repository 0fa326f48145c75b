"""One file of two sides put together: its head, its measures, and what stands between them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from tiltak_cli.changes.merge.pairing import CannotMergeError
from tiltak_cli.changes.merge.result import MISSING, Branch, Choice, Leaf, Part, plain, settled
from tiltak_cli.changes.merge.weave import woven
from tiltak_cli.changes.merge.whole import Merged
from tiltak_cli.edits.merged.between import either, named, put_together
from tiltak_cli.edits.merged.fields import BODY, OURS, THEIRS, Side, Three, Unit, joined, unit_of
from tiltak_cli.edits.merged.items import Item, item_unit, list_written, whole_clash, whole_item
from tiltak_cli.edits.merged.kept import Comments, kept
from tiltak_cli.edits.merged.lines import Markers, Written, lines_of, of_side
from tiltak_cli.edits.merged.written import Lines, SideFile, counted
from tiltak_cli.edits.outline import UnusualError
from tiltak_cli.sources.yaml.decode import BOM
from tiltak_cli.sources.yaml.order import comments, unordered
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.sources.yaml.reader import read_yaml

NOT_AS_MEANT = "Sammenslåingen kan ikke skrives uten at noe annet også blir endret."
COMMENT_LOST = "En kommentar ville blitt borte eller stått to ganger."
DASH = 2
NO_MEASURES = re.compile(rf"^({LIST}:)(\s*#.*)?$")


class Maker:
    """Writes one file of the result."""

    def __init__(self, files: list[dict[str, SideFile]], merged: Merged, name: str) -> None:
        self.files = files
        self.merged = merged
        self.name = name
        self.sides = [side.get(name) for side in files]
        base, ours, theirs = self.sides
        self.base, self.ours, self.theirs = base, ours or theirs, theirs if ours else None
        self.node = merged.heads[name]
        self.parts = merged.in_file(name)
        self.said = Comments(files)
        there = [f for f in (self.ours, self.theirs) if f and f.measures]
        self.column = there[0].text.column(there[0].measures[0].first) if there else DASH

    def bytes(self, markers: Markers) -> bytes | None:
        """The file, held against what is meant; None where it shall be no more."""
        if plain(self.node) is MISSING and not self.parts:
            if self.ours is None or not self._has_new_comments():
                return None
            # Nobody has taken those out: the file stays, without measures.
            head = {key: value for key, value in self.ours.tree.data.items() if key != LIST}
            self.node = settled(MISSING, head, MISSING, head)
        written, order = self._written()
        choices = (
            (Choice.OURS, Choice.THEIRS)
            if any(not isinstance(w, str) for w in written)
            else (None,)
        )
        for choice in choices:
            lines = of_side(written, THEIRS if choice is Choice.THEIRS else OURS)
            self._check(lines, order, choice)
        lines = lines_of(written, markers)
        text = self.ours.with_ends(lines) if self.ours else "\n".join(lines)
        return (BOM if self.ours and self.ours.bom else b"") + text.encode()

    def _has_new_comments(self) -> bool:
        """Whether the side that still has the file has come to say more in it, about no measure."""
        base, ours, theirs = map(Counter, self.said.between(self.name))
        return bool((ours or theirs) - base)

    def _written(self) -> tuple[Written, list[int]]:
        """All lines, and the numbers of the measures as they stand."""
        if self.ours is None:
            raise UnusualError(0)
        numbers = [
            {
                part.steps[side][1]: number
                for number, part in enumerate(self.parts)
                if part.steps[side] and part.steps[side][0] == self.name
            }
            for side in range(3)
        ]
        pairs = list(zip(self.sides, numbers, strict=True))
        body, order = put_together(
            [named(file.body, numbers) if file else {} for file, numbers in pairs], self._measure
        )
        below, _ = put_together(
            [named(file.below, {}) if file else {} for file in self.sides], lambda *_: []
        )
        bottoms = [file.bottom if file else self.ours.bottom for file in self.sides]
        lines = [*self.ours.preamble, *self._head(body), *below, *either(*bottoms)]
        return lines, order

    def _head(self, body: Written) -> Written:
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
                units.append(self._title(three))
            elif key in by_key:
                units.append(unit_of(by_key[key], three, list_written))
        wanted = counted([three.comments(side, keys) for side in range(3)])
        written = joined(units, wanted)
        place = written.index(BODY) if BODY in written else len(written)
        return [*written[:place], *body, *written[place + 1 :]]

    def _title(self, three: Three) -> Unit:
        sides = [side for side in (OURS, THEIRS) if three.has(side, LIST)]
        # An empty list in brackets can have nothing below it.
        own = [three.own(side, LIST) for side in sides]
        has_measures = any(plain(part.node) is not MISSING for part in self.parts)
        line = next(
            (rows for rows in own if rows[0].rstrip().endswith("]") != has_measures), own[0]
        )
        if not has_measures:
            # A list must not be empty without saying so.
            line = [NO_MEASURES.sub(r"\1 []\2", row) for row in line]
        above = [three.above(side, LIST) for side in range(3)]
        return Unit((above[0], above[1], above[2]), ([], []), [*line, BODY], 0)

    def _measure(self, number: int, blank: Lines) -> Written:
        """A measure with the comments about it; nothing where it is taken out."""
        part = self.parts[number]
        trio = [self._item(side, step) for side, step in enumerate(part.steps)]
        node = part.node
        if isinstance(node, Leaf):
            if node.clash:
                return [whole_clash(node, trio, self.column, blank)]
            if node.value is MISSING:
                return []
            return [*blank, *whole_item(node.value, trio, self.column)]
        if (lines := _same_on_all(trio)) is not None:
            return [*blank, *lines]
        remarks = [item.file.comments(item.entry) if item else [] for item in trio]
        return [*blank, *joined([item_unit(node, trio, self.column)], counted(remarks))]

    def _item(self, side: int, step: Any) -> Item | None:
        if step is None:
            return None
        file = self.files[side][step[0]]
        return Item(file, file.measures[step[1]], file.tree.data[LIST][step[1]])

    def _check(self, lines: Lines, order: Sequence[int], choice: Choice | None) -> None:
        """Raise where some lines do not hold just what is meant, or not the comments."""
        head_or_none = plain(self.node, choice)
        wanted = {} if head_or_none is MISSING else head_or_none
        values = [plain(self.parts[number].node, choice) for number in order]
        measures = [value for value in values if value is not MISSING]
        text = "\n".join(lines)
        tree = read_yaml(self.name, text)
        data = tree.data if isinstance(tree.data, dict) else {}
        listed = data.get(LIST) or []
        head = {key: value for key, value in data.items() if key != LIST}
        if len(order) != len(self.parts) or repr(unordered(head)) != repr(unordered(wanted)):
            raise CannotMergeError(NOT_AS_MEANT)
        if repr(unordered(listed)) != repr(unordered(measures)):
            raise CannotMergeError(NOT_AS_MEANT)
        if "#" in text or "#" in "".join(f.text.whole for f in self.sides if f):
            there = comments(text, tree.spots())
            if not kept(self.said, self.merged, self.name, choice).holds(there):
                raise CannotMergeError(COMMENT_LOST)


def _same_on_all(trio: Sequence[Item | None]) -> Lines | None:
    """The lines of a measure that is written in one way on all sides."""
    lines = [item.file.whole(item.entry) if item else None for item in trio]
    return lines[0] if lines[0] == lines[1] == lines[2] else None


def _field(key: str, value: Any) -> Part:
    return Part(key, (key,), (key, key, key), settled(value, value, value, value))
