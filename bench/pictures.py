"""Make the pictures in `docs/bilder/` anew: the example's workbooks and its page.

`.venv/bin/python bench/pictures.py` needs LibreOffice (`soffice`), `pdftoppm` and `pdftotext`
(poppler-utils), and Chromium, where TILTAK_CHROMIUM says.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "bilder"
OLD, NEW = (
    ROOT / "examples" / f"tiltaksoversikt-{edition}.yaml" for edition in ("2023-2", "2024-1")
)
# Dots an inch of a printed page, and the page's own size on the screen.
DOTS = 84
WIDE, HIGH = 1280, 1180
ASKED = (
    "--due",
    "30.08.2024",
    "--contact",
    "Seksjon for forvaltningspolitikk i DFD, tiltak@example.no",
)
# What is written in a ministry's workbook, to show what the sheet, or a copy of it, says then.
CHOSEN = {"T011": {"Status": "utsatt"}, "T004": {"Status": "gjennomført"}}
WRONG = {"T010": {"Frist": "3/4/2025"}, "T012": {"Status": "gjennomført"}}


def tiltak(*arguments: str | Path, code: int = 0) -> None:
    """Run the command that stands beside this interpreter."""
    command = [Path(sys.executable).parent / "tiltak", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    if done.returncode != code:
        raise SystemExit(done.stderr)


def printed(book: Path) -> Path:
    """A workbook as LibreOffice prints it."""
    office = ["soffice", f"-env:UserInstallation={(book.parent / 'profil').as_uri()}", "--headless"]
    convert = ["--convert-to", "pdf", "--outdir", str(book.parent), str(book)]
    subprocess.run([*office, *convert], check=True, capture_output=True)
    return book.with_suffix(".pdf")


def page_of(words: str, leaves: Path) -> int:
    """The first page of a printed workbook, after its front page, that has some words on it."""
    text = subprocess.run(
        ["pdftotext", str(leaves), "-"], check=True, capture_output=True, encoding="utf-8"
    ).stdout
    return next(n for n, leaf in enumerate(text.split("\f"), 1) if n > 1 and words in leaf)


def picture(
    leaves: Path, page: int, name: str, dots: int = DOTS, part: tuple[int, int] | None = None
) -> None:
    """Write a page of a printed workbook as a picture, or the upper left `part` of it."""
    which = ["-f", str(page), "-l", str(page), "-r", str(dots)]
    if part:
        which += ["-x", "0", "-y", "0", "-W", str(part[0]), "-H", str(part[1])]
    target = str(PICTURES / name)
    subprocess.run(["pdftoppm", *which, "-png", "-singlefile", str(leaves), target], check=True)


def written(book: Path, cells: dict[str, dict[str, str]]) -> None:
    """Write in a ministry's workbook: values by measure and heading."""
    opened = load_workbook(book)
    sheet = opened["Tiltak"]
    labels = [str(cell.value).removeprefix("✎ ") for cell in sheet[4]]
    for row in sheet.iter_rows(min_row=5):
        for label, value in cells.get(str(row[0].value), {}).items():
            row[labels.index(label)].value = value
    opened.save(book)


def of_the_meeting(folder: Path) -> None:
    """The workbook that leaders have."""
    book = folder / "bok.xlsx"
    tiltak("export", NEW, "--since", OLD, "-o", book)
    leaves = printed(book)
    picture(leaves, 1, "forside")
    picture(leaves, page_of("Tidslinje", leaves), "tidslinje")


def of_what_is_filled_in(folder: Path) -> None:
    """A ministry's workbook, and the copy of another in which faults are marked."""
    book, other, marked = (folder / name for name in ("KD.xlsx", "FIN.xlsx", "FIN-feil.xlsx"))
    tiltak("export", NEW, "--for", "KD", "--since", OLD, *ASKED, "-o", book)
    written(book, CHOSEN)
    leaves = printed(book)
    picture(leaves, 1, "brev", 90)
    picture(leaves, 2, "utfylling", 105, (1737, 400))
    tiltak("export", NEW, "--for", "FIN", *ASKED, "-o", other)
    written(other, WRONG)
    tiltak("import", other, "--register", NEW, "--report", marked, code=1)
    leaves = printed(marked)
    picture(leaves, page_of("Dere har ansvaret", leaves), "feil", 105, (1737, 460))


def of_the_page(folder: Path) -> None:
    """The page that everybody can read."""
    side = folder / "side.html"
    tiltak("report", NEW, "--since", OLD, "-o", side)
    with sync_playwright() as playwright:
        path = os.environ.get("TILTAK_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": WIDE, "height": HIGH})
        shown.goto(side.as_uri())
        shown.screenshot(path=PICTURES / "side.png")
        browser.close()


def main() -> None:
    """Make all of them."""
    with tempfile.TemporaryDirectory() as folder:
        for make in (of_the_meeting, of_what_is_filled_in, of_the_page):
            make(Path(folder))


if __name__ == "__main__":
    main()
