"""Write a register's history in git: the same commits every time for the same arguments.

    python bench/generate_history.py depot --revisions 500 --size 300

Each commit is a day after the one before, and touches a few measures: a deadline is moved, a status
changes, a text says something new, or the date of the last review does.
"""

import argparse
import random
import re
import subprocess
import sys
from pathlib import Path

import generate

NAME = "tiltaksoversikt.yaml"
AUTHORS = ("Kari Nordmann", "Ola Hansen", "Áile Sara", "Bjørn Ås")
FIRST_DAY = 1609498800  # 1 January 2021 at noon in Norway
DAY = 86400
TOUCHED = 3


def edited(text: str, rng: random.Random) -> str:
    """A measure's text after an edit."""
    text = re.sub(r"oppdatert: \S+", f"oppdatert: 2024-05-{rng.randint(1, 28):02d}", text)
    match rng.randrange(4):
        case 0:
            deadline = f"frist: 202{rng.randint(4, 9)}-{rng.randint(1, 12):02d}\n"
            return re.sub(r"frist: 202\d-\d\d\n", deadline, text, count=1)
        case 1:
            status = rng.choice(("vedtatt", "igangsatt", "foreslått"))
            return re.sub(r"status: \S+", f"status: {status}", text)
        case 2:
            news = rng.choice(generate.SENTENCES)
            return re.sub(r"fremdrift: >-\n", f"fremdrift: >-\n      {news}\n", text)
        case _:
            return text


def write(folder: Path, revisions: int = 500, size: int = 300) -> None:
    """Make a repository in a folder that is not there yet, and check the register out."""
    subprocess.run(["git", "init", "--quiet", folder], check=True)
    rng = random.Random(revisions)  # noqa: S311 - the same commits every time, not a secret
    measures = [generate.measure(n, later=False) for n in range(1, size + 1)]
    head = generate.HEAD.format(edition="2024-1", as_of="2024-06-15") + "tiltak:\n"
    stream = subprocess.Popen(
        ["git", "-C", folder, "fast-import", "--quiet"], stdin=subprocess.PIPE
    )
    assert stream.stdin  # noqa: S101 - it was started with a pipe
    with stream.stdin as out:
        for number in range(revisions):
            for position in rng.sample(range(size), TOUCHED) if number else ():
                measures[position] = edited(measures[position], rng)
            author = f"{rng.choice(AUTHORS)} <post@example.invalid>"
            when = f"{FIRST_DAY + number * DAY} +0100"
            data = (head + "".join(measures)).encode()
            out.write(
                f"commit HEAD\nauthor {author} {when}\ncommitter {author} {when}\n"
                f"data <<.\nRevisjon {number + 1}\n.\nM 100644 inline {NAME}\n"
                f"data {len(data)}\n".encode()
            )
            out.write(data + b"\n")
    if stream.wait():
        sys.exit("git fast-import failed")
    subprocess.run(["git", "-C", folder, "reset", "--quiet", "--hard"], check=True)


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--revisions", type=int, default=500)
    parser.add_argument("--size", type=int, default=300)
    arguments = parser.parse_args()
    write(arguments.folder, arguments.revisions, arguments.size)


if __name__ == "__main__":
    main()
