"""Reading a register as it was at a revision, through git's plumbing only.

No command that could run a repository's own programs is used, and a revision is never an option.
"""

import os
import re
import subprocess
from datetime import date, timedelta
from typing import NamedTuple

from tiltak_cli.sources.files import SUFFIXES, Refusal, Source, SourceFile

SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
COMMIT = re.compile(r"[0-9a-f]{40,64}\n")
# git reads no dates before 1970.
FIRST_YEAR = 1971
NO_REVISION = Refusal("Skriv en revisjon foran kolon, for eksempel HEAD~1:tiltaksoversikt.yaml.")
UNREADABLE = Refusal("git kunne ikke lese revisjonen. Prøv «git fsck», eller oppgi filer.")


class Commit(NamedTuple):
    """A commit with its tree, its time in seconds since 1970, and its author's name."""

    name: str
    tree: str
    time: int
    author: str


class Missing(Refusal):
    """git could be asked, but had nothing of it at that time."""

    __slots__ = ()


NOT_SO_OLD = Missing("Historien i git går ikke så langt tilbake.")


def read_revision(revision: str, path: str, folder: str = ".") -> Source | Refusal:
    """Read a file or folder at a revision. `path` is relative to `folder`, as in the terminal."""
    if not revision:
        return NO_REVISION
    full = path_in_repository(path, folder)
    if isinstance(full, Refusal):
        return full
    commit = _commit(revision, folder)
    if commit is None:
        return _no_revision(revision, folder)
    return _read_tree(commit, revision, full, path, folder)


def path_in_repository(path: str, folder: str) -> str | Refusal:
    """What a path is called from the top of the repository that a folder is in."""
    prefix = _git(folder, "rev-parse", "--show-prefix")
    if isinstance(prefix, Refusal):
        return prefix
    full = os.path.normpath(os.fsdecode(prefix).rstrip("\n") + path).replace(os.sep, "/")
    if full.startswith("../"):
        return Refusal(f"«{path}» ligger utenfor git-depotet. Oppgi en fil i depotet.")
    return full


def newest_before(day: date, revision: str, folder: str = ".") -> str | Refusal:
    """The newest commit from before a day on the way back from a revision, along first parents.

    There is none in a young repository, or in a shallow copy of one.
    """
    prefix = _git(folder, "rev-parse", "--show-prefix")
    if isinstance(prefix, Refusal):
        return prefix
    start = _commit(revision, folder)
    if start is None:
        return NOT_SO_OLD if revision == "HEAD" else _no_revision(revision, folder)
    if day.year < FIRST_YEAR:
        return NOT_SO_OLD
    # Norway's normal time: an hour more or less does not matter to a number of days.
    until = f"--before={(day - timedelta(days=1)).isoformat()}T23:59:59+01:00"
    found = _git(folder, "rev-list", "-1", "--first-parent", until, start)
    return found if isinstance(found, Refusal) else found.decode().strip() or NOT_SO_OLD


def commits(revision: str, folder: str, without: str | None = None) -> list[Commit] | Refusal:
    """The commits on the way back from a revision, along first parents, newest first.

    Those that another revision (`without`) has too are left out. There are none in a repository
    where nothing has been committed.
    """
    found = []
    for each in (revision, without):
        name = "" if each is None else _commit(each, folder)
        if name is None:
            # HEAD means nothing before the first commit.
            return [] if each == "HEAD" else _no_revision(each or "", folder)
        found.append(name)
    start, stop = found
    output = _git(
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
    output = _git(folder, "diff-tree", "-r", "-z", "--no-renames", "--name-status", old, new)
    if isinstance(output, Refusal):
        return output
    parts = iter(os.fsdecode(output).split("\0"))
    return [name for status, name in zip(parts, parts, strict=False) if status == "D"]


def is_shallow(folder: str) -> bool:
    """Whether a repository is a copy with only the newest part of the history."""
    return _git(folder, "rev-parse", "--is-shallow-repository") == b"true\n"


def _commit(revision: str, folder: str) -> str | None:
    """The name of the commit that a revision means, or None where it means none."""
    wanted = f"{revision}^{{commit}}"
    name = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    # «^HEAD» is all but a commit, and not one.
    found = not isinstance(name, Refusal) and COMMIT.fullmatch(name.decode("ascii", "replace"))
    return found[0].strip() if found else None


def _no_revision(revision: str, folder: str) -> Refusal:
    fetch = (
        " Kopien er grunn (shallow); historien hentes med «git fetch --unshallow»."
        if is_shallow(folder)
        else ""
    )
    return Refusal(
        f"Finner ikke revisjonen «{revision}» i git. Kontroller navnet med «git log».{fetch}"
    )


def _read_tree(commit: str, revision: str, full: str, path: str, folder: str) -> Source | Refusal:
    listing = _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *_pathspec(full))
    if isinstance(listing, Refusal):
        return listing
    above = "" if full == "." else f"{full}/"
    names: list[tuple[str, str]] = []
    for entry in os.fsdecode(listing).split("\0"):
        about, _, name = entry.partition("\t")
        mode, kind, blob = about.split(" ") if about else ("", "", "")
        hidden = any(part.startswith(".") for part in name.removeprefix(above).split("/"))
        whole = name == full or (name.endswith(SUFFIXES) and not hidden)
        if kind == "blob" and mode != "120000" and whole:
            names.append((name, blob))
    if not names:
        return Missing(f"«{path}» fantes ikke i revisjonen «{revision}». Kontroller stien.")
    names.sort()
    blobs = _blobs(folder, [blob for _, blob in names])
    if isinstance(blobs, Refusal):
        return blobs
    # As in the folder itself, where names begin with the folder's.
    shown = f"{revision}:./" if full == "." else f"{revision}:"
    files = [
        SourceFile(f"{shown}{name}", data) for (name, _), data in zip(names, blobs, strict=True)
    ]
    base = full if names[0][0] != full else os.path.dirname(full)

    def sibling(name: str) -> bytes | None:
        inside = os.path.normpath(os.path.join(base, name)).replace(os.sep, "/")
        data = _git(folder, "cat-file", "blob", f"{commit}:{inside}")
        return None if isinstance(data, Refusal) else data

    return Source(f"{revision}:{full}", tuple(files), sibling)


def _pathspec(full: str) -> list[str]:
    return [] if full == "." else [full]


def _blobs(folder: str, names: list[str]) -> list[bytes] | Refusal:
    """The content of many blobs from one run of git."""
    output = _git(folder, "cat-file", "--batch", text="".join(f"{name}\n" for name in names))
    if isinstance(output, Refusal):
        return output
    found, start = [], 0
    for _ in names:
        end = output.index(b"\n", start)
        about = output[start:end].split(b" ")
        if about[1:2] != [b"blob"]:
            # A partial copy of a repository, or a broken one.
            return UNREADABLE
        size = int(about[2])
        found.append(output[end + 1 : end + 1 + size])
        start = end + size + 2
    return found


def start_objects(folder: str) -> subprocess.Popen[bytes]:
    """Start the program that gives objects by their names, for as long as it is asked."""
    return subprocess.Popen(
        ["git", *SAFE, "cat-file", "--batch"],
        cwd=folder,
        env=_environment(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def _environment(folder: str) -> dict[str, str]:
    settings = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    environment = {**os.environ, **settings}
    if folder != "." and "GIT_WORK_TREE" not in environment:
        # In a hook this would make the file's folder the top of the repository.
        environment.pop("GIT_DIR", None)
    return environment


def _git(folder: str, *arguments: str, text: str = "") -> bytes | Refusal:
    """Run git without a pager, prompts or the repository's own settings for it.

    Its messages are asked for in English, for the advice below depends on them.
    """
    try:
        done = subprocess.run(
            ["git", *SAFE, *arguments],
            cwd=folder,
            env=_environment(folder),
            capture_output=True,
            check=False,
            input=text.encode(),
        )
    except ValueError:
        # A name with a character that none can have.
        return UNREADABLE
    except OSError:
        return Refusal("Programmet git finnes ikke på maskinen. Installer git, eller oppgi en fil.")
    if done.returncode:
        if b"not a git repository" in done.stderr:
            return Refusal(
                "Mappen er ikke et git-depot, så det finnes ingen tidligere revisjoner her. "
                "Oppgi filer i stedet."
            )
        if b"dubious ownership" in done.stderr:
            return Refusal(
                "git leser ikke depotet, fordi mappen eies av en annen bruker. Kjør "
                "«git config --global --add safe.directory MAPPE» om du stoler på det."
            )
        return UNREADABLE
    return done.stdout
