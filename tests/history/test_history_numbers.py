"""A history is a measure's and not a number's; and a ministry's new name is no change in it."""

import json
from pathlib import Path

import pytest
from command import tiltak
from history_depot import states
from renumbering_cases import ARCHIVE, CRISIS, LEADERS, POSTAL, also, numbered
from repository import commit, git
from support import FILE, register_text
from test_names import PLAN, register

from tiltak_cli.changes.history import EVERYTHING, History, Story
from tiltak_cli.changes.telling import tell
from tiltak_cli.domain.identity.matching import partners_of
from tiltak_cli.views.history.words import rows

LATER = CRISIS.replace("2024-H1", "2025")


def stories(*editions: str) -> dict[str, Story]:
    return tell(states(*editions), partners=lambda a, b: partners_of(a, b, str))


def fields(story: Story) -> list[str]:
    return [step.field for step in story.steps]


def test_two_that_change_places_keep_their_own_histories() -> None:
    told = stories(
        numbered(T001=ARCHIVE, T002=CRISIS),
        numbered(T001=CRISIS, T002=ARCHIVE),
        numbered(T001=LATER, T002=ARCHIVE),
    )
    assert list(told) == ["T001", "T002"]
    assert fields(told["T001"]) == ["id", "frist"]
    assert fields(told["T002"]) == ["id"]
    assert [told[code].begin.id for code in told] == ["T002", "T001"]


def test_they_may_change_back() -> None:
    one, other = numbered(T001=ARCHIVE, T002=CRISIS), numbered(T001=CRISIS, T002=ARCHIVE)
    told = stories(one, other, one)
    assert [(code, story.ids) for code, story in told.items()] == [
        ("T001", ("T001", "T002", "T001")),
        ("T002", ("T002", "T001", "T002")),
    ]


def test_a_number_used_again_ends_one_history_and_begins_another() -> None:
    told = stories(numbered(T001=ARCHIVE, T002=CRISIS), numbered(T001=ARCHIVE, T002=POSTAL))
    now, former = told["T002"], told["T002/1"]
    assert (now.now.title, now.steps, now.first.commit) == ("Innsyn i postlister", (), "1")
    assert (former.now.title, fields(former)) == ("Årlig kriseøvelse", [""])
    assert former.gone == now.first


def test_a_number_may_be_used_again_long_after() -> None:
    told = stories(
        numbered(T001=ARCHIVE, T002=CRISIS), numbered(T001=ARCHIVE),
        numbered(T001=ARCHIVE, T002=POSTAL),
    )  # fmt: skip
    assert told["T002"].now.title == "Innsyn i postlister"
    assert fields(told["T002/1"]) == [""]


def test_what_comes_back_under_its_number_goes_on() -> None:
    both = numbered(T001=ARCHIVE, T002=CRISIS)
    told = stories(both, numbered(T001=ARCHIVE), both)
    assert list(told) == ["T001", "T002"]
    assert [(step.old, step.new) for step in told["T002"].steps] == [
        ("Årlig kriseøvelse", None),
        (None, "Årlig kriseøvelse"),
    ]


def test_references_follow() -> None:
    told = stories(
        numbered(T001=also(ARCHIVE, "avhenger_av: T002"), T002=CRISIS, T003=LEADERS),
        numbered(T001=CRISIS, T002=also(ARCHIVE, "avhenger_av: T001"), T003=LEADERS),
    )
    assert {code: fields(story) for code, story in told.items()} == {
        "T001": ["id"], "T002": ["id"], "T003": [],
    }  # fmt: skip


def test_a_reference_that_does_not_follow_is_another_one() -> None:
    third = also(LEADERS, "avhenger_av: T002")
    told = stories(
        numbered(T001=ARCHIVE, T002=CRISIS, T003=third),
        numbered(T001=CRISIS, T002=ARCHIVE, T003=third),
    )
    (step,) = told["T003"].steps
    assert (step.field, step.old, step.new) == ("avhenger_av", ("T001",), ("T002",))


def test_nobody_moves_to_a_number_that_stands_twice() -> None:
    """Then it is not known who is who, and what can be told is told when it is."""
    twice = numbered(T001=CRISIS) + numbered(T002=ARCHIVE) * 2
    swapped = numbered(T001=CRISIS, T002=ARCHIVE)
    told = stories(numbered(T001=ARCHIVE, T002=CRISIS), twice, swapped)
    assert [(code, fields(story)) for code, story in told.items()] == [
        ("T001", ["id"]),
        ("T002", ["id"]),
    ]
    assert {step.revision.commit for story in told.values() for step in story.steps} == {"2"}


def test_milestones_with_other_numbers() -> None:
    one = "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2024}\n  - {id: M2, tekst: Ferdig}\n"
    other = "milepæler:\n  - {id: M1, tekst: Ferdig}\n  - {id: M2, tekst: Utkast, frist: 2025}\n"
    told = tell(states(one, other))
    history = History("a.yaml", told, tuple(state.revision for state in states(one, other)))
    assert [row[2:] for row in rows(history, told["T001"], EVERYTHING)[1:]] == [
        ("Milepæler", "nye nummer: M1 → M2 og M2 → M1; M2 Utkast: frist 2024 → 2025"),
    ]


# --- the command

ANOTHER = """
id: T003
tittel: Et helt annet tiltak
beskrivelse: Innbyggerne får svar på spørsmål om reiseregninger.
målområder: [A]
retningsvalg: [A1]
ansvarlig: EN
status: foreslått
prioritet: lav
løpende: true
"""


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """T001 and T002 change places, GML becomes NY, and T003 is used again."""
    folder = tmp_path_factory.mktemp("depot")
    git(folder, "init", "--quiet", "--initial-branch=main")
    base = register("1", "2024-06-01", {"T001": "GML", "T002": "ANN", "T003": "GML"})
    swapped = base.replace("T001", "T0").replace("T002", "T001").replace("T0\n", "T002\n")
    renamed = swapped.replace("GML", "NY")
    first, _, _ = renamed.partition("  - id: T003\n")
    other = ANOTHER.strip().replace("\n", "\n    ")
    for number, text in enumerate((base, swapped, renamed, f"{first}  - {other}\n"), 1):
        commit(folder, {FILE: text, "strategi.yaml": PLAN}, f"2024-0{number}-10")
    return folder


def history(depot: Path, *arguments: str) -> str:
    done = tiltak("history", *arguments, "--as-of", "2024-12-31", cwd=depot, COLUMNS="150")
    assert (done.code, done.err) == (0, "")
    return done.out


def test_the_table_has_a_line_for_each_measure(depot: Path) -> None:
    lines = history(depot).splitlines()
    assert [line.split()[0] for line in lines[2:6]] == ["T002", "T001", "T003", "T003"]
    assert lines[5].rstrip().endswith("tatt ut 10.04.2024")
    assert lines[-1] == (
        "GML heter nå NY. Gjelder 2 tiltak; et navneskifte er ingen endring i ansvaret."
    )


def test_the_story_says_what_it_was_called_and_who_had_its_number(depot: Path) -> None:
    lines = [line.split(maxsplit=2)[2:] for line in history(depot, "T002").splitlines()]
    assert ["ID         T001 → T002"] in lines
    assert ["Ansvarlig  GML heter nå NY (navneskifte)"] in lines
    assert "T002 var før id-en til «skjemaene», som nå er T001." in history(depot, "T002")


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_ones_that_had_a_number_come_after_the_one_that_has_it(depot: Path, form: str) -> None:
    found = history(depot, "T003", "--format", form)
    assert found.index("T003 Et helt annet tiltak") < found.index("T003 verkstedet")
    assert found.count("tatt ut av registeret") == 1
    assert "T003 var før «verkstedet», som ble tatt ut 10.04.2024." in found


def test_for_programs(depot: Path) -> None:
    found = json.loads(history(depot, "T003", "--format", "json"))["measures"]
    assert [measure["title"] for measure in found] == ["Et helt annet tiltak", "verkstedet"]
    names = [[step["old"], step["new"]] for step in found[1]["renamed"]]
    assert names == [["GML", "NY"]]
    assert [step["field"] for step in found[1]["changes"]] == [None]


@pytest.mark.wide
def test_a_number_that_nobody_has_any_longer(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, {FILE: register_text(numbered(T001=ARCHIVE, T002=CRISIS))}, "2024-01-10")
    commit(tmp_path, {FILE: register_text(numbered(T001=ARCHIVE, T007=CRISIS))}, "2024-02-10")
    assert history(tmp_path, "T002") == history(tmp_path, "T007")
    assert "T002 → T007" in history(tmp_path, "t002")
    assert history(tmp_path, "T001").startswith("T001 Felles løsning for arkiv\n")
