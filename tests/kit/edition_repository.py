"""Repositories to make editions in, and what must not change in them."""

import stat
from pathlib import Path

from few import FEW_OLD
from repository import commit, copied, git
from support import FILE

# When the example and the registers of single measures are without faults.
DAY = ("--as-of", "2023-12-15")
SOMEBODY = "[user]\n\tname = Kari Nordmann\n\temail = kari@example.invalid\n"
SOMEBODY += "[core]\n\tautocrlf = false\n"
DOCUMENTS = ["endringer.md", "tiltaksoversikt.html", "tiltaksoversikt.xlsx"]


def depot(folder: Path, files: dict[str, str]) -> Path:
    """A repository of someone with a name, on the branch main."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    with (folder / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(SOMEBODY)
    commit(folder, files, "2023-11-15")
    return folder


def example_depot(folder: Path) -> Path:
    """A repository with the older edition of a few of the example's measures."""
    return copied(_example, folder)


def _example(folder: Path) -> None:
    depot(folder, {FILE: FEW_OLD})


def state(folder: Path) -> tuple[object, ...]:
    """Everything that must be as it was: commits, tags, what is next, and every file."""
    files = {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }
    folders = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_dir()}
    shown = git(folder, "show-ref", "--head")
    kept = {name for name in folders if not name.startswith(".git")}
    return shown, git(folder, "status", "--porcelain"), git(folder, "ls-files", "-s"), files, kept


def hook(folder: Path, name: str, script: str) -> None:
    path = folder / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
