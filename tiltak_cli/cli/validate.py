"""`tiltak validate`."""

from typing import Annotated

import typer

from tiltak_cli.cli import options
from tiltak_cli.cli.opening import day_option, refuse
from tiltak_cli.cli.validation import run

FORMS = ("full", "concise", "json")


def validate(
    paths: Annotated[list[str] | None, options.PATHS] = None,
    form: Annotated[str, options.form(FORMS)] = "full",
    as_of: Annotated[str | None, options.AS_OF] = None,
    limit: Annotated[
        int, typer.Option("--max", metavar="ANTALL", help="Vis høyst så mange funn (0 viser alle).")
    ] = 50,
) -> None:
    """Kontroller et register mot strategien og reglene.

    Hvert funn sier hvor feilen er, hva som er galt og hva du kan skrive i stedet.
    Avslutter med 0 når alt er i orden, 1 ved funn og 2 når noe ikke kan leses.

    Eksempel:
      tiltak validate tiltaksoversikt.yaml
    """
    if form not in FORMS:
        raise refuse(options.unknown_form(form, FORMS))
    raise typer.Exit(run(paths or [], day_option(as_of), form, max(limit, 0)))
