"""Mistakes in a register that is a folder: which file, and which line of it, is to be told."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mistake_register import FIRST, HEAD, SECOND, THIRD

Files = Mapping[str, bytes]
CONFLICT = "<<<<<<< HEAD\n=======\n>>>>>>> gren\n"
FOLDER: Files = {
    "hode.yaml": HEAD.encode(),
    "a.yaml": f"tiltak:\n{FIRST}{SECOND}".encode(),
    "b.yaml": f"tiltak:\n{THIRD}".encode(),
}


class InFolder(NamedTuple):
    """What someone does to the files, and the file and a piece of the line that are to be told."""

    about: str
    change: Callable[[Files], Files]
    file: str
    at: str = ""


def put(name: str, text: str | bytes) -> Callable[[Files], Files]:
    """A file more, or another content of one."""
    return lambda files: {**files, name: text.encode() if isinstance(text, str) else text}


def instead(name: str, old: str, new: str) -> Callable[[Files], Files]:
    """A text for another in a file."""
    return lambda files: {**files, name: files[name].decode().replace(old, new, 1).encode()}


def without(name: str) -> Callable[[Files], Files]:
    """A file that is gone."""
    return lambda files: {key: data for key, data in files.items() if key != name}


def encoded(name: str, coding: str) -> Callable[[Files], Files]:
    """A file in another encoding."""
    return lambda files: {**files, name: files[name].decode().encode(coding)}


FOLDERS = (
    InFolder("hodet er borte", without("hode.yaml"), ""),
    InFolder("hodet er tomt", put("hode.yaml", ""), "hode.yaml"),
    InFolder("to hoder", put("hode2.yaml", HEAD), "hode2.yaml"),
    InFolder("hode i filen med tiltak", instead("b.yaml", "tiltak:", HEAD + "tiltak:"),
             "hode.yaml"),
    InFolder("kopi av en fil", put("b (kopi).yaml", f"tiltak:\n{THIRD}"), "b.yaml", "id: T003"),
    InFolder("samme nummer i to filer", instead("b.yaml", "T003", "T001"), "b.yaml", "id: T001"),
    InFolder("samme tittel i to filer", instead("b.yaml", "Kunnskapsbase", "Øvelser for beredskap"),
             "b.yaml", "tittel:"),
    InFolder("tiltaket det vises til, er borte", instead("a.yaml", SECOND, ""), "a.yaml", "T002"),
    InFolder("tiltak uten «tiltak:»", put("b.yaml", THIRD), "b.yaml"),
    InFolder("«tiltak» uten kolon", instead("b.yaml", "tiltak:", "tiltak"), "b.yaml", "tiltak"),
    InFolder("«Tiltak:» med stor bokstav", instead("b.yaml", "tiltak:", "Tiltak:"), "b.yaml"),
    InFolder("«tiltak:» to ganger", instead("a.yaml", SECOND, f"tiltak:\n{SECOND}"), "a.yaml",
             "tiltak:"),
    InFolder("en annen fil", put("notater.yaml", "navn: Notater\n"), "notater.yaml"),
    InFolder("en liste av ord", put("liste.yaml", "- ett\n- to\n"), "liste.yaml"),
    InFolder("tom fil", put("c.yaml", ""), "c.yaml"),
    InFolder("bare kommentarer", put("c.yaml", "# kommer\n"), "c.yaml"),
    InFolder("feil tegnkoding", encoded("a.yaml", "cp1252"), "a.yaml", "tittel:"),
    InFolder("UTF-16", encoded("b.yaml", "utf-16"), "b.yaml"),
    InFolder("arbeidsbok med feil navn", put("c.yaml", b"PK\x03\x04" + bytes(30)), "c.yaml"),
    InFolder("flettekonflikt", instead("b.yaml", "tiltak:", f"{CONFLICT}tiltak:"),
             "b.yaml", "<<<<<<<"),
    InFolder("strek av et annet slag", instead("b.yaml", "  - id", "  – id"), "b.yaml", "– id"),
    InFolder("viser til et tiltak som ikke finnes", instead("a.yaml", "[T002]", "[T099]"), "a.yaml",
             "T099"),
    InFolder("nummer av feil form", instead("a.yaml", "id: T002", "id: T2"), "a.yaml", "id: T2"),
    InFolder("per_dato langt unna", instead("hode.yaml", "2023-10", "2033-10"), "hode.yaml",
             "2033-10"),
    InFolder("strategien finnes ikke", instead("hode.yaml", "2021-2025", "2031-2035"), "hode.yaml",
             "strategi"),
)  # fmt: skip
