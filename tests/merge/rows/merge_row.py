"""What a row of the tables of merges is."""

from typing import NamedTuple

BOTH, GONE, SAME, FAULT = "both-changed", "deleted-changed", "same-id", "fault"


class Row(NamedTuple):
    """One merge."""

    what: str
    base: str
    ours: str
    theirs: str
    merged: str | None
    conflicts: tuple[str, ...] = ()


def clash(what: str, base: str, ours: str, theirs: str, *conflicts: str) -> Row:
    return Row(what, base, ours, theirs, None, conflicts)
