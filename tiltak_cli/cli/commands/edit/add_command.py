"""`tiltak add`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.edit.add_run import add_measure
from tiltak_cli.cli.commands.edit.completing import assignments
from tiltak_cli.cli.commands.edit.finish import FORMS, Choice, known_form
from tiltak_cli.cli.common import options
from tiltak_cli.cli.common.stop import refuse

DIFF = typer.Option("--diff", help="Skriv ingenting; vis linjene som ville kommet til.")
FORCE = typer.Option("--force", help="Skriv også når det gir nye feil i registeret.")
ASK = typer.Option("--interactive", "-i", help="Spør om feltene, ett om gangen, i terminalen.")
FIELDS = typer.Argument(
    metavar="FELT=VERDI…",
    help="Feltene i det nye tiltaket. Et argument uten = er registeret.",
    autocompletion=assignments,
)
AFTER = typer.Option(
    "--after",
    metavar="ID",
    help="Sett det rett etter dette tiltaket, i samme fil. Ellers kommer det sist.",
    autocompletion=options.measure_ids,
)


def add(
    fields: Annotated[list[str] | None, FIELDS] = None,
    interactive: Annotated[bool, ASK] = False,
    identity: Annotated[
        str | None,
        typer.Option("--id", metavar="ID", help="Id-en. Ellers velges den neste ledige."),
    ] = None,
    after: Annotated[str | None, AFTER] = None,
    diff: Annotated[bool, DIFF] = False,
    force: Annotated[bool, FORCE] = False,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """Legg til et tiltak, med neste ledige id.

    En id som er brukt før, også i historien i git, brukes aldri om igjen. I en mappe kommer
    tiltaket i filen til tiltaket i --after, ellers der den samme ansvarlige har flest tiltak.
    Mangler det noe, blir alt som mangler, nevnt på én gang, og ingenting skrevet.

    Eksempel:
      tiltak add --interactive
      tiltak add --interactive ansvarlig=FIN status=vedtatt
      tiltak add tittel="Felles mal" målområder=1 retningsvalg=1a --diff
    """
    known_form(form)
    if not fields and not interactive:
        raise refuse(
            "Skriv feltene til det nye tiltaket: tiltak add FELT=VERDI…, eller svar på spørsmål "
            "med tiltak add --interactive."
        )
    choice = Choice(diff, force, form)
    raise typer.Exit(
        add_measure(fields or (), choice, identity=identity, after=after, interactive=interactive)
    )
