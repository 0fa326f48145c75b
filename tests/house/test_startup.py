"""What a command loads is what its start-up time is made of."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from repository import commit, git
from support import spread

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "tiltaksoversikt-2024-1.yaml"
HEAVY = {
    *("rich", "jsonschema", "openpyxl", "ruamel", "jinja2", "pyarrow"),
    *("typer", "pathlib", "dataclasses"),
}
TYPER = {"typer", "pathlib", "dataclasses"}
UTF8 = {**os.environ, "PYTHONIOENCODING": "utf-8"}
SCRIPT = """
import json, os, sys
before = set(sys.modules)
os._exit = sys.exit
sys.argv = ["tiltak", *json.loads(sys.argv[1])]
from tiltak_cli.__main__ import main
try:
    main()
except SystemExit as stop:
    assert not stop.code, stop.code
print(json.dumps(sorted(set(sys.modules) - before)))
"""


@cache
def loaded(*arguments: str) -> frozenset[str]:
    """Every module that a command line loads in a fresh interpreter."""
    command = [sys.executable, "-c", SCRIPT, json.dumps(arguments)]
    done = subprocess.run(
        command, capture_output=True, check=True, encoding="utf-8", env=UTF8, timeout=120
    )
    return frozenset(json.loads(done.stdout.splitlines()[-1]))


@spread(
    ("arguments", "allowed"),
    [
        (["--version"], set()),
        (["validate", str(EXAMPLE)], set()),
        (["diff", str(EXAMPLE), str(EXAMPLE)], set()),
        (["git", "textconv", "--", str(EXAMPLE)], set()),
        (["set", "T003", "prioritet=middels", str(EXAMPLE)], set()),
        (["set", "T003", "prioritet=lav", "--diff", str(EXAMPLE)], TYPER),
        (["validate", "--as-of", "2024-06-15", str(EXAMPLE)], {"typer", "pathlib", "dataclasses"}),
        (["list", "--format", "json", str(EXAMPLE)], {"typer", "pathlib", "dataclasses"}),
        (
            ["diff", "--format", "text", str(EXAMPLE), str(EXAMPLE)],
            {"typer", "pathlib", "dataclasses"},
        ),
        (["report", "--format", "json", str(EXAMPLE)], {"typer", "pathlib", "dataclasses"}),
        (["report", "--format", "markdown", str(EXAMPLE)], {"typer", "pathlib", "dataclasses"}),
        *(
            (
                ["export", "--output", "-", "--format", form, str(EXAMPLE)],
                {"typer", "pathlib", "dataclasses"},
            )
            for form in ("csv", "json", "jsonl")
        ),
    ],
    every=14,
    ids=lambda value: " ".join(value[:-1]) if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_needs(arguments: list[str], allowed: set[str]) -> None:
    assert not (loaded(*arguments) & HEAVY) - allowed


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
    assert not (loaded(*command) & HEAVY) - {"typer", "pathlib", "dataclasses"}


def test_the_version_needs_nothing_of_ours_but_the_console() -> None:
    assert "yaml" not in loaded("--version")
    assert "jsonschema_rs" not in loaded("--version")
