"""The commits of a register's history, through git's plumbing."""

import os
from typing import NamedTuple

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.run import ask, commit_named, no_revision


class Commit(NamedTuple):
    """A commit with its tree, its time in seconds since 1970, and its author's name."""

    name: str
    tree: str
    time: int
    author: str


def commits(revision: str, folder: str, without: str | None = None) -> list[Commit] | Refusal:
    """The commits on the way back from a revision, along first parents, newest first.

    Those that another revision (`without`) has too are left out. There are none in a repository
    where nothing has been committed.
    """
    names = []
    for given in (revision, without):
        name = "" if given is None else commit_named(given, folder)
        if name is None:
            # HEAD means nothing before the first commit.
            return [] if given == "HEAD" else no_revision(given or "", folder)
        names.append(name)
    start, stop = names
    output = ask(
        *(folder, "rev-list", "--first-parent", "--encoding=UTF-8"),
        *("--format=%T%x00%ct%x00%an", start, *([f"^{stop}"] if stop else [])),
    )
    if isinstance(output, Refusal):
        return output
    lines = iter(output.decode("utf-8", "replace").split("\n"))
    listed = []
    for line, about in zip(lines, lines, strict=False):
        tree, time, author = about.split("\0")
        listed.append(Commit(line.removeprefix("commit "), tree, int(time), author))
    return listed


def removed_between(old: str, new: str, folder: str) -> list[str] | Refusal:
    """The paths of the files that one tree has and another has not, by the names of the trees."""
    output = ask(folder, "diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new)
    if isinstance(output, Refusal):
        return output
    parts = iter(os.fsdecode(output).split("\0"))
    return [name for status, name in zip(parts, parts, strict=False) if status == "D"]
