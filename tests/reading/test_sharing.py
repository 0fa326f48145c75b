"""Two editions read together give just what each of them gives alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import source, tries

from tiltak_cli.cli.common.registers import open_pair, open_register
from tiltak_cli.cli.common.stop import StoppedError
from tiltak_cli.domain.register import Register
from tiltak_cli.sources.compared.sharing import without_shared
from tiltak_cli.sources.register.told import comparable

HEAD = """\
strategi: "2021-2025"
utgave: "{edition}"
per_dato: 2023-10-15
ansvarlig: KDD
# Tiltakene
tiltak:
"""
MEASURE = """\
  - id: T{number:03}
    tittel: {title}
    beskrivelse: >-
      En tekst over
      to linjer.
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: FIN
    status: vedtatt
    prioritet: {priority}
    frist: 2025
"""
TITLES = (
    *(
        "Felles mal",
        "«Mal» # ikke",
        '"Mal i hermetegn"',
        '"åpent',
        "'En'",
        "Mål\n      på to linjer",
    ),
    *("|\n      En blokk\n\n      til", "[a, b]", "Mal #1", "&a Mal", "å\u0308", "\tMal"),
)


def measure(number: int, title: str = "Felles mal", priority: str = "høy") -> str:
    return MEASURE.format(number=number, title=title, priority=priority)


def register(*measures: str, edition: str = "2023-2", tail: str = "") -> str:
    return HEAD.format(edition=edition) + "".join(measures) + tail


def alone(text: str) -> Register | None:
    try:
        return open_register(source(text), to_compare=True).register
    except StoppedError:
        return None


def together(old: str, new: str) -> tuple[Register, Register] | None:
    try:
        return open_pair(source(old), source(new))
    except StoppedError:
        return None


def is_shared(old: str, new: str) -> bool:
    known = alone(new)
    return known is not None and without_shared(source(old), source(new), known) is not None


def agree(old: str, new: str) -> None:
    before, after = alone(old), alone(new)
    expected = None if before is None or after is None else comparable(before, after)
    assert together(old, new) == expected


SAME = [measure(n) for n in range(1, 9)]
CASES = {
    "nothing is new": (register(*SAME), register(*SAME)),
    "one is another": (register(*SAME[:7], measure(8, "Ny mal")), register(*SAME)),
    "another order": (register(*SAME[::-1], measure(9)), register(*SAME)),
    "the head is another": (register(*SAME, measure(9), edition="2023-1"), register(*SAME)),
    "an id twice": (register(*SAME, measure(3, "Ny mal")), register(*SAME)),
    "a faulty value": (register(*SAME, measure(9, priority="stor")), register(*SAME)),
    "an open quote": (register(measure(9, '"åpent'), *SAME), register(*SAME)),
    "a field after the list": (register(*SAME, measure(9), tail="merke: 1\n"), register(*SAME)),
    "windows line ends": (
        register(*SAME, measure(9)).replace("\n", "\r\n"),
        register(*SAME).replace("\n", "\r\n"),
    ),
    "two documents": (register(*SAME, measure(9), tail="---\na: 1\n"), register(*SAME)),
    "no measures": (register(), register(*SAME)),
    "none before": (register(*SAME), register()),
}


@pytest.mark.parametrize(("old", "new"), CASES.values(), ids=CASES)
def test_together_as_alone(old: str, new: str) -> None:
    agree(old, new)
    agree(new, old)


@pytest.mark.parametrize("case", ["one is another", "another order", "the head is another"])
def test_what_is_the_same_is_read_once(case: str) -> None:
    assert is_shared(*CASES[case])


@pytest.mark.parametrize(("others", "saves"), [(4, True), (5, False)])
def test_with_more_than_half_to_read_nothing_is_saved(others: int, saves: bool) -> None:
    left = [measure(n, "Ny mal") for n in range(1, others + 1)]
    assert is_shared(register(*left, *SAME[others:]), register(*SAME)) is saves


@settings(max_examples=tries(150))
@given(
    st.lists(st.integers(1, 12), max_size=8),
    st.lists(st.tuples(st.integers(1, 12), st.sampled_from(TITLES)), max_size=3),
    st.lists(st.integers(1, 12), max_size=10),
)
def test_whatever_is_written(
    before: list[int], odd: list[tuple[int, str]], after: list[int]
) -> None:
    old = register(*map(measure, before), *(measure(n, title) for n, title in odd))
    agree(old, register(*map(measure, after)))
    agree(register(*map(measure, after)), old)
