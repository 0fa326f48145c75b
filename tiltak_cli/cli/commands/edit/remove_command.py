"""`tiltak remove`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.edit.finish import FORMS, Choice, known_form
from tiltak_cli.cli.commands.edit.remove_run import remove_measure
from tiltak_cli.cli.common import options

DIFF = typer.Option("--diff", help="Skriv ingenting; vis linjene som ville gått ut.")
REGISTER = typer.Argument(metavar="STI", help="Registeret: en fil eller en mappe.")
FORCE = typer.Option("--force", help="Ta det ut, når det ble lagt inn ved en feil.")


def remove(
    measure_id: Annotated[str, options.MEASURE_ID],
    path: Annotated[str | None, REGISTER] = None,
    diff: Annotated[bool, DIFF] = False,
    force: Annotated[bool, FORCE] = False,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """Ta ut et tiltak som ble lagt inn ved en feil. Ellers tas et tiltak aldri ut.

    Et tiltak som ikke blir noe av, får status utgår og en begrunnelse, og blir stående. Det som
    andre tiltak viser til, kan ikke tas ut.

    Eksempel:
      tiltak remove T029 --diff
      tiltak remove T029 --force
    """
    known_form(form)
    raise typer.Exit(remove_measure(measure_id, path, Choice(diff, force, form)))
