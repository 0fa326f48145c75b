"""How it has gone over time: deadlines kept, who came and who left, and the editions in git."""

import json
from datetime import date
from pathlib import Path

import pytest
from command import NEW, OLD, ROOT, tiltak
from jsonschema import Draft202012Validator
from repository import commit, git
from support import check, register_text, spread

from tiltak_cli.changes.history import Stand
from tiltak_cli.overview.counts import Situation
from tiltak_cli.overview.trend import Deadlines, Point, of_all, points, said, shifts
from tiltak_cli.views.trend import notes
from tiltak_cli.wording import NB

SCHEMA = json.loads((ROOT / "schema" / "rapport.schema.json").read_text(encoding="utf-8"))
THEN, NOW = date(2023, 11, 15), date(2024, 6, 15)
DONE = "status: gjennomført\nresultat: Ferdig.\n"
WHY = "begrunnelse: Vedtatt.\n"


def over(*sides: str) -> tuple[Point, ...]:
    """Editions half a year apart, made of the lines of one measure or of a list of them."""
    stands = []
    for number, (lines, day) in enumerate(zip(sides, (THEN, NOW), strict=True), 1):
        loaded = check(register_text(lines))
        assert loaded.register is not None, loaded.findings
        stands.append(Stand(f"U{number}", day, loaded.register.by_id()))
    return points(stands, str)


# The lines before and now, and what became of the deadline that fell between.
FELL: dict[str, tuple[str, str, str]] = {
    "done in time": (
        "frist: 2024-03\n",
        f"frist: 2024-03\ngjennomført: 2024-03-31\n{DONE}",
        "kept",
    ),
    "done a day late": (
        "frist: 2024-03\n",
        f"frist: 2024-03\ngjennomført: 2024-04-01\n{DONE}",
        "missed",
    ),
    "not done": ("frist: 2024-03\n", "frist: 2024-03\n", "missed"),
    "on the day of the older edition": ("frist: 2023-11-15\n", "frist: 2023-11-15\n", "missed"),
    "the day before it": ("frist: 2023-11-14\n", "frist: 2023-11-14\n", ""),
    "on the day of the newer edition": ("frist: 2024-06-15\n", "frist: 2024-06-15\n", ""),
    "moved beyond the newer edition": ("frist: 2024-03\n", "frist: 2025\n", "moved"),
    "moved into the time and missed again": ("frist: 2023-06\n", "frist: 2024-05-31\n", "missed"),
    "moved within the time and missed": ("frist: 2024-01\n", "frist: 2024-05\n", "missed"),
    "moved within the time and kept": (
        "frist: 2024-01\n",
        f"frist: 2024-05\ngjennomført: 2024-05-02\n{DONE}",
        "kept",
    ),
    "moved forward into the time and kept": (
        "frist: 2025\n",
        f"frist: 2024-05\ngjennomført: 2024-05-02\n{DONE}",
        "kept",
    ),
    "done long before the deadline": (
        "frist: 2025\n",
        f"frist: 2025\ngjennomført: 2024-05-02\n{DONE}",
        "",
    ),
    "no longer to be done": ("frist: 2024-03\n", f"frist: 2024-03\nstatus: utgår\n{WHY}", ""),
    "put off": ("frist: 2024-03\n", f"frist: 2024-03\nstatus: utsatt\n{WHY}", ""),
    "put off before, and taken up again": (
        f"frist: 2024-03\nstatus: utsatt\n{WHY}",
        "frist: 2024-03\n",
        "",
    ),
    "ended before": (
        f"frist: 2024-03\ngjennomført: 2023-10-01\n{DONE}",
        f"frist: 2024-03\ngjennomført: 2023-10-01\n{DONE}",
        "",
    ),
    "without a deadline any more": ("frist: 2024-03\n", "løpende: true\n", "moved"),
}


@spread(("old", "new", "outcome"), FELL.values(), every=2, ids=FELL)
def test_what_became_of_a_deadline_that_fell(old: str, new: str, outcome: str) -> None:
    expected = Deadlines(**{outcome: ("T001",)}) if outcome else Deadlines()
    assert over(old, new)[1].deadlines == expected


def test_one_that_is_new_counts_by_its_own_deadline() -> None:
    new = "- id: T001\n- id: T002\n  tittel: Ny plattform\n  frist: 2024-03\n"
    assert over("- id: T001\n", new)[1].deadlines == Deadlines(missed=("T002",))


def test_who_came_and_who_left_not_only_the_difference() -> None:
    other = "- id: T002\n  tittel: Lager\n  frist: 2024-03\n"
    old = f"- id: T001\n  tittel: Mal\n  frist: 2023-06\n{other}"
    new = f"- id: T001\n  tittel: Mal\n  frist: 2025\n{other}"
    new += "- id: T003\n  tittel: Kurs\n"
    found = over(old, new)
    assert shifts(found)[Situation.LATE] == (("T002",), ("T001",))
    assert of_all(found) == (("T003",), ())
    texts = notes(found, NB)
    assert texts[0] == "T003 inn"
    assert texts[1 + list(Situation).index(Situation.LATE)] == "T002 inn, T001 ut"
    assert texts[1 + list(Situation).index(Situation.AT_RISK)] == "som i U1"
    assert NB.phrases(said(found)) == (
        "I U1 var 0 av 2 i rute eller gjennomført. 1 frist falt siden U1: 1 ble ikke holdt (T002)."
    )


def test_another_number_is_the_same_measure() -> None:
    title = "  tittel: Felles mal for høringer\n  beskrivelse: Alle bruker samme mal.\n"
    found = over(f"- id: T001\n{title}  frist: 2023-06\n", f"- id: T007\n{title}  frist: 2023-06\n")
    assert set(shifts(found).values()) == {((), ())}
    assert of_all(found) == ((), ())


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with two tagged editions and a later state that is none yet."""
    folder = tmp_path_factory.mktemp("depot")
    git(folder, "init", "--quiet")
    texts = [side.read_text("utf-8") for side in (OLD, NEW)]
    texts.append(texts[1].replace('"2024-1"', '"2024-2"').replace("2024-06-15", "2024-12-01", 1))
    for text, name in zip(texts, ("2023-2", "2024-1", ""), strict=True):
        commit(folder, {"tiltaksoversikt.yaml": text})
        if name:
            git(folder, "tag", f"utgave-{name}")
    return folder


@pytest.mark.wide
def test_the_editions_in_git_without_asking_for_them(depot: Path) -> None:
    found = json.loads(tiltak("report", "--format", "json", cwd=depot).out)
    Draft202012Validator(SCHEMA).validate(found)
    assert [point["utgave"] for point in found["utvikling"]] == ["2023-2", "2024-1", "2024-2"]
    assert [list(point["situasjoner"].values()) for point in found["utvikling"]][:2] == [
        [5, 13, 3, 2, 3, 0],
        [2, 13, 2, 2, 6, 3],
    ]
    assert found["utvikling"][1]["frister"] == {
        "holdt": ["T009", "T017"],
        "flyttet": [],
        "ikke_holdt": ["T011", "T016"],
    }
    assert found["utvikling"][0]["frister"] is None


@pytest.mark.wide
def test_the_same_where_they_are_listed(depot: Path) -> None:
    listed = json.loads(tiltak("editions", "--format", "json", cwd=depot).out)["editions"]
    report = json.loads(tiltak("report", "--format", "json", cwd=depot).out)["utvikling"]
    assert [e["situations"] for e in reversed(listed)] == [p["situasjoner"] for p in report[:2]]
    assert listed[0]["deadlines"]["missed"] == report[1]["frister"]["ikke_holdt"]
    text = tiltak("editions", cwd=depot).out
    assert "2 av 4" in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.wide
def test_only_what_was_before_the_report_date_and_nothing_for_a_selection(depot: Path) -> None:
    for options, names in (
        (["--as-of", "2024-01-01"], ["2023-2", "2024-2"]),
        (["--rev", "utgave-2024-1"], ["2023-2", "2024-1"]),
        (["--for", "KD"], []),
        (["--rev", "utgave-2023-2"], []),
    ):
        found = json.loads(tiltak("report", "--format", "json", *options, cwd=depot).out)
        assert [point["utgave"] for point in found["utvikling"]] == names, options


@pytest.mark.wide
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("Utvikling", "4 frister falt siden 2023-2: 2 ble holdt (T009, T017)")),
        ("nn", ("Utvikling", "4 fristar fall sidan 2023-2: 2 vart haldne (T009, T017)")),
        ("en", ("Over time", "4 deadlines fell due since 2023-2: 2 kept (T009, T017)")),
    ],
)
def test_in_every_language_and_form(language: str, words: tuple[str, ...], tmp_path: Path) -> None:
    options = ("--since", OLD, "--language", language)
    side = tmp_path / "side.html"
    assert tiltak("report", NEW, "-o", side, *options).code == 0
    forms = [tiltak("report", NEW, *options).out, side.read_text("utf-8")]
    forms.append(tiltak("report", NEW, "--format", "markdown", *options).out)
    for text in forms:
        assert all(word in " ".join(text.split()) for word in words)
