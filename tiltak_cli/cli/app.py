"""The Typer application: every command in the order that people meet them."""

import os
from collections.abc import Callable
from functools import cache
from typing import Any

import typer
from typer.main import get_command

from tiltak_cli import __version__
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import UNUSABLE, code_of
from tiltak_cli.cli.common.late import at
from tiltak_cli.cli.common.norwegian_help import (
    NorwegianCommand,
    NorwegianGroup,
    speak_norwegian,
    usage_sentence,
)
from tiltak_cli.cli.common.stop import StoppedError

ABOUT = """Hold orden på en tiltaksoversikt: kontroller, vis, sammenlign og eksporter et register
over tiltak som er skrevet i YAML.

Uten STI brukes tiltaksoversikt.yaml, eller mappen tiltaksoversikt, der du står eller i en mappe
over."""
# Where each command is, under the heading that help has for it: only the module of the one that is
# named is loaded.
HEADINGS = {
    "Begynn her": {
        "demo": "tiltak_cli.cli.commands.demo:demo",
        "init": "tiltak_cli.cli.commands.init.command:init",
    },
    "Hver dag": {
        "validate": "tiltak_cli.cli.commands.validate.command:validate",
        "format": "tiltak_cli.cli.commands.format:format_register",
        "list": "tiltak_cli.cli.commands.list:list_measures",
        "show": "tiltak_cli.cli.commands.show:show",
        "set": "tiltak_cli.cli.commands.edit.set_command:set_measure",
        "add": "tiltak_cli.cli.commands.edit.add_command:add",
        "remove": "tiltak_cli.cli.commands.edit.remove_command:remove",
        "explain": "tiltak_cli.cli.commands.explain:explain",
    },
    "Møter og utgaver": {
        "report": "tiltak_cli.cli.commands.report:report",
        "diff": "tiltak_cli.cli.commands.diff.command:diff",
        "history": "tiltak_cli.cli.commands.history:history",
        "export": "tiltak_cli.cli.commands.export.command:export",
        "import": "tiltak_cli.cli.commands.import_.command:import_files",
        "edition": "tiltak_cli.cli.commands.edition.command:edition",
        "editions": "tiltak_cli.cli.commands.editions:editions",
    },
    "Flere som skriver": {
        "merge": "tiltak_cli.cli.commands.merge.command:merge",
        "resolve": "tiltak_cli.cli.commands.resolve.command:resolve",
    },
    "Oppsett": {
        "schema": "tiltak_cli.cli.commands.schema:schema",
    },
}
COMMANDS = {name: place for places in HEADINGS.values() for name, place in places.items()}
# Commands that have commands of their own: the text that says what for, and which those are.
GROUPS = {
    "git": (
        "tiltak_cli.cli.commands.git.command:ABOUT",
        "tiltak_cli.cli.commands.git.command:COMMANDS",
    )
}
LAST_HEADING = "Oppsett"
# Not for people to run.
HIDDEN = frozenset({("git", "textconv"), ("git", "merge")})


def _version(value: bool) -> None:
    if value:
        console.write(f"tiltak {__version__}\n")
        raise typer.Exit


def _root(
    version: bool = typer.Option(
        False,  # noqa: FBT003
        "--version",
        help="Vis hvilken versjon dette er.",
        callback=_version,
        is_eager=True,
    ),
) -> None:
    del version


@cache
def make_command(first: str) -> Any:
    """Put the command line together, of what is needed by one that begins with a word.

    That is the command by that name; else, as for help, a slip or a completion, all.
    """
    app = typer.Typer(
        name="tiltak",
        cls=NorwegianGroup,
        help=ABOUT,
        epilog="Eksempel:\n  tiltak demo\n  tiltak validate tiltaksoversikt.yaml",
        no_args_is_help=False,
        invoke_without_command=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback()(_root)
    known = first in COMMANDS or first in GROUPS
    for heading, places in HEADINGS.items():
        for name, place in places.items():
            if name == first or not known:
                _add(app, (name,), at(place), heading)
    for name, (about, commands) in GROUPS.items():
        if name == first or not known:
            text, example = _about(at(about))
            group = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
            for inner, command in at(commands).items():
                _add(group, (name, inner), command)
            app.add_typer(
                group,
                name=name,
                cls=NorwegianGroup,
                help=text,
                epilog=example,
                rich_help_panel=LAST_HEADING,
            )
    command = get_command(app)
    speak_norwegian(command)
    return command


def _add(
    app: typer.Typer,
    words: tuple[str, ...],
    command: Callable[..., None],
    heading: str | None = None,
) -> None:
    text, example = _about(command.__doc__ or "")
    hidden = words in HIDDEN
    app.command(
        words[-1],
        cls=NorwegianCommand,
        help=text,
        epilog=example,
        hidden=hidden,
        rich_help_panel=heading,
    )(command)


def _about(text: str) -> tuple[str, str]:
    """What a command is for, and its example, from its docstring."""
    text, _, example = text.partition("\n\n    Eksempel:")
    return text, _example(example)


def _example(text: str) -> str:
    lines = [f"  {line.strip()}" for line in text.strip().splitlines()]
    return "\n".join(["Eksempel:", *lines])


def run_app(arguments: list[str]) -> int:
    """Run a command line and give its exit code."""
    first = arguments[0] if arguments and "_TILTAK_COMPLETE" not in os.environ else ""
    try:
        code = make_command(first)(
            arguments or ["--help"], prog_name="tiltak", standalone_mode=False
        )
    except StoppedError as stop:
        return code_of(arguments, stop.code)
    except typer.Abort as error:
        raise KeyboardInterrupt from error
    except typer.TyperException as error:
        console.complain(usage_sentence(error))
        return code_of(arguments, UNUSABLE)
    return code if isinstance(code, int) else 0
