"""Writing over a register: whole or not at all, one at a time, and never over another's work."""

import os
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from command import SCRIPT, names, tiltak
from support import FILE, register_text

from tiltak_cli.edits import writing
from tiltak_cli.edits.writing import WriteError, replace, write_whole

pytestmark = pytest.mark.posix
FAULTY = register_text("status: pågår\nfremdrift: A\n")
MENDED = FAULTY.replace("pågår", "igangsatt")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / FILE
    path.write_text(FAULTY, "utf-8")
    return path


def test_the_mode_is_kept(register: Path) -> None:
    register.chmod(0o640)
    assert tiltak("validate", "--fix", cwd=register.parent).code == 0
    assert stat.S_IMODE(register.stat().st_mode) == 0o640
    assert register.read_text("utf-8") == MENDED


def test_a_link_stays_a_link(register: Path, tmp_path: Path) -> None:
    folder = tmp_path / "annet"
    folder.mkdir()
    (folder / FILE).symlink_to(register)
    assert tiltak("validate", "--fix", cwd=folder).code == 0
    assert (folder / FILE).is_symlink()
    assert register.read_text("utf-8") == MENDED


def test_nothing_is_left_beside_the_register(register: Path) -> None:
    tiltak("validate", "--fix", cwd=register.parent)
    assert names(register.parent) == [FILE]


def test_what_someone_else_wrote_meanwhile_is_not_lost(register: Path) -> None:
    with pytest.raises(WriteError, match="ble endret av noen andre"):
        replace(str(register), b"det som ble lest", b"nytt")
    assert register.read_text("utf-8") == FAULTY


def test_one_waits_for_the_other(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second finds another text than it read, and stops; neither is mixed with the other."""
    whole, inside, faults = writing.write_whole, threading.Event(), []

    def slowly(path: str, data: bytes) -> None:
        inside.set()
        time.sleep(0.2)
        whole(path, data)

    monkeypatch.setattr(writing, "write_whole", slowly)

    def second() -> None:
        assert inside.wait(120)
        try:
            replace(str(register), FAULTY.encode(), b"andre")
        except WriteError as error:
            faults.append(str(error))

    thread = threading.Thread(target=second)
    thread.start()
    replace(str(register), FAULTY.encode(), MENDED.encode())
    thread.join()
    assert register.read_text("utf-8") == MENDED
    assert len(faults) == 1
    assert "ble endret av noen andre" in faults[0]


def test_many_at_once_leave_a_whole_register(register: Path) -> None:
    runs = [
        subprocess.Popen(
            [SCRIPT, "validate", "--fix"],
            cwd=register.parent,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(6)
    ]
    told = [run.communicate(timeout=120) for run in runs]
    assert register.read_text("utf-8") == MENDED
    assert {run.returncode for run in runs} <= {0, 2}
    assert not any(b"Traceback" in err for _, err in told)
    assert names(register.parent) == [FILE]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_fault_at_any_step_leaves_the_old_file(
    register: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, fail)
    with pytest.raises(WriteError, match="disken er full"):
        write_whole(str(register), b"nytt")
    assert register.read_text("utf-8") == FAULTY
    assert names(register.parent) == [FILE]


def test_an_interrupt_leaves_the_old_file(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(str(register), b"nytt")
    assert register.read_text("utf-8") == FAULTY
    assert names(register.parent) == [FILE]


KILLED = """
import os, sys
from tiltak_cli.edits import writing
real = os.replace
def die(*_):
    os.kill(os.getpid(), 9)
setattr(os, sys.argv[1], die)
writing.write_whole(sys.argv[2], b"nytt")
"""


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_kill_at_any_step_leaves_the_old_file(register: Path, step: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, step, register], check=False, timeout=120)
    assert done.returncode == -9
    assert register.read_text("utf-8") == FAULTY


def test_a_full_disk(register: Path) -> None:
    """A limit on the size of files is a disk that is full halfway."""

    def limit() -> None:
        import resource  # where there are such limits

        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    done = subprocess.run(
        [SCRIPT, "validate", "--fix"],
        cwd=register.parent,
        preexec_fn=limit,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 2
    assert done.stderr.decode().count("\n") == 1
    assert done.stderr.decode().startswith(f"tiltak: Kan ikke skrive «{FILE}»: ")
    assert register.read_text("utf-8") == FAULTY
    assert names(register.parent) == [FILE]
