"""A whole register of two sides as text: ours, with what theirs have changed, file by file."""

from collections.abc import Mapping
from itertools import chain
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.pairing import CannotMergeError, Edition, Placed
from tiltak_cli.changes.merge.result import Choice, Conflict, Leaf, plain, settled
from tiltak_cli.changes.merge.whole import Merged, merge
from tiltak_cli.edits.merged.file import NOT_AS_MEANT, Maker
from tiltak_cli.edits.merged.judge import JUDGE
from tiltak_cli.edits.merged.lines import Markers
from tiltak_cli.edits.merged.shortened import Shortened, shortened
from tiltak_cli.edits.merged.written import SideFile
from tiltak_cli.edits.outline import UnusualError
from tiltak_cli.sources.files import SourceFile
from tiltak_cli.sources.yaml.places import LIST


class Together(NamedTuple):
    """Two sides put together: the files, and what a person must choose.

    A file that shall be no more has no bytes. Measures that name one of those that are `renamed`
    may have been changed too; `given` are the ids of theirs that have become others, with those.
    """

    files: dict[str, bytes | None]
    conflicts: list[Conflict]
    renamed: frozenset[str] = frozenset()
    given: tuple[tuple[str, str], ...] = ()


Files = Mapping[str, SideFile]


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
    try:
        result = _in_short(base, ours, theirs, markers, choice, renumber=renumber)
    except CannotMergeError:
        # What is wrong, and where, is only known in all of it.
        result = None
    if result is not None:
        return result
    files = [
        {name: SideFile(SourceFile(name, data), number) for name, data in side.items()}
        for number, side in enumerate((base, ours, theirs))
    ]
    return _merged(files, markers, choice, renumber=renumber)


def _in_short(
    base: Mapping[str, bytes],
    ours: Mapping[str, bytes],
    theirs: Mapping[str, bytes],
    markers: Markers | None,
    choice: Choice | None,
    *,
    renumber: bool,
) -> Together | None:
    """The same without what need not be read; None where all of it must be."""
    known: frozenset[str] = frozenset()
    while short := _short(base, ours, theirs, known=known):
        (name,) = ours
        files = [{name: SideFile(SourceFile(name, side))} for side in short.sides]
        result = _merged(files, markers, choice, renumber=renumber)
        whole = short.put_back(result.files[name] or b"")
        if whole is None:
            return None
        if result.renamed <= short.known:
            return result._replace(files={name: whole})
        # What names one that has another number now must be read as well.
        known |= result.renamed
    return None


def _short(*sides: Mapping[str, bytes], known: frozenset[str]) -> Shortened | None:
    """The sides without the measures that are the same in all, where they are one file."""
    if any(len(side) != 1 for side in sides) or len({*chain(*sides)}) != 1:
        return None
    texts = [next(iter(side.values())) for side in sides]
    if any(text.count(b"\r\n") not in (0, text.count(b"\n")) for text in texts):
        # Of lines that end in two ways it is minded which end how.
        return None
    return shortened(texts, known)


def _merged(
    files: list[dict[str, SideFile]],
    markers: Markers | None,
    choice: Choice | None,
    *,
    renumber: bool,
) -> Together:
    editions = [_edition(side) for side in files]
    merged = merge(editions[0], editions[1], editions[2], JUDGE, renumber=renumber)
    conflicts = merged.conflicts()
    if markers is None:
        merged = _settled(merged, choice)
    try:
        made = {name: Maker(files, merged, name) for name in merged.heads}
        result = {name: maker.bytes(markers or Markers()) for name, maker in made.items()}
    except UnusualError:
        raise CannotMergeError(NOT_AS_MEANT) from None
    return Together(result, conflicts, merged.renamed, merged.given)


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
