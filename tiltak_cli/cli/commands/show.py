"""`tiltak show`."""

from typing import Annotated

import typer

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.output import ONE_MEASURE, deliver, target_of, width_of
from tiltak_cli.cli.common.registers import at_revision, code_after, day_option, open_register
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.cli.common.workbook import spoken_in
from tiltak_cli.sources.default import default_path


def show(
    measure_id: Annotated[str, options.MEASURE_ID],
    path: Annotated[str | None, options.PATH] = None,
    as_of: Annotated[str | None, options.AS_OF] = None,
    rev: Annotated[str | None, options.REV] = None,
    language: Annotated[str | None, options.LANGUAGE] = None,
    output: Annotated[str | None, options.output("Skriv til fil: .json eller .txt.")] = None,
    form: Annotated[str | None, options.form(ONE_MEASURE.names)] = None,
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """Vis alt om ett tiltak.

    Eksempel:
      tiltak show T001
      tiltak show T001 --format yaml
    """
    target = target_of(output, form, ONE_MEASURE)
    spoken = spoken_in(language, target.form, ("text",))
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
    if target.form == "json":
        from tiltak_cli.views.measures.extract import Extract
        from tiltak_cli.views.measures.json import measures_json

        extract = Extract(register=register, plain=(plain,), measures=(measure,), day=day)
        text = measures_json(extract._replace(clear=clear))
    elif target.form == "yaml":
        from tiltak_cli.views.measures.yaml import measure_yaml

        text = measure_yaml(plain)
    else:
        from tiltak_cli.views.terminal.measures import Look, measure_text, written_text

        look = Look(spoken, width_of(target), target.path is None and console.colours())
        text = (
            measure_text(register, measure, day, look)
            if clear
            else written_text(measure, plain, look)
        )
    deliver(target, text, (path or default_path(),), f"{measure.id}.")
    raise typer.Exit(code_after(register, strict=strict))
