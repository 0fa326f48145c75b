"""What travels with the tool: schema, strategy, organisations and examples; and the tool itself."""

import os
import sys

_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def folder(name: str) -> str:
    """The folder `schema` or `examples`: inside the installed package, else beside it."""
    inside = os.path.join(_HERE, name)
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_HERE), name)


def names(name: str) -> list[str]:
    """The names of the packaged files in a folder, in order."""
    return sorted(os.listdir(folder(name)))


def read(name: str, file: str) -> bytes | None:
    """The bytes of a packaged file, or None when there is no such file."""
    try:
        with open(os.path.join(folder(name), file), "rb") as opened:
            return opened.read()
    except OSError:
        return None


def program() -> tuple[str, ...]:
    """The command line that starts this very tool: the program of one file, or Python with it."""
    if getattr(sys, "frozen", False):
        return (sys.executable,)
    # With -P nothing that lies in the folder is taken for the program.
    return (sys.executable, "-P", "-m", "tiltak_cli")
