"""Chromium as the tests drive it, and what axe finds in a page."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Only the tests with the mark need what drives the browser.
if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
WATCH = (
    "addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective))"
)
AXE = """async () => (await axe.run()).violations.map(
    v => [v.id, v.nodes.map(n => n.html + ' ' + n.failureSummary)])"""
DRAWN = Path(__file__).with_name("drawn.js").read_text("utf-8")


@contextmanager
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = os.environ.get("TILTAK_CHROMIUM", "/usr/bin/chromium")
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()


@contextmanager
def watched(context: BrowserContext, file: Path) -> Iterator[Page]:
    """The page, watched: whatever it says on the console, loads or is denied fails the test."""
    made, said, asked = context.new_page(), [], []
    made.on("console", lambda message: said.append(message.text))
    made.on("pageerror", lambda error: said.append(str(error)))
    made.on("request", lambda request: asked.append(_address(request)))
    made.add_init_script(WATCH)
    made.goto(file.as_uri())
    yield made
    assert said == []
    assert {address for address in asked if address != "data:,"} == {file.as_uri()}


def _address(request: Request) -> str:
    return request.url.partition("#")[0]


def violations(page: Page) -> Any:
    """What axe finds, with the elements it is about."""
    page.evaluate(Path(os.environ["TILTAK_AXE"]).read_text("utf-8"))
    return page.evaluate(AXE)


def cut(page: Page) -> Any:
    """The texts that are cut off, or go out over the edge of their cell, box or bar."""
    return page.evaluate(f"{DRAWN.strip()}.cut()")


def small(page: Page, points: float) -> Any:
    """The texts that are smaller than so many points."""
    return page.evaluate(f"{DRAWN.strip()}.small({points * 96 / 72 - 0.05})")
