"""Files written, committed and tagged together: all of it, or nothing.

Here the user's own git is at work, with hooks and signatures; whatever it refuses, what had been
done until then is undone.
"""

import os
import re
from typing import NamedTuple

from tiltak_cli.edits.edition.begun import Begun, Part, digest, real_top, unlike, write_note
from tiltak_cli.edits.edition.undo import end, put_back
from tiltak_cli.edits.writing import WriteError, locked, reason, replace, write_whole
from tiltak_cli.sources.files import Refusal, relative
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

    An empty `message` stores nothing; an empty `tag` sets none. `name` and `day` are the edition's,
    and `note` is where it is noted that it is being made.
    """

    name: str
    day: str
    files: tuple[NewFile, ...]
    folder: str
    note: str
    message: str = ""
    tag: str = ""


class PublishError(Exception):
    """Why nothing was done, as sentences for the user; `output` is what git and its hooks said."""

    def __init__(self, sentence: str, output: str = "") -> None:
        super().__init__(sentence)
        self.output = output


class CutOffError(PublishError):
    """The user, or the machine, has stopped it."""


def publish(publication: Publication) -> None:
    """Do all of it, or a PublishError where nothing was done."""
    begun = _begin(publication)
    try:
        with locked(begun.note):
            _publish(publication, begun)
    except (WriteError, OSError) as error:
        raise PublishError(_said(error)) from error


def _publish(publication: Publication, begun: Begun) -> None:
    try:
        write_note(begun)
        _do(publication, begun)
        end(begun)
    except (WriteError, OSError) as error:
        raise PublishError(f"{_said(error)} {_put_back(begun)}") from error
    except PublishError as error:
        raise PublishError(f"{error} {_put_back(begun)}", error.output) from error
    except KeyboardInterrupt as error:
        raise CutOffError(f"Avbrutt. {_put_back(begun)}") from error
    except BaseException:
        # There is a fault of our own.
        put_back(begun, all_staged=True)
        raise


def _said(error: WriteError | OSError) -> str:
    return str(error) if isinstance(error, WriteError) else f"Kan ikke skrive: {reason(error)}"


def _begin(publication: Publication) -> Begun:
    """What is to be done, and how it is now."""
    folder = publication.folder
    top = ask(folder, "rev-parse", "--show-toplevel")
    parts = []
    missing: dict[str, None] = {}
    for file in publication.files:
        path = os.path.realpath(file.path)
        parts.append(Part(path, file.before, digest(file.after)))
        above, new = os.path.dirname(path), list[str]()
        while not os.path.isdir(above):
            new.append(above)
            above = os.path.dirname(above)
        missing |= dict.fromkeys(reversed(new))
    return Begun(
        note=publication.note,
        folder=folder if isinstance(top, Refusal) else real_top(top),
        name=publication.name,
        day=publication.day,
        message=publication.message,
        tag=publication.tag,
        head=(commit_named("HEAD", folder) or "") if publication.message else "",
        parts=tuple(parts),
        folders=tuple(missing),
    )


def _do(publication: Publication, begun: Begun) -> None:
    for folder in begun.folders:
        os.mkdir(folder)
    for file in publication.files:
        if file.before is None:
            write_whole(file.path, file.after)
        else:
            replace(file.path, file.before, file.after)
    if not begun.message:
        return
    paths = [f":(literal){relative(part.path, begun.folder)}" for part in begun.parts]
    _git(begun.folder, "add", "--force", "--", *paths)
    _git(begun.folder, "commit", "--quiet", "-m", begun.message, "--", *paths)
    commit = commit_named("HEAD", begun.folder)
    other = unlike(begun, commit or "")
    if other:
        name = next(f.path for f in publication.files if os.path.realpath(f.path) == other)
        raise PublishError(
            f"Et filter eller en krok (hook) i git lagret «{name}» med et annet innhold."
        )
    if begun.tag and commit:
        set_tag(begun, commit)


def set_tag(begun: Begun, commit: str) -> None:
    """Tag the commit of an edition. A PublishError says why that could not be."""
    _git(begun.folder, "tag", "-a", "-m", begun.message, begun.tag, commit)


def _put_back(begun: Begun) -> str:
    done = put_back(begun, all_staged=True)
    return PUT_BACK if done else "Ikke alt kunne settes tilbake; se hva «git status» sier."


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
