"""When measures and milestones are on the scale of a strategy's quarters."""

from datetime import date

import pytest
from command import tiltak
from support import check, register_text, spread
from workbook_dump import example

from tiltak_cli.domain.deadline import PartialDate, parse_partial
from tiltak_cli.domain.measure import Measure, Milestone, Status
from tiltak_cli.overview.timeline import (
    Bar,
    Scale,
    State,
    Steps,
    all_steps,
    bar,
    scale_of,
    state,
    steps,
)

SCALE = scale_of(example().strategy)
DAY = date(2024, 6, 15)
BARE = (
    example()
    .measures[0]
    ._replace(
        start=None,
        deadline=None,
        completed=None,
        ongoing=False,
        milestones=(),
        status=Status.STARTED,
    )
)


def partial(text: str) -> PartialDate | None:
    return parse_partial(text) if text else None


def measure(start: str, deadline: str, completed: str = "", *, ongoing: bool = False) -> Measure:
    return BARE._replace(
        start=partial(start),
        deadline=partial(deadline),
        completed=date.fromisoformat(completed) if completed else None,
        ongoing=ongoing,
    )


BARS = [
    # Quarters are counted from 0: 2021 has 0 to 3, and 2025 ends with 19.
    (measure("2021", "2021-Q2"), Bar(range(2), whole=True)),
    (measure("2024-06-30", "2024-07-01"), Bar(range(13, 15), whole=True)),
    (measure("2022-H2", "2023"), Bar(range(6, 12), whole=True)),
    (measure("2019", "2021"), Bar(range(4), before=True, whole=True)),
    (measure("2025-Q4", "2026-Q1"), Bar(range(19, 20), after=True, whole=True)),
    (measure("2019", "2030"), Bar(range(20), before=True, after=True, whole=True)),
    (measure("2018", "2019"), Bar(range(0), before=True, whole=True)),
    (measure("2027", "2028"), Bar(range(27, 20), after=True, whole=True)),
    # When it was done counts, not when it was to be done.
    (measure("2022", "2022-Q4", "2023-02-01"), Bar(range(4, 9), whole=True)),
    (measure("2022", "", ongoing=True), Bar(range(4, 20), after=True, whole=True)),
    (measure("", "", ongoing=True), Bar(range(20), after=True, whole=True)),
    (measure("", "2022-Q3"), Bar(range(6, 7))),
    (measure("2022-Q3", ""), Bar(range(6, 7))),
    (measure("2024", "2023"), Bar(range(11, 12), whole=True)),
    (measure("", ""), None),
]


@pytest.mark.parametrize(("given", "expected"), BARS)
def test_a_bar_goes_from_start_to_end(given: Measure, expected: Bar | None) -> None:
    found = bar(given, SCALE)
    if found is None or expected is None:
        assert found is expected
        return
    assert list(found.periods) == list(expected.periods)
    assert found[1:] == expected[1:]


def test_a_long_strategy_is_shown_by_years() -> None:
    strategy = example().strategy._replace(first_year=2020, last_year=2035)
    scale = scale_of(strategy)
    assert scale == Scale(2020, 16, 1)
    assert [scale.period(date(2020, 1, 1)), scale.period(date(2035, 12, 31))] == [0, 15]
    assert scale.year(15) == 2035


def test_quarters_have_their_years() -> None:
    assert [SCALE.period(date(2021, month, 28)) for month in (3, 4, 9, 12)] == [0, 1, 2, 3]
    assert (SCALE.year(7), SCALE.starts_year(7), SCALE.starts_year(8)) == (2022, False, True)
    assert SCALE.period(date(2020, 12, 31)) == -1


def test_milestones_are_counted_where_they_were_reached_or_are_due() -> None:
    milestones = (
        Milestone("M1", "nådd sent", partial("2021-Q1"), date(2021, 4, 1)),
        Milestone("M2", "gjenstår", partial("2021-06"), None),
        Milestone("M3", "nådd uten frist", None, date(2025, 12, 31)),
        Milestone("M4", "uten dato", None, None),
        Milestone("M5", "etter perioden", partial("2026"), None),
    )
    found = steps(BARE._replace(milestones=milestones), SCALE)
    assert found == {1: Steps(1, 1), 19: Steps(1, 0)}


STATES = [
    (Status.STARTED, "2024-06-15", "", State.SOON),
    (Status.STARTED, "2024-06-14", "", State.PASSED),
    (Status.STARTED, "2024-06", "", State.SOON),
    (Status.STARTED, "2024-05", "", State.PASSED),
    (Status.PROPOSED, "2024-09-13", "", State.SOON),
    (Status.PROPOSED, "2024-09-14", "", State.LATER),
    (Status.STARTED, "", "", State.UNDATED),
    (Status.STARTED, "2020", "2024-06-01", State.REACHED),
    # Nothing more is expected where the work has ended or rests.
    (Status.COMPLETED, "2020", "", State.VOID),
    (Status.DROPPED, "2030", "", State.VOID),
    (Status.POSTPONED, "2020", "", State.VOID),
    (Status.DROPPED, "2020", "2021-01-01", State.REACHED),
]


@pytest.mark.parametrize(("status", "due", "reached", "expected"), STATES)
def test_a_milestone_is_in_one_state(
    status: Status, due: str, reached: str, expected: State
) -> None:
    day = date.fromisoformat(reached) if reached else None
    milestone = Milestone("M1", "tekst", partial(due), day)
    assert state(BARE._replace(status=status), milestone, DAY) is expected


def test_milestones_come_by_deadline_then_by_id() -> None:
    first = BARE._replace(
        id="T002",
        milestones=(
            Milestone("M10", "", partial("2024-Q2"), None),
            Milestone("M9", "", partial("2024-06-30"), None),
            Milestone("M1", "", None, None),
        ),
    )
    second = BARE._replace(
        id="T001",
        milestones=(
            Milestone("M1", "", partial("2024-06"), None),
            Milestone("M2", "", None, date(2022, 1, 1)),
        ),
    )
    found = [f"{s.measure.id} {s.milestone.id}" for s in all_steps((first, second), DAY)]
    assert found == ["T001 M2", "T001 M1", "T002 M9", "T002 M10", "T002 M1"]


@spread(
    ("status", "reached", "sign"),
    [
        ("status: igangsatt", "", "!"),
        ("status: igangsatt", ", nådd: 2023-02-01", "◆"),
        ("status: utgår\n  begrunnelse: Stanset.", "", "◇"),
        ("status: utsatt\n  begrunnelse: Venter.", "", "◇"),
    ],
    every=4,
)
def test_every_form_says_the_same_of_a_missed_milestone(
    status: str, reached: str, sign: str
) -> None:
    text = register_text(
        f"- id: T001\n  tittel: Alfa\n  {status}\n  start: 2022\n  frist: 2025\n"
        f"  milepæler:\n    - {{id: M1, tekst: Beta, frist: 2023-01-31{reached}}}\n"
    )
    register = check(text).register
    assert register is not None
    (step,) = all_steps(register.measures, register.as_of)
    assert (step.state is State.PASSED) is (sign == "!")
    drawn = tiltak("report", "-", "--timeline", stdin=text.encode()).out
    rows = drawn.partition("\nTidslinje\n")[2].splitlines()
    (row,) = (line for line in rows if line.startswith("T001"))
    assert [s for s in "!◆◇" if s in row] == [sign]
    page = tiltak("report", "-", "--format", "html", stdin=text.encode()).out
    assert ('href="#missed" x="' in page) is (sign == "!")
    assert ("passert med" in page.partition("<dt>Milepæler")[2][:300]) is (sign == "!")
