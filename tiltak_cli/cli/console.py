"""What a command writes: safe in every encoding, quiet when the reader has left."""

import codecs
import os
import sys
from typing import TextIO

PIPED_WIDTH = 100
FALLBACK = {
    "æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa", "é": "e", "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "…": "...", "’": "'", "·": "-", "→": "->", "│": "|", "━": "-",
    "─": "-", "┈": ".", "◆": "#", "◇": "o", "●": "*", "○": "o", "▲": "!", "■": "#", "✓": "v",
    "✕": "x", "‖": "=", "█": "#", "▓": "+", "▒": ":", "░": ".", "╌": "-", "\u00a0": " ",
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


def complain(sentence: str) -> None:
    """Write one sentence to standard error."""
    _write(sys.stderr, f"tiltak: {sentence}\n")


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # What follows has nowhere to go, and neither has what Python would say at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def colours(stream: TextIO | None = None) -> bool:
    """Whether to use colours: a terminal that can, and nobody has said no (NO_COLOR)."""
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return (stream or sys.stdout).isatty()


def width() -> int:
    """The width to fill: the terminal's (or COLUMNS), else 100."""
    import shutil

    return shutil.get_terminal_size((PIPED_WIDTH, 24)).columns
