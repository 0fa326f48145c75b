"""Questions on a terminal: plain lines, readable without colours, and without moving about."""

import sys

from tiltak_cli.cli.common import console


def ask(question: str) -> str:
    """Ask on the terminal. The end of what comes in is a no, as Ctrl+C is."""
    console.write_status(question)
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()
