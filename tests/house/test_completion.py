"""Completion in a shell: what it offers, and how it is set up."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
import typer
from command import NEW, OLD, tiltak, tiltak_process
from repository import commit, git
from test_command_line import ENGLISH

from tiltak_cli.cli.common import norwegian_help
from tiltak_cli.cli.common.stop import StoppedError


def complete(line: str, cwd: Path) -> list[str]:
    """What bash would offer for a line that ends where the cursor is."""
    words = line.split(" ")
    done = tiltak(
        cwd=cwd,
        _TILTAK_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(words) - 1),
    )
    return done.out.split()


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("tiltak va", ["validate"]),
        ("tiltak git un", ["uninstall"]),
        ("tiltak list --status ig", ["igangsatt"]),
        ("tiltak list --for K", ["KLD", "KMD", "KDD", "KUD", "KD"]),
        ("tiltak list --direction 2", ["2a", "2b", "2c", "2d"]),
        ("tiltak list --area 3", ["3"]),
        ("tiltak show T01", [f"T01{n}" for n in range(10)]),
        ("tiltak explain TIL32", [f"TIL32{n}" for n in range(1, 9)]),
        ("tiltak diff --format m", ["markdown"]),
    ],
)
def test_completion(line: str, offered: list[str], tmp_path: Path) -> None:
    (tmp_path / "tiltaksoversikt.yaml").write_bytes(NEW.read_bytes())
    assert complete(line, tmp_path) == offered


def test_editions_are_completed(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {"tiltaksoversikt.yaml": OLD.read_text("utf-8")})
    git(tmp_path, "tag", "utgave-2023-2")
    for begun in (
        "diff 20",
        "diff HEAD 20",
        "list --rev 20",
        "report --since 20",
        "export --since ",
    ):
        assert complete(f"tiltak {begun}", tmp_path) == ["2023-2"], begun


@pytest.mark.wide
def test_completion_is_set_up_in_norwegian(tmp_path: Path) -> None:
    done = tiltak_process("--install-completion", HOME=str(tmp_path))
    assert not [word for word in (*ENGLISH, "installed", "take effect") if word in done.out]
    assert done.code == (0 if "er satt opp i" in done.out else 2)
    assert tiltak_process("--show-completion").code in (0, 2)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("bash completion installed in /x/t.sh\n", "Fullføring i bash er satt opp i /x/t.sh\n"),
        ("#compdef tiltak\n", "#compdef tiltak\n"),
    ],
)
def test_what_the_library_says_of_completion(
    written: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def callback(*_: object) -> None:
        sys.stdout.write(written)
        sys.exit(0)

    param = SimpleNamespace(name="install_completion", callback=callback)
    norwegian_help.speak_norwegian(SimpleNamespace(params=[param]))
    ctx = SimpleNamespace(resilient_parsing=False)
    with pytest.raises(typer.Exit):
        param.callback(ctx, param, True)
    assert capsys.readouterr().out.startswith(said)

    def unknown(*_: object) -> None:
        raise typer.Exit(1)

    param.callback = unknown
    norwegian_help.speak_norwegian(SimpleNamespace(params=[param]))
    with pytest.raises(StoppedError):
        param.callback(ctx, param, True)
    assert "bash, zsh, fish og PowerShell" in capsys.readouterr().err
