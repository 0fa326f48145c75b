"""`tiltak git`: setting up git so that it shows registers field by field."""

import os
from collections.abc import Callable
from typing import Annotated

import typer

from tiltak_cli.cli.commands.git.textconv import run
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.git_setup import GLOBAL, LOCAL, set_up, state_of, write_attributes
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.sources.files import relative
from tiltak_cli.sources.git_install.attributes import (
    path_pattern,
    quoted_pattern,
    without,
)
from tiltak_cli.sources.git_install.install import (
    Place,
    remove_settings,
)
from tiltak_cli.views.git_status import in_order, installed_text, removed_text, status_text

ABOUT = """Sett opp git: «git diff» viser tiltakene felt for felt, «git merge» slår dem sammen.

    git sammenligner da registeret tiltak for tiltak: det som bare er flyttet eller brutt om, er
    ingen endring, og over hver endring står tiltaket den gjelder. Arbeidsbøker vises også som
    tekst. Filene selv endres ikke.

    Vil du ha registeret vist som det er: «git diff --no-textconv» og «git blame --no-textconv».

    Eksempel:
      tiltak git install
      tiltak git status
    """
FIVE = 5
LOCALLY = typer.Option("--local", help="Bare dette depotet.")
GLOBALLY = typer.Option("--global", help="Alle depotene dine.")


def install(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STI…",
            help="Flere registre: filer, mapper eller mønstre som «registre/*.yaml».",
        ),
    ] = None,
    local: Annotated[bool, LOCALLY] = False,
    everywhere: Annotated[bool, GLOBALLY] = False,
) -> None:
    """Sett opp git for registre og arbeidsbøker.

    Registre med vanlig navn (tiltaksoversikt.yaml, eller mappen tiltaksoversikt) og alle .xlsx er
    med uansett. Kan kjøres om igjen, for eksempel når tiltak er flyttet. Ingenting i depotet
    endres: oppsettet er ditt eget, og hver i gruppen kjører kommandoen selv. Uten valg gjelder det
    dette depotet.

    Eksempel:
      tiltak git install
      tiltak git install "planer/årets plan.yaml"
    """
    state = state_of(_scope(local=local, everywhere=everywhere))
    patterns = tuple(p for path in paths or () for p in _patterns(path, state.place))
    set_up(state, patterns)
    # What git now says of the files, which other lines may have a say in.
    console.write(installed_text(state_of(state.place.scope), was_there=not state.untouched))


def uninstall(
    local: Annotated[bool, LOCALLY] = False,
    everywhere: Annotated[bool, GLOBALLY] = False,
) -> None:
    """Ta bort det som «tiltak git install» har satt opp, og ikke noe annet.

    Uten valg gjelder det dette depotet.

    Eksempel:
      tiltak git uninstall
      tiltak git uninstall --global
    """
    state = state_of(_scope(local=local, everywhere=everywhere))
    if state.attributes.marked:
        write_attributes(state.place, without(state.attributes))
    gone = remove_settings(state.place, state.settings)
    if gone:
        raise refuse(gone.sentence)
    console.write(removed_text(state))


def status(
    local: Annotated[bool, LOCALLY] = False,
    everywhere: Annotated[bool, GLOBALLY] = False,
) -> None:
    """Vis hva som er satt opp, hvor det står, og hva som mangler eller er gammelt.

    Uten valg vises både dette depotet og det som gjelder alle depotene dine. Avslutter med 1
    når noe ikke er i orden.

    Eksempel:
      tiltak git status
    """
    scopes = [_scope(local=local, everywhere=everywhere)]
    if not local and not everywhere:
        scopes = [LOCAL, GLOBAL]
    states = [state_of(scope) for scope in scopes]
    console.write(status_text(states))
    if not in_order(states):
        raise typer.Exit(FOUND)


def textconv(
    path: Annotated[str, typer.Argument(metavar="FIL", help="Filen som skal vises.")],
) -> None:
    """Skriv et register eller en arbeidsbok som flate linjer, én per felt. Kjøres av git.

    Eksempel:
      tiltak git textconv tiltaksoversikt.yaml
    """
    raise typer.Exit(run([path]))


def merge(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="BASE VÅR DERES STØRRELSE STI",
            help="Filene, antall tegn i markørene, og registerets sti.",
        ),
    ],
) -> None:
    """Slå sammen to sider av et register inn i den andre filen. Kjøres av git.

    Eksempel:
      tiltak git merge base.yaml vår.yaml deres.yaml 7 tiltaksoversikt.yaml
    """
    from tiltak_cli.cli.commands.git.merge import run as merged

    if len(paths) != FIVE:
        raise refuse("Oppgi tre filer, antall tegn i markørene og registerets sti.")
    raise typer.Exit(merged(paths))


COMMANDS: dict[str, Callable[..., None]] = {
    "install": install,
    "uninstall": uninstall,
    "status": status,
    "textconv": textconv,
    "merge": merge,
}


def _scope(*, local: bool, everywhere: bool) -> str:
    if local and everywhere:
        raise refuse("Velg enten --local eller --global.")
    return GLOBAL if everywhere else LOCAL


def _patterns(path: str, place: Place) -> tuple[str, ...]:
    """What a file, a folder or a pattern is in a gitattributes file."""
    written = path.replace(os.sep, "/")
    if place.scope == LOCAL and os.path.exists(path):
        if not place.top:
            raise refuse("Depotet har ingen arbeidsmappe. Oppgi et mønster, som «*.yaml».")
        inside = relative(os.path.realpath(path), os.path.realpath(place.top))
        if inside.startswith("../") or os.path.isabs(inside):
            raise refuse(f"{quoted(path)} ligger utenfor git-depotet. Oppgi en fil i depotet.")
        return path_pattern(inside, folder=os.path.isdir(path))
    if place.scope == LOCAL and not any(sign in written for sign in "*?["):
        raise refuse(
            f"Finner ikke {quoted(path)}. Kontroller navnet, eller oppgi et mønster, som "
            "«registre/*.yaml»."
        )
    if "/" not in written.rstrip("/") or place.scope == GLOBAL:
        return (quoted_pattern(written),)
    return (quoted_pattern(f"/{place.prefix}{written.removeprefix('./').lstrip('/')}"),)
