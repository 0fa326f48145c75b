"""«Dette bør ledelsen se på»: which measures need attention, why, and in what order.

Each criterion gives points, and a measure stands where its points put it:

- rød eller passert frist: 100, and one more for every ten days past the deadline, up to 40
- avhenger av et tiltak som er forsinket, rødt eller stanset: 60
- skulle vært startet, men er det ikke: 50
- retningsvalg uten tiltak: 45, while they are few; many have a list of their own
- milepæl passert uten å være nådd: 40
- gul: 30
- ikke oppdatert på 180 dager: 20, only beside another reason or with high priority
- høy prioritet: 10 more, when there is any other reason
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.deadline import norwegian, norwegian_day, norwegian_days, norwegian_in
from tiltak_cli.domain.measure import Assessment, Measure, Priority, Status
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.domain.strategy import Direction
from tiltak_cli.domain.words import quoted

STALE_DAYS = 180
FEW_GAPS = 5


class Attention(NamedTuple):
    """A measure, or a direction without any, with the reasons to look at it, weightiest first."""

    measure: Measure | None
    direction: Direction | None
    points: int
    reasons: tuple[str, ...]

    @property
    def code(self) -> str:
        """The measure's id or the direction's code."""
        if self.measure:
            return self.measure.id
        return self.direction.code if self.direction else ""

    @property
    def title(self) -> str:
        """The measure's title or the direction's text."""
        if self.measure:
            return self.measure.title
        return self.direction.text if self.direction else ""


def attention_list(
    measures: tuple[Measure, ...],
    by_id: dict[str, Measure],
    uncovered: list[Direction],
    report_date: date,
) -> tuple[Attention, ...]:
    """Rank what needs attention on a day, most points first, then in the register's order."""
    found = []
    for measure in measures:
        if measure.ended or measure.status is Status.POSTPONED:
            continue
        reasons = sorted(_reasons(measure, by_id, report_date), key=lambda r: -r[0])
        high = measure.priority is Priority.HIGH
        if _stale(measure, report_date) and (reasons or high):
            reasons.append((20, _stale_reason(measure, report_date)))
        if reasons:
            points = sum(points for points, _ in reasons) + 10 * high
            found.append(Attention(measure, None, points, tuple(text for _, text in reasons)))
    found += [
        Attention(None, d, 45, ("Ingen tiltak følger opp retningsvalget.",)) for d in uncovered
    ]
    return tuple(sorted(found, key=lambda attention: -attention.points))


def _reasons(
    measure: Measure, by_id: dict[str, Measure], report_date: date
) -> Iterator[tuple[int, str]]:
    if measure.deadline and measure.overdue(report_date):
        days = (report_date - measure.deadline.last).days
        yield (
            100 + min(days // 10, 40),
            f"Fristen ({norwegian(measure.deadline)}) er passert med {norwegian_days(days)}.",
        )
    if measure.assessment is Assessment.RED:
        yield 100, f"Vurdert som rød: {sentence(measure.deviation)}"
    for target in (by_id.get(code) for code in measure.depends_on):
        if target and _holds_back(target, report_date):
            yield 60, f"Avhenger av {target.id}, som er {_state(target, report_date)}."
    if measure.start and measure.late_start(report_date):
        yield 50, f"Skulle startet {norwegian_in(measure.start)}, men er ikke igangsatt."
    for milestone in measure.milestones:
        due = milestone.deadline
        if due and milestone.reached is None and due.last < report_date:
            name = f"Milepæl {milestone.id} {quoted(milestone.text)}"
            yield 40, f"{name} skulle vært nådd {norwegian_in(due)}."
    if measure.assessment is Assessment.YELLOW:
        yield 30, f"Vurdert som gul: {sentence(measure.deviation)}"


def _holds_back(target: Measure, report_date: date) -> bool:
    return (
        target.overdue(report_date)
        or (target.assessment is Assessment.RED and not target.ended)
        or target.status in (Status.POSTPONED, Status.DROPPED)
    )


def _state(target: Measure, report_date: date) -> str:
    if target.status is Status.POSTPONED:
        return "utsatt"
    if target.status is Status.DROPPED:
        return "tatt ut"
    return "forsinket" if target.overdue(report_date) else "vurdert som rødt"


def _stale(measure: Measure, report_date: date) -> bool:
    return measure.updated is not None and (report_date - measure.updated).days > STALE_DAYS


def _stale_reason(measure: Measure, report_date: date) -> str:
    assert measure.updated is not None  # noqa: S101 - `_stale` has looked
    days = (report_date - measure.updated).days
    return f"Ikke oppdatert på {norwegian_days(days)} (sist {norwegian_day(measure.updated)})."
