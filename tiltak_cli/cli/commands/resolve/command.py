"""`tiltak resolve`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.resolve.chosen import Chosen
from tiltak_cli.cli.commands.resolve.run import run
from tiltak_cli.cli.common import options


def resolve(
    what: Annotated[
        str | None,
        typer.Argument(metavar="ID[.FELT]", help="Tiltaket eller feltet. Uten: alle konflikter."),
    ] = None,
    path: Annotated[str | None, typer.Argument(metavar="STI", help="Registeret.")] = None,
    ours: Annotated[bool, typer.Option("--ours", help="Velg vår side.")] = False,
    theirs: Annotated[bool, typer.Option("--theirs", help="Velg deres side.")] = False,
    base: Annotated[bool, typer.Option("--base", help="Velg det som sto der før.")] = False,
    both: Annotated[
        bool,
        typer.Option("--both", help="Behold begge, der to nye tiltak har fått den samme id-en."),
    ] = False,
    value: Annotated[
        str | None, typer.Option("--value", help="Skriv en annen verdi i feltet.")
    ] = None,
    form: Annotated[str, options.form(("text", "json"))] = "text",
) -> None:
    """Vis konfliktene i et register, og avgjør dem.

    Uten valg vises hver konflikt med det vi har, det de har og det som sto der før. Med --ours,
    --theirs, --base, --both eller --value avgjøres de som er nevnt. Når ingen er igjen, blir
    registeret kontrollert.

    Avslutter med 1 så lenge det er konflikter igjen eller registeret har feil, og ellers med 0.

    Eksempel:
      tiltak resolve
      tiltak resolve T002.frist --theirs
      tiltak resolve T002.frist --value 2025-09
      tiltak resolve T029 --both
    """
    raise typer.Exit(
        run(
            what,
            path,
            Chosen(ours=ours, theirs=theirs, base=base, both=both, value=value, form=form),
        )
    )
