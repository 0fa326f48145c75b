"""Workbooks and git: a revision stands for a base that is gone, and what is written is stored."""

from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from repository import git
from returned_books import REGISTER, again, all_of, bring, depot
from workbook_edits import put


def repository(folder: Path) -> None:
    git(depot(folder), "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "Start")


@pytest.mark.wide
def test_a_revision_stands_for_a_base_that_is_gone(tmp_path: Path) -> None:
    repository(tmp_path)

    def without_base(book: Workbook) -> None:
        del book["_meta"]

    change = all_of([put("Tiltak!J5", "2026-03"), without_base])
    done, _ = bring(tmp_path, change)
    assert (done.code, "Arbeidsboken har ikke det skjulte arket «_meta»" in done.err) == (2, True)
    assert done.err.endswith("kan den leses med --base og revisjonen i git.\n")
    done, lines = again(tmp_path, "--base", "HEAD", "--write")
    assert (done.code, done.err) == (0, "")
    assert lines == ["-    frist: 2025", "+    frist: 2026-03"]


@pytest.mark.wide
def test_what_is_written_can_be_stored_at_once(tmp_path: Path) -> None:
    repository(tmp_path)
    done, _ = bring(tmp_path, put("Tiltak!J5", "2026-03"), "--write", "--commit")
    assert (done.code, done.err) == (0, "")
    assert git(tmp_path, "log", "-1", "--format=%s").strip() == "Før inn endringer fra bok.xlsx"
    assert git(tmp_path, "status", "--short", "--", REGISTER) == ""
    assert tiltak("import", "bok.xlsx", "--commit", cwd=tmp_path).code == 2


@pytest.mark.wide
def test_what_others_have_written_is_not_stored_with_it(tmp_path: Path) -> None:
    change = put("Tiltak!J5", "2026-03")
    done, lines = bring(depot(tmp_path), change, "--write", "--commit")
    assert (done.code, lines) == (2, [])
    assert "Registeret ligger ikke i et git-depot. Ingenting er skrevet" in done.err
    repository(tmp_path)
    assert tiltak("set", "T002", "prioritet=lav", cwd=tmp_path).code == 0
    done, lines = again(tmp_path, "--write", "--commit")
    assert (done.code, lines) == (2, [])
    assert (
        f"tiltak: {REGISTER} har endringer som ikke er lagret i git, og --commit ville" in done.err
    )
    git(tmp_path, "commit", "--quiet", "--all", "-m", "Andres")
    done, lines = again(tmp_path, "--write", "--commit")
    assert (done.code, lines) == (0, ["-    frist: 2025", "+    frist: 2026-03"])
