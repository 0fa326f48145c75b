"""What is wrong, where, and what to write instead: the one form every fault takes.

The classes are named tuples: as frozen as a frozen dataclass, and seven times cheaper to define,
which is felt at every start of a commit hook.
"""

from enum import StrEnum
from typing import Any, NamedTuple


class Severity(StrEnum):
    """How serious a finding is; the value is the word in data, and `label` the one users read."""

    ERROR = "feil"
    WARNING = "advarsel"
    NOTE = "merknad"

    @property
    def label(self) -> str:
        """The word users read: «merknad» is also a field."""
        return "opplysning" if self is Severity.NOTE else self.value


class Place(NamedTuple):
    """A stretch of text in a file. Lines and columns count from 1; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Related(NamedTuple):
    """Another place that explains a finding, such as where an id was first used."""

    text: str
    place: Place


class Fix(NamedTuple):
    """What to write instead, as data: the value at a path from the top of the finding's file.

    With `key` it is the field's name that is replaced. A fix is `safe` when nobody needs to look:
    the meaning was clear, and only the way it was written is changed.
    """

    path: tuple[str | int, ...]
    value: Any
    safe: bool
    key: bool = False


class Shift(NamedTuple):
    """Lines of the finding's file to move sideways, for a text that cannot be read as it stands.

    `lines` has the number of each, from 1, and how many blanks to put in front of it, or below zero
    to take away.
    """

    lines: tuple[tuple[int, int], ...]
    safe: bool = True


class Rewrite(NamedTuple):
    """Lines of the finding's file to write otherwise, for a text that cannot be read as it stands.

    `lines` has the number of each, from 1, and its new text; None takes the line away.
    """

    lines: tuple[tuple[int, str | None], ...]
    safe: bool = True


class Finding(NamedTuple):
    """One mistake: a Norwegian sentence that says what is wrong, and one that says the remedy.

    `measure_number` is the position in its file, from 1, of the measure that it is in; 0 for none.
    `unstated` are the fields, by key, that are only not there: the rest of the measure is clear.
    """

    code: str
    name: str
    severity: Severity
    place: Place
    message: str
    remedy: str
    measure_id: str = ""
    measure_title: str = ""
    related: tuple[Related, ...] = ()
    fix: Fix | Shift | Rewrite | None = None
    measure_number: int = 0
    unstated: tuple[str, ...] = ()

    @property
    def measure(self) -> str:
        """What to call the measure: its id, or else its place in its file; empty for none."""
        number = f"Tiltak nr. {self.measure_number}" if self.measure_number else ""
        return self.measure_id.strip() or number

    @property
    def sentence(self) -> str:
        """All of it in one: the measure, what is wrong, and the remedy."""
        measure = f"{self.measure}: " if self.measure else ""
        return f"{measure}{self.message} {self.remedy}"


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort by file and place, without repeats of the very same finding."""
    return tuple(
        sorted(
            {(f.place, f.code, f.message): f for f in findings}.values(),
            key=lambda f: (f.place, f.code, f.message),
        )
    )
