"""Merges in a register's history: who made what they brought in, when, and that it counts once."""

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from history_depot import OTHER, depot, edition, history, steps
from merging import BRANCH, MAIN, by, merge, story, to, told
from repository import commit, git
from support import FILE

from tiltak_cli.changes.history import Window

__all__ = ["depot"]


def test_a_change_is_by_who_made_it_on_the_day_it_was_made(depot: Path) -> None:
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023"))
    by(depot, "Ola", "2024-02-02", edition("2023", OTHER.replace("nye", "alle")))
    to(depot, MAIN)
    commit(depot, {"annet.txt": "x"}, "2024-02-03")
    merge(depot, BRANCH, day="2024-03-01")
    by(depot, "Per", "2024-04-01", edition("2024", OTHER.replace("nye", "alle")))
    assert told() == [
        ("2024-02-01", "Kari", "frist", "2022", "2023"),
        ("2024-04-01", "Per", "frist", "2023", "2024"),
    ]
    assert [step[:3] for step in told("T002")] == [("2024-02-02", "Ola", "tittel")]
    made = story().steps[0].revision
    assert made.commit == git(depot, "rev-parse", f"{BRANCH}~1").strip()
    assert made.way == git(depot, "rev-parse", "HEAD~1").strip()
    assert (made.arrived, story("T002").last_changed) == (date(2024, 3, 1), date(2024, 2, 2))
    assert [str(r.day) for r in history().revisions] == ["2024-01-10", "2024-03-01", "2024-04-01"]


@pytest.mark.wide
def test_what_the_command_says_of_a_merge(depot: Path) -> None:
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023"))
    by(depot, "Ola", "2024-03-01", edition("2023", OTHER.replace("nye", "alle")))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    out = tiltak("history", "T001", cwd=depot, COLUMNS="120").out
    row = next(line for line in out.splitlines() if "Kari" in line)
    assert row.split("  ")[0] == "01.02.2024"
    assert row.endswith("2022 → 2023 (+365 dager) (i grenen fra 01.03.2024)")
    assert "Sekretær" not in out
    # On the same day there is nothing to add.
    assert "i grenen fra" not in tiltak("history", "T002", cwd=depot, COLUMNS="120").out
    found = json.loads(tiltak("history", "T001", "--format", "json", cwd=depot).out)
    (change,) = found["measures"][0]["changes"]
    assert (change["date"], change["author"], change["came_in"]) == (
        "2024-02-01",
        "Kari",
        {"commit": git(depot, "rev-parse", "HEAD").strip(), "date": "2024-03-01"},
    )
    assert "came_in" not in found["measures"][0]["first"]
    for since, seen in (("2024-02-15", True), ("2024-03-02", False), ("HEAD~1", True)):
        out = tiltak("history", "T001", "--since", since, cwd=depot).out
        assert ("Kari" in out) == seen


@pytest.mark.wide
def test_drafts_in_a_branch_are_one_change(depot: Path) -> None:
    """What one person wrote and rewrote is told as it became; of several each has their part."""
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023"))
    by(depot, "Kari", "2024-02-02", edition("2023-06"))
    by(depot, "Ola", "2024-02-03", edition("2024"))
    by(depot, "Ola", "2024-02-04", edition("2025"))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    assert told() == [
        ("2024-02-02", "Kari", "frist", "2022", "juni 2023"),
        ("2024-02-04", "Ola", "frist", "juni 2023", "2025"),
    ]
    # The register has had two deadlines, so it has moved once.
    assert story().moves()[:2] == (1, 1096)
    assert [d.text for d in story().deadlines()] == ["2022", "2025"]
    assert steps(history(f"{BRANCH}:{FILE}")) == [
        ("2024-02-01", "Kari", "frist", "2022", "2023"),
        ("2024-02-02", "Kari", "frist", "2023", "juni 2023"),
        ("2024-02-03", "Ola", "frist", "juni 2023", "2024"),
        ("2024-02-04", "Ola", "frist", "2024", "2025"),
    ]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2025", "Fristen er flyttet 1 gang (i 2 steg), +1096 dager i alt. Første frist: 2022."),
        ("2022-12", "Fristen er flyttet i 2 steg og tilbake til 2022."),
    ],
)
def test_what_is_said_of_the_deadline_agrees_with_the_lines_below(
    depot: Path, last: str, said: str
) -> None:
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023"))
    by(depot, "Ola", "2024-02-03", edition(last))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    lines = tiltak("history", "T001", cwd=depot, COLUMNS="200").out.splitlines()
    assert said in lines
    assert sum("  Frist  " in line for line in lines) == 2


@pytest.mark.wide
def test_a_new_measure_from_a_branch_is_by_who_made_it(depot: Path) -> None:
    new = "- id: T003\n  tittel: Årlig øvelse\n"
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition(lines=OTHER + new))
    by(depot, "Ola", "2024-02-02", edition(lines=f"{OTHER}{new}  prioritet: lav\n"))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    by(depot, "Per", "2024-04-01", edition(lines=f"{OTHER}{new}  prioritet: høy\n"))
    assert story("T003").first.author == "Kari"
    assert [step[:2] for step in told("T003")] == [("2024-04-01", "Per")]


@pytest.mark.wide
def test_what_was_undone_in_a_branch_is_no_change(depot: Path) -> None:
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023"))
    by(depot, "Ola", "2024-02-02", edition())
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    assert told() == []


@pytest.mark.wide
def test_a_conflict_that_was_settled_is_by_who_settled_it(depot: Path) -> None:
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023", OTHER.replace("nye", "alle")))
    to(depot, MAIN)
    by(depot, "Ola", "2024-02-02", edition("2024"))
    merge(depot, BRANCH, day="2024-03-01", conflict=edition("2025", OTHER.replace("nye", "alle")))
    assert told() == [("2024-03-01", "Sekretær", "frist", "2022", "2025")]
    assert told("T002")[0][:2] == ("2024-02-01", "Kari")


@pytest.mark.wide
def test_main_merged_into_the_branch_on_the_way(depot: Path) -> None:
    """What came from here and back again is not told once more."""
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2022", OTHER.replace("nye", "alle")))
    to(depot, MAIN)
    by(depot, "Ola", "2024-02-02", edition("2024"))
    to(depot, BRANCH)
    both = edition("2024", OTHER.replace("nye", "alle"))
    git(depot, "merge", "-q", "-m", "Hent", MAIN, "-s", "ours", "--no-commit", day="2024-02-10")
    by(depot, "Kari", "2024-02-10", both)
    by(depot, "Per", "2024-02-20", both.replace("alle", "noen"))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    assert told() == [("2024-02-02", "Ola", "frist", "2022", "2024")]
    assert [step[:2] for step in told("T002")] == [("2024-02-01", "Kari"), ("2024-02-20", "Per")]
    assert [step.new.split()[2] for step in story("T002").steps] == ["alle", "noen"]


@pytest.mark.wide
def test_branches_that_cross(depot: Path) -> None:
    """Each merges the other as it was; all that was made is told once, by who made it."""
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2022", OTHER.replace("nye", "alle")))
    to(depot, MAIN)
    by(depot, "Ola", "2024-02-02", edition("2024"))
    here = git(depot, "rev-parse", "HEAD").strip()
    both = edition("2024", OTHER.replace("nye", "alle"))
    merge(depot, BRANCH, day="2024-02-10", conflict=both)
    to(depot, BRANCH)
    merge(depot, here, day="2024-02-11", conflict=both)
    by(depot, "Per", "2024-02-12", both.replace("frist: 2024", "frist: 2025"))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    assert told() == [
        ("2024-02-02", "Ola", "frist", "2022", "2024"),
        ("2024-02-12", "Per", "frist", "2024", "2025"),
    ]
    assert [step[:2] for step in told("T002")] == [("2024-02-01", "Kari")]


@pytest.mark.wide
def test_several_branches_at_once_and_one_inside_another(depot: Path) -> None:
    third = "- id: T003\n  tittel: Felles arkiv\n"
    by(depot, "Ola", "2024-01-20", edition("2022", OTHER + third))
    for name, author, text in (
        ("a", "Kari", edition("2023", OTHER + third)),
        ("b", "Per", edition("2022", OTHER.replace("nye", "alle") + third)),
    ):
        to(depot, name, "-c")
        by(depot, author, "2024-02-01", text)
        to(depot, MAIN)
    to(depot, "c", "-c")
    to(depot, "d", "-c")
    by(depot, "Eva", "2024-02-02", edition("2022", OTHER + third.replace("arkiv", "lager")))
    to(depot, "c")
    merge(depot, "d", day="2024-02-03")
    to(depot, MAIN)
    whole = edition("2023", OTHER.replace("nye", "alle") + third.replace("arkiv", "lager"))
    git(depot, "branch", "tre", git(depot, *octopus(depot, whole)).strip())
    git(depot, "merge", "-q", "--ff-only", "tre")
    assert told() == [("2024-02-01", "Kari", "frist", "2022", "2023")]
    assert told("T002")[0][:2] == ("2024-02-01", "Per")
    assert told("T003")[0][:2] == ("2024-02-02", "Eva")


def octopus(folder: Path, text: str) -> tuple[str, ...]:
    """What makes a merge of three branches into this one, which has a text."""
    (folder / FILE).write_text(text, "utf-8")
    git(folder, "add", FILE)
    tree = git(folder, "write-tree").strip()
    parents = [part for name in ("HEAD", "a", "b", "c") for part in ("-p", name)]
    git(folder, "reset", "-q", "--hard")
    return "commit-tree", tree, *parents, "-m", "Tre"


@pytest.mark.wide
def test_days_and_counts_go_by_what_came_into_this_branch(depot: Path) -> None:
    to(depot, BRANCH, "-c")
    started = OTHER + "  status: igangsatt\n  fremdrift: I gang.\n"
    by(depot, "Kari", "2024-02-01", edition("2023", started))
    to(depot, MAIN)
    by(depot, "Ola", "2024-02-20", edition("2022", OTHER.replace("nye", "alle")))
    merge(depot, BRANCH, day="2024-03-01", conflict=edition("2023", started.replace("nye", "alle")))
    spans = story("T002").spans(date(2024, 4, 1))
    assert [(str(s.since), s.days) for s in spans] == [("2024-01-10", 22), ("2024-02-01", 60)]
    assert story("T002").last_changed == date(2024, 2, 20)
    late = Window(since="x", day=date(2024, 2, 27))
    assert [s.field for s in story("T002").steps if late.holds(s)] == ["status", "fremdrift"]


@pytest.mark.wide
def test_a_long_history_of_merges_asks_git_as_seldom(
    depot: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    start = subprocess.Popen.__init__

    def counted(self: Any, *arguments: Any, **options: Any) -> None:
        asked.append(arguments)
        start(self, *arguments, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    numbers = []
    for year in range(2023, 2028):
        to(depot, f"g{year}", "-c")
        by(depot, "Kari", f"2024-02-{year - 2020:02d}", edition(str(year)))
        to(depot, MAIN)
        merge(depot, f"g{year}", day="2024-03-01")
        asked.clear()
        assert [step[1] for step in told()] == ["Kari"] * (year - 2022)
        numbers.append(len(asked))
    assert len(set(numbers)) == 1
