"""Reading a register's files: one file, a folder of them, or standard input."""

import os
import re
import stat
import sys
from collections.abc import Callable
from typing import NamedTuple
from unicodedata import normalize

from tiltak_cli.findings import Finding
from tiltak_cli.sources.folder_files import is_other, is_part
from tiltak_cli.sources.yaml.decode import MAX_BYTES
from tiltak_cli.sources.yaml.events import Tree

SUFFIXES = (".yaml", ".yml")
DEFAULT_FILES = ("tiltaksoversikt.yaml", "tiltaksoversikt.yml")
DEFAULT_FOLDER = "tiltaksoversikt"
TOO_LARGE = f"har over {MAX_BYTES // 1_000_000} MB YAML-filer. Oppgi mappen der registeret ligger."
# What a register and its settings may name: these files, and no others.
IN_REPOSITORY = "filene i git-depotet"
NEAR = "mappen til registeret og mappen over"
# Names that Windows keeps for devices, with any ending.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


class Refusal(NamedTuple):
    """Why nothing could be read, as one sentence with the remedy. Ends a command with exit 2.

    `finding` is the same where it stands in a line of a file, with the `text` of that file.
    """

    sentence: str
    finding: Finding | None = None
    text: str = ""


class Outside(NamedTuple):
    """Why a file that a register or its settings name is not used, as the end of a sentence.

    It is `linked` where it stands inside, and only a link leads out.
    """

    why: str
    linked: bool = False


# Reads a file that a register names, or gives None where there is none.
Sibling = Callable[[str], bytes | Outside | None]


class SourceFile(NamedTuple):
    """A file's name, as users know it, its bytes, and what has been read of it, where that is."""

    name: str
    data: bytes
    tree: Tree | None = None


class Source(NamedTuple):
    """Where a register was found. `sibling` reads a file that it names, or gives None."""

    name: str
    files: tuple[SourceFile, ...]
    sibling: Sibling

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder, and not one file or standard input."""
        return self.name != "-" and (len(self.files) != 1 or self.files[0].name != self.name)

    @property
    def folder(self) -> str:
        """The folder that the register is, or lies in."""
        return self.name if self.is_folder else os.path.dirname(self.name)

    @property
    def on_disk(self) -> bool:
        """Whether it is what stands on the disk, or comes in there, and not a revision of it."""
        return self.name == "-" or os.path.lexists(self.name)

    def beside(self, name: str) -> str:
        """What to call a file that `sibling` reads."""
        path = os.path.join(self.folder, name)
        short = os.path.normpath(path)
        # Above a link to a folder is not where the link stands.
        same = os.path.realpath(short) == os.path.realpath(path)
        return (short if same else path).replace(os.sep, "/")


def is_yaml(name: str) -> bool:
    """Whether a file is named as those of a register are."""
    return name.casefold().endswith(SUFFIXES)


def read_path(path: str) -> Source | Refusal:
    """Read a register file, every register file in a folder, or standard input for `-`."""
    if path == "-":
        return _read_standard_input()
    try:
        mode = os.stat(path).st_mode
    except PermissionError:
        return _no_access(path)
    except (OSError, ValueError):
        return _not_found(path)
    if stat.S_ISDIR(mode):
        return _read_folder(path)
    data_or_refusal = _read_regular(path, mode)
    if isinstance(data_or_refusal, Refusal):
        return data_or_refusal
    files = (SourceFile(shown(path), data_or_refusal),)
    return Source(shown(path), files, _sibling_in(os.path.dirname(path)))


def _read_standard_input() -> Source | Refusal:
    try:
        # Python leaves it out altogether where the caller has closed it.
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    except OSError as error:
        return Refusal(f"Standard inn kan ikke leses ({error.strerror}). Oppgi en fil i stedet.")
    return Source("-", (SourceFile("<standard inn>", data),), _sibling_in(os.getcwd()))


def _not_found(path: str) -> Refusal:
    if os.path.islink(path):
        return Refusal(f"«{shown(path)}» er en lenke til en fil som ikke finnes. Rett lenken.")
    if any(os.path.lexists(normalize(form, path)) for form in ("NFC", "NFD")):
        return Refusal(
            f"«{shown(path)}» finnes under et navn som ser likt ut, med å lagret som a og en ring, "
            "slik en Mac gjør. Gi filen navnet på nytt."
        )
    return Refusal(
        f"Finner ikke «{shown(path)}». Kontroller navnet, eller gå til mappen der registeret "
        "ligger."
    )


def _no_access(path: str) -> Refusal:
    # There a program may have it for itself alone.
    other = ", eller lukk filen om den er åpen i et annet program" if os.name == "nt" else ""
    return Refusal(
        f"Du har ikke tilgang til å lese «{shown(path)}». Be eieren om lesetilgang{other}."
    )


def _read_regular(path: str, mode: int) -> bytes | Refusal:
    if not stat.S_ISREG(mode):
        return Refusal(f"«{shown(path)}» er ikke en vanlig fil. Oppgi en YAML-fil eller en mappe.")
    try:
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except PermissionError:
        return _no_access(path)
    except OSError as error:
        return Refusal(
            f"«{shown(path)}» kan ikke leses ({error.strerror}). Prøv igjen, eller hent en kopi."
        )


def _read_folder(folder: str) -> Source | Refusal:  # noqa: PLR0911 - one answer a cause
    """Every .yaml file in a folder and its subfolders; hidden ones are left alone."""
    files: list[SourceFile] = []
    problems: list[OSError] = []
    total = 0
    for base, subfolders, names in os.walk(folder, onerror=problems.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(names):
            if refusal := named_as_text(base, name):
                return refusal
            if is_yaml(name) and not name.startswith("."):
                path = os.path.join(base, name)
                link = os.path.islink(path)
                if link and (outside := leads_out(folder, os.path.relpath(path, folder))):
                    return Refusal(f"«{shown(path)}» {outside.why} Legg selve filen i mappen.")
                source = read_path(path)
                if isinstance(source, Refusal):
                    return source
                files += source.files
                total += sum(len(file.data) for file in source.files)
                if total > MAX_BYTES:
                    return Refusal(f"Mappen «{shown(folder)}» {TOO_LARGE}")
    if problems:
        return _no_access(problems[0].filename)
    if not files:
        return Refusal(
            f"Mappen «{shown(folder)}» har ingen YAML-filer. Oppgi mappen der registeret ligger, "
            "eller lag et eksempel med «tiltak demo»."
        )
    return _within_it(folder, files) or Source(shown(folder), tuple(files), _sibling_in(folder))


def named_as_text(base: str, name: str) -> Refusal | None:
    """Refuse a part of a register that a program for texts has given its own ending.

    It would be left out, and its measures with it, without a word.
    """
    right = name.removesuffix(".txt")
    path = os.path.join(base, name)
    if name.startswith(".") or right == name or not is_yaml(right) or os.path.islink(path):
        return None
    source = read_path(path)
    if isinstance(source, Refusal) or not is_part(source.files[0].data):
        return None
    return Refusal(
        f"«{shown(path)}» blir ikke lest, for navnet slutter på .txt. Gi filen navnet «{right}», "
        "eller flytt den ut av mappen."
    )


def _within_it(folder: str, files: list[SourceFile]) -> Source | Refusal | None:
    """The register that lies in a folder of other things, where all else there is no part of one.

    So is a repository: beside the register it has settings for the build server, too.
    """
    top = shown(folder)
    parts = [relative(file.name, top).casefold() for file in files if not is_other(file.data)]
    if len(parts) == len(files) or os.path.basename(os.path.realpath(folder)) == DEFAULT_FOLDER:
        return None
    if len(parts) == 1 and parts[0] in DEFAULT_FILES:
        return read_path(next(f.name for f in files if not is_other(f.data)))
    within = os.path.join(folder, DEFAULT_FOLDER)
    whole = all(part.startswith(f"{DEFAULT_FOLDER}/") for part in parts)
    return _read_folder(within) if parts and whole and os.path.isdir(within) else None


def _sibling_in(folder: str) -> Sibling:
    def read(name: str) -> bytes | Outside | None:
        return leads_out(folder, name) or read_file(os.path.join(folder, name))

    return read


def read_file(path: str) -> bytes | None:
    """A file's content, or None where there is no file that can be read."""
    try:
        data = _read_regular(path, os.stat(path).st_mode)
    except (OSError, ValueError):
        return None
    return None if isinstance(data, Refusal) else data


def leads_out(folder: str, name: str) -> Outside | None:
    """Why a path, from the folder of a register, leads to what the register may not name.

    It may name what is in the git repository; where there is none, in its folder and the one above.
    """
    path = os.path.join(folder, name)
    if "\0" in name or (os.path.basename(name) == name and not os.path.islink(path)):
        return None
    real = os.path.realpath(folder)
    top, what = bounds(real)
    if not _within(os.path.normpath(os.path.join(real, name)), top):
        return Outside(f"ligger utenfor {what}, og blir ikke brukt.")
    if not _within(os.path.realpath(path), top):
        return Outside(f"er en lenke ut av {what}, og blir ikke brukt.", linked=True)
    return None


def bounds(folder: str) -> tuple[str, str]:
    """The folder that everything a register names lies in, and what there may be named."""
    top = folder
    while not os.path.lexists(os.path.join(top, ".git")):
        top, below = os.path.dirname(top), top
        if top == below:
            above = os.path.dirname(folder)
            # All of a disk is not what is meant.
            return folder if os.path.dirname(above) == above else above, NEAR
    return top, IN_REPOSITORY


def _within(path: str, top: str) -> bool:
    """Whether a path is that of a folder or leads into it; git's own files are in none."""
    inside = os.path.normcase(path).removeprefix(os.path.join(os.path.normcase(top), ""))
    if inside == os.path.normcase(path):
        return inside == os.path.normcase(top)
    # As Windows takes names, too.
    names = (name.casefold().rstrip(". ") for name in inside.split(os.sep))
    return not {".git", "git~1"}.intersection(names)


def shown(path: str) -> str:
    """The path as users write it: forward slashes, no `./` in front and no slash at the end."""
    # A name that is not UTF-8 could not be printed.
    shown = os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
    return shown.removeprefix("./").rstrip("/") or shown[:1] or "."


def relative(path: str, start: str = ".") -> str:
    """The way from a folder to a path, with forward slashes; from another drive the whole path."""
    try:
        way = os.path.relpath(path, start)
    except ValueError:
        way = os.path.abspath(path)
    return way.replace(os.sep, "/")


def is_device(path: str) -> bool:
    """Whether a path is a name that Windows keeps for a device, and yet has a file's ending."""
    name = os.path.basename(path)
    return os.name == "nt" and "." in name and DEVICES.fullmatch(name) is not None
