"""The files of two sides put together, written to a folder: all of them or none."""

import contextlib
import os
from collections.abc import Mapping

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.edits.writing import WriteError, reason, write_whole


def write_folder(folder: str, files: Mapping[str, bytes | None]) -> None:
    """Write files by their names in a folder, and take out those that have no bytes.

    Raises WriteError where one cannot be written; all is then as it was, or what is not is named.
    """
    wanted = {os.path.join(folder, name): data for name, data in files.items()}
    before = {path: _read(path) for path in wanted}
    made: list[str] = []
    done: list[str] = []
    try:
        # What is taken out goes last, when all else is known to be there.
        for path in sorted(wanted, key=lambda path: wanted[path] is None):
            made += _folders(os.path.dirname(path))
            _put(path, wanted[path])
            done.append(path)
    except BaseException as error:
        left = [path for path in done if not _put_back(path, before[path])]
        for one in reversed(made):
            with contextlib.suppress(OSError):
                os.rmdir(one)
        if left:
            raise WriteError(
                f"{error} Men dette er alt endret: {listed(map(quoted, left))}."
            ) from error
        raise


def _read(path: str) -> bytes | None:
    """What a file holds; None where there is none."""
    if not os.path.lexists(path):
        return None
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise WriteError(f"Kan ikke skrive «{path}»: {reason(error)}") from error


def _folders(folder: str) -> list[str]:
    """Make a folder and those above it; gives the ones that were not there."""
    missing: list[str] = []
    above = folder
    while above and not os.path.lexists(above):
        missing.insert(0, above)
        above = os.path.dirname(above)
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise WriteError(f"Kan ikke lage mappen «{folder}»: {reason(error)}") from error
    return missing


def _put(path: str, data: bytes | None) -> None:
    """Write a file, or take it out."""
    if data is not None:
        write_whole(path, data)
        return
    try:
        if os.path.lexists(path):
            os.unlink(path)
    except OSError as error:
        raise WriteError(f"Kan ikke slette «{path}»: {reason(error)}") from error


def _put_back(path: str, data: bytes | None) -> bool:
    try:
        _put(path, data)
    except WriteError:
        return False
    return True
