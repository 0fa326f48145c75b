"""The comments that two sides put together must hold: none is lost, and none stands twice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import MISSING, Choice, Leaf, Node, Part, conflicts_in, plain
from tiltak_cli.changes.merge.values import identical
from tiltak_cli.changes.merge.whole import Merged
from tiltak_cli.edits.merged.written import SideFile, counted
from tiltak_cli.edits.outline import Entry
from tiltak_cli.sources.yaml.order import comments

CHOICES = (Choice.BASE, Choice.OURS, Choice.THEIRS)
BASE, OURS, THEIRS = range(3)


class Kept(NamedTuple):
    """How often each comment must stand in a text, and how often it may."""

    least: Counter[str]
    most: Counter[str]

    def holds(self, counts: Counter[str]) -> bool:
        """Whether some comments are those that must stand there, and no more."""
        return self.least <= counts <= self.most


class Comments:
    """The comments of the sides' files: those about each measure, and the others.

    A measure that is written alike on several sides is read once.
    """

    def __init__(self, files: Sequence[Mapping[str, SideFile]]) -> None:
        self.files = files
        self._read: dict[str, list[str]] = {}
        self._between: dict[str, list[list[str]]] = {}

    def about(self, step: Any, side: int) -> Sequence[str]:
        """Those that are about the measure at a step."""
        if step is None:
            return ()
        file = self.files[side][step[0]]
        return self._of(file, file.measures[step[1]])

    def between(self, name: str) -> list[list[str]]:
        """Those of a file, on each side, that are about none of its measures."""
        if name not in self._between:
            self._between[name] = [self._others(side.get(name)) for side in self.files]
        return self._between[name]

    def all_in(self, name: str, side: int) -> Counter[str]:
        """All of a file on a side."""
        counts = Counter(self.between(name)[side])
        file = self.files[side].get(name)
        for measure in file.measures if file else ():
            counts.update(self._of(file, measure) if file else ())
        return counts

    def _of(self, file: SideFile, measure: Entry) -> list[str]:
        text = "\n".join(file.whole(measure))
        if text not in self._read:
            self._read[text] = file.comments(measure)
        return self._read[text]

    def _others(self, file: SideFile | None) -> list[str]:
        if file is None or "#" not in file.text.whole:
            return []
        counts = comments(file.text.whole, file.tree.spots())
        counts.subtract(c for measure in file.measures for c in self._of(file, measure))
        return list((+counts).elements())


def kept(remarks: Comments, merged: Merged, name: str, choice: Choice | None) -> Kept:
    """The comments of a file of the result, where one side is chosen wherever they disagree.

    What is about a measure goes where that goes, and only then. All else is the file's.
    """
    least, most = Counter[str](), Counter[str]()
    for part in merged.in_file(name):
        about = [remarks.about(step, side) for side, step in enumerate(part.steps)]
        if any(about):
            own = _of_part(part, about, choice)
            least.update(own.least)
            most.update(own.most)
    own = _of_sides(merged.heads[name], remarks.between(name), choice)
    least.update(own.least)
    most.update(own.most)
    # A comment may be about a measure on one side only: what stands everywhere stays, and is not
    # taken with two measures.
    base, ours, theirs = (remarks.all_in(name, side) for side in range(3))
    gone = {
        comment
        for part in merged.measures
        if isinstance(part.node, Leaf) and plain(part.node, choice) is MISSING
        for comment in remarks.about(part.steps[BASE], BASE)
    }
    if all(home == name for home in merged.homes):
        for comment in base.keys() & ours.keys() & theirs.keys():
            b, o, t = base[comment], ours[comment], theirs[comment]
            most[comment] = min(most[comment], max(b, o, t, o + t - b))
            least[comment] = max(least[comment], int(comment not in gone))
    return Kept(least, most)


def _of_part(part: Part, about: Sequence[Sequence[str]], choice: Choice | None) -> Kept:
    """Those of a measure: of one that is taken whole, as the side has it that it is taken from."""
    node = part.node
    if not isinstance(node, Leaf):
        return _of_sides(node, about, choice)
    value = node.value if choice is None else node.chosen(choice)
    if value is MISSING:
        return Kept(Counter(), Counter())
    there = [side for side in (OURS, THEIRS) if node[side] is not MISSING]
    if node.clash and choice is not None:
        there = [CHOICES.index(choice)]
    elif len(there) > 1:
        there = [side for side in there if identical(node[side], value)][:1]
    most = Counter(comment for side in (OURS, THEIRS) for comment in about[side])
    return Kept(Counter(comment for side in there for comment in about[side]), most)


def _of_sides(node: Node, sides_have: Sequence[Sequence[str]], choice: Choice | None) -> Kept:
    """Those that both sides have, and what either has added, less what one has taken away."""
    wanted = counted(sides_have)
    sides = [Counter(side) for side in sides_have]
    most = wanted | sides[OURS] | sides[THEIRS]
    if choice is not None and any(True for _ in conflicts_in(node)):
        # In a conflict each side has its own.
        wanted &= sides[CHOICES.index(choice)]
    return Kept(wanted, most)
