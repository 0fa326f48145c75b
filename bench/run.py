"""Measure whole processes against a bare interpreter and against peers, interleaved in one run.

    python bench/run.py [--rounds 15] [--sizes 50,300,3000]

Prints medians and ratios. The machine's speed drifts, so only ratios within one run mean anything.
Peers (check-jsonschema, yamllint) take part where they are installed beside this interpreter, as
`pip install --editable ".[bench]"` does.
"""

import argparse
import compileall
import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import generate
import generate_history
from yaml._yaml import CParser

import tiltak_cli
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.sources.packaged import folder
from tiltak_cli.sources.yaml.careful import read_with_places

Commands = dict[str, list[str]]
# Stands for the number of the round in a command.
ROUND = "{round}"
PEERS = ("check-jsonschema", "yamllint")


def commands(sizes: list[int], work: Path) -> Commands:
    """Every command by its name, with the files it needs written to a folder."""
    scripts = Path(sys.executable).parent
    tiltak = str(scripts / "tiltak")
    found: Commands = {
        "bare python": [sys.executable, "-c", "pass"],
        "tiltak --version": [tiltak, "--version"],
        "tiltak explain": [tiltak, "explain"],
        "tiltak schema": [tiltak, "schema"],
    }
    schema = Path(folder("schema")) / "tiltak.schema.json"
    for size in sizes:
        path, later = work / f"{size}.yaml", work / f"{size}-later.yaml"
        path.write_text(generate.register(size), encoding="utf-8")
        later.write_text(generate.register(size, later=True), encoding="utf-8")
        found[f"tiltak validate {size}"] = [tiltak, "validate", str(path)]
        # One side is the next edition, and the other has a few fields of its own.
        ours = work / f"{size}-ours.yaml"
        text = generate.register(size).replace("kontakt: Avdeling", "kontakt: Seksjon", 30)
        ours.write_text(text, encoding="utf-8")
        sides = [str(path), str(ours), str(later), "-o", str(work / f"{size}-merged.yaml")]
        found[f"tiltak merge {size}"] = [tiltak, "merge", *sides]
        if size <= 300:  # noqa: PLR2004 - beyond daily use only reading and checking are compared
            book = str(work / f"{size}.xlsx")
            usual = work / f"{size}-usual.yaml"
            usual.write_text(canonical(usual.name, generate.register(size)), encoding="utf-8")
            found[f"tiltak validate --quiet {size}"] = [tiltak, "validate", "--quiet", str(path)]
            found[f"tiltak format --check {size}"] = [tiltak, "format", "--check", str(usual)]
            edited = work / f"{size}-edited.yaml"
            edited.write_text(generate.register(size), encoding="utf-8")
            # Another value each time, or nothing would be written.
            asked = ["set", "T025", f"kontakt=Seksjon {ROUND}", str(edited)]
            found[f"tiltak set {size}"] = [tiltak, *asked]
            found[f"tiltak list {size}"] = [tiltak, "list", str(path)]
            found[f"tiltak report {size}"] = [tiltak, "report", str(path)]
            found[f"tiltak diff {size}"] = [tiltak, "diff", str(path), str(later)]
            found[f"tiltak export {size}"] = [tiltak, "export", str(path), "-o", book]
        peer = scripts / "check-jsonschema"
        if peer.exists():
            found[f"check-jsonschema {size}"] = [str(peer), "--schemafile", str(schema), str(path)]
        peer = scripts / "yamllint"
        if peer.exists():
            found[f"yamllint {size}"] = [str(peer), "-d", "relaxed", str(path)]
    return found


def history(work: Path) -> Commands:
    """The history of the register in daily use: 500 revisions of 300 measures."""
    generate_history.write(work / "depot")
    tiltak = str(Path(sys.executable).parent / "tiltak")
    path = str(work / "depot" / generate_history.NAME)
    return {"tiltak history 500 × 300": [tiltak, "history", path]}


class Cost(NamedTuple):
    """What a whole process took: seconds, and the most memory at once in MiB.

    The memory is never less than this script had when it started the process.
    """

    seconds: float
    memory: float


def once(command: list[str]) -> Cost:
    """Run a whole process; it must succeed."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = process.stdout.read() if process.stdout else b""
    # The system's own account of this one process, where it keeps one.
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{output.decode()}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def whole_processes(sizes: list[int], rounds: int) -> None:
    """Time every command in turn, round by round, and print medians and ratios."""
    with tempfile.TemporaryDirectory() as folder_name:
        table = {**commands(sizes, Path(folder_name)), **history(Path(folder_name))}
        times: dict[str, list[float]] = {name: [] for name in table}
        memory = dict.fromkeys(table, 0.0)
        for number in range(rounds + 1):
            for name, command in table.items():
                cost = once([part.replace(ROUND, str(number)) for part in command])
                memory[name] = max(memory[name], cost.memory)
                if number:
                    times[name].append(cost.seconds)
    bare = times["bare python"]
    print(f"{'command':28} {'median':>9} {'× bare':>8} {'MiB':>6} {'× ours':>8}")
    for name, took in times.items():
        ratio = statistics.median(a / b for a, b in zip(took, bare, strict=True))
        peer, _, size = name.rpartition(" ")
        ours = times.get(f"tiltak validate {size}")
        beside = ""
        if peer in PEERS and ours:
            times_ours = statistics.median(a / b for a, b in zip(took, ours, strict=True))
            beside = f"{times_ours:8.1f}"
        median = statistics.median(took) * 1000
        print(f"{name:28} {median:6.0f} ms {ratio:8.1f} {memory[name]:6.0f} {beside}")
    print()
    for number in sizes:
        merged, plain = times[f"tiltak merge {number}"], times[f"tiltak validate {number}"]
        ratio = statistics.median(a / b for a, b in zip(merged, plain, strict=True))
        print(f"merge {number} / validate them: {ratio:.2f}")
        option = times.get(f"tiltak validate --quiet {number}")
        if option:
            plain = times[f"tiltak validate {number}"]
            ratio = statistics.median(a / b for a, b in zip(option, plain, strict=True))
            print(f"validate {number} with an option / without: {ratio:.2f}")
            edited = times[f"tiltak set {number}"]
            ratio = statistics.median(a / b for a, b in zip(edited, plain, strict=True))
            print(f"set one field in {number} / validate them: {ratio:.2f}")


def reading(size: int = 3000, rounds: int = 7) -> None:
    """Time reading with every place against libyaml's bare scan of events."""
    text = generate.register(size)
    megabytes = len(text.encode()) / 1e6
    ours, bare = [], []
    gc.disable()  # as the command does
    for _ in range(rounds):
        start = time.perf_counter()
        read_with_places("register.yaml", text)
        middle = time.perf_counter()
        parser = CParser(text)
        while parser.get_event() is not None:
            pass
        ours.append(middle - start)
        bare.append(time.perf_counter() - middle)
    ratio = statistics.median(a / b for a, b in zip(ours, bare, strict=True))
    speed = megabytes / statistics.median(ours)
    print(f"\nreading {megabytes:.1f} MB: {speed:.1f} MB/s, {ratio:.1f} × libyaml's bare scan")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--sizes", default="50,300,3000")
    arguments = parser.parse_args()
    # As pip does when it installs: what is measured is not the compiler.
    compileall.compile_dir(Path(tiltak_cli.__file__).parent, quiet=1)
    whole_processes([int(size) for size in arguments.sizes.split(",")], arguments.rounds)
    reading()


if __name__ == "__main__":
    main()
