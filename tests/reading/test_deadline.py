from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiltak_cli.domain.deadline import norwegian, norwegian_days, norwegian_in, parse_partial


@pytest.mark.parametrize(
    ("text", "first", "last", "shown", "within"),
    [
        ("2024", "2024-01-01", "2024-12-31", "2024", "i 2024"),
        ("2024-H1", "2024-01-01", "2024-06-30", "1. halvår 2024", "i 1. halvår 2024"),
        ("2024-H2", "2024-07-01", "2024-12-31", "2. halvår 2024", "i 2. halvår 2024"),
        ("2024-Q1", "2024-01-01", "2024-03-31", "1. kvartal 2024", "i 1. kvartal 2024"),
        ("2023-Q4", "2023-10-01", "2023-12-31", "4. kvartal 2023", "i 4. kvartal 2023"),
        ("2024-02", "2024-02-01", "2024-02-29", "februar 2024", "i februar 2024"),
        ("2023-12", "2023-12-01", "2023-12-31", "desember 2023", "i desember 2023"),
        ("2024-06-30", "2024-06-30", "2024-06-30", "30.06.2024", "30.06.2024"),
    ],
)
def test_a_partial_date_means_a_period(
    text: str, first: str, last: str, shown: str, within: str
) -> None:
    partial = parse_partial(text)
    assert partial is not None
    assert (partial.first, partial.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert norwegian(partial) == shown
    assert norwegian_in(partial) == within


@pytest.mark.parametrize(
    "text",
    [
        "",
        "24",
        "2024-13",
        "2024-Q5",
        "2024-H3",
        "2024-02-30",
        "2024-6",
        "2024-06-30\n",
        "30.06.2024",
        "٢٠٢٤",
        "2024-W10",
        "20240630",
    ],
)
def test_other_forms_are_not_dates(text: str) -> None:
    assert parse_partial(text) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_lies_in_its_month_quarter_half_and_year(day: date) -> None:
    forms = (
        f"{day.year}",
        f"{day.year}-H{(day.month + 5) // 6}",
        f"{day.year}-Q{(day.month + 2) // 3}",
        f"{day.year}-{day.month:02d}",
        day.isoformat(),
    )
    periods = [parse_partial(form) for form in forms]
    narrower = None
    for period in reversed(periods):
        assert period is not None
        assert period.first <= day <= period.last
        if narrower:
            assert period.first <= narrower.first
            assert narrower.last <= period.last
        narrower = period


def test_days_have_a_singular() -> None:
    assert (norwegian_days(1), norwegian_days(2)) == ("1 dag", "2 dager")
