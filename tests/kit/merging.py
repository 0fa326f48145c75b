"""Branches and merges of a register, each commit by someone and on a day."""

from pathlib import Path

from history_depot import Steps, history, steps
from repository import git
from support import FILE

from tiltak_cli.changes.history import Story

MAIN, BRANCH = "main", "gren"


def by(folder: Path, author: str, day: str, text: str) -> None:
    """Commit a register as someone, on a day."""
    (folder / FILE).write_text(text, "utf-8")
    git(folder, "add", "--all", ".")
    git(folder, "commit", "-qm", f"{author} {day}", day=day, GIT_AUTHOR_NAME=author)


def to(folder: Path, branch: str, *options: str) -> None:
    git(folder, "switch", "--quiet", *options, branch)


def merge(folder: Path, *branches: str, day: str, conflict: str = "") -> None:
    """Merge branches as the secretary; where they conflict, with a text that settles it."""
    options = ("-q", "--no-ff", "-m", "Flett", *(("-s", "ours", "--no-commit") if conflict else ()))
    git(folder, "merge", *options, *branches, day=day, GIT_AUTHOR_NAME="Sekretær")
    if conflict:
        by(folder, "Sekretær", day, conflict)


def told(measure_id: str = "T001") -> Steps:
    return steps(history(), measure_id)


def story(measure_id: str = "T001") -> Story:
    return history().stories[measure_id]
