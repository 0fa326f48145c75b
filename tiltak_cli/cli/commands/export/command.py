"""`tiltak export`."""

import os
from typing import Annotated

import typer

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Cut
from tiltak_cli.changes.times import with_times
from tiltak_cli.cli.commands.export import output as exporting
from tiltak_cli.cli.commands.export.columns import COLUMNS, columns_of
from tiltak_cli.cli.commands.export.each import (
    FOR,
    OfEach,
    folder_of,
    for_everyone,
    letter_of,
    write_each,
)
from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.output import deliver, how_many
from tiltak_cli.cli.common.past import lookback_of, warn
from tiltak_cli.cli.common.registers import at_revision, code_after, day_option, open_register
from tiltak_cli.cli.common.selection import audience, choose
from tiltak_cli.cli.common.since import changes_since
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.workbook import (
    Making,
    language_of,
    paper_of,
    revision_of,
    workbook_data,
)
from tiltak_cli.domain.public import public_register
from tiltak_cli.overview.attention import Lookback
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.default import default_path
from tiltak_cli.views.measures.extract import Extract


def export(
    path: Annotated[str | None, options.PATH] = None,
    output: Annotated[
        str | None,
        options.output(
            "Filen: .xlsx, .csv, .json, .jsonl eller .parquet; - for standard ut. "
            "Ellers tiltaksoversikt.xlsx."
        ),
    ] = None,
    form: Annotated[str | None, exporting.FORM] = None,
    since: Annotated[str | None, options.SINCE] = None,
    ministry: Annotated[list[str] | None, FOR] = None,
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="DATO", help="Svarfristen i arbeidsboken for --for."),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            "--contact",
            metavar="TEKST",
            help="Hvem arbeidsboken for --for skal sendes til. Ellers den som fører registeret.",
        ),
    ] = None,
    area: Annotated[list[str] | None, options.AREA] = None,
    direction: Annotated[list[str] | None, options.DIRECTION] = None,
    status: Annotated[list[str] | None, options.STATUS] = None,
    overdue: Annotated[bool, options.OVERDUE] = False,
    as_of: Annotated[str | None, options.AS_OF] = None,
    language: Annotated[str | None, options.LANGUAGE] = None,
    paper: Annotated[str | None, options.PAPER] = None,
    columns: Annotated[str | None, COLUMNS] = None,
    public: Annotated[bool, options.PUBLIC] = False,
    csv_separator: Annotated[
        str | None,
        typer.Option(
            "--csv-separator", metavar="TEGN", help="Skilletegn i .csv: «;», «,» eller tab."
        ),
    ] = None,
    csv_bom: Annotated[
        bool | None,
        typer.Option(
            "--csv-bom/--no-csv-bom",
            help="Merk .csv som UTF-8 (BOM), slik Excel vil ha, eller la være (--no-csv-bom). "
            "Ellers merkes filer, men ikke standard ut.",
        ),
    ] = None,
    rev: Annotated[str | None, options.REV] = None,
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """Eksporter til arbeidsbok for møter (.xlsx), eller til en tabell for andre programmer.

    Filendingen sier formen. Samme register og historie i git gir nøyaktig samme fil.

    Eksempel:
      tiltak export -o oversikt.xlsx --since 2023-2
      tiltak export -o fin.csv --for FIN --columns id,tittel,frist
      tiltak export -o kd.xlsx --for KD --due 30.08.2024   (til utfylling)
      tiltak export -o svar/ --for alle --due 30.08.2024   (én til hver)
    """
    everyone = for_everyone(ministry)
    target = folder_of(output, form) if everyone else exporting.target_of(output, form)
    if since is not None and target.form != "xlsx":
        raise refuse("--since virker bare for .xlsx. Bruk «tiltak diff --format json» ellers.")
    spoken, sheet = language_of(language), paper_of(paper)
    for name, given in (("--language", language), ("--paper", paper)):
        if given is not None and target.form != "xlsx":
            raise refuse(f"{name} virker bare for .xlsx. Andre former er som registeret.")
    letter = letter_of(due, contact, to_somebody=bool(ministry) and target.form == "xlsx")
    csv = exporting.CsvOptions(csv_separator, csv_bom)
    exporting.check_csv(csv, target.form)
    exporting.check_parquet(target.form)
    fields = columns_of(columns, public=public)
    report_date = day_option(as_of)
    opened = open_register(at_revision(path, rev), report_date)
    register = public_register(opened.register) if public else opened.register
    day = report_date or register.as_of
    named = None if everyone else ministry
    chosen = choose(register, day, named, area, direction, status, overdue=overdue)
    everything = len(chosen) == len(register.measures)
    comparison: Comparison | None = None
    book = target.form == "xlsx"
    past = lookback_of(path, rev, with_editions=True) if book else Lookback()
    if since is not None:
        comparison = changes_since(since, path, register, chosen, day=day, public=public)
    if target.form == "xlsx":
        side = f"{rev}:{path or default_path()}" if rev else path
        comparison = with_times(comparison, past.deadlines, past.cut) if comparison else None
        made = Making(
            language=spoken,
            revision=revision_of(side),
            paper=sheet,
            columns=fields,
            public=public,
            letter=letter,
        )
        if everyone:
            of_each = OfEach(register, chosen, day, past, comparison)
            write_each(str(target.path), of_each, made, (path or default_path(), since))
            return
        seen = overview(register, day, None if everything else chosen, past)
        data: str | bytes = workbook_data(seen, comparison, made, audience(register, ministry))
    else:
        name = os.path.basename(opened.name.rstrip("/"))
        extract = Extract(
            register=register,
            plain=opened.plain,
            measures=chosen,
            day=day,
            columns=fields,
            public=public,
            source=name,
        )
        data = exporting.table_data(extract, target, csv)
    inputs = (path or default_path(), since)
    deliver(target, data, inputs, how_many(len(chosen), register.in_all))
    warn(past.cut, Cut.of_moves)
    if not chosen and register.measures:
        console.complain("Ingen tiltak passer med utvalget, så resultatet er tomt.")
    raise typer.Exit(code_after(register, comparison and comparison.old, strict=strict))
