"""How far a long job has come, on one line of a terminal that somebody watches; else nothing."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tiltak_cli.cli import console

# Shorter jobs are done before anyone wonders.
MANY = 500
Tell = Callable[[float], None]


@contextmanager
def progress(what: str, size: int) -> Iterator[Tell]:
    """Tell how far a job of `size` parts has come: call what is yielded with 0 to 1.

    `what` begins a sentence: «Skriver arbeidsboken». The line is gone when the job is done, however
    it ends. Nothing is written to a file or a pipe, or for a small job.
    """
    if size <= MANY or not _watched():
        yield lambda _: None
        return
    shown = ""

    def tell(share: float) -> None:
        nonlocal shown
        line = f"{what} … {min(max(int(share * 100), 0), 100)} %"
        if line != shown:
            console.write_status(f"\r{line}")
            shown = line

    tell(0)
    try:
        yield tell
    finally:
        # Blanks go over the line in every terminal, also one that knows no codes.
        console.write_status(f"\r{' ' * len(shown)}\r")


def _watched() -> bool:
    stream = sys.stderr
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
