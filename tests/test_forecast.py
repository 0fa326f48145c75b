"""What lies ahead, and what has slipped: each criterion with the days around its edge."""

import re
from datetime import date, timedelta

import pytest
from command import ROOT
from test_overview import DAY, register, seen

from tiltak_cli.attention import LONGEST, POINTS, SHORT_TIME, STALE_DAYS, Lookback
from tiltak_cli.changes.history import Moves
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.forecast import Forecast
from tiltak_cli.overview import overview

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
    found = ahead(f"status: {status}\nfrist: 2023-11-01\n")
    assert (found.due, found.load) == ((), ())


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
    assert found.load == (("FIN", (1, 1, 0, 0, 0, 0)), ("KD", (1, 0, 0, 0, 0, 0)))


def test_a_moved_deadline_by_its_history_or_by_the_first_one() -> None:
    lines = (
        "- id: T001\n  frist: 2024-06-30\n"
        "- id: T002\n  tittel: To\n  frist: 2024-06-30\n  opprinnelig_frist: 2024-05-31\n"
        "- id: T003\n  tittel: Tre\n  frist: 2024-06-30\n  opprinnelig_frist: 2024-06-30\n"
    )
    past = Lookback({"T001": Moves(3, 366, FIRST)})
    found = overview(register(lines), DAY, lookback=past).forecast.moved
    assert [(m.measure.id, m.first.text, m.times, m.days) for m in found] == [
        ("T001", "2023-06-30", 3, 366),
        ("T002", "2024-05-31", None, 30),
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
    text = (ROOT / "docs" / "oppmerksomhet.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \| ([0-9]+) \|$", text, re.MULTILINE)
    assert [int(points) for _, points in rows] == list(POINTS.values())
    assert f"for hver tiende dag, høyst {LONGEST}" in text
    assert f"mer enn {STALE_DAYS} dager" in text
    assert f"høyst {SHORT_TIME} dager igjen" in text
