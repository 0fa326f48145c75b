"""The result of a check as the views take it, and the one line for a register without findings."""

from typing import NamedTuple

from tiltak_cli.findings import Finding
from tiltak_cli.views.safe import one_line


class Checked(NamedTuple):
    """A register that was checked: its name, how many measures it has, and what was found.

    `texts` holds each file's name and text, for the excerpts.
    """

    name: str
    measures: int
    findings: tuple[Finding, ...]
    texts: tuple[tuple[str, str], ...]


def clean(result: Checked) -> str:
    """Say that nothing was found."""
    return f"{one_line(result.name)}: {result.measures} tiltak, ingen funn.\n"
