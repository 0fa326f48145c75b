"""The rows of the front page below the tiles: all as high, with two halves that share them."""

from collections.abc import Sequence
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.views.excel.kit.cells import Value, link, put
from tiltak_cli.views.excel.kit.heights import lines
from tiltak_cli.views.excel.kit.styles import Style

# What a text must be so that it can be read on the paper, which shows it at six sevenths.
SIZE = 10.5


class Part(NamedTuple):
    """A cell of a half, counted from its first column: what it holds, and where it leads, if."""

    column: int
    value: Value
    style: Style
    to: tuple[str, int] | None = None
    tip: str = ""


class Line(NamedTuple):
    """One row of a half of the page."""

    parts: tuple[Part, ...]


def write_lines(sheet: Worksheet, row: int, column: int, half: Sequence[Line]) -> None:
    """Write the rows of a half, from its first row and column on."""
    for place, line in enumerate(half, row):
        for part in line.parts:
            cell = put(sheet, place, column + part.column, part.value, part.style)
            if part.to:
                link(cell, *part.to, part.tip)


def fits(text: str, width: float) -> bool:
    """Whether a text goes on one line of so many characters."""
    return lines(text, width, SIZE) <= 1


def broken(text: str, width: float) -> list[str]:
    """A text as lines that each fit a width; no cells are merged."""
    rows = [""]
    for word in text.split():
        more = f"{rows[-1]} {word}".strip()
        if rows[-1] and not fits(more, width):
            rows.append(word)
        else:
            rows[-1] = more
    return rows
