"""The line that tells how far a long job has come: on a terminal only, and gone when it is done."""

from pathlib import Path

import pytest
from command import NEW, tiltak
from terminal import talk

from tiltak_cli.cli.common import progress


def many(count: int) -> str:
    """The example's register with its first measure over and over."""
    head, _, rest = NEW.read_text(encoding="utf-8").partition("\n  - id: T001\n")
    first, _, _ = rest.partition("\n  - id: ")
    return head + "".join(f"\n  - id: T{number:03}\n{first}" for number in range(1, count + 1))


def watched(folder: Path, *arguments: str | Path) -> str:
    """Run a command with standard error on a terminal, and return what it wrote there."""
    done = talk(*arguments, cwd=folder, out=False, TERM="xterm")
    assert done.code == 0
    return done.out


@pytest.mark.posix
def test_a_long_export_tells_how_far_it_has_come(tmp_path: Path) -> None:
    (tmp_path / "tiltaksoversikt.yaml").write_text(many(501), encoding="utf-8")
    text = watched(tmp_path, "export", "-o", "a.xlsx")
    lines = [line for line in text.split("\r") if line.strip()]
    assert lines[0] == "Skriver arbeidsboken … 0 %"
    shares = [int(line.split()[-2]) for line in lines]
    assert shares == sorted(shares)
    assert len(shares) > 4
    assert shares[-1] == 100
    # Nothing is left of the line.
    assert text.split("\r")[-1] == ""
    assert text.split("\r")[-2].strip() == ""


@pytest.mark.posix
def test_a_short_export_says_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "tiltaksoversikt.yaml").write_text(many(2), encoding="utf-8")
    assert watched(tmp_path, "export", "-o", "a.xlsx") == ""


def test_nothing_is_told_to_a_pipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As if they were many.
    monkeypatch.setattr(progress, "MANY", 2)
    (tmp_path / "tiltaksoversikt.yaml").write_text(many(3), encoding="utf-8")
    done = tiltak("export", "-o", "a.xlsx", cwd=tmp_path)
    assert (done.out, done.err) == ("Skrev a.xlsx: 3 tiltak.\n", "")
