"""Help and usage errors in Norwegian: Typer's own are in English and cannot be translated."""

import contextlib
import io
import re
from typing import Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import nearest

COMMAND_WORDS = {
    "valider": "validate",
    "kontroller": "validate",
    "sjekk": "validate",
    "rapport": "report",
    "rapporter": "report",
    "liste": "list",
    "vis": "show",
    "sett": "set",
    "endre": "set",
    "oppdater": "set",
    "ny": "add",
    "nytt": "add",
    "legg": "add",
    "slett": "remove",
    "forskjell": "diff",
    "sammenlign": "diff",
    "endringer": "diff",
    "historikk": "history",
    "historie": "history",
    "historien": "history",
    "utgave": "edition",
    "utgaver": "editions",
    "eksport": "export",
    "eksporter": "export",
    "forklar": "explain",
    "skjema": "schema",
    "eksempel": "demo",
    "installer": "install",
    "avinstaller": "uninstall",
    "fjern": "uninstall",
}
HELP = "Vis denne hjelpen."
COMPLETION_HELP = {
    "install_completion": "Sett opp fullføring med tabulator i skallet du bruker nå.",
    "show_completion": "Vis skriptet for fullføring, for å lime det inn selv.",
}

INSTALLED = re.compile(r"(\S+) completion installed in (.+)")
NO_SHELL = (
    "Skallet du bruker, er ikke et av dem fullføring virker i: bash, zsh, fish og PowerShell. Kjør "
    "kommandoen fra et av dem."
)


class UnknownCommandError(typer.TyperException):
    """A command that does not exist; `guess` is the nearest one that does, or nothing.

    `path` is what the command would stand after: `tiltak`, or `tiltak git`.
    """

    def __init__(self, name: str, guess: str, path: str) -> None:
        super().__init__(name)
        self.name = name
        self.guess = guess
        self.path = path


class _ShowsHelp:
    """Help that goes the same way out as everything else."""

    def get_help(self, ctx: Any) -> str:
        """Show the help and stop: Typer's own way out ignores the terminal's encoding."""
        console.write(super().get_help(ctx) + "\n")  # type: ignore[misc]
        raise typer.Exit


# How options were spelt before they were made one, by the command's path, and how they are now. A
# value of an option is told with it: `--format full`.
RENAMED = {
    "tiltak edition": {"--date": "--as-of"},
    "tiltak validate": {"--format full": "--format text"},
}


def _as_now(path: str, args: list[str]) -> list[str]:
    """Arguments with each old spelling as it is now, which is said."""
    now = list(args)
    for old, new in RENAMED.get(path, {}).items():
        (name, _, value), right = old.partition(" "), new.rpartition(" ")[2]
        for n, word in enumerate(args):
            if word == "--":
                break
            option, sign, given = word.partition("=")
            after = given if sign else "".join(args[n + 1 : n + 2])
            if option != name or (value and after != value):
                continue
            if not value:
                now[n] = f"{right}{sign}{given}"
            elif sign:
                now[n] = f"{name}={right}"
            else:
                now[n + 1] = right
            console.complain(f"«{old}» skrives nå «{new}».")
    return now


class NorwegianCommand(_ShowsHelp, TyperCommand):
    """A command whose help is in Norwegian."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments, also as they were spelt before."""
        return super().parse_args(ctx, _as_now(ctx.command_path, args))

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, arguments, options and the example."""
        pieces = [
            p.make_metavar(ctx, usage=True) for p in self.params if isinstance(p, TyperArgument)
        ]
        formatter.write_usage(ctx.command_path, " ".join(["[VALG]", *pieces]), prefix="Bruk: ")
        _write_text(formatter, self.help or "")
        arguments = [
            (p.make_metavar(ctx), p.help or "") for p in self.params if isinstance(p, TyperArgument)
        ]
        _write_list(formatter, "Argumenter", arguments)
        _write_options(formatter, self, ctx)
        _write_text(formatter, self.epilog or "")


class NorwegianGroup(_ShowsHelp, TyperGroup):
    """The program or a group of commands: its help, and what it says of one that is not there."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, purpose, commands, options and the example."""
        formatter.write_usage(ctx.command_path, "[VALG] KOMMANDO …", prefix="Bruk: ")
        _write_text(formatter, self.help or "")
        headings: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command and not command.hidden:
                text = (command.help or "").split("\n\n")[0].replace("\n", " ")
                heading = getattr(command, "rich_help_panel", None) or "Kommandoer"
                headings.setdefault(heading, []).append((name, text))
        for heading, commands in headings.items():
            _write_list(formatter, heading, commands)
        _write_options(formatter, self, ctx)
        _write_text(formatter, self.epilog or "")

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order that people meet them."""
        del ctx
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        """Run a command; an interrupt is told by us, and not turned into an exit code."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise typer.Abort from error

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command, or say which one was probably meant."""
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            guess = nearest(args[0], self.commands, COMMAND_WORDS)
            raise UnknownCommandError(args[0], guess, ctx.command_path)
        return super().resolve_command(ctx, args)


def _write_text(formatter: Any, text: str) -> None:
    if not text:
        return
    for paragraph in text.strip().split("\n\n"):
        formatter.write_paragraph()
        if paragraph.startswith("Eksempel"):
            formatter.write(paragraph + "\n")
        else:
            formatter.write_text(paragraph.replace("\n", " "))


def _write_list(formatter: Any, heading: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(heading):
            formatter.write_dl(rows)


def _write_options(formatter: Any, command: Any, ctx: Any) -> None:
    rows = []
    for param in command.get_params(ctx):
        if not isinstance(param, TyperOption) or param.hidden:
            continue
        names = ", ".join([*sorted(param.opts, key=len), *param.secondary_opts])
        value = "" if param.is_flag else f" {param.metavar or 'TEKST'}"
        fallback = COMPLETION_HELP.get(param.name or "", param.help or "")
        rows.append((names + value, HELP if "--help" in param.opts else fallback))
    _write_list(formatter, "Valg", rows)


def usage_sentence(error: typer.TyperException) -> str:
    """Say in Norwegian what is wrong with a command line, by the class of Typer's error."""
    context = getattr(error, "ctx", None)
    param = getattr(error, "param", None)
    option = quoted(str(getattr(error, "option_name", "")))
    seek = f"Se «{context.command_path if context else 'tiltak'} --help»."
    match type(error).__name__:
        case "UnknownCommandError":
            guess, path = getattr(error, "guess", ""), getattr(error, "path", "tiltak")
            remedy = f"Mente du «{path} {guess}»?" if guess else f"Se «{path} --help»."
            sentence = f"Kommandoen {quoted(getattr(error, 'name', ''))} finnes ikke. {remedy}"
        case "NoSuchOption":
            sentence = f"Valget {option} finnes ikke. {_nearest_option(error, context) or seek}"
        case "MissingParameter":
            sentence = f"Det mangler {_named(param, context)}. {seek}"
        case "BadOptionUsage" | "BadArgumentUsage":
            sentence = f"Valget {option} mangler en verdi. {seek}"
        case "BadParameter" if param is not None:
            sentence = f"Verdien for {_named(param, context)} kan ikke brukes. {seek}"
        case _:
            sentence = f"Det er for mange argumenter, eller de står i feil rekkefølge. {seek}"
    return sentence


def _nearest_option(error: typer.TyperException, context: Any) -> str:
    params = context.command.get_params(context) if context else ()
    guess = nearest(getattr(error, "option_name", ""), [o for param in params for o in param.opts])
    return f"Mente du «{guess}»?" if guess else ""


def _named(param: Any, context: typer.Context | None) -> str:
    if isinstance(param, TyperArgument) and context:
        return f"argumentet {param.make_metavar(context)}"
    return f"valget {', '.join(param.opts)}" if param is not None else "et argument"


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
