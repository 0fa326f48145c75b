"""`tiltak diff`."""

from typing import Annotated

import typer

from tiltak_cli.changes.compare import compare
from tiltak_cli.changes.kinds import Kind, Level
from tiltak_cli.cli import options
from tiltak_cli.cli.choosing import choose
from tiltak_cli.cli.comparing import FORMS, fails, kinds_of, level_of, show
from tiltak_cli.cli.opening import open_pair, refuse, source_of
from tiltak_cli.domain.words import quoted
from tiltak_cli.sources.files import Refusal, Source, default_path
from tiltak_cli.sources.sides import NO_REGISTER, read_at

CHANGED = 1


def diff(
    old: Annotated[
        str | None,
        typer.Argument(metavar="GAMMEL", help="Den eldste siden: en fil, en mappe eller REV:STI."),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar="NY", help="Den nyeste siden, skrevet på samme måte.")
    ] = None,
    rev: Annotated[
        str | None,
        typer.Option(
            "--rev",
            metavar="REV",
            help="Sammenlign arbeidsfilen med denne git-revisjonen, for eksempel HEAD~1.",
        ),
    ] = None,
    form: Annotated[str, options.form(FORMS)] = "text",
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
        ),
    ] = None,
) -> None:
    """Vis hva som er endret fra en utgave til en annen, sortert etter hva det betyr.

    Med --rev sammenlignes arbeidsfilen med en tidligere revisjon av samme fil.

    Eksempel:
      tiltak diff tiltaksoversikt-2023-2.yaml tiltaksoversikt-2024-1.yaml
      tiltak diff --rev HEAD~1
      tiltak diff --rev HEAD --for KLD --fail-on vesentlig
    """
    if form not in FORMS:
        raise refuse(options.unknown_form(form, FORMS))
    wanted, lowest = kinds_of(kind), level_of(fail_on)
    left, right = _sides(old, new, rev)
    before, after = open_pair(left, right)
    if before.strategy.title != after.strategy.title:
        raise refuse(
            f"De to sidene hører til hver sin strategi ({quoted(before.strategy.title, 60)} og "
            f"{quoted(after.strategy.title, 60)}). Sammenlign utgaver av samme oversikt."
        )
    comparison = compare(before, after)
    if ministry:
        comparison = comparison.of(
            {
                measure.id
                for register in (before, after)
                for measure in choose(
                    register, after.as_of, ministry, None, None, None, overdue=False
                )
            }
        )
    comparison = comparison.only(wanted)
    show(comparison, form)
    if fails(comparison, Level.EDITORIAL if exit_code else lowest):
        raise typer.Exit(CHANGED)


def _sides(old: str | None, new: str | None, rev: str | None) -> tuple[Source, Source]:
    """The two sides to compare: two arguments, or `--rev` and at most one."""
    if rev is not None:
        if new is not None:
            raise refuse("Oppgi enten --rev og én fil, eller to sider, ikke begge deler.")
        path = old or default_path()
        if path is None:
            raise refuse(NO_REGISTER)
        earlier = read_at(rev, path)
        if isinstance(earlier, Refusal):
            raise refuse(earlier.sentence)
        return earlier, source_of(path)
    if old is None or new is None:
        raise refuse(
            "Oppgi to sider, for eksempel «tiltak diff GAMMEL NY», eller «tiltak diff --rev HEAD»."
        )
    return source_of(old), source_of(new)
