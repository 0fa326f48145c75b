"""The page in Chromium, as people use it: by keyboard, on a phone, on paper, without a script."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from chromium import violations, watched
from command import NEW, OLD, tiltak

# Only the tests with the mark need what drives the browser.
if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
ROWS = "#measures tbody tr:not([hidden])"
A4 = (842, 595)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("side") / "side.html"
    assert tiltak("report", NEW, "-o", path, "--since", OLD).code == 0
    return path


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext, file: Path) -> Iterator[Page]:
    with watched(context, file) as made:
        yield made


def ids(page: Page) -> list[str]:
    return page.locator(f"{ROWS} th").all_inner_texts()


def address(page: Page) -> str:
    return page.url.partition("#")[2]


def test_choosing_by_every_list(page: Page) -> None:
    everything = ids(page)
    assert len(everything) == 28
    for key in ("for", "area", "direction", "status", "situation"):
        values = page.locator(f"#f-{key} option").evaluate_all("all => all.map(o => o.value)")
        found: set[str] = set()
        for value in values[1:]:
            page.select_option(f"#f-{key}", value)
            found |= set(chosen := ids(page))
            assert len(chosen) < len(everything)
            assert page.inner_text("#shown") == f"Viser {len(chosen)} av 28 tiltak."
            if chosen:
                assert page.locator(".timeline li:visible").count() == len(chosen)
        assert found == set(everything)
        page.select_option(f"#f-{key}", "")
    assert page.inner_text("#shown") == "Viser alle 28 tiltak."


def test_choosing_what_is_not_stated(context: BrowserContext, tmp_path: Path) -> None:
    text = NEW.read_text("utf-8").replace("    retningsvalg: [1d]\n", "")
    register = tmp_path / "register.yaml"
    register.write_text(text.replace("    status: vedtatt\n", "", 1), "utf-8")
    assert tiltak("report", register, "-o", tmp_path / "side.html").code == 0
    with watched(context, tmp_path / "side.html") as page:
        for key in ("status", "direction"):
            page.select_option(f"#f-{key}", "-")
            chosen = ids(page)
            assert address(page) == f"{key}=-"
            assert 0 < len(chosen) < 28
            page.select_option(f"#f-{key}", label="ikke ført")
            assert ids(page) == chosen
            page.select_option(f"#f-{key}", "")


@pytest.mark.parametrize(
    ("option", "value", "key"),
    [("--for", "OED", "for"), ("--for", "KLD", "for"), ("--area", "2", "area"),
     ("--direction", "2b", "direction"), ("--status", "igangsatt", "status")],
)  # fmt: skip
def test_the_page_chooses_what_the_command_does(
    page: Page, option: str, value: str, key: str
) -> None:
    listed = re.findall(r"^T\d+", tiltak("list", NEW, option, value).out, re.MULTILINE)
    now = {"OED": "ED", "igangsatt": "started"}.get(value, value)
    page.select_option(f"#f-{key}", now)
    assert ids(page) == listed


def test_search_finds_words_in_any_order_and_says_when_there_are_none(page: Page) -> None:
    page.fill("#f-q", "omstilling KJERNEGRUPPE for klima")
    assert ids(page) == ["T001", "T005"]
    page.fill("#f-q", "prøvedrift departementer")
    assert "T016" in ids(page)
    page.fill("#f-q", "finnes ikke")
    assert ids(page) == []
    assert page.is_visible("#none")
    assert page.is_hidden("#measures")
    assert page.inner_text("#shown") == "Viser 0 av 28 tiltak."
    page.click("button[type=reset]")
    assert len(ids(page)) == 28
    assert page.is_hidden("#none")


def test_sorting_both_ways(page: Page) -> None:
    page.click("th[data-sort=deadline] button")
    dates = page.locator(f"{ROWS} td:last-child").evaluate_all("a => a.map(d => d.dataset.value)")
    assert dates == sorted(dates)
    assert page.get_attribute("th[data-sort=deadline]", "aria-sort") == "ascending"
    page.click("th[data-sort=deadline] button")
    assert page.get_attribute("th[data-sort=deadline]", "aria-sort") == "descending"
    page.click("th[data-sort=situation] button")
    assert ids(page)[:2] == ["T011", "T016"]
    assert page.locator("th[aria-sort]").count() == 1
    page.click("th[data-sort=title] button")
    assert ids(page)[-1] == "T019"  # «Årlig …»: å is last


def test_the_address_keeps_the_choice(page: Page, file: Path) -> None:
    page.select_option("#f-situation", "late")
    page.fill("#f-q", "felles")
    page.click("th[data-sort=title] button")
    kept, chosen = page.url, ids(page)
    assert sorted(address(page).split("&")) == [
        "q=felles",
        "situation=late",
        "sort=title",
    ]
    page.goto("about:blank")
    page.goto(kept)
    assert ids(page) == chosen == ["T011", "T016"]
    assert page.input_value("#f-situation") == "late"
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('#measures tr[hidden]').length === 0")
    assert address(page) == "alle"
    page.goto(f"{file.as_uri()}#for=FINNES-IKKE&q=%E0%A4")
    assert page.input_value("#f-for") == ""


def test_a_number_leads_to_its_measures_and_back(page: Page) -> None:
    page.click(".figures .late a")
    assert ids(page) == ["T011", "T016"]
    assert page.evaluate("document.activeElement.id") == "h-tiltak"
    page.click("#retning tr:has-text('1b') td.sum a")
    assert ids(page) == ["T009", "T010"]
    page.go_back()
    assert ids(page) == ["T011", "T016"]


def test_the_attention_list_opens_the_measure_even_when_it_is_not_chosen(page: Page) -> None:
    page.select_option("#f-status", "completed")
    page.click("#ledelsen a:has-text('T011')")
    page.wait_for_selector("#T011 details[open]")
    assert address(page) == "T011"
    assert page.evaluate("document.activeElement.closest('tr').id") == "T011"
    assert page.is_visible("#T011 dd >> text=Også den nye fristen er passert")
    assert len(ids(page)) == 28


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_by_keyboard_alone(page: Page) -> None:
    press(page, "Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    press(page, "Enter")
    assert address(page) == "innhold"
    page.focus("#f-q")
    page.keyboard.type("kjernegruppe")
    assert ids(page) == ["T001", "T002", "T003", "T004", "T005", "T006"]
    press(page, "Tab")
    assert page.evaluate("document.activeElement.id") == "f-for"
    page.keyboard.type("KLD")
    assert ids(page) == ["T001", "T005", "T006"]
    press(page, *["Tab"] * 7)
    assert page.evaluate("document.activeElement.closest('th').dataset.sort") == "order"
    press(page, "Enter", "Enter")
    assert ids(page) == ["T006", "T005", "T001"]
    press(page, *["Tab"] * 8)
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    press(page, "Enter")
    assert page.get_attribute("#T006 details", "open") is not None
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_all_can_be_opened_at_once(page: Page) -> None:
    page.select_option("#f-status", "completed")
    page.click("#toggle")
    assert page.locator("details[open] dl").count() == 6
    assert page.inner_text("#toggle") == "Lukk alle"
    page.click("#toggle")
    assert page.locator("details[open] dl").count() == 0


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_no_width_makes_the_page_scroll_sideways(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.click("#toggle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_a_script_everything_is_there(browser: Browser, file: Path) -> None:
    made = browser.new_context(java_script_enabled=False)
    page = made.new_page()
    page.goto(file.as_uri())
    assert page.locator("#measures tbody tr").count() == 28
    assert page.is_hidden("#filter")
    assert page.locator("button:visible").count() == 0
    page.click("#T011 summary")
    assert page.is_visible("#T011 dd >> text=Også den nye fristen er passert")
    made.close()


def test_on_paper_it_is_a4_across(page: Page, tmp_path: Path) -> None:
    page.pdf(path=tmp_path / "side.pdf", prefer_css_page_size=True)
    done = subprocess.run(
        ["pdfinfo", tmp_path / "side.pdf"], capture_output=True, text=True, check=True, timeout=120
    )
    size = re.search(r"Page size: +([\d.]+) x ([\d.]+)", done.stdout)
    pages = re.search(r"Pages: +(\d+)", done.stdout)
    assert size
    assert pages
    assert (round(float(size[1])), round(float(size[2]))) == A4
    assert 6 <= int(pages[1]) <= 15
    text = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "side.pdf", "-"],
        capture_output=True,
        check=True,
        timeout=120,
    ).stdout.decode()
    first, *rest = text.split("\f")
    assert "I korte trekk siden 2023-2" in first
    assert "To tiltak går dårligere." in first
    assert "4 frister falt siden 2023-2" in first
    assert "Dette bør ledelsen se på" in rest[0]
    assert "Status per målområde" in rest[0]
    assert "Tiltak per retningsvalg" not in first
    assert "Nullstill" not in text
    # The table's head stands on each of its pages.
    assert sum("Ansvarlig" in leaf and "Prioritet" in leaf for leaf in rest) >= 2


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    browser: Browser, tmp_path: Path, width: int, scheme: str, language: str
) -> None:
    path = tmp_path / "side.html"
    tiltak("report", NEW, "-o", path, "--since", OLD, "--language", language)
    made = browser.new_context(viewport={"width": width, "height": 900})
    page = made.new_page()
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(path.as_uri())
    page.click("#T011 summary")
    page.evaluate("location.hash = '#T016'")
    assert violations(page) == []
    made.close()


def test_a_page_without_measures_is_calm(browser: Browser, tmp_path: Path) -> None:
    text = NEW.read_text("utf-8")
    (tmp_path / "tom.yaml").write_text(text[: text.index("\ntiltak:")] + "\ntiltak: []\n", "utf-8")
    assert tiltak("report", tmp_path / "tom.yaml", "-o", tmp_path / "tom.html").code == 0
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((tmp_path / "tom.html").as_uri())
    assert page.is_visible("text=Oversikten har ingen tiltak.")
    assert violations(page) == []
    assert said == []
    page.close()
