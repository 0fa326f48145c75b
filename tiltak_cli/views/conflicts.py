"""What two sides disagree on, as JSON and as a line for each."""

import json
from collections.abc import Sequence
from typing import Any

from tiltak_cli.changes.merge.result import Clash, Conflict
from tiltak_cli.domain.norwegian import counted, quoted
from tiltak_cli.domain.sentences import short
from tiltak_cli.views.edits import apart
from tiltak_cli.views.safe import one_line

VERSION = 1
LONGEST = 60
NOTHING = "–"
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
    if any(conflict.kind is Clash.SAME_ID and not conflict.field for conflict, _ in conflicts):
        lines.append("To nye tiltak med samme id beholdes begge med --both.")
    return "".join(f"{line}\n" for line in lines)


def loose_line(file: str, line: int) -> str:
    """That some markers of a conflict are gone, and `line` has one of those that are not."""
    return (
        f"Konfliktmarkørene i {quoted(file)}, linje {line}, er ikke hele. Velg "
        "hva som gjelder, og ta bort linjene med <, = og > for hånd.\n"
    )


def conflict_line(conflict: Conflict, *, base: bool = True) -> str:
    """One conflict: «T002.frist: vår 2025-12 · deres 2025-Q3 · før 2025-06».

    Without `base` it is not told what stood there before, since that is not known.
    """
    name = ".".join(part for part in (conflict.measure, conflict.field) if part) or BETWEEN
    sides = (conflict.ours, conflict.theirs, *((conflict.base,) if base else ()))
    names = ("vår", "deres", "før")
    said = (f"{side} {_said(value)}" for side, value in zip(names, apart(*sides), strict=False))
    return one_line(f"{name}: {' · '.join(said)}")


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
