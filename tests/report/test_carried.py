"""What became of the measures from the strategy before: each is explained, or flagged."""

from datetime import date

import pytest
from workbook_dump import example

from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.measure import Measure, Origin, Status
from tiltak_cli.overview.carried_over import Outcome, carried_over
from tiltak_cli.wording import NB

DAY = date(2024, 6, 15)
BARE = (
    example()
    .measures[0]
    ._replace(
        id="T900",
        origin=Origin("2016-2020", "P01", "vedtatt"),
        deadline=None,
        ongoing=False,
        reason="",
        result="",
        progress="",
        completed=None,
        absorbed_into="",
    )
)
DONE = BARE._replace(status=Status.COMPLETED, completed=date(2024, 3, 15))
DROPPED = BARE._replace(status=Status.DROPPED)
ABSORBED = BARE._replace(status=Status.ABSORBED, absorbed_into="T015")
STARTED = BARE._replace(status=Status.STARTED)
WHY = "Behovet er borte."
CASES = [
    (DONE._replace(result="Alt er på plass."), Outcome.COMPLETED, "15.03.2024: Alt er på plass."),
    (
        DONE._replace(result="Alt er på plass.", completed=None),
        Outcome.COMPLETED,
        "Alt er på plass.",
    ),
    (DONE, Outcome.UNEXPLAINED, "Resultatet er ikke ført."),
    (DROPPED._replace(reason=WHY), Outcome.DROPPED, WHY),
    (DROPPED._replace(reason=" \n"), Outcome.UNEXPLAINED, "Begrunnelsen er ikke ført."),
    (
        ABSORBED._replace(reason=WHY),
        Outcome.ABSORBED,
        f"Innlemmet i T015 «Departementenes digitaliseringsorganisasjon (DIO)». {WHY}",
    ),
    (ABSORBED, Outcome.UNEXPLAINED, "Begrunnelsen er ikke ført."),
    (
        ABSORBED._replace(reason=WHY, absorbed_into=""),
        Outcome.UNEXPLAINED,
        "Det er ikke ført hvilket tiltak det er innlemmet i.",
    ),
    (
        ABSORBED._replace(reason=WHY, absorbed_into="T999"),
        Outcome.ABSORBED,
        f"Innlemmet i T999, som ikke er i oversikten. {WHY}",
    ),
    (
        BARE._replace(status=Status.POSTPONED, reason=WHY),
        Outcome.CONTINUED,
        f"Utsatt: {WHY}",
    ),
    (
        BARE._replace(status=Status.POSTPONED, deadline=parse_partial("2030")),
        Outcome.UNEXPLAINED,
        "Begrunnelsen er ikke ført.",
    ),
    (
        STARTED._replace(deadline=parse_partial("2025"), progress="Godt i gang. Mer tekst."),
        Outcome.CONTINUED,
        "Frist 2025. Godt i gang.",
    ),
    (
        STARTED._replace(deadline=parse_partial("2024-Q1")),
        Outcome.CONTINUED,
        "Fristen 1. kvartal 2024 er passert.",
    ),
    (STARTED._replace(ongoing=True), Outcome.CONTINUED, "Løpende."),
    (STARTED, Outcome.UNEXPLAINED, "Verken frist eller «løpende» er ført."),
]


@pytest.mark.parametrize(("measure", "outcome", "words"), CASES)
def test_every_measure_ends_goes_on_or_is_flagged(
    measure: Measure, outcome: Outcome, words: str
) -> None:
    (found,) = carried_over((measure,), example().by_id(), DAY)
    assert (found.outcome, NB.phrases(found.said)) == (outcome, words)


def test_only_measures_with_an_origin_were_carried_over() -> None:
    register = example()
    found = carried_over(register.measures, register.by_id(), DAY)
    assert [c.measure.id for c in found] == ["T014", "T016", "T017", "T018", "T021"]
    assert Outcome.UNEXPLAINED not in {c.outcome for c in found}
