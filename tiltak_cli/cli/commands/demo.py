"""`tiltak demo`."""

import os
import shutil
import subprocess
from typing import Annotated

import typer

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import INTERRUPTED
from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.edits.leftovers import sweep
from tiltak_cli.edits.writing import reason
from tiltak_cli.sources import packaged
from tiltak_cli.sources.git.names import TAG
from tiltak_cli.sources.git.program import ended_with_us, git

OLD, NEW = "tiltaksoversikt-2023-2.yaml", "tiltaksoversikt-2024-1.yaml"
REGISTER = "tiltaksoversikt.yaml"
WORKBOOK = "tiltaksoversikt.xlsx"
SCHEMA = "tiltak.schema.json"
# There as long as the example is not whole.
UNFINISHED = ".tiltak-demo"


def demo(
    folder: Annotated[
        str, typer.Argument(metavar="MAPPE", help="Den nye mappen som lages. Ellers tiltak-demo.")
    ] = "tiltak-demo",
) -> None:
    """Lag et eksempel i en ny mappe, og vis hele jobben på det.

    Mappen får et register i to utgaver (som git-historie der git finnes), og registeret blir
    kontrollert, vist, sammenlignet med forrige utgave og eksportert til en arbeidsbok.

    Eksempel:
      tiltak demo
      tiltak demo min-oversikt
    """
    sweep(folder)
    if os.path.lexists(folder) and not _empty(folder) and not _left(folder):
        raise refuse(
            f"«{folder}» finnes fra før og blir ikke endret. Velg et annet navn: "
            "«tiltak demo MAPPE»."
        )
    old, new = (packaged.read("examples", name) for name in (OLD, NEW))
    schema = packaged.read("schema", "tiltak.schema.json")
    if old is None or new is None or schema is None:
        raise refuse("Eksemplene følger ikke med denne installasjonen. Installer tiltak på nytt.")
    there = os.path.isdir(folder)
    try:
        _clear(folder)
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise refuse(f"Kan ikke lage mappen «{folder}»: {reason(error)}") from error
    try:
        since = _fill(folder, old, new, schema)
    except KeyboardInterrupt:
        _clear(folder)
        if not there:
            os.rmdir(folder)
        raise
    try:
        _run_through(folder, since)
    except KeyboardInterrupt:
        console.complain(f"Avbrutt. Filene i «{folder}» er skrevet og kan brukes.")
        raise typer.Exit(INTERRUPTED) from None


def _fill(folder: str, old: bytes, new: bytes, schema: bytes) -> str:
    """Write the example, and give what to compare with. Until it is whole a mark is there too."""
    write_file(os.path.join(folder, UNFINISHED), b"")
    write_file(os.path.join(folder, SCHEMA), schema)
    since = _history(folder, old, new) if shutil.which("git") else None
    if since is None:
        write_file(os.path.join(folder, OLD), _with_schema(old))
        write_file(os.path.join(folder, REGISTER), _with_schema(new))
        since = OLD
    os.unlink(os.path.join(folder, UNFINISHED))
    return since


def _left(folder: str) -> bool:
    """Whether a folder has nothing but an example that was begun and not finished."""
    names = set(os.listdir(folder)) if os.path.isdir(folder) else set[str]()
    own = {UNFINISHED, SCHEMA, OLD, REGISTER, ".git"}
    return UNFINISHED in names and names <= own


def _clear(folder: str) -> None:
    """Empty a folder in which an example was begun."""
    for name in os.listdir(folder) if os.path.isdir(folder) else ():
        path = os.path.join(folder, name)
        # What git stores is write-protected, and Windows takes away no such file.
        for base, _, files in os.walk(path):
            for file in files:
                os.chmod(os.path.join(base, file), 0o600)
        (shutil.rmtree if os.path.isdir(path) else os.unlink)(path)


def _empty(folder: str) -> bool:
    return os.path.isdir(folder) and not os.listdir(folder)


def _with_schema(text: bytes) -> bytes:
    """Point the editor at the schema beside the register."""
    return text.replace(b"$schema=../schema/tiltak.schema.json", b"$schema=tiltak.schema.json", 1)


def _history(folder: str, old: bytes, new: bytes) -> str | None:
    """Make a git repository with a commit and a tag for each edition; None where git cannot.

    Gives what to compare with: the name of the first.
    """
    path = os.path.join(folder, REGISTER)
    steps = (
        (old, "2023-2", "2023-11-15T12:00:00+01:00"),
        (new, "2024-1", "2024-06-15T12:00:00+02:00"),
    )
    if not _git(folder, "init", "--quiet"):
        return None
    for text, name, when in steps:
        write_file(path, _with_schema(text))
        message = f"Utgave {name}"
        commands = (
            ("add", "--", SCHEMA, REGISTER),
            ("commit", "-qm", message),
            ("tag", "-a", "-m", message, f"{TAG}{name}"),
        )
        if not all(_git(folder, *command, when=when) for command in commands):
            return None
    return steps[0][1]


def _git(folder: str, *arguments: str, when: str = "") -> bool:
    """Run git as someone who exists only in the example, without the user's own hooks or keys."""
    settings = {
        "user.name": "Eksempel",
        "user.email": "eksempel@example.invalid",
        "commit.gpgSign": "false",
        "tag.gpgSign": "false",
        "core.hooksPath": os.devnull,
        "core.autocrlf": "false",
    }
    options = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    outside = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    return git(folder, *options, *arguments, environment={**outside, **dates}).code == 0


def _run_through(folder: str, since: str) -> None:
    """Run the four commands as a user would, each under its own command line."""
    stored = since != OLD
    where = " i git" if stored else ""
    console.write(f"Laget mappen {folder}. Der ligger to utgaver av et eksempelregister{where}.\n")
    steps = (
        ("Kontrollerer registeret", ["validate", REGISTER]),
        ("Viser hvordan det går", ["report", REGISTER]),
        (
            "Viser hva som er endret siden forrige utgave",
            ["diff"] if stored else ["diff", since, REGISTER],
        ),
        ("Eksporterer til arbeidsbok", ["export", REGISTER, "-o", WORKBOOK, "--since", since]),
    )
    for number, (what, arguments) in enumerate(steps, 1):
        console.write(f"\n{number}. {what}:  tiltak {' '.join(arguments)}\n\n")
        process = subprocess.Popen([*packaged.program(), *arguments], cwd=folder)
        with ended_with_us(process):
            code = process.wait()
        if code:
            raise typer.Exit(code)
    register = os.path.join(folder, REGISTER)
    book = os.path.join(folder, WORKBOOK)
    console.write(
        "\nFerdig. Filene ligger her:\n"
        f"  {register}  registeret, som redigeres for hånd\n"
        f"  {book}  arbeidsboken til møtet\n"
        f"Prøv selv: endre noe i registeret og kjør «tiltak validate {register}».\n"
    )
