"""The commits of a register's history, through git's plumbing."""

import os
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from tiltak_cli.changes.history import Cut
from tiltak_cli.domain.deadline import norway
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.run import ask, commit_named, is_shallow, no_revision

LATEST = datetime(9999, 12, 30, tzinfo=UTC)


class Commit(NamedTuple):
    """A commit with its tree and its author's name, and the names of those it follows.

    The times are in seconds since 1970: when it was put where it is, and when it was `made`.
    """

    name: str
    tree: str
    time: int
    made: int
    author: str
    parents: tuple[str, ...]

    @property
    def day(self) -> date:
        """The day in Norway it was put where it is."""
        return day_of(self.time)

    @property
    def day_made(self) -> date:
        """The day in Norway it was made."""
        return day_of(self.made)


def day_of(seconds: int) -> date:
    """The day in Norway of a number of seconds since 1970."""
    moment = datetime.fromtimestamp(0, UTC)
    try:
        moment = min(moment + timedelta(seconds=seconds), LATEST)
    except OverflowError:
        moment = LATEST if seconds > 0 else moment
    return moment.astimezone(norway()).date()


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
    return _listed(folder, "--first-parent", start, *([f"^{stop}"] if stop else []))


def commits_between(old: str, new: str, folder: str) -> list[Commit] | Refusal:
    """Every commit that leads to one and not to another, also those inside of merges."""
    return _listed(folder, new, f"^{old}")


def commits_elsewhere(folder: str) -> list[Commit] | Refusal:
    """Every commit of a branch or tag, here or fetched, that is not on the way back from HEAD.

    The way is along first parents.
    """
    there = _listed(folder, "--branches", "--remotes", "--tags")
    along = commits("HEAD", folder)
    if isinstance(there, Refusal) or isinstance(along, Refusal):
        return there if isinstance(there, Refusal) else along
    known = {commit.name for commit in along}
    return [commit for commit in there if commit.name not in known]


def _listed(folder: str, *arguments: str) -> list[Commit] | Refusal:
    form = "--format=%T%x00%ct%x00%at%x00%P%x00%an"
    output = ask(folder, "rev-list", "--encoding=UTF-8", form, *arguments)
    if isinstance(output, Refusal):
        return output
    lines = iter(output.decode("utf-8", "replace").split("\n"))
    listed = []
    for line, about in zip(lines, lines, strict=False):
        tree, time, made, parents, author = about.split("\0")
        listed.append(
            Commit(
                name=line.removeprefix("commit "),
                tree=tree,
                time=int(time or 0),
                made=int(made or time or 0),
                author=author.strip() or "ukjent",
                parents=tuple(parents.split()),
            )
        )
    return listed


def cut_of(history: list[Commit], folder: str) -> Cut | None:
    """Why commits, newest first, do not go back to the first there was; None where they do."""
    why = cut_at(history[-1].name, folder) if history else ""
    return Cut(why, history[-1].day) if why else None


def cut_at(commit: str, folder: str) -> str:
    """Why a history ends at its oldest commit, though another came before: nothing if none did.

    `shallow` where only the newest part of it was copied; else `replaced`, for git has been told to
    take something else for it.
    """
    raw = ask(folder, "--no-replace-objects", "cat-file", "commit", commit)
    head = b"" if isinstance(raw, Refusal) else raw.partition(b"\n\n")[0]
    if b"\nparent " not in head:
        return ""
    return "shallow" if is_shallow(folder) else "replaced"


def removed_between(old: str, new: str, folder: str) -> list[str] | Refusal:
    """The paths of the files that one tree has and another has not, by the names of the trees."""
    output = ask(folder, "diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new)
    if isinstance(output, Refusal):
        return output
    parts = iter(os.fsdecode(output).split("\0"))
    return [name for status, name in zip(parts, parts, strict=False) if status == "D"]
