"""The files of a register with the conflicts marked in them, and which of them are one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tiltak_cli.changes.merge.result import MISSING, Clash, Conflict, with_along
from tiltak_cli.edits.merged.unsettled import Unsettled, side_of_all, unsettled
from tiltak_cli.sources.files import Refusal, SourceFile
from tiltak_cli.sources.git.stages import before_merge
from tiltak_cli.sources.yaml.conflicts import MEASURE, loose_marker
from tiltak_cli.sources.yaml.markers import SHORTEST
from tiltak_cli.sources.yaml.reader import read_yaml


class Marked(NamedTuple):
    """A file with conflicts in it."""

    file: SourceFile
    conflicts: list[Unsettled]

    @property
    def text(self) -> str:
        """Its text."""
        return self.file.data.decode()

    @property
    def loose(self) -> int | None:
        """The line (from 1) of a marker that belongs to no whole conflict."""
        number = loose_marker(self.file.data.decode("utf-8", "replace").split("\n"))
        return None if number is None else number + 1


def marked_file(file: SourceFile) -> Marked:
    """A file with its conflicts; what both sides come from is asked of git."""
    try:
        text = file.data.decode()
    except UnicodeDecodeError:
        return Marked(file, [])
    if "<" * SHORTEST not in text:
        return Marked(file, [])
    before = before_merge(file.name)
    base = MISSING if isinstance(before, Refusal) else None
    if isinstance(before, bytes):
        tree = read_yaml("", before.decode("utf-8", "replace"))
        base = tree.data if tree.readable else MISSING
    return Marked(file, unsettled(text.replace("\r\n", "\n"), base))


def about(files: Sequence[Marked], measure: str, field: str) -> list[Marked]:
    """The conflicts about a measure, or the head, and about a field where one is named."""
    return [
        marked._replace(conflicts=[c for c in marked.conflicts if c.is_about(measure, field)])
        for marked in files
    ]


class Moved(NamedTuple):
    """A conflict about a measure that a side has moved to another file, which is named."""

    conflict: Conflict
    side: str
    file: str


def moved(files: Sequence[Marked], wanted: Sequence[Marked]) -> list[Moved]:
    """The conflicts among those wanted that come of a move from one file to another.

    Git merges each file by itself, so the measure is gone on one side and changed on the other.
    """
    lines = [
        (m.file.name, {match[1] for match in map(MEASURE.match, _settled(m)) if match})
        for m in files
    ]
    return [
        Moved(one, "ours" if one.ours is None else "theirs", name)
        for marked in wanted
        for conflict in marked.conflicts
        for one in conflict.about
        if one.kind is Clash.DELETED_CHANGED and not one.field
        for name, ids in lines
        if name != marked.file.name and one.measure in ids
    ]


def _settled(marked: Marked) -> list[str]:
    """The lines of a file, with ours in its conflicts."""
    lines = marked.text.replace("\r\n", "\n").split("\n")
    blocks = [conflict.block for conflict in marked.conflicts]
    return side_of_all(lines, blocks, {}).split("\n")


def with_linked(files: Sequence[Marked], wanted: Sequence[Marked]) -> list[Marked]:
    """Some conflicts of the files, and those that are settled together with them."""
    chosen = [conflict for marked in wanted for conflict in marked.conflicts]
    names = {conflict.linked for conflict in chosen} - {""}

    def belongs(conflict: Unsettled) -> bool:
        return (
            any(conflict is one for one in chosen)
            or conflict.linked in names
            or any(conflict.is_named(name) for name in names)
            or any(one.is_named(conflict.linked) for one in chosen)
        )

    return [
        marked._replace(conflicts=[c for c in marked.conflicts if belongs(c)]) for marked in files
    ]


def told(files: Sequence[Marked]) -> list[Unsettled]:
    """The conflicts that are told: those that are settled together are one."""
    return list(_told([conflict for marked in files for conflict in marked.conflicts]))


def _told(conflicts: Sequence[Unsettled]) -> Iterator[Unsettled]:
    seen: set[str] = set()
    for conflict in conflicts:
        name = conflict.linked
        led = name in seen or any(not c.linked and c.is_named(name) for c in conflicts)
        if not name or not led:
            yield _with_along(conflict, conflicts)
        seen.add(name)


def _with_along(conflict: Unsettled, conflicts: Sequence[Unsettled]) -> Unsettled:
    """A conflict with those that are settled with it."""
    if len(conflict.about) != 1:
        return conflict
    others = [
        (one, conflict.about[0].name)
        for each in conflicts
        if each is not conflict
        and each.linked
        and (conflict.is_named(each.linked) or conflict.linked == each.linked)
        for one in each.about
    ]
    return conflict._replace(about=tuple(with_along([(conflict.about[0], ""), *others])))
