"""Real git repositories to test in."""

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str, day: str = "2024-06-15", **environment: str) -> str:
    """Run git in a folder, as on a day at noon, without the settings of who runs the tests."""
    settings = ("-c", "user.name=Test", "-c", "user.email=test@example.invalid")
    clean = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    noon = f"{day}T12:00:00+01:00"
    dates = {"GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
    done = subprocess.run(
        ["git", *settings, "-c", "commit.gpgSign=false", *arguments],
        cwd=folder,
        env={**clean, **dates, **environment},
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return done.stdout


def commit(folder: Path, files: dict[str, str], day: str = "2024-06-15") -> None:
    """Write files, each with its text, and commit everything in the folder on a day."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="")
    git(folder, "add", "--all", ".")
    git(folder, "commit", "--allow-empty", "-qm", day, day=day)
