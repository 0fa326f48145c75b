"""Each page of the handbook is followed from top to bottom, and shows what one sees."""

from pathlib import Path

import pytest
from command import current, tiltak
from reader import PAGES, Reader
from support import spread

# What takes long, and what asks a large program; the others are followed before each commit.
MARKS: dict[str, tuple[pytest.MarkDecorator, ...]] = {
    "en-uke": (pytest.mark.wide,),
    "endre": (pytest.mark.wide,),
    "kom-i-gang": (pytest.mark.wide,),
    "parquet": (pytest.mark.readers,),
    "regneark": (pytest.mark.wide,),
    "sammen": (pytest.mark.wide, pytest.mark.posix),
    "svar": (pytest.mark.wide,),
    "utgaver": (pytest.mark.wide,),
}


@spread(
    "page",
    [pytest.param(page, id=page.stem, marks=MARKS.get(page.stem, ())) for page in PAGES],
    every=12,
)
def test_the_page_shows_what_one_sees(page: Path, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    current(page, reader.follow(page.read_text("utf-8")))
    assert not reader.next
    # Who has followed the page has a register without faults, if any.
    if (reader.here / "tiltaksoversikt.yaml").exists():
        done = tiltak("validate", "--strict", cwd=reader.here)
        assert done.code == 0, done.out
