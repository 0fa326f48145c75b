"""`tiltak list`."""

from typing import Annotated

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.registers import at_revision, day_option, open_register
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
    register, loaded = open_register(at_revision(path, rev))
    day = report_date or register.as_of
    chosen = choose(register, day, ministry, area, direction, status, overdue=overdue)
    if form == "json":
        from tiltak_cli.views.measures.extract import Extract
        from tiltak_cli.views.measures.json import measures_json

        console.write_json(
            measures_json(Extract(register=register, plain=loaded.plain, measures=chosen, day=day))
        )
        return
    from tiltak_cli.views.terminal.measures import list_text

    total = len(register.measures)
    console.write(list_text(chosen, total, day, console.table_width(), colours=console.colours()))
