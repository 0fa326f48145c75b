"""Notes on cells: what stood there before, for those who rest the pointer on a changed cell."""

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment

from tiltak_cli.sources.workbook.cells import AUTHOR
from tiltak_cli.sources.workbook.fit import clean
from tiltak_cli.views.excel.kit.heights import lines
from tiltak_cli.wording import Wording

# Longer texts are found in the register.
LENGTH = 600
# A note's text is small; its size is in pixels.
SIZE = 9.0
NARROW, WIDE = 170, 340
SHORT_TEXT = 60
PIXELS_PER_UNIT = 7
PIXELS_PER_LINE = 16
AIR = 14


def add_note(cell: Cell, text: str, say: Wording) -> None:
    """Give a cell a note with its old value, as large as the text needs. Empty text: it was empty.

    Program and screen readers find the note by its cell; the cell's own value is left alone.
    """
    old = text.strip()
    if len(old) > LENGTH:
        old = old[: LENGTH - 1].rstrip() + "…"
    note = clean(_before(say, old))
    width = NARROW if len(note) <= SHORT_TEXT else WIDE
    rows = lines(note, (width - AIR) / PIXELS_PER_UNIT, SIZE)
    cell.comment = Comment(note, AUTHOR, height=rows * PIXELS_PER_LINE + AIR, width=width)


def _before(say: Wording, old: str) -> str:
    if not old:
        return say("note.was-empty")
    # Filled in here and not by the table, which would put lists and line breaks on one line.
    return say("note.before", old="\0").replace("\0", old)
