"""The entry point: the shortest ways first, then the whole command line."""

import contextlib
import gc
import os
import sys
from typing import NamedTuple

from tiltak_cli import __version__
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import INTERNAL_ERROR, INTERRUPTED, UNUSABLE, code_of


class Lane(NamedTuple):
    """A command that can run without Typer: its words, how many arguments, and what runs it.

    None of the arguments is an option, unless the words say that there are no more. What it
    `writes` is not to be stopped halfway.
    """

    words: tuple[str, ...]
    fewest: int
    most: int
    place: str
    writes: bool = False

    def fits(self, arguments: list[str]) -> bool:
        """Whether the arguments are so plain."""
        options = self.words[-1] != "--" and any(a.startswith("-") for a in arguments)
        return self.fewest <= len(arguments) <= self.most and not options


LANES = (
    Lane(("validate",), 0, sys.maxsize, "tiltak_cli.cli.commands.validate.run:run"),
    Lane(("diff",), 0, 2, "tiltak_cli.cli.commands.diff.run:run"),
    Lane(("set",), 2, sys.maxsize, "tiltak_cli.cli.commands.edit.set_run:run", writes=True),
    # As git runs it, once for every version of a file.
    Lane(("git", "textconv", "--"), 1, 1, "tiltak_cli.cli.commands.git.textconv:run"),
    # And once for every register that both sides of a merge have changed.
    Lane(("git", "merge", "--"), 5, 5, "tiltak_cli.cli.commands.git.merge:run"),
)


VERSION = ["--version"]


def main() -> None:
    """Run `tiltak`. Exits 0, 1 (findings), 2 (usage or unreadable), 3 (internal) or 130."""
    # Nothing here lives long or refers in circles; collecting would cost a tenth of the time.
    gc.disable()
    # Where lxml happens to be installed, the library of workbooks would write other bytes with it.
    os.environ["OPENPYXL_LXML"] = "False"
    # Nor on Windows is a git.exe run that lies in the folder: it may be anybody's.
    os.environ["NODEFAULTCURRENTDIRECTORYINEXEPATH"] = "1"
    console.set_up()
    arguments = expanded(sys.argv[1:])
    lane = _fast(arguments)
    if arguments != VERSION and (lane is None or lane.writes):
        from tiltak_cli.cli.common.stopping import end_by_interrupt

        # What only reads has nothing to tidy up.
        end_by_interrupt()
    code = run(arguments)
    # All is written. Freeing a large register piece by piece would only take time.
    console.leave(code)


def expanded(arguments: list[str]) -> list[str]:
    """The arguments with the files that `svar/*.xlsx` is, which no shell on Windows puts there.

    What is no file's name stays as it is; and git is told of patterns as they are.
    """
    if os.name != "nt" or arguments[:1] == ["git"]:
        return arguments
    from glob import glob

    result: list[str] = []
    for argument in arguments:
        fits = "*" in argument and not argument.startswith("-")
        # Named as they are written, which pathlib would not.
        result += (sorted(glob(argument)) if fits else []) or [argument]  # noqa: PTH207
    return result


def run(arguments: list[str]) -> int:
    """Run a command line and give its exit code, whatever happens on the way."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return _interrupted()
    except console.OutputError:
        console.complain("Resultatet kan ikke skrives. Kontroller at disken ikke er full.")
        return code_of(arguments, UNUSABLE)
    # The last net: a sentence, never a traceback.
    except Exception as error:
        if os.environ.get("TILTAK_DEBUG"):
            raise
        console.complain(
            f"Intern feil ({type(error).__name__}: {error}). Registeret er ikke endret. Kjør på "
            "nytt med TILTAK_DEBUG=1 og meld fra om feilen."
        )
        return code_of(arguments, INTERNAL_ERROR)


def _interrupted() -> int:
    """Say that the user, or the machine, has stopped it. The terminal may be gone."""
    with contextlib.suppress(console.OutputError):
        console.complain("Avbrutt. Ingen fil er halvskrevet. Kjør kommandoen på nytt.")
    return INTERRUPTED


def _fast(arguments: list[str]) -> Lane | None:
    """The fast lane that takes some arguments, where one does."""
    if "_TILTAK_COMPLETE" in os.environ:
        return None
    for lane in LANES:
        rest = arguments[len(lane.words) :]
        if (*lane.words, *rest) == tuple(arguments) and lane.fits(rest):
            return lane
    return None


def _run(arguments: list[str]) -> int:
    """Take the fast lane where the arguments are plain: Typer alone is four bare starts."""
    if arguments == VERSION and "_TILTAK_COMPLETE" not in os.environ:
        console.write(f"tiltak {__version__}\n")
        return 0
    if lane := _fast(arguments):
        return _alone(lane, arguments[len(lane.words) :])
    from tiltak_cli.cli.app import run_app

    return run_app(arguments)


def _alone(lane: Lane, arguments: list[str]) -> int:
    """Run a command without Typer."""
    from tiltak_cli.cli.common.late import at
    from tiltak_cli.cli.common.stop import StoppedError

    try:
        return int(at(lane.place)(arguments))
    except StoppedError as stop:
        return code_of([*lane.words], stop.code)


if __name__ == "__main__":
    main()
