"""Writing a file: whole or not at all, one at a time, and never over what someone else wrote."""

import contextlib
import errno
import hashlib
import os
import stat
import tempfile

WAIT_SECONDS = 10
REASONS = {
    errno.ENOENT: "mappen finnes ikke. Lag den først, eller velg en annen.",
    errno.EACCES: "du har ikke tilgang, eller filen er åpen i et annet program. Lukk den, eller "
    "velg et annet navn.",
    errno.EISDIR: "det er en mappe. Skriv et filnavn.",
    errno.ENOTDIR: "det står en fil der mappen skulle vært. Velg et annet sted.",
    errno.EEXIST: "det står en fil der mappen skulle vært. Velg et annet sted.",
    errno.ENOSPC: "disken er full. Rydd plass, eller velg et annet sted.",
    errno.EDQUOT: "du har ikke mer plass. Rydd, eller velg et annet sted.",
    errno.EFBIG: "det er ikke plass til filen. Rydd plass, eller velg et annet sted.",
    errno.EROFS: "disken kan bare leses. Velg et annet sted.",
}


class WriteError(Exception):
    """Why a file could not be written, as one sentence for the user. The file is as it was."""


def write_whole(path: str, data: bytes) -> None:
    """Write a file by way of a new one beside it, so that a fault leaves the old one as it was.

    The mode is kept, and so is a link: what it names is replaced. What is no ordinary file (a
    pipe, a device) is written to as it is. Raises WriteError.
    """
    target = os.path.realpath(path)
    name = None
    try:
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
        name = None
    except OSError as error:
        raise WriteError(f"Kan ikke skrive «{path}»: {reason(error)}") from error
    finally:
        # Also when the user interrupts: nothing half-written is left behind.
        if name:
            with contextlib.suppress(OSError):
                os.unlink(name)


def replace(path: str, before: bytes, after: bytes) -> None:
    """Write over a register, provided that it still holds what was read. Raises WriteError."""
    from filelock import FileLock, Timeout

    target = os.path.realpath(path)
    # Beside the register it would be one more file in the repository.
    digest = hashlib.sha256(os.fsencode(target)).hexdigest()[:16]
    user = getattr(os, "getuid", lambda: "")()
    lock = os.path.join(tempfile.gettempdir(), f"tiltak-{user}-{digest}.lock")
    try:
        with FileLock(lock, timeout=WAIT_SECONDS):
            _unchanged(path, before)
            write_whole(path, after)
    except Timeout as error:
        raise WriteError(
            f"Et annet program skriver til «{path}» akkurat nå. Filen er ikke endret; prøv igjen."
        ) from error
    except OSError as error:
        raise WriteError(f"Kan ikke skrive «{path}»: {reason(error)}") from error


def _unchanged(path: str, before: bytes) -> None:
    with open(path, "rb") as file:
        now = file.read()
    if now != before:
        raise WriteError(
            f"«{path}» ble endret av noen andre mens endringen ble gjort klar. Filen er ikke "
            "rørt; kjør kommandoen på nytt."
        )


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(error: OSError) -> str:
    """Say why a file or folder could not be written, and what to do."""
    number = errno.EACCES if isinstance(error, PermissionError) else error.errno
    return REASONS.get(
        number or 0, "stedet kan ikke brukes. Velg et annet navn eller en annen mappe."
    )
