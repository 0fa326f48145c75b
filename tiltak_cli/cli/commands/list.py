"""`tiltak list`."""

from typing import Annotated

import typer

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.output import TEXT_AND_JSON, deliver, table_width_of, target_of
from tiltak_cli.cli.common.registers import at_revision, code_after, day_option, open_register
from tiltak_cli.cli.common.selection import choose
from tiltak_cli.cli.common.workbook import spoken_in
from tiltak_cli.sources.default import default_path

EVERY = typer.Option("--all", help="Vis alle linjene, også de som er like.")


def list_measures(
    path: Annotated[str | None, options.PATH] = None,
    ministry: Annotated[list[str] | None, options.MINISTRY] = None,
    area: Annotated[list[str] | None, options.AREA] = None,
    direction: Annotated[list[str] | None, options.DIRECTION] = None,
    status: Annotated[list[str] | None, options.STATUS] = None,
    overdue: Annotated[bool, options.OVERDUE] = False,
    as_of: Annotated[str | None, options.AS_OF] = None,
    every: Annotated[bool, EVERY] = False,
    rev: Annotated[str | None, options.REV] = None,
    language: Annotated[str | None, options.LANGUAGE] = None,
    output: Annotated[str | None, options.output("Skriv til fil: .json eller .txt.")] = None,
    form: Annotated[str | None, options.form(TEXT_AND_JSON.names)] = None,
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """List tiltak, alle eller de du velger.

    Et departement finnes igjen i alle roller og under alle navnene det har hatt.

    Eksempel:
      tiltak list --for KLD --status igangsatt
      tiltak list --overdue
    """
    target = target_of(output, form, TEXT_AND_JSON)
    spoken = spoken_in(language, target.form, ("text",))
    report_date = day_option(as_of)
    opened = open_register(at_revision(path, rev), report_date)
    register = opened.register
    day = report_date or register.as_of
    chosen = choose(register, day, ministry, area, direction, status, overdue=overdue)
    if target.form == "json":
        from tiltak_cli.views.measures.extract import Extract
        from tiltak_cli.views.measures.json import measures_json

        extract = Extract(register=register, plain=opened.plain, measures=chosen, day=day)
        text = measures_json(extract)
    else:
        from tiltak_cli.views.terminal.measures import Look, list_text
        from tiltak_cli.views.terminal.overdue import longest_first

        chosen = longest_first(chosen) if overdue else chosen
        look = Look(spoken, table_width_of(target), target.path is None and console.colours())
        text = list_text(register, chosen, day, look, every=every)
    of = "" if len(chosen) == len(register.measures) else f" av {len(register.measures)}"
    deliver(target, text, (path or default_path(),), f"{len(chosen)}{of} tiltak.")
    raise typer.Exit(code_after(register, strict=strict))
