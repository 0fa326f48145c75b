"""Make the pictures in `docs/bilder/` anew: the example's workbook and its page.

`.venv/bin/python bench/pictures.py` needs LibreOffice (`soffice`), `pdftoppm` and `pdftotext`
(poppler-utils), and Chromium, where TILTAK_CHROMIUM says.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "bilder"
OLD, NEW = (
    ROOT / "examples" / f"tiltaksoversikt-{edition}.yaml" for edition in ("2023-2", "2024-1")
)
# Dots an inch of a printed page, and the page's own size on the screen.
DOTS = "84"
WIDE, HIGH = 1280, 1180


def tiltak(*arguments: str) -> None:
    """Run the command that stands beside this interpreter."""
    command = [str(Path(sys.executable).parent / "tiltak"), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def page_of(words: str, book: Path) -> int:
    """The first page of a printed workbook, after its front page, that has some words on it."""
    text = subprocess.run(
        ["pdftotext", str(book), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return next(n for n, leaf in enumerate(text.split("\f"), 1) if n > 1 and words in leaf)


def picture(book: Path, page: int, name: str) -> None:
    """Write a page of a printed workbook as a picture."""
    target = str(PICTURES / name)
    which = ("-f", str(page), "-l", str(page))
    subprocess.run(
        ["pdftoppm", "-r", DOTS, *which, "-png", "-singlefile", str(book), target], check=True
    )


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder:
        book, side = Path(folder) / "bok.xlsx", Path(folder) / "side.html"
        tiltak("export", str(NEW), "--since", str(OLD), "-o", str(book))
        tiltak("report", str(NEW), "--since", str(OLD), "-o", str(side))
        office = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, str(book)]
        subprocess.run(office, check=True, capture_output=True)
        printed = book.with_suffix(".pdf")
        picture(printed, 1, "forside")
        picture(printed, page_of("Tidslinje", printed), "tidslinje")
        with sync_playwright() as playwright:
            path = os.environ.get("TILTAK_CHROMIUM", "/usr/bin/chromium")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            shown = browser.new_page(viewport={"width": WIDE, "height": HIGH})
            shown.goto(side.as_uri())
            shown.screenshot(path=PICTURES / "side.png")
            browser.close()


if __name__ == "__main__":
    main()
