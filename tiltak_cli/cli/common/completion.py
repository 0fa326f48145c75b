"""Setting up completion in a shell: what the library of the command line does, in Norwegian."""

import contextlib
import io
import re
from typing import Any

import typer

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.stop import refuse

INSTALLED = re.compile(r"(\S+) completion installed in (.+)")
NO_SHELL = (
    "Skallet du bruker, er ikke et av dem fullføring virker i: bash, zsh, fish og PowerShell. Kjør "
    "kommandoen fra et av dem."
)


def speak_norwegian(command: Any) -> None:
    """Let the options for completion of a program say what they do in Norwegian."""
    for param in command.params:
        if param.name in ("install_completion", "show_completion"):
            param.callback = _said(param.callback)


def _said(callback: Any) -> Any:
    """The library's own callback, with what it writes to the screen taken and told anew."""

    def run(ctx: typer.Context, param: Any, value: Any) -> Any:
        if not value or ctx.resilient_parsing:
            return value
        written = io.StringIO()
        try:
            with contextlib.redirect_stdout(written), contextlib.redirect_stderr(io.StringIO()):
                callback(ctx, param, value)
        except SystemExit:
            console.write(_told(written.getvalue()))
        except OSError as error:
            raise refuse(f"Kan ikke skrive «{error.filename}». Kontroller tilgangen.") from error
        except typer.Exit as error:
            raise refuse(NO_SHELL) from error
        raise typer.Exit

    return run


def _told(written: str) -> str:
    match = INSTALLED.search(written)
    if match is None:
        return written
    return (
        f"Fullføring i {match[1]} er satt opp i {match[2]}\n"
        "Den virker når du åpner skallet på nytt.\n"
    )
