"""What an edit has changed: a sentence for each field, and the same for programs."""

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.views.safe import one_line

VERSION = 1
LONGEST = 60


class Edited(NamedTuple):
    """A field that an edit changes: what it was and what it is, None for nothing, and its line."""

    field: str
    old: Any
    new: Any
    line: int


def edits_json(measure: str | None, file: str, changes: Sequence[Edited]) -> str:
    """An edit as JSON. `measure` is None for the head."""
    data = {
        "version": VERSION,
        "measure": measure,
        "file": file,
        "changes": [change._asdict() for change in changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def edits_text(measure: str | None, file: str, changes: Sequence[Edited]) -> str:
    """A sentence for each field that is changed, with where it stands."""
    whose = one_line(measure) if measure else "Hodet"
    return "".join(f"{whose}: {_told(change)} ({_where(change, file)}).\n" for change in changes)


def _where(change: Edited, file: str) -> str:
    stood = "sto i " if change.new is None else ""
    return f"{stood}{one_line(file)}, linje {change.line}"


def _told(change: Edited) -> str:
    field = one_line(change.field)
    if change.new is None:
        return f"{field} er tatt bort"
    if change.old is None:
        return f"{field} er satt til {shown(change.new)}"
    return f"{field} er endret fra {shown(change.old)} til {shown(change.new)}"


def shown(value: Any) -> str:  # noqa: ANN401 - plain data as read
    """A value in a sentence."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, list):
        return listed([shown(item) for item in value]) or "ingen"
    if isinstance(value, dict):
        return quoted(" · ".join(str(part) for part in value.values()), LONGEST)
    text = one_line(str(value))
    return text if text.split() == [text] else quoted(text, LONGEST)
