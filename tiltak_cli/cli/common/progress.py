"""How far long work has come, on one line of a terminal that somebody watches and nowhere else."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tiltak_cli.cli.common import console

# Work with fewer steps is over before anyone has read how far it is.
FEW = 50
STEP = 10
# The same of measures that are written, which takes a thousandth of a second each.
MANY = 500


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many are done and how many there are.

    It writes one line to standard error («Leser revisjon 120 av 500»), which is taken away at the
    end.
    """
    with _line() as write:

        def show(done: int, total: int) -> None:
            if total >= FEW and (done % STEP == 0 or done == total):
                write(f"{what} {done} av {total}")

        yield show


@contextmanager
def sharing(what: str, size: int) -> Iterator[Callable[[float], None]]:
    """Give a function to call with how much is done, from 0 to 1, of work with `size` parts.

    It writes one line («Skriver arbeidsboken … 40 %») as `counting` does, and none for few parts.
    """
    with _line() as write:

        def show(share: float) -> None:
            if size > MANY:
                write(f"{what} … {min(max(int(share * 100), 0), 100)} %")

        show(0)
        yield show


@contextmanager
def _line() -> Iterator[Callable[[str], None]]:
    """A line that each text is written over the last one on, and that is gone at the end."""
    stream = sys.stderr
    quiet = not console.is_terminal(stream) or os.environ.get("TERM") == "dumb"
    longest, last = 0, ""

    def write(text: str) -> None:
        nonlocal longest, last
        if not quiet and text != last:
            longest, last = max(longest, len(text)), text
            console.write_status(f"\r{text}")

    try:
        yield write
    finally:
        # Blanks go over the line in every terminal, also one that knows no codes.
        if longest:
            console.write_status(f"\r{' ' * longest}\r")
