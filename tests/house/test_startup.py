"""What a command loads is what its start-up time is made of."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from repository import commit, git

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "tiltaksoversikt-2024-1.yaml"
HEAVY = {
    *("rich", "jsonschema", "openpyxl", "ruamel", "jinja2", "pyarrow"),
    *("typer", "pathlib", "dataclasses"),
}
TYPER = {"typer", "pathlib", "dataclasses"}
FORMS = ("csv", "json", "jsonl")
UTF8 = {**os.environ, "PYTHONIOENCODING": "utf-8"}
SCRIPT = """
import json, os, sys
before, loaded = set(sys.modules), []
os._exit = sys.exit
lines = json.loads(sys.argv[1])
from tiltak_cli.__main__ import main
for arguments in lines:
    sys.argv = ["tiltak", *arguments]
    try:
        main()
    except SystemExit as stop:
        assert not stop.code, stop.code
    loaded.append(sorted(set(sys.modules) - before))
print(json.dumps(loaded))
"""


@cache
def loaded_after(*lines: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """Every module that a fresh interpreter has after each of some command lines."""
    command = [sys.executable, "-c", SCRIPT, json.dumps(lines)]
    done = subprocess.run(
        command, capture_output=True, check=True, encoding="utf-8", env=UTF8, timeout=120
    )
    return tuple(map(frozenset, json.loads(done.stdout.splitlines()[-1])))


def loaded(*arguments: str) -> frozenset[str]:
    """Every module that a command line loads in a fresh interpreter."""
    return loaded_after(arguments)[0]


# What hooks and git run, and what is typed most, loads no library.
OFTEN = (
    ("--version",),
    ("validate", str(EXAMPLE)),
    ("diff", str(EXAMPLE), str(EXAMPLE)),
    ("git", "textconv", "--", str(EXAMPLE)),
    ("set", "T003", "prioritet=middels", str(EXAMPLE)),
)
WITH_OPTIONS = (
    ("set", "T003", "prioritet=lav", "--diff", str(EXAMPLE)),
    ("validate", "--as-of", "2024-06-15", str(EXAMPLE)),
    ("list", "--format", "json", str(EXAMPLE)),
    ("diff", "--format", "text", str(EXAMPLE), str(EXAMPLE)),
    ("report", "--format", "json", str(EXAMPLE)),
    ("report", "--format", "markdown", str(EXAMPLE)),
    *(("export", "--output", "-", "--format", form, str(EXAMPLE)) for form in FORMS),
)


@pytest.mark.parametrize(("lines", "allowed"), [(OFTEN, set()), (WITH_OPTIONS, TYPER)])
def test_a_command_loads_only_what_it_needs(
    lines: tuple[tuple[str, ...], ...], allowed: set[str]
) -> None:
    for line, modules in zip(lines, loaded_after(*lines), strict=True):
        assert not (modules & HEAVY) - allowed, line


@pytest.mark.wide
@pytest.mark.parametrize(
    "arguments", [["validate", str(EXAMPLE)], ["diff", str(EXAMPLE), str(EXAMPLE)]]
)
def test_files_alone_need_no_git(arguments: list[str]) -> None:
    assert "subprocess" not in loaded(*arguments)


def test_a_history_for_programs_draws_nothing(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {EXAMPLE.name: EXAMPLE.read_text("utf-8")})
    command = ("history", "--format", "json", str(tmp_path / EXAMPLE.name))
    assert not (loaded(*command) & HEAVY) - TYPER


def test_the_version_needs_nothing_of_ours_but_the_console() -> None:
    assert "yaml" not in loaded("--version")
    assert "jsonschema_rs" not in loaded("--version")
