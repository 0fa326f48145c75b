"""The conflict markers that git leaves in a text, of whatever length, and what stands in them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

SIZE = 7
# Git may be told to write shorter ones (`conflict-marker-size`): those count where all are there.
SHORTEST = 3
BEGIN = re.compile(r"(<{3,})(?: (.*?))?\r?")
# What `tiltak merge` says where a conflict can only be settled together with another.
TOGETHER = re.compile(r"\(sammen med ([^()]+)\)\r?")


class Marked(NamedTuple):
    """A conflict in a text: the lines (from 0) of its markers; `base` is None where it has none."""

    begin: int
    base: int | None
    middle: int
    end: int

    @property
    def ours(self) -> range:
        """The lines of ours."""
        return range(self.begin + 1, self.middle if self.base is None else self.base)

    @property
    def theirs(self) -> range:
        """The lines of theirs."""
        return range(self.middle + 1, self.end)


def together_with(name: str) -> str:
    """What stands at the first marker of what is settled as the conflict of a name is."""
    return f"(sammen med {name})"


def without_together(line: str) -> str:
    """The line of a first marker without what it is settled together with."""
    return TOGETHER.sub("", line).rstrip()


def settled_with(line: str) -> str:
    """The conflict that one is settled together with, by the line of its first marker."""
    match = TOGETHER.search(line)
    return match[1] if match else ""


def marked_in(lines: Sequence[str], least: int = SIZE) -> list[Marked]:
    """Every whole conflict in some lines, with markers of at least so many signs."""
    conflicts: list[Marked] = []
    number = 0
    while number < len(lines):
        block = _from(lines, number, least) if lines[number].startswith("<" * least) else None
        if block:
            conflicts.append(block)
            number = block.end
        number += 1
    return conflicts


def _from(lines: Sequence[str], begin: int, least: int) -> Marked | None:
    match = BEGIN.fullmatch(lines[begin])
    size = len(match[1]) if match else 0
    if size < least:
        return None
    places: dict[str, int] = {}
    # Those that may come yet.
    signs = "|=>"
    for number in range(begin + 1, len(lines)):
        sign = next((sign for sign in signs if _is_marker(lines[number], sign, size)), "")
        if sign:
            places[sign] = number
            signs = signs.partition(sign)[2]
        if not signs:
            break
        if _is_marker(lines[number], "<", size):
            return None
    if not {"=", ">"} <= places.keys():
        return None
    return Marked(begin, places.get("|"), places["="], places[">"])


def _is_marker(line: str, sign: str, size: int) -> bool:
    line = line.rstrip("\r\n")
    if not line.startswith(sign * size):
        return False
    rest = line[size:]
    return not rest if sign == "=" else not rest or rest.startswith(" ")


def chosen(lines: Sequence[str], blocks: Sequence[Marked], *, theirs: bool) -> list[str]:
    """The lines with one side chosen in every conflict."""
    result: list[str] = []
    done = 0
    for block in blocks:
        result += lines[done : block.begin]
        side = block.theirs if theirs else block.ours
        result += lines[side.start : side.stop]
        done = block.end + 1
    return [*result, *lines[done:]]
