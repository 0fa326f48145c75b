"""`tiltak report`."""

from typing import Annotated

import typer

from tiltak_cli.cli import console, options
from tiltak_cli.cli.opening import at_revision, day_option, open_register
from tiltak_cli.overview import overview


def report(
    path: Annotated[str | None, options.PATH] = None,
    as_of: Annotated[str | None, options.AS_OF] = None,
    rev: Annotated[str | None, options.REV] = None,
    timeline: Annotated[
        bool, typer.Option("--timeline/--no-timeline", help="Ta med tidslinjen for tiltakene.")
    ] = True,
) -> None:
    """Vis hvordan det går: hvor mange tiltak, hvor, og hva som trenger oppmerksomhet.

    Eksempel:
      tiltak report tiltaksoversikt.yaml
      tiltak report --as-of idag
    """
    from tiltak_cli.views.terminal.report import report_text

    report_date = day_option(as_of)
    register, _ = open_register(at_revision(path, rev))
    seen = overview(register, report_date or register.as_of)
    console.write(report_text(seen, console.width(), colours=console.colours(), timeline=timeline))
