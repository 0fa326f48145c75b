"""`tiltak show`."""

from typing import Annotated

import typer

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.registers import at_revision, code_of, day_option, open_register
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import one_of

FORMS = ("text", "json", "yaml")


def show(
    measure_id: Annotated[str, options.MEASURE_ID],
    path: Annotated[str | None, options.PATH] = None,
    as_of: Annotated[str | None, options.AS_OF] = None,
    rev: Annotated[str | None, options.REV] = None,
    form: Annotated[str, options.form(FORMS)] = "text",
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """Vis alt om ett tiltak.

    Eksempel:
      tiltak show T001
      tiltak show T001 --format yaml
    """
    if form not in FORMS:
        raise refuse(options.unknown_form(form, FORMS))
    report_date = day_option(as_of)
    opened = open_register(at_revision(path, rev), report_date)
    register = opened.register
    whole = register._replace(measures=(*register.measures, *register.left_out))
    known, otherwise = whole.by_id(), "«tiltak list» viser alle tiltakene."
    measure = known[one_of("tiltaket", measure_id, known, otherwise=otherwise)]
    day = report_date or register.as_of
    plain = (*opened.plain, *opened.aside)[whole.measures.index(measure)]
    # What is left out has faults, and nothing is derived from what may mean another thing.
    clear = measure in register.measures
    if form == "json":
        from tiltak_cli.views.measures.extract import Extract
        from tiltak_cli.views.measures.json import measures_json

        extract = Extract(register=register, plain=(plain,), measures=(measure,), day=day)
        console.write_json(measures_json(extract._replace(clear=clear)))
    elif form == "yaml":
        from tiltak_cli.views.measures.yaml import measure_yaml

        console.write_utf8(measure_yaml(plain))
    elif not clear:
        from tiltak_cli.views.terminal.measures import written_text

        console.write(written_text(measure, plain, console.width(), colours=console.colours()))
    else:
        from tiltak_cli.views.terminal.measures import measure_text

        text = measure_text(register, measure, day, console.width(), colours=console.colours())
        console.write(text)
    raise typer.Exit(code_of(register, strict=strict))
