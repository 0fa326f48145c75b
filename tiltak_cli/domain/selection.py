"""Choosing measures: by organisation in any role, target area, direction, status, or lateness."""

from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.measure import EVERYONE, Measure
from tiltak_cli.domain.register import Register


class Selection(NamedTuple):
    """What to choose by; empty means everything. Conditions of one kind are alternatives."""

    organisations: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    directions: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    overdue: bool = False

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()


def select(register: Register, selection: Selection, report_date: date) -> tuple[Measure, ...]:
    """The measures that meet every condition, in the register's order.

    An organisation is found under every name it has had; a ministry also where «alle» takes part.
    """
    return _chosen(register.measures, register, selection, report_date)


def left_out_of(register: Register, organisations: tuple[str, ...]) -> Register:
    """The register with only those of the left out measures in which some have a role.

    A measure in which it is not clear who has one is anybody's.
    """
    chosen = Selection(organisations=organisations)
    known = tuple(measure for measure in register.left_out if measure.responsible)
    theirs = _chosen(known, register, chosen, register.as_of)
    kept = tuple(m for m in register.left_out if not m.responsible or m in theirs)
    return register._replace(left_out=kept)


def _chosen(
    measures: tuple[Measure, ...], register: Register, selection: Selection, report_date: date
) -> tuple[Measure, ...]:
    identity = register.organisations.identity
    wanted = {identity(code) for code in selection.organisations}
    ministries = {org.key for org in register.organisations.ministries_on(register.as_of)}
    among_all = not wanted.isdisjoint(ministries)

    def meets(measure: Measure) -> bool:
        return (
            (
                not wanted
                or (among_all and EVERYONE in measure.participants)
                or any(identity(code) in wanted for code in measure.roles())
            )
            and _overlap(selection.areas, measure.areas)
            and _overlap(selection.directions, measure.directions)
            and _overlap(selection.statuses, (measure.status,) if measure.status else ())
            and (not selection.overdue or measure.overdue(report_date))
        )

    return tuple(measure for measure in measures if meets(measure))


def _overlap(wanted: tuple[str, ...], has: tuple[str, ...]) -> bool:
    return not wanted or any(value in wanted for value in has)
