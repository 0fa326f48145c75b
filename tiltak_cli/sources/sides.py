"""What a user may name as a register: a file, a folder, `-`, or `REV:path` in git."""

import os

from tiltak_cli.sources.files import SUFFIXES, Refusal, Source, read_path

NO_REGISTER = (
    "Fant ikke noe register her (tiltaksoversikt.yaml eller mappen tiltaksoversikt). "
    "Oppgi filen eller mappen."
)


def read_side(side: str) -> Source | Refusal:
    """Find a register. A path is relative to the current folder, in git too."""
    revision, colon, path = side.partition(":")
    drive = os.name == "nt" and len(revision) == 1
    if not colon or drive or os.path.lexists(side):
        source = read_path(side)
        if isinstance(source, Refusal) and not os.path.lexists(side) and _like_a_revision(side):
            return Refusal(
                f"{source.sentence} Er det en git-revisjon, så skriv {side}:tiltaksoversikt.yaml."
            )
        return source
    return read_at(revision, path)


def read_at(revision: str, path: str) -> Source | Refusal:
    """Read a path as it was at a revision. git is asked where the file is."""
    from tiltak_cli.sources.git import read_revision

    real = os.path.realpath(path) if os.path.exists(path) else path
    folder, name = (real, ".") if os.path.isdir(real) else os.path.split(real)
    if folder and os.path.isdir(folder):
        return read_revision(revision, name, folder)
    return read_revision(revision, path)


def _like_a_revision(side: str) -> bool:
    return not side.endswith(SUFFIXES) and "/" not in side and os.sep not in side
