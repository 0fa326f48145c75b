"""Writing a result: whole or not at all, and never over what is being read."""

import contextlib
import errno
import os
import stat
import tempfile

from tiltak_cli.cli.opening import refuse


def write_file(path: str, data: bytes, inputs: tuple[str | None, ...] = ()) -> None:
    """Write a file by way of a new one beside it, so that a fault leaves the old one as it was.

    `inputs` are the files that the data was made from; they are never written over. What is no
    ordinary file (a pipe, a device) is written to as it is.
    """
    # A link is kept, and what it names is replaced.
    target = os.path.realpath(path)
    name = None
    try:
        if any(each and os.path.exists(each) and _same(each, target) for each in inputs):
            raise refuse(f"«{path}» er registeret selv. Velg et annet navn for resultatet.")
        mode = os.stat(target).st_mode if os.path.exists(target) else None
        if mode is not None and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            with open(target, "wb") as device:
                device.write(data)
            return
        handle, name = tempfile.mkstemp(dir=os.path.dirname(target), prefix=".tiltak-")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, stat.S_IMODE(mode) if mode is not None else 0o666 & ~_umask())
        os.replace(name, target)
    except OSError as error:
        if name:
            with contextlib.suppress(OSError):
                os.unlink(name)
        raise refuse(f"Kan ikke skrive «{path}»: {reason(error)}") from error


def _same(path: str, target: str) -> bool:
    return os.path.exists(target) and os.path.samefile(path, target)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


REASONS = {
    errno.ENOENT: "mappen finnes ikke. Lag den først, eller velg en annen.",
    errno.EACCES: "du har ikke tilgang, eller filen er åpen i et annet program. Lukk den, eller "
    "velg et annet navn.",
    errno.EISDIR: "det er en mappe. Skriv et filnavn.",
    errno.ENOTDIR: "det står en fil der mappen skulle vært. Velg et annet sted.",
    errno.EEXIST: "det står en fil der mappen skulle vært. Velg et annet sted.",
    errno.ENOSPC: "disken er full. Rydd plass, eller velg et annet sted.",
    errno.EROFS: "disken kan bare leses. Velg et annet sted.",
}


def reason(error: OSError) -> str:
    """Say why a file or folder could not be written, and what to do."""
    number = errno.EACCES if isinstance(error, PermissionError) else error.errno
    return REASONS.get(
        number or 0, "stedet kan ikke brukes. Velg et annet navn eller en annen mappe."
    )
