"""The pages in Chromium on every screen and on paper: nothing cut, too wide or too small."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from chromium import cut, small, violations
from command import NEW, OLD, tiltak

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
LANGUAGES = ("nb", "nn", "en")
WIDTHS = (390, 800, 899, 900, 1280, 1920)
# What stands on a sheet of A4 across, between its margins; and the smallest letters on paper.
PAPER, POINTS = 1032, 8.5
FILLER = """
  - id: T{n}
    tittel: Felles tiltak nummer {n} for samordning og utvikling
    beskrivelse: Noe felles.
    målområder: [{area}]
    ansvarlig: [{lead}]
    status: igangsatt
    prioritet: lav
    fremdrift: I gang.
    frist: 2025-06-30
"""
LEADS = ("KD", "FIN", "HOD", "KLD")


class Files(NamedTuple):
    """An older and a newer edition."""

    old: Path
    new: Path


@pytest.fixture(scope="module")
def sized(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Files]:
    """The example, and the same with 272 calm measures more in both editions: no other news."""
    folder = tmp_path_factory.mktemp("stor")
    more = "".join(FILLER.format(n=n, area=n % 3 + 1, lead=LEADS[n % 4]) for n in range(101, 373))
    for name, path in (("gammel.yaml", OLD), ("ny.yaml", NEW)):
        (folder / name).write_text(path.read_text("utf-8").rstrip() + "\n" + more, "utf-8")
    return {28: Files(OLD, NEW), 300: Files(folder / "gammel.yaml", folder / "ny.yaml")}


def shown(browser: Browser, command: tuple[str | Path, ...], path: Path, language: str) -> Page:
    done = tiltak(*command, "--language", language, "-o", path)
    assert done.code == 0, done.err
    page = browser.new_page()
    page.add_init_script("window.print = () => {}")
    page.goto(path.as_uri())
    return page


@pytest.mark.parametrize(
    ("size", "language"), [*((28, language) for language in LANGUAGES), (300, "nb")]
)
def test_no_text_is_cut_on_the_page(
    browser: Browser, sized: dict[int, Files], tmp_path: Path, size: int, language: str
) -> None:
    files = sized[size]
    command = ("report", files.new, "--since", files.old)
    page = shown(browser, command, tmp_path / "side.html", language)
    page.click("#T011 summary")
    for width in WIDTHS if size == 28 else (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert (width, cut(page)) == (width, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        tables = page.locator(":not(.hidden) > table")
        widest = tables.evaluate_all("all => Math.max(...all.map(e => e.scrollWidth))")
        assert widest <= width
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator("nav ul").evaluate("e => e.getBoundingClientRect().height") < 50
    opened = "document.querySelector('#T011 dl').getBoundingClientRect().width"
    assert page.evaluate(opened) > 1000
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    assert cut(page) == []
    assert small(page, POINTS) == []
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_on_the_page_of_changes(
    browser: Browser, sized: dict[int, Files], tmp_path: Path, language: str
) -> None:
    page = shown(browser, ("diff", *sized[28]), tmp_path / "endringer.html", language)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.locator("details").evaluate_all("all => all.forEach(e => { e.open = true; })")
        assert (width, cut(page)) == (width, [])
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print")
    assert cut(page) == []
    assert small(page, POINTS) == []
    page.close()


# What a leader asks: how it goes, what has happened, over time, who decides what, what waits.
ANSWERS = {
    "nb": ("To tiltak går dårligere", "Tre tiltak er gjennomført", "2 ble holdt (T009, T017)",
           "og 2 ble ikke holdt (T011, T016)", "Strategisk forum", "Forum er ikke ført",
           "→ Avtal ny frist, eller avslutt tiltaket.", "3 tiltak venter på andre.",
           "2 er røde eller forsinket: T011 (KD) og T016 (KUD)."),
    "nn": ("To tiltak går dårlegare", "Tre tiltak er gjennomførte", "2 vart haldne (T009, T017)",
           "og 2 vart ikkje haldne (T011, T016)", "Strategisk forum", "Forum er ikkje ført",
           "→ Avtal ny frist, eller avslutt tiltaket.", "3 tiltak ventar på andre.",
           "2 er raude eller forseinka: T011 (KD) og T016 (KUD)."),
    "en": ("Two measures are doing worse", "Three measures are completed", "2 kept (T009, T017)",
           "and 2 missed (T011, T016)", "Strategisk forum", "No forum is named",
           "→ Agree a new deadline, or end the measure.", "3 measures wait for others.",
           "2 are red or overdue: T011 (KD) and T016 (KUD)."),
}  # fmt: skip


@pytest.mark.parametrize("language", ANSWERS)
@pytest.mark.parametrize("size", [28, 300])
def test_the_summary_is_one_sheet_with_the_answers(
    browser: Browser, sized: dict[int, Files], tmp_path: Path, size: int, language: str
) -> None:
    files = sized[size]
    command = ("report", files.new, "--since", files.old)
    page = shown(browser, command, tmp_path / "side.html", language)
    page.set_viewport_size({"width": 1280, "height": 900})
    before = page.locator("body").inner_text()
    page.click("#summary")
    assert cut(page) == []
    assert small(page, POINTS) == []
    page.pdf(path=tmp_path / "ark.pdf", prefer_css_page_size=True)
    said = " ".join(printed(tmp_path / "ark.pdf").split())
    assert [answer for answer in (str(size), *ANSWERS[language]) if answer not in said] == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("body").inner_text() == before
    page.close()


def printed(path: Path) -> str:
    """The text of a sheet of A4, upright, which is all there is."""
    done = subprocess.run(
        ["pdfinfo", path], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    assert "Pages:           1\n" in done
    assert "Page size:       594.96 x 841.92 pts (A4)" in done
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()


def test_no_sheet_of_the_whole_page_is_nearly_empty(browser: Browser, tmp_path: Path) -> None:
    page = shown(browser, ("report", NEW, "--since", OLD), tmp_path / "side.html", "nb")
    page.pdf(path=tmp_path / "side.pdf", prefer_css_page_size=True)
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "side.pdf", "-"],
        capture_output=True,
        check=True,
        timeout=120,
    )
    *sheets, last, _ = done.stdout.decode().split("\f")
    assert last.strip()
    assert min(len(sheet.split()) for sheet in sheets) >= 40
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_waits_can_be_followed_by_keyboard(
    browser: Browser, sized: dict[int, Files], tmp_path: Path, width: int
) -> None:
    page = shown(browser, ("report", sized[28].new), tmp_path / "side.html", "nb")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.locator("svg.waits:visible").count() == 1
    assert page.is_visible("#venter >> text=T018 og T028 venter på")
    page.locator("svg.waits:visible a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#T015 details[open]")
    assert violations(page) == []
    page.close()
