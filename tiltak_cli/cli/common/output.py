"""Where a result goes and its form, and writing it: never over what was read."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.options import unknown_form
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.edits.writing import WriteError, write_whole

# What each ending of a file says; the first form is the one that the ending alone means.
ENDINGS: Mapping[str, tuple[str, ...]] = {
    ".html": ("html",),
    ".htm": ("html",),
    ".md": ("markdown",),
    ".markdown": ("markdown",),
    ".json": ("json",),
    ".txt": ("text",),
}
# What a register is written in; a report is never one.
REGISTERS = (".yaml", ".yml")
STANDARD_OUT = "-"


# How a form that is no plain text goes to standard output.
STREAMS = {
    "json": console.write_json,
    "jsonl": console.write_json,
    "html": console.write_utf8,
    "csv": console.write_exactly,
    "yaml": console.write_utf8,
}


class Forms(NamedTuple):
    """The forms of a command, the first where none is asked for, and their endings.

    `named` are the endings to tell of. What is `binary` is no text that a terminal can show.
    """

    names: tuple[str, ...]
    endings: Mapping[str, tuple[str, ...]]
    named: tuple[str, ...]
    binary: tuple[str, ...] = ()


REPORT = Forms(
    ("text", "html", "markdown", "json"), ENDINGS, named=(".html", ".md", ".json", ".txt")
)


TEXT_AND_JSON = Forms(
    ("text", "json"), {".txt": ("text",), ".json": ("json",)}, named=(".txt", ".json")
)
ONE_MEASURE = Forms(
    ("text", "json", "yaml"),
    {".txt": ("text", "yaml"), ".json": ("json",)},
    named=(".txt", ".json"),
)


class Target(NamedTuple):
    """Where a result goes, None for standard output, and its form."""

    path: str | None
    form: str


def table_width_of(target: Target) -> int:
    """How wide a table is: in a file nothing needs to be cut."""
    return console.table_width() if target.path is None else console.UNCUT


def width_of(target: Target) -> int:
    """How wide a text is: a file's does not depend on the terminal that it was made in."""
    return console.width() if target.path is None else console.FILE_WIDTH


def target_of(output: str | None, form: str | None, forms: Forms) -> Target:
    """Where `--output` and `--format` say that the report goes. A file's ending tells its form."""
    if form is not None and form not in forms.names:
        raise refuse(unknown_form(form, forms.names))
    if output is None or output == STANDARD_OUT:
        if form in forms.binary:
            raise refuse(f"Formen {form} må ha en fil. Skriv for eksempel -o endringer.{form}.")
        return Target(None, form or forms.names[0])
    name = output.casefold()
    if name.endswith(REGISTERS):
        raise refuse(f"«{output}» har endingen til et register. La filen ende på .html.")
    ending = next((known for known in forms.endings if name.endswith(known)), None)
    if ending is None and form is None:
        raise refuse(
            f"Filen «{output}» må ha endingen {listed(forms.named, 'eller')}, eller oppgi --format."
        )
    meant = forms.endings[ending] if ending else ()
    if ending and form and form not in meant:
        raise refuse(
            f"Filen «{output}» har endingen {ending}, men --format er {form}. "
            "Ta bort --format, eller gi filen et annet navn."
        )
    return Target(output, form or meant[0])


def how_many(chosen: int, in_all: int) -> str:
    """What a file holds: «14 av 28 tiltak», or «28 tiltak» where it is all there are."""
    of = "" if chosen == in_all else f" av {in_all}"
    return f"{chosen}{of} tiltak."


def deliver(
    target: Target, result: str | bytes, inputs: tuple[str | None, ...], sentence: str
) -> None:
    """Write a result to its file and say so, or to standard output and say nothing."""
    if target.path is not None:
        data = result if isinstance(result, bytes) else result.encode()
        write_file(target.path, data, inputs)
        console.write(f"Skrev {target.path}: {sentence}\n")
        return
    assert isinstance(result, str)  # noqa: S101 - a binary form has been refused
    STREAMS.get(target.form, console.write)(result)


def write_file(path: str, data: bytes, inputs: tuple[str | None, ...] = ()) -> None:
    """Write a file whole or not at all.

    `inputs` are the files that the data was made from; they are never written over.
    """
    target = os.path.realpath(path)
    if any(file and os.path.exists(file) and _same(file, target) for file in inputs):
        raise refuse(f"«{path}» er registeret selv. Velg et annet navn for resultatet.")
    try:
        write_whole(path, data)
    except WriteError as error:
        raise refuse(str(error)) from error


def _same(path: str, target: str) -> bool:
    """Whether a file is one that was read, or a register that lies in a folder that was read."""
    if not os.path.exists(target):
        return False
    folder = os.path.join(os.path.realpath(path), "")
    within = os.path.isdir(path) and target.startswith(folder)
    return os.path.samefile(path, target) or (within and target.casefold().endswith(REGISTERS))
