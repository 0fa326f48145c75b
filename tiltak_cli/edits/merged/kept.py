"""The comments that two sides put together must hold: none is lost, and none stands twice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import MISSING, Choice, Leaf, Node, Part, conflicts_in
from tiltak_cli.changes.merge.values import identical
from tiltak_cli.changes.merge.whole import Merged
from tiltak_cli.edits.merged.written import Written, counted
from tiltak_cli.sources.yaml.comments import comments_at

CHOICES = (Choice.BASE, Choice.OURS, Choice.THEIRS)
BASE, OURS, THEIRS = range(3)
Comments = Sequence[str]


class Kept(NamedTuple):
    """How often each comment must stand in a text, and how often it may."""

    least: Counter[str]
    most: Counter[str]

    def holds(self, found: Counter[str]) -> bool:
        """Whether some comments are those that must stand there, and no more."""
        return self.least <= found <= self.most


def kept(
    files: Sequence[Mapping[str, Written]], merged: Merged, name: str, choice: Choice | None
) -> Kept:
    """The comments of a file of the result, where one side is chosen wherever they disagree.

    What is about a measure goes where that goes, and only then. All else is the file's.
    """
    least, most = Counter[str](), Counter[str]()
    for part in merged.in_file(name):
        about = [_about(side, step) for side, step in zip(files, part.steps, strict=True)]
        if any(about):
            own = _of_part(part, about, choice)
            least += own.least
            most += own.most
    between = [_between(side.get(name)) for side in files]
    own = _of_sides(merged.heads[name], between, choice)
    return Kept(least + own.least, most + own.most)


def _about(files: Mapping[str, Written], step: Any) -> Comments:
    if step is None:
        return ()
    file = files[step[0]]
    return file.comments(file.measures[step[1]])


def _between(file: Written | None) -> Comments:
    """The comments of a file that are about none of its measures."""
    if file is None or "#" not in file.text.whole:
        return ()
    found = Counter(comment for _, comment in comments_at(file.text.whole, file.tree.spots()))
    for measure in file.measures:
        found -= Counter(file.comments(measure))
    return list(found.elements())


def _of_part(part: Part, about: Sequence[Comments], choice: Choice | None) -> Kept:
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


def _of_sides(node: Node, comments: Sequence[Comments], choice: Choice | None) -> Kept:
    """Those that both sides have, and what either has added, less what one has taken away."""
    wanted = counted(comments)
    sides = [Counter(side) for side in comments]
    most = wanted | sides[OURS] | sides[THEIRS]
    if choice is not None and any(True for _ in conflicts_in(node)):
        # In a conflict each side has its own.
        wanted &= sides[CHOICES.index(choice)]
    return Kept(wanted, most)
