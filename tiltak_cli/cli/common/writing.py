"""Writing a result of a command: never over what was read."""

import os

from tiltak_cli.cli.common.registers import refuse
from tiltak_cli.edits.writing import WriteError, write_whole


def write_file(path: str, data: bytes, inputs: tuple[str | None, ...] = ()) -> None:
    """Write a file whole or not at all.

    `inputs` are the files that the data was made from; they are never written over.
    """
    target = os.path.realpath(path)
    if any(each and os.path.exists(each) and _same(each, target) for each in inputs):
        raise refuse(f"«{path}» er registeret selv. Velg et annet navn for resultatet.")
    try:
        write_whole(path, data)
    except WriteError as error:
        raise refuse(str(error)) from error


def _same(path: str, target: str) -> bool:
    return os.path.exists(target) and os.path.samefile(path, target)
