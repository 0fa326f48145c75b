"""Notes on cells: what is good to know beside the value, shown when the pointer is on the cell."""

from openpyxl.cell.cell import Cell
from openpyxl.comments import Comment

from tiltak_cli.views.excel.cells import clean
from tiltak_cli.views.excel.heights import height, lines
from tiltak_cli.wording import Wording

AUTHOR = "tiltak"
# In points and in characters; a note is in a smaller type than the cells.
WIDTH, CHARACTERS, SIZE = 240, 40, 9


def add_note(cell: Cell, text: str, say: Wording) -> None:
    """Put a note on a cell, as large as its text needs. Text that is empty gives no note."""
    if not text:
        return
    del say
    tall = height(lines(text, CHARACTERS, SIZE), SIZE, air=12)
    cell.comment = Comment(clean(text), AUTHOR, height=int(tall), width=WIDTH)
