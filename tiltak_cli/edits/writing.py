"""Writing a file: whole or not at all, one at a time, and never over what someone else wrote."""

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator

from tiltak_cli.domain.norwegian import listed
from tiltak_cli.edits.leftovers import copy_left, copy_prefix, sweep, unfinished_prefix
from tiltak_cli.sources.files import is_device

WAIT_SECONDS = 10
TOO_LONG = "stien er for lang. Velg et kortere navn, eller en mappe nærmere toppen av disken."
REASONS = {
    errno.ENOENT: "mappen finnes ikke. Lag den først, eller velg en annen.",
    errno.EACCES: "du har ikke tilgang, eller filen er åpen i et annet program. Lukk den, eller "
    "velg et annet navn.",
    errno.ELOOP: "lenken fører tilbake til seg selv. Rett den, eller velg et annet navn.",
    errno.EISDIR: "det er en mappe. Skriv et filnavn.",
    errno.ENOTDIR: "det står en fil der mappen skulle vært. Velg et annet sted.",
    errno.EEXIST: "det står en fil der mappen skulle vært. Velg et annet sted.",
    errno.ENOSPC: "disken er full. Rydd plass, eller velg et annet sted.",
    errno.EDQUOT: "du har ikke mer plass. Rydd, eller velg et annet sted.",
    errno.EFBIG: "det er ikke plass til filen. Rydd plass, eller velg et annet sted.",
    errno.EROFS: "disken kan bare leses. Velg et annet sted.",
    errno.ENAMETOOLONG: TOO_LONG,
}
# Where a longer path is one of a folder that does not exist, as most of Windows has it.
LONGEST_ON_WINDOWS = 247
# A new file, and no other's; as bytes also where there is another kind.
NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)

PROTECTED = (
    "filen er skrivebeskyttet. Ta bort skrivebeskyttelsen (chmod u+w, i Windows under Egenskaper), "
    "be eieren om tilgang, eller velg et annet navn."
)

CLOSED = "du kan ikke lage filer i mappen den ligger i. Be om tilgang, eller velg et annet sted."


class WriteError(Exception):
    """Why a file could not be written, as one sentence for the user. The file is as it was."""


def write_whole(path: str, data: bytes) -> None:
    """Write a file by way of a new one beside it, so that a fault leaves the old one as it was.

    Mode, owner and what else belongs to the file are kept, and so is a link: what it names is
    replaced. A file with more names is written where it is, with a copy beside it meanwhile. What
    is no ordinary file (a pipe, a device) is written to as it is. Raises WriteError, also for a
    file that is write-protected.
    """
    if is_device(path):
        raise WriteError(f"Kan ikke skrive «{path}»: Windows bruker navnet selv. Velg et annet.")
    target = os.path.realpath(path)
    try:
        # Not the target: what a pipe's link in /dev names is no path.
        old = os.stat(path) if os.path.exists(path) or os.path.islink(target) else None
        if old and not stat.S_ISREG(old.st_mode):
            with open(path, "wb") as device:
                device.write(data)
            return
        if old and not _may_write(target, old):
            raise WriteError(f"Kan ikke skrive «{path}»: {PROTECTED}")
        if old:
            refuse_where_stopped(path)
        if not _replaced(target, data, old):
            _written_in_place(path, target, data)
    except OSError as error:
        folder = os.path.dirname(target)
        closed = isinstance(error, PermissionError) and not os.access(folder, os.W_OK)
        why = CLOSED if closed else reason(error)
        raise WriteError(f"Kan ikke skrive «{path}»: {why}") from error


def refuse_where_stopped(path: str) -> None:
    """Raise WriteError for a file that a stopped program may have written only in part."""
    if copy := copy_left(path):
        raise WriteError(
            f"En tidligere skriving til «{path}» ble stoppet. Det som sto der før, ligger i "
            f"«{copy}». Legg det tilbake om «{path}» ikke er hel, slett kopien, og prøv igjen."
        )


def _may_write(target: str, status: os.stat_result) -> bool:
    """Whether a file may be written. To root every file may; a mode that says no is still a no."""
    return os.access(target, os.W_OK) and bool(stat.S_IMODE(status.st_mode) & 0o222)


def _replaced(target: str, data: bytes, old: os.stat_result | None) -> bool:
    """Put a new file in an old one's place; false where it would not be the same file any more."""
    if old and old.st_nlink > 1:
        return False
    sweep(os.path.dirname(target))
    name = _beside(target, unfinished_prefix(), data, ".tmp")
    try:
        if old is None:
            os.chmod(name, 0o666 & ~_umask())
        elif not _made_like(name, target, old):
            return False
        try:
            os.replace(name, target)
        except OSError as error:
            # In a folder like /tmp another's file stays; so does a file that is mounted alone.
            if old and (isinstance(error, PermissionError) or error.errno == errno.EBUSY):
                return False
            raise
        name = ""
    finally:
        # Also when the user interrupts: nothing half-written is left behind.
        if name:
            with contextlib.suppress(OSError):
                os.unlink(name)
    return True


def _beside(target: str, prefix: str, data: bytes, suffix: str = "") -> str:
    """Make a new file beside another one, and give its name."""
    # On Windows `tempfile` never ends in a folder where no file may be made.
    name = os.path.join(os.path.dirname(target), f"{prefix}{os.urandom(4).hex()}{suffix}")
    handle = os.open(name, NEW, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return name


def _made_like(name: str, target: str, old: os.stat_result) -> bool:
    """Give a new file the owner, mode and attributes of an old one; false where we may not."""
    new = os.stat(name)
    try:
        if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
            os.chown(name, old.st_uid, old.st_gid)
        os.chmod(name, stat.S_IMODE(old.st_mode))
        # Lists of who has access are among them.
        for attribute in _attributes(target):
            os.setxattr(name, attribute, os.getxattr(target, attribute))
    except PermissionError:
        return False
    return True


def _attributes(path: str) -> list[str]:
    """The extended attributes of a file; none where the system or the disk has none."""
    try:
        return os.listxattr(path)
    except (OSError, AttributeError):
        return []


def _written_in_place(path: str, target: str, data: bytes) -> None:
    """Write over a file itself. What was there is kept beside it until all is written."""
    # To be written too: what another program keeps to itself, as Excel does, is not begun on.
    with open(target, "r+b") as file:
        before = file.read()
    copy = _beside(target, copy_prefix(target), before)
    try:
        _fill(target, data)
    except BaseException:
        try:
            _fill(target, before)
        except OSError as error:
            raise WriteError(
                f"«{path}» ble bare delvis skrevet: {reason(error)} Det som sto der før, ligger i "
                f"«{copy}»."
            ) from error
        os.unlink(copy)
        raise
    os.unlink(copy)


def _fill(target: str, data: bytes) -> None:
    with open(target, "r+b") as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())


def replace(path: str, before: bytes, after: bytes) -> None:
    """Write over a register, provided that it still holds what was read. Raises WriteError."""
    with locked(path):
        _unchanged(path, before)
        write_whole(path, after)


def write_all(changes: Iterable[tuple[str, bytes, bytes]]) -> None:
    """Write over files of a register, each given by name, bytes before and after: all or none.

    None is written before all are known to be as they were read. Raises WriteError.
    """
    wanted = list(changes)
    for name, before, _ in wanted:
        _unchanged(name, before)
    done: list[tuple[str, bytes, bytes]] = []
    try:
        for name, before, after in wanted:
            replace(name, before, after)
            done.append((name, before, after))
    except BaseException as error:
        left = [name for name, before, after in done if not _put_back(name, before, after)]
        if left:
            raise WriteError(f"{error} Men dette er alt endret: {listed(left)}.") from error
        raise


def _put_back(name: str, before: bytes, after: bytes) -> bool:
    try:
        replace(name, after, before)
    except WriteError:
        return False
    return True


@contextlib.contextmanager
def locked(path: str, seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Be the only one of us to write a file. Raises WriteError, also where that cannot be done."""
    from filelock import FileLock, Timeout

    # Beside the register it would be one more file in the repository.
    digest = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:16]
    user = getattr(os, "getuid", lambda: "")()
    name = "mappen for midlertidige filer"
    try:
        name = os.path.join(tempfile.gettempdir(), f"tiltak-{user}-{digest}.lock")
        lock = FileLock(name, timeout=seconds)
        lock.acquire()
    except Timeout as error:
        raise WriteError(
            f"Et annet program skriver til «{path}» akkurat nå. Filen er ikke endret; prøv igjen."
        ) from error
    except OSError as error:
        raise WriteError(
            f"«{path}» kan ikke låses mens den skrives, for «{name}» kan ikke brukes. Filen er "
            "ikke endret. Rydd der, eller sett TMPDIR til en mappe du kan skrive i."
        ) from error
    try:
        yield
    finally:
        lock.release()


def is_locked(path: str) -> bool:
    """Whether another program is writing a file."""
    from filelock import Timeout

    try:
        with locked(path, 0):
            return False
    except WriteError as error:
        return isinstance(error.__cause__, Timeout)


def _unchanged(path: str, before: bytes) -> None:
    try:
        with open(path, "rb") as file:
            now = file.read()
    except OSError as error:
        raise WriteError(f"Kan ikke skrive «{path}»: {reason(error)}") from error
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
    long = os.name == "nt" and len(os.path.abspath(str(error.filename))) > LONGEST_ON_WINDOWS
    if number == errno.ENOENT and long:
        return TOO_LONG
    return REASONS.get(
        number or 0, "stedet kan ikke brukes. Velg et annet navn eller en annen mappe."
    )
