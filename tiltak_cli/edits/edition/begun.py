"""An edition that was begun: noted before anything is done, so that it can be taken up or undone.

The note lies among git's own files, or beside the editions where there is no git. It is taken away
when all is done, or put back; one that is found tells of a program that was stopped on the way.
"""

import base64
import hashlib
import json
import os
import shlex
from enum import Enum, auto
from typing import Any, NamedTuple

from tiltak_cli.edits.writing import is_locked, write_whole
from tiltak_cli.sources.files import Refusal, relative
from tiltak_cli.sources.git.run import ask, commit_named

NOTE = "tiltak-utgave.json"
VERSION = 1


class Part(NamedTuple):
    """A file of an edition: its whole path, its bytes before if any, and the digest of the new."""

    path: str
    before: bytes | None
    digest: str

    def now(self) -> str:
        """The digest of what the file holds now; empty where there is none."""
        try:
            with open(self.path, "rb") as file:
                return digest(file.read())
        except FileNotFoundError:
            return ""

    @property
    def old(self) -> str:
        """The digest of what it held before; empty where there was none."""
        return "" if self.before is None else digest(self.before)


class Begun(NamedTuple):
    """What an edition is to be, and what it takes to undo it.

    `note` is the path of the note, and `folder` the top of the repository, where there is one.
    `head` is the commit that came before, empty where nothing is to be stored in git. `folders` are
    those made, the outermost first.
    """

    note: str
    folder: str
    name: str
    day: str
    message: str
    tag: str
    head: str
    parts: tuple[Part, ...]
    folders: tuple[str, ...]

    def how_on(self, path: str | None) -> str:
        """Say that it is not finished, and which commands go on with the register at a path."""
        words = ["tiltak", "edition", self.name, *([path] if path else [])]
        command = " ".join(map(shlex.quote, words))
        return (
            f"Utgave {self.name} ble avbrutt før den var ferdig. Gjør den ferdig med «{command} "
            f"--continue», eller angre den med «{command} --undo»."
        )


class Stage(Enum):
    """How far an edition has come; it is `STORED` when only its tag is missing."""

    NOTHING = auto()
    WRITTEN = auto()
    STORED = auto()
    DONE = auto()


def note_path(folder: str, base: str) -> str:
    """Where the note of a register's edition is: git's own folder, or else hidden in `base`."""
    path = ask(folder, "rev-parse", "--git-path", NOTE)
    if isinstance(path, Refusal):
        return os.path.join(os.path.realpath(base), f".{NOTE}")
    return os.path.join(folder, os.fsdecode(path).rstrip("\n"))


def write_note(begun: Begun) -> None:
    """Write the note. Raises WriteError."""
    top = _top(begun.note, begun.folder)
    parts = [
        {
            "path": relative(part.path, top),
            "before": None if part.before is None else base64.b64encode(part.before).decode(),
            "digest": part.digest,
        }
        for part in begun.parts
    ]
    folders = [relative(folder, top) for folder in begun.folders]
    about = begun._asdict() | {"version": VERSION, "parts": parts, "folders": folders}
    del about["note"], about["folder"]
    write_whole(begun.note, json.dumps(about, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def read_note(note: str, folder: str) -> Begun | None:
    """The edition that a note tells of; None where there is no note, or it tells of none."""
    try:
        with open(note, "rb") as file:
            about: Any = json.loads(file.read().decode("utf-8", "surrogatepass"))
        folder = _top(note, folder)
        parts = [
            Part(os.path.join(folder, part["path"]), _bytes(part["before"]), part["digest"])
            for part in about["parts"]
        ]
        folders = (os.path.join(folder, name) for name in about["folders"])
        rest = {key: about[key] for key in ("name", "day", "message", "tag", "head")}
        return Begun(note=note, folder=folder, parts=tuple(parts), folders=tuple(folders), **rest)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)


def _top(note: str, folder: str) -> str:
    """What the paths in a note are told from: the top of the repository, or the note's folder."""
    top = ask(folder, "rev-parse", "--show-toplevel")
    return os.path.dirname(note) if isinstance(top, Refusal) else real_top(top)


def real_top(answer: bytes) -> str:
    """The top of a repository that git names, by the same name as a file's path has from Python.

    A drive that is really a folder on another machine has two.
    """
    return os.path.realpath(os.fsdecode(answer).rstrip("\n"))


def unfinished(note: str, folder: str) -> Begun | Refusal | None:
    """The edition that was begun and not finished; refused while another program is making it."""
    begun = read_note(note, folder)
    if begun and is_locked(note):
        return Refusal(f"Et annet program lager utgave {begun.name} nå. Vent til det er ferdig.")
    return begun


def digest(data: bytes) -> str:
    """What tells content from other content, whatever its line ends, which git may change."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def stage(begun: Begun) -> Stage:
    """How far it has come."""
    if not begun.head:
        if all(part.now() == part.digest for part in begun.parts):
            return Stage.DONE
    elif (commit := commit_of(begun)) and not unlike(begun, commit):
        tag = begun.tag and commit_named(f"refs/tags/{begun.tag}", begun.folder)
        return Stage.DONE if tag == commit or not begun.tag else Stage.STORED
    elif commit or staged(begun, paths_of(begun)):
        return Stage.WRITTEN
    untouched = all(part.now() == part.old for part in begun.parts)
    return Stage.NOTHING if untouched else Stage.WRITTEN


def stored(begun: Begun) -> str:
    """The commit of an edition of which only the tag is missing."""
    commit = commit_of(begun)
    assert commit  # noqa: S101 - it has come so far
    return commit


def commit_of(begun: Begun) -> str | None:
    """The commit that was made of it: the first that came after, with its new files."""
    way = f"{begun.head}..HEAD"
    listing = ask(begun.folder, "rev-list", "--first-parent", "--reverse", way)
    names = [] if isinstance(listing, Refusal) else listing.decode().split()
    new = [part for part in begun.parts if part.before is None]
    held = names and all(blob_of(begun, names[0], part) is not None for part in new)
    return names[0] if held else None


def blob_of(begun: Begun, commit: str, part: Part) -> bytes | None:
    """What a commit has of a file; None where it has none."""
    inside = relative(part.path, begun.folder)
    data = ask(begun.folder, "cat-file", "blob", f"{commit}:./{inside}")
    return None if isinstance(data, Refusal) else data


def unlike(begun: Begun, commit: str) -> str:
    """The path of a file that a hook or filter left out of a commit, or made something else of.

    What is stored for a new file may be something else by agreement, as with git-lfs. Empty where
    all is as meant.
    """
    for part in begun.parts:
        data = blob_of(begun, commit, part)
        if data is None or (part.before is not None and digest(data) != part.digest):
            return part.path
    return ""


def paths_of(begun: Begun) -> tuple[str, ...]:
    """What its files are called from the top."""
    return tuple(relative(part.path, begun.folder) for part in begun.parts)


def staged(begun: Begun, paths: tuple[str, ...]) -> list[str]:
    """Which files are to be stored next as something else than they are in HEAD."""
    asked = ("diff-index", "--cached", "--name-only", "-z", "HEAD", "--", *paths)
    listing = ask(begun.folder, *asked)
    return [] if isinstance(listing, Refusal) else os.fsdecode(listing).split("\0")[:-1]
