"""The page that tells how a spreadsheet becomes a register: each command on it is run, in order."""

import re
import shlex
from pathlib import Path

import pytest
from command import ROOT, current, tiltak
from sheets import workbook

PAGE = ROOT / "docs" / "regneark.md"
BLOCK = re.compile(r"```(console|yaml)\n(.*?)```", re.DOTALL)
ROW = re.compile(r"\| ?(.*?) ?\|\n")
INTO_A_FILE = " > "
MAP = "kart.yaml"


@pytest.mark.wide
def test_the_page_shows_what_the_tool_says(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    heading, _, *rows = ROW.findall(page)
    sheet = "\n".join(("Handlingsplan for samordning", heading, *rows))
    (tmp_path / "plan.xlsx").write_bytes(workbook(f"[Plan]\n{sheet}", ["merge A1:K1"]))

    def answered(block: re.Match[str]) -> str:
        kind, text = block.groups()
        if kind == "console":
            lines = [line for line in text.splitlines() if line.startswith("$ tiltak ")]
            text = "".join(f"{line}\n{_said(line, tmp_path)}" for line in lines)
        elif next(decisions):
            (tmp_path / MAP).write_text(text, "utf-8")
        else:
            text = (tmp_path / MAP).read_text("utf-8")
        return f"```{kind}\n{text}```"

    # The first of them is made by the tool, and the next is what a reader makes of it.
    decisions = iter((False, True))
    current(PAGE, BLOCK.sub(answered, page))
    assert tiltak("validate", "--strict", cwd=tmp_path).code == 0
    for command in (("export",), ("report", "-o", "side.html")):
        assert tiltak(*command, cwd=tmp_path).code == 0


def _said(line: str, folder: Path) -> str:
    command, _, into = line.partition(INTO_A_FILE)
    done = tiltak(*shlex.split(command)[2:], cwd=folder)
    return done.err if into else done.out + done.err
