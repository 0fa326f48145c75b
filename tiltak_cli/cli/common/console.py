"""What a command writes: safe in every encoding, quiet when the reader has left."""

import codecs
import contextlib
import errno
import os
import re
import sys
from collections.abc import Callable
from importlib import import_module
from typing import NoReturn, TextIO

# The width of what is written to a file, and of what goes into a pipe unless COLUMNS says so.
FILE_WIDTH = 100
UNCUT = 1000
OFF = ("0", "false")
YES = ("j", "ja", "y", "yes")
# What an old console on Windows is told to do: read colours as such, and not show their codes.
READ_CODES = 4
# In JSON these may stand as they are; line breaks between its parts are not among them.
CONTROL = "[\x7f-\x9f\ud800-\udfff]"
FALLBACK = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "é": "e", "«": '"',
    "»": '"', "–": "-", "—": "-", "−": "-", "…": "...", "’": "'", "·": "-", "→": "->", "▸": ">",
    "▾": "v", "◇": "o", "↑": "^", "↓": "v", "≥": ">=", "│": "|", "━": "-", "─": "-", "┈": ".",
    "◆": "+", "●": "*", "○": "o", "▲": "!", "■": "#", "✓": "v", "✕": "x", "‖": "=", "█": "#",
    "▓": "+", "▒": ":", "░": ".", "╌": "-", "\u00a0": " ",
}  # fmt: skip


def _replacement(error: UnicodeError) -> tuple[str, int]:
    """Write what an encoding lacks with characters that look alike, and `?` for the rest."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end]
    return "".join(FALLBACK.get(character, "?") for character in text), error.end


def set_up() -> None:
    """Make the standard streams survive any encoding."""
    codecs.register_error("tiltak", _replacement)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="tiltak")


def write(text: str) -> None:
    """Write to standard output; a reader that has closed the pipe is not an error."""
    if "::" in text:
        from tiltak_cli.views.safe import no_commands

        text = no_commands(text)
    _write(sys.stdout, text)


def write_json(text: str) -> None:
    """Write JSON: with escapes for what a terminal or a build server would act on.

    Where the reader does not take UTF-8, everything beyond ASCII is escaped too.
    """
    from tiltak_cli.domain.invisible import HIDING

    acted_on = f"{CONTROL}|{HIDING}"
    beyond = acted_on if _is_utf8(sys.stdout) else f"{acted_on}|[^\x00-\x7f]"
    text = re.sub(beyond, lambda match: _escape(match[0]), text)
    _write(sys.stdout, text.replace("##", "#\\u0023"))


def _escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[n : n + 4]}" for n in range(0, len(units), 4))


def write_utf8(text: str) -> None:
    """Write a file's content, which is UTF-8 whatever the terminal is."""
    if not _is_utf8(sys.stdout):
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    _write(sys.stdout, text)


def write_exactly(text: str) -> None:
    """The same with the file's own line ends, but without what build servers would act on."""
    if sys.stdout is not None:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]
    write(text)


def write_bytes(data: bytes) -> None:
    """Write a file's content byte for byte, without a change to its line breaks."""
    if sys.stdout is not None:
        _send(sys.stdout, lambda: sys.stdout.buffer.write(data))


def _is_utf8(stream: TextIO | None) -> bool:
    return stream is None or stream.encoding.casefold().replace("-", "") == "utf8"


def complain(sentence: str) -> None:
    """Write one sentence to standard error."""
    from tiltak_cli.views.safe import one_line

    _write(sys.stderr, f"tiltak: {one_line(sentence)}\n")


def write_status(text: str) -> None:
    """Write part of a line to standard error, where it is written over again."""
    _write(sys.stderr, text)


def relay(text: str) -> None:
    """Pass on to standard error what another program said."""
    from tiltak_cli.views.safe import visible

    lines = [f"{visible(line)}\n" for line in text.splitlines()]
    _write(sys.stderr, "".join(lines))


def agreed(question: str) -> bool | None:
    """Ask for a yes on the terminal; None where there is nobody to ask."""
    if not somebody():
        return None
    write(f"{question} (j/n) ")
    return sys.stdin.readline().strip().casefold() in YES


def somebody() -> bool:
    """Whether there is somebody to ask."""
    return is_terminal(sys.stdin)


def asked(question: str) -> str:
    """What somebody answers on the terminal, without blanks around; an end of it stops all."""
    write(question)
    answer = sys.stdin.readline()
    if not answer:
        write("\n")
        raise KeyboardInterrupt
    return answer.strip()


class OutputError(Exception):
    """The result could not be written, as on a full disk."""


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:  # else it is closed: there is nobody to write to
        _send(stream, lambda: stream.write(text))


def _send(stream: TextIO, write: Callable[[], object]) -> None:
    try:
        write()
        stream.flush()
    except (OSError, ValueError) as error:
        # What follows has nowhere to go, and neither has what Python would say at exit.
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        # A reader that has left is no error. Windows calls that an invalid argument.
        if getattr(error, "errno", errno.EPIPE) not in (errno.EPIPE, errno.EINVAL):
            raise OutputError from error


def leave(code: int) -> NoReturn:
    """End the process at once with an exit code; what was written has been handed on."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):
            if stream is not None:
                stream.flush()
    os._exit(code)


def colours(stream: TextIO | None = None) -> bool:
    """Whether to use colours: a terminal that can, and nobody has said no.

    As no-color.org, force-color.org and bixense.com/clicolors have it: NO_COLOR goes before all.
    """
    setting = os.environ.get
    if setting("NO_COLOR"):
        return False
    for force in ("FORCE_COLOR", "CLICOLOR_FORCE"):
        if value := setting(force):
            return value not in OFF
    if setting("TERM") == "dumb" or setting("CLICOLOR") in OFF:
        return False
    return is_terminal(stream or sys.stdout, READ_CODES)


def is_terminal(stream: TextIO | None, flags: int = 0) -> bool:
    """Whether a stream is a terminal, which on Windows takes what it is told to do as well."""
    if stream is None or not stream.isatty():
        return False
    return os.name != "nt" or _is_console(stream, flags)


def _is_console(stream: TextIO, flags: int) -> bool:
    """The same on Windows, where also the device that is always empty calls itself a terminal."""
    ctypes = import_module("ctypes")
    mode, system = ctypes.c_ulong(), ctypes.windll.kernel32
    try:
        handle = ctypes.c_void_p(import_module("msvcrt").get_osfhandle(stream.fileno()))
    except OSError:  # no file, and so what it says it is
        return True
    if not system.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return not flags or bool(system.SetConsoleMode(handle, mode.value | flags))


def table_width() -> int:
    """The width of a table: in a pipe nothing needs to be cut."""
    return width() if "COLUMNS" in os.environ or sys.stdout.isatty() else UNCUT


def width() -> int:
    """The width to fill: the terminal's (or COLUMNS), else 100."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return int(columns)
    stream = sys.__stdout__
    try:
        size = os.get_terminal_size(stream.fileno()) if stream else None
    except (ValueError, OSError):  # closed, or no terminal
        size = None
    return size.columns or FILE_WIDTH if size else FILE_WIDTH
