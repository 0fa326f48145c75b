"""The Typer application: every command in the order that people meet them."""

from collections.abc import Callable

import typer

from tiltak_cli import __version__
from tiltak_cli.cli import console
from tiltak_cli.cli.demo import demo
from tiltak_cli.cli.diff import diff
from tiltak_cli.cli.edition import edition
from tiltak_cli.cli.editions import editions
from tiltak_cli.cli.explain import explain
from tiltak_cli.cli.export import export
from tiltak_cli.cli.format import format_register
from tiltak_cli.cli.git import ABOUT_GIT, GIT_COMMANDS, HIDDEN
from tiltak_cli.cli.history import history
from tiltak_cli.cli.list import list_measures
from tiltak_cli.cli.norwegian import NorwegianCommand, NorwegianGroup, usage_sentence
from tiltak_cli.cli.opening import StoppedError
from tiltak_cli.cli.report import report
from tiltak_cli.cli.schema import schema
from tiltak_cli.cli.show import show
from tiltak_cli.cli.validate import validate

USAGE = 2
ABOUT = """Hold orden på en tiltaksoversikt: kontroller, vis, sammenlign og eksporter et register
over tiltak som er skrevet i YAML.

Uten STI brukes tiltaksoversikt.yaml, eller mappen tiltaksoversikt, der du står."""
COMMANDS: dict[str, Callable[..., None]] = {
    "demo": demo,
    "validate": validate,
    "format": format_register,
    "explain": explain,
    "report": report,
    "list": list_measures,
    "show": show,
    "diff": diff,
    "history": history,
    "edition": edition,
    "editions": editions,
    "export": export,
    "schema": schema,
}
# Commands that have commands of their own: what they are for, and which those are.
GROUPS: dict[str, tuple[str, dict[str, Callable[..., None]]]] = {"git": (ABOUT_GIT, GIT_COMMANDS)}


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


def make_app() -> typer.Typer:
    """Put the application together."""
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
    _add(app, COMMANDS)
    for name, (about, commands) in GROUPS.items():
        text, example = _about(about)
        group = typer.Typer(rich_markup_mode=None, no_args_is_help=True)
        _add(group, commands)
        app.add_typer(group, name=name, cls=NorwegianGroup, help=text, epilog=example)
    return app


def _add(app: typer.Typer, commands: dict[str, Callable[..., None]]) -> None:
    for name, command in commands.items():
        text, example = _about(command.__doc__ or "")
        hidden = name in HIDDEN
        app.command(name, cls=NorwegianCommand, help=text, epilog=example, hidden=hidden)(command)


def _about(text: str) -> tuple[str, str]:
    """What a command is for, and its example, from its docstring."""
    text, _, example = text.partition("\n\n    Eksempel:")
    return text, _example(example)


def _example(text: str) -> str:
    lines = [f"  {line.strip()}" for line in text.strip().splitlines()]
    return "\n".join(["Eksempel:", *lines])


def run_app(arguments: list[str]) -> int:
    """Run a command line and give its exit code."""
    try:
        code = make_app()(arguments or ["--help"], prog_name="tiltak", standalone_mode=False)
    except StoppedError as stop:
        return stop.code
    except typer.Abort:
        return 130
    except typer.TyperException as error:
        console.complain(usage_sentence(error))
        return USAGE
    return code if isinstance(code, int) else 0
