"""The folder that a register is to begin in, and what is there already."""

import os
from collections.abc import Iterable
from typing import NamedTuple

from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.sources.default import default_path, register_in
from tiltak_cli.sources.files import Refusal, Source, is_yaml, leads_out, read_path
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.organisations import FILE as SETTINGS
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.reader import read_yaml

MOVE = "Flytt eller gi nytt navn til det som er der, og kjør på nytt."


class Place(NamedTuple):
    """A folder, which need not be there; the register in it, and the strategy that one names.

    `top` is the top of the repository that it is in; None outside one, or where git is not used.
    """

    folder: str
    register: str | None = None
    strategy: str | None = None
    top: str | None = None

    @property
    def at_top(self) -> bool:
        """Whether it is the top of its repository, or will be."""
        return self.top is None or os.path.realpath(self.top) == os.path.realpath(self.folder)

    def path(self, name: str) -> str:
        """Where a file of it is, from where the user stands."""
        return os.path.normpath(os.path.join(self.folder, name))


def place_at(folder: str, *, git: bool) -> Place:
    """Look at a folder, or refuse where a register cannot begin there."""
    there = folder
    while not os.path.lexists(there) and os.path.dirname(there) not in ("", there):
        there = os.path.dirname(there)
    if os.path.lexists(there) and not os.path.isdir(there):
        raise refuse(f"«{there}» er en fil. Oppgi en mappe, som gjerne kan være ny.")
    if not os.path.isdir(folder):
        return Place(folder, top=_top(nearest(folder)) if git else None)
    if git and _is_gits_own(folder):
        raise refuse(
            f"«{folder}» er git sin egen mappe, uten plass til filer. Oppgi en mappe i en kopi av "
            "depotet («git clone»)."
        )
    register = register_in(folder)
    if isinstance(register, Refusal):
        raise refuse(register.sentence)
    return Place(
        folder=folder,
        register=register,
        strategy=_strategy_of(register) if register else None,
        top=_top(folder) if git else None,
    )


def refuse_what_is_in_the_way(place: Place, names: Iterable[str]) -> None:
    """Look, before anything is made, whether files of some names can be made or are there."""
    for name in names:
        path, (*folders, _) = place.path(name), name.split("/")
        for depth in range(len(folders)):
            within = os.path.join(*folders[: depth + 1])
            above = place.path(within)
            if os.path.lexists(above) and not os.path.isdir(above):
                raise refuse(f"«{above}» er ikke en mappe, og filer skal ligge i den. {MOVE}")
            if outside := leads_out(place.folder, within):
                raise refuse(f"«{above}» {outside.why} {MOVE}")
        if os.path.isdir(path):
            raise refuse(f"«{path}» er en mappe, og skal være en fil. {MOVE}")
        if os.path.islink(path) and not os.path.exists(path):
            raise refuse(f"«{path}» er en lenke til noe som ikke finnes. {MOVE}")
    settings = place.path(SETTINGS)
    source = read_path(settings) if os.path.isfile(settings) else None
    if isinstance(source, Source):
        found(read_settings(source))


def registers_near(place: Place) -> list[str]:
    """The registers that a new one would stand beside or under, by their paths.

    None where the folder has one: then no other is made.
    """
    if place.register is not None:
        return []
    here = [place.path(name) for name in sorted(_files(place.folder)) if is_yaml(name)]
    found_here = [path for path in here if _strategy_of(path) is not None]
    there = default_path() if os.path.normpath(place.folder) == "." else None
    return [*found_here, *([there] if there else [])]


def _files(folder: str) -> list[str]:
    return os.listdir(folder) if os.path.isdir(folder) else []


def nearest(folder: str) -> str:
    """The folder itself, or the one above that is there, in which it would be made."""
    path = os.path.abspath(folder)
    return path if os.path.isdir(path) else nearest(os.path.dirname(path))


def _top(folder: str) -> str | None:
    top = ask(folder, "rev-parse", "--show-toplevel")
    return None if isinstance(top, Refusal) else os.fsdecode(top).rstrip("\n")


def _is_gits_own(folder: str) -> bool:
    """Whether a folder is what git keeps, as of a repository that nobody works in."""
    inside = ask(folder, "rev-parse", "--is-inside-git-dir")
    return not isinstance(inside, Refusal) and inside.strip() == b"true"


def _strategy_of(register: str) -> str | None:
    """The strategy that a register's head names, as a file's path from where the user stands."""
    source = read_path(register)
    if isinstance(source, Refusal):
        return None
    for file in source.files:
        decoded = decode(file.name, file.data)
        data = read_yaml(file.name, decoded).data if isinstance(decoded, str) else None
        name = data.get("strategi") if isinstance(data, dict) else None
        if isinstance(name, str):
            beside = source.beside(name)
            return beside if os.path.exists(beside) else name
    return None
