"""`tiltak import`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.import_.run import FORMS, ON_CONFLICT, Options, import_books
from tiltak_cli.cli.common import options


def import_workbooks(
    books: Annotated[
        list[str],
        typer.Argument(metavar="BOK…", help="Arbeidsbøkene som er kommet tilbake (.xlsx)."),
    ],
    register: Annotated[
        str | None,
        typer.Option(
            "--register", metavar="STI", help="Registeret. Ellers det som ligger der du står."
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Skriv endringene. Ellers blir de bare vist.")
    ] = False,
    on_conflict: Annotated[
        str,
        typer.Option(
            "--on-conflict",
            metavar="VALG",
            help="Der registeret og arket er uenige: ours (registeret), theirs (arket) eller fail.",
            autocompletion=lambda incomplete: [w for w in ON_CONFLICT if w.startswith(incomplete)],
        ),
    ] = "fail",
    rename: Annotated[
        bool, typer.Option("--rename", help="La tiltak få den ID-en som er skrevet i arket.")
    ] = False,
    ignored: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore-column",
            metavar="NAVN",
            help="La være å lese en kolonne, etter overskrift eller bokstav. Kan gjentas.",
        ),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Skriv merknader på celler i feltet «merknad».")
    ] = False,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="REV",
            help="Revisjonen som boken ble laget av, der det skjulte arket er borte.",
        ),
    ] = None,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            metavar="KOPI",
            help="Skriv en kopi av boken der feilene er merket.",
        ),
    ] = None,
    commit: Annotated[
        bool, typer.Option("--commit", help="Lagre endringene i git etter at de er skrevet.")
    ] = False,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """Før inn det departementene har skrevet i arbeidsbøkene de har fått.

    Bare celler som er endret siden boken ble laget, blir ført inn, felt for felt, også når
    registeret er endret imens. Uten --write vises hva som ville blitt skrevet. Er det feil eller
    konflikter, blir ingenting skrevet.

    Avslutter med 0 også når det er endringer, 1 når det er feil eller konflikter, og 2 når en bok
    ikke kan leses.

    Eksempel:
      tiltak import KD.xlsx
      tiltak import svar/*.xlsx --write
      tiltak import KD.xlsx --on-conflict theirs --write --commit
    """
    chosen = Options(
        register=register,
        write=write,
        on_conflict=on_conflict,
        rename=rename,
        ignored=tuple(ignored or ()),
        notes=notes,
        base=base,
        report=report,
        commit=commit,
        form=form,
    )
    raise typer.Exit(import_books(books, chosen))
