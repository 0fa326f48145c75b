"""Changes to a register with a fault in its YAML: outside the lines that could not be read."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from tiltak_cli.edits.door import NOT_READABLE, NOT_THERE, EditError, changed, replaced, splices_of
from tiltak_cli.edits.operations import Operation, intended
from tiltak_cli.edits.parts import Splice
from tiltak_cli.edits.settle import settled
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.places import may_be_level
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.sources.yaml.recovery import recover


def edit_around(name: str, text: str, operations: Iterable[Operation]) -> str:
    """Change a register's text as `edit` does, also where some of its lines cannot be read.

    Raises EditError where a change would touch those lines, or where what is read afterwards is
    not just what was meant.
    """
    read = read_yaml(name, text)
    if read.readable and not _is_recovered(name, text, read):
        return changed(name, text, operations, read)[0]
    if "\r" in text:
        raise EditError(NOT_READABLE)
    around = recover(name, text)
    if around is None or not around.tree.readable:
        raise EditError(NOT_READABLE)
    changes = list({repr(operation): operation for operation in operations}.values())
    try:
        changes = settled(around.tree.data, changes)
        data = intended(around.tree.data, changes)
    except (KeyError, IndexError, TypeError):
        raise EditError(NOT_THERE) from None
    tree = read_yaml(name, around.text)
    splices = splices_of(name, around.text, tree, changes)
    result = replaced(text, _as_written(text, around.text, splices))
    after = recover(name, result)
    # repr tells 1 from true and "1".
    if after is None or repr(after.tree.data) != repr(data):
        raise EditError(NOT_READABLE)
    return result


def _is_recovered(name: str, text: str, read: Tree) -> bool:
    """Whether a text that can be read is not read as it was meant, and so taken in another way."""
    around = recover(name, text) if read.findings or may_be_level(read.data) else None
    return around is not None and bool(around.tree.findings)


def _as_written(text: str, read: str, splices: list[Splice]) -> list[Splice]:
    """The same in the text as it is written, where the lines that they touch are the same."""
    written, known = text.split("\n"), read.split("\n")
    if len(written) != len(known):
        raise EditError(NOT_READABLE)
    starts = [0, *accumulate(len(line) + 1 for line in known)]
    shifted = [0, *accumulate(len(line) + 1 for line in written)]
    moved = []
    for splice in splices:
        first, last = (bisect_right(starts, at) - 1 for at in (splice.start, splice.end))
        if written[first : last + 1] != known[first : last + 1]:
            raise EditError(NOT_READABLE)
        start = splice.start - starts[first] + shifted[first]
        moved.append(splice._replace(start=start, end=start + splice.end - splice.start))
    return moved
