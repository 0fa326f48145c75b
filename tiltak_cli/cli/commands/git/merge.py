"""Running git's merge driver, without Typer: git does so for a register both sides have changed.

Git keeps ours and drops theirs where a driver fails without markers in the file. So the file is
written last and whole, and the line in git's settings (`sources/git_install/drivers.py`) leaves it
to git's own merge where anything is not as it should be.
"""

import os

from tiltak_cli.changes.merge.pairing import CannotMergeError
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CANNOT_MERGE, MOST_CONFLICTS
from tiltak_cli.edits.merged.lines import Markers, Style
from tiltak_cli.edits.merged.whole import together
from tiltak_cli.edits.writing import WriteError, write_whole
from tiltak_cli.sources.files import Refusal, Source, SourceFile, read_file
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.git_install.drivers import DONE
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.views.conflicts import conflicts_text


def run(arguments: list[str]) -> int:
    """Merge three files that git names, into the second of them.

    Then come the length of the markers and the register's path. Gives the number of conflicts, and
    129 where git must do it.
    """
    base, ours, theirs, size, path = arguments
    sides = [read_file(name) for name in (base, ours, theirs)]
    try:
        settings = read_settings(_source(path))
        if isinstance(settings, Refusal):
            return _left_to_git(settings.sentence)
        files = [{path: side} if side and side.strip() else {} for side in sides]
        result = together(files[0], files[1], files[2], _markers(int(size)))
        write_whole(ours, result.files[path] or b"")
    except (CannotMergeError, WriteError, KeyError, ValueError) as error:
        return _left_to_git(str(error))
    if result.conflicts:
        console.relay(f"{path}: {conflicts_text(result.conflicts)}\n")
        console.complain("Velg med «tiltak resolve», eller rett filen for hånd.")
    # The shell that reads it may not know another line end, as Windows has.
    console.write_exactly(f"{DONE}\n")
    return min(len(result.conflicts), MOST_CONFLICTS)


def _left_to_git(sentence: str) -> int:
    console.complain(f"{sentence} git slår sammen filen linje for linje.")
    return CANNOT_MERGE


def _source(path: str) -> Source:
    """A register as one of which only its settings are to be read.

    The file may be one of several in a folder, whose settings may stand above it.
    """
    folder = os.path.dirname(path)
    nothing = SourceFile(path, b"")
    return Source(folder or path, (nothing,), lambda name: read_file(os.path.join(folder, name)))


def _markers(size: int) -> Markers:
    """The markers as git is set up to write them, with the names that the sides have in git."""
    answer = ask(".", "config", "--get", "merge.conflictStyle")
    word = "" if isinstance(answer, Refusal) else answer.decode().strip()
    style = Style(word) if word in list(Style) else Style.MERGE
    names = [name for key, name in os.environ.items() if key.startswith("GITHEAD_")]
    theirs = names[0] if len(names) == 1 else "deres"
    return Markers(style=style, size=size, base="utgangspunktet", ours="HEAD", theirs=theirs)
