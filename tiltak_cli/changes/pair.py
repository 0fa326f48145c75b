"""One measure in two editions."""

from typing import NamedTuple

from tiltak_cli.changes.kinds import Change, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register


class Pair(NamedTuple):
    """A measure before and after, with the editions it stands in."""

    old: Measure
    new: Measure
    before: Register
    after: Register

    def change(
        self, kind: Kind, field: str, values: tuple[str, str], text: str, why: str = ""
    ) -> Change:
        """Make a change of this measure; `values` are old and new as readers see them."""
        return Change(kind, self.new.id, self.new.title, field, *values, text, why)
