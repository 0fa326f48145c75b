"""The front page in another program than the one that it is meant for. Needs `soffice`."""

import re
from pathlib import Path

import pytest
from test_workbook_front import front_bytes, with_areas
from test_workbook_libreoffice import converted, sheets_of, text_of

pytestmark = pytest.mark.libreoffice


@pytest.mark.parametrize(("areas", "measures"), [(3, 3), (15, 15), (15, 300), (40, 40)])
@pytest.mark.parametrize("news", [True, False])
def test_every_bar_has_its_name(tmp_path: Path, areas: int, measures: int, *, news: bool) -> None:
    """A program leaves out the names that it finds no room for."""
    new, before = with_areas(areas, measures)
    path = converted(tmp_path, front_bytes(new, before if news else None), "pdf")
    titles, pages = sheets_of(path), text_of(path).split("\f")
    said = " ".join(page for title, page in zip(titles, pages, strict=False) if title == "Forside")
    names = [area.name.rpartition(" ")[2] for area in new.strategy.areas]
    assert [name for name in names if not re.search(rf"nummer {name}\b", said)] == []
