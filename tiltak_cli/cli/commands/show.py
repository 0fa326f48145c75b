"""`tiltak show`."""

from typing import Annotated

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.registers import at_revision, day_option, open_register
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import one_of

FORMS = ("text", "json", "yaml")


def show(
    measure_id: Annotated[str, options.MEASURE_ID],
    path: Annotated[str | None, options.PATH] = None,
    as_of: Annotated[str | None, options.AS_OF] = None,
    rev: Annotated[str | None, options.REV] = None,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """Vis alt om ett tiltak.

    Eksempel:
      tiltak show T001
      tiltak show T001 --format yaml
    """
    if form not in FORMS:
        raise refuse(options.unknown_form(form, FORMS))
    report_date = day_option(as_of)
    register, loaded = open_register(at_revision(path, rev))
    known, otherwise = register.by_id(), "«tiltak list» viser alle tiltakene."
    measure = known[one_of("tiltaket", measure_id, known, otherwise=otherwise)]
    day = report_date or register.as_of
    plain = loaded.plain[register.measures.index(measure)]
    if form == "json":
        from tiltak_cli.views.measures.extract import Extract
        from tiltak_cli.views.measures.json import measures_json

        console.write_json(
            measures_json(
                Extract(register=register, plain=loaded.plain, measures=(measure,), day=day)
            )
        )
    elif form == "yaml":
        from tiltak_cli.views.measures.yaml import measure_yaml

        console.write_utf8(measure_yaml(plain))
    else:
        from tiltak_cli.views.terminal.measures import measure_text

        text = measure_text(register, measure, day, console.width(), colours=console.colours())
        console.write(text)
