"""The page that tells how a register is edited: each command on it is run, one after the other."""

import re
import shlex
from pathlib import Path

import pytest
from command import NEW, ROOT, current, tiltak
from repository import commit, git

PAGE = ROOT / "docs" / "håndbok" / "endre.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
FILE = "tiltaksoversikt.yaml"


@pytest.mark.wide
def test_the_page_shows_what_the_tool_says(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {FILE: NEW.read_text("utf-8")})

    def answered(block: re.Match[str]) -> str:
        lines = [line for line in block[1].splitlines() if line.startswith("$ tiltak ")]
        said = []
        for line in lines:
            done = tiltak(*shlex.split(line)[2:], cwd=tmp_path)
            said.append(f"{line}\n{done.out}{done.err}")
        return f"```console\n{''.join(said)}```"

    current(PAGE, BLOCK.sub(answered, PAGE.read_text("utf-8")))
    assert tiltak("validate", cwd=tmp_path).code == 0
