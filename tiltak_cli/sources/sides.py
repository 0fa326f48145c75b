"""What a user may name as a register: a file, a folder, `-`, or `REV:path` in git."""

import os

from tiltak_cli.sources.files import SUFFIXES, Refusal, Source, read_path

NO_REGISTER = (
    "Fant ikke noe register her (tiltaksoversikt.yaml eller mappen tiltaksoversikt). "
    "Oppgi filen eller mappen."
)


def read_side(side: str) -> Source | Refusal:
    """Find a register. A path is relative to the current folder, in git too."""
    revision, path = split_side(side)
    if revision is not None:
        return read_at(revision, path)
    source = read_path(side)
    if isinstance(source, Refusal) and not os.path.lexists(side) and _like_a_revision(side):
        return Refusal(
            f"{source.sentence} Er det en git-revisjon, så skriv {side}:tiltaksoversikt.yaml."
        )
    return source


def split_side(side: str) -> tuple[str | None, str]:
    """Part `REV:path` in two. A path alone has no revision, and what is on the disk is a path."""
    revision, colon, path = side.partition(":")
    drive = os.name == "nt" and len(revision) == 1
    return (revision, path) if colon and not drive and not os.path.lexists(side) else (None, side)


def read_at(revision: str, path: str) -> Source | Refusal:
    """Read a path as it was at a revision. git is asked where the file is."""
    from tiltak_cli.sources.git import read_revision

    folder, name = place_in_git(path)
    return read_revision(revision, name, folder)


def place_in_git(path: str) -> tuple[str, str]:
    """The folder in which to ask git, and what to call the path there."""
    real = os.path.realpath(path) if os.path.exists(path) else path
    folder, name = (real, ".") if os.path.isdir(real) else os.path.split(real)
    return (folder, name) if folder and os.path.isdir(folder) else (".", path)


def _like_a_revision(side: str) -> bool:
    return not side.endswith(SUFFIXES) and "/" not in side and os.sep not in side
