"""`tiltak merge`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.merge.run import Options, run

FORMS = ("text", "json")


def merge(
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="Det begge kommer fra: fil, mappe eller REV:STI.")
    ],
    ours: Annotated[str, typer.Argument(metavar="VÅR", help="Vår side.")],
    theirs: Annotated[str, typer.Argument(metavar="DERES", help="Deres side.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FIL", help="Filen eller mappen som resultatet skrives til."
        ),
    ] = None,
    take_ours: Annotated[
        bool, typer.Option("--ours", help="Velg vår side der de to er uenige.")
    ] = False,
    take_theirs: Annotated[
        bool, typer.Option("--theirs", help="Velg deres side der de to er uenige.")
    ] = False,
    labels: Annotated[
        list[str] | None,
        typer.Option(
            "-L",
            metavar="NAVN",
            help="Navn på sidene i markørene: vår, base og deres, i den rekkefølgen.",
        ),
    ] = None,
    marker_size: Annotated[
        int,
        typer.Option(
            "--marker-size", metavar="ANTALL", help="Antall tegn i konfliktmarkørene, minst 3."
        ),
    ] = 7,
    style: Annotated[
        str,
        typer.Option("--style", metavar="STIL", help="Markørene: merge, diff3 eller zdiff3."),
    ] = "merge",
    conflicts: Annotated[
        str,
        typer.Option(
            "--conflicts",
            metavar="FORM",
            help="markers setter markører; valid gir en gyldig fil uten dem.",
        ),
    ] = "markers",
    renumber: Annotated[
        bool,
        typer.Option(
            "--renumber", help="Gi deres nye tiltak et ledig nummer der vi har brukt det samme."
        ),
    ] = False,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORM", help="text eller json (konfliktene, på standard ut)."
        ),
    ] = "text",
) -> None:
    """Slå sammen to versjoner av et register, tiltak for tiltak og felt for felt.

    Det bare én av sidene har endret, tas med. Kommentarer fra begge blir med. Der begge har endret
    det samme feltet, settes det konfliktmarkører rundt linjene det gjelder, som git gjør.

    Avslutter med 0 når alt er slått sammen, med antallet konflikter (1–127) når noe må velges, og
    med 129 eller mer når sidene ikke kan slås sammen: 129 ved feil bruk eller filer som ikke kan
    leses, 134 ved intern feil.

    Eksempel:
      tiltak merge base.yaml vår.yaml deres.yaml -o tiltaksoversikt.yaml
      tiltak merge HEAD~2:tiltaksoversikt.yaml tiltaksoversikt.yaml kollega.yaml
      tiltak merge base.yaml vår.yaml deres.yaml --format json -o ut.yaml
    """
    chosen = Options(
        output=output,
        ours=take_ours,
        theirs=take_theirs,
        labels=tuple(labels or ()),
        marker_size=marker_size,
        style=style,
        conflicts=conflicts,
        renumber=renumber,
        form=form,
    )
    raise typer.Exit(run((base, ours, theirs), chosen))
