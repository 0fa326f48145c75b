"""`tiltak import`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.import_.asked import Asked
from tiltak_cli.cli.commands.import_.run import FORMS, ON_CONFLICT, Options, import_books
from tiltak_cli.cli.common import options
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import listed

# Options of the one way that mean nothing in the other.
OF_BOOKS = {
    "register": "--register",
    "rename": "--rename",
    "ignored": "--ignore-column",
    "notes": "--notes",
    "report": "--report",
    "commit": "--commit",
}
OF_SHEETS = {
    "output": "-o",
    "sheet": "--sheet",
    "header_row": "--header-row",
    "columns": "--map",
    "defaults": "--default",
    "map_file": "--map-file",
    "save_map": "--save-map",
    "into": "--into",
    "strategy": "--strategy",
    "edition": "--edition",
    "as_of": "--as-of",
    "keeper": "--keeper",
    "force": "--force",
    "whole": "--all",
}


def import_files(
    books: Annotated[
        list[str],
        typer.Argument(
            metavar="FIL…",
            help="Arbeidsbøkene som er kommet tilbake (.xlsx). Med --new et regneark.",
        ),
    ],
    new: Annotated[
        bool, typer.Option("--new", help="Gjør et regneark til et nytt register.")
    ] = False,
    register: Annotated[
        str | None,
        typer.Option(
            "--register", metavar="STI", help="Registeret. Ellers det som ligger der du står."
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Skriv det. Ellers blir det bare vist.")
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
        bool, typer.Option("--rename", help="La tiltak få den id-en som er skrevet i arket.")
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
            help="Revisjonen som arbeidsboken ble laget av, der det skjulte arket er borte. Med "
            "--into arket slik det var sist, eller en revisjon av registeret.",
        ),
    ] = None,
    report: Annotated[
        str | None,
        typer.Option(
            "--report",
            metavar="KOPI",
            help="Skriv en kopi av arbeidsboken der feilene er merket.",
        ),
    ] = None,
    commit: Annotated[
        bool, typer.Option("--commit", help="Lagre endringene i git etter at de er skrevet.")
    ] = False,
    output: Annotated[
        str | None, options.output("Registeret som skal lages. Ellers tiltaksoversikt.yaml.")
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAVN", help="Arket som skal leses.")
    ] = None,
    header_row: Annotated[
        int | None,
        typer.Option("--header-row", metavar="N", min=1, help="Raden der overskriftene står."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="KOLONNE=FELT",
            help="Hvilket felt en kolonne er, etter overskrift eller celle (I1). Uten felt blir "
            "den ikke med. Kan gjentas.",
        ),
    ] = None,
    defaults: Annotated[
        list[str] | None,
        typer.Option(
            "--default",
            metavar="FELT=VERDI",
            help="Det som skal stå i hvert tiltak der arket ikke sier noe. Kan gjentas.",
        ),
    ] = None,
    map_file: Annotated[
        str | None,
        typer.Option("--map-file", metavar="FIL", help="Valg av kolonner og ord, fra --save-map."),
    ] = None,
    save_map: Annotated[
        str | None,
        typer.Option(
            "--save-map", metavar="FIL", help="Lag en fil med valgene, også de som gjenstår."
        ),
    ] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="REGISTER", help="Før inn i et register som finnes."),
    ] = None,
    strategy: Annotated[str | None, options.STRATEGY] = None,
    edition: Annotated[str | None, options.EDITION] = None,
    as_of: Annotated[str | None, options.HEAD_DAY] = None,
    keeper: Annotated[str | None, options.KEEPER] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Med --into: skriv selv om det gir nye feil.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--all", help="Med --new: vis alle tiltakene, ikke bare de første.")
    ] = False,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """Før inn det departementene har skrevet i arbeidsbøkene sine, eller begynn med et regneark.

    Bare celler som er endret siden arbeidsboken ble laget, blir ført inn, felt for felt, også når
    registeret er endret imens. Uten --write vises hva som ville blitt skrevet. Er det feil eller
    konflikter, blir ingenting skrevet.

    Med --new blir et regneark som noen har fra før, til et nytt register. Det som bare er trolig,
    vises med spørsmålstegn. En slik kolonne må bekreftes før noe skrives. En slik celle blir
    stående som kommentar i registeret til noen avgjør den.

    Avslutter med 0 også når det er endringer, 1 når det er feil eller konflikter eller noe i et
    regneark må avgjøres før det skrives, og 2 når en fil ikke kan leses eller ikke har noen tabell.

    Eksempel:
      tiltak import KD.xlsx
      tiltak import svar/*.xlsx --write
      tiltak import KD.xlsx --on-conflict theirs --write --commit
      tiltak import plan.xlsx --new --map "Kostnad=" --save-map kart.yaml
      tiltak import plan.xlsx --new --map-file kart.yaml --write
      tiltak import ny.xlsx --new --into tiltaksoversikt.yaml --base plan.xlsx
    """
    bringing = Options(
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
    beginning = Asked(
        output=output,
        write=write,
        sheet=sheet,
        header_row=header_row,
        columns=tuple(columns or ()),
        defaults=tuple(defaults or ()),
        map_file=map_file,
        save_map=save_map,
        into=into,
        base=base if new else None,
        strategy=strategy,
        edition=edition,
        as_of=as_of,
        keeper=keeper,
        on_conflict=on_conflict,
        force=force,
        whole=whole,
        form=form,
    )
    if not new:
        _without(
            beginning,
            OF_SHEETS,
            "arbeidsbøker som er kommet tilbake. Er filen et regneark, så legg til --new",
        )
        raise typer.Exit(import_books(books, bringing))
    from tiltak_cli.cli.commands.import_.sheet import import_sheet

    _without(bringing, OF_BOOKS, "et regneark med --new")
    if base is not None and into is None:
        raise refuse("--base gjelder et regneark bare sammen med --into.")
    if len(books) > 1:
        raise refuse("Med --new leses ett regneark om gangen. Oppgi bare ett.")
    raise typer.Exit(import_sheet(books[0], beginning))


def _without(asked: Asked | Options, options_of: dict[str, str], what: str) -> None:
    """Refuse options that mean nothing for what is to be brought in."""
    given = asked._asdict()
    # Where an option is not given, it is as it is where none is.
    defaults = type(asked)()._asdict()
    if meaningless := [o for name, o in options_of.items() if given[name] != defaults[name]]:
        raise refuse(f"{listed(meaningless)} gjelder ikke {what}.")
