"""Running the installed command as a user does, and comparing with what is kept in tests/data."""

import os
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples"
OLD = EXAMPLES / "tiltaksoversikt-2023-2.yaml"
NEW = EXAMPLES / "tiltaksoversikt-2024-1.yaml"
MISTAKES = EXAMPLES / "typiske-feil.yaml"
DATA = Path(__file__).parent / "data"
SCRIPT = Path(sysconfig.get_path("scripts")) / ("tiltak.exe" if os.name == "nt" else "tiltak")


class Done(NamedTuple):
    code: int
    out: str
    err: str


def tiltak(
    *arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b"", **environment: str
) -> Done:
    """Run the command line in a folder, with an environment that no user's settings reach.

    What it compiles is kept, or every test would wait for that.
    """
    others = ("GIT_", "TILTAK_", "GITHUB_", "PYTHONDONTWRITEBYTECODE")
    clean = {k: v for k, v in os.environ.items() if not k.startswith(others)}
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    done = subprocess.run(
        [SCRIPT, *arguments],
        cwd=cwd,
        env={**clean, "PYTHONIOENCODING": encoding, "COLUMNS": "80", **environment},
        capture_output=True,
        input=stdin,
        check=False,
        timeout=120,
    )
    out, err = (s.decode(encoding).replace("\r\n", "\n") for s in (done.stdout, done.stderr))
    return Done(done.returncode, out, err)


def golden(name: str, text: str) -> None:
    """Compare with a kept output; TILTAK_UPDATE=1 writes it anew, to be read in the diff."""
    path = DATA / name
    if os.environ.get("TILTAK_UPDATE"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def names(folder: Path) -> list[str]:
    """The names in a folder, in order."""
    return sorted(path.name for path in folder.iterdir())
