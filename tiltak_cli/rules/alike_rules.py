"""TIL408: ids that people read as one."""

from collections.abc import Iterator

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Earlier, Fault, Path, Rule
from tiltak_cli.rules.edges.references import EDGES
from tiltak_cli.rules.ids import free_numbers
from tiltak_cli.rules.reference_rules import TWO, next_milestone

# Fewer digits than a measure's id has are said to be wrong already.
FEWEST = 3


def numbers_alike(context: Context) -> Iterator[Fault]:
    """No two measures, and no two milestones of one, have the same number with other zeros."""
    free = free_numbers(context)
    first: dict[str, int] = {}
    measures = context.register.measures
    for index, measure in enumerate(measures):
        digits = measure.id[1:]
        if len(digits) >= FEWEST and digits.isdecimal():
            other = first.setdefault(digits.lstrip("0"), index)
            if measures[other].id != measure.id:
                title = measures[other].title
                yield _alike(
                    ("id",),
                    f"Id-en {measure.id} leses som {measures[other].id}, som er id-en til "
                    f"{quoted(title) if title else 'et annet tiltak'}.",
                    f"Gi tiltaket et nytt nummer, for eksempel T{next(free):03d}.",
                    (index, other),
                    ("id",),
                )
        if len(measure.milestones) > 1:
            yield from _milestones(context, index)


def _milestones(context: Context, index: int) -> Iterator[Fault]:
    measure = context.register.measures[index]
    first: dict[str, int] = {}
    for position, milestone in enumerate(measure.milestones):
        digits = milestone.id[1:]
        other = first.setdefault(digits.lstrip("0"), position) if digits.isdecimal() else position
        known = measure.milestones[other].id
        if known != milestone.id:
            yield _alike(
                ("milepæler", position, "id"),
                f"Milepæl-id {milestone.id} leses som {known}, som også står i tiltaket.",
                f"Gi milepælen et nytt nummer, for eksempel M{next_milestone(measure)}.",
                (index, index),
                ("milepæler", other, "id"),
            )


def _alike(
    path: Path, message: str, remedy: str, measures: tuple[int, int], earlier: Path
) -> Fault:
    """A fault of the first of two measures (by position), with where the other id stands."""
    index, other = measures
    return Fault(path, message, remedy, index, (Earlier("den andre står her", other, earlier),))


ALIKE = Rule(
    code="TIL408",
    name="id-leses-likt",
    title="To id-er leses likt",
    why="T001 og T0001 er ulike id-er her, men den som leser, tar dem for samme tiltak.",
    bad=TWO + "- id: T0001\n  tittel: Felles arbeidsplass\n",
    good=TWO + "- id: T0002\n  tittel: Felles arbeidsplass\n",
    severity=Severity.WARNING,
    register_check=numbers_alike,
    edges=EDGES["TIL408"],
)
ALIKE_RULES = (ALIKE,)
