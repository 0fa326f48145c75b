"""`tiltak edition`: when a step fails, everything is put back."""

import os
from pathlib import Path

import pytest
from command import names, tiltak
from edition_repository import DAY, example_depot, hook, state
from repository import commit, git
from support import FILE

pytestmark = pytest.mark.usefixtures("same_workbook")


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return example_depot(tmp_path / "depot")


@pytest.mark.posix
@pytest.mark.parametrize(
    ("name", "script", "said"),
    [
        ("pre-commit", "echo kroken sier nei >&2; exit 1", "Kroken (hook) pre-commit i git godtok"),
        ("commit-msg", "echo kroken sier nei; exit 1", "Kroken (hook) commit-msg i git godtok"),
        (
            "pre-commit",
            f"echo '# kroken sier nei' >>{FILE}; git add {FILE}; echo kroken sier nei",
            f"Et filter eller en krok (hook) i git lagret «{FILE}» med et annet innhold.",
        ),
        (
            "pre-commit",
            "git rm -q --cached utgaver/2024-1/endringer.md; echo kroken sier nei",
            "«utgaver/2024-1/endringer.md» med et annet innhold.",
        ),
        (
            "reference-transaction",
            '[ "$1" = prepared ] && grep -q refs/tags || exit 0; echo kroken sier nei; exit 1',
            "«git tag» lot seg ikke gjøre",
        ),
    ],
    ids=["pre-commit", "commit-msg", "changes", "leaves out", "tag"],
)
def test_a_hook_that_refuses(repo: Path, name: str, script: str, said: str) -> None:
    hook(repo, name, script)
    before = state(repo)
    done = tiltak("edition", "2024-1", *DAY, "-y", cwd=repo)
    assert done.code == 2
    assert said in done.err
    assert "Alt er satt tilbake slik det var." in done.err
    assert "Traceback" not in done.err
    assert state(repo) == before
    if "exit 1" in script:
        assert "kroken sier nei" in done.err


@pytest.mark.posix
def test_a_hook_runs_with_the_users_own_settings(repo: Path) -> None:
    """It sees globs as globs, and a change in the index of just these files."""
    hook(repo, "pre-commit", 'git diff --cached --name-only -- "*.md" >../sett; env >../miljø')
    assert tiltak("edition", "2024-1", *DAY, "-y", cwd=repo).code == 0
    assert (repo.parent / "sett").read_text() == "utgaver/2024-1/endringer.md\n"
    assert "GIT_LITERAL_PATHSPECS" not in (repo.parent / "miljø").read_text()


@pytest.mark.posix
def test_what_is_staged_meanwhile_is_not_in_the_edition(repo: Path) -> None:
    (repo / "annet.txt").write_text("x")
    hook(repo, "prepare-commit-msg", "GIT_INDEX_FILE=.git/index git add annet.txt || true")
    tiltak("edition", "2024-1", *DAY, "-y", cwd=repo)
    assert "annet.txt" not in git(repo, "ls-tree", "-r", "--name-only", "HEAD")


@pytest.mark.posix
def test_another_git_at_work(repo: Path) -> None:
    (repo / ".git" / "index.lock").write_text("")
    done = tiltak("edition", "2024-1", *DAY, "-y", cwd=repo)
    assert done.code == 2
    assert "tiltak: En annen git-kommando er i gang her, for «" in done.err
    assert "index.lock» finnes." in done.err
    (repo / ".git" / "index.lock").unlink()
    assert git(repo, "status", "--porcelain") == ""
    assert names(repo) == [".git", FILE]


@pytest.mark.wide
@pytest.mark.posix
def test_a_lock_that_cannot_be_made(repo: Path) -> None:
    said = "fatal: Unable to create '.git/refs/tags/x.lock': Permission denied"
    tagged = '[ "$1" = prepared ] && grep -q refs/tags || exit 0'
    hook(repo, "reference-transaction", f'{tagged}; echo "{said}"; exit 1')
    done = tiltak("edition", "2024-1", *DAY, "-y", cwd=repo)
    assert done.code == 2
    assert "tiltak: git kan ikke lage «.git/refs/tags/x.lock». Kontroller at du" in done.err


@pytest.mark.posix
def test_a_signature_that_cannot_be_made(repo: Path) -> None:
    git(repo, "config", "tag.gpgSign", "true")
    git(repo, "config", "gpg.program", "false")
    before = state(repo)
    done = tiltak("edition", "2024-1", *DAY, "-y", cwd=repo)
    assert (done.code, "Alt er satt tilbake slik det var." in done.err) == (2, True)
    assert state(repo) == before


def test_a_file_where_the_folder_should_be(repo: Path) -> None:
    commit(repo, {"utgaver": "en fil"})
    before = state(repo)
    done = tiltak("edition", "2024-1", *DAY, "-y", cwd=repo)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert state(repo) == before


@pytest.mark.posix
def test_an_interrupt_puts_everything_back(repo: Path) -> None:
    """The signal comes while the hook runs, as Ctrl-C does, to git and to us."""
    import signal
    import subprocess
    import time

    from command import SCRIPT

    hook(repo, "pre-commit", "touch ../kjører; sleep 600")
    before = state(repo)
    process = subprocess.Popen(
        [SCRIPT, "edition", "2024-1", *DAY, "-y"],
        cwd=repo,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not (repo.parent / "kjører").exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=120)
    assert process.returncode in (2, 130)
    assert state(repo) == before
