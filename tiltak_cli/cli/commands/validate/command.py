"""`tiltak validate`."""

from typing import Annotated

import typer

from tiltak_cli.cli.commands.validate.output import FORMS
from tiltak_cli.cli.commands.validate.run import MAX_SHOWN, TEXT_FORMS, Options, run
from tiltak_cli.cli.commands.validate.together import refused_together
from tiltak_cli.cli.common import options
from tiltak_cli.cli.common.output import target_of
from tiltak_cli.cli.common.registers import day_option
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.sources.register.settings import unknown_code


def validate(
    paths: Annotated[list[str] | None, options.PATHS] = None,
    as_of: Annotated[str | None, options.AS_OF] = None,
    select: Annotated[list[str] | None, options.SELECT] = None,
    ignore: Annotated[list[str] | None, options.IGNORE] = None,
    since: Annotated[str | None, options.SINCE] = None,
    ministry: Annotated[list[str] | None, options.MINISTRY] = None,
    against: Annotated[
        str,
        typer.Option(
            metavar="REV|FIL",
            help="Kontroller også mot en tidligere utgave (reglene TIL5xx).",
            autocompletion=options.editions,
        ),
    ] = "",
    merge_commit: Annotated[
        str,
        typer.Option(
            "--merge-commit",
            metavar="REV",
            help="Vis hva en sammenslåing i git har mistet eller doblet.",
        ),
    ] = "",
    stale_days: Annotated[
        int,
        typer.Option(
            metavar="DAGER",
            min=0,
            help="Finn også tiltak uten endring i git på så mange dager.",
        ),
    ] = 0,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Avslutt med 1 også for opplysninger."),
    ] = False,
    baseline: Annotated[
        str,
        typer.Option(
            metavar="FIL",
            help="Filen med kjente funn, ellers tiltak-baseline.json ved registeret.",
        ),
    ] = "",
    write_baseline: Annotated[
        bool,
        typer.Option(
            "--write-baseline",
            help="Lagre funnene som kjente, så bare nye vises.",
        ),
    ] = False,
    output: Annotated[
        str | None, options.output("Skriv funnene til fil: .txt, .json, .sarif, .xml eller .md.")
    ] = None,
    form: Annotated[str | None, options.form(FORMS.names)] = None,
    limit: Annotated[
        int | None,
        typer.Option(
            "--max",
            metavar="ANTALL",
            help=f"Vis høyst så mange funn (0 viser alle), ellers {MAX_SHOWN}.",
        ),
    ] = None,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="Vis bare funnene."),
    ] = False,
    statistics: Annotated[
        bool,
        typer.Option("--statistics", help="Vis antall funn per regel."),
    ] = False,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Rett det som er trygt å rette."),
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option(
            "--unsafe-fixes",
            help="Rett også det verktøyet må gjette, for eksempel skrivefeil.",
        ),
    ] = False,
    preview: Annotated[
        bool,
        typer.Option(
            "--diff",
            help="Vis hva --fix ville endret, uten å skrive.",
        ),
    ] = False,
) -> None:
    """Kontroller et register mot strategien og reglene.

    Hvert funn sier hvor feilen er, hva som er galt og hva du kan skrive i stedet.
    Avslutter med 0 når alt er i orden, 1 ved feil og advarsler, og 2 når noe ikke kan leses.

    Eksempel:
      tiltak validate tiltaksoversikt.yaml
      tiltak validate --fix
    """
    target = target_of(output, form, FORMS)
    form = target.form if target.path else form or ""
    if merge_commit:
        from tiltak_cli.cli.commands.validate.merge_commit import run as hold_against

        if target.path:
            raise refuse("--merge-commit viser bare tekst. Ta bort -o.")
        raise typer.Exit(hold_against(paths or [], merge_commit, form))
    given = (
        (write_baseline, "--write-baseline"),
        (fix, "--fix"),
        (unsafe_fixes, "--unsafe-fixes"),
        (preview, "--diff"),
        (bool(since), "--since"),
        (bool(ministry), "--for"),
        (statistics, "--statistics"),
        (quiet, "--quiet"),
        (limit is not None, "--max"),
        (target.path is not None, "--output"),
        (form not in TEXT_FORMS, f"--format {form}"),
    )
    together = refused_together([name for is_given, name in given if is_given])
    if together:
        raise refuse(together)
    if (fix or unsafe_fixes) and "-" in (paths or ()) and (statistics or form not in TEXT_FORMS):
        raise refuse(
            "Registeret fra standard inn skrives rettet til standard ut, så funnene kan ikke vises "
            "der. Ta bort --fix eller --format."
        )
    wanted = Options(
        report_date=day_option(as_of),
        form=form,
        limit=MAX_SHOWN if limit is None else max(limit, 0),
        quiet=quiet,
        statistics=statistics,
        strict=strict,
        select=_codes(select),
        ignore=_codes(ignore),
        since=since or "",
        ministries=tuple(ministry or ()),
        output=target.path or "",
        against=against,
        stale_days=stale_days,
        baseline=baseline,
        write_baseline=write_baseline,
        fix=fix or unsafe_fixes,
        unsafe=unsafe_fixes,
        preview=preview,
    )
    raise typer.Exit(run(paths or [], wanted))


def _codes(given: list[str] | None) -> tuple[str, ...]:
    """Codes, or the beginnings of codes, given one by one or with commas between."""
    codes = tuple(
        code.strip().upper() for text in given or () for code in text.split(",") if code.strip()
    )
    for code in codes:
        if fault := unknown_code(code):
            raise refuse(fault[0].upper() + fault[1:])
    return codes
