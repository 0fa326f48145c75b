"""Reading a register as it was at a revision, through git's plumbing only.

No command that could run a repository's own programs is used, and a revision is never an option.
"""

import os
import posixpath
import re
from datetime import date, datetime, time
from functools import cache
from itertools import compress

from tiltak_cli.domain.deadline import norway
from tiltak_cli.sources.files import (
    DEFAULT_FILES,
    DEFAULT_FOLDER,
    IN_REPOSITORY,
    Outside,
    Refusal,
    Source,
    SourceFile,
    is_yaml,
)
from tiltak_cli.sources.git.program import NOT_OWNED, SAFE, for_questions, git

COMMIT = re.compile(r"[0-9a-f]{40,64}")
# git reads no dates before 1970.
FIRST_YEAR = 1971
NO_REVISION = Refusal("Skriv en revisjon foran kolon, for eksempel HEAD~1:tiltaksoversikt.yaml.")
UNREADABLE = Refusal("git kunne ikke lese revisjonen. Prøv «git fsck», eller oppgi filer.")
# A copy in which git fetches content when it is first asked for.
PARTIAL = Refusal(
    "Kopien av git-depotet er delvis (partial clone), og innhold i historien kunne ikke hentes. "
    "Prøv igjen med nett, eller lag en hel kopi med «git clone»."
)


class Missing(Refusal):
    """git could be asked, but had nothing of it at that time."""

    __slots__ = ()


class Absent(Refusal):
    """git could be asked, but nothing of it is stored there."""

    __slots__ = ()


class Unknown(Refusal):
    """git could be asked, but knows no commit by that name."""

    __slots__ = ()


NOT_SO_OLD = Missing("Historien i git går ikke så langt tilbake.")


def path_in_repository(path: str, folder: str) -> str | Refusal:
    """What a path is called from the top of the repository that a folder is in."""
    prefix = _git(folder, "rev-parse", "--show-prefix")
    if isinstance(prefix, Refusal):
        return prefix
    full = os.path.normpath(os.fsdecode(prefix).rstrip("\n") + path).replace(os.sep, "/")
    if full.startswith("../"):
        return Refusal(f"«{path}» ligger utenfor git-depotet. Oppgi en fil i depotet.")
    return full


def ask(folder: str, *arguments: str) -> bytes | Refusal:
    """Ask git something that is only read, in a folder."""
    return _git(folder, *arguments)


def newest_before(day: date, revision: str, folder: str = ".") -> str | Refusal:
    """The newest commit from before a day on the way back from a revision, along first parents.

    There is none in a young repository, or in a shallow copy of one.
    """
    named = commits_named([revision], folder)
    if isinstance(named, Refusal):
        return named
    start = named[0]
    if start is None:
        return NOT_SO_OLD if revision == "HEAD" else no_revision(revision, folder)
    if day.year < FIRST_YEAR:
        return NOT_SO_OLD
    until = f"--before={_midnight(day) - 1}"
    output = _git(folder, "rev-list", "-1", "--first-parent", until, start)
    return output if isinstance(output, Refusal) else output.decode().strip() or NOT_SO_OLD


# Said where an edition is not found in a copy that does not have all of the history.
SHALLOW = (
    "Denne kopien av depotet har bare den nyeste delen av historien, og ingen utgave i den. «git "
    "fetch --unshallow --tags» henter resten."
)


def is_shallow(folder: str) -> bool:
    """Whether a repository is a copy with only the newest part of the history."""
    return _git(folder, "rev-parse", "--is-shallow-repository") == b"true\n"


def nothing_stored(folder: str) -> str:
    """Say that HEAD leads to no commit, as a sentence begins: in this branch, or at all."""
    others = _git(folder, "for-each-ref", "--count=1")
    return f"Ingenting er lagret {'på denne grenen' if others else 'i git her'} ennå"


def is_partial(folder: str) -> bool:
    """Whether a repository is a copy that has not all of the content."""
    promised = _git(folder, "config", "--get-regexp", r"^remote\..*\.promisor$", "true")
    return isinstance(promised, bytes)


def _midnight(day: date) -> int:
    """When a day begins in Norway, in seconds since 1970."""
    return int(datetime.combine(day, time(), norway()).timestamp())


def commit_named(revision: str, folder: str) -> str | None:
    """The name of the commit that a revision means, or None where it means none."""
    named = commits_named([revision], folder)
    return None if isinstance(named, Refusal) else named[0]


def commits_named(revisions: list[str], folder: str) -> list[str | None] | Refusal:
    """The names of the commits that revisions mean, each None where it means none."""
    # Such a name is none, and git would read a part of it.
    possible = [not {"\n", "\0"} & set(revision) for revision in revisions]
    asked = "".join(f"{name}^{{commit}}\n" for name in compress(revisions, possible))
    answer = _git(folder, "cat-file", "--batch-check=%(objectname)", text=asked)
    if isinstance(answer, Refusal):
        return answer
    lines = iter(answer.decode("utf-8", "replace").split("\n"))
    names = [next(lines) if one else "" for one in possible]
    return [name if COMMIT.fullmatch(name) else None for name in names]


def no_revision(revision: str, folder: str) -> Unknown:
    """Say that a revision does not exist, and how to get it where the copy is shallow."""
    fetch = (
        " Kopien er grunn (shallow); historien hentes med «git fetch --unshallow»."
        if is_shallow(folder)
        else ""
    )
    return Unknown(
        f"Finner ikke revisjonen «{revision}» i git. Kontroller navnet med «git log».{fetch}"
    )


def read_commit(commit: str, path: str, folder: str, shown: str) -> Source | Refusal:
    """Read a file or folder as it was in a commit. `path` is relative to `folder`.

    `shown` is what the user calls the commit.
    """
    full = path_in_repository(path, folder)
    if isinstance(full, Refusal):
        return full
    names = files_at(commit, full, folder)
    if isinstance(names, Refusal):
        return names
    if not names:
        return Missing(f"«{path}» fantes ikke i revisjonen «{shown}». Kontroller stien.")
    blobs = contents(folder, [blob for _, blob in names])
    if isinstance(blobs, Refusal):
        return blobs
    # As in the folder itself, where names begin with the folder's.
    before = f"{shown}:./" if full == "." else f"{shown}:"
    files = map(SourceFile, (f"{before}{name}" for name, _ in names), blobs)
    base = full if names[0][0] != full else os.path.dirname(full)

    @cache
    def sibling(name: str) -> bytes | Outside | None:
        inside = os.path.normpath(os.path.join(base, name)).replace(os.sep, "/")
        if os.path.isabs(inside) or inside.split("/")[0] == os.pardir:
            return Outside(f"ligger utenfor {IN_REPOSITORY}, og blir ikke brukt.")
        return _followed(commit, inside, folder)

    return Source(f"{shown}:{full}", tuple(files), sibling)


def _followed(commit: str, path: str, folder: str) -> bytes | Outside | None:
    """The file at a path in a commit, also by way of links in it; None where there is none."""
    if "\n" in path:
        return None
    asked = ("cat-file", "--batch", "--follow-symlinks")
    answer = _git(folder, *asked, text=f"{commit}:{path}\n")
    about, _, data = (b"" if isinstance(answer, Refusal) else answer).partition(b"\n")
    if about.startswith(b"symlink "):
        return Outside(f"er en lenke ut av {IN_REPOSITORY}, og blir ikke brukt.", linked=True)
    return data.removesuffix(b"\n") if about.split(b" ")[1:2] == [b"blob"] else None


def files_at(commit: str, full: str, folder: str) -> list[tuple[str, str]] | Refusal:
    """A file, or every register file in a folder: paths from the top, and names of the contents.

    `full` is the path from the top, with `.` for the top itself.
    """
    listing = _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *_pathspec(full))
    if isinstance(listing, Refusal):
        return listing
    above = "" if full == "." else f"{full}/"
    names: list[tuple[str, str]] = []
    for entry in os.fsdecode(listing).split("\0"):
        about, _, name = entry.partition("\t")
        mode, kind, blob = about.split(" ") if about else ("", "", "")
        hidden = any(part.startswith(".") for part in name.removeprefix(above).split("/"))
        whole = name == full or (is_yaml(name) and not hidden)
        if kind == "blob" and mode != "120000" and whole:
            names.append((name, blob))
    return sorted(names)


def registers_beside(commit: str, path: str, folder: str) -> list[str]:
    """What beside a path, and with it, is named as a register is in a commit, in any case.

    `path` is relative to the folder; where it has a name of its own, there is none.
    """
    full = path_in_repository(path, folder)
    above, name = os.path.split(full) if isinstance(full, str) else ("", "")
    usual = [*DEFAULT_FILES, DEFAULT_FOLDER]
    if name.casefold() not in usual:
        return []
    inside = [f"{above}/"] if above else []
    entries = _git(folder, "ls-tree", "-z", "--full-tree", commit, "--", *inside)
    kinds: dict[str, str] = {}
    for entry in [] if isinstance(entries, Refusal) else os.fsdecode(entries).split("\0"):
        about, _, place = entry.partition("\t")
        if posixpath.basename(place).casefold() in usual:
            kinds[place] = about.split(" ")[1]
    places = sorted(kinds, key=lambda place: usual.index(posixpath.basename(place).casefold()))
    folders = [place for place in places if kinds[place] == "tree"]
    listing = b""
    if folders:
        listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit, *folders)
        listing = b"" if isinstance(listed, Refusal) else listed
    files = os.fsdecode(listing).split("\0")
    return [
        posixpath.basename(place)
        for place in places
        if kinds[place] == "blob"
        or any(file.startswith(f"{place}/") and is_yaml(file) for file in files)
    ]


def _pathspec(full: str) -> list[str]:
    return [] if full == "." else [full]


def contents(folder: str, names: list[str]) -> list[bytes] | Refusal:
    """The content of many blobs from one run of git."""
    output = _git(folder, "cat-file", "--batch", text="".join(f"{name}\n" for name in names))
    if isinstance(output, Refusal):
        return PARTIAL if output is UNREADABLE and is_partial(folder) else output
    blobs, start = [], 0
    for _ in names:
        end = output.index(b"\n", start)
        about = output[start:end].split(b" ")
        if about[1:2] != [b"blob"]:
            return PARTIAL if is_partial(folder) else UNREADABLE
        size = int(about[2])
        blobs.append(output[end + 1 : end + 1 + size])
        start = end + size + 2
    return blobs


def _git(folder: str, *arguments: str, text: str = "") -> bytes | Refusal:
    """Ask git something: what it answers, or why it does not."""
    environment = for_questions(folder)
    try:
        answer = git(folder, *SAFE, *arguments, environment=environment, given=os.fsencode(text))
    except ValueError:
        # A name with a character that none can have.
        return UNREADABLE
    except OSError:
        return Refusal("Programmet git finnes ikke på maskinen. Installer git, eller oppgi en fil.")
    if answer.code == 0:
        return answer.out
    if answer.no_repository:
        return Refusal(
            "Mappen er ikke et git-depot, så det finnes ingen tidligere revisjoner her. "
            "Oppgi filer i stedet."
        )
    return NOT_OWNED if answer.not_owned else UNREADABLE
