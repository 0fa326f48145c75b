"""Writing files where Windows does otherwise, as far as it can be tried elsewhere."""

import os
from pathlib import Path
from typing import Any

import pytest
from command import NEW, names, tiltak

from tiltak_cli.edits import writing
from tiltak_cli.edits.writing import TOO_LONG, WriteError, reason, write_whole


def refused(*_: Any, **__: Any) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.wide
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


@pytest.mark.posix
def test_such_a_name_is_refused_there_and_an_ordinary_one_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "con.xlsx")
    write_whole(path, b"en fil")
    monkeypatch.setattr(os, "name", "nt")
    with pytest.raises(WriteError, match=r"con\.xlsx»: Windows bruker navnet selv\. Velg et annet"):
        write_whole(path, b"en annen")


@pytest.mark.posix
def test_a_path_that_is_too_long_is_not_said_to_be_a_folder_that_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def said(path: str) -> str:
        return reason(FileNotFoundError(2, "No such file or directory", path))

    long = "/mappe" * 50 + "/bok.xlsx"
    assert said(long).startswith("mappen finnes ikke.")
    monkeypatch.setattr(os, "name", "nt")
    assert (said(long), said("/mappe/bok.xlsx")[:19]) == (TOO_LONG, "mappen finnes ikke.")


@pytest.mark.posix
def test_a_name_that_no_system_takes_is_too_long(tmp_path: Path) -> None:
    done = tiltak("export", NEW, "-o", f"{'a' * 300}.csv", cwd=tmp_path)
    assert (done.code, TOO_LONG in done.err) == (2, True)
