"""How far the two daily commands walk: each way leads down, and does not come back up."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from command import NEW, OLD, ROOT, tiltak
from support import spread

PACKAGE = f"{ROOT / 'tiltak_cli'}{os.sep}"


class Walk(NamedTuple):
    """The files of ours that were walked through, and each step back into one being walked in."""

    files: set[str]
    back: list[tuple[str, str]]


@contextmanager
def walked() -> Iterator[Walk]:
    """Watch which of our files call which, for as long as it lasts."""
    walk, stack = Walk(set(), []), list[str]()

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            file = frame.f_code.co_filename
            inside = file.startswith(PACKAGE)
            before = next((name for name in reversed(stack) if name), "")
            name = file.removeprefix(PACKAGE) if inside else ""
            if name and frame.f_code.co_name != "<module>":
                walk.files.add(name)
                if name != before and name in stack:
                    walk.back.append((before, name))
            stack.append(name)
        elif event == "return" and stack:
            stack.pop()

    sys.setprofile(watch)
    try:
        yield walk
    finally:
        sys.setprofile(None)


@spread(
    ("arguments", "most", "back"),
    [
        (["validate", NEW.name], 38, 0),
        (["diff", OLD.name, NEW.name], 80, 0),
        # Git is asked for which time a deadline moves, so a history is told on the way.
        (["diff", str(OLD), str(NEW)], 92, 5),
    ],
    every=3,
    ids=["validate f", "diff a b", "diff a b in git"],
)
def test_the_way_is_short_and_leads_down(
    arguments: list[str], most: int, back: int, tmp_path: Path
) -> None:
    """Set when the way in was made one, and longer since.

    Measures get other numbers, ids have a file, what faults make unclear is told, and settings are
    asked in git. When the ways were many, `diff a b` stepped back 92 times.

    A step back is a call into a file that is being walked in already, further up.
    """
    for path in (OLD, NEW):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    tiltak(*arguments, cwd=tmp_path)
    with walked() as walk:
        tiltak(*arguments, cwd=tmp_path)
    assert len(walk.files) <= most, sorted(walk.files)
    assert len(walk.back) <= back, walk.back
