"""Setting up git so that it shows and merges registers: what it is now, and what it is to be."""

import os
import sys

from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.edits.writing import reason
from tiltak_cli.sources.git_install.attributes import with_lines
from tiltak_cli.sources.git_install.install import (
    Place,
    State,
    is_program,
    make_settings,
    place_of,
    read_state,
)
from tiltak_cli.sources.packaged import program

LOCAL, GLOBAL = "--local", "--global"


def state_of(scope: str) -> State:
    """What is set up for the repository that one stands in, or for the user; or a refusal."""
    home = os.environ.get("HOME") or os.path.expanduser("~")
    place = found(place_of(scope, home, os.environ.get("XDG_CONFIG_HOME", "")))
    return found(read_state(place, _program()))


def _program() -> tuple[str, ...]:
    """The command line of this program, for a shell that may not know where it is."""
    script = os.path.abspath(sys.argv[0])
    if os.path.splitext(os.path.basename(script))[0] == "tiltak" and is_program(script):
        return (script.replace(os.sep, "/"),)
    return tuple(part.replace(os.sep, "/") for part in program())


def set_up(state: State, patterns: tuple[str, ...] = ()) -> None:
    """Make the settings, and write what is a register's by its name or one of the patterns."""
    foreign = [setting for setting in state.settings if setting.foreign]
    if foreign:
        key, scope = foreign[0].key, state.place.scope
        raise refuse(
            f"{key} er satt til noe annet fra før. Ta det bort med «git config {scope} --unset-all "
            f"{key}», og kjør kommandoen på nytt."
        )
    made = make_settings(state.place, state.settings)
    if made:
        raise refuse(made.sentence)
    text = with_lines(state.attributes, state.drivers, patterns)
    if text != state.attributes.whole:
        write_attributes(state.place, text)


def write_attributes(place: Place, text: str | None) -> None:
    """Write the attributes file, or take it away where there was none."""
    try:
        if text is None:
            os.unlink(place.attributes)
            return
        os.makedirs(os.path.dirname(place.attributes), exist_ok=True)
    except OSError as error:
        raise refuse(f"Kan ikke skrive «{place.attributes}»: {reason(error)}") from error
    write_file(place.attributes, text.encode("utf-8", "surrogateescape"))
