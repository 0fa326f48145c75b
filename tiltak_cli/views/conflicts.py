"""What two sides disagree on, as JSON and as a line for each."""

import json
from collections.abc import Sequence
from typing import Any

from tiltak_cli.changes.merge.result import Clash, Conflict
from tiltak_cli.domain.fields import ID
from tiltak_cli.domain.norwegian import counted, quoted
from tiltak_cli.domain.sentences import short
from tiltak_cli.views.edits import apart
from tiltak_cli.views.safe import one_line

VERSION = 1
LONGEST = 60
NOTHING = "–"
WHOSE = {"ours": "Vår", "theirs": "Deres"}
# Where there are only comments, which are about no measure.
BETWEEN = "Mellom tiltakene"
NONE = "Ingen konflikter i registeret.\n"


def conflicts_json(conflicts: Sequence[Conflict], lines: Sequence[int | None]) -> str:
    """The conflicts as one object; its form is in `schema/konflikter.schema.json`."""
    listed = [
        {
            "measure": conflict.measure or None,
            "field": conflict.field,
            "kind": str(conflict.kind),
            "base": conflict.base,
            "ours": conflict.ours,
            "theirs": conflict.theirs,
            "line": line,
        }
        for conflict, line in zip(conflicts, lines, strict=True)
    ]
    whole = {"version": VERSION, "conflicts": listed}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def conflicts_text(conflicts: Sequence[Conflict]) -> str:
    """How many there are, and each with what both sides have and what it was."""
    if not conflicts:
        return ""
    number = counted(len(conflicts), "konflikt", "konflikter")
    return "\n".join([f"{number}:", *(f"  {conflict_line(c)}" for c in conflicts)])


def conflicts_list(conflicts: Sequence[tuple[Conflict, bool]]) -> str:
    """A line for each, with what it was where that is known; then how two new ones are kept."""
    lines = [conflict_line(conflict, base=base) for conflict, base in conflicts]
    if any(_is_two(conflict) for conflict, _ in conflicts):
        lines.append("To tiltak med samme id beholdes begge med --both.")
    return "".join(f"{line}\n" for line in lines)


def _is_two(conflict: Conflict) -> bool:
    """Whether a conflict is about two measures under one id, of which one at least is new."""
    new = [one.measure for one in conflict.along if not one.field and one.base is None]
    same = conflict.kind is Clash.SAME_ID and not conflict.field
    return same or (conflict.field == ID and conflict.measure in new)


def gone(conflicts: Sequence[Conflict], side: str) -> list[str]:
    """A sentence for each new measure that is gone where the conflicts are settled for a side."""
    other = next(one for one in WHOSE if one != side)
    whole = [one for c in conflicts for one in (c, *c.along) if not one.field]
    new = [c for c in whole if c.kind is Clash.SAME_ID and getattr(c, other)]
    return [gone_line(conflict, other) for conflict in new]


def gone_line(conflict: Conflict, side: str) -> str:
    """That a new measure of a side is gone."""
    title = _said(getattr(conflict, side))
    return one_line(f"{WHOSE[side]} nye {conflict.measure} {title} er ikke med lenger.")


def loose_line(file: str, line: int) -> str:
    """That some markers of a conflict are gone, and `line` has one of those that are not."""
    return (
        f"Konfliktmarkørene i {quoted(file)}, linje {line}, er ikke hele. Velg "
        "hva som gjelder, og ta bort linjene med <, = og > for hånd.\n"
    )


def conflict_line(conflict: Conflict, *, base: bool = True) -> str:
    """One conflict: «T002.frist: vår 2025-12 · deres 2025-Q3 · før 2025-06».

    Then come those that are settled with it. Without `base` it is not told what stood there before,
    since that is not known.
    """
    parts = [_line(one, base=base) for one in (conflict, *conflict.along)]
    return one_line(", sammen med ".join(parts))


def _line(conflict: Conflict, *, base: bool) -> str:
    name = conflict.name or BETWEEN
    sides = (conflict.ours, conflict.theirs, *((conflict.base,) if base else ()))
    names = ("vår", "deres", "før")
    parts = (f"{side} {_said(value)}" for side, value in zip(names, apart(*sides), strict=False))
    return f"{name}: {' · '.join(parts)}"


def _said(value: Any) -> str:  # noqa: ANN401 - plain data of any kind
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return short(", ".join(_said(item) for item in value), LONGEST)
    if isinstance(value, dict):
        title = value.get("tittel") or value.get("tekst")
        if title:
            return f"«{short(str(title), LONGEST)}»"
        return short(", ".join(f"{key}: {_said(item)}" for key, item in value.items()), LONGEST)
    return short(" ".join(str(value).split()), LONGEST)
