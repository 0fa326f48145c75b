"""TIL408 and TIL409: ids that people read as one, or that are not written as the others."""

from collections.abc import Iterator

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Earlier, Fault, Mend, Path, Rule
from tiltak_cli.rules.edges.references import EDGES
from tiltak_cli.rules.ids import free_numbers, odd_lengths
from tiltak_cli.rules.reference_rules import TWO, next_milestone

# Fewer digits than a measure's id has are said to be wrong already.
FEWEST = 3
THREE = (
    "- id: T002\n  tittel: Felles arbeidsplass\n- id: T003\n  tittel: Felles innkjøp\n"
    "- id: T004\n  tittel: Felles opplæring\n"
)


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


def numbers_as_others(context: Context) -> Iterator[Fault]:
    """No measure's number has other zeros than those of the others; one that has it is alike."""
    odd = odd_lengths(context.by_id)
    for index, measure in enumerate(context.register.measures if odd else ()):
        right = odd.get(measure.id, "")
        if right and right not in context.by_id:
            yield Fault(
                ("id",),
                f"Id-en {measure.id} har et annet antall nuller enn de andre.",
                f"Skriv {right}.",
                index,
                mend=Mend(("id",), right),
            )


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
LENGTH = Rule(
    code="TIL409",
    name="id-lengde",
    title="En id har et annet antall nuller enn de andre",
    why="T013 og T0013 er ulike id-er her, men den som viser til tiltaket, skriver den vanlige.",
    bad=TWO + THREE + "- id: T0013\n  tittel: Felles arkiv\n",
    good=TWO + THREE + "- id: T013\n  tittel: Felles arkiv\n",
    severity=Severity.WARNING,
    register_check=numbers_as_others,
    edges=EDGES["TIL409"],
)
ALIKE_RULES = (ALIKE, LENGTH)
