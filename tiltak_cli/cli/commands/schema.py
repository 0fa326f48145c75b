"""`tiltak schema`."""

import os
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.options import DEFAULT_STRATEGY
from tiltak_cli.cli.common.output import STANDARD_OUT, write_file
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import Refusal, Sibling, read_file, read_path
from tiltak_cli.sources.organisations import with_own
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.schema.make import json_schema, schema_text
from tiltak_cli.sources.strategies import SHIPPED, Plan, load_plan, plan_from
from tiltak_cli.views.fields import fields_markdown


def _page(plan: Plan) -> str:
    return fields_markdown(json_schema(plan))


# What is made of a strategy, by the ending of the file that it goes to.
MADE: Mapping[str, Callable[[Plan], str]] = {".json": schema_text, ".md": _page}


def schema(
    strategy: Annotated[
        str,
        typer.Option(
            "--strategy",
            metavar="FIL",
            help="En strategifil, eller perioden til en som følger med.",
        ),
    ] = DEFAULT_STRATEGY,
    output: Annotated[
        str | None,
        options.output("Filen skjemaet skrives til."),
    ] = None,
) -> None:
    """Skriv JSON-skjemaet for registre under en strategi.

    Skjemaet brukes av redigeringsprogrammer og andre verktøy som kontrollerer YAML-filer. Med
    endingen .md blir det en side om hvert felt, for mennesker.

    Eksempel:
      tiltak schema --strategy strategi.yaml --output tiltak.schema.json
      tiltak schema --output felt.md
    """
    file = None if output == STANDARD_OUT else output
    made = MADE.get(os.path.splitext(file)[1].casefold()) if file else schema_text
    if made is None:
        raise refuse(f"Filen «{file}» må ha endingen {listed(tuple(MADE), 'eller')}.")
    text = made(_plan(strategy))
    if file is None:
        console.write_utf8(text)
        return
    write_file(file, text.encode())
    console.write(f"Skrev {file}.\n")


def _plan(strategy: str) -> Plan:
    """The strategy, with the organisations in the settings of the register here."""
    sibling, above = _settings()
    if SHIPPED.fullmatch(strategy):
        return found(load_plan(strategy, sibling, above=above))
    source = found(read_path(strategy))
    plan = found(plan_from(source.name, source.files[0].data))
    return plan._replace(organisations=with_own(plan.organisations, sibling, above=above))


def _settings() -> tuple[Sibling, bool]:
    """What reads the settings of the register here, or else those that lie here without one."""
    path = default_path()
    source = read_path(path) if path else Refusal("")
    if isinstance(source, Refusal):
        return _here, False
    # What is wrong with them is to be said, and not passed over.
    found(read_settings(source))
    return source.sibling, source.is_folder


def _here(name: str) -> bytes | None:
    data = read_file(name)
    return data if isinstance(data, bytes) else None
