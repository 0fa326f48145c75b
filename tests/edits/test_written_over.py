"""Writing over a file that is there: it is the same file afterwards, or a sentence says why not."""

import errno
import itertools
import os
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest
from command import NEW, names, tiltak
from support import FILE, register_text, spread

from tiltak_cli.edits import writing
from tiltak_cli.edits.leftovers import sweep
from tiltak_cli.edits.writing import WriteError, replace, write_all, write_whole
from tiltak_cli.sources.register.baseline import baseline_text

pytestmark = pytest.mark.posix
FAULTY = register_text("status: pågår\nfremdrift: A\n")
MENDED = FAULTY.replace("pågår", "igangsatt")


@pytest.fixture
def register(tmp_path: Path) -> Path:
    path = tmp_path / FILE
    path.write_text(FAULTY, "utf-8")
    return path


def test_a_file_with_two_names_keeps_them(register: Path, tmp_path: Path) -> None:
    other = tmp_path / "annet navn.txt"
    os.link(register, other)
    for command in (("validate", "--fix"), ("format",)):
        before = other.read_bytes()
        assert tiltak(*command, cwd=tmp_path).code == 0
        assert register.samefile(other)
        assert other.read_bytes() != before
    assert names(tmp_path) == ["annet navn.txt", FILE]


# A group that is not the usual one of a new file; root may give it to anyone.
SOMEONE = (4321, 4321) if os.getuid() == 0 else (os.getuid(), max(os.getgroups()))


def test_the_owner_is_kept(register: Path) -> None:
    os.chown(register, *SOMEONE)
    register.chmod(0o660)
    assert tiltak("validate", "--fix", cwd=register.parent).code == 0
    now = register.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (*SOMEONE, 0o660)
    assert register.read_text("utf-8") == MENDED


def test_the_attributes_are_kept(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not all disks have any, and these are made up."""
    given: dict[str, bytes] = {}
    monkeypatch.setattr(os, "listxattr", lambda _: ["user.merke"], raising=False)
    monkeypatch.setattr(os, "getxattr", lambda _, name: name.encode(), raising=False)
    monkeypatch.setattr(os, "setxattr", lambda _, *pair: given.update([pair]), raising=False)
    write_whole(str(register), b"nytt")
    assert given == {"user.merke": b"user.merke"}


def refused(*_: object) -> None:
    raise PermissionError(errno.EPERM, "Operation not permitted")


@pytest.mark.parametrize("step", ["setxattr", "replace"])
def test_where_a_new_file_would_not_be_the_same_the_old_one_is_written(
    register: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where it is another's, or is mounted alone."""
    before = register.stat().st_ino
    monkeypatch.setattr(os, "listxattr", lambda _: ["user.merke"], raising=False)
    monkeypatch.setattr(os, "getxattr", lambda _, name: name.encode(), raising=False)
    monkeypatch.setattr(os, step, refused, raising=False)
    write_whole(str(register), b"nytt")
    assert (register.read_bytes(), register.stat().st_ino) == (b"nytt", before)
    assert names(register.parent) == [FILE]


def commands(path: Path) -> dict[str, tuple[str, ...]]:
    """What writes to a file that is there already, by the file."""
    return {
        FILE: ("validate", "--fix", str(path / FILE)),
        "format.yaml": ("format", "format.yaml"),
        "tiltak-baseline.json": ("validate", "--write-baseline", FILE),
        "a.csv": ("export", "riktig.yaml", "-o", "a.csv"),
        "a.html": ("report", "riktig.yaml", "-o", "a.html"),
        "a.md": ("diff", "riktig.yaml", "riktig.yaml", "-o", "a.md"),
        "skjema.json": ("schema", "-o", "skjema.json"),
    }


@spread("name", commands(Path()), every=4)
def test_a_file_that_is_protected_is_not_written(register: Path, name: str) -> None:
    folder = register.parent
    (folder / "riktig.yaml").write_text(register_text(""), "utf-8")
    path = folder / name
    if not path.exists():
        old = baseline_text([]) if "baseline" in name else "gammelt"
        path.write_text(FAULTY if name.endswith(".yaml") else old, "utf-8")
    path.chmod(0o444)
    before = path.read_bytes()
    done = tiltak(*commands(folder)[name], cwd=folder)
    assert done.code == 2
    assert "skrivebeskyttet. Ta bort skrivebeskyttelsen" in done.err
    assert done.err.count("\n") == 1
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (before, 0o444)
    path.chmod(0o644)
    assert tiltak(*commands(folder)[name], cwd=folder).code in (0, 1)
    assert path.read_bytes() != before


def test_of_many_files_all_are_written_or_none(register: Path) -> None:
    head, _, measures = FAULTY.partition("tiltak:\n")
    folder = register.parent / "mappe"
    folder.mkdir()
    (folder / "0.yaml").write_text(head, "utf-8")
    for number in (1, 2):
        text = f"tiltak:\n{measures}".replace("T001", f"T00{number}")
        (folder / f"{number}.yaml").write_text(text, "utf-8")
    before = [path.read_bytes() for path in sorted(folder.iterdir())]
    (folder / "2.yaml").chmod(0o444)
    assert tiltak("validate", "--fix", "mappe", cwd=register.parent).code == 2
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == before
    (folder / "2.yaml").chmod(0o644)
    assert tiltak("validate", "--fix", "mappe", cwd=register.parent).code == 1  # the same title
    assert "pågår" not in "".join(path.read_text("utf-8") for path in folder.iterdir())


def test_what_cannot_be_put_back_is_told(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = register.parent / "b.yaml"
    other.write_text("b", "utf-8")
    whole, calls = writing.write_whole, iter((True, False, False))

    def once(path: str, data: bytes) -> None:
        if not next(calls):
            raise WriteError
        whole(path, data)

    monkeypatch.setattr(writing, "write_whole", once)
    changes = [(str(register), FAULTY.encode(), b"nytt"), (str(other), b"b", b"nytt")]
    with pytest.raises(WriteError, match=f"Men dette er alt endret: .*{FILE}"):
        write_all(changes)


def test_a_folder_where_nothing_can_be_made_is_named_as_the_cause(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: path != str(register.parent) and may(path, mode)
    )
    monkeypatch.setattr(os, "open", lambda *_: refused())
    with pytest.raises(WriteError, match="du kan ikke lage filer i mappen"):
        write_whole(str(register), b"nytt")
    assert register.read_text("utf-8") == FAULTY


def test_a_link_to_itself_and_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "ring.json").symlink_to("ring.json")
    done = tiltak("export", NEW, "-o", "ring.json", cwd=tmp_path)
    assert (done.code, "tilbake til seg selv" in done.err) == (2, True)
    os.mkfifo(tmp_path / "rør.csv")
    with subprocess.Popen(["cat", "rør.csv"], cwd=tmp_path, stdout=subprocess.PIPE) as reader:
        assert tiltak("export", NEW, "-o", "rør.csv", cwd=tmp_path).code == 0
        assert reader.communicate(timeout=120)[0].count(b"\r\n") == 29
    done = tiltak("export", NEW, "-o", "/dev/full", "--format", "csv", cwd=tmp_path)
    assert done.err.startswith("tiltak: Kan ikke skrive «/dev/full»: disken er full. Rydd plass")


# --- written where it is, and the disk is full


def full_on(times: tuple[int, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full when so many files have been written, the copy among them."""
    count = itertools.count(1)

    def full(_: int) -> None:
        if next(count) in times:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)


def test_what_stood_there_is_put_back(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.link(register, register.parent / "to")
    full_on((2,), monkeypatch)
    with pytest.raises(WriteError, match="disken er full"):
        write_whole(str(register), b"nytt")
    assert register.read_text("utf-8") == FAULTY
    assert names(register.parent) == [FILE, "to"]


def test_what_cannot_be_put_back_lies_beside_and_is_named(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.link(register, register.parent / "to")
    full_on((2, 3), monkeypatch)
    with pytest.raises(WriteError, match="ble bare delvis skrevet: disken er full") as told:
        write_whole(str(register), b"nytt")
    (copy,) = register.parent.glob(f"{FILE}.kopi-*")
    assert copy.read_text("utf-8") == FAULTY
    assert str(copy) in str(told.value)


GONE_BY = 4_194_304  # higher than the number of any program


@pytest.mark.parametrize("command", [("validate", "--fix"), ("format",)])
def test_a_copy_left_by_a_stopped_writing_is_swept_when_all_is_as_it_was(
    register: Path, command: tuple[str, ...]
) -> None:
    register.write_text(FAULTY.replace("id: T001", "id:   'T001'"), "utf-8")
    os.link(register, register.parent / "to")
    for copy in (f"{FILE}.kopi-{GONE_BY}-abcdefgh", f"{FILE}.kopi-20240101", "to.kopi-1-abcdefgh"):
        (register.parent / copy).write_bytes(register.read_bytes())
    tiltak(*command, cwd=register.parent)
    assert "'T001'" not in register.read_text("utf-8") or "pågår" not in register.read_text("utf-8")
    # What people call their own copies, and those of other files, stay.
    assert names(register.parent) == [
        FILE, f"{FILE}.kopi-20240101", "to", "to.kopi-1-abcdefgh",
    ]  # fmt: skip


def test_what_is_left_by_one_with_our_number_is_swept_and_not_what_another_writes(
    tmp_path: Path,
) -> None:
    """Numbers are given again: one of this program's own was left by another that had it before."""
    for number in (GONE_BY, os.getpid(), os.getppid()):
        (tmp_path / f".tiltak-{number}-abcdefgh.tmp").touch()
    sweep(str(tmp_path))
    assert names(tmp_path) == [f".tiltak-{os.getppid()}-abcdefgh.tmp"]


@pytest.mark.parametrize("stands", [FAULTY[:-9], FAULTY.replace("pågår", "igangsatt")])
def test_a_copy_of_what_stood_there_is_named_and_nothing_is_written(
    register: Path, stands: str
) -> None:
    """Whether the rest was written is not for us to say, also where nothing is to be mended."""
    copy = register.parent / f"{FILE}.kopi-{GONE_BY}-abcdefgh"
    copy.write_text(FAULTY, "utf-8")
    register.write_text(stands, "utf-8")
    done = tiltak("validate", "--fix", FILE, cwd=register.parent)
    assert done.code == 2
    assert f"En tidligere skriving til «{FILE}» ble stoppet." in done.err
    assert f"{copy.name}»" in done.err
    assert (register.read_text("utf-8"), copy.read_text("utf-8")) == (stands, FAULTY)


# --- the lock


@pytest.mark.parametrize("lock", ["no folder", "a folder of that name"])
def test_a_lock_that_cannot_be_made_is_not_the_registers_fault(
    register: Path, lock: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    folder = register.parent / "tmp"
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(folder))
    if lock == "no folder":
        monkeypatch.setattr(tempfile, "gettempdir", missing)
    else:
        monkeypatch.setattr(os.path, "join", lambda *_: str(folder))
        folder.mkdir()
    with pytest.raises(WriteError, match=r"kan ikke låses mens den skrives.*sett TMPDIR"):
        replace(str(register), FAULTY.encode(), b"nytt")
    assert register.read_text("utf-8") == FAULTY
