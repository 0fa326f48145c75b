"""The register: one edition of the overview of measures under a strategy."""

from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.organisations import Organisations
from tiltak_cli.domain.strategy import Strategy


class Register(NamedTuple):
    """One edition of a register. `as_of` is the day that its content describes (`per_dato`).

    Of one with faults, `left_out` are the measures that are not among the others, for it is not
    clear what they say, and `faults` is how many errors it has. Where it is not `dated`, `as_of` is
    another day that stands for its own.
    """

    strategy: Strategy
    organisations: Organisations
    edition: str
    as_of: date
    keeper: str
    measures: tuple[Measure, ...]
    left_out: tuple[Measure, ...] = ()
    faults: int = 0
    dated: bool = True

    def by_id(self) -> dict[str, Measure]:
        """The measures by id; the first wins where an id stands twice (a finding says so)."""
        measures: dict[str, Measure] = {}
        for measure in self.measures:
            measures.setdefault(measure.id, measure)
        return measures
