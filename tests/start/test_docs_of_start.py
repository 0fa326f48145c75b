"""The page for who has a spreadsheet and nothing else: each command on it is run, in order."""

import re
import shlex
from pathlib import Path

import pytest
from command import ROOT, current, tiltak
from sheets import workbook
from test_docs_of_merging import by_git

PAGE = ROOT / "docs" / "kom-i-gang.md"
BLOCK = re.compile(r"```(console|yaml)\n(.*?)```", re.DOTALL)
ROW = re.compile(r"\| ?(.*?) ?\|\n")
INTO_A_FILE = " > "
MAP = "kart.yaml"


@pytest.mark.wide
def test_the_page_shows_what_one_sees(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    table = page.partition("| Nr. |")[1:]
    heading, _, *rows = ROW.findall("".join(table).partition("\n\n")[0] + "\n")
    (tmp_path / "plan.xlsx").write_bytes(workbook("\n".join(("[Plan]", heading, *rows))))

    def answered(block: re.Match[str]) -> str:
        kind, text = block.groups()
        if kind == "console":
            lines = [line for line in text.splitlines() if line.startswith("$ ")]
            text = "".join(f"{line}\n{said(line, tmp_path)}" for line in lines)
        else:
            (tmp_path / MAP).write_text(filled_in((tmp_path / MAP).read_text("utf-8"), text))
        return f"```{kind}\n{text}```"

    current(PAGE, BLOCK.sub(answered, page))
    assert tiltak("validate", "--strict", cwd=tmp_path).code == 0
    assert tiltak("format", "--check", cwd=tmp_path).code == 0
    assert tiltak("git", "status", cwd=tmp_path).code == 0
    assert (tmp_path / "side.html").stat().st_size
    assert not by_git(tmp_path, ["status", "--porcelain"])


def said(line: str, folder: Path) -> str:
    """What a command says on the page; with `>` only what does not go to the file."""
    command, _, into = line.partition(INTO_A_FILE)
    program, *arguments = shlex.split(command)[1:]
    if program == "git":
        return by_git(folder, arguments)
    done = tiltak(*arguments, cwd=folder)
    return done.err if into else done.out + done.err


def filled_in(kept: str, decided: str) -> str:
    """A file of decisions as a reader fills it in: the lines that the page shows, in their places.

    A line that is decided has taken the place of the comment on the same word.
    """
    lines = kept.splitlines()
    for line in decided.splitlines():
        name = line.strip().partition(":")[0].strip('"')
        word = re.compile(rf'\s*# "?{re.escape(name)}"?: ')
        places = [number for number, each in enumerate(lines) if word.match(each)]
        if places:
            lines[places[0]] = line
    return "".join(f"{line}\n" for line in lines)
