"""A sheet held against a register that is there: which measure is which, and what differs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.measures import Entry, number_line

NOTE, TITLE = "merknad", "tittel"
# So alike are two titles of which one has been reworded; a running number alone says nothing.
ALIKE = 0.6
Plain = Mapping[str, Any]


class Change(NamedTuple):
    """A field of a measure that the sheet has another value for; `old` is None where there is none.

    Where both have a value, nobody knows which one is newer.
    """

    measure: str
    field: str
    old: Any
    new: Any
    cell: str

    @property
    def clashes(self) -> bool:
        """Whether someone must choose."""
        return self.old is not None


class Held(NamedTuple):
    """What a sheet would change: fields of measures that are there, and measures that are not.

    `partners` are the ids of those that are there, by the row in the sheet; `renumbered` are those
    whose number in the sheet is that of another measure in the register.
    """

    changes: tuple[Change, ...]
    new: tuple[Entry, ...]
    partners: Mapping[int, str]
    renumbered: tuple[tuple[Entry, str], ...]


def held_against(entries: Sequence[Entry], heading: str, measures: Sequence[Plain]) -> Held:
    """Pair a sheet's measures with a register's: by id, then title, then number and title."""
    by_id = {str(measure.get("id")): measure for measure in measures}
    partners = {entry.row: by_id[entry.number] for entry in entries if entry.number in by_id}
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
        if _alike(found, entry.plain):
            partners[entry.row] = found
            taken.add(str(found["id"]))
        else:
            renumbered.append((entry, str(found["id"])))
    changes = [c for e in entries if e.row in partners for c in _changes(e, partners[e.row])]
    return Held(
        changes=tuple(changes),
        new=tuple(entry for entry in entries if entry.row not in partners),
        partners={row: str(partner["id"]) for row, partner in partners.items()},
        renumbered=tuple(renumbered),
    )


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


def _alike(measure: Plain, plain: Plain) -> bool:
    one, other = _title(measure), _title(plain)
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _changes(entry: Entry, measure: Plain) -> list[Change]:
    """What the sheet has that the measure has not, or has otherwise."""
    identity = str(measure["id"])
    return [
        Change(identity, field, measure.get(field), value, entry.cells.get(field, ""))
        for field, value in entry.plain.items()
        if not _same(field, measure.get(field), value)
    ]


def _same(field: str, old: Any, new: Any) -> bool:
    if field == TITLE:
        return folded(str(old)) == folded(str(new))
    if isinstance(old, list) or isinstance(new, list):
        one, other = ([*map(str, v)] if isinstance(v, list) else [str(v)] for v in (old, new))
        return one == other if field == "ansvarlig" else set(one) == set(other)
    words = " ".join(str(new).split())
    kept = " ".join(str(old).split())
    # A note that has more than the sheet's is not to be shortened.
    return words in kept if field == NOTE and old is not None else kept == words
