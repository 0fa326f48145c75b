"""`tiltak init`."""

import shutil
from typing import Annotated

import typer

from tiltak_cli.cli.commands.init.answers import Given, answered
from tiltak_cli.cli.commands.init.make import Way, looked_at, make
from tiltak_cli.cli.commands.init.place import place_at
from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.stop import refuse


def init(
    folder: Annotated[
        str,
        typer.Argument(metavar="MAPPE", help="Mappen registeret skal ligge i. Ellers der du står."),
    ] = ".",
    strategy: Annotated[str | None, options.STRATEGY] = None,
    edition: Annotated[str | None, options.EDITION] = None,
    as_of: Annotated[str | None, options.HEAD_DAY] = None,
    keeper: Annotated[str | None, options.KEEPER] = None,
    empty: Annotated[
        bool, typer.Option("--empty", help="Et register uten eksempel på et tiltak.")
    ] = False,
    server: Annotated[
        str | None,
        typer.Option(
            "--ci",
            metavar="TJENESTE",
            help="Kontroll på serveren også: github, gitlab, azure eller none. Ellers none.",
        ),
    ] = None,
    git: Annotated[
        bool,
        typer.Option(
            "--git/--no-git", help="Lag git-depot og sett opp git for registre, eller ikke."
        ),
    ] = True,
    commit: Annotated[
        bool | None,
        typer.Option(
            "--commit/--no-commit", help="Lagre filene i git som første versjon, eller ikke."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Vis hva som blir gjort, og gjør det ikke.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Gjør det uten å spørre.")] = False,
) -> None:
    """Begynn på et register: registeret selv, og alt som skal stå rundt det.

    På en terminal spør kommandoen om det den trenger å vite. Ellers sier den hva den har forutsatt.
    Først vises hva som blir gjort. Det som finnes fra før, blir ikke endret.

    Eksempel:
      tiltak init
      tiltak init tiltaksoversikten --keeper KD --ci github
    """
    if commit and not git:
        raise refuse("Uten git kan ingenting lagres der. Ta bort --commit eller --no-git.")
    given = Given(
        strategy=strategy,
        edition=edition,
        as_of=as_of,
        keeper=keeper,
        server=server,
        example=not empty,
    )
    if git and not shutil.which("git"):
        if commit:
            raise refuse("git finnes ikke på maskinen. Installer git, eller ta bort --commit.")
        console.write("git finnes ikke på maskinen, så registeret blir laget uten.\n")
        git = False
    place = place_at(folder, git=git)
    if not looked_at(place, ask=not yes):
        console.write("Ingenting er gjort.\n")
        return
    answers = answered(given, place, ask=not yes)
    make(place, answers, Way(git=git, commit=commit, dry_run=dry_run, yes=yes))
