"""A measure is known by its title and text: what is told when numbers change, or seem to."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from milestone_cases import MILESTONE_CASES
from renumbering_cases import RENUMBERING_CASES
from support import tries
from test_changes import between, edition

from tiltak_cli.changes.change import Kind
from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.measure import Measure, Priority


@pytest.mark.parametrize(
    ("old", "new", "expected"), RENUMBERING_CASES.values(), ids=RENUMBERING_CASES
)
def test_which_measure_is_which(old: str, new: str, expected: list[str]) -> None:
    assert [change.sentence for change in between(old, new).all] == expected


@pytest.mark.parametrize(("old", "new", "expected"), MILESTONE_CASES.values(), ids=MILESTONE_CASES)
def test_which_milestone_is_which(old: str, new: str, expected: list[str]) -> None:
    assert [change.sentence for change in between(old, new).changes] == expected


@pytest.mark.parametrize(("old", "new", "_"), RENUMBERING_CASES.values(), ids=RENUMBERING_CASES)
def test_the_same_measures_are_found_backwards(old: str, new: str, _: list[str]) -> None:
    forwards, backwards = between(old, new).matching, between(new, old).matching
    assert {(a.id, b.id) for a, b in forwards.pairs} == {(b.id, a.id) for a, b in backwards.pairs}


# --- any register

POOL = """\
arkiv innsyn opplæring kriseøvelse personvern utredning høring beredskap ledelse regelverk språk
klima budsjett innkjøp kompetanse tilsyn veileder plattform skjema statistikk
"""
WORDS = POOL.split()
DUE = [parse_partial(text) for text in ("2024", "2025-Q1", "2024-06", "2026")]
(PLAIN,) = edition("id: T001\n").measures
BEFORE, AFTER = edition("id: T001\n"), edition("id: T001\n", later=True)


def some_measure(random: Random, number: int) -> Measure:
    one, two, three = random.sample(WORDS, 3)
    return PLAIN._replace(
        id=f"T{number:03d}",
        title=f"Felles {one} for {two} {number}",
        description=f"Departementene skal styrke {three} og {random.choice(WORDS)} ({number}).",
        responsible=(random.choice(["KLD", "FIN", "JD", "KD"]),),
        directions=(random.choice(["1a", "2a", "3c"]),),
        priority=random.choice(list(Priority)),
        deadline=random.choice(DUE),
    )


def edited(measure: Measure, random: Random) -> Measure:
    """A measure with one field changed, so that there is one thing to tell."""
    ways = (
        {"priority": next(p for p in Priority if p is not measure.priority)},
        {"deadline": parse_partial("2030")},
        {"responsible": ("HOD",)},
        {"title": f"{measure.title} i alle departementer"},
        {"title": " ".join(random.sample(WORDS, 4))},
        {"description": f"{measure.description} Mer om det siden."},
        {"progress": "Arbeidet er i gang."},
        {"forum": "Strategisk forum"},
    )
    return measure._replace(**random.choice(ways))


def numbered_anew(measures: list[Measure], numbers: dict[str, str]) -> list[Measure]:
    """The measures under other numbers, in the order of these; references follow."""
    named = [
        m._replace(id=numbers[m.id], depends_on=tuple(numbers[code] for code in m.depends_on))
        for m in measures
    ]
    return sorted(named, key=lambda measure: measure.id)


def told(old: list[Measure], new: list[Measure]) -> Comparison:
    return compare(BEFORE._replace(measures=tuple(old)), AFTER._replace(measures=tuple(new)))


def of_numbers(comparison: Comparison) -> list[Kind]:
    kinds = [change.kind for change in comparison.all]
    return [kind for kind in kinds if kind in (Kind.ID, Kind.RENUMBERED)]


@pytest.mark.wide
@settings(max_examples=tries(200), deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 12), st.booleans(), st.integers(0, 3))
def test_any_register_numbered_anew_is_one_change_and_those_that_were_made(
    random: Random, size: int, fresh: bool, edits: int
) -> None:
    old = [some_measure(random, number) for number in range(1, size + 1)]
    ids = [measure.id for measure in old]
    old = [m._replace(depends_on=tuple(random.sample(ids, 1))) for m in old]
    into = [f"T{random.randint(100, 800)}{n}" for n in range(size)] if fresh else list(ids)
    random.shuffle(into)
    numbers = dict(zip(ids, into, strict=True))
    renamed = {old_id: new_id for old_id, new_id in numbers.items() if old_id != new_id}
    new = numbered_anew(old, numbers)
    changed = random.sample(range(size), min(edits, size - 1))
    new = [edited(m, random) if n in changed else m for n, m in enumerate(new)]
    forwards, backwards = told(old, new), told(new, old)
    assert forwards.matching.renamed == renamed
    assert backwards.matching.renamed == {new_id: old_id for old_id, new_id in renamed.items()}
    for comparison, side in ((forwards, new), (backwards, old)):
        one = [Kind.RENUMBERED if len(renamed) > 1 else Kind.ID] if renamed else []
        assert of_numbers(comparison) == one
        those = {m.id for n, m in enumerate(new) if n in changed}
        if side is old:
            those = {old_id for old_id, new_id in numbers.items() if new_id in those}
        others = [change.measure_id for change in comparison.changes if change.kind is not Kind.ID]
        assert sorted(others) == sorted(those)


@pytest.mark.wide
@settings(max_examples=tries(100), deadline=None)
@given(st.randoms(use_true_random=False), st.integers(2, 12))
def test_a_number_used_again_gives_no_change_of_a_field(random: Random, size: int) -> None:
    old = [some_measure(random, number) for number in range(1, size + 1)]
    new = [
        PLAIN._replace(
            id=old[0].id,
            title="Systemet for reiseregninger avvikles",
            description="Utlegg føres heretter i lønnssystemet hver måned.",
            responsible=("UD",),
            directions=("3a",),
            areas=("3",),
            priority=next(p for p in Priority if p is not old[0].priority),
            deadline=None,
            ongoing=True,
        ),
        *old[1:],
    ]
    comparison = told(old, new)
    assert [c.kind for c in comparison.all] == [Kind.VANISHED, Kind.NEW, Kind.ID_AGAIN]
    assert not any(change.field for change in comparison.all)
