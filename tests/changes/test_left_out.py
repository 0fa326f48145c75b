"""Measures that are left out because of faults: some are named, and all are counted."""

import pytest
from test_brief import edition

from tiltak_cli.changes.left_out import left_out
from tiltak_cli.wording import NB

WHY = "tiltak er ikke med, fordi feil gjør dem uklare: T100, T101, T102, T103"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (4, "4 tiltak er ikke med, fordi feil gjør dem uklare: T100, T101, T102 og T103."),
        (5, f"5 {WHY} og T104."),
        (6, f"6 {WHY}, T104 og 1 til."),
        (7, f"7 {WHY}, T104 og 2 til."),
    ],
)
def test_five_are_named_and_the_rest_are_counted(number: int, said: str) -> None:
    register = edition("- id: T001\n")
    faulty = tuple(register.measures[0]._replace(id=f"T10{n}") for n in range(number))
    assert [NB.phrase(each) for each in left_out(register._replace(left_out=faulty))] == [said]
