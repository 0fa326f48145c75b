"""What to look after when it has been chosen between measures that have come to have one id."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.edits.merged.both import OTHER, Renamed, is_whole, names_in
from tiltak_cli.edits.merged.marked import Moved
from tiltak_cli.edits.merged.unsettled import Unsettled, side_of_all
from tiltak_cli.sources.yaml.markers import SHORTEST, marked_in
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.views.conflicts import WHOSE, gone_line
from tiltak_cli.views.safe import one_line


def followed(
    conflicts: Sequence[Unsettled], side: str, new: Sequence[Renamed], texts: Sequence[str]
) -> tuple[list[str], list[str]]:
    """A sentence for each new id and measure that is gone; and for what must be looked after.

    `conflicts` are settled by the choice of a `side`, whereby some measures have a new id, and all
    of the register's files have become the `texts`.
    """
    sentences = [
        f"{WHOSE[one.side]} {one.code} har fått id-en {one.names[one.code]}." for one in new
    ]
    about = [conflict.about[0] for conflict in conflicts if is_whole(conflict)]
    gone = [one for one in about if side in OTHER and getattr(one, OTHER[side])]
    sentences += (gone_line(one, OTHER[side]) for one in gone)
    ids = {one.code: one.names[one.code] for one in new}
    codes = dict.fromkeys([*ids, *(one.measure for one in gone)])
    data = [_data(text) for text in texts] if codes else []
    doubts = [note for code in codes for note in _named(data, code, ids.get(code))]
    return sentences, doubts


def moved_line(moved: Moved, side: str = "") -> str:
    """What to do about a measure that one side has moved to another file, or what is left to do.

    Neither side has it there with what the other has changed. `side` is the one that was chosen.
    """
    code, file = moved.conflict.measure, quoted(os.path.basename(moved.file))
    other = WHOSE[OTHER[moved.side]].lower()
    if side:
        return one_line(f"{code} i {file} er uten det {other} side har endret. Før det inn der.")
    return one_line(
        f"{code} står også i {file}, dit {WHOSE[moved.side].lower()} side har flyttet det. Velg "
        f"--{moved.side}, og før inn det {other} side har endret, der."
    )


def _named(data: Sequence[Any], code: str, new: str | None) -> Iterator[str]:
    """That some fields name one of two measures, and nobody knows which."""
    fields = [name for each in data for name in names_in(each, code)]
    if fields:
        which = f"det er {code} eller {new}" if new else "det er det tiltaket"
        yield f"{one_line(listed(fields))} viser til {code}. Se etter om {which} som er ment."


def _data(text: str) -> Any:
    """A register's data, with ours in the conflicts that are left."""
    lines = text.replace("\r\n", "\n").split("\n")
    tree = read_yaml("", side_of_all(lines, marked_in(lines, SHORTEST), {}))
    return tree.data if tree.readable else None
