"""The entry point: the shortest ways first, then the whole command line."""

import gc
import os
import sys

from tiltak_cli import __version__
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import INTERNAL_ERROR, INTERRUPTED, UNUSABLE


def main() -> None:
    """Run `tiltak`. Exits 0, 1 (findings), 2 (usage or unreadable), 3 (internal) or 130."""
    # Nothing here lives long or refers in circles; collecting would cost a tenth of the time.
    gc.disable()
    # Where lxml happens to be installed, the library of workbooks would write other bytes with it.
    os.environ["OPENPYXL_LXML"] = "False"
    console.set_up()
    code = run(sys.argv[1:])
    # All is written. Freeing a large register piece by piece would only take time.
    console.leave(code)


def run(arguments: list[str]) -> int:
    """Run a command line and give its exit code, whatever happens on the way."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except console.OutputError:
        console.complain("Resultatet kan ikke skrives. Kontroller at disken ikke er full.")
        return UNUSABLE
    # The last net: a sentence, never a traceback.
    except Exception as error:
        if os.environ.get("TILTAK_DEBUG"):
            raise
        console.complain(
            f"Intern feil ({type(error).__name__}: {error}). Registeret er ikke endret. Kjør på "
            "nytt med TILTAK_DEBUG=1 og meld fra om feilen."
        )
        return INTERNAL_ERROR


def _run(arguments: list[str]) -> int:
    """Take the fast lane where the arguments are plain: Typer alone is four bare starts."""
    if "_TILTAK_COMPLETE" not in os.environ:
        if arguments == ["--version"]:
            console.write(f"tiltak {__version__}\n")
            return 0
        if arguments[:1] == ["validate"] and not any(a.startswith("-") for a in arguments):
            from tiltak_cli.cli.commands.validate.run import run as run_validate

            return run_validate(arguments[1:])
        if arguments[:1] == ["diff"] and _only_sides(arguments[1:]):
            from tiltak_cli.cli.commands.diff.run import run as run_diff
            from tiltak_cli.cli.common.stop import (StoppedError)

            try:
                return run_diff(arguments[1:])
            except StoppedError as stop:
                return stop.code
        # As git runs it, once for every version of a file.
        if arguments[:3] == ["git", "textconv", "--"] and len(arguments) == 4:  # noqa: PLR2004
            from tiltak_cli.cli.commands.git.textconv import run as run_textconv

            return run_textconv(arguments[3])
    from tiltak_cli.cli.app import run_app

    return run_app(arguments)


def _only_sides(arguments: list[str]) -> bool:
    """Whether `diff` is given its sides and nothing else."""
    return len(arguments) <= 2 and not any(a.startswith("-") for a in arguments)  # noqa: PLR2004


if __name__ == "__main__":
    main()
