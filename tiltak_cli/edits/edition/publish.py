"""Files written, committed and tagged together: all of it, or nothing.

Here the user's own git is at work, with hooks and signatures; whatever it refuses, what had been
done until then is undone.
"""

import contextlib
import os
import re
from typing import NamedTuple

from tiltak_cli.edits.writing import WriteError, reason, replace, write_whole
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.program import git, users_own
from tiltak_cli.sources.git.run import ask, commit_named

# A file that holds others off, as git names it in any language.
LOCK = re.compile(r"['\"«„]([^'\"»“\n]+\.lock)['\"»“]")
HOOKS = ("pre-commit", "prepare-commit-msg", "commit-msg")
PUT_BACK = "Alt er satt tilbake slik det var."


class NewFile(NamedTuple):
    """A file to write: its bytes before, None where it is new, and its bytes after."""

    path: str
    before: bytes | None
    after: bytes


class Publication(NamedTuple):
    """What to write, and how to store it in the repository that `folder` is in.

    An empty `message` stores nothing; an empty `tag` sets none. `path` is the register's.
    """

    files: tuple[NewFile, ...]
    folder: str
    message: str = ""
    tag: str = ""


class PublishError(Exception):
    """Why nothing was done, as sentences for the user; `output` is what git and its hooks said."""

    def __init__(self, sentence: str, output: str = "") -> None:
        super().__init__(sentence)
        self.output = output


class _Undo:
    """What it takes to put everything back."""

    def __init__(self, folder: str, *, commit: bool) -> None:
        self.folder = folder
        self.head = commit_named("HEAD", folder) if commit else None
        self.index = _index(folder) if commit else None
        self.written: list[NewFile] = []
        self.folders: list[str] = []
        self.made: str | None = None
        self.tag = ""

    def run(self) -> bool:
        """Put everything back, the last thing first; false where something could not be."""
        steps = [
            self._tag,
            self._head,
            self._index,
            *(lambda f=f: _restore(f) for f in self.written),
        ]
        failed = False
        for step in steps:
            try:
                step()
            except (OSError, WriteError):
                failed = True
        for folder in reversed(self.folders):
            with contextlib.suppress(OSError):
                os.rmdir(folder)
        return not failed

    def _tag(self) -> None:
        if self.tag and commit_named(f"refs/tags/{self.tag}", self.folder):
            _plumb(self.folder, "update-ref", "-d", f"refs/tags/{self.tag}")

    def _head(self) -> None:
        now = commit_named("HEAD", self.folder) if self.head else None
        if self.head and now and now != self.head:
            why = "tiltak edition: satt tilbake"
            _plumb(self.folder, "update-ref", "-m", why, "HEAD", self.head, now)

    def _index(self) -> None:
        if self.index:
            write_whole(*self.index)


def publish(publication: Publication) -> str | None:
    """Do all of it, and give the name of the commit; a PublishError where nothing was done."""
    folder, files = publication.folder, publication.files
    undo = _Undo(folder, commit=bool(publication.message))
    try:
        for file in files:
            _write(file, undo)
        if not publication.message:
            return None
        paths = [f":(literal){os.path.relpath(os.path.realpath(f.path), folder)}" for f in files]
        _git(folder, "add", "--force", "--", *paths)
        _git(folder, "commit", "--quiet", "-m", publication.message, "--", *paths)
        commit = commit_named("HEAD", folder)
        _as_meant(publication, commit)
        if publication.tag and commit:
            undo.tag = publication.tag
            _git(folder, "tag", "-a", "-m", publication.message, publication.tag, commit)
    except (WriteError, OSError) as error:
        sentence = (
            str(error) if isinstance(error, WriteError) else f"Kan ikke skrive: {reason(error)}"
        )
        raise PublishError(f"{sentence} {_put_back(undo)}") from error
    except PublishError as error:
        raise PublishError(f"{error} {_put_back(undo)}", error.output) from error
    except BaseException:
        # The user has interrupted, or there is a fault of our own.
        undo.run()
        raise
    return commit


def _put_back(undo: _Undo) -> str:
    done = undo.run()
    return PUT_BACK if done else "Ikke alt kunne settes tilbake; se hva «git status» sier."


def _write(file: NewFile, undo: _Undo) -> None:
    above, missing = os.path.dirname(file.path), list[str]()
    while above and not os.path.isdir(above):
        missing.append(above)
        above = os.path.dirname(above)
    for folder in reversed(missing):
        os.mkdir(folder)
        undo.folders.append(folder)
    # Told before it is done: an interrupt may come at any time.
    undo.written.append(file)
    if file.before is None:
        write_whole(file.path, file.after)
    elif file.before != file.after:
        replace(file.path, file.before, file.after)


def _restore(file: NewFile) -> None:
    if file.before is not None:
        with open(file.path, "rb") as now:
            same = now.read() == file.before
        if not same:
            write_whole(file.path, file.before)
    elif os.path.lexists(file.path):
        os.unlink(file.path)


def _index(folder: str) -> tuple[str, bytes] | None:
    """Git's own list of what is stored next: its path and content."""
    named = ask(folder, "rev-parse", "--git-path", "index")
    if isinstance(named, Refusal):
        return None
    path = os.path.join(folder, os.fsdecode(named).rstrip("\n"))
    with open(path, "rb") as file:
        return path, file.read()


def _as_meant(publication: Publication, commit: str | None) -> None:
    """Stop where a hook or filter left a file out, or made something else of the register.

    What is stored for a new file may be something else by agreement, as with git-lfs.
    """
    for file in publication.files:
        inside = os.path.relpath(os.path.realpath(file.path), publication.folder)
        name = f"{commit}:./{inside}".replace(os.sep, "/")
        stored = ask(publication.folder, "cat-file", "blob", name)
        other = not isinstance(stored, Refusal) and _lines(stored) != _lines(file.after)
        if isinstance(stored, Refusal) or (other and file.before is not None):
            raise PublishError(
                f"Et filter eller en krok (hook) i git lagret «{file.path}» med et annet innhold."
            )


def _lines(data: bytes) -> bytes:
    """Content without line ends, which git may be asked to change on the way."""
    return data.replace(b"\r\n", b"\n")


def _plumb(folder: str, *arguments: str) -> None:
    if isinstance(ask(folder, *arguments), Refusal):
        raise WriteError


def _git(folder: str, *arguments: str) -> None:
    """Run the user's git, with hooks; a PublishError says what it said where it refuses."""
    try:
        answer = git(folder, *arguments, environment=users_own(), together=True)
    except OSError as error:
        raise PublishError("Programmet git kan ikke kjøres.") from error
    if answer.code:
        output = answer.out.decode("utf-8", "replace")
        hooks = [hook for hook in HOOKS if _is_hook(hook, folder)]
        if arguments[0] == "commit" and answer.code == 1 and hooks:
            what = f"Kroken (hook) {' eller '.join(hooks)} i git godtok ikke utgaven."
        elif lock := LOCK.search(output):
            what = _locked(lock[1])
        else:
            last = (output.strip().splitlines() or ["uten å si hvorfor"])[-1]
            what = f"«git {arguments[0]}» lot seg ikke gjøre: {last.rstrip('.')}."
        raise PublishError(what, output)


def _locked(lock: str) -> str:
    """What is in the way: another git at work, or a folder that may not be written in."""
    if os.path.exists(lock):
        return (
            f"En annen git-kommando er i gang her, for «{lock}» finnes. Vent til den er ferdig. Er "
            "ingen i gang, kan du slette filen."
        )
    return (
        f"git kan ikke lage «{lock}». Kontroller at du har tilgang til mappen, og at det er plass."
    )


def _is_hook(name: str, folder: str) -> bool:
    path = ask(folder, "rev-parse", "--git-path", f"hooks/{name}")
    return not isinstance(path, Refusal) and os.access(
        os.path.join(folder, os.fsdecode(path).rstrip("\n")), os.X_OK
    )
