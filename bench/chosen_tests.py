"""Running chosen tests in a process of their own, and noting which lines each of them passes."""

import os
import pickle
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from mutations import FOLDERS

Line = tuple[str, int]
# All tests but those that need other programs.
WITHOUT = "not (libreoffice or readers or precommit or editor or browser)"


class Recorder:
    """Notes for each test that holds which lines it passes, and how long it takes."""

    def __init__(self, tree: Path, out: Path) -> None:
        self.prefix, self.out = f"{tree}/", out
        self.places = tuple(f"{tree}/tiltak_cli/{folder}/" for folder in FOLDERS)
        self.lines: set[Line] = set()
        self.prepared: dict[str, set[Line]] = {}
        self.tests: dict[str, tuple[float, set[Line]]] = {}
        self.began = 0.0

    def trace(self, frame: FrameType, _event: str, _value: object) -> Callable[..., Any] | None:
        """Follow what is called, into the folders that are tried only."""
        return self.line if frame.f_code.co_filename.startswith(self.places) else None

    def line(self, frame: FrameType, _event: str, _value: object) -> Callable[..., Any]:
        """Note a line."""
        self.lines.add((frame.f_code.co_filename.removeprefix(self.prefix), frame.f_lineno))
        return self.line

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self) -> None:
        """Begin a test."""
        self.lines = set()
        sys.settrace(self.trace)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_call(self) -> None:
        """Count from here: what is prepared for all of a file is not this test's."""
        self.began = worked()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep what a test passed, if it held."""
        file = file_of(report.nodeid)
        if report.when == "setup":
            # What is prepared once is for every test of the file.
            self.prepared[file] = self.prepared.get(file, set()) | self.lines
        elif report.when == "call" and report.passed:
            self.tests[report.nodeid] = (worked() - self.began, self.lines)

    def pytest_sessionfinish(self) -> None:
        """Hand over."""
        sys.settrace(None)
        tests = {
            test: (seconds, lines | self.prepared[file_of(test)])
            for test, (seconds, lines) in self.tests.items()
        }
        self.out.write_bytes(pickle.dumps(tests))


class Selection:
    """The tests to run, in order."""

    def __init__(self, tests: list[str]) -> None:
        self.order = {test: n for n, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out the others."""
        items[:] = sorted(
            (i for i in items if i.nodeid in self.order), key=lambda i: self.order[i.nodeid]
        )


def run_tests(tree: Path, files: list[str], plugin: object, seconds: float) -> int:
    """Run pytest in a process of its own; its exit code, or -1 when time was out."""
    child = os.fork()
    if not child:
        status = 1
        try:
            os.setsid()
            for stream in range(3):
                os.dup2(os.open(os.devnull, os.O_RDWR), stream)
            os.chdir(tree)
            os.environ["PYTHONPATH"] = str(tree)
            sys.path.insert(0, str(tree))
            options = ["-x"] if isinstance(plugin, Selection) else []
            options += ["-q", "-p", "no:cacheprovider", "--hypothesis-seed=1", "-m", WITHOUT]
            status = int(pytest.main([*options, *files], plugins=[plugin]))
        finally:
            os._exit(status)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return -1


def worked() -> float:
    """Seconds that this process and those it has started have worked: no others beside count."""
    return sum(os.times()[:4])


def file_of(test: str) -> str:
    """Give the file that a test is in."""
    return test.partition("::")[0]
