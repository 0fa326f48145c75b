"""`tiltak set`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.edit.completing import assignments, measure_or_field
from tiltak_cli.cli.commands.edit.finish import FORMS, Choice, known_form
from tiltak_cli.cli.commands.edit.set_run import set_fields
from tiltak_cli.cli.common import options

DIFF = typer.Option("--diff", help="Skriv ingenting; vis linjene som ville blitt endret.")
FORCE = typer.Option("--force", help="Skriv også når det gir nye feil i registeret.")
FIELDS = typer.Argument(
    metavar="FELT=VERDI…",
    help="Feltene: FELT=VERDI setter, FELT= tømmer, FELT+=A,B legger til i en liste, og FELT-=A "
    "tar ut. Et argument uten = er registeret.",
    autocompletion=assignments,
)


def set_measure(
    measure_id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Id-en til tiltaket, for eksempel T001. Uten id er det hodet som endres.",
            autocompletion=measure_or_field,
        ),
    ],
    fields: Annotated[list[str] | None, FIELDS] = None,
    diff: Annotated[bool, DIFF] = False,
    force: Annotated[bool, FORCE] = False,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """Endre felt i et tiltak. Bare linjene det gjelder, blir endret, og kommentarene blir stående.

    Alt som oppgis, er én endring. Registeret kontrolleres etterpå: gir endringen nye feil, blir
    ingenting skrevet. En milepæl har id: milepæler.M1.nådd=2024-05-20 setter datoen,
    milepæler.M3.tekst=… lager en ny, og milepæler.M1= tar den bort. Et dokument er en tittel med
    lenken etter: dokumentasjon+="Tittel https://…".

    Avslutter med 0 når det er gjort eller allerede er slik, 1 når endringen gir nye feil, og 2 når
    feltet eller tiltaket ikke finnes.

    Eksempel:
      tiltak set T003 prioritet=høy
      tiltak set T003 status=utsatt begrunnelse="Venter på nytt mandat."
      tiltak set T001 deltakere+=FIN,SD milepæler.M1.nådd=2024-05-20 --diff
    """
    known_form(form)
    raise typer.Exit(set_fields([measure_id, *(fields or ())], Choice(diff, force, form)))
