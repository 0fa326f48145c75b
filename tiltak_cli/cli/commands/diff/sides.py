"""The two sides that `tiltak diff` compares, also when fewer are named."""

import os
from typing import NamedTuple

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.registers import (
    at_revision,
    named_or_default,
    side_of,
    source_of,
)
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import Source
from tiltak_cli.sources.sides.find import (
    is_workbook,
    path_of,
    place_in_git,
    split_side,
)

NO_EDITION = "Registeret har ingen utgave i git ennå. «tiltak edition NAVN» lager en."
COMPARED = "Registeret sammenlignes med siste revisjon."


class Sides(NamedTuple):
    """The older and the newer side, and what the newer one is called when git is asked of it."""

    old: Source
    new: Source
    newer: str


def two_sides(old: str | None, new: str | None, rev: str | None) -> Sides:
    """Find the older and the newer side, or refuse with a sentence.

    One side is compared with the register on the disk. So is the last edition, where none is named.
    """
    if rev is not None:
        if new is not None:
            raise refuse("Oppgi enten --rev og én fil, eller to sider, ikke begge deler.")
        path = named_or_default(old)
        earlier = at_revision(old, rev)
        if isinstance(earlier, Source):
            return Sides(earlier, source_of(path), path)
        return _two(rev, path)
    if old is None:
        return _since(named_or_default(None))
    return _two(old, new) if new is not None else _one(old)


def _two(old: str, new: str) -> Sides:
    return Sides(*_sources(old, new), _newer(new, path_of(old)))


def _newer(side: str, path: str | None) -> str:
    """A side as a file or as `REV:path`; a revision alone is that of the register here."""
    if path_of(side) is not None or side == "-":
        return side
    register = path if path and not is_workbook(path) else default_path()
    return f"{side}:{register or ''}"


def _sources(old: str, new: str) -> tuple[Source, Source]:
    if old == new == "-":
        raise refuse("Bare den ene siden kan være standard inn. Oppgi en fil for den andre.")
    if not is_workbook(old):
        left = side_of(old, path_of(new))
        return left, side_of(new, path_of(old), left)
    if is_workbook(new):
        # What neither has is the same, in whatever register stands here.
        register = source_of(None)
        return side_of(old, None, register), side_of(new, None, register)
    right = side_of(new, path_of(old))
    return side_of(old, path_of(new), right), right


def _one(side: str) -> Sides:
    """One side and the register on the disk; a register on the disk is that one itself."""
    revision, path = split_side(side)
    default = default_path()
    if revision is not None and os.path.lexists(path) and not is_workbook(path):
        return _two(side, path)
    on_disk = path_of(side) == side and os.path.exists(side) and not is_workbook(side)
    if on_disk and (default is None or os.path.samefile(side, default)):
        return _since(side)
    return _two(side, named_or_default(None))


def _since(path: str) -> Sides:
    return Sides(*since_last_edition(path), path)


def since_last_edition(path: str) -> tuple[Source, Source]:
    """The last edition in git and the register at a path.

    Where the register is just that edition it is compared with the one before, and where there is
    no edition yet, with the last commit.
    """
    from tiltak_cli.sources.git.run import SHALLOW, commit_named, is_shallow, nothing_stored
    from tiltak_cli.sources.sides.editions import last_edition, same_content

    now = source_of(path)
    last = found(last_edition(path))
    folder, _ = place_in_git(path)
    if last is None:
        if commit_named("HEAD", folder) is None:
            raise refuse(
                f"{nothing_stored(folder)}. Lagre registeret med «git add» og «git commit», eller "
                "oppgi to sider."
            )
        console.complain(f"{SHALLOW if is_shallow(folder) else NO_EDITION} {COMPARED}")
        return side_of("HEAD", path), now
    if last.tag.commit == commit_named("HEAD", folder) and same_content(last.source, now):
        before = found(last_edition(path, before_head=True))
        if before is None:
            console.complain(
                f"Utgave {last.tag.name} er den første, og registeret er ikke endret siden."
            )
        last = before or last
    return last.source, now
