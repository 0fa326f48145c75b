"""A sheet held against a register that is there: which measure is which, and what differs."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.against.differing import Change, Plain, alike, changes_of
from tiltak_cli.sources.foreign.column import NOTE, TITLE
from tiltak_cli.sources.foreign.entry import Entry, number_line


class Same(NamedTuple):
    """Rows and measures of one title, of which nobody can say which is which."""

    entries: tuple[Entry, ...]
    measures: tuple[str, ...]


class Held(NamedTuple):
    """What a sheet would change: fields of measures that are there, and measures that are not.

    `partners` are the ids of those that are there, by the row in the sheet; `renumbered` are those
    whose number in the sheet is that of another measure in the register; `same` is what someone
    must tell apart; `kept` is where the sheet says what it said before and the register something
    newer; `gone` are the ids of the register that no row is about, and `cleared` fields that the
    sheet had and has no more.
    """

    changes: tuple[Change, ...]
    new: tuple[Entry, ...]
    partners: Mapping[int, str]
    renumbered: tuple[tuple[Entry, str], ...]
    same: tuple[Same, ...] = ()
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
    pairing = _Pairing(entries, heading, measures)
    changes: list[Change] = []
    for entry in entries:
        if partner := pairing.partners.get(entry.row):
            known = (before or {}).get(str(partner["id"]))
            changes += changes_of(entry, partner, known and _unnumbered(known, heading))
    asked = {each.row for same in pairing.same for each in same.entries}
    perhaps = {identity for same in pairing.same for identity in same.measures}
    return Held(
        changes=tuple(change for change in changes if not change.kept),
        new=tuple(e for e in entries if e.row not in pairing.partners and e.row not in asked),
        partners={row: str(partner["id"]) for row, partner in pairing.partners.items()},
        renumbered=tuple(pairing.renumbered),
        same=pairing.same,
        kept=tuple(change for change in changes if change.kept),
        gone=tuple(str(m["id"]) for m in pairing.left if str(m["id"]) not in perhaps),
    )


class _Pairing:
    """Finds which measure of a register each row is, the surest ways first."""

    def __init__(self, entries: Sequence[Entry], heading: str, measures: Sequence[Plain]) -> None:
        self._entries = entries
        self._heading = heading
        self._numbers = _numbers(heading, measures)
        self._by_id = {str(measure.get("id")): measure for measure in measures}
        self.partners: dict[int, Plain] = {}
        self.renumbered: list[tuple[Entry, str]] = []
        self._pair_by_id()
        # Of several with one title the number tells which.
        self._pair_by_number(lambda one, other: one == other)
        self.same = tuple(self._pair_by_title())
        asked = {each.row for same in self.same for each in same.entries}
        for entry, measure in self._pair_by_number(alike):
            if entry.row not in asked:
                self.renumbered.append((entry, str(measure["id"])))

    @property
    def left(self) -> list[Plain]:
        """The measures that no row is."""
        taken = {str(partner["id"]) for partner in self.partners.values()}
        return [measure for name, measure in self._by_id.items() if name not in taken]

    def _rest(self) -> list[Entry]:
        return [entry for entry in self._entries if entry.row not in self.partners]

    def _pair_by_id(self) -> None:
        # An id over several rows says nothing of which one it is.
        numbers = Counter(entry.number for entry in self._entries)
        for entry in self._entries:
            if numbers[entry.number] == 1 and entry.number in self._by_id:
                self.partners[entry.row] = self._by_id[entry.number]

    def _pair_by_number(self, agree: Callable[[str, str], bool]) -> list[tuple[Entry, Plain]]:
        """Pair by the numbers that measures had where titles agree; give those that do not."""
        otherwise = []
        free = {str(measure["id"]) for measure in self.left}
        for entry in self._rest():
            partner = self._numbers.get(number_line(self._heading, entry.number))
            if not entry.number or partner is None or str(partner["id"]) not in free:
                continue
            if agree(_title(partner), _title(entry.plain)):
                self.partners[entry.row] = partner
                free.discard(str(partner["id"]))
            else:
                otherwise.append((entry, partner))
        return otherwise

    def _pair_by_title(self) -> Iterator[Same]:
        """Pair those of one title; give the titles that several have, on either side."""
        rows: dict[str, list[Entry]] = {}
        for entry in self._rest():
            rows.setdefault(_title(entry.plain), []).append(entry)
        there: dict[str, list[Plain]] = {}
        for measure in self.left:
            there.setdefault(_title(measure), []).append(measure)
        for title, entries in rows.items():
            measures = there.get(title, ())
            if title and len(entries) == len(measures) == 1:
                self.partners[entries[0].row] = measures[0]
            elif title and measures:
                yield Same(tuple(entries), tuple(str(measure["id"]) for measure in measures))


def _unnumbered(plain: Plain, heading: str) -> Plain:
    """A measure without the number that its note tells, which is not the sheet's to change."""
    lines = str(plain.get(NOTE) or "").splitlines()
    kept = [line for line in lines if not line.startswith(number_line(heading, ""))]
    return {**plain, NOTE: "\n".join(kept)} if kept != lines else plain


def _title(plain: Plain) -> str:
    return folded(str(plain.get(TITLE) or ""))


def _numbers(heading: str, measures: Sequence[Plain]) -> dict[str, Plain]:
    """Each measure by the number that it was told to have: when it came in, or in its origin."""
    by_number: dict[str, Plain] = {}
    for measure in measures:
        origin = measure.get("opphav")
        lines = [line.strip() for line in str(measure.get(NOTE) or "").splitlines()]
        if isinstance(origin, dict):
            lines.append(number_line(heading, str(origin.get("id"))))
        for line in lines:
            by_number.setdefault(line, measure)
    return by_number
