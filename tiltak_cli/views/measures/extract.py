"""What an export holds: measures of a register on a report date, and which of their fields."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import Field
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.public import fields_for
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import situation


class Extract(NamedTuple):
    """The chosen `measures` of a register, as they stand on `day`.

    `plain` is the data as read, in the register's order. `columns` are the fields asked for, in
    their order, or None for all of them with what is derived. Without the internal fields where it
    is `public`; the register given is then made public too. `source` is the register's file name.
    Where it is not `clear` what they say, nothing is derived.
    """

    register: Register
    plain: Sequence[Any]
    measures: tuple[Measure, ...]
    day: date
    columns: tuple[Field, ...] | None = None
    public: bool = False
    source: str = ""
    clear: bool = True

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields to show, in order."""
        return fields_for(public=self.public) if self.columns is None else self.columns

    @property
    def derived(self) -> bool:
        """Whether what is derived stands beside the fields: not where they were chosen."""
        return self.columns is None and self.clear


def derived(measure: Measure, day: date) -> dict[str, str | bool]:
    """What follows from a measure's fields on a day and is never written in the register."""
    return {
        "situasjon": str(situation(measure, day)),
        "forsinket": measure.overdue(day),
        "ikke_startet_etter_plan": measure.late_start(day),
    }
