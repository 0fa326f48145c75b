"""What the register says as a whole: computed once here, and shown alike by every view."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tiltak_cli.changes.history import Cut, Stand
from tiltak_cli.domain.measure import (
    EVERYONE,
    NOT_STARTED,
    Assessment,
    Measure,
    Status,
)
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.strategy import Direction, TargetArea
from tiltak_cli.overview.ahead import WITHIN, Forecast, forecast, since_first
from tiltak_cli.overview.attention import Attention, Lookback, attention_list
from tiltak_cli.overview.carried_over import Carried, carried_over

SOON_DAYS = WITHIN[-1]
NO_LOOKBACK = Lookback()


class Situation(StrEnum):
    """How a measure stands, in one word: every measure is in exactly one situation.

    The last one is for those of which neither a status is stated nor that it goes badly; only where
    there are any it is shown.
    """

    NOT_STARTED = "ikke startet"
    ON_TRACK = "i rute"
    AT_RISK = "gul"
    LATE = "rød eller forsinket"
    COMPLETED = "gjennomført"
    STOPPED = "utsatt eller utgått"
    UNSTATED = "ikke ført"


# The situations that are always shown.
USUAL = tuple(kind for kind in Situation if kind is not Situation.UNSTATED)


Counts = dict[Situation, int]
Standings = dict[str, Situation]


class AreaOverview(NamedTuple):
    """The measures of one target area, counted by situation and by stored status."""

    area: TargetArea
    total: int
    situations: Counts
    statuses: dict[Status, int]


class DirectionOverview(NamedTuple):
    """The measures that follow up one direction; those dropped or absorbed do not count."""

    direction: Direction
    measures: tuple[Measure, ...]
    situations: Counts


class MinistryOverview(NamedTuple):
    """One ministry's roles. `everyone` counts measures where all take part without being named."""

    code: str
    name: str
    responsible: tuple[Measure, ...]
    executing: tuple[Measure, ...]
    participating: tuple[Measure, ...]
    everyone: int
    areas: dict[str, int]
    late: int
    due_soon: int

    @property
    def has_role(self) -> bool:
        """Whether the ministry is named in any measure."""
        return bool(self.responsible or self.executing or self.participating)


class Overview(NamedTuple):
    """A register, or a selection of its measures, on a report date.

    Tuples are in the strategy's or the register's own order. `standings` is how each of the
    register's measures stands, by id. `beyond_period` are the measures that
    have not ended and are due after the strategy's last year. `uncovered` are the directions that
    no measure follows up and `without_role` the ministries that none names: in the whole register
    always, for a selection leaves no gaps, and neither does a measure that is left out for its
    faults. `updated` is when somebody last wrote something new, by id, where that is known. Where
    the history is `cut`, some of the past is unknown. `editions` are the register's own that there
    have been, in order, where it is known. The `forum` is the one whose measures are shown, where
    one is asked for.
    """

    register: Register
    report_date: date
    measures: tuple[Measure, ...]
    standings: Standings
    situations: Counts
    statuses: dict[Status, int]
    areas: tuple[AreaOverview, ...]
    directions: tuple[DirectionOverview, ...]
    ministries: tuple[MinistryOverview, ...]
    overdue: tuple[Measure, ...]
    carried_over: tuple[Carried, ...]
    beyond_period: tuple[Measure, ...]
    attention: tuple[Attention, ...]
    forecast: Forecast
    uncovered: tuple[Direction, ...]
    without_role: tuple[MinistryOverview, ...]
    updated: Mapping[str, date] = {}
    cut: Cut | None = None
    editions: tuple[Stand, ...] = ()
    forum: str = ""


def situation(measure: Measure, report_date: date) -> Situation:
    """The one word for how a measure stands on a day."""
    if measure.status is Status.COMPLETED:
        return Situation.COMPLETED
    if measure.status in (Status.DROPPED, Status.ABSORBED, Status.POSTPONED):
        return Situation.STOPPED
    if measure.assessment is Assessment.RED or measure.overdue(report_date):
        return Situation.LATE
    if measure.assessment is Assessment.YELLOW:
        return Situation.AT_RISK
    if measure.status is None:
        return Situation.UNSTATED
    return Situation.NOT_STARTED if measure.status in NOT_STARTED else Situation.ON_TRACK


def kinds_of(standings: Iterable[Situation]) -> tuple[Situation, ...]:
    """The situations to show of some measures, in order."""
    return tuple(Situation) if Situation.UNSTATED in standings else USUAL


def overview(
    register: Register,
    report_date: date,
    measures: tuple[Measure, ...] | None = None,
    lookback: Lookback = NO_LOOKBACK,
) -> Overview:
    """Compute the overview of a register, or of a selection of its measures, on a day."""
    everything = register.measures
    chosen = everything if measures is None else measures
    standings = {m.id: situation(m, report_date) for m in everything}
    whole = _directions(register, everything, standings)
    past = _since_first(chosen, lookback)
    ahead = forecast(register, chosen, report_date, past.moves)
    named = {code for measure in register.left_out for code in measure.directions}
    uncovered = tuple(
        row.direction for row in whole if not row.measures and row.direction.code not in named
    )
    ministries = _ministries(register, chosen, standings, ahead)
    of_all = ministries if measures is None else _ministries(register, everything, standings, ahead)
    code_on = register.organisations.code_on
    with_role = {code_on(c, register.as_of) for m in register.left_out for c in m.roles()}
    return Overview(
        register=register,
        report_date=report_date,
        measures=chosen,
        standings=standings,
        situations=_situations(chosen, standings),
        statuses=_statuses(chosen),
        areas=_areas(register, chosen, standings),
        directions=whole if measures is None else _directions(register, chosen, standings),
        ministries=ministries,
        overdue=tuple(m for m in chosen if m.overdue(report_date)),
        carried_over=carried_over(chosen, register.by_id(), report_date),
        beyond_period=tuple(m for m in chosen if _beyond(m, register.strategy.last_year)),
        attention=attention_list(
            chosen,
            register.by_id(),
            list(uncovered) if measures is None else [],
            report_date,
            past,
        ),
        forecast=ahead,
        uncovered=uncovered,
        without_role=tuple(m for m in of_all if not m.has_role and m.code not in with_role),
        updated={m.id: day for m in chosen if (day := lookback.updated(m))},
        cut=lookback.cut,
        editions=lookback.editions,
    )


def _since_first(measures: tuple[Measure, ...], past: Lookback) -> Lookback:
    """What is known of the past, with the measures' own word for their first deadline."""
    known = {m.id: since_first(m, past.moves[m.id]) for m in measures if m.id in past.moves}
    return past._replace(moves=known)


def _beyond(measure: Measure, last_year: int) -> bool:
    due = measure.deadline
    return due is not None and due.last.year > last_year and not measure.ended


def _situations(measures: tuple[Measure, ...], standings: Standings) -> Counts:
    counts = Counter(standings[measure.id] for measure in measures)
    return {kind: counts[kind] for kind in kinds_of(standings.values())}


def _statuses(measures: tuple[Measure, ...]) -> dict[Status, int]:
    counts = Counter(measure.status for measure in measures)
    return {status: counts[status] for status in Status}


def _areas(
    register: Register, measures: tuple[Measure, ...], standings: Standings
) -> tuple[AreaOverview, ...]:
    areas = []
    for area in register.strategy.areas:
        members = tuple(m for m in measures if area.code in m.areas)
        areas.append(
            AreaOverview(area, len(members), _situations(members, standings), _statuses(members))
        )
    return tuple(areas)


def _directions(
    register: Register, measures: tuple[Measure, ...], standings: Standings
) -> tuple[DirectionOverview, ...]:
    living = [m for m in measures if m.status not in (Status.DROPPED, Status.ABSORBED)]
    directions = []
    for direction in register.strategy.directions:
        members = tuple(m for m in living if direction.code in m.directions)
        directions.append(DirectionOverview(direction, members, _situations(members, standings)))
    return tuple(directions)


def _ministries(
    register: Register, measures: tuple[Measure, ...], standings: Standings, ahead: Forecast
) -> tuple[MinistryOverview, ...]:
    identity = register.organisations.identity
    everyone = sum(EVERYONE in m.participants for m in measures)
    soon = {due.measure.id for due in ahead.due if due.milestone is None}
    ministries = []
    for organisation in register.organisations.ministries_on(register.as_of):
        key = organisation.key
        code = register.organisations.code_on(key, register.as_of)
        responsible = tuple(m for m in measures if key in map(identity, m.responsible))
        ministries.append(
            MinistryOverview(
                code=code,
                name=register.organisations.name_on(code, register.as_of),
                responsible=responsible,
                executing=tuple(m for m in measures if key in map(identity, m.executing)),
                participating=tuple(m for m in measures if key in map(identity, m.participants)),
                everyone=everyone,
                areas={
                    a.code: sum(a.code in m.areas for m in responsible)
                    for a in register.strategy.areas
                },
                late=sum(standings[m.id] is Situation.LATE for m in responsible),
                due_soon=sum(m.id in soon for m in responsible),
            )
        )
    return tuple(ministries)
