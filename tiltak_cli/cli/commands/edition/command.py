"""`tiltak edition`."""

from datetime import date
from typing import Annotated

import typer

from tiltak_cli.cli.commands.edition.draft import edition_name, own_day
from tiltak_cli.cli.commands.edition.make import Wanted, base_of, make, register_of
from tiltak_cli.cli.commands.edition.resume import (
    NONE_BEGUN,
    not_finished,
    tagged,
    told,
    undone,
)
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.registers import day_option
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.edits.edition.begun import note_path

ALONE = (
    "--continue og --undo tar alt fra utgaven som ble avbrutt. Bruk ett av dem, uten andre valg."
)


def edition(
    name: Annotated[
        str, typer.Argument(metavar="NAVN", help="Hva utgaven skal hete, for eksempel 2024-1.")
    ],
    path: Annotated[
        str | None, typer.Argument(metavar="STI", help="Registeret: en fil eller en mappe.")
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATO",
            help="Datoen utgaven gjelder for (per_dato). Ellers den som står i registeret.",
        ),
    ] = None,
    message: Annotated[
        str | None,
        typer.Option("--message", "-m", metavar="TEKST", help="Meldingen i git."),
    ] = None,
    commit: Annotated[
        bool, typer.Option("--commit/--no-commit", help="Lagre utgaven i git.")
    ] = True,
    tag: Annotated[
        bool | None,
        typer.Option("--tag/--no-tag", help="Merk utgaven i git med utgave-NAVN."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Vis hva som blir gjort, og gjør det ikke.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Gjør det uten å spørre.")] = False,
    resume: Annotated[
        bool, typer.Option("--continue", help="Gjør ferdig en utgave som ble avbrutt.")
    ] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Angre en utgave som ble avbrutt.")] = False,
) -> None:
    """Lag en utgave: kontroller registeret, lag dokumentene, og lagre alt i git med et merke.

    Hodet i registeret får navnet og datoen. Arbeidsbok, side og endringsnotat legges i
    utgaver/NAVN. Alt må være lagret i git først. Går noe galt, blir ingenting gjort.
    Med --no-commit blir bare filene laget, og med --no-tag blir det ikke satt noe merke. Blir
    den stanset underveis, sier kommandoen neste gang hvordan den gjøres ferdig eller angres.

    Eksempel:
      tiltak edition 2024-1
      tiltak edition 2024-1 --as-of 2024-06-15 --dry-run
    """
    given = day_option(day)
    wanted = _wanted(edition_name(name), given or today(), message, commit=commit, tag=tag)
    name = wanted.name
    source, folder = register_of(path)
    wanted = wanted._replace(as_of=given or own_day(source) or wanted.as_of)
    note = note_path(folder, base_of(source, folder))
    if resume or undo:
        others = (day, message, tag) != (None, None, None) or dry_run or not commit
        if others or (resume and undo):
            raise refuse(ALONE)
        begun = not_finished(note, folder)
        if begun is None:
            raise refuse(NONE_BEGUN)
        if begun.name != name:
            raise told(begun, name, path)
        if resume and tagged(begun):
            console.write(f"Utgave {name} er ferdig: den er nå merket {begun.tag}.\n")
            return
        undone(begun)
        if undo:
            console.write(f"Utgave {name} er angret. Alt er slik det var.\n")
            return
        wanted = Wanted.again(begun)
    elif begun := not_finished(note, folder):
        raise told(begun, name, path)
    make(wanted, path, note, dry_run=dry_run, yes=yes)


def _wanted(
    name: str, as_of: date, message: str | None, *, commit: bool, tag: bool | None
) -> Wanted:
    """What is asked for, or a refusal where options cannot go together."""
    if tag and not commit:
        raise refuse("Merket settes på det som lagres i git. Ta bort --tag eller --no-commit.")
    if message is not None and not commit:
        raise refuse("Meldingen hører til det som lagres i git. Ta bort -m eller --no-commit.")
    wanted = Wanted(
        name=name,
        as_of=as_of,
        message=f"Utgave {name}" if message is None else message.strip(),
        commit=commit,
        tag=commit if tag is None else tag,
    )
    if not wanted.message:
        raise refuse("Meldingen er tom. Skriv noe etter -m, eller ta det bort.")
    return wanted
