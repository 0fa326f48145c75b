"""Changes to a register with a fault in its YAML: outside the lines that could not be read."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from tiltak_cli.edits.door import NOT_READABLE, NOT_THERE, EditError, edit, replaced, splices_of
from tiltak_cli.edits.operations import Operation, intended
from tiltak_cli.edits.parts import Splice
from tiltak_cli.edits.settle import settled
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.sources.yaml.recovery import Recovered, recover


def edit_around(name: str, text: str, operations: Iterable[Operation]) -> str:
    """Change a register's text as `edit` does, also where some of its lines cannot be read.

    Raises EditError where a change would touch those lines, or where what is read afterwards is
    not just what was meant.
    """
    if read_yaml(name, text).readable and not _recovered(name, text):
        return edit(name, text, operations)
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
    found = splices_of(name, around.text, tree, changes)
    result = replaced(text, _as_written(text, around.text, found))
    after = recover(name, result)
    # repr tells 1 from true and "1".
    if after is None or repr(after.tree.data) != repr(data):
        raise EditError(NOT_READABLE)
    return result


def _recovered(name: str, text: str) -> Recovered | None:
    """What is read of a text that can be read, but not as it was meant."""
    tree = read_yaml(name, text)
    around = recover(name, text) if tree.findings else None
    return around if around and around.tree.findings else None


def _as_written(text: str, read: str, found: list[Splice]) -> list[Splice]:
    """The same in the text as it is written, where the lines that they touch are the same."""
    written, known = text.split("\n"), read.split("\n")
    if len(written) != len(known):
        raise EditError(NOT_READABLE)
    starts = [0, *accumulate(len(line) + 1 for line in known)]
    shifted = [0, *accumulate(len(line) + 1 for line in written)]
    moved = []
    for splice in found:
        first, last = (bisect_right(starts, at) - 1 for at in (splice.start, splice.end))
        if written[first : last + 1] != known[first : last + 1]:
            raise EditError(NOT_READABLE)
        start = splice.start - starts[first] + shifted[first]
        moved.append(splice._replace(start=start, end=start + splice.end - splice.start))
    return moved
