"""Run a command again and again, each time stopped at another step. Started by `stopping.py`.

A step is where something is written, taken away or run: before it the process sends itself a
signal. Each run is a process of its own, forked from one that has done the same before, so that it
has all that it loads.
"""

import io
import json
import os
import shutil
import signal
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

STEPS = {
    *("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "os.link"),
    *("os.symlink", "shutil.rmtree", "subprocess.Popen"),
}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def is_step(event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether what is about to happen changes anything."""
    if event != "open":
        return event in STEPS
    _, mode, flags = arguments
    return bool(flags & WRITES) if isinstance(flags, int) else bool(set(mode or "") & set("wax+"))


def run(job: dict[str, Any], folder: str, number: int, tell: int) -> None:
    """Be the command, and stop at a step; what is told says that it came so far."""
    from tiltak_cli.__main__ import main

    left = number

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if is_step(event, arguments):
            left -= 1
            if not left:
                os.write(tell, b"!")
                os.kill(os.getpid(), getattr(signal, job["signal"]))

    # What the tests themselves are run by may have told them not to heed it, as `nohup` does.
    if job["signal"] != "SIGKILL":
        signal.signal(getattr(signal, job["signal"]), signal.SIG_DFL)
    os.chdir(folder)
    for stream, name in ((1, "ut"), (2, "feil")):
        os.dup2(os.open(f"{folder}.{name}", os.O_WRONLY | os.O_CREAT), stream)
    sys.argv = ["tiltak", *job["command"]]
    sys.addaudithook(watch)
    main()


def stopped(job: dict[str, Any], number: int) -> dict[str, Any] | None:
    """Run the command in a copy of its folder, stopped at a step; None where there is none such."""
    folder = f"{job['target']}/{number}"
    shutil.copytree(job["template"], folder, symlinks=True)
    ours, theirs = os.pipe()
    child = os.fork()
    if not child:
        try:
            run(job, folder, number, theirs)
        finally:
            # Whatever comes of it, this one is not to go on as the other does.
            os._exit(99)
    os.close(theirs)
    _, status = os.waitpid(child, 0)
    fired = os.read(ours, 1)
    os.close(ours)
    if not fired:
        return None
    err = Path(f"{folder}.feil").read_text("utf-8")
    code = os.waitstatus_to_exitcode(status)
    return {"step": number, "folder": folder, "code": code, "err": err}


def all_stopped(job: dict[str, Any]) -> list[dict[str, Any]]:
    """Run the command, whole once in a folder called 0, then stopped at one step after another."""
    if job["warm"]:
        from tiltak_cli.__main__ import run as once

        scratch = f"{job['target']}/0"
        shutil.copytree(job["template"], scratch, symlinks=True)
        os.chdir(scratch)
        with redirect_stdout(io.TextIOWrapper(io.BytesIO(), "utf-8")):
            once(job["command"])
    results: list[dict[str, Any]] = []
    number = job["first"]
    while len(results) < job["most"] and (result := stopped(job, number)):
        results.append(result)
        number += job["every"]
    return results


def main() -> None:
    """Do the jobs that stand on standard input, and say what came of each on standard output."""
    sys.dont_write_bytecode = True
    json.dump([all_stopped(job) for job in json.load(sys.stdin)], sys.stdout)


if __name__ == "__main__":
    main()
