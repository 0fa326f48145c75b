"""Git itself, with the driver set up: merge, rebase, cherry-pick and stash pop."""

import os
import subprocess
from pathlib import Path

import pytest
from command import SCRIPT, tiltak
from repository import copied, git
from support import THOROUGH, register_text
from test_merge_engine import ROWS
from test_merge_text import canonical, data_of, put_together, sides_of, text_of

from tiltak_cli.sources.git_install.drivers import drivers
from tiltak_cli.sources.yaml.markers import chosen, marked_in

# Whole in the thorough run.
pytestmark = pytest.mark.hypothesis

NAME = "tiltaksoversikt.yaml"
# Every row with all of git's ways where there is time for it; else some, for each costs a start.
FEW = ROWS if THOROUGH else ROWS[::20]
# So many at a time, or one command would take minutes.
PARTS = 3
WAYS = {
    "merge": ("merge", "-q", "annen"),
    "rebase": ("rebase", "-q", "annen"),
    "cherry-pick": ("cherry-pick", "annen"),
    "stash pop": ("stash", "pop"),
}


def tried(folder: Path, *arguments: str) -> int:
    """Run git where it may fail, and give its exit code."""
    try:
        git(folder, *arguments)
    except subprocess.CalledProcessError as error:
        return error.returncode
    return 0


def repository(folder: Path, files: dict[str, tuple[str, str, str]]) -> Path:
    """A repository with a branch `annen` beside `main`, and the driver for every register."""
    git(folder, "init", "-q", "-b", "main")

    def stored(side: int) -> None:
        for name, texts in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[side], "utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "--allow-empty", "-m", "lagret")

    stored(0)
    git(folder, "checkout", "-q", "-b", "annen")
    stored(2)
    git(folder, "checkout", "-q", "main")
    stored(1)
    assert tiltak("git", "install", cwd=folder).code == 0
    return folder


def with_program(folder: Path, program: Path) -> None:
    """Let git merge by another program."""
    settings = dict(pair for driver in drivers((str(program),)) for pair in driver.settings)
    git(folder, "config", "merge.tiltak.driver", settings["merge.tiltak.driver"])


def _two_deadlines(folder: Path) -> None:
    base, ours, theirs = (
        register_text(f"- id: T001\n  frist: {year}\n") for year in (2025, 2026, 2027)
    )
    repository(folder, {NAME: (base, ours, theirs)})


def rows() -> dict[str, tuple[str, str, str]]:
    return {f"rad {n}, å/{NAME}": sides_of(row) for n, row in enumerate(FEW)}


@pytest.mark.wide
@pytest.mark.parametrize("part", range(PARTS) if THOROUGH else [0])
@pytest.mark.parametrize("way", WAYS)
def test_rows_of_the_table_by_git(tmp_path: Path, way: str, part: int) -> None:
    files = dict(list(rows().items())[part::PARTS])
    folder = repository(tmp_path, files)
    if way == "stash pop":
        # What the other branch has is not stored, but laid aside over what both come from.
        git(folder, "checkout", "-q", "--detach", "main~1")
        git(folder, "restore", "--source", "annen", ".")
        git(folder, "stash")
        git(folder, "checkout", "-q", "main")
    code = tried(folder, *WAYS[way])
    conflicts = {name for name in files if FEW[int(name.split()[1].strip(","))].conflicts}
    assert bool(code) == bool(conflicts)
    unmerged = git(folder, "diff", "--name-only", "-z", "--diff-filter=U").split("\0")
    assert {name for name in unmerged if name} == conflicts
    for name, (base, ours, theirs) in files.items():
        # A rebase has what it goes onto as ours.
        sides = (theirs, ours) if way == "rebase" else (ours, theirs)
        expected = text_of(put_together(base, *sides))
        text = (folder / name).read_text("utf-8")
        for is_theirs in (False, True):
            found, wanted = (
                "\n".join(chosen(lines, marked_in(lines), theirs=is_theirs))
                for lines in (text.split("\n"), expected.split("\n"))
            )
            assert canonical(data_of(found)) == canonical(data_of(wanted))


@pytest.mark.wide
def test_a_stash_is_put_back_over_what_others_have_changed(tmp_path: Path) -> None:
    base, ours, theirs = (
        register_text(f"- id: T001\n{lines}")
        for lines in ("  frist: 2025\n", "  frist: 2026\n", "  frist: 2025\n  forum: A\n")
    )
    folder = repository(tmp_path, {NAME: (base, base, theirs)})
    (folder / NAME).write_text(ours, "utf-8")
    git(folder, "stash")
    git(folder, "merge", "-q", "annen")
    git(folder, "stash", "pop")
    assert (folder / NAME).read_text("utf-8") == register_text(
        "- id: T001\n  frist: 2026\n  forum: A\n"
    )


@pytest.mark.wide
@pytest.mark.parametrize("size", [3, 12])
def test_markers_as_long_as_git_is_told(tmp_path: Path, size: int) -> None:
    folder = copied(_two_deadlines, tmp_path / "depot")
    with (folder / ".git" / "info" / "attributes").open("a") as attributes:
        attributes.write(f"*.yaml conflict-marker-size={size}\n")
    assert tried(folder, "merge", "-q", "annen") == 1
    lines = (folder / NAME).read_text("utf-8").split("\n")
    assert lines[6:11] == [
        "<" * size + " HEAD", "  frist: 2026", "=" * size, "  frist: 2027", ">" * size + " annen"
    ]  # fmt: skip


@pytest.mark.wide
def test_the_style_of_markers_is_as_git_is_told(tmp_path: Path) -> None:
    folder = copied(_two_deadlines, tmp_path / "depot")
    git(folder, "config", "merge.conflictStyle", "zdiff3")
    assert tried(folder, "merge", "-q", "annen") == 1
    lines = (folder / NAME).read_text("utf-8").split("\n")
    assert lines[8:10] == ["||||||| utgangspunktet", "  frist: 2025"]


# What a program may do in place of ours: none of it may lose a side.
FAILING = {
    "is not there": None,
    "crashes": "exit 1",
    "is older and knows no such command": "exit 2",
    "has an internal error": "exit 3",
    "is aborted": "exit 134",
    "is killed": "kill -9 $$",
    "is slow, and then stopped": "sleep 1; exit 143",
    "says that all is well and has done nothing": "exit 0",
    "writes half a file and stops": 'printf "tiltak:" >"$5"; exit 1',
    "empties the file": ': >"$5"; exit 0',
    "says that there are conflicts, and marks none": "echo sammen; exit 2",
}


@pytest.mark.wide
@pytest.mark.posix
@pytest.mark.parametrize("what", FAILING)
def test_a_program_that_fails_loses_no_side(tmp_path: Path, what: str) -> None:
    folder = copied(_two_deadlines, tmp_path / "depot")
    program = tmp_path / "annet program"
    if FAILING[what] is not None:
        program.write_text(f"#!/bin/sh\n{FAILING[what]}\n", "utf-8")
        program.chmod(0o755)
    with_program(folder, program)
    assert tried(folder, "merge", "-q", "annen") == 1
    text = (folder / NAME).read_text("utf-8")
    assert marked_in(text.split("\n"))
    assert "frist: 2026" in text
    assert "frist: 2027" in text
    assert not list(folder.glob("*.tiltak"))


@pytest.mark.wide
def test_a_register_that_asks_for_a_newer_version_is_left_to_git(tmp_path: Path) -> None:
    folder = copied(_two_deadlines, tmp_path / "depot")
    (folder / "tiltak.toml").write_text('required-version = ">=99"\n', "utf-8")
    assert tried(folder, "merge", "-q", "annen") == 1
    assert "<<<<<<< HEAD\n  frist: 2026\n=======" in (folder / NAME).read_text("utf-8")


@pytest.mark.wide
def test_a_side_that_holds_markers_already_is_left_to_git(tmp_path: Path) -> None:
    base = register_text("- id: T001\n  frist: 2025\n  risiko: Tiden\n")
    ours = base.replace(
        "  frist: 2025", "<<<<<<< A\n  frist: 2026\n=======\n  frist: 2027\n>>>>>>> B"
    )
    theirs = base.replace("2025", "2030")
    folder = repository(tmp_path, {NAME: (base, ours, theirs)})
    assert tried(folder, "merge", "-q", "annen") == 1
    text = (folder / NAME).read_text("utf-8")
    assert all(year in text for year in ("2026", "2027", "2030"))
    assert text.count("<<<<<<<") == 2


@pytest.mark.wide
def test_two_who_begin_a_register_each(tmp_path: Path) -> None:
    ours, theirs = (
        register_text(f"- id: {code}\n  tittel: Tiltaket {code}\n  beskrivelse: Noe om {code}.\n")
        for code in ("T001", "T002")
    )
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "tomt")
    git(tmp_path, "checkout", "-q", "-b", "annen")
    for branch, text in (("annen", theirs), ("main", ours)):
        git(tmp_path, "checkout", "-q", branch)
        (tmp_path / NAME).write_text(text, "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "begynt")
    assert tiltak("git", "install", cwd=tmp_path).code == 0
    git(tmp_path, "merge", "-q", "annen")
    assert list(data_of((tmp_path / NAME).read_text("utf-8"))) == ["T001", "T002"]


@pytest.mark.wide
def test_the_driver_runs_the_installed_program(tmp_path: Path) -> None:
    folder = repository(tmp_path, {NAME: ("", "", "")})
    assert str(SCRIPT).replace(os.sep, "/") in git(folder, "config", "merge.tiltak.driver")
    assert git(folder, "check-attr", "merge", NAME).split()[-1] == "tiltak"
    assert tiltak("git", "status", cwd=folder).code == 0
    assert tiltak("git", "uninstall", cwd=folder).code == 0
    assert tried(folder, "config", "merge.tiltak.driver") == 1
