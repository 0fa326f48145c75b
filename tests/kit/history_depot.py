"""A register with a history: in a repository, or as its revisions alone."""

import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from repository import commit, git
from support import FILE, register_text

from tiltak_cli.changes.history import History, Revision
from tiltak_cli.changes.telling import State
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.history.read import read_history
from tiltak_cli.sources.history.texts import Texts, state_of
from tiltak_cli.wording import NB

ONE, OTHER = "- id: T001\n", "- id: T002\n  tittel: Opplæring av nye ledere\n"
FIRST_DAY = date(2022, 1, 10)
Steps = list[tuple[str, str, str, str, str]]


def edition(deadline: str = "2022", lines: str = OTHER) -> str:
    """A register of two measures, the first with a deadline."""
    return register_text(f"{ONE}  frist: {deadline}\n{lines}")


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that is the current folder, with a register from January."""
    folder = tmp_path / "depot"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, {FILE: edition()}, "2024-01-10")
    monkeypatch.chdir(folder)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    return folder


def history(side: str = FILE) -> History:
    found = read_history(side)
    assert isinstance(found, History), found
    return found


def refused(side: str) -> str:
    found = read_history(side)
    assert isinstance(found, Refusal)
    return found.sentence


def steps(found: History, measure_id: str = "T001") -> Steps:
    return [
        (str(s.revision.day), s.revision.author, s.field, NB.value(s.old), NB.value(s.new))
        for s in found.stories[measure_id].steps
    ]


def moved(day: str, old: str, new: str) -> tuple[str, str, str, str, str]:
    return (day, "Test", "frist", old, new)


def states(*editions: str) -> list[State]:
    """A register's revisions, thirty days apart, each from the lines of one measure or a list."""
    texts = Texts()
    found = []
    for number, lines in enumerate(editions):
        revision = Revision(str(number), FIRST_DAY + timedelta(days=30 * number), "Kari")
        text = lines if "strategi:" in lines else register_text(lines)
        state = state_of(revision, "a.yaml", [("a.yaml", texts.read("a.yaml", text.encode()))])
        assert state
        found.append(state)
    return found
