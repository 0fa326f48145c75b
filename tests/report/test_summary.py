"""How it goes in two or three sentences, and what leaders are asked for."""

import pytest
from workbook_dump import example

from tiltak_cli.domain.measure import Assessment, Measure, Status
from tiltak_cli.overview.counts import overview
from tiltak_cli.overview.summary import question, summary
from tiltak_cli.wording import Language, wording
from tiltak_cli.wording.table import TABLE

NOT_REASONS = {
    f"attention.{word}"
    for word in (
        *("heading", "nothing", "cases", "number", "no-forum", "only-stale", "all-stale", "more"),
        "directions",
    )
}


def measure(number: int, area: str = "1", assessment: Assessment | None = None) -> Measure:
    return (
        example()
        .measures[0]
        ._replace(
            id=f"T{number:03}",
            areas=(area,),
            status=Status.STARTED,
            deadline=None,
            responsible=("KD",),
            assessment=assessment,
        )
    )


def red(first: int, count: int, area: str = "1") -> tuple[Measure, ...]:
    return tuple(measure(n, area, Assessment.RED) for n in range(first, first + count))


GOOD = (measure(1), measure(2, "2")._replace(status=Status.COMPLETED))
YELLOW = (measure(8, "3", Assessment.YELLOW),)
NOT_STARTED = (measure(9)._replace(status=Status.ADOPTED),)
CASES = [
    ((), ""),
    (GOOD, "Alle tiltakene er i rute eller gjennomført (2)."),
    (
        (*GOOD, *YELLOW),
        "2 av 3 tiltak er i rute eller gjennomført. Ingen er røde eller forsinket. Ett er gult.",
    ),
    (
        (*GOOD, *NOT_STARTED),
        "2 av 3 tiltak er i rute eller gjennomført. Ingen er røde eller forsinket.",
    ),
    (
        (*GOOD, *red(10, 1)),
        "2 av 3 tiltak er i rute eller gjennomført. Ett er rødt eller forsinket: T010 (KD).",
    ),
    (
        red(10, 2),
        (
            "0 av 2 tiltak er i rute eller gjennomført. "
            "2 er røde eller forsinket: T010 (KD) og T011 (KD)."
        ),
    ),
    (
        (*red(10, 4), *YELLOW, *YELLOW),
        (
            "0 av 6 tiltak er i rute eller gjennomført. "
            "4 er røde eller forsinket, alle på målområde 1. 2 er gule."
        ),
    ),
    (
        (*red(10, 3), *red(20, 2, "2")),
        (
            "0 av 5 tiltak er i rute eller gjennomført. "
            "5 er røde eller forsinket, flest på målområde 1 (3)."
        ),
    ),
    (
        (*red(10, 2), *red(20, 2, "3")),
        (
            "0 av 4 tiltak er i rute eller gjennomført. "
            "4 er røde eller forsinket, flest på målområde 1 og 3 (2 på hvert)."
        ),
    ),
    (
        (*red(10, 2), *red(20, 2, "2"), *red(30, 2, "3")),
        "0 av 6 tiltak er i rute eller gjennomført. 6 er røde eller forsinket.",
    ),
]


@pytest.mark.parametrize(("measures", "text"), CASES, ids=[text[:40] for _, text in CASES])
def test_the_summary(measures: tuple[Measure, ...], text: str) -> None:
    seen = overview(example()._replace(measures=measures), example().as_of)
    assert wording(Language.NB).phrases(summary(seen)) == text


def test_the_summary_in_english() -> None:
    seen = overview(example(), example().as_of)
    assert wording(Language.EN).phrases(summary(seen)) == (
        "On track or completed: 19 of 28 measures. 2 are red or overdue: T011 (KD) and "
        "T016 (KUD). 2 are yellow."
    )


def test_for_every_reason_there_is_something_to_ask_for() -> None:
    reasons = {key for key in TABLE if key.startswith("attention.")} - NOT_REASONS
    questions = {key for key in TABLE if key.startswith("decide.")}
    assert {key.replace("attention.", "decide.", 1) for key in reasons} == questions


def test_what_is_asked_follows_the_weightiest_reason() -> None:
    seen = overview(example(), example().as_of)
    asked = {item.code: wording(Language.NB).phrase(question(item)) for item in seen.attention}
    assert asked["T011"] == "Avtal ny frist, eller avslutt tiltaket."
    assert asked["T012"] == "Avgjør når arbeidet skal starte."
    assert asked["2d"] == "Avgjør om retningsvalget skal ha tiltak."
