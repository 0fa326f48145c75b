"""What people have written in a workbook, as values for the fields of measures."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple


class Known(NamedTuple):
    """The `codes` that a field may hold, by its key, and those of the full `names` of some."""

    codes: Callable[[str], Sequence[str | int]]
    names: Mapping[str, str] = MappingProxyType({})

    def __call__(self, key: str) -> Sequence[str | int]:
        """The codes that a field may hold."""
        return self.codes(key)


class Entry(NamedTuple):
    """A value that someone has written in a cell. `place` is the cell: `J19`, `Milepæler!F6`.

    `way` names the field: `("frist",)`, or `("milepæler", "M1", "nådd")`. `old` is what the
    workbook was made from and `new` what is to be, as plain data; None is nothing.
    """

    measure: str
    way: tuple[str, ...]
    place: str
    old: Any
    new: Any

    @property
    def field(self) -> str:
        """The field as it is told."""
        return ".".join(self.way)


class NewRow(NamedTuple):
    """A measure that only the workbook has, with its cell's `place`; `id` is empty for any.

    `fields` are its plain data by key, and `places` the cells of all fields that have one. What it
    `lacks` is a sentence: with it, it can be shown and not be brought into a register.
    """

    place: str
    id: str
    fields: dict[str, Any]
    places: dict[str, str]
    lacks: str = ""


def said_at(place: str, about: str, sentence: str) -> str:
    """What is said of a place: «J19 (T015, frist): …»; of a measure where there is none."""
    where = f"{place} ({about})" if place and about else place or about
    return f"{where}: {sentence}" if where else sentence


class Spoilt(NamedTuple):
    """Why something cannot be read: the cell or the sheet, what it is of, and a sentence."""

    place: str
    about: str
    sentence: str

    @property
    def said(self) -> str:
        """All of it: «J19 (T015, frist): «3/31/2025» kan leses på to måter. Skriv …»."""
        return said_at(self.place, self.about, self.sentence)


class Remark(NamedTuple):
    """What is told and not read. `measure` is that of its row, or empty; so is `step`, a milestone.

    `kind` says what it is, before its place: a note on a cell, if nothing else.
    """

    place: str
    measure: str
    text: str
    step: str = ""
    kind: str = "Merknad på"

    @property
    def said(self) -> str:
        """What it says, of its milestone where it is about one."""
        return f"{self.step}: {self.text}" if self.step else self.text


class Step(NamedTuple):
    """A milestone by its measure and its number, which is empty for the measure itself."""

    measure: str
    name: str = ""


class Returned(NamedTuple):
    """All that a workbook brings back.

    `renamed` are ids that people have changed, each with the new one and its cell. `missing` are
    the measures without a row, and `gone` what is written in those that the register no longer
    has. What is `spoilt` keeps all of it from being used; what is in `told` does not, and is said.
    `given` are the milestones whose numbers are no one's own. `sheet` is the title of the sheet
    whose cells are named without it.
    """

    entries: tuple[Entry, ...] = ()
    new: tuple[NewRow, ...] = ()
    renamed: tuple[tuple[str, str, str], ...] = ()
    missing: tuple[str, ...] = ()
    gone: tuple[Entry, ...] = ()
    spoilt: tuple[Spoilt, ...] = ()
    told: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    given: tuple[Step, ...] = ()
    sheet: str = ""

    @property
    def filled(self) -> bool:
        """Whether there is anything in it that the workbook was not made with."""
        return bool(self.entries or self.new or self.renamed or self.gone or self.spoilt)

    @property
    def touched(self) -> bool:
        """Whether somebody has done anything with it, also where that is not read."""
        return self.filled or bool(self.told or self.missing)


class Choice(NamedTuple):
    """What the user allows: other ids for measures, and columns that are not to be read."""

    rename: bool = False
    ignored: tuple[str, ...] = ()
