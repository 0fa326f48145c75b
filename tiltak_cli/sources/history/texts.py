"""Revisions of a register's files read quickly: what has not changed is not read again.

A file of the usual form is cut where its measures begin, and each of them is read on its own the
first time it is seen. A file in which anything is odd is read whole.
"""

from collections.abc import Mapping
from typing import Any

from yaml.error import YAMLError

from tiltak_cli.changes.history import Revision
from tiltak_cli.changes.telling import Reading, State
from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules.base import HEAD
from tiltak_cli.sources.register.build import build_measure, unknown_fields
from tiltak_cli.sources.register.parts import collect
from tiltak_cli.sources.yaml.decode import BOM, MAX_BYTES, decode
from tiltak_cli.sources.yaml.events import NotPlainError, Tree, events
from tiltak_cli.sources.yaml.measures import ENDS, LIST, clear_text, cut
from tiltak_cli.sources.yaml.naming import MeasureLines, measures_in
from tiltak_cli.sources.yaml.reader import plain_document, read_yaml

# Behind all that stands on a line.
FAR = 10**6
# Nobody is told where in an old file something stands.
NOWHERE = events("")()


class Texts:
    """Reads files' bytes to their data, with a `Reading` (or None) for each measure.

    They stand in one list that is the only item under `tiltak`, for nobody asks for their places.
    The same text gives the same `Reading`, so that nobody need look for changes in it.
    """

    def __init__(self) -> None:
        self._pieces: dict[bytes, dict[bytes, Reading | None]] = {}
        self._heads: dict[bytes, dict[str, Any]] = {}
        self._last: dict[tuple[str, bytes], list[bytes]] = {}

    def read(self, name: str, data: bytes) -> Tree | None:
        """What a file holds, without places; None where it cannot be read, or has faults."""
        try:
            return Tree(self._in_pieces(name, data.removeprefix(BOM)), lambda: NOWHERE, ())
        except (NotPlainError, YAMLError):
            return whole(name, data)

    def _in_pieces(self, name: str, data: bytes) -> dict[str, Any]:
        start = LIST.search(data)
        if start is None or len(data) > MAX_BYTES:
            raise NotPlainError
        first = start.start(1)
        head = self._head(name, data[:first])
        dash = start[1] + b"- "
        known = self._pieces.setdefault(dash, {})
        before = self._last.get((name, dash), [])
        pieces = cut(data, first + len(dash), b"\n" + dash, before)
        self._last[name, dash] = pieces
        for piece in pieces:
            if piece not in known:
                known[piece] = _piece(name, dash + piece + b"\n")
        return {**head, "tiltak": [[known[piece] for piece in pieces]]}

    def _head(self, name: str, data: bytes) -> dict[str, Any]:
        """What stands above the measures: `tiltak:` comes last there, and has nothing yet."""
        if data not in self._heads:
            head = plain_document(clear_text(name, data))
            if not isinstance(head, dict) or list(head)[-1:] != ["tiltak"] or head["tiltak"]:
                raise NotPlainError
            self._heads[data] = head
        return self._heads[data]


def _piece(name: str, data: bytes) -> Reading | None:
    """One measure, which must be all that its text holds."""
    text = clear_text(name, b"tiltak:\n" + data)
    if any(end in text for end in ENDS):
        raise NotPlainError
    match plain_document(text):
        case {"tiltak": [measure], **others} if not others:
            return _reading(measure)
    raise NotPlainError


def whole(name: str, data: bytes) -> Tree | None:
    """The same by reading all of a file; of one with faults what they leave clear.

    That one is not `complete`: the measures that a fault is in are nobody.
    """
    text = decode(name, data)
    if isinstance(text, Finding):
        return None
    tree = read_yaml(name, text)
    unclear: set[int] = set()
    if tree.findings or not tree.readable:
        rest = _around_faults(name, text)
        if rest is None:
            return None
        tree, unclear = rest
    if isinstance(tree.data, dict) and isinstance(tree.data.get("tiltak"), list):
        items = enumerate(tree.data["tiltak"])
        readings = [[None if n in unclear else _reading(item) for n, item in items]]
        return tree._replace(
            data={**tree.data, "tiltak": readings}, findings=(), complete=not unclear
        )
    return tree


def _around_faults(name: str, text: str) -> tuple[Tree, set[int]] | None:
    """What is clear of a text with faults, and the positions of the measures that are not."""
    # Most revisions have none.
    from tiltak_cli.sources.yaml.recovery import recover

    recovered = recover(name, text)
    if recovered is None or not recovered.tree.readable or not recovered.tree.complete:
        return None
    tree = recovered.tree
    measures = measures_in(tree.data, tree.spots(), MeasureLines(recovered.outline))
    lines = {f.place.line for f in tree.findings if f.fix is None or not f.fix.safe}
    lines |= {line for rows in recovered.silent for line in rows}
    places = (Place(name, line, FAR, line, FAR) for line in lines)
    unclear = {measures.at(place).number - 1 for place in places}
    unclear |= {position for position, fields in tree.unread.items() if fields}
    return tree, unclear - {HEAD}


def _reading(data: Any) -> Reading | None:
    """A measure as read, or None for what has no id."""
    if not isinstance(data, dict) or not isinstance(data.get("id"), str):
        return None
    measure = build_measure(data)
    return Reading(measure, unknown_fields(data, measure))


def put_together(path: str, trees: list[tuple[str, Tree]]) -> list[Reading | None] | None:
    """What stands for each measure in a register's files; None where there is no register."""
    lists = (isinstance(t.data, dict) and isinstance(t.data.get("tiltak"), list) for _, t in trees)
    parts = collect(path, trees, []) if any(lists) else None
    return [reading for readings in parts.measures for reading in readings] if parts else None


def head_of(path: str, trees: list[tuple[str, Tree]]) -> Mapping[str, Any]:
    """What stands beside the measures in a register's files."""
    parts = collect(path, trees, [])
    return parts.head if parts else {}


def state_of(revision: Revision, path: str, trees: list[tuple[str, Tree | None]]) -> State | None:
    """The measures of a revision by id; None where the register cannot be read."""
    parts = parts_of(path, trees)
    if parts is None:
        return None
    readings = {reading.measure.id: reading for reading in parts if reading}
    if len(readings) == len(parts):
        return State(revision, readings)
    # What has no id, or an id that stands twice, is nobody.
    seen: set[str] = set()
    for reading in parts:
        if reading and reading.measure.id in seen:
            readings.pop(reading.measure.id, None)
        seen.add(reading.measure.id if reading else "")
    return State(revision, readings, complete=False)


def parts_of(path: str, trees: list[tuple[str, Tree | None]]) -> list[Reading | None] | None:
    """What stands for each measure; None also where a file cannot be read."""
    read = [(name, tree) for name, tree in trees if tree is not None]
    return put_together(path, read) if read and len(read) == len(trees) else None
