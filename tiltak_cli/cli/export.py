"""`tiltak export`."""

from typing import Annotated

import typer

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.cli import console, options
from tiltak_cli.cli.choosing import choose
from tiltak_cli.cli.opening import at_revision, day_option, open_register, refuse, side_of
from tiltak_cli.cli.writing import write_file
from tiltak_cli.domain.words import listed
from tiltak_cli.overview import overview
from tiltak_cli.sources.files import default_path

ENDINGS = (".xlsx", ".csv", ".json")


def export(
    path: Annotated[str | None, options.PATH] = None,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="FIL", help="Filen: .xlsx, .csv eller .json."),
    ] = "tiltaksoversikt.xlsx",
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
    rev: Annotated[str | None, options.REV] = None,
) -> None:
    """Eksporter til arbeidsbok for møter (.xlsx), eller til .csv eller .json.

    Formen følger av filens ending. Samme register gir samme bytes hver gang.

    Eksempel:
      tiltak export -o oversikt.xlsx --since HEAD~1:tiltaksoversikt.yaml
      tiltak export -o fin.csv --for FIN
    """
    ending = next((e for e in ENDINGS if output.casefold().endswith(e)), None)
    if ending is None:
        raise refuse(f"Filen «{output}» må ha endingen {listed(ENDINGS, 'eller')}.")
    if since is not None and ending != ".xlsx":
        raise refuse("--since virker bare for .xlsx. Bruk «tiltak diff --format json» ellers.")
    report_date = day_option(as_of)
    register, loaded = open_register(at_revision(path, rev))
    day = report_date or register.as_of
    chosen = choose(register, day, ministry, area, direction, status, overdue=overdue)
    everything = len(chosen) == len(register.measures)
    comparison: Comparison | None = None
    if since is not None:
        comparison = compare(open_register(side_of(since, path), to_compare=True)[0], register)
        if not everything:
            comparison = comparison.of({measure.id for measure in chosen})
    if ending == ".xlsx":
        from tiltak_cli.views.excel import workbook

        data = workbook(overview(register, day, None if everything else chosen), comparison)
    elif ending == ".csv":
        from tiltak_cli.views.register_csv import measures_csv

        data = measures_csv(chosen)
    else:
        from tiltak_cli.views.register_json import measures_json

        data = measures_json(register, loaded.plain, chosen, day).encode()
    write_file(output, data, (path or default_path(), since))
    of = "" if everything else f" av {len(register.measures)}"
    console.write(f"Skrev {output}: {len(chosen)}{of} tiltak.\n")
    if not chosen and register.measures:
        console.complain("Ingen tiltak passer med utvalget, så resultatet er tomt.")
