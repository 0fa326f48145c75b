"""Which form an export has, where it goes, and the bytes of it."""

from typing import NamedTuple

import typer

from tiltak_cli.cli.common.options import unknown_form
from tiltak_cli.cli.common.output import STANDARD_OUT, Target
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.sources.files import leads_out
from tiltak_cli.views.measures.extract import Extract

FORMS = ("xlsx", "csv", "json", "jsonl", "parquet")
# These are text, which a pipe can take.
PIPED = ("csv", "json", "jsonl")
SEPARATORS = {";": ";", ",": ",", "tab": "\t", "\\t": "\t", "\t": "\t"}
FORM = typer.Option(
    "--format",
    metavar="FORM",
    help=f"Formen, der ingen filending sier den: {listed(FORMS, 'eller')}.",
    autocompletion=lambda incomplete: [form for form in FORMS if form.startswith(incomplete)],
)


class CsvOptions(NamedTuple):
    """The options that only a .csv has, None where they are not given."""

    separator: str | None = None
    bom: bool | None = None


def target_of(output: str | None, form: str | None) -> Target:
    """Where `--output` and `--format` say that the export goes. The file's ending is its form."""
    if form is not None and form not in FORMS:
        raise refuse(unknown_form(form, FORMS))
    if output == STANDARD_OUT:
        if form not in PIPED:
            raise refuse(f"Med -o - må --format være {listed(PIPED, 'eller')}.")
        return Target(None, form)
    path = output or f"tiltaksoversikt.{form or FORMS[0]}"
    # Whoever names a file may know of a link; this name nobody has given.
    outside = None if output else leads_out("", path)
    if outside:
        raise refuse(f"«{path}» {outside.why} Velg et annet navn med -o.")
    ending = next((known for known in FORMS if path.casefold().endswith(f".{known}")), None)
    if ending is None and form is None:
        endings = [f".{known}" for known in FORMS]
        raise refuse(f"Filen «{path}» må ha endingen {listed(endings, 'eller')}.")
    if form and ending and form != ending:
        raise refuse(
            f"Filen «{path}» har endingen .{ending}, men --format er {form}. "
            f"Ta bort --format, eller la filen ende på .{form}."
        )
    return Target(path, form or str(ending))


def check_csv(options: CsvOptions, form: str) -> None:
    """Refuse what only a .csv has for another form, and a separator that nobody reads."""
    if form != "csv" and options != CsvOptions():
        raise refuse("--csv-separator og --csv-bom virker bare for .csv.")
    if options.separator is not None and options.separator not in SEPARATORS:
        raise refuse(
            f"Skilletegnet {quoted(options.separator)} kan ikke brukes. Velg «;», «,» eller «tab»."
        )


def check_parquet(form: str) -> None:
    """Refuse .parquet where what writes it is not installed."""
    if form != "parquet":
        return
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise refuse(
            "For .parquet trengs også pakken pyarrow. Installer den med «pip install pyarrow» "
            "eller «pipx inject tiltak-cli pyarrow». Programmet i én fil kan ikke ha den."
        ) from error


def table_data(extract: Extract, target: Target, options: CsvOptions) -> str | bytes:
    """An export that is no workbook."""
    if target.form == "csv":
        from tiltak_cli.views.measures.csv import Style, measures_csv

        # The mark is for spreadsheets, which read files; a program in a pipe takes it for text.
        bom = target.path is not None if options.bom is None else options.bom
        return measures_csv(extract, Style(SEPARATORS[options.separator or ";"], bom)).decode()
    if target.form == "parquet":
        from tiltak_cli.views.measures.parquet import measures_parquet

        return measures_parquet(extract)
    from tiltak_cli.views.measures.json import measures_json, measures_jsonl

    return (measures_json if target.form == "json" else measures_jsonl)(extract)
