"""The folder that two sides become: all of its files are written, or none."""

import os
from pathlib import Path

import pytest
from command import tiltak
from support import register_text

from tiltak_cli.edits.merged.in_folder import write_folder
from tiltak_cli.edits.writing import WriteError

HEAD, _, MEASURE = register_text("- id: T001\n").partition("tiltak:\n")
SIDES = ("base", "vår", "deres")


def sides(folder: Path) -> None:
    """Three folders in which both sides have changed each file, and theirs has a new one below."""
    for n, side in enumerate(SIDES):
        (folder / side / "nye").mkdir(parents=True)
        (folder / side / "0.yaml").write_text(HEAD, "utf-8")
        for code in ("T001", "T002"):
            years = MEASURE.replace("T001", code).replace("frist: 2025", f"frist: {2025 + n}")
            named = years.replace("Felles", f"{code} felles")
            (folder / side / f"{code}.yaml").write_text(f"tiltak:\n{named}", "utf-8")
    new = MEASURE.replace("T001", "T003").replace("tittel: ", "tittel: Nytt og ")
    (folder / "deres" / "nye" / "T003.yaml").write_text(f"tiltak:\n{new}", "utf-8")


def merge(folder: Path) -> tuple[int, str]:
    done = tiltak("merge", *SIDES, "--ours", "-o", "ut", cwd=folder)
    return done.code, done.err


def held(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def test_all_the_files_are_written(tmp_path: Path) -> None:
    sides(tmp_path)
    assert merge(tmp_path)[0] == 0
    assert list(held(tmp_path / "ut")) == ["0.yaml", "T001.yaml", "T002.yaml", "nye/T003.yaml"]


def test_a_file_that_may_not_be_written_leaves_all_as_they_were(tmp_path: Path) -> None:
    sides(tmp_path)
    out = tmp_path / "ut"
    out.mkdir()
    for name in ("T001.yaml", "T002.yaml"):
        (out / name).write_text("gammelt", "utf-8")
    (out / "T002.yaml").chmod(0o444)
    before = held(out)
    code, said = merge(tmp_path)
    assert (code, held(out)) == (129, before)
    assert "Kan ikke skrive «ut/T002.yaml»: filen er skrivebeskyttet." in said
    assert not (out / "nye").exists()


@pytest.mark.parametrize(
    ("there", "said"),
    [("T002.yaml", "det er en mappe"), ("nye", "det står en fil der mappen skulle vært")],
)
def test_what_stands_in_the_way_leaves_nothing_behind(
    tmp_path: Path, there: str, said: str
) -> None:
    sides(tmp_path)
    out = tmp_path / "ut"
    out.mkdir()
    if there == "nye":
        (out / there).write_text("", "utf-8")
    else:
        (out / there).mkdir()
    code, error = merge(tmp_path)
    assert (code, said in error) == (129, True)
    assert [path.name for path in out.iterdir()] == [there]


def test_a_new_folder_goes_again_and_what_was_taken_out_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gammel.yaml").write_bytes(b"gammel")
    files = {"ny/under/a.yaml": b"a", "gammel.yaml": None, "borte.yaml": None}

    def refused(path: str) -> None:
        raise PermissionError(path)

    with monkeypatch.context() as patched:
        patched.setattr(os, "unlink", refused)
        with pytest.raises(WriteError, match=r"Kan ikke slette .*gammel\.yaml.* Men dette er alt"):
            write_folder(str(tmp_path), files)
    (tmp_path / "ny" / "under" / "a.yaml").unlink()
    (tmp_path / "ny" / "under").rmdir()
    (tmp_path / "ny").rmdir()
    write_folder(str(tmp_path), files)
    assert list(held(tmp_path)) == ["ny/under/a.yaml"]


@pytest.mark.wide
def test_conflicts_in_several_files_are_all_settled_or_none(tmp_path: Path) -> None:
    sides(tmp_path)
    assert tiltak("merge", *SIDES, "-o", "ut", cwd=tmp_path).code == 2
    out = tmp_path / "ut"
    before = held(out)
    (out / "T002.yaml").chmod(0o444)
    done = tiltak("resolve", "--ours", "ut", cwd=tmp_path)
    assert (done.code, done.out, held(out)) == (2, "", before)
    (out / "T002.yaml").chmod(0o644)
    assert "Avgjorde 2 konflikter." in tiltak("resolve", "--ours", "ut", cwd=tmp_path).out
