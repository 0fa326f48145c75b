"""What a user may name as a register, or as one side of a comparison.

A file, a folder or `-`; in git `REV:path`, or as a side just `REV`, an edition or a date: then the
register is the one that the other side names. What is on the disk goes before a revision, and that
before an edition.
"""

import os
from typing import NamedTuple

from tiltak_cli.sources.default import Several, both, default_register
from tiltak_cli.sources.files import (
    DEFAULT_FILES,
    SUFFIXES,
    Refusal,
    Source,
    read_path,
    relative,
)

# Any name that a register has without being told.
USUAL = DEFAULT_FILES[0]
WORKBOOKS = (".xlsx", ".xlsm")
# In a bare repository these are files, which nobody means.
ALWAYS_GIT = ("HEAD", "ORIG_HEAD", "FETCH_HEAD", "MERGE_HEAD")


class Side(NamedTuple):
    """A register that was found; `said` is what the user should know of how, if anything."""

    source: Source
    said: str = ""


def find_side(side: str, register_path: str | None = None, *, alone: bool = True) -> Side | Refusal:
    """Find what a user names. A path is relative to the current folder, in git too.

    A revision alone is read at `register_path`, or at the path that a command means when it is
    given none; without `alone` it is no register. A workbook is given as it is, for
    `workbook.side.as_register` to read.
    """
    revision, path = split_side(side)
    if revision is not None:
        return find_at(revision, path, moved=False)
    if alone and side in ALWAYS_GIT:
        return _revision_alone(side, register_path)
    source = read_path(side)
    if not isinstance(source, Refusal):
        return Side(source, _also_a_revision(side) if alone else "")
    there = side == "-" or os.path.lexists(side)
    if not alone and not there and _like_a_revision(side):
        return Refusal(
            f"{source.sentence} Er det en git-revisjon, så skriv {side}:tiltaksoversikt.yaml."
        )
    if not alone or there or side.endswith((*SUFFIXES, *WORKBOOKS)):
        return source
    return _revision_alone(side, register_path)


def path_of(side: str) -> str | None:
    """The path that a side names, in git or on the disk; None for a revision alone, or `-`."""
    revision, path = split_side(side)
    named = side.endswith((*SUFFIXES, *WORKBOOKS))
    there = os.path.lexists(path) and side not in ALWAYS_GIT
    return path if revision is not None or named or there else None


def _revision_alone(side: str, register_path: str | None) -> Side | Refusal:
    """A side that is no file: a revision, an edition or a date, or nothing at all."""
    from tiltak_cli.sources.git.names import commit_of
    from tiltak_cli.sources.git.run import (
        PARTIAL,
        UNREADABLE,
        Missing,
        Unknown,
        registers_beside,
    )

    path = path_of(register_path) if register_path else None
    if path is None or is_workbook(path):
        default = default_register()
        if isinstance(default, Several):
            return default
        path = default if isinstance(default, str) else None
    # Where nothing is named, nor lies here, as in a bare repository: what has the name there.
    named = commit_of(side, ".") if path is None else Refusal("")
    there = [] if isinstance(named, Refusal) else registers_beside(named.commit, USUAL, ".")
    for candidate in [path] if path else there or [USUAL]:
        outcome = find_at(side, candidate, alone=True)
        if not isinstance(outcome, Missing):
            break
    if not isinstance(outcome, Refusal):
        return outcome
    if isinstance(outcome, Unknown):
        rest = outcome.sentence.partition("i git.")[2].strip()
        name = side if side.isprintable() else repr(side)
        return Unknown(f"Finner verken en fil, en revisjon i git eller en utgave «{name}». {rest}")
    if isinstance(outcome, Missing) or outcome in (PARTIAL, UNREADABLE):
        return outcome
    # No repository, or no git: then it may have been a file that was meant.
    return Refusal(f"Finner ikke «{side}». {outcome.sentence}")


def find_at(revision: str, path: str, *, moved: bool = True, alone: bool = False) -> Side | Refusal:
    """Read a register as it was at a revision, an edition or a date.

    With `moved` also where it was then; what else there is to say of it is said then too. With
    `alone` it is the register of that revision, and there must not have been another.
    """
    from tiltak_cli.sources.git.names import commit_of
    from tiltak_cli.sources.git.run import Missing, read_commit, registers_beside

    folder, name = place_in_git(path)
    named = commit_of(revision, folder)
    if isinstance(named, Refusal):
        return named
    source = read_commit(named.commit, name, folder, shown=revision)
    if isinstance(source, Source):
        others = registers_beside(named.commit, name, folder) if alone else []
        return _several(revision, path, others) or Side(source, named.said if moved else "")
    if not isinstance(source, Missing):
        return source
    if moved:
        return _where_it_was(named.commit, named.said, revision, path)
    # Under the name that it was asked for by, not what git calls it.
    return Missing(source.sentence.replace(f"«{name}»", f"«{path}»", 1))


def _several(revision: str, path: str, names: list[str]) -> Several | None:
    """Refuse where a revision has more than one that may be the register at a path."""
    if not names[1:]:
        return None
    places = [os.path.join(os.path.dirname(path), name).replace(os.sep, "/") for name in names]
    return Several(
        f"I revisjonen «{revision}» ligger {both(places)}, og bare det ene kan være registeret. "
        f"Oppgi det som gjelder, for eksempel {revision}:{places[0]}."
    )


def _where_it_was(commit: str, note: str, revision: str, path: str) -> Side | Refusal:
    """A register under the name that it had at a revision, with that added to what is said."""
    from tiltak_cli.sources.git.moved import moved_from
    from tiltak_cli.sources.git.run import read_commit

    folder, name = place_in_git(path)
    earlier = moved_from(commit, name, folder)
    if earlier is None:
        return _not_there(revision, path)
    source = read_commit(commit, earlier, folder, shown=revision)
    if isinstance(source, Refusal):
        return source
    then = relative(os.path.join(folder, earlier))
    sentence = f"Registeret «{path}» het «{then}» i revisjonen «{revision}», og er lest derfra."
    return Side(source, f"{note} {sentence}".strip())


def where_then(side: str) -> str | None:
    """`REV:path` for a register that was somewhere else at that revision; None where it was not."""
    from tiltak_cli.sources.git.moved import moved_from
    from tiltak_cli.sources.git.names import commit_of

    revision, path = split_side(side)
    folder, name = place_in_git(path)
    named = commit_of(revision, folder) if revision else Refusal("")
    earlier = None if isinstance(named, Refusal) else moved_from(named.commit, name, folder)
    return f"{revision}:{relative(os.path.join(folder, earlier))}" if earlier else None


def _not_there(revision: str, path: str) -> Refusal:
    from tiltak_cli.sources.git.run import Missing

    remedy = f"Het det noe annet da, så skriv {revision}:STIEN."
    return Missing(f"«{path}» fantes ikke i revisjonen «{revision}». {remedy}")


def with_history() -> str | Refusal:
    """The register whose history is meant when none is named, or why there is none.

    In a bare repository nothing lies on the disk: there it is what usually has the name.
    """
    from tiltak_cli.sources.git.run import ask, registers_beside

    path = default_register()
    here = not isinstance(path, Refusal) or isinstance(path, Several)
    if here or ask(".", "rev-parse", "--is-bare-repository") != b"true\n":
        return path
    return next(iter(registers_beside("HEAD", USUAL, ".")), path)


def split_side(side: str) -> tuple[str | None, str]:
    """Part `REV:path` in two. A path alone has no revision, and what is on the disk is a path."""
    revision, colon, path = side.partition(":")
    drive = os.name == "nt" and len(revision) == 1
    return (revision, path) if colon and not drive and not os.path.lexists(side) else (None, side)


def place_in_git(path: str) -> tuple[str, str]:
    """The folder in which to ask git, and what to call the path there."""
    real = os.path.realpath(path) if os.path.exists(path) else path
    folder, name = (real, ".") if os.path.isdir(real) else os.path.split(real)
    return (folder, name) if folder and os.path.isdir(folder) else (".", path)


def perhaps_in_git(side: str) -> bool:
    """Whether it is worth asking git of a side; that costs more than looking around on the disk.

    As git does, it looks neither in GIT_CEILING_DIRECTORIES nor above, but where the register is.
    """
    revision, path = split_side(side)
    if revision is not None:
        return True
    ceilings = os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
    highest = {os.path.realpath(ceiling) for ceiling in ceilings if ceiling}
    folder = "" if side == "-" else os.path.dirname(os.path.realpath(path))
    while folder and not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        folder = "" if above == folder or above in highest else above
    return bool(folder)


def is_workbook(side: str) -> bool:
    """Whether a side is named as a workbook is."""
    return side.casefold().endswith(WORKBOOKS)


def _also_a_revision(side: str) -> str:
    """What to say where a name on the disk is a name in git too; nothing where it is not."""
    if side in ("-", ".") or not _like_a_revision(side):
        return ""
    from tiltak_cli.sources.git.names import commit_of

    if isinstance(commit_of(side, "."), Refusal):
        return ""
    return f"«{side}» er lest fra disken. Skriv {side}:STIEN for det som heter det samme i git."


def _like_a_revision(side: str) -> bool:
    return not side.endswith(SUFFIXES) and "/" not in side and os.sep not in side
