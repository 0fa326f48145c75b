"""A real process of a command, stopped at each step of what it writes."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from support import THOROUGH

RUNNER = Path(__file__).parent / "stopping_runner.py"
SIGNALS = ("SIGKILL", "SIGTERM", "SIGHUP")


class Job(NamedTuple):
    """A command to run in copies of a folder, and where they are to be; how it is stopped.

    It is stopped at the `first` step, and then at every so many, at `most` so many times. In the
    thorough run it is stopped at every one. First it is run whole, where that is no long `warm`-up.
    """

    command: tuple[str, ...]
    template: Path
    target: Path
    signal: str = "SIGKILL"
    first: int = 1
    every: int = 1
    most: int = 1000
    warm: bool = True


class Stop(NamedTuple):
    """A run that was stopped at a step: the folder it was in, its exit code, what it said."""

    step: int
    folder: Path
    code: int
    err: str


def stopped(jobs: Iterable[Job]) -> list[list[Stop]]:
    """Do jobs in one process. The folder `0` of each is where nobody stopped it."""
    whole = {"first": 1, "every": 1, "most": 1000} if THOROUGH else {}
    asked = []
    for job in jobs:
        job.target.mkdir(parents=True)
        about = {**job._asdict(), **whole}
        asked.append({k: str(v) if isinstance(v, Path) else v for k, v in about.items()})
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "TILTAK_"))}
    done = subprocess.run(
        [sys.executable, str(RUNNER)],
        env={**clean, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        input=json.dumps(asked).encode(),
        capture_output=True,
        check=True,
        timeout=3600,
    )
    return [
        [Stop(s["step"], Path(s["folder"]), s["code"], s["err"]) for s in stops]
        for stops in json.loads(done.stdout.splitlines()[-1])
    ]


def files(folder: Path) -> dict[str, bytes]:
    """Every file in a folder but git's own, by its path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def left(folder: Path) -> list[Path]:
    """What is only there while something is being written."""
    marks = ("tiltak-utgave.json", ".tiltak-utgave.json", ".tiltak-demo")
    return [p for p in folder.rglob("*") if p.suffix == ".tmp" or p.name in marks]
