"""What lies ahead on the page, in Chromium: with everything that can be there, wide and narrow."""

from pathlib import Path

import pytest
from chromium import chromium, violations
from test_ahead import NB, seen

from tiltak_cli.views.html import report_html

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1280])
def test_what_lies_ahead_can_be_read_and_followed(tmp_path: Path, width: int, scheme: str) -> None:
    path = tmp_path / "side.html"
    path.write_text(report_html(seen(), None, NB), "utf-8")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        # A caption is as wide as its table, also where the table is laid out as a list.
        for section in ("belastning", "videre"):
            for caption in page.locator(f"#{section} caption").all():
                box = caption.bounding_box()
                assert box is not None
                assert box["width"] > 250
                assert box["height"] < 80
        # Every quarter is in sight at once, and no table is wider than the screen.
        room = "e => e.scrollWidth - e.clientWidth"
        for table in page.locator("table").all():
            assert table.evaluate(room) <= 0
        assert violations(page) == []
        page.click("#framover ~ .dues a:has-text('T002')")
        page.wait_for_selector("#T002 details[open]")
        page.click("#belastning .stacked a:has-text('T004')")
        page.wait_for_selector("#T004 details[open]")
        page.click("#videre a:has-text('T903')")
        page.wait_for_selector("#T903 details[open]")
