"""The option `--columns`: names of fields to fields, in the order given."""

from collections.abc import Iterator

import typer

from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.fields import BY_KEY, KEYS, Field
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded, nearest
from tiltak_cli.domain.synonyms import FIELD_WORDS

BY_WORD = {folded(key): field for key, field in BY_KEY.items()}


def columns_of(option: str | None, *, public: bool = False) -> tuple[Field, ...] | None:
    """The fields that `--columns` names, or None where it is not given.

    Refuses what is no field, what stands twice and, of what is published, an internal field.
    """
    if option is None:
        return None
    fields: dict[str, Field] = {}
    for name in option.split(","):
        field = BY_WORD.get(folded(name))
        if field is None:
            raise refuse(_unknown(name))
        if field.key in fields:
            raise refuse(f"Feltet «{field.key}» står to ganger i --columns. Ta bort det ene.")
        if public and not field.public:
            raise refuse(f"Feltet «{field.key}» er internt. Ta bort det eller --public.")
        fields[field.key] = field
    return tuple(fields.values())


def _unknown(name: str) -> str:
    known = f"Feltene er {listed(KEYS)}."
    if not name.strip():
        return f"Det mangler et feltnavn i --columns. Skriv for eksempel id,tittel,frist. {known}"
    near = nearest(name, KEYS, FIELD_WORDS)
    remedy = f"Mente du {near}? " if near else ""
    return f"Finner ikke feltet {quoted(name)}. {remedy}{known}"


def _complete(incomplete: str) -> Iterator[str]:
    """Complete the last name of a list with commas."""
    before, comma, last = incomplete.rpartition(",")
    given = before.split(",")
    for key in KEYS:
        if key.startswith(last.casefold()) and key not in given:
            yield f"{before}{comma}{key}"


COLUMNS = typer.Option(
    "--columns",
    metavar="FELT,FELT",
    help="Bare disse feltene, i denne rekkefølgen, for eksempel id,tittel,frist.",
    autocompletion=_complete,
)
