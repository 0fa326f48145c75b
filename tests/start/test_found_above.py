"""A register is found from a folder below it; and where there is none, it is said how to begin."""

from pathlib import Path

import pytest
from command import names, tiltak
from repository import commit, git
from support import FILE, register_text, spread
from test_two_registers import COMMANDS

REGISTER = register_text("- id: T001\n")


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder two below the top of a repository with a register."""
    top = tmp_path_factory.mktemp("depot")
    git(top, "init", "--quiet")
    commit(top, {FILE: REGISTER, "notater/2024/møte.txt": "x"})
    return top / "notater" / "2024"


WRITING = ("--write-baseline", "--fix", "export", "edition")
READING = [c for c in COMMANDS if not {*WRITING}.intersection(c) and c != ["format"]]


@spread("arguments", READING, 12, ids=" ".join)
def test_from_a_folder_below_it_is_the_same_register(below: Path, arguments: list[str]) -> None:
    here = tiltak(*arguments, cwd=below)
    there = tiltak(*arguments, cwd=below.parent.parent)
    assert here.code == there.code
    assert here.out.replace("../../", "") == there.out
    assert here.err.replace("../../", "") == there.err


def test_what_is_made_of_it_lies_where_one_stands(below: Path) -> None:
    done = tiltak("export", "-o", "oversikt.csv", cwd=below)
    assert done.code == 0
    assert "oversikt.csv" in names(below)


def test_the_nearest_one_is_meant_and_none_beyond_the_repository(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(REGISTER, "utf-8")
    depot = tmp_path / "depot"
    inner = depot / "a" / "b"
    inner.mkdir(parents=True)
    git(depot, "init", "--quiet")
    assert tiltak("validate", cwd=inner).code == 2
    (depot / FILE).write_text(REGISTER, "utf-8")
    assert tiltak("validate", cwd=inner).out == f"../../{FILE}: 1 tiltak, ingen funn.\n"
    (depot / "a" / FILE).write_text(REGISTER, "utf-8")
    assert tiltak("validate", cwd=inner).out == f"../{FILE}: 1 tiltak, ingen funn.\n"


def test_outside_a_repository_only_the_folder_above_is_looked_in(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(REGISTER, "utf-8")
    (tmp_path / "a" / "b").mkdir(parents=True)
    assert tiltak("validate", cwd=tmp_path / "a").code == 0
    assert tiltak("validate", cwd=tmp_path / "a" / "b").code == 2


def test_where_there_is_none_it_is_said_how_to_begin(tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    for command in ("validate", "report", "list", "diff"):
        done = tiltak(command, cwd=tmp_path / "tom")
        assert done.code == 2
        assert "«tiltak init» begynner på et register" in done.err
        assert "«tiltak import ARK --new» gjør et regneark til ett" in done.err
        assert "«tiltak demo» lager et eksempel" in done.err


def test_in_a_folder_above_two_are_not_one_either(tmp_path: Path) -> None:
    for name in (FILE, "tiltaksoversikt/a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(REGISTER, "utf-8")
    (tmp_path / "under").mkdir()
    done = tiltak("validate", cwd=tmp_path / "under")
    assert done.code == 2
    assert "I mappen .. ligger både tiltaksoversikt.yaml og mappen tiltaksoversikt" in done.err
