"""What Windows does otherwise, as far as it can be tried elsewhere."""

import ctypes
import io
import ntpath
import os
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self
from unicodedata import normalize

import pytest
from command import ROOT, tiltak
from support import FILE, register_text

from tiltak_cli.__main__ import expanded
from tiltak_cli.cli.common import console
from tiltak_cli.sources import files
from tiltak_cli.sources.git.program import ended_with_us

POSIX_ONLY = re.compile(r"\n(?:import|from) (?:fcntl|grp|pty|pwd|resource|termios|tty)\b")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Paths of files as Windows has them."""
    there = SimpleNamespace(path=ntpath, sep="\\", name="nt", fsencode=os.fsencode, pardir="..")
    monkeypatch.setattr(files, "os", there)
    return there


class Git:
    """A git that is waited for, and whether it was stopped."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def terminate(self) -> None:
        self.done.append("terminate")

    def wait(self, _seconds: float) -> None:
        self.done.append("wait")


@pytest.mark.parametrize(("name", "done"), [("posix", ["terminate", "wait"]), ("nt", ["wait"])])
def test_a_git_that_has_had_the_same_interrupt_is_left_to_tidy_up(
    name: str, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "name", name)
    git: Any = Git()
    with pytest.raises(KeyboardInterrupt), ended_with_us(git):
        raise KeyboardInterrupt
    assert git.done == done


# --- paths


@pytest.mark.parametrize(
    ("name", "device"),
    [("con.xlsx", True), ("NUL.csv", True), ("mappe\\aux.tar.gz", True), ("nul", False),
     ("konto.xlsx", False), ("con1.xlsx", False), ("aux\\bok.xlsx", False)],
)  # fmt: skip
@pytest.mark.usefixtures("windows")
def test_a_name_that_windows_keeps_for_a_device_is_no_file(name: str, device: bool) -> None:
    assert files.is_device(name) is device


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["import", "svar/*.xlsx", "--write"],
         ["import", "svar/FIN.xlsx", "svar/KD.xlsx", "--write"]),
        (["validate", "*.yaml"], ["validate", "*.yaml"]),
        (["set", "T001", "tittel=Hva * nå"], ["set", "T001", "tittel=Hva * nå"]),
        (["import", "--sheet=*", "svar/KD.xlsx"], ["import", "--sheet=*", "svar/KD.xlsx"]),
        (["git", "install", "svar/*.xlsx"], ["git", "install", "svar/*.xlsx"]),
        ([], []),
    ],
    ids=str,
)  # fmt: skip
def test_a_pattern_is_the_files_that_fit_where_the_shell_leaves_it(
    arguments: list[str], meant: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "svar").mkdir()
    for name in ("KD.xlsx", "FIN.xlsx"):
        (tmp_path / "svar" / name).touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "name", "posix")
    assert expanded(arguments) == arguments
    monkeypatch.setattr(os, "name", "nt")
    assert [each.replace(os.sep, "/") for each in expanded(arguments)] == meant


@pytest.mark.parametrize(
    ("path", "start", "way"),
    [
        ("C:\\reg\\mappe\\a.yaml", "C:\\reg", "mappe/a.yaml"),
        ("C:\\a.yaml", "C:\\reg\\mappe", "../../a.yaml"),
        ("D:\\reg\\a.yaml", "C:\\reg", "D:/reg/a.yaml"),
        # What a drive of the network really is.
        ("\\\\tjener\\felles\\a.yaml", "H:\\", "//tjener/felles/a.yaml"),
    ],
)
@pytest.mark.usefixtures("windows")
def test_a_way_to_another_drive_is_the_whole_path(path: str, start: str, way: str) -> None:
    assert files.relative(path, start) == way


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (".\\mappe\\å.yaml", "mappe/å.yaml"),
        ("C:\\reg\\", "C:/reg"),
        ("mappe/a.yaml", "mappe/a.yaml"),
    ],
)
@pytest.mark.usefixtures("windows")
def test_paths_are_told_with_forward_slashes(path: str, said: str) -> None:
    assert files.shown(path) == said


@pytest.mark.parametrize(
    ("named", "outside"),
    [("c:\\DEPOT\\a.yaml", False), ("../a.yaml", False), ("..\\a.yaml", False),
     ("C:\\Depot2\\a.yaml", True), ("D:\\Depot\\a.yaml", True), ("..\\..\\a.yaml", True),
     ("..\\.GIT\\config", True), ("../git~1/config", True), ("..\\.git. \\config", True)],
)  # fmt: skip
@pytest.mark.usefixtures("windows")
def test_a_register_names_what_is_near_it_however_that_is_written(
    named: str, outside: bool
) -> None:
    assert (files.leads_out("C:\\Depot\\reg", named) is not None) is outside


def test_a_file_that_another_program_has_for_itself(windows: SimpleNamespace) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    windows.stat = refused
    refusal = files.read_path("bok.xlsx")
    assert isinstance(refusal, files.Refusal)
    assert refusal.sentence.endswith("eller lukk filen om den er åpen i et annet program.")


def test_a_strategy_is_named_alike_on_every_machine(tmp_path: Path) -> None:
    text = register_text("").replace('"2021-2025"', "felles\\egen.yaml")
    (tmp_path / FILE).write_text(text, "utf-8")
    done = tiltak("validate", "--format", "concise", cwd=tmp_path)
    assert "TIL022" in done.out
    assert "«felles\\egen.yaml» er skrevet med omvendt skråstrek. Skriv / i stedet" in done.out


def test_a_name_whose_letters_are_stored_as_a_mac_does_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / normalize("NFD", "påbygg.yaml")).write_text(register_text(""), "utf-8")
    done = tiltak("validate", "påbygg.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "«påbygg.yaml» finnes under et navn som ser likt ut" in done.err


# --- the console


class Stream(io.StringIO):
    """What calls itself a terminal."""

    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


class System:
    """As much of Windows as a console is asked of: what it is now, and whether that can change."""

    def __init__(self, mode: int | None, *, new: bool) -> None:
        self.mode, self.new = mode, new

    def GetConsoleMode(self, _handle: Any, mode: Any) -> int:  # noqa: N802 - Windows' own name
        mode.value = self.mode or 0
        return int(self.mode is not None)

    def SetConsoleMode(self, _handle: Any, mode: int) -> int:  # noqa: N802
        self.mode = mode if self.new else self.mode
        return int(self.new)


@pytest.mark.parametrize(
    ("mode", "new", "terminal", "colours", "after"),
    [
        (3, True, True, True, 7),
        (7, True, True, True, 7),
        # One that shows the codes of colours as they are, and cannot do otherwise.
        (3, False, True, False, 3),
        # No console: NUL, that is always empty.
        (None, True, False, False, None),
    ],
)
def test_a_console_is_told_to_take_colours(
    mode: int | None, new: bool, terminal: bool, colours: bool, after: int | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    system = System(mode, new=new)
    there = {
        "ctypes": SimpleNamespace(
            c_ulong=ctypes.c_ulong,
            c_void_p=int,
            byref=lambda mode: mode,
            windll=SimpleNamespace(kernel32=system),
        ),
        "msvcrt": SimpleNamespace(get_osfhandle=lambda number: number),
    }
    monkeypatch.setattr(console, "import_module", there.__getitem__)
    monkeypatch.setattr(os, "name", "nt")
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    assert console.is_terminal(Stream()) is terminal
    assert (console.colours(Stream()), system.mode) == (colours, after)
    # Nothing is asked of what is no file.
    monkeypatch.setattr(Stream, "fileno", io.StringIO.fileno)
    assert console.is_terminal(Stream())


# --- what is around


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "with a mark"])
def test_settings_and_known_findings_may_have_the_line_ends_of_windows(
    mark: bytes, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_text(register_text("status: pågår\nfremdrift: A\n"), "utf-8")
    assert tiltak("validate", cwd=tmp_path).code == 1
    assert tiltak("validate", "--write-baseline", cwd=tmp_path).code == 0
    for path in tmp_path.iterdir():
        path.write_bytes(mark + path.read_bytes().replace(b"\n", b"\r\n"))
    (tmp_path / "tiltak.toml").write_bytes(mark + b'strict = true\r\nselect = ["TIL2"]\r\n')
    done = tiltak("validate", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize("folder", ["tiltak_cli", "tests", "bench"])
def test_no_file_asks_for_what_windows_lacks_before_it_is_needed(folder: str) -> None:
    """A test that is not for Windows is read there all the same."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    assert not [path.name for path in paths if POSIX_ONLY.search(path.read_text("utf-8"))]
