"""`tiltak edition` that is stopped on the way: put back, or taken up or undone the next time."""

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from command import SCRIPT, tiltak
from edition_repository import DAY, DOCUMENTS, depot, hook, state
from repository import copied, git
from stopping import Job, Stop, files, left, stopped
from support import FILE, THOROUGH, register_text

pytestmark = [pytest.mark.posix, pytest.mark.hypothesis, pytest.mark.usefixtures("same_workbook")]
MAKE = ("edition", "2024-1", *DAY, "-y")
PUT_BACK = "Avbrutt. Alt er satt tilbake slik det var."
FEW = register_text("- id: T001\n  tittel: Felles mal for utredninger\n")
Ways = dict[str, tuple[Path, Path, list[Stop]]]


def few(folder: Path) -> Path:
    return copied(_few, folder)


def _few(folder: Path) -> None:
    depot(folder, {FILE: FEW})


@pytest.fixture(scope="module")
def ways(tmp_path_factory: pytest.TempPathFactory) -> Ways:
    """Editions stopped at their steps: before and after, and each folder as it was left."""
    folder = tmp_path_factory.mktemp("utgave")
    stored = few(folder / "depot")
    plain = folder / "uten git"
    plain.mkdir()
    (plain / FILE).write_text(FEW, "utf-8")
    jobs = {
        "killed": Job(MAKE, stored, folder / "killed", first=84, every=16),
        "ended": Job(
            MAKE, stored, folder / "ended", signal="SIGTERM", first=90, most=1, warm=False
        ),
        "no git": Job((*MAKE, "--no-commit"), plain, folder / "plain", first=31, most=1),
    }
    if THOROUGH:
        jobs["hung up"] = jobs["ended"]._replace(signal="SIGHUP", target=folder / "hup")
    whole = {stored: folder / "killed" / "0", plain: folder / "plain" / "0"}
    return {
        key: (job.template, whole[job.template], stops)
        for (key, job), stops in zip(jobs.items(), stopped(jobs.values()), strict=True)
    }


def made(folder: Path) -> object:
    """All that an edition is: files, what is stored and where the tag is, and nothing besides."""
    if not (folder / ".git").exists():
        return files(folder)
    names = ("HEAD^{tree}", "HEAD~1", "utgave-2024-1^{tree}")
    where = git(folder, "rev-parse", *names) if git(folder, "tag") else ""
    return files(folder), where, git(folder, "status", "--porcelain")


@pytest.mark.wide
@pytest.mark.parametrize("key", ["killed", "no git"])
def test_what_was_killed_is_taken_up_or_undone(ways: Ways, tmp_path: Path, key: str) -> None:
    template, whole, stops = ways[key]
    again = (*MAKE, "--no-commit") if key == "no git" else MAKE
    begun = 0
    for stop in stops:
        done = tiltak(*again, cwd=stop.folder)
        if "ble avbrutt før den var ferdig" in done.err:
            begun += 1
            assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
            if key == "killed":
                assert tiltak("editions", cwd=stop.folder).err == done.err
            words = [["edition", "2024-1", each] for each in ("--continue", "--undo")]
            assert re.findall("«tiltak ([^»]+)»", done.err) == [" ".join(each) for each in words]
            copy = tmp_path / str(stop.step)
            shutil.copytree(stop.folder, copy)
            undone = tiltak(*words[1], cwd=copy)
            assert undone.out == "Utgave 2024-1 er angret. Alt er slik det var.\n"
            assert files(copy) == files(template)
            assert key == "no git" or state(copy) == state(template)
            assert left(copy) == []
            assert tiltak(*words[0], "-y", cwd=stop.folder).code == 0
        assert made(stop.folder) == made(whole), stop.step
        assert left(stop.folder) == []
    assert begun


@pytest.mark.wide
@pytest.mark.parametrize("key", ["ended", "hung up"] if THOROUGH else ["ended"])
def test_a_signal_that_asks_it_to_end_puts_everything_back(ways: Ways, key: str) -> None:
    template, whole, stops = ways[key]
    for stop in stops:
        assert stop.code == 130
        assert left(stop.folder) == []
        if made(stop.folder) != made(whole):
            assert state(stop.folder) == state(template), stop.step
            assert THOROUGH or PUT_BACK in stop.err


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return few(tmp_path / "depot")


def at_the_hook(folder: Path, number: int, seconds: str = "600") -> "subprocess.Popen[bytes]":
    """An edition that gets a signal while git runs a hook; git itself does not get it."""
    hook(folder, "pre-commit", f"touch ../kjører; sleep {seconds}")
    process = subprocess.Popen(
        [SCRIPT, *MAKE],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # What the tests are run by may have told them not to heed it, as a shell's `&` does.
        preexec_fn=lambda: number != signal.SIGKILL and signal.signal(number, signal.SIG_DFL),  # noqa: PLW1509 - there are no threads
    )
    while not (folder.parent / "kjører").exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.kill(process.pid, number)
    return process


@pytest.mark.wide
@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT][: 3 if THOROUGH else 1]
)
def test_git_is_ended_too_and_leaves_no_lock(repo: Path, number: int) -> None:
    before = state(repo)
    process = at_the_hook(repo, number, "20")
    _, err = process.communicate(timeout=120)
    assert (process.returncode, PUT_BACK in err.decode()) == (130, True)
    (repo / ".git" / "hooks" / "pre-commit").unlink()
    assert state(repo) == before
    assert not list((repo / ".git").glob("*.lock"))
    assert tiltak(*MAKE, cwd=repo).code == 0


@pytest.fixture
def untagged(tmp_path: Path) -> Path:
    """One that was killed while git stored it, so that only the tag is missing."""
    return copied(_untagged, tmp_path / "depot")


def _untagged(folder: Path) -> None:
    repo = few(folder / "depot")
    at_the_hook(repo, signal.SIGKILL, "0.2").communicate(timeout=120)
    # What git runs has not been stopped.
    for _ in range(6000):
        if git(repo, "rev-list", "--count", "HEAD") == "2\n":
            break
        time.sleep(0.02)
    (repo / ".git" / "hooks" / "pre-commit").unlink()
    assert git(repo, "tag") == ""
    for path in repo.iterdir():
        path.rename(folder / path.name)
    repo.rmdir()
    (folder / "kjører").unlink()


@pytest.mark.wide
def test_an_edition_without_its_tag(untagged: Path) -> None:
    done = tiltak("edition", "2024-1", "--continue", cwd=untagged)
    assert (done.code, done.out) == (
        0,
        "Utgave 2024-1 er ferdig: den er nå merket utgave-2024-1.\n",
    )
    assert git(untagged, "cat-file", "-t", "utgave-2024-1") == "tag\n"
    assert tiltak("editions", cwd=untagged).err == ""


@pytest.mark.wide
def test_what_has_come_after_is_not_undone(untagged: Path) -> None:
    (untagged / FILE).write_text(f"{(untagged / FILE).read_text('utf-8')}# Mer.\n", "utf-8")
    done = tiltak("edition", "2024-1", "--undo", cwd=untagged)
    assert (done.code, f"«{FILE}» er endret siden utgave 2024-1" in done.err) == (2, True)
    git(untagged, "commit", "-qam", "Mer")
    done = tiltak("edition", "2024-1", "--undo", cwd=untagged)
    assert (done.code, "Det er lagret mer i git etter utgave 2024-1" in done.err) == (2, True)
    assert tiltak("edition", "2024-1", "--continue", cwd=untagged).code == 0
    assert git(untagged, "rev-parse", "utgave-2024-1^{}") == git(untagged, "rev-parse", "HEAD~1")


@pytest.mark.wide
def test_what_somebody_has_stored_since_is_theirs(repo: Path) -> None:
    """Written and not stored; then the register is changed, and that is stored."""
    at_the_hook(repo, signal.SIGKILL, "0.2; exit 1").communicate(timeout=120)
    while list((repo / ".git").glob("*.lock")):
        time.sleep(0.02)
    (repo / ".git" / "hooks" / "pre-commit").unlink()
    assert "ble avbrutt før den var ferdig" in tiltak(*MAKE, cwd=repo).err
    git(repo, "reset", "-q")
    text = f"{(repo / FILE).read_text('utf-8')}# Vårt.\n"
    (repo / FILE).write_text(text, "utf-8")
    done = tiltak("edition", "2024-1", "--undo", cwd=repo)
    assert (done.code, f"«{FILE}» er endret siden utgave 2024-1" in done.err) == (2, True)
    git(repo, "commit", "-qm", "Vårt", FILE)
    assert tiltak("edition", "2024-1", "--undo", cwd=repo).code == 0
    assert ((repo / FILE).read_text("utf-8"), git(repo, "status", "--porcelain")) == (text, "")


@pytest.mark.wide
def test_a_lock_that_git_left(untagged: Path) -> None:
    lock = untagged / ".git" / "index.lock"
    lock.write_text("")
    done = tiltak("edition", "2024-1", "--undo", cwd=untagged)
    assert (done.code, "«.git/index.lock» ligger igjen." in done.err) == (2, True)
    lock.unlink()
    assert tiltak("edition", "2024-1", "--undo", cwd=untagged).code == 0


@pytest.mark.wide
def test_an_edition_that_was_undone_can_be_made(untagged: Path) -> None:
    assert tiltak("edition", "2024-1", "--undo", cwd=untagged).code == 0
    assert git(untagged, "status", "--porcelain") == ""
    assert tiltak(*MAKE, cwd=untagged).code == 0
    assert len(list((untagged / "utgaver" / "2024-1").iterdir())) == len(DOCUMENTS)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2024-2", *DAY, "-y"), "Utgave 2024-2 kan ikke lages ennå. Utgave 2024-1 ble avbrutt"),
        (("2024-2", "--undo"), "Utgave 2024-2 kan ikke lages ennå. Utgave 2024-1 ble avbrutt"),
        (("2024-1", f"./{FILE}"), f"«tiltak edition 2024-1 ./{FILE} --continue»"),
        (("2024-1", "--undo", "--continue"), "Bruk ett av dem, uten andre valg."),
        (("2024-1", "--undo", "--dry-run"), "Bruk ett av dem, uten andre valg."),
        (("2024-1", "--continue", "-m", "Ny"), "Bruk ett av dem, uten andre valg."),
    ],
)
def test_what_is_said_while_one_is_not_finished(
    untagged: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = state(untagged)
    done = tiltak("edition", *arguments, cwd=untagged)
    assert (done.code, said in done.err, done.err.count("\n")) == (2, True, 1)
    assert state(untagged) == before


@pytest.mark.wide
def test_where_none_was_begun(repo: Path) -> None:
    for option in ("--continue", "--undo"):
        done = tiltak("edition", "2024-1", option, cwd=repo)
        assert (done.code, "Ingen utgave er avbrutt her" in done.err) == (2, True)
    (repo / ".git" / "tiltak-utgave.json").write_text("{", "utf-8")
    assert tiltak(*MAKE, cwd=repo).code == 0


@pytest.mark.wide
def test_one_that_is_being_made_is_waited_for(repo: Path) -> None:
    process = at_the_hook(repo, signal.SIGCONT, "2")
    done = tiltak(*MAKE, cwd=repo)
    assert (done.code, "Et annet program lager utgave 2024-1 nå." in done.err) == (2, True)
    process.communicate(timeout=120)
    assert process.returncode == 0
