"""One measure in two editions."""

from typing import Any, NamedTuple

from tiltak_cli.changes.kinds import Change, Kind, Piece
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import Phrase


class Pair(NamedTuple):
    """A measure before and after, with the editions it stands in."""

    old: Measure
    new: Measure
    before: Register
    after: Register

    def change(
        self,
        kind: Kind,
        field: str,
        values: tuple[Any, Any],
        *said: Phrase,
        why: str = "",
        words: tuple[Piece, ...] = (),
    ) -> Change:
        """Make a change of this measure; `values` are the old and the new one."""
        return Change(kind, self.new.id, self.new.title, field, *values, said, why, words)
