"""The first thing that a new user runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command import names, tiltak, tiltak_process

from tiltak_cli.sources import packaged


def test_the_whole_job_in_a_new_folder(tmp_path: Path) -> None:
    done = tiltak_process("demo", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    for said in (
        "Laget mappen tiltak-demo. Der ligger to utgaver av et eksempelregister i git.",
        "1. Kontrollerer registeret:  tiltak validate tiltaksoversikt.yaml",
        "tiltaksoversikt.yaml: 28 tiltak, ingen funn.",
        "Dette bør ledelsen se på",
        "3. Viser hva som er endret siden forrige utgave:  tiltak diff\n",
        "53 endringer i 21 tiltak",
        "tiltak export tiltaksoversikt.yaml -o tiltaksoversikt.xlsx --since 2023-2",
        "Skrev tiltaksoversikt.xlsx: 28 tiltak.",
        "tiltak-demo/tiltaksoversikt.xlsx  arbeidsboken til møtet".replace("/", os.sep),
    ):
        assert said in done.out
    folder = tmp_path / "tiltak-demo"
    log = subprocess.run(
        ["git", "log", "--format=%s %as"],
        cwd=folder,
        capture_output=True,
        check=True,
        text=True,
        timeout=120,
    ).stdout
    assert log.splitlines() == ["Utgave 2024-1 2024-06-15", "Utgave 2023-2 2023-11-15"]
    assert "$schema=tiltak.schema.json" in (folder / "tiltaksoversikt.yaml").read_text("utf-8")
    assert (folder / "tiltak.schema.json").is_file()
    assert "53 endringer i 21 tiltak" in tiltak("diff", cwd=folder).out
    listed = tiltak("editions", cwd=folder).out.splitlines()[2:4]
    assert [line.split()[:4] for line in listed] == [
        ["2024-1", "15.06.2024", "15.06.2024", "28"],
        ["2023-2", "15.11.2023", "15.11.2023", "26"],
    ]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "tiltak-demo").mkdir()
    (tmp_path / "tiltak-demo" / "viktig.txt").write_text("viktig")
    done = tiltak("demo", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "«tiltak-demo» finnes fra før og blir ikke endret." in done.err
    assert names(tmp_path / "tiltak-demo") == ["viktig.txt"]


def test_without_git_there_are_two_files(tmp_path: Path) -> None:
    done = tiltak("demo", "mitt eksempel", cwd=tmp_path, PATH=os.devnull)
    assert (done.code, done.err) == (0, "")
    assert "Der ligger to utgaver av et eksempelregister." in done.out
    assert names(tmp_path / "mitt eksempel") == [
        "tiltak.schema.json",
        "tiltaksoversikt-2023-2.yaml",
        "tiltaksoversikt.xlsx",
        "tiltaksoversikt.yaml",
    ]


def test_where_no_folder_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    done = tiltak("demo", "fil/mappe", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("tiltak: Kan ikke lage mappen «fil/mappe»")


def test_the_program_of_one_file_calls_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert packaged.program() == (sys.executable, "-P", "-m", "tiltak_cli")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/verktøy/tiltak")
    assert packaged.program() == ("/opt/verktøy/tiltak",)
