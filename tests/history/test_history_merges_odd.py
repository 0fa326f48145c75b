"""What merges bring in that is more than a changed field: new measures, other ids, other files."""

from datetime import date
from pathlib import Path

import pytest
from command import tiltak
from history_depot import OTHER, depot, edition, history, steps
from merging import BRANCH, MAIN, by, merge, story, to, told
from repository import commit, git
from support import FILE, register_text

__all__ = ["depot"]


@pytest.mark.wide
def test_measures_that_came_went_and_got_another_id_inside(depot: Path) -> None:
    new = "- id: T003\n  tittel: Felles arkiv for alle departementene\n  frist: 2024\n"
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2022", OTHER + new))
    by(depot, "Per", "2024-02-02", edition("2022", OTHER + new.replace("2024", "2025")))
    by(depot, "Ola", "2024-02-03", edition("2022", new.replace("2024", "2025")))
    other = new.replace("2024", "2025").replace("T003", "T009")
    by(depot, "Eva", "2024-02-04", edition("2022", other))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    found = history()
    assert (found.stories["T009"].first.author, found.stories["T009"].steps) == ("Kari", ())
    gone = found.stories["T002"].gone
    assert gone
    assert (gone.author, str(gone.day), str(gone.arrived)) == ("Ola", "2024-02-03", "2024-03-01")
    to(depot, "to", "-c")
    by(depot, "Per", "2024-03-02", edition("2022", other.replace("2025", "2026")))
    by(depot, "Eva", "2024-03-03", edition("2022", new.replace("2024", "2026")))
    by(depot, "Ola", "2024-03-04", edition("2022", OTHER + new.replace("2024", "2026")))
    to(depot, MAIN)
    merge(depot, "to", day="2024-04-01")
    assert told("T003") == [
        ("2024-03-03", "Eva", "id", "T009", "T003"),
        ("2024-03-02", "Per", "frist", "2025", "2026"),
    ]
    assert told("T002")[-1][:3] == ("2024-03-04", "Ola", "")


@pytest.mark.wide
def test_a_register_that_was_moved_inside_a_branch(depot: Path) -> None:
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023"))
    git(depot, "mv", FILE, "ny.yaml")
    git(depot, "commit", "-qm", "Nytt navn", day="2024-02-02")
    (depot / "ny.yaml").write_text(edition("2023", OTHER.replace("nye", "alle")), "utf-8")
    git(depot, "commit", "-qam", "x", day="2024-02-03", GIT_AUTHOR_NAME="Ola")
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    found = history("ny.yaml")
    assert steps(found) == [("2024-02-01", "Kari", "frist", "2022", "2023")]
    assert steps(found, "T002")[0][:2] == ("2024-02-03", "Ola")


@pytest.mark.wide
def test_a_register_that_was_made_in_a_branch(depot: Path) -> None:
    text = register_text("- id: T001\n")
    to(depot, BRANCH, "-c")
    commit(depot, {"b.yaml": text}, "2024-02-01")
    commit(depot, {"b.yaml": text.replace("middels", "høy")}, "2024-02-05")
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    assert str(history("b.yaml").stories["T001"].first.day) == "2024-02-01"
    out = tiltak("history", "T001", "b.yaml", cwd=depot).out
    assert "I registeret siden 01.02.2024, da historien begynner." in " ".join(out.split())
    assert "historien begynner (i grenen fra 01.03.2024)" in " ".join(out.split())


@pytest.mark.wide
def test_squashed_and_rebased_branches(depot: Path) -> None:
    """A squash is one commit by one person; what was rebased keeps the day it was made."""
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", edition("2023"))
    to(depot, MAIN)
    commit(depot, {"annet.txt": "x"}, "2024-02-03")
    picked = {"GIT_COMMITTER_DATE": "2024-03-01T12:00:00+01:00", "GIT_COMMITTER_NAME": "Sekretær"}
    git(depot, "cherry-pick", BRANCH, **picked)
    assert told() == [("2024-02-01", "Kari", "frist", "2022", "2023")]
    assert story().steps[0].revision.arrived == date(2024, 3, 1)
    git(depot, "reset", "-q", "--hard", "HEAD~1")
    git(depot, "merge", "-q", "--squash", BRANCH)
    git(depot, "commit", "-qm", "Samlet", day="2024-03-02", GIT_AUTHOR_NAME="Kari")
    assert told() == [("2024-03-02", "Kari", "frist", "2022", "2023")]
    assert story().steps[0].revision.carrier == ""


@pytest.mark.wide
def test_who_put_a_measure_back_with_another_deadline_in_a_branch(depot: Path) -> None:
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", register_text(OTHER))
    by(depot, "Ola", "2024-02-02", edition("2024"))
    to(depot, MAIN)
    merge(depot, BRANCH, day="2024-03-01")
    assert told() == [("2024-02-02", "Ola", "frist", "2022", "2024")]
