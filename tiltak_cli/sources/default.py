"""The register that a command means when none is named: here, or in a folder above."""

import os
from collections.abc import Sequence

from tiltak_cli.domain.norwegian import listed
from tiltak_cli.sources.files import (
    DEFAULT_FILES,
    DEFAULT_FOLDER,
    Refusal,
    bounds,
    is_yaml,
    leads_out,
    named_as_text,
    shown,
)

NO_REGISTER = Refusal(
    "Fant ikke noe register her eller i mappene over (tiltaksoversikt.yaml eller mappen "
    "tiltaksoversikt). Oppgi filen eller mappen. «tiltak init» begynner på et register, «tiltak "
    "import ARK --new» gjør et regneark til ett, og «tiltak demo» lager et eksempel."
)


class Several(Refusal):
    """There is more than one register where there should be one, or one that lies elsewhere."""

    __slots__ = ()


def default_register() -> str | Refusal:
    """The register that a command means when it is given none: here, or in a folder above.

    It is looked for up to the top of the repository; where there is none, in the folder above only.
    """
    top, _ = bounds(os.path.realpath("."))
    folder = "."
    while True:
        register = register_in(folder)
        above = os.path.join(os.pardir, folder) if folder != "." else os.pardir
        if register is not None or os.path.realpath(folder) == top:
            return _none_here() if register is None else register
        folder = above


def _none_here() -> Refusal:
    """Say that there is no register; or that one has the ending of a program for texts."""
    there = (f"{name}.txt" for name in DEFAULT_FILES if os.path.isfile(f"{name}.txt"))
    return next(filter(None, (named_as_text(".", name) for name in there)), NO_REGISTER)


def register_in(folder: str) -> str | Refusal | None:
    """The register in a folder, or None.

    Refuses where there is more than one (one would be passed over), or only a link out of the
    repository, which nobody has named.
    """
    names = _defaults(folder)
    if len(names) > 1:
        where = "Her" if folder == "." else f"I mappen {shown(folder)}"
        return Several(
            f"{where} ligger {both(names)}, og bare det ene kan være registeret. Slett eller flytt "
            "det andre, eller oppgi det som gjelder."
        )
    if names and (outside := leads_out(folder, names[0])):
        return Several(f"«{names[0]}» {outside.why} Legg registeret her, eller oppgi hvor det er.")
    return shown(os.path.join(folder, names[0])) if names else None


def default_path() -> str | None:
    """The same without a refusal: None where there is no register, or more than one."""
    register = default_register()
    return register if isinstance(register, str) else None


def both(names: Sequence[str]) -> str:
    """Name two or more that might be the register."""
    folders = [f"mappen {name}" if not is_yaml(name) else name for name in names]
    return f"både {listed(folders)}"


def _defaults(folder: str) -> list[str]:
    """What in a folder is named as a register is, in any case; files first.

    Beside another, a folder without files of a register is none.
    """
    try:
        entries = sorted(os.listdir(folder), key=lambda name: (name != name.casefold(), name))
    except OSError:
        entries = [*DEFAULT_FILES, DEFAULT_FOLDER]
    named = [(name, os.path.join(folder, name)) for name in entries]
    files: dict[str, str] = {}
    for name, path in named:
        if name.casefold() in DEFAULT_FILES and os.path.isfile(path):
            # Two names of one file are no two registers.
            files.setdefault(os.path.realpath(path), name)
    folders = [n for n, path in named if n.casefold() == DEFAULT_FOLDER and os.path.isdir(path)]
    if files or len(folders) > 1:
        folders = [name for name in folders if _has_yaml(os.path.join(folder, name))]
    return [*files.values(), *folders]


def _has_yaml(folder: str) -> bool:
    for _, subfolders, names in os.walk(folder):
        subfolders[:] = [name for name in subfolders if not name.startswith(".")]
        if any(is_yaml(name) and not name.startswith(".") for name in names):
            return True
    return False
