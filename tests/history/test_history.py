"""What a register's history says of each measure, from its revisions' text."""

from datetime import date, timedelta
from typing import Any

import pytest
from history_depot import FIRST_DAY, states

from tiltak_cli.changes.history import WHOLE, History, Moves, Story, Window
from tiltak_cli.changes.telling import tell
from tiltak_cli.domain.measure import Status
from tiltak_cli.sources.git.log import day_of
from tiltak_cli.sources.strategies import shipped_plan
from tiltak_cli.wording import NB


def identity(code: str) -> str:
    plan = shipped_plan("2021-2025")
    assert plan
    return plan.organisations.identity(code)


def story(*editions: str) -> Story:
    return tell(states(*editions), identity)["T001"]


def changed(told: Story) -> list[tuple[str, str, str]]:
    return [(step.field, NB.value(step.old), NB.value(step.new)) for step in told.steps]


CASES: dict[str, tuple[str, str, list[tuple[str, str, str]]]] = {
    "a deadline": ("frist: 2023", "frist: 2024-Q2", [("frist", "2023", "2. kvartal 2024")]),
    "a text in other lines": ("tittel: En to", "tittel: >-\n  En\n  to", []),
    "a text": ("tittel: En to", "tittel: En tre", [("tittel", "En to", "En tre")]),
    "quotes": ("tittel: En", 'tittel: "En"', []),
    "a letter in two parts": ("tittel: E\u0301n", "tittel: Én", []),
    "a soft hyphen": ("forum: Sam\u00adordning", "forum: Samordning", []),
    "what is not seen in a milestone": (
        "milepæler: [{id: M1, tekst: Sam\u00adordnet}]",
        "milepæler: [{id: M1, tekst: Samordnet}]",
        [],
    ),
    "others than the lead in another order": (
        "ansvarlig: [FIN, JD, KD]",
        "ansvarlig: [FIN, KD, JD]",
        [],
    ),
    "a set in another order": ("deltakere: [FIN, JD]", "deltakere: [JD, FIN]", []),
    "who leads": ("ansvarlig: [FIN, JD]", "ansvarlig: [JD, FIN]", [
        ("ansvarlig", "FIN, JD", "JD, FIN"),
    ]),
    "one as a list": ("ansvarlig: FIN", "ansvarlig: [FIN]", []),
    "a ministry's new name": ("ansvarlig: KMD", "ansvarlig: KDD", []),
    "a transfer": ("ansvarlig: KDD", "ansvarlig: DFD", [("ansvarlig", "KDD", "DFD")]),
    "milestones in another order": (
        "milepæler: [{id: M1, tekst: A, frist: 2023}, {id: M2, tekst: B, frist: 2024}]",
        "milepæler: [{id: M2, tekst: B, frist: 2024}, {id: M1, tekst: A, frist: 2023}]",
        [],
    ),
    "a milestone": (
        "milepæler: [{id: M1, tekst: A, frist: 2023}]",
        "milepæler: [{id: M1, tekst: A, frist: 2023, nådd: 2023-05-02}]",
        [("milepæler", "M1 A (2023)", "M1 A (2023), nådd 02.05.2023")],
    ),
    "a new field": ("id: T001", "vurdering: rød", [("vurdering", "", "rød")]),
    "a status without meaning": ("status: vedtatt", "status: pågår", []),
    "a date without meaning": ("frist: 2023", "frist: snart", []),
    "a milestone's date without meaning": (
        "milepæler: [{id: M1, tekst: A, frist: 2023}]",
        "milepæler: [{id: M1, tekst: A, frist: i vår}]",
        [],
    ),
    "the review": ("oppdatert: 2022-01-01", "oppdatert: 2022-02-01", [
        ("oppdatert", "01.01.2022", "01.02.2022"),
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_one_change(old: str, new: str, expected: list[tuple[str, str, str]]) -> None:
    assert changed(story(f"{old}\n", f"{new}\n")) == expected


def test_a_value_without_meaning_lets_the_one_before_stand() -> None:
    told = story("frist: 2023\n", "frist: snart\n", "frist: 2024\n", "frist: 2024\n")
    assert changed(told) == [("frist", "2023", "2024")]
    assert told.steps[0].revision.commit == "2"


def test_a_first_value_without_meaning_is_not_known() -> None:
    told = story("status: pågår\n", "status: igangsatt\n", "status: gjennomført\n")
    assert changed(told) == [("status", "igangsatt", "gjennomført")]
    never = story("status: pågår\n", "status: påbegynt\n")
    assert never.unknown == {"status"}
    assert never.spans(FIRST_DAY) == ()


@pytest.mark.parametrize(
    ("deadlines", "expected", "first"),
    [
        (["2022-12-31", "2022-12-31"], (0, 0), "31.12.2022"),
        (["2022-12-31", "2023-06-30", "2023-12-31"], (2, 365), "31.12.2022"),
        (["2023", "2022-12-31"], (1, -365), "2023"),
        (["2023", "2022", "2023"], (2, 0), "2023"),
        # The same last day, said with another precision.
        (["2023", "2023-Q4", "2023-12-31"], (0, 0), "2023"),
        # Taken out for a while: held against the one before.
        (["2022", "", "2023"], (1, 365), "2022"),
        (["", "2023", "2024"], (1, 366), "2023"),
        (["", ""], (0, 0), None),
    ],
)
def test_moves_of_a_deadline(
    deadlines: list[str], expected: tuple[int, int], first: str | None
) -> None:
    moves = story(
        *(f"frist: {each}\n" if each else "løpende: true\n" for each in deadlines)
    ).moves()
    assert (moves.times, moves.days) == expected
    assert (NB.value(moves.first) or None) == first


def test_the_time_in_each_status() -> None:
    told = story("status: vedtatt\n", "id: T001\n", "status: igangsatt\n", "status: utsatt\n")
    until = FIRST_DAY + timedelta(days=100)
    assert [(s.status, s.days, s.ended) for s in told.spans(until)] == [
        (Status.ADOPTED, 60, True),
        (Status.STARTED, 30, True),
        (Status.POSTPONED, 10, False),
    ]


TWO = "- id: T001\n- id: T002\n  tittel: Noe annet\n"


def test_a_measure_that_goes_and_comes_again() -> None:
    told = tell(states(TWO, "- id: T001\n", TWO, "- id: T001\n"))["T002"]
    assert changed(told) == [
        (WHOLE, "Noe annet", ""),
        (WHOLE, "", "Noe annet"),
        (WHOLE, "Noe annet", ""),
    ]
    assert told.gone is not None
    assert [span.days for span in told.spans(FIRST_DAY)] == [30, 30]


def test_nothing_is_gone_where_measures_cannot_be_told_apart() -> None:
    twice = "- id: T001\n- id: T001\n  tittel: En til\n- tittel: Uten id\n  # id mangler\n"
    stories = tell(states(TWO, twice, TWO))
    assert [changed(told) for told in stories.values()] == [[], []]
    assert list(stories) == ["T001", "T002"]


def test_what_is_gone_comes_last() -> None:
    assert list(tell(states(TWO, "- id: T003\n- id: T002\n"))) == ["T003", "T002", "T001"]


def test_a_new_id_is_followed_where_it_is_known_to_be_one() -> None:
    def partners(before: Any, after: Any) -> dict[str, str]:
        known = {"T003": "T002"} if "T002" in before else {}
        return {code: known.get(code, code) for code in after}

    renamed = TWO.replace("T002", "T003").replace("annet", "nytt")
    stories = tell(states(TWO, renamed, TWO.replace("T002", "T003")), partners=partners)
    assert list(stories) == ["T001", "T003"]
    assert changed(stories["T003"]) == [
        ("id", "T002", "T003"),
        ("tittel", "Noe annet", "Noe nytt"),
        ("tittel", "Noe nytt", "Noe annet"),
    ]
    alone = tell(states(TWO, renamed))
    assert [told.gone is not None for told in alone.values()] == [False, False, True]


def test_a_history_is_asked_by_id() -> None:
    told = tell(states("frist: 2022\n", "frist: 2023\n", "oppdatert: 2022-05-05\nfrist: 2023\n"))
    history = History("a.yaml", told, ())
    assert history.moves("T001")[:2] == (1, 365)
    # The date of the last review is not a change of the measure.
    assert history.last_changed("T001") == FIRST_DAY + timedelta(days=30)
    assert (history.moves("T009"), history.last_changed("T009")) == (Moves(), None)


def test_a_window_in_time_and_fields() -> None:
    told = story("frist: 2022\n", "frist: 2023\nprioritet: lav\n", "frist: 2024\n")
    steps = {
        window: [(s.field, s.revision.commit) for s in told.steps if window.holds(s)]
        for window in (
            Window(("frist",)),
            Window(day=FIRST_DAY + timedelta(days=60)),
            Window(commits=frozenset({"1"})),
        )
    }
    assert list(steps.values()) == [
        [("frist", "1"), ("frist", "2")],
        [("prioritet", "2"), ("frist", "2")],
        [("prioritet", "1"), ("frist", "1")],
    ]
    assert told.moves(Window(commits=frozenset({"2"})))[:2] == (1, 366)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        (1704063600 - 1, date(2023, 12, 31)),
        (1704063600, date(2024, 1, 1)),
        (1719784800, date(2024, 7, 1)),  # midnight in summer
        (0, date(1970, 1, 1)),
        (10**18, date(9999, 12, 30)),
    ],
)
def test_days_are_norways(seconds: int, day: date) -> None:
    assert day_of(seconds) == day
