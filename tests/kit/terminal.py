"""The installed command in a real terminal, with a person at it who answers when it waits."""

import os
import select
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from command import SCRIPT, Done, clean

CTRL_C = "\x03"
# What the command ends with when it waits for an answer.
PROMPTS = (b"> ", b": ", b"(j/n) ")
# As long as it may be silent, in seconds.
SILENCE = 120


def talk(
    *arguments: str | Path,
    cwd: Path,
    answers: Sequence[str] = (),
    out: bool = True,
    **environment: str,
) -> Done:
    """Run the command in a terminal, and give one answer each time that it waits.

    All that is shown is in `out` of what is given back. What the command writes as its result is
    shown too, or goes nowhere where `out` is not true. The test fails, with what was shown, where
    the command is silent for too long, or has done before all the answers are given.
    """
    import pty  # where there are such terminals

    ours, theirs = pty.openpty()
    shown, left = b"", list(answers)
    with subprocess.Popen(
        [SCRIPT, *arguments],
        cwd=cwd,
        env=clean({"PYTHONIOENCODING": "utf-8", "TERM": "dumb", **environment}),
        stdin=theirs,
        stdout=theirs if out else subprocess.DEVNULL,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: _controlled(theirs),  # noqa: PLW1509 - there are no threads
    ) as process:
        os.close(theirs)
        stopping = False
        while (more := _more(ours, stopping=stopping)) != b"":
            if more is None or shown.count(b"^C") > SILENCE:
                process.kill()
                pytest.fail(
                    f"silent for {SILENCE} s, with {left} to answer, after:\n{_text(shown)}"
                )
            shown += more
            if left and shown.endswith(PROMPTS):
                answer = left.pop(0)
                stopping = answer == CTRL_C
                os.write(ours, (answer if answer == CTRL_C else f"{answer}\n").encode())
    os.close(ours)
    if left:
        pytest.fail(f"done, with {left} to answer, after:\n{_text(shown)}")
    return Done(process.returncode, _text(shown), "")


def _controlled(terminal: int) -> None:
    """Make a terminal the one whose Ctrl+C reaches this process, also in tests run behind a `&`."""
    import fcntl
    import termios

    fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _more(terminal: int, *, stopping: bool) -> bytes | None:
    """What is shown next; nothing at the end, and None where that does not come.

    An interrupt that comes just as Python begins to wait for a line is seen with the next one: who
    is `stopping` it presses again, as people do.
    """
    for _ in range(SILENCE):
        if select.select([terminal], [], [], 1)[0]:
            break
        if stopping:
            os.write(terminal, CTRL_C.encode())
    else:
        return None
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed: Linux calls that an error
        return b""


def _text(shown: bytes) -> str:
    return shown.decode("utf-8", "replace").replace("\r\n", "\n")
