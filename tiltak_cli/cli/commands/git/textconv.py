"""Running `git textconv`, without Typer: git runs it once for every version of a file it shows."""

import os

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, UNUSABLE
from tiltak_cli.views.flat.flat import flat

# Set by VS Code for the git that it runs itself, and in its own processes, but not in its terminal.
# What it asks for is laid beside the file in the editor, line by line.
EDITOR = ("VSCODE_GIT_COMMAND", "VSCODE_PID", "VSCODE_CWD")


def run(paths: list[str]) -> int:
    """Show the file at the one path as flat lines, or nothing of it, and give the exit code."""
    (path,) = paths
    try:
        with open(path, "rb") as file:
            data = file.read()
    except (OSError, ValueError):
        console.complain(f"Finner ikke «{path}», eller har ikke tilgang. Kontroller navnet.")
        return UNUSABLE
    console.write_bytes(data if any(map(os.environ.get, EDITOR)) else flat(data))
    return CLEAN
