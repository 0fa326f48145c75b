"""Writing a result: whole or not at all, and never over what is being read."""

import contextlib
import os
import tempfile

from tiltak_cli.cli.opening import refuse


def write_file(path: str, data: bytes) -> None:
    """Write a file by way of a new one beside it, so that a fault leaves the old one as it was."""
    # A link is kept, and what it names is replaced.
    target = os.path.realpath(path)
    folder = os.path.dirname(target)  # noqa: PTH120
    name = None
    try:
        mode = os.stat(target).st_mode & 0o777 if os.path.exists(target) else None  # noqa: PTH110, PTH116
        handle, name = tempfile.mkstemp(dir=folder, prefix=".tiltak-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode if mode is not None else 0o666 & ~_umask())  # noqa: PTH101
        os.replace(name, target)  # noqa: PTH105
    except OSError as error:
        if name:
            with contextlib.suppress(OSError):
                os.unlink(name)  # noqa: PTH108
        raise refuse(f"Kan ikke skrive «{path}»: {_reason(error)}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "mappen finnes ikke. Lag den først, eller velg en annen."
    if isinstance(error, PermissionError):
        return (
            "du har ikke tilgang, eller filen er åpen i et annet program. Lukk den, eller velg et "
            "annet navn."
        )
    if isinstance(error, IsADirectoryError):
        return "det er en mappe. Skriv et filnavn."
    return f"{error.strerror}. Kontroller disken, eller velg et annet sted."
