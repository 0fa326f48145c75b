"""The page for two who write at once: each command on it is run, one after the other."""

import os
import re
import shlex
import subprocess
from pathlib import Path

import pytest
from command import NEW, ROOT, current, tiltak
from repository import SETTINGS, commit, git

PAGE = ROOT / "docs" / "håndbok" / "sammen.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
SHOWN = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
FILE = "tiltaksoversikt.yaml"


def by_git(folder: Path, arguments: list[str]) -> str:
    """What git, and what it runs, says on the way, whether it succeeds or not."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    done = subprocess.run(
        ["git", *SETTINGS, *arguments],
        cwd=folder,
        env={**clean, "LC_ALL": "C", "PYTHONIOENCODING": "utf-8"},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
    )
    return done.stdout


@pytest.mark.posix
@pytest.mark.wide
def test_the_page_shows_what_git_and_the_tool_say(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "-b", "main")
    commit(tmp_path, {FILE: NEW.read_text("utf-8")})
    assert tiltak("git", "install", cwd=tmp_path).code == 0

    stood: list[str] = []

    def answered(block: re.Match[str]) -> str:
        said = []
        for line in (line for line in block[1].splitlines() if line.startswith("$ ")):
            program, *arguments = shlex.split(line)[1:]
            if program == "git":
                told = by_git(tmp_path, arguments)
                stood.append((tmp_path / FILE).read_text("utf-8"))
            else:
                done = tiltak(*arguments, cwd=tmp_path)
                told = f"{done.out}{done.err}"
            said.append(f"{line}\n{told}")
        return f"```console\n{''.join(said)}```"

    current(PAGE, BLOCK.sub(answered, PAGE.read_text("utf-8")))
    (shown,) = SHOWN.findall(PAGE.read_text("utf-8"))
    assert any(shown in text for text in stood)
    assert not git(tmp_path, "status", "--porcelain")
    assert tiltak("validate", cwd=tmp_path).code == 0
