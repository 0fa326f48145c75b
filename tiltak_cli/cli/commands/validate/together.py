"""Options of `validate` of which one would make another do nothing."""

from collections.abc import Sequence
from typing import NamedTuple


class Apart(NamedTuple):
    """An option, those that it does not go with (by their beginnings), and why."""

    option: str
    others: tuple[str, ...]
    why: str


APART = (
    Apart(
        "--write-baseline",
        ("--fix", "--unsafe-fixes", "--diff"),
        "Rett først, og lagre så det som står igjen.",
    ),
    Apart("--write-baseline", ("--since", "--for"), "Filen med kjente funn skal ha alle."),
    Apart(
        "--write-baseline",
        ("--statistics", "--max", "--format", "--output"),
        "Funnene vises ikke da.",
    ),
    Apart(
        "--diff",
        ("--statistics", "--max", "--format", "--output"),
        "Da vises linjene, ikke funnene.",
    ),
    Apart("--statistics", ("--quiet", "--max", "--format"), "Da vises bare tallene."),
    # Programs that read these take it that they have everything.
    Apart("--max", ("--format",), "Denne formen har alltid alle funnene."),
)


def refused_together(given: Sequence[str]) -> str:
    """Why some options that are given do not go together, as a sentence; empty where they do."""
    for option, others, why in APART:
        other = next((name for name in given if name.startswith(others)), None)
        if option in given and other:
            return f"{option} og {other} kan ikke brukes sammen. {why}"
    return ""
