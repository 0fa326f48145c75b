"""What an edit has changed: a sentence for each field, and the same for programs."""

import json
from collections.abc import Sequence
from itertools import takewhile
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.views.safe import one_line

VERSION = 1
LONGEST = 60
# Of long texts so much at most is shown before the place where they differ.
LEAD = 12


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
    old, new = (shown(value) for value in apart(change.old, change.new))
    return f"{field} er endret fra {old} til {new}"


def apart(*values: Any, fits: int = LONGEST) -> tuple[Any, ...]:  # noqa: ANN401 - plain data
    """Values as they are, but texts longer than what fits from before the place where they differ.

    Else those that begin alike would be cut before it, and look the same.
    """
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) <= 1:
        return values
    alike = sum(
        1 for _ in takewhile(lambda letters: len({*letters}) == 1, zip(*texts, strict=False))
    )
    blank = texts[0].find(" ", max(alike - LEAD, 0), alike)
    start = blank + 1 if blank >= 0 else max(alike - LEAD, 0)
    if 2 * alike < fits or max(map(len, texts)) <= fits:
        return values
    return tuple(f"…{value[start:]}" if isinstance(value, str) else value for value in values)


def shown(value: Any) -> str:  # noqa: ANN401 - plain data as read
    """A value in a sentence."""
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, list):
        return listed([shown(item) for item in value]) or "ingen"
    if isinstance(value, dict):
        return quoted(" · ".join(str(part) for part in value.values()), LONGEST)
    text = one_line(str(value))
    plain = text.split() == [text] and not text.startswith("…")
    return text if plain else quoted(text, LONGEST)
