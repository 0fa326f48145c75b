"""Real git repositories to test in."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from command import NEW, OLD
from support import FILE

# Nobody needs what a test stored after the machine has stopped, nor has it tidied up, nor git's
# examples of hooks.
QUICKLY = (
    *("gc.auto=0", "maintenance.auto=false", "core.fsync=none"),
    *("commit.gpgSign=false", "init.templateDir="),
)
SOMEBODY = ("user.name=Test", "user.email=test@example.invalid")
SETTINGS = tuple(word for setting in (*SOMEBODY, *QUICKLY) for word in ("-c", setting))


def git(folder: Path, *arguments: str, day: str = "2024-06-15", **environment: str) -> str:
    """Run git in a folder, as on a day at noon, without the settings of who runs the tests."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    noon = f"{day}T12:00:00+01:00"
    dates = {"GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
    done = subprocess.run(
        ["git", *SETTINGS, *arguments],
        cwd=folder,
        env={**clean, **dates, **environment},
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    return done.stdout


def two_editions(folder: Path) -> None:
    """Make a repository with a commit and a tag for each of the example's two editions."""
    copied(_two_editions, folder)


def copied(make: Callable[[Path], None], folder: Path) -> Path:
    """A copy of a folder that is made once in a process, by what fills it."""
    shutil.copytree(_made(make), folder)
    return folder


@cache
def _made(make: Callable[[Path], None]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tiltak-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    make(folder)
    return folder


def _two_editions(folder: Path) -> None:
    tagged_editions(folder, OLD.read_text("utf-8"), NEW.read_text("utf-8"))


def tagged_editions(folder: Path, old: str, new: str) -> None:
    """Make a repository of a register's two editions, each a commit with a tag."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    for text, name, day in ((old, "2023-2", "2023-11-15"), (new, "2024-1", "2024-06-15")):
        commit(folder, {FILE: text}, day)
        git(folder, "tag", "-a", "-m", name, f"utgave-{name}", day=day)


def commit(folder: Path, files: dict[str, str], day: str = "2024-06-15") -> None:
    """Write files, each with its text, and commit everything in the folder on a day."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--allow-empty", "-qm", day, day=day)


def at_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder the home of whoever runs git, so that no user's settings are there."""
    folder.mkdir()
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return folder


def attribute(folder: Path, path: str) -> str:
    """How git has been told to compare a file."""
    return git(folder, "check-attr", "-z", "diff", "--", path).split("\0")[2]
