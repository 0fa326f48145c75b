"""Changes for programs: one versioned JSON object."""

import json

from tiltak_cli.changes.change import Change, Piece
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.left_out import names_of
from tiltak_cli.domain.register import Register
from tiltak_cli.views.changes.brief_json import brief_json
from tiltak_cli.views.changes.words import past
from tiltak_cli.wording import NB

VERSION = 1


def changes_json(comparison: Comparison) -> str:
    """The two sides, the counts, and every change with its fingerprint; then the comments."""
    result: dict[str, object] = {
        "version": VERSION,
        "old": _side(comparison.old),
        "new": _side(comparison.new),
        "counts": {
            "levels": {str(level): n for level, n in comparison.by_level().items()},
            "kinds": {kind.code: n for kind, n in comparison.by_kind()},
            "areas": comparison.by_area(),
            "responsible": comparison.by_ministry(),
        },
        "brief": brief_json(comparison, NB),
        "changes": [_change(change) for change in comparison.all],
        "calendar": [_change(change) for change in comparison.calendar],
        "comments": _change(comparison.comments) if comparison.comments else None,
    }
    for side, register in (("old", comparison.old), ("new", comparison.new)):
        if register.left_out:
            result[side] = {**_side(register), "left_out": names_of(register.left_out)}
    if comparison.cut:
        since = comparison.cut.since.isoformat() if comparison.cut.since else None
        result["history"] = {"since": since, "note": past(comparison)}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _side(register: Register) -> dict[str, object]:
    return {
        "edition": register.edition,
        "as_of": register.as_of.isoformat() if register.dated else None,
        "measures": len(register.measures),
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "fingerprint": change.fingerprint,
        "kind": change.kind.code,
        "heading": change.kind.heading,
        "level": str(change.kind.level),
        "measure": change.measure_id or None,
        "title": change.title or None,
        "field": change.field or None,
        "old": NB.value(change.old) or None,
        "new": NB.value(change.new) or None,
        "sentence": change.sentence,
        "reason": change.why or None,
        "words": [_piece(piece) for piece in change.words],
        "also": [
            {"field": key, "old": NB.value(old) or None, "new": NB.value(new) or None}
            for key, old, new in change.also
        ],
    }


def _piece(piece: Piece) -> dict[str, str]:
    return {"same": piece.out} if piece.same else {"old": piece.out, "new": piece.into}
