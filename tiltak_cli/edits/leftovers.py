"""What a program that was stopped while it wrote has left beside a file."""

import contextlib
import os
import re

# What a file is called until it is whole: with the number of the program that has it.
UNFINISHED = re.compile(r"\.tiltak-([0-9]+)-\w+\.tmp")
# The copy of a file that is written where it is: so much of its name, and the same number.
NAME = 60
COPY = r"\.kopi-([0-9]+)-\w+"


def unfinished_prefix() -> str:
    """How the name of a file that is not whole yet begins."""
    return f".tiltak-{os.getpid()}-"


def copy_prefix(target: str) -> str:
    """How the name of a copy of a file begins."""
    return f"{os.path.basename(target)[:NAME]}.kopi-{os.getpid()}-"


def sweep(folder: str) -> None:
    """Take away what programs that were stopped have left unfinished in a folder."""
    for path in _left(folder, UNFINISHED):
        with contextlib.suppress(OSError):
            os.unlink(path)


def copy_left(path: str) -> str:
    """A copy of a file that was left when it was written over, and is not as the file is now.

    Nothing where there is none; copies that are just as the file are taken away.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    for copy in _left(folder, re.compile(f"{re.escape(name[:NAME])}{COPY}")):
        with contextlib.suppress(OSError), open(target, "rb") as now, open(copy, "rb") as before:
            if now.read() == before.read():
                os.unlink(copy)
            else:
                return copy
    return ""


def _left(folder: str, form: re.Pattern[str]) -> list[str]:
    """The files of a form in a folder whose program no longer runs."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return []
    left = ((name, form.fullmatch(name)) for name in names)
    return [os.path.join(folder, name) for name, match in left if match and not _runs(match[1])]


def _runs(number: str) -> bool:
    """Whether a program is still at work, but for this one, which begins here."""
    # On Windows nobody can take away what another has open, and to ask is to stop it.
    if os.name == "nt" or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True
