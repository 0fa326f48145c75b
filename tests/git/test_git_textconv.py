"""What git itself shows of registers and workbooks when it is set up, and when it cannot be."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from command import DATA, MISTAKES, NEW, SCRIPT, golden, tiltak
from few import FEW_NEW, FEW_OLD, NEW_TEXT, OLD_TEXT, blocks, some
from repository import at_home, commit, copied, git
from support import FILE
from workbook_edits import exported, put, saved

from tiltak_cli.views.flat.flat import flat


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository with git set up, and a home without settings."""
    folder = tmp_path / "årets depot"
    at_home(tmp_path / "hjem", monkeypatch)
    return copied(_repo, folder)


def _repo(folder: Path) -> None:
    git(folder, "init", "--quiet")
    assert tiltak("git", "install", cwd=folder).code == 0


def hunks(diff: str) -> list[str]:
    """The headings of the hunks."""
    return re.findall(r"(?m)^@@ [^@]* @@ ?(.*)$", diff)


def changes(diff: str) -> list[str]:
    """The lines that are taken away or added."""
    return list(re.findall(r"(?m)^[-+](?![-+]{2} ).*$", diff))


def test_two_editions_of_a_few_measures(repo: Path) -> None:
    """T018 has moved to the top, and T014 and T028 are there in one edition only."""
    commit(repo, {FILE: some(OLD_TEXT, "T001", "T013", "T014", "T018")})
    commit(repo, {FILE: some(NEW_TEXT, "T018", "T001", "T013", "T028")})
    golden("git-diff.txt", git(repo, "diff", "HEAD~1", "HEAD"))


def test_a_moved_measure_with_three_edits_is_three_changed_lines(repo: Path) -> None:
    head, measures = blocks(FEW_NEW)
    edited = measures["T011"]
    for old, new in (
        ("status: igangsatt", "status: utsatt"),
        ("prioritet: middels", "prioritet: lav"),
        ("frist: 2024-05-31", "frist: 2025-Q1"),
    ):
        assert edited.count(f"    {old}\n") == 1
        edited = edited.replace(f"    {old}\n", f"    {new}\n")
    commit(repo, {FILE: head + "".join(measures.values())})
    moved = {"T011": edited, **{i: text for i, text in measures.items() if i != "T011"}}
    commit(repo, {FILE: head + "".join(moved.values())})
    raw = git(repo, "diff", "--no-textconv", "HEAD~1")
    assert len(changes(raw)) > 40
    for shown in (
        git(repo, "diff", "HEAD~1"),
        git(repo, "show", "HEAD"),
        git(repo, "log", "-p", "-1"),
    ):
        assert changes(shown) == [
            "-  T011 status: igangsatt",
            "-  T011 prioritet: middels",
            "+  T011 status: utsatt",
            "+  T011 prioritet: lav",
            "-  T011 frist: 2024-05-31",
            "+  T011 frist: 2025-Q1",
        ]
        assert set(hunks(shown)) == {"T011 Felles kunnskapsbase om oppvekst og levekår"}


def test_only_moving_and_rewrapping_is_no_change(repo: Path) -> None:
    head, measures = blocks(FEW_NEW)
    commit(repo, {FILE: head + "".join(measures.values())})
    turned = head + "".join(reversed(measures.values()))
    rewrapped = re.sub(r">-\n      (\w+) ", r">-\n      \1\n      ", turned)
    assert rewrapped != turned
    commit(repo, {FILE: rewrapped})
    assert hunks(git(repo, "diff", "HEAD~1")) == []
    assert hunks(git(repo, "diff", "--no-textconv", "HEAD~1")) != []


def test_signs_that_no_reader_sees_are_no_change() -> None:
    seen = some(NEW_TEXT, "T001", "T013").replace("samordnet", "sam\u00adordnet")
    seen = seen.replace("é", "e\u0301").replace(" og ", "\u00a0og ")
    assert seen != some(NEW_TEXT, "T001", "T013")
    assert flat(seen.encode()) == flat(some(NEW_TEXT, "T001", "T013").encode())


def test_a_changed_comment_is_seen(repo: Path) -> None:
    commit(repo, {FILE: FEW_NEW})
    commit(repo, {FILE: FEW_NEW.replace("# evaluerer forsøket", "# har evaluert")})
    shown = git(repo, "diff", "HEAD~1")
    assert changes(shown) == [
        "-  T001 utførende # evaluerer forsøket",
        "+  T001 utførende # har evaluert",
    ]


def test_a_long_text_shows_the_sentence_that_changed(repo: Path) -> None:
    commit(repo, {FILE: FEW_NEW})
    commit(repo, {FILE: FEW_NEW.replace("Fem grupper er i arbeid", "Seks grupper er i arbeid")})
    assert changes(git(repo, "log", "-p", "-1")) == [
        "-  T001 fremdrift: Fem grupper er i arbeid.",
        "+  T001 fremdrift: Seks grupper er i arbeid.",
    ]


@pytest.mark.parametrize("path", [FILE, "tiltaksoversikt/del æ/tiltak i år.yaml"])
def test_every_version_in_the_history_is_shown(repo: Path, path: str) -> None:
    commit(repo, {path: FEW_OLD})
    commit(repo, {path: FEW_NEW})
    shown = git(repo, "log", "-p", "--format=%n")
    assert "+  T013 frist: 2025-Q1" in shown
    assert "-  T013 frist: 2025-06-30" in shown
    assert "+  T013 frist: 2025-06-30" in shown
    assert git(repo, "show", "--textconv", f"HEAD~1:{path}").encode() == flat(FEW_OLD.encode())


def test_from_a_subfolder_and_after_a_renaming(repo: Path) -> None:
    commit(repo, {FILE: FEW_NEW, "under/a.txt": ""})
    (repo / "tiltaksoversikt").mkdir()
    git(repo, "mv", FILE, "tiltaksoversikt/alle tiltak.yaml")
    text = FEW_NEW.replace("frist: 2025-Q1", "frist: 2026")
    (repo / "tiltaksoversikt" / "alle tiltak.yaml").write_text(text, encoding="utf-8")
    assert "+  T013 frist: 2026" in git(repo / "under", "diff", "-M", "HEAD")


def test_faulty_yaml_is_shown_as_it_is_with_the_id_over_it(repo: Path) -> None:
    broken = FEW_NEW.replace("    frist: 2025-Q1", "    frist: 2025-Q1\n    tekst: a: b")
    commit(repo, {FILE: broken})
    commit(repo, {FILE: broken.replace("frist: 2025-Q1", "frist: 2026")})
    shown = git(repo, "diff", "HEAD~1")
    assert changes(shown) == ["-    frist: 2025-Q1", "+    frist: 2026"]
    assert hunks(shown) == ["id: T013"]
    commit(repo, {FILE: MISTAKES.read_text(encoding="utf-8")})
    assert git(repo, "show", "--textconv", f"HEAD:{FILE}").encode() == MISTAKES.read_bytes()


def test_an_edited_workbook_is_shown_by_its_cells(repo: Path) -> None:
    (repo / "møte i mai.xlsx").write_bytes(exported())
    commit(repo, {})
    (repo / "møte i mai.xlsx").write_bytes(saved(put("Tiltak!J5", "2025-H2")))
    shown = git(repo, "diff")
    assert changes(shown) == ["-  Tiltak!T001 · Frist: 2025", "+  Tiltak!T001 · Frist: 2025-H2"]
    assert hunks(shown) == ["Tiltak!T001 Forsøk med kjernegrupper"]
    (repo / "møte i mai.xlsx").write_bytes(b"PK\x03\x04 ikke mer")
    git(repo, "add", ".")
    shown = git(repo, "show", "--textconv", ":møte i mai.xlsx")
    assert shown.startswith("Arbeidsboken kan ikke leses (13 byte, SHA-256")


@pytest.fixture
def program(repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program at a place of its own, which git has been set up with, and no other way to it."""
    copy = tmp_path / "Kari's programmer" / "tiltak"
    copy.parent.mkdir()
    shutil.copy(SCRIPT, copy)
    commit(repo, {FILE: FEW_NEW})
    (repo / "møte.xlsx").write_bytes(exported())
    commit(repo, {})
    (repo / "møte.xlsx").write_bytes(exported() + b"\0")
    (repo / FILE).write_text(FEW_NEW.replace("2025-Q1", "2026"), encoding="utf-8")
    with monkeypatch.context() as patched:
        # As if it were the copy that runs.
        patched.setattr("command.SCRIPT", copy)
        assert tiltak("git", "install", cwd=repo).code == 0
    return copy


# Enough for git and its shell, but not for the program.
BARE_PATH = os.pathsep.join(("/usr/local/bin", "/usr/bin", "/bin"))


@pytest.mark.posix
def test_the_program_is_found_where_no_path_leads_to_it(repo: Path, program: Path) -> None:
    assert program.is_file()
    assert shutil.which("tiltak", path=BARE_PATH) is None
    assert "+  T013 frist: 2026" in git(repo, "diff", "--", FILE, PATH=BARE_PATH)


@pytest.mark.posix
@pytest.mark.parametrize("script", [None, "exit 3", "kill -9 $$", "exec /borte/python", "exit 127"])
def test_without_a_working_program_git_shows_the_files(
    repo: Path, program: Path, script: str | None
) -> None:
    if script is None:
        program.unlink()
    else:
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    shown = git(repo, "diff")
    assert [line.split("#")[0].rstrip() for line in changes(shown)][-2:] == [
        "-    frist: 2025-Q1",
        "+    frist: 2026",
    ]
    assert "id: T013" in hunks(shown)
    kept = git(repo, "hash-object", "møte.xlsx").strip()
    assert f"+Arbeidsboken kan ikke vises: {kept}" in shown
    if script is None:
        # And when it is there again, so are the measures: nothing has been kept.
        shutil.copy(SCRIPT, program)
        assert "+  T013 frist: 2026" in git(repo, "diff", "--", FILE)


def test_run_as_a_module_it_never_runs_what_lies_in_the_repository(repo: Path) -> None:
    command = [sys.executable, "-m", "tiltak_cli", "git", "install"]
    subprocess.run(command, cwd=repo, check=True, capture_output=True, timeout=120)
    harm = "open('skade', 'w').close()\n"
    commit(repo, {FILE: FEW_NEW, "tiltak_cli/__init__.py": harm, "tiltak_cli/__main__.py": harm})
    (repo / FILE).write_text(FEW_NEW.replace("2025-Q1", "2026"), encoding="utf-8")
    assert "+  T013 frist: 2026" in git(repo, "diff")
    assert not (repo / "skade").exists()


@pytest.mark.posix
def test_status_says_that_the_program_is_gone(repo: Path, program: Path) -> None:
    assert tiltak("git", "status", cwd=repo).code == 0
    program.unlink()
    done = tiltak("git", "status", cwd=repo)
    assert done.code == 1
    assert f"Programmet «{program}» finnes ikke lenger." in done.out


def test_looking_needs_no_name_and_leaves_nothing_behind(repo: Path) -> None:
    commit(repo, {FILE: FEW_OLD})
    commit(repo, {FILE: FEW_NEW})
    before = git(repo, "for-each-ref")
    git(repo, "-c", "user.useConfigOnly=true", "-c", "user.name=", "-c", "user.email=", "log", "-p")
    assert git(repo, "for-each-ref") == before


def test_an_editor_that_lays_versions_beside_the_file_gets_the_file(repo: Path) -> None:
    commit(repo, {FILE: FEW_NEW})
    shown = git(repo, "show", "--textconv", f"HEAD:{FILE}", VSCODE_GIT_COMMAND="show")
    assert shown == FEW_NEW


@pytest.mark.parametrize("name", ["fil", "-x.yaml", "--help", "påske i år.tmp", "a'b\"c"])
def test_both_ways_to_the_program_show_the_same(tmp_path: Path, name: str) -> None:
    """The short way that git goes, and the way through Typer."""
    if os.name == "nt" and '"' in name:
        name = "a'b"
    for source in (NEW, MISTAKES, DATA / "kommuneplan" / "tiltaksoversikt.yaml"):
        (tmp_path / name).write_bytes(source.read_bytes())
        short = tiltak("git", "textconv", "--", name, cwd=tmp_path)
        long = tiltak("git", "textconv", f"./{name}", cwd=tmp_path)
        assert short == long
        assert (short.code, short.err) == (0, "")
        assert short.out.encode() == flat(source.read_bytes())


def test_bytes_are_shown_as_they_are_whatever_the_terminal(tmp_path: Path) -> None:
    data = "tiltak: på\r\n".encode("cp1252") + b"\0\xff\n"
    (tmp_path / "a").write_bytes(data)
    for encoding in ("ascii", "cp1252", "utf-8"):
        done = subprocess.run(
            [SCRIPT, "git", "textconv", "--", "a"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONIOENCODING": encoding},
            capture_output=True,
            check=True,
            timeout=120,
        )
        assert done.stdout == data
