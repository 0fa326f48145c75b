"""The editions of a register for programs: one versioned JSON object."""

import json
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Cut
from tiltak_cli.changes.left_out import left_out, names_of
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.overview.trend import Point
from tiltak_cli.sources.sides.editions import Edition
from tiltak_cli.wording import NB

VERSION = 1


class Row(NamedTuple):
    """An edition, and what changed since the one before; None where they cannot be compared.

    `before` is the name of that one; `apart` says that another stands between them in the list.
    `point` is how its measures stood on its own day, where it can be read.
    """

    edition: Edition
    before: str
    comparison: Comparison | None
    apart: bool = False
    point: Point | None = None


UNKNOWN = "Om dette er utgaver av denne grenen, er ikke kjent: {}."
NOT_HERE = "Ikke en del av denne grenen: {}."
APART = "{} er sammenlignet med {}."


def notes(rows: list[Row], cut: Cut | None) -> list[str]:
    """What the list does not say itself: which editions are not in the history of HEAD.

    Where that is `cut`, which are is not known.
    """
    elsewhere = [row.edition.tag.name for row in rows if not row.edition.tag.merged]
    sentences = [NB.phrases(cut.of_editions())] if cut else []
    if elsewhere:
        sentences.append((UNKNOWN if cut else NOT_HERE).format(listed(elsewhere)))
    apart = [row for row in rows if row.apart]
    sentences += [
        f"{row.edition.tag.name}: {NB.phrases(out)}"
        for row in rows
        if row.comparison and (out := left_out(row.comparison.old, row.comparison.new))
    ]
    return [*sentences, *(APART.format(row.edition.tag.name, row.before) for row in apart)]


def editions_json(rows: list[Row], cut: Cut | None) -> str:
    """Every edition, the latest first. `changes` has a number for each level, or is null.

    So are `situations`, how many measures stood how on its own day, and `deadlines`, which of those
    that fell since the edition before were kept, moved and missed.
    One that is not in the history of HEAD has `elsewhere`, and one that is not compared with the
    next has the name of the one it is, in `since`; `left_out` are the measures that are not
    compared, because of faults. Where the history is cut, `history` says so.
    """
    editions = [_row(row, known=cut is None) for row in rows]
    result: dict[str, object] = {"version": VERSION, "editions": editions}
    if cut:
        since = cut.since.isoformat() if cut.since else None
        result["history"] = {"since": since, "note": NB.phrases(cut.of_editions())}
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _row(row: Row, *, known: bool) -> dict[str, object]:
    edition, comparison = row.edition, row.comparison
    levels = comparison.by_level() if comparison else {}
    point = row.point
    fell = point.deadlines if point else None
    situations = {str(kind): n for kind, n in point.situations.items()} if point else None
    out = comparison.old.left_out + comparison.new.left_out if comparison else ()
    return {
        "edition": edition.tag.name,
        "as_of": edition.as_of.isoformat() if edition.as_of else None,
        "tag": edition.tag.tag,
        "tagged": edition.tag.day.isoformat(),
        "commit": edition.tag.commit,
        "measures": edition.measures,
        "situations": situations,
        "deadlines": fell._asdict() if fell else None,
        "changes": {str(level): n for level, n in levels.items()} if comparison else None,
        **({"elsewhere": True} if known and not edition.tag.merged else {}),
        **({"since": row.before} if row.apart else {}),
        **({"left_out": names_of(out)} if out else {}),
    }
