"""Which form a report has, and where it goes."""

from typing import NamedTuple

from tiltak_cli.cli import console
from tiltak_cli.cli.opening import refuse
from tiltak_cli.cli.options import unknown_form
from tiltak_cli.cli.writing import write_file
from tiltak_cli.domain.words import listed

FORMS = ("text", "html", "markdown", "json")
ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".txt": "text",
}
NAMED = (".html", ".md", ".json", ".txt")
# What a register is written in; a report is never one.
REGISTERS = (".yaml", ".yml")


class Target(NamedTuple):
    """Where a report goes, None for standard output, and its form."""

    path: str | None
    form: str


def target_of(output: str | None, form: str | None) -> Target:
    """Where `--output` and `--format` say that the report goes. A file's ending tells its form."""
    if form is not None and form not in FORMS:
        raise refuse(unknown_form(form, FORMS))
    if output is None:
        return Target(None, form or FORMS[0])
    name = output.casefold()
    if name.endswith(REGISTERS):
        raise refuse(f"«{output}» har endingen til et register. La filen ende på .html.")
    ending = next((known for known in ENDINGS if name.endswith(known)), None)
    if ending is None and form is None:
        raise refuse(
            f"Filen «{output}» må ha endingen {listed(NAMED, 'eller')}, eller oppgi --format."
        )
    if ending and form and ENDINGS[ending] != form:
        raise refuse(
            f"Filen «{output}» har endingen {ending}, men --format er {form}. "
            "Ta bort --format, eller gi filen et annet navn."
        )
    return Target(output, form or ENDINGS[str(ending)])


def deliver(target: Target, text: str, inputs: tuple[str | None, ...], said: str) -> None:
    """Write a report to its file and say so, or to standard output and say nothing."""
    if target.path is not None:
        write_file(target.path, text.encode(), inputs)
        console.write(f"Skrev {target.path}: {said}\n")
    elif target.form == "json":
        console.write_json(text)
    elif target.form == "html":
        console.write_utf8(text)
    else:
        console.write(text)
