"""Type in cells in LibreOffice's own window, as people do. Run by its Python, not by the tests'.

    python3 uno_typing.py PORT BOOK Tiltak.D5=utsatt…

Prints for each what the cell holds afterwards. Only what comes by the keyboard meets the rules of a
cell; what a program sets does not.
"""

import sys
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]

# LibreOffice's Python knows of no folders but that of the script.
sys.path.append(str(Path(__file__).parent.parent))

from uno_edits import connected, setting


def typed(grid: Any, toolkit: Any, cell: str, text: str) -> None:
    for action, name, value in (
        ("SELECT", "CELL", cell),
        ("TYPE", "TEXT", text),
        ("TYPE", "KEYCODE", "RETURN"),
    ):
        grid.executeAction(action, (setting(name, value),))
        toolkit.processEventsToIdle()


def main(port: str, source: str, *words: str) -> None:
    services = connected(port).ServiceManager
    program = services.createInstance("com.sun.star.frame.Desktop")
    toolkit = services.createInstance("com.sun.star.awt.Toolkit")
    window = services.createInstance("org.libreoffice.uitest.UITest")
    book = program.loadComponentFromURL(uno.systemPathToFileUrl(source), "_blank", 0, ())
    toolkit.processEventsToIdle()
    grid = window.getTopFocusWindow().getChild("grid_window")
    for word in words:
        place, _, text = word.partition("=")
        typed(grid, toolkit, place, text)
        title, _, cell = place.partition(".")
        sys.stdout.write(f"{book.Sheets.getByName(title).getCellRangeByName(cell).String}\n")
    book.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
