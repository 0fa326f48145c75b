"""What the command line chooses, put into a text with conflicts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.edits.asked.ways import FaultyError
from tiltak_cli.edits.merged.both import Renamed, both_lines, is_whole
from tiltak_cli.edits.merged.unsettled import Unsettled, side_lines
from tiltak_cli.edits.merged.valued import lines_with
from tiltak_cli.views.conflicts import conflict_line
from tiltak_cli.views.safe import one_line

HAND = "Velg --ours eller --theirs, eller rett filen for hånd."
BOTH = "både det ene og det andre kan bare beholdes der begge har lagt til et tiltak med samme id."
UNKNOWN = "det som sto der før, er ikke kjent her."
NEW = "det sto ingenting der før, så alt her ville blitt borte."
LINE = re.compile("[^\n]*\n|[^\n]+")


class Chosen(NamedTuple):
    """What the command line chooses."""

    ours: bool
    theirs: bool
    base: bool
    both: bool
    value: str | None
    form: str

    @property
    def side(self) -> str:
        """The side, `value` for another value, or nothing."""
        names = [n for n in ("ours", "theirs", "base", "both") if getattr(self, n)]
        names += ["value"] * (self.value is not None)
        if len(names) > 1:
            raise refuse("Velg bare én av --ours, --theirs, --base, --both og --value.")
        return names[0] if names else ""


def settled_text(
    text: str, conflicts: Sequence[Unsettled], chosen: Chosen, new: Sequence[Renamed]
) -> str:
    """A text with some conflicts settled; all other lines as they are, with their own ends."""
    whole = LINE.findall(text)
    lines = text.replace("\r\n", "\n").split("\n")
    # From the bottom up, or the others would stand elsewhere.
    for conflict in reversed(conflicts):
        begin, end = conflict.block.begin, conflict.block.end
        made = _chosen(lines, conflict, chosen, new)
        newline = "\r\n" if whole[begin].endswith("\r\n") else "\n"
        ends = {row.rstrip("\r\n"): row for row in whole[begin : end + 1] if row.endswith("\n")}
        whole[begin : end + 1] = [ends.get(row, row + newline) for row in made]
        lines[begin : end + 1] = made
    return "".join(whole)


def _chosen(
    lines: list[str], conflict: Unsettled, chosen: Chosen, new: Sequence[Renamed]
) -> list[str]:
    """The lines that a conflict becomes."""
    side, about = chosen.side, conflict.about[0]
    if side == "both":
        return _both(lines, conflict, new)
    if side == "base" and is_whole(conflict):
        raise refuse(f"{conflict_line(about, base=False)}: {NEW} {HAND}")
    made = None if side == "value" else side_lines(lines, conflict.block, side)
    if made is None and side == "base" and not conflict.knows_base:
        raise refuse(f"{conflict_line(about, base=False)}: {UNKNOWN} {HAND}")
    try:
        made = lines_with(lines, conflict, chosen.value) if made is None else made
    except FaultyError as error:
        raise refuse(one_line(str(error))) from None
    if made is None:
        line = conflict_line(about, base=conflict.knows_base)
        raise refuse(f"{line}: kan ikke skrives slik. {HAND}")
    return made


def _both(lines: list[str], conflict: Unsettled, new: Sequence[Renamed]) -> list[str]:
    made = both_lines(lines, conflict, new)
    if made is None:
        line = conflict_line(conflict.about[0], base=conflict.knows_base)
        raise refuse(f"{line}: {BOTH} {HAND}")
    return made
