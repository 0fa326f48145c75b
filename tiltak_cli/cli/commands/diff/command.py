"""`tiltak diff`."""

from functools import partial
from typing import Annotated

import typer

from tiltak_cli.changes.change import Kind, Level
from tiltak_cli.cli.commands.diff.output import FORMS, PUBLISHED, Wanted, deliver_changes
from tiltak_cli.cli.commands.diff.run import Options, kinds_of, level_of, run
from tiltak_cli.cli.common import options
from tiltak_cli.cli.common.output import target_of
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.workbook import spoken_in
from tiltak_cli.sources.default import default_path


def diff(
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="GAMMEL",
            help="Den eldste siden: en fil, en mappe, en utgave, REV eller REV:STI.",
            autocompletion=options.editions,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="NY",
            help="Den nyeste siden, skrevet på samme måte.",
            autocompletion=options.editions,
        ),
    ] = None,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev",
            metavar="REV",
            help="Sammenlign registeret slik det er nå, med en revisjon, utgave eller dato.",
            autocompletion=options.editions,
        ),
    ] = None,
    output: Annotated[
        str | None,
        options.output("Skriv til fil: .html, .xlsx, .json, .md eller .txt."),
    ] = None,
    form: Annotated[str | None, options.form(FORMS.names)] = None,
    ministry: Annotated[list[str] | None, options.MINISTRY] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="SLAG",
            help="Bare endringer av dette slaget, for eksempel frist-utsatt, eller på dette nivået "
            "(vesentlig, normal, redaksjonell). Kan gjentas.",
            autocompletion=lambda incomplete: [
                (k.code, k.heading) for k in Kind if k.code.startswith(incomplete)
            ],
        ),
    ] = None,
    language: Annotated[str | None, options.LANGUAGE] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Avslutt med 1 når noe er endret, som i git.")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="NIVÅ",
            help="Avslutt med 1 når noe er endret på dette nivået eller over: vesentlig, normal "
            "eller redaksjonell.",
            autocompletion=lambda incomplete: [
                str(level) for level in Level if level.startswith(incomplete.casefold())
            ],
        ),
    ] = None,
    public: Annotated[bool, options.PUBLIC] = False,
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """Vis hva som er endret fra en utgave til en annen, sortert etter hva det betyr.

    Uten argument sammenlignes siste utgave med registeret slik det er nå. Med ett argument
    sammenlignes den utgaven. REV kan være en git-revisjon, en utgave eller en dato (2024-06-15
    eller 2024-06). Med -o sier filendingen formen. En side (.html) er én fil som alle kan åpne,
    uten interne felt.

    Eksempel:
      tiltak diff
      tiltak diff 2023-2 2024-1
      tiltak diff gammel.yaml tiltaksoversikt.yaml
      tiltak diff HEAD~1 --for KLD --fail-on vesentlig
      tiltak diff 2023-2 2024-1 -o endringer.html          (eller .xlsx, til møtet)
    """
    if exit_code and fail_on is not None:
        raise refuse("--exit-code er det samme som --fail-on redaksjonell. Bruk bare det ene.")
    target = target_of(output, form, FORMS)
    spoken = spoken_in(language, target.form, PUBLISHED)
    asked = Wanted(target, spoken, ministry, kind, (old, new, default_path()))
    deliver = partial(deliver_changes, wanted=asked)
    wanted, lowest = kinds_of(kind), level_of(fail_on)
    lowest = Level.EDITORIAL if exit_code else lowest
    choices = Options(
        deliver=deliver,
        ministries=tuple(ministry or ()),
        kinds=wanted,
        lowest=lowest,
        strict=strict,
        public=public,
    )
    raise typer.Exit(run((old, new), rev, choices))
