"""`tiltak list`."""

from typing import Annotated

import typer

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.registers import at_revision, code_of, day_option, open_register
from tiltak_cli.cli.common.selection import choose
from tiltak_cli.cli.common.stop import refuse

FORMS = ("text", "json")


def list_measures(
    path: Annotated[str | None, options.PATH] = None,
    ministry: Annotated[list[str] | None, options.MINISTRY] = None,
    area: Annotated[list[str] | None, options.AREA] = None,
    direction: Annotated[list[str] | None, options.DIRECTION] = None,
    status: Annotated[list[str] | None, options.STATUS] = None,
    overdue: Annotated[bool, options.OVERDUE] = False,
    as_of: Annotated[str | None, options.AS_OF] = None,
    rev: Annotated[str | None, options.REV] = None,
    form: Annotated[str, options.form(FORMS)] = "text",
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """List tiltak, alle eller de du velger.

    Et departement finnes igjen i alle roller og under alle navnene det har hatt.

    Eksempel:
      tiltak list --for KLD --status igangsatt
      tiltak list --overdue
    """
    if form not in FORMS:
        raise refuse(options.unknown_form(form, FORMS))
    report_date = day_option(as_of)
    opened = open_register(at_revision(path, rev), report_date)
    register = opened.register
    day = report_date or register.as_of
    chosen = choose(register, day, ministry, area, direction, status, overdue=overdue)
    if form == "json":
        from tiltak_cli.views.measures.extract import Extract
        from tiltak_cli.views.measures.json import measures_json

        console.write_json(
            measures_json(Extract(register=register, plain=opened.plain, measures=chosen, day=day))
        )
    else:
        from tiltak_cli.views.terminal.measures import list_text

        width = console.table_width()
        console.write(list_text(register, chosen, day, width, colours=console.colours()))
    raise typer.Exit(code_of(register, strict=strict))
