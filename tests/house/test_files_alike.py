"""A file has the same bytes whatever terminal it was made in."""

from pathlib import Path
from typing import Any

import pytest
from command import NEW, OLD, tiltak, tiltak_process

USUAL: dict[str, Any] = {"COLUMNS": "80"}
# Each asks in many ways to be written to otherwise.
NARROW: dict[str, Any] = {
    "COLUMNS": "40",
    "LINES": "5",
    "TERM": "dumb",
    "FORCE_COLOR": "1",
    "LC_ALL": "C",
    "LANGUAGE": "en",
    "TZ": "Pacific/Kiritimati",
    "encoding": "ascii",
}
WIDE: dict[str, Any] = {
    "COLUMNS": "300",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
    "NO_COLOR": "1",
    "TTY_COMPATIBLE": "1",
    "JUPYTER_COLUMNS": "50",
    "GITHUB_ACTIONS": "true",
    "LC_ALL": "nb_NO.ISO-8859-1",
    "encoding": "cp1252",
}
REPORT = ["report", str(NEW), "--since", str(OLD)]
DIFF = ["diff", str(OLD), str(NEW)]
EXPORT = ["export", str(NEW)]
COMMANDS = {
    "report.txt": [*REPORT, "--ahead"],
    "report.md": REPORT,
    "report.json": REPORT,
    "report.html": REPORT,
    "diff.txt": DIFF,
    "diff.md": DIFF,
    "export.csv": EXPORT,
    "export.jsonl": EXPORT,
    "export.xlsx": [*EXPORT, "--for", "FIN"],
    "schema.json": ["schema"],
}


def made(path: Path, terminal: dict[str, Any]) -> bytes:
    done = tiltak(*COMMANDS[path.name], "-o", path, **terminal)
    assert (done.code, done.err) == (0, "")
    return path.read_bytes()


@pytest.mark.wide
@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_does_not_depend_on_the_terminal(tmp_path: Path, name: str) -> None:
    usual = made(tmp_path / name, USUAL)
    assert made(tmp_path / name, NARROW) == usual
    if name.endswith((".txt", ".csv")):
        assert made(tmp_path / name, WIDE) == usual


@pytest.mark.wide
def test_nor_does_it_in_a_process_of_its_own(tmp_path: Path) -> None:
    usual = made(tmp_path / "report.txt", USUAL)
    strange: dict[str, Any] = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    path = tmp_path / "annen.txt"
    done = tiltak_process(*COMMANDS["report.txt"], "-o", path, COLUMNS="30", **strange)
    assert done.code == 0
    assert path.read_bytes() == usual


@pytest.mark.wide
def test_a_terminal_that_can_little_is_filled_all_the_same() -> None:
    for columns in (60, 140):
        done = tiltak("report", NEW, COLUMNS=str(columns), TERM="dumb", FORCE_COLOR="1")
        longest = max(len(line) for line in done.out.splitlines())
        assert columns / 2 < longest
    assert longest > 100
