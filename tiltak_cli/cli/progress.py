"""How far long work has come, on a terminal and nowhere else."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

# Work with fewer steps is over before anyone has read how far it is.
FEW = 50
STEP = 10


@contextmanager
def counting(what: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function to call with how many are done and how many there are.

    It writes one line to standard error («Leser revisjon 120 av 500»), which is taken away at the
    end.
    """
    stream = sys.stderr
    quiet = stream is None or not stream.isatty() or os.environ.get("TERM") == "dumb"
    longest = 0

    def show(done: int, total: int) -> None:
        nonlocal longest
        if quiet or total < FEW or (done % STEP and done != total):
            return
        text = f"{what} {done} av {total}"
        longest = max(longest, len(text))
        stream.write(f"\r{text}")
        stream.flush()

    try:
        yield show
    finally:
        if longest:
            stream.write(f"\r{' ' * longest}\r")
            stream.flush()
