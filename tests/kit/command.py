"""Running the installed command as a user does, and comparing with what is kept in tests/data."""

import contextlib
import io
import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from tiltak_cli.__main__ import run
from tiltak_cli.cli.common import console

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"
OLD = EXAMPLES / "tiltaksoversikt-2023-2.yaml"
NEW = EXAMPLES / "tiltaksoversikt-2024-1.yaml"
MISTAKES = EXAMPLES / "typiske-feil.yaml"
DATA = Path(__file__).parent.parent / "data"
SCRIPT = Path(sysconfig.get_path("scripts")) / ("tiltak.exe" if os.name == "nt" else "tiltak")


class Done(NamedTuple):
    code: int
    out: str
    err: str


def tiltak(
    *arguments: str | Path,
    cwd: Path = ROOT,
    stdin: bytes = b"",
    encoding: str = "utf-8",
    someone: bool = False,
    **environment: str,
) -> Done:
    """Run the command line in this process, in a folder and with an environment of its own.

    It takes a tenth of the time of a process. What is about processes takes `tiltak_process`.
    Standard input is a terminal, for what it looks like, where `someone` is there to be asked.
    """
    out, err = _stream(encoding=encoding), _stream(encoding=encoding)
    with (
        contextlib.chdir(cwd),
        _environment(clean(environment)),
        patch.multiple(
            sys,
            argv=[str(SCRIPT), *map(str, arguments)],
            stdin=_stream(stdin, terminal=someone),
            stdout=out,
            stderr=err,
        ),
    ):
        console.set_up()
        try:
            code = run([str(argument) for argument in arguments])
        except SystemExit as leaving:  # how the library of the command line ends a completion
            code = int(leaving.code or 0)
    return Done(code, _text(out), _text(err))


def tiltak_process(
    *arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b"", **environment: str
) -> Done:
    """Run the installed command, where encodings, pipes, terminals or the start are the point."""
    encoding = environment.setdefault("PYTHONIOENCODING", "utf-8")
    done = subprocess.run(
        [SCRIPT, *arguments],
        cwd=cwd,
        env=clean(environment),
        capture_output=True,
        input=stdin,
        check=False,
        timeout=120,
    )
    out, err = (s.decode(encoding).replace("\r\n", "\n") for s in (done.stdout, done.stderr))
    return Done(done.returncode, out, err)


def clean(environment: dict[str, str]) -> dict[str, str]:
    """An environment that no user's settings reach.

    The history of this project is not that of the examples in it, and grows.
    """
    others = ("GIT_", "TILTAK_", "GITHUB_")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(others)}
    own = {"COLUMNS": "80", "GIT_CEILING_DIRECTORIES": str(ROOT)}
    return {**clean, **own, **environment}


@contextlib.contextmanager
def _environment(wanted: dict[str, str]) -> Iterator[None]:
    """Have this environment and no other for a while: only what differs is set, and set back."""
    before = dict(os.environ)
    _become(wanted)
    try:
        yield
    finally:
        _become(before)


def _become(wanted: dict[str, str]) -> None:
    now = dict(os.environ)
    for name in now.keys() - wanted.keys():
        del os.environ[name]
    os.environ.update(dict(wanted.items() - now.items()))


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


def _stream(
    data: bytes = b"", encoding: str = "utf-8", *, terminal: bool = False
) -> io.TextIOWrapper:
    kind = _Terminal if terminal else io.TextIOWrapper
    return kind(io.BytesIO(data), encoding, newline="\n", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    data = stream.buffer
    assert isinstance(data, io.BytesIO)
    return data.getvalue().decode(stream.encoding).replace("\r\n", "\n")


def golden(name: str, text: str) -> None:
    """Compare with a kept output in tests/data."""
    current(DATA / name, text)


def current(path: Path, text: str) -> None:
    """Compare with a file that is kept; TILTAK_UPDATE=1 writes it anew, to be read in the diff."""
    if os.environ.get("TILTAK_UPDATE"):
        path.write_text(text, encoding="utf-8", newline="\n")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    if text != kept:
        test = os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0]
        thorough = "TILTAK_THOROUGH=1 " if os.environ.get("TILTAK_THOROUGH") else ""
        again = f"{thorough}TILTAK_UPDATE=1 .venv/bin/python -m pytest -m '' '{test}'"
        difference = unified_diff(kept.splitlines(), text.splitlines(), "kept", "now", lineterm="")
        pytest.fail(
            f"{path.relative_to(ROOT)} is not what is written now. If the new text is right, write "
            f"it anew and read the difference:\n  {again}\n" + "\n".join(difference),
            pytrace=False,
        )


def names(folder: Path) -> list[str]:
    """The names in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())
