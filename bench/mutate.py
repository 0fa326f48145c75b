"""Put small faults into the code, one at a time, and see whether a test notices.

    .venv/bin/python bench/mutate.py >faults.txt

Each of the chosen places is changed in a copy of the working tree, and the tests that pass there
are run, quickest first, until one fails. Of a fault that no test notices, the place is told with
what stood there and what was put in its stead. The same seed chooses the same places, also when
other files change. Which tests pass where is found first, by running them once.
"""

import argparse
import itertools
import os
import pickle
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from multiprocessing import Queue, get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import ClassVar

from chosen_tests import Recorder, Selection, file_of, run_tests
from mutations import FOLDERS, Mutation, chosen

ROOT = Path(__file__).parent.parent
TESTS = ("changes", "diff", "edits", "edition", "foreign", "git", "history", "house", "imported",
         "merge", "past", "reading", "start", "validate",
         "workbook/test_workbook_base.py")  # fmt: skip
# Loaded once, for each run of tests is a fork of this process.
LIBRARIES = ("typer.testing", "rich.console", "rich.table", "rich.markdown", "yaml", "ruamel.yaml",
             "jsonschema", "jsonschema_rs", "openpyxl", "jinja2", "filelock",
             "markdown_it")  # fmt: skip
WORKERS = 2
# How long the quickest tests may take, then all the others, and what a run may take beyond that.
QUICK, ALL, BEYOND = 3.0, 120.0, 60.0
FEW = 20
NTH = itertools.count(1)


class Trial:
    """The tests, how long each takes, and which of them pass each line."""

    seconds: ClassVar[dict[str, float]] = {}
    passing: ClassVar[dict[str, dict[int, set[str]]]] = {}

    @classmethod
    def learn(cls, map_file: Path) -> None:
        """Take in what a run has noted."""
        tests = pickle.loads(map_file.read_bytes())  # noqa: S301 (our own)
        for test, (seconds, lines) in tests.items():
            cls.seconds[test] = seconds
            for path, line in lines:
                cls.passing.setdefault(path, {}).setdefault(line, set()).add(test)

    @classmethod
    def rounds(cls, fault: Mutation) -> list[list[str]]:
        """Give the tests that pass a place: those that are most about it, and then the others."""
        lines = cls.passing.get(fault.path, {})
        first, last = fault.lines
        passing = set[str]().union(*(lines.get(n, ()) for n in range(first, last + 1)))
        near = passing.union(*lines.values())
        tests = set(passing)
        if len(tests) < FEW:
            # What runs at import, or once for all, is not seen where it has its effect.
            tests |= cls.seconds.keys()
        # To collect tests takes time too, so the first ones are of few files.
        about = {file for file, _ in Counter(map(file_of, sorted(passing))).most_common(3)}
        rounds: list[list[str]] = [[], []]
        taken = [0.0, 0.0]
        ways = {test: (test not in passing, test not in near, cls.seconds[test]) for test in tests}
        for test in sorted(tests, key=ways.__getitem__):
            later = file_of(test) not in about or taken[0] > QUICK
            taken[later] += cls.seconds[test] + 0.003
            if taken[later] < ALL:
                rounds[later].append(test)
        return [tests for tests in rounds if tests]


def caught(tree: Path, fault: Mutation) -> bool:
    """Put a fault in, and see whether a test fails."""
    file = tree / fault.path
    source, was = file.read_bytes(), file.stat()
    try:
        file.write_bytes(fault.applied(source))
        # What is compiled is known by its time: no two faults have the same.
        os.utime(file, (was.st_atime, was.st_mtime + 10 * next(NTH)))
        for tests in Trial.rounds(fault):
            seconds = 3 * sum(Trial.seconds[test] for test in tests) + BEYOND
            if run_tests(tree, list({*map(file_of, tests)}), Selection(tests), seconds):
                return True
    finally:
        file.write_bytes(source)
        os.utime(file, (was.st_atime, was.st_mtime))
    return False


def work_off(
    tree: Path, faults: "Queue[Mutation | None]", told: "Queue[tuple[Mutation, bool]]"
) -> None:
    """Try faults in a copy of the tree as long as there are any."""
    while fault := faults.get():
        told.put((fault, caught(tree, fault)))


def main() -> None:
    """Choose the faults, try each, and tell what became of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=300, help="how many faults")
    parser.add_argument("--root", type=Path, default=ROOT, help="the working tree")
    parser.add_argument("--only", nargs="*", default=["tiltak_cli/"], help="beginnings of paths")
    parser.add_argument("--but", nargs="*", default=[], help="beginnings of paths to leave out")
    parser.add_argument(
        "--again", type=Path, help="only those that an earlier list has as survived"
    )
    parser.add_argument("--tests", nargs="*", default=[f"tests/{name}" for name in TESTS])
    parser.add_argument("--list", action="store_true", help="only list the faults")
    asked = parser.parse_args()
    faults = [
        fault
        for fault in chosen(asked.root, asked.seed, asked.count)
        if fault.path.startswith(tuple(asked.only)) and not fault.path.startswith(tuple(asked.but))
    ]
    if asked.again:
        # The lines above a place may have become more or fewer since.
        told = re.findall(r"SURVIVED  (.+?):\d+  (.+)", asked.again.read_text("utf-8"))
        faults = [fault for fault in faults if (fault.path, fault.shown) in told]
    if asked.list:
        print(*faults, sep="\n")
        return
    for library in LIBRARIES:
        import_module(library)
    with tempfile.TemporaryDirectory() as work:
        try_all(asked.root, Path(work), faults, asked.tests)


def try_all(root: Path, work: Path, faults: list[Mutation], tests: list[str]) -> None:
    """Find out which tests pass where, and try each fault."""
    trees = [work / str(n) for n in range(WORKERS)]
    git = ["git", "ls-files", "-zco", "--exclude-standard"]
    for name in subprocess.check_output(git, cwd=root, text=True).split("\0"):
        for tree in trees if (root / name).is_file() else []:
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, tree / name)
    found = [sorted((root / name).rglob("test_*.py")) or [root / name] for name in tests]
    files = [str(file.relative_to(root)) for part in found for file in part]
    context = get_context("fork")
    # Asked to run no file, pytest would run them all.
    parts = [(tree, files[n::WORKERS]) for n, tree in enumerate(trees)]
    runs = [(tree, part, tree / "map") for tree, part in parts if part]
    for recorder in started(context.Process(target=record, args=run) for run in runs):
        recorder.join()
    for *_, noted in runs:
        Trial.learn(noted)
    print(f"{len(faults)} faults, {len(Trial.seconds)} tests", flush=True)
    queue: Queue[Mutation | None] = context.Queue()
    answers: Queue[tuple[Mutation, bool]] = context.Queue()
    for fault in [*faults, *([None] * WORKERS)]:
        queue.put(fault)
    started(context.Process(target=work_off, args=(tree, queue, answers)) for tree in trees)
    tally: Counter[tuple[str, bool]] = Counter()
    for _ in faults:
        fault, was_caught = answers.get()
        print(f"{'caught' if was_caught else 'SURVIVED'}  {fault}", flush=True)
        tally[fault.folder, was_caught] += 1
    for folder in FOLDERS:
        count = tally[folder, True]
        print(f"{folder}: {count} of {count + tally[folder, False]} caught")


def started(workers: Iterable[BaseProcess]) -> list[BaseProcess]:
    """Start processes that end by themselves."""
    begun = list(workers)
    for worker in begun:
        worker.start()
    return begun


def record(tree: Path, files: list[str], out: Path) -> None:
    """Run a part of the tests once, noting where they pass."""
    run_tests(tree, files, Recorder(tree, out), 7200)


if __name__ == "__main__":
    main()
