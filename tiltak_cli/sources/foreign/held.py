"""A sheet held against a register that is there: which measure is which, and what differs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.differing import NOTE, TITLE, Change, Plain, alike, changes_of
from tiltak_cli.sources.foreign.measures import Entry, number_line


class Held(NamedTuple):
    """What a sheet would change: fields of measures that are there, and measures that are not.

    `partners` are the ids of those that are there, by the row in the sheet; `renumbered` are those
    whose number in the sheet is that of another measure in the register; `kept` is where the sheet
    says what it said before and the register something newer; `gone` are the ids of the register
    that no row is about, and `cleared` fields that the sheet had and has no more.
    """

    changes: tuple[Change, ...]
    new: tuple[Entry, ...]
    partners: Mapping[int, str]
    renumbered: tuple[tuple[Entry, str], ...]
    kept: tuple[Change, ...] = ()
    gone: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()


def held_against(
    entries: Sequence[Entry],
    heading: str,
    measures: Sequence[Plain],
    before: Mapping[str, Plain] | None = None,
) -> Held:
    """Pair a sheet's measures with a register's: by id, then title, then number and title.

    `before` has by id what both were made from; None where nobody knows.
    """
    by_id = {str(measure.get("id")): measure for measure in measures}
    # An id over several rows says nothing of which one it is.
    numbers = Counter(entry.number for entry in entries)
    partners = {
        e.row: by_id[e.number] for e in entries if numbers[e.number] == 1 and e.number in by_id
    }
    taken = {str(partner["id"]) for partner in partners.values()}
    titles = Counter(_title(entry.plain) for entry in entries)
    there = Counter(map(_title, measures))
    by_title = {
        title: m for m in measures if (title := _title(m)) and there[title] == 1 and title in titles
    }
    for entry in entries:
        title = _title(entry.plain)
        found = by_title.get(title) if titles[title] == 1 and entry.row not in partners else None
        if found and str(found["id"]) not in taken:
            partners[entry.row] = found
            taken.add(str(found["id"]))
    by_number = _numbers(heading, measures)
    renumbered = []
    for entry in entries:
        if entry.row in partners or not entry.number:
            continue
        found = by_number.get(number_line(heading, entry.number))
        if found is None or str(found["id"]) in taken:
            continue
        if alike(_title(found), _title(entry.plain)):
            partners[entry.row] = found
            taken.add(str(found["id"]))
        else:
            renumbered.append((entry, str(found["id"])))
    changes: list[Change] = []
    for entry in entries:
        if partner := partners.get(entry.row):
            known = (before or {}).get(str(partner["id"]))
            changes += changes_of(entry, partner, known and _unnumbered(known, heading))
    there_too = {str(partner["id"]) for partner in partners.values()}
    return Held(
        changes=tuple(change for change in changes if not change.kept),
        new=tuple(entry for entry in entries if entry.row not in partners),
        partners={row: str(partner["id"]) for row, partner in partners.items()},
        renumbered=tuple(renumbered),
        kept=tuple(change for change in changes if change.kept),
        gone=tuple(identity for identity in by_id if identity not in there_too),
    )


def _unnumbered(plain: Plain, heading: str) -> Plain:
    """A measure without the number that its note tells, which is not the sheet's to change."""
    lines = str(plain.get(NOTE) or "").splitlines()
    kept = [line for line in lines if not line.startswith(number_line(heading, ""))]
    return {**plain, NOTE: "\n".join(kept)} if kept != lines else plain


def _title(plain: Plain) -> str:
    return folded(str(plain.get(TITLE) or ""))


def _numbers(heading: str, measures: Sequence[Plain]) -> dict[str, Plain]:
    """Each measure by the number that it was told to have: when it came in, or in its origin."""
    found: dict[str, Plain] = {}
    for measure in measures:
        origin = measure.get("opphav")
        lines = [line.strip() for line in str(measure.get(NOTE) or "").splitlines()]
        if isinstance(origin, dict):
            lines.append(number_line(heading, str(origin.get("id"))))
        for line in lines:
            found.setdefault(line, measure)
    return found
