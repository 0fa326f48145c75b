"""`--since`: what has changed since an earlier edition."""

from datetime import date

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.cli.common.registers import open_register, side_of
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.public import public_register
from tiltak_cli.domain.register import Register
from tiltak_cli.sources.register.told import comparable


def changes_since(
    since: str,
    path: str | None,
    register: Register,
    chosen: tuple[Measure, ...],
    *,
    day: date,
    public: bool,
) -> Comparison:
    """Compare with the edition that `--since` names; of a selection, only what it holds.

    A revision alone is read at the path. `register` is the whole one, already public where it is
    to be, and what has passed is told as of the `day`.
    """
    old = open_register(side_of(since, path), register.as_of, to_compare=True).register
    if old.strategy.title != register.strategy.title:
        raise refuse(
            f"Utgaven i --since hører til en annen strategi ({quoted(old.strategy.title, 60)}). "
            "Sammenlign utgaver av samme oversikt."
        )
    sides = comparable(public_register(old) if public else old, register)
    comparison = compare(*sides, day=day)
    if len(chosen) == len(register.measures):
        return comparison
    return comparison.of({measure.id for measure in chosen})
