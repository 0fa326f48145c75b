"""The editions of a register for programs: one versioned JSON object."""

import json
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.sources.sides.editions import Edition

VERSION = 1


class Row(NamedTuple):
    """An edition, and what changed since the one before; None where they cannot be compared."""

    edition: Edition
    comparison: Comparison | None


def editions_json(rows: list[Row]) -> str:
    """Every edition, the newest first. `changes` has a number for each level, or is null."""
    listed = [_row(row.edition, row.comparison) for row in rows]
    return json.dumps({"version": VERSION, "editions": listed}, ensure_ascii=False, indent=2) + "\n"


def _row(edition: Edition, comparison: Comparison | None) -> dict[str, object]:
    levels = comparison.by_level() if comparison else {}
    return {
        "edition": edition.tag.name,
        "as_of": edition.as_of.isoformat() if edition.as_of else None,
        "tag": edition.tag.tag,
        "tagged": edition.tag.day.isoformat(),
        "commit": edition.tag.commit,
        "measures": edition.measures,
        "changes": {str(level): n for level, n in levels.items()} if comparison else None,
    }
