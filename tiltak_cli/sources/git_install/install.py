"""How git is set up to show registers, in a repository or for a user: read, made, taken away.

Settings are read and written by the git program only. Nothing here writes an attributes file; its
new text is given to the caller.
"""

import os
from typing import NamedTuple

from tiltak_cli.sources.files import DEFAULT_FILES, DEFAULT_FOLDER, SUFFIXES, Refusal
from tiltak_cli.sources.git.program import NOT_OWNED, SAFE, git
from tiltak_cli.sources.git_install.attributes import Attributes, parse
from tiltak_cli.sources.git_install.drivers import (
    REGISTER,
    Driver,
    drivers,
    is_ours,
    kind_of,
    program_in,
)

NO_GIT = Refusal("Programmet git finnes ikke på maskinen. Installer git, og prøv igjen.")
NOT_A_REPOSITORY = Refusal(
    "Mappen er ikke et git-depot. Gå til depotet der registeret ligger, eller bruk --global for å "
    "sette opp git for alle depotene dine."
)
NOT_SET = 1
# The settings of every driver, as git looks for them.
OURS = r"^(diff|merge)\.tiltak"


class Place(NamedTuple):
    """Where git is set up: `--local` or `--global`, and the attributes file.

    `top` is the top of the working tree, and `prefix` the way from there to the folder with a slash
    after it; both are empty for `--global` outside a repository, `top` in a bare one too.
    """

    scope: str
    attributes: str
    top: str = ""
    prefix: str = ""


class Setting(NamedTuple):
    """A setting that is to be made, and what it is now; None where it is not set."""

    key: str
    wanted: str
    now: str | None

    @property
    def foreign(self) -> bool:
        """Whether someone else has given the setting a meaning of their own."""
        return self.now is not None and not is_ours(self.key, self.now)


class Covered(NamedTuple):
    """A file in the repository, what git has been told of how to compare it, and how to merge."""

    path: str
    diff: str
    merge: str


def place_of(scope: str, home: str, xdg: str) -> Place | Refusal:
    """Find where to set up git from the folder where the program runs.

    `home` is the user's own folder, and `xdg` the one with settings, when there is one.
    """
    inside = _git("rev-parse", "--show-prefix", "--git-path", "info/attributes")
    if scope == "--global":
        path = _global_attributes(home, xdg)
        if isinstance(path, Refusal):
            return path
        place = Place(scope, path)
    elif isinstance(inside, Refusal):
        return inside
    else:
        place = Place(scope, _lines(inside)[1])
    if isinstance(inside, Refusal):
        return place
    top = _git("rev-parse", "--show-toplevel")
    # A bare repository has no working tree, but its history can be looked at.
    shown = "" if isinstance(top, Refusal) else _lines(top)[0]
    return place._replace(top=shown, prefix=_lines(inside)[0])


def _global_attributes(home: str, xdg: str) -> str | Refusal:
    """The attributes file for all of a user's repositories, as git finds it."""
    for scope in ("--global", "--system"):
        path = _git("config", scope, "--includes", "--type=path", "--get", "core.attributesFile")
        if isinstance(path, bytes) and path.strip():
            return _lines(path)[0]
        if path is NO_GIT:
            return NO_GIT
    return os.path.join(xdg or os.path.join(home, ".config"), "git", "attributes")


def read_attributes(place: Place) -> Attributes | Refusal:
    """Read the attributes file, our lines apart from those of others."""
    try:
        with open(place.attributes, "rb") as file:
            text: str | None = file.read().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        text = None
    except OSError as error:
        return Refusal(f"«{place.attributes}» kan ikke leses ({error.strerror}).")
    return parse(text)


class State(NamedTuple):
    """All that is set up in a place, and what git makes of the files in the repository.

    `gone` are the programs that are to be run, but are not there any more.
    """

    place: Place
    drivers: tuple[Driver, ...]
    attributes: Attributes
    settings: tuple[Setting, ...]
    files: tuple[Covered, ...]
    gone: tuple[str, ...] = ()

    @property
    def untouched(self) -> bool:
        """Whether nothing of it is set up here."""
        return not self.attributes.lines and all(s.now is None or s.foreign for s in self.settings)


def read_state(place: Place, program: tuple[str, ...]) -> State | Refusal:
    """Read all that is set up in a place. `program` is the command line that git is to run."""
    needed = drivers(program)
    attributes = read_attributes(place)
    settings = read_settings(place, needed)
    files = covered(place)
    if isinstance(attributes, Refusal):
        return attributes
    if isinstance(settings, Refusal):
        return settings
    if isinstance(files, Refusal):
        return files
    programs = dict.fromkeys(path for s in settings for path in program_in(s.now or "")[:1])
    gone = tuple(path for path in programs if not is_program(path))
    return State(
        place=place,
        drivers=needed,
        attributes=attributes,
        settings=settings,
        files=files,
        gone=gone,
    )


def is_program(path: str) -> bool:
    """Whether a program is there. On Windows its name is written without the ending too."""
    return os.path.isfile(path) or os.path.isfile(f"{path}.exe")


def read_settings(place: Place, needed: tuple[Driver, ...]) -> tuple[Setting, ...] | Refusal:
    """Every setting that the drivers need, with what it is now."""
    listed = _git("config", place.scope, "--null", "--get-regexp", OURS, missing=NOT_SET)
    if isinstance(listed, Refusal):
        return listed
    # A key, a line break and a value; of a key that is there twice the last one counts.
    lines = (entry.partition("\n") for entry in os.fsdecode(listed).split("\0") if entry)
    now = {key: value for key, _, value in lines}
    return tuple(
        Setting(key, wanted, now.get(key)) for driver in needed for key, wanted in driver.settings
    )


def make_settings(place: Place, settings: tuple[Setting, ...]) -> Refusal | None:
    """Make the settings that are not as they should be."""
    for key, wanted, now in settings:
        if now != wanted:
            made = _git("config", place.scope, "--replace-all", key, wanted)
            if isinstance(made, Refusal):
                return _not_written(place)
    return None


def remove_settings(place: Place, settings: tuple[Setting, ...]) -> Refusal | None:
    """Take away the settings that were made here, and no others."""
    for setting in settings:
        if setting.now is not None and not setting.foreign:
            gone = _git("config", place.scope, "--unset-all", setting.key)
            if isinstance(gone, Refusal):
                return _not_written(place)
    return None


def _not_written(place: Place) -> Refusal:
    return Refusal(
        f"git kan ikke skrive innstillingene («git config {place.scope}»). Kontroller at du har "
        "tilgang til filen, og at ingen andre skriver til den."
    )


def covered(place: Place) -> tuple[Covered, ...] | Refusal:
    """What git says of each file in the repository that is a register's by its name or attribute.

    Files that git does not know of are among them, but not those that it ignores.
    """
    if not place.top:
        return ()
    every = ("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = _git(*every, folder=place.top)
    if isinstance(listed, Refusal):
        return listed
    endings = (*SUFFIXES, ".xlsx")
    # A file with a conflict is there several times.
    paths = dict.fromkeys(os.fsdecode(listed).split("\0"))
    names = [name for name in paths if name.endswith(endings)]
    given = os.fsencode("".join(f"{name}\0" for name in names))
    answer = _git("check-attr", "-z", "--stdin", "diff", "merge", folder=place.top, given=given)
    if isinstance(answer, Refusal):
        return answer
    values = os.fsdecode(answer).split("\0")[2::3]
    pairs = zip(names, values[::2], values[1::2], strict=True)
    files = (Covered(*pair) for pair in pairs)
    return tuple(f for f in files if _by_default(f.path) or f.diff.startswith("tiltak"))


def _by_default(path: str) -> bool:
    """Whether a path is that of a register or a workbook when no others are named."""
    *folders, name = path.split("/")
    return kind_of(path) != REGISTER or name in DEFAULT_FILES or DEFAULT_FOLDER in folders


def _lines(output: bytes) -> list[str]:
    """The lines of what git says. A name may hold a line break itself, but hardly does."""
    return os.fsdecode(output).split("\n")


def _git(
    *arguments: str, folder: str = ".", given: bytes = b"", missing: int | None = None
) -> bytes | Refusal:
    """Run git without the repository's own programs; with the exit code `missing` it gives nothing.

    Its messages are asked for in English, for the advice depends on them.
    """
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        answer = git(folder, *SAFE, *arguments, environment=environment, given=given)
    except (OSError, ValueError):
        return NO_GIT
    if answer.code == 0:
        return answer.out
    if answer.code == missing:
        return b""
    if answer.not_owned:
        return NOT_OWNED
    if answer.no_repository or b"--local can only be used" in answer.complaint:
        return NOT_A_REPOSITORY
    return Refusal("git kunne ikke svare. Prøv «git status» i samme mappe for å se hvorfor.")
