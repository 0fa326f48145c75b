"""The folder that a register is to begin in, and what is there already."""

import os
from typing import NamedTuple

from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.sources.default import register_in
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.reader import read_yaml


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
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise refuse(f"«{folder}» er en fil. Oppgi en mappe, som gjerne kan være ny.")
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
