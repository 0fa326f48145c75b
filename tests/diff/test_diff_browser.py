"""The page of changes in Chromium: on every screen, on paper, by keyboard and by screen reader."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import violations, watched
from command import NEW, OLD, tiltak

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
BOXES = "input[type=checkbox]"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("side") / "endringer.html"
    assert tiltak("diff", OLD, NEW, "-o", path).code == 0
    return path


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    with watched(made, file) as opened:
        yield opened
    made.close()


def test_a_change_is_ticked_off_by_keyboard_and_without_a_script(page: Page) -> None:
    assert page.locator("script").count() == 0
    assert page.locator(BOXES).count() == page.locator(".diff .code").count() == 50
    assert page.locator(f"{BOXES}:checked").count() == 0
    page.get_by_label("Behandlet: T011 Vurdering forverret").focus()
    page.keyboard.press("Space")
    assert page.locator(f"{BOXES}:checked").count() == 1
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_a_changed_text_is_understood_without_colour(page: Page) -> None:
    lines = "e => [getComputedStyle(e).textDecorationLine, e.textContent]"
    out, into = (page.locator(tag).first.evaluate(lines) for tag in ("del", "ins"))
    assert (out[0], into[0]) == ("line-through", "underline")
    assert out[1].startswith("tatt bort: ")
    assert into[1].startswith("satt inn: ")


def test_on_paper_it_is_a4_across_with_boxes_to_tick(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "endringer.pdf"
    page.pdf(path=path, prefer_css_page_size=True)
    done = subprocess.run(
        ["pdfinfo", path], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    assert re.search(r"Page size: +84[12]\.[0-9]+ x 59[45]\.", done)
    pages = re.search(r"Pages: +([0-9]+)", done)
    assert pages
    assert 3 <= int(pages[1]) <= 8
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    first, *rest = text.split("\f")
    assert "53" not in first
    assert "I korte trekk" in first
    assert "To tiltak går dårligere." in first
    assert "Kryss av" not in text
    # The head of the table stands on each of its pages.
    assert sum("Hva som har skjedd" in leaf for leaf in rest) >= int(pages[1]) - 2
    page.emulate_media(media="print")
    assert page.locator(f"{BOXES}:visible").count() == 50


LONG = "Ord" + "ord" * 120


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with very long words, in every field that a reader sees."""
    folder = tmp_path_factory.mktemp("lang")
    text = NEW.read_text("utf-8")
    changed = re.sub(r"(?m)^(    (?:tittel|fremdrift|avvik|beskrivelse): ).*\n(?:      .*\n)*",
                     rf"\g<1>{LONG}\n", text)  # fmt: skip
    assert changed.count(LONG) > 50
    (folder / "ny.yaml").write_text(changed.replace('"2024-1"', f"{LONG}-1", 1), "utf-8")
    done = tiltak("diff", OLD, folder / "ny.yaml", "-o", folder / "endringer.html")
    assert (done.code, done.err) == (0, "")
    return folder / "endringer.html"


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_no_width_makes_the_page_scroll_sideways(
    browser: Browser, file: Path, hard: Path, width: int
) -> None:
    for path in (file, hard):
        made = browser.new_context(viewport={"width": width, "height": 800})
        with watched(made, path) as page:
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        made.close()


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("new", [NEW, OLD], ids=["endret", "uendret"])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, new: Path, width: int, scheme: str, language: str
) -> None:
    path = tmp_path / "side.html"
    assert tiltak("diff", OLD, new, "-o", path, "--language", language).code == 0
    made = browser.new_context(viewport={"width": width, "height": 900})
    page = made.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{path.as_uri()}#T011")
    assert violations(page) == []
    made.close()
