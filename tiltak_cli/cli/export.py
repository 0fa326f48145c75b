"""`tiltak export`."""

import os
from typing import Annotated

import typer

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.cli import console, exporting, options
from tiltak_cli.cli.choosing import choose
from tiltak_cli.cli.columns import COLUMNS, columns_of
from tiltak_cli.cli.opening import day_option, open_register, refuse
from tiltak_cli.domain.publishing import public_register
from tiltak_cli.overview import overview
from tiltak_cli.sources.files import default_path
from tiltak_cli.views.extract import Extract


def export(
    path: Annotated[str | None, options.PATH] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FIL",
            help="Filen: .xlsx, .csv, .json, .jsonl eller .parquet; - for standard ut. "
            "Ellers tiltaksoversikt.xlsx.",
        ),
    ] = None,
    form: Annotated[str | None, exporting.FORM] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="GAMMEL", help="Ta med endringene siden denne utgaven (.xlsx)."
        ),
    ] = None,
    ministry: Annotated[list[str] | None, options.MINISTRY] = None,
    area: Annotated[list[str] | None, options.AREA] = None,
    direction: Annotated[list[str] | None, options.DIRECTION] = None,
    status: Annotated[list[str] | None, options.STATUS] = None,
    overdue: Annotated[bool, options.OVERDUE] = False,
    as_of: Annotated[str | None, options.AS_OF] = None,
    columns: Annotated[str | None, COLUMNS] = None,
    public: Annotated[
        bool, typer.Option("--public", help="Uten interne felt (merknad), til publisering.")
    ] = False,
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
) -> None:
    """Eksporter til arbeidsbok for møter (.xlsx), eller til en tabell for andre programmer.

    Formen følger av filens ending. Samme register gir samme bytes hver gang.

    Eksempel:
      tiltak export -o oversikt.xlsx --since HEAD~1:tiltaksoversikt.yaml
      tiltak export -o fin.csv --for FIN --columns id,tittel,frist
    """
    target = exporting.target_of(output, form)
    if since is not None and target.form != "xlsx":
        raise refuse("--since virker bare for .xlsx. Bruk «tiltak diff --format json» ellers.")
    csv = exporting.CsvOptions(csv_separator, csv_bom)
    exporting.check_csv(csv, target.form)
    exporting.check_parquet(target.form)
    fields = columns_of(columns, public=public)
    if fields and target.form == "xlsx":
        raise refuse("--columns virker ikke for .xlsx, bare for .csv, .json, .jsonl og .parquet.")
    report_date = day_option(as_of)
    register, loaded = open_register(path)
    register = public_register(register) if public else register
    day = report_date or register.as_of
    chosen = choose(register, day, ministry, area, direction, status, overdue=overdue)
    everything = len(chosen) == len(register.measures)
    comparison: Comparison | None = None
    if since is not None:
        old = open_register(since, to_compare=True)[0]
        comparison = compare(public_register(old) if public else old, register)
        if not everything:
            comparison = comparison.of({measure.id for measure in chosen})
    if target.form == "xlsx":
        from tiltak_cli.views.excel import workbook

        data = workbook(overview(register, day, None if everything else chosen), comparison)
    else:
        name = os.path.basename(loaded.name.rstrip("/"))
        extract = Extract(register, loaded.plain, chosen, day, fields, public, name)
        data = exporting.table_data(extract, target, csv)
    of = "" if everything else f" av {len(register.measures)}"
    inputs = (path or default_path(), since)
    exporting.deliver(target, data, inputs, f"{len(chosen)}{of} tiltak.")
    if not chosen and register.measures:
        console.complain("Ingen tiltak passer med utvalget, så resultatet er tomt.")
