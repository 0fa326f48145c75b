"""What Windows does otherwise, as far as it can be tried elsewhere."""

import ctypes
import io
import ntpath
import os
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unicodedata import normalize

import pytest
from command import NEW, ROOT, names, tiltak
from support import FILE, register_text

from tiltak_cli.cli.common import console
from tiltak_cli.edits import writing
from tiltak_cli.edits.writing import TOO_LONG, WriteError, reason, write_whole
from tiltak_cli.sources import files

POSIX_ONLY = re.compile(r"\n(?:import|from) (?:fcntl|grp|pty|pwd|resource|termios|tty)\b")


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths of files as Windows has them."""
    there = SimpleNamespace(path=ntpath, sep="\\", name="nt", fsencode=os.fsencode, pardir="..")
    monkeypatch.setattr(files, "os", there)


# --- writing


def refused(*_: Any, **__: Any) -> None:
    raise PermissionError(13, "Permission denied")


def test_a_workbook_that_is_open_in_excel_stays_and_the_sentence_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program may read the file meanwhile, but neither replace nor write it."""
    (tmp_path / "bok.xlsx").write_bytes(b"som den var")
    monkeypatch.setattr(os, "replace", refused)

    def only_read(path: str, mode: str) -> Any:
        return Path(path).open(mode) if mode == "rb" else refused()

    monkeypatch.setattr(writing, "open", only_read, raising=False)
    done = tiltak("export", NEW, "-o", "bok.xlsx", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "tiltak: Kan ikke skrive «bok.xlsx»: du har ikke tilgang, eller filen er åpen i et annet "
        "program. Lukk den, eller velg et annet navn.\n"
    )
    assert names(tmp_path) == ["bok.xlsx"]
    assert (tmp_path / "bok.xlsx").read_bytes() == b"som den var"


@pytest.mark.parametrize(
    ("name", "device"),
    [("con.xlsx", True), ("NUL.csv", True), ("mappe\\aux.tar.gz", True), ("nul", False),
     ("konto.xlsx", False), ("con1.xlsx", False), ("aux\\bok.xlsx", False)],
)  # fmt: skip
@pytest.mark.usefixtures("windows")
def test_a_name_that_windows_keeps_for_a_device_is_no_file(name: str, device: bool) -> None:
    assert files.is_device(name) is device


def test_such_a_name_is_refused_there_and_an_ordinary_one_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "con.xlsx")
    write_whole(path, b"en fil")
    monkeypatch.setattr(os, "name", "nt")
    with pytest.raises(WriteError, match=r"con\.xlsx»: Windows bruker navnet selv\. Velg et annet"):
        write_whole(path, b"en annen")


def test_a_path_that_is_too_long_is_not_said_to_be_a_folder_that_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def said(path: str) -> str:
        return reason(FileNotFoundError(2, "No such file or directory", path))

    long = "/mappe" * 50 + "/bok.xlsx"
    assert said(long).startswith("mappen finnes ikke.")
    monkeypatch.setattr(os, "name", "nt")
    assert (said(long), said("/mappe/bok.xlsx")[:19]) == (TOO_LONG, "mappen finnes ikke.")


def test_a_name_that_no_system_takes_is_too_long(tmp_path: Path) -> None:
    done = tiltak("export", NEW, "-o", f"{'a' * 300}.csv", cwd=tmp_path)
    assert (done.code, TOO_LONG in done.err) == (2, True)


# --- paths


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
