"""What lies ahead, and what has slipped: each criterion with the days around its edge."""

import re
from datetime import date, timedelta

import pytest
from command import ROOT
from test_overview import DAY, register, seen

from tiltak_cli.changes.history import Moves
from tiltak_cli.domain.deadline import PartialDate, parse_partial
from tiltak_cli.overview.ahead import Forecast, Load, since_first
from tiltak_cli.overview.attention import LONGEST, POINTS, SHORT_TIME, STALE_DAYS, Lookback
from tiltak_cli.overview.counts import overview
from tiltak_cli.wording import NB

FIRST = PartialDate("2023-06-30", date(2023, 6, 30), date(2023, 6, 30))


def ahead(lines: str) -> Forecast:
    return seen(lines).forecast


@pytest.mark.parametrize(
    ("days", "within"),
    [(-1, None), (0, 30), (30, 30), (31, 60), (60, 60), (61, 90), (90, 90), (91, None)],
)
def test_due_within_30_60_and_90_days(days: int, within: int | None) -> None:
    found = ahead(f"frist: {(DAY + timedelta(days)).isoformat()}\navvik: Sen.\n")
    assert [due.days for due in found.due] == [days] * (within is not None)
    assert [found.due_within(limit) for limit in (30, 60, 90)] == [
        int(within is not None and within <= limit) for limit in (30, 60, 90)
    ]


@pytest.mark.parametrize("status", ["gjennomført", "utgår", "innlemmet", "utsatt"])
def test_what_has_ended_or_is_put_off_has_nothing_ahead(status: str) -> None:
    found = seen(
        f"status: {status}\nansvarlig: FIN\nfrist: 2023-11-01\n"
        "milepæler: [{id: M1, tekst: A, frist: 2023-10-20}]\n"
    )
    assert (found.forecast.due, found.forecast.load, found.forecast.loads) == ((), (), ())
    assert [ministry.due_soon for ministry in found.ministries if ministry.code == "FIN"] == [0]


@pytest.mark.parametrize(
    ("status", "due", "beyond"),
    [
        ("igangsatt", "2025", False),
        ("igangsatt", "2025-Q4", False),
        ("igangsatt", "2026-01", True),
        ("utsatt", "2026-01", True),
        ("gjennomført", "2026-01", False),
        ("utgår", "2026-01", False),
        ("innlemmet", "2026-01", False),
    ],
)
def test_what_goes_on_after_the_strategy(status: str, due: str, beyond: bool) -> None:
    found = seen(f"status: {status}\nfrist: {due}\n")
    assert len(found.beyond_period) == beyond


def test_the_load_of_each_ministry_in_the_quarters_ahead() -> None:
    found = ahead(
        "- id: T001\n  ansvarlig: [FIN, KD]\n  frist: 2024-Q1\n  milepæler:\n"
        "    - {id: M1, tekst: A, frist: 2023-10-15}\n"
        "    - {id: M2, tekst: B, frist: 2023-12, nådd: 2023-09-01}\n"
        "    - {id: M3, tekst: C, frist: 2023-10-14}\n"
        "- id: T002\n  tittel: To\n  ansvarlig: KD\n  frist: 2023\n"
        "- id: T003\n  tittel: Tre\n  ansvarlig: KD\n  frist: 2026\n"
    )
    assert [quarter.text for quarter in found.quarters] == [
        *("2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1")
    ]
    assert found.load == (
        Load("FIN", (1, 1, 0, 0, 0, 0), 0),
        Load("KD", (1, 0, 0, 0, 0, 0), 1),
    )
    assert found.loads == (2, 1, 0, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("deadline", "counts"),
    [
        ("2023-10-14", None),
        ("2023-Q3", None),
        ("2023-10-15", (1, 0, 0)),
        ("2023-10", (1, 0, 0)),
        ("2023", (1, 0, 0)),
        ("2023-H2", (1, 0, 0)),
        ("2024-01", (0, 1, 0)),
        ("2024-H1", (0, 0, 1)),
        ("2025-Q2", (0, 0, 0)),
    ],
)
def test_a_deadline_counts_in_the_quarter_that_it_ends_in(
    deadline: str, counts: tuple[int, ...] | None
) -> None:
    found = ahead(f"ansvarlig: FIN\nfrist: {deadline}\n")
    assert [each.counts[:3] for each in found.load] == ([] if counts is None else [counts])
    assert sum(each.total for each in found.load) == (counts is not None)


def test_a_ministry_that_changed_its_name_has_one_row() -> None:
    here = register(
        "- id: T001\n  ansvarlig: KDD\n  frist: 2023-12\n"
        "- id: T002\n  tittel: To\n  ansvarlig: KDD\n  frist: 2024-03\n"
    )
    first, second = here.measures
    both = (first._replace(responsible=("KMD",)), second)
    found = overview(here._replace(measures=both), DAY).forecast
    assert [(each.code, each.counts[:2]) for each in found.load] == [("KDD", (1, 1))]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("frist: 2024-01-14\n", "Ingen frister de neste 90 dagene."),
        ("frist: 2023-11\n", "Frist innen 60 dager: 1 tiltak. Ingen flere innen 90."),
        (
            "frist: 2023-10\nmilepæler: [{id: M1, tekst: A, frist: 2023-12}]\n",
            "Frist innen 30 dager: 1 tiltak. Innen 90: 1 tiltak og 1 milepæl.",
        ),
        (
            "frist: 2025\nmilepæler: [{id: M1, tekst: A, frist: 2023-12-01}]\n",
            "Frist innen 60 dager: 1 milepæl. Ingen flere innen 90.",
        ),
    ],
)
def test_what_is_due_in_a_sentence(lines: str, said: str) -> None:
    assert NB.phrases(ahead(lines).said) == said


# The history's moves, what the measure says of its first deadline, and the deadline now.
SINCE_FIRST = [
    # Nothing stated, or the same: as the history has it.
    (Moves(2, 184, FIRST), None, "2023-12-31", Moves(2, 184, FIRST)),
    (Moves(2, 184, FIRST), "2023-06-30", "2023-12-31", Moves(2, 184, FIRST)),
    (Moves(2, 184, FIRST), "2023-Q2", "2023-12-31", Moves(2, 184, FIRST)),
    # The history begins after the first move.
    (Moves(1, 184, FIRST), "2022", "2023-12-31", Moves(2, 365, parse_partial("2022"))),
    (Moves(1, 184, FIRST), "2022", None, Moves(2, 365, parse_partial("2022"))),
    # What is stated is later than what the history has seen: the first one cannot be rewritten.
    (Moves(1, 184, FIRST), "2023-12-31", "2023-12-31", Moves(1, 184, FIRST)),
    # Never moved while anybody looked: how often is not known.
    (Moves(0, 0, FIRST), "2022", "2023-06-30", Moves(0, 0, FIRST)),
    (Moves(), "2022", "2023-06-30", Moves()),
]


@pytest.mark.parametrize(("moves", "stated", "now", "told"), SINCE_FIRST)
def test_the_first_deadline_that_anybody_knows_of(
    moves: Moves, stated: str | None, now: str | None, told: Moves
) -> None:
    measure = register("frist: 2023\n").measures[0]
    measure = measure._replace(
        original_deadline=parse_partial(stated) if stated else None,
        deadline=parse_partial(now) if now else None,
    )
    assert since_first(measure, moves) == told


def test_the_attention_list_and_the_table_know_the_same_first_deadline() -> None:
    here = register("frist: 2024-06-30\nopprinnelig_frist: 2022\n")
    past = Lookback({"T001": Moves(1, 366, FIRST)})
    found = overview(here, DAY, lookback=past)
    (moved,) = found.forecast.moved
    assert (moved.first.text, moved.times, moved.days) == ("2022", 2, 547)
    reasons = [reason for item in found.attention if item.measure for reason in item.reasons]
    assert reasons == ["Fristen er flyttet 2 ganger, 547 dager i alt. Den første var 2022."]


def test_a_moved_deadline_by_its_history_or_by_the_first_one() -> None:
    lines = (
        "- id: T001\n  frist: 2024-06-30\n"
        "- id: T002\n  tittel: To\n  frist: 2024-06-30\n  opprinnelig_frist: 2024-05-31\n"
        "- id: T003\n  tittel: Tre\n  frist: 2024-06-30\n  opprinnelig_frist: 2024-06-30\n"
        "- id: T004\n  tittel: Fire\n  frist: 2024-06-30\n  opprinnelig_frist: 2024-Q2\n"
        "- id: T005\n  tittel: Fem\n  frist: 2024-Q1\n  opprinnelig_frist: 2024-06-30\n"
        "- id: T006\n  tittel: Seks\n  frist: 2023-06-30\n"
        "- id: T007\n  tittel: Sju\n  løpende: true\n"
    )
    past = Lookback(
        {
            "T001": Moves(3, 366, FIRST),
            "T002": Moves(0, 0, FIRST),
            "T006": Moves(2, 0, FIRST),
            "T007": Moves(1, 31, FIRST),
        }
    )
    found = overview(register(lines), DAY, lookback=past).forecast.moved
    assert [(m.measure.id, m.first.text, m.times, m.days) for m in found] == [
        ("T001", "2023-06-30", 3, 366),
        ("T007", "2023-06-30", 1, 31),
        ("T002", "2024-05-31", None, 30),
        ("T006", "2023-06-30", 2, 0),
        ("T005", "2024-06-30", None, -91),
    ]


@pytest.mark.parametrize(
    ("moves", "told"),
    [
        (Moves(1, 300, FIRST), ()),
        (
            Moves(2, 31, FIRST),
            ("Fristen er flyttet 2 ganger, 31 dager i alt. Den første var 30.06.2023.",),
        ),
        (Moves(2, -31, FIRST), ()),
    ],
)
def test_a_deadline_that_slipped_more_than_once_needs_attention(
    moves: Moves, told: tuple[str, ...]
) -> None:
    found = overview(register("frist: 2025\n"), DAY, lookback=Lookback({"T001": moves}))
    reasons = [item.reasons for item in found.attention if item.measure]
    assert reasons == [told] * bool(told)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("frist: 2023-12-31\n", "Høy prioritet, men ikke igangsatt, og fristen er om 77 dager."),
        ("frist: 2024-04-12\n", "Høy prioritet, men ikke igangsatt, og fristen er om 180 dager."),
        ("frist: 2024-04-13\n", ""),
        ("status: igangsatt\nfrist: 2025\n", "Høy prioritet, men ingen fremdrift er meldt."),
        ("status: igangsatt\nfremdrift: I gang.\nfrist: 2025\n", ""),
    ],
)
def test_high_priority_without_progress_needs_attention(lines: str, told: str) -> None:
    high = [item for item in seen(f"prioritet: høy\n{lines}").attention if item.measure]
    assert [item.reasons for item in high] == ([(told,)] if told else [])
    other = [item for item in seen(f"prioritet: lav\n{lines}").attention if item.measure]
    assert other == []


@pytest.mark.parametrize(
    ("written", "history", "told"),
    [
        ("", date(2023, 1, 1), ["Ikke oppdatert på 287 dager (sist 01.01.2023)."]),
        ("oppdatert: 2023-10-01\n", date(2023, 1, 1), []),
        ("", date(2023, 10, 1), []),
    ],
)
def test_the_history_tells_when_a_measure_was_last_changed(
    written: str, history: date, told: list[str]
) -> None:
    past = Lookback(changed={"T001": history})
    lines = register(f"prioritet: høy\nfrist: 2025\n{written}")
    found = overview(lines, DAY, lookback=past).attention
    assert [reason for item in found if item.measure for reason in item.reasons] == told


def test_the_points_are_as_documented() -> None:
    text = (ROOT / "docs" / "håndbok" / "ledelsen.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \| ([0-9]+) \|$", text, re.MULTILINE)
    assert [int(points) for _, points in rows] == list(POINTS.values())
    assert f"for hver tiende dag, høyst {LONGEST}" in text
    assert f"mer enn {STALE_DAYS} dager" in text
    assert f"høyst {SHORT_TIME} dager igjen" in text
