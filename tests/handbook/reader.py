"""The handbook's pages, done as a reader does them: every command is run, in the page's order.

What a page shows of a command is what it says now. The rest of what a reader has and does stands
in comments, which only those who write the page see. `<!-- test: STEP -->` is one of these:

    copy EXAMPLE NAME    one of the project's own files or folders lies there
    repository           all that lies there is stored in git
    editions             the example's two editions are stored and tagged in git
    day 2024-06-15       what the clock says from here on
    run COMMAND          what is not worth showing, or what somebody else does
    sheet FILE [TITLE]   the next table is a spreadsheet, with a title above it
    write FILE           the next block is written in a file
    fill in FILE         its lines take the places of those with the same words, also in comments
    show FILE            the next block is a file as it is now
    part FILE            the next block stands in a file now
    cells FILE           the lines below, `T004 Frist = 2025`, are written in a workbook
"""

from __future__ import annotations

import contextlib
import os
import re
import shlex
import shutil
import subprocess
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from command import NEW, OLD, ROOT, SCRIPT, Done, tiltak
from openpyxl.utils import get_column_letter
from repository import QUICKLY
from returned_books import fill_in
from sheets import workbook

from tiltak_cli.cli.common import clock

# Only the pages that ask it need the database.
if TYPE_CHECKING:
    import duckdb

HANDBOOK = ROOT / "docs" / "håndbok"
PAGES = sorted(HANDBOOK.glob("*.md"))
PART = re.compile(
    r"<!-- test: (?P<step>[^\n]*?)(?:\n(?P<lines>.*?))? ?-->"
    r"|```sql\n(?P<question>.*?)```\n(?:\n(?:^\|[^\n]*\|\n)+)?"
    r"|```(?P<kind>\w+)\n(?P<text>.*?)```"
    r"|(?P<table>(?:^\|[^\n]*\|\n)+)",
    re.DOTALL | re.MULTILINE,
)
# Where what a command says goes, when it is not shown.
INTO_A_FILE = " > "
SOMEBODY = {"NAME": "Kari Nordmann", "EMAIL": "kari@example.no"}


class Reader:
    """Somebody with a folder of their own, who does what a page says from top to bottom."""

    def __init__(self, folder: Path) -> None:
        # Beside what git keeps of its user.
        self.home, self.here = folder, folder / "oversikten"
        self.here.mkdir()
        self.day = "2024-06-15"
        # What is to be done with the next block or table.
        self.next: list[str] = []
        self.database: duckdb.DuckDBPyConnection | None = None

    def follow(self, page: str) -> str:
        """The page, with what its commands say now."""
        return PART.sub(self._part, page)

    def _part(self, part: re.Match[str]) -> str:
        if part["step"]:
            self._step(part["step"], part["lines"] or "")
            return part[0]
        if part["kind"] == "console":
            commands = [line for line in part["text"].splitlines() if line.startswith("$ ")]
            shown = "".join(f"{line}\n{self.said(line[2:])}" for line in commands)
            return f"```console\n{shown}```"
        if part["question"]:
            return f"```sql\n{part['question']}```\n\n{self._asked(part['question'])}"
        wanted, self.next = self.next, []
        match wanted:
            case ["sheet", file, *title] if part["table"]:
                (self.here / file).write_bytes(_sheet(part["table"], " ".join(title)))
            case ["write", file]:
                (self.here / file).write_text(part["text"], "utf-8")
            case ["fill", "in", file]:
                text = (self.here / file).read_text("utf-8")
                (self.here / file).write_text(_filled_in(text, part["text"]), "utf-8")
            case ["show", file]:
                return f"```{part['kind']}\n{(self.here / file).read_text('utf-8')}```"
            case ["part", file]:
                assert part["text"] in (self.here / file).read_text("utf-8")
            case []:
                pass
            case _:
                raise AssertionError(wanted)
        return part[0]

    def _step(self, step: str, lines: str) -> None:
        match step.split():
            case ["copy", source, file]:
                # All of a folder, or one file.
                copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copyfile
                copy(ROOT / source, self.here / file)
            case ["repository"]:
                self._store("Registeret")
            case ["editions"]:
                for edition, name, self.day in EDITIONS:
                    shutil.copyfile(edition, self.here / "tiltaksoversikt.yaml")
                    self._store(f"Utgave {name}")
                    self._done(f"git tag -a -m {name} utgave-{name}")
            case ["day", day]:
                self.day = day
            case ["run", *_]:
                self._done(step.removeprefix("run "))
            case ["cells", file]:
                fill_in(self.here / file, lines)
            case ["sheet" | "write" | "fill" | "show" | "part", *_] as wanted:
                self.next = wanted
            case _:
                raise AssertionError(step)

    def _asked(self, question: str) -> str:
        """What DuckDB answers, as a Markdown table."""
        import duckdb

        self.database = self.database or duckdb.connect()
        with contextlib.chdir(self.here):
            result = self.database.execute(question)
            names = [column[0] for column in result.description or ()]
            rows = result.fetchall()
        assert rows, f"an empty answer shows nothing: {question}"
        lines = [names, ["---"] * len(names), *([_cell(value) for value in row] for row in rows)]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)

    def _store(self, message: str) -> None:
        for command in ("init -q", "add --all", f'commit -qm "{message}"'):
            self._done(f"git {command}")

    def _done(self, line: str) -> None:
        """Do what the page does not show, which is to succeed."""
        done = self.run(line)
        assert done.code == 0, done.err or done.out

    def said(self, line: str) -> str:
        """What a command says; with `>` only what does not go to the file."""
        command, into, file = line.partition(INTO_A_FILE)
        done = self.run(command)
        if into:
            (self.here / file).write_text(done.out, "utf-8")
        return done.err if into else _anywhere(done.out + done.err)

    def run(self, command: str) -> Done:
        """Run a command in the folder where the reader is."""
        program, *arguments = shlex.split(command)
        match program:
            case "tiltak":
                # In this process, on the reader's day.
                with patch.object(clock, "datetime", _clock(self.day)):
                    return tiltak(*arguments, cwd=self.here, **self.environment())
            case "git":
                return self._git(arguments)
            case "cd":
                self.here = (self.here / arguments[0]).resolve(strict=True)
            case "mkdir":
                (self.here / arguments[0]).mkdir()
            case _:
                raise AssertionError(command)
        return Done(0, "", "")

    def _git(self, arguments: list[str]) -> Done:
        """Git, and what it runs: everything in the order in which it is said."""
        clean = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        done = subprocess.run(
            ["git", *(word for setting in QUICKLY for word in ("-c", setting)), *arguments],
            cwd=self.here,
            env={**clean, **self.environment(), "PYTHONIOENCODING": "utf-8"},
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
        )
        return Done(done.returncode, done.stdout, "")

    def environment(self) -> dict[str, Any]:
        """Who the reader is for git, and when; no settings of who runs the tests."""
        who = {f"GIT_{role}_{key}": SOMEBODY[key] for role in ROLES for key in SOMEBODY}
        when = {f"GIT_{role}_DATE": f"{self.day}T12:00:00+02:00" for role in ROLES}
        ours = {"GIT_CONFIG_GLOBAL": str(self.home / ".gitconfig"), "GIT_CONFIG_NOSYSTEM": "1"}
        main = {"COUNT": "1", "KEY_0": "init.defaultBranch", "VALUE_0": "main"}
        config = {f"GIT_CONFIG_{key}": value for key, value in main.items()}
        return {**who, **when, **ours, **config, "LC_ALL": "C"}


EDITIONS = ((OLD, "2023-2", "2023-11-15"), (NEW, "2024-1", "2024-06-15"))
ROLES = ("AUTHOR", "COMMITTER")


def _anywhere(text: str) -> str:
    """What is said, without where the program lies on the machine that says it."""
    return text.replace(str(SCRIPT.parent), "…")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, list) else str(value)


def _clock(day: str) -> type[datetime]:
    """A clock that stands at noon on a day."""

    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Stopped:
            return cls.fromisoformat(f"{day}T12:00:00").replace(tzinfo=tz or UTC)

    return Stopped


def _sheet(table: str, title: str) -> bytes:
    """A workbook of a table on the page, with the title's cell as wide as the table."""
    heading, _, *rows = [line.removeprefix("|").removesuffix("|") for line in table.splitlines()]
    width = get_column_letter(heading.count("|") + 1)
    lines = "\n".join(("[Plan]", *filter(None, [title]), heading, *rows))
    return workbook(lines, [f"merge A1:{width}1"] if title else [])


def _filled_in(kept: str, decided: str) -> str:
    """A file as a reader changes it: each line that the page shows, where one has the same word."""
    lines = kept.splitlines()
    for line in decided.splitlines():
        name = line.strip().partition(":")[0].strip('"')
        word = re.compile(rf'\s*(# )?"?{re.escape(name)}"?:( |$)')
        places = [number for number, each in enumerate(lines) if word.match(each)]
        if places:
            lines[places[-1]] = line
    return "".join(f"{line}\n" for line in lines)
