"""The reader of the handbook notices what a page has wrong."""

from pathlib import Path

import pytest
from reader import Reader

REGISTER = """```yaml
strategi: "2021-2025"
utgave: "2024-1"
per_dato: 2024-06-15
ansvarlig: DFD
tiltak: []
```
"""
PAGE = f"""<!-- test: write tiltaksoversikt.yaml -->
{REGISTER}
```console
$ tiltak validate
Noe annet enn det som blir sagt.
$ tiltak --version > versjon.txt
```
"""


def test_what_a_page_shows_is_replaced_by_what_is_said(tmp_path: Path) -> None:
    followed = Reader(tmp_path).follow(PAGE)
    assert "$ tiltak validate\ntiltaksoversikt.yaml: 0 tiltak, ingen funn.\n" in followed
    assert "Noe annet" not in followed
    assert followed.endswith("$ tiltak --version > versjon.txt\n```\n")
    assert (tmp_path / "oversikten" / "versjon.txt").read_text("utf-8").startswith("tiltak ")


def test_a_reader_changes_the_last_line_with_the_same_word(tmp_path: Path) -> None:
    filled = "<!-- test: fill in a.yaml -->\n```yaml\n  b: 2\nc: 3\n```\n"
    reader = Reader(tmp_path)
    (reader.here / "a.yaml").write_text("b: 1\nd:\n  # b: 1\nc:\n", "utf-8")
    reader.follow(filled)
    assert (reader.here / "a.yaml").read_text("utf-8") == "b: 1\nd:\n  b: 2\nc: 3\n"


@pytest.mark.parametrize(
    "page",
    [
        "<!-- test: noe ukjent -->\n",
        "<!-- test: run tiltak validate finnes-ikke.yaml -->\n",
        "<!-- test: run rm alt -->\n",
        "<!-- test: sheet a.xlsx -->\n```yaml\na: 1\n```\n",
        "<!-- test: part tiltaksoversikt.yaml -->\n```yaml\nstatus: noe\n```\n",
        "```console\n$ curl https://example.no\n```\n",
    ],
)
def test_what_cannot_be_done_is_told(page: str, tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    (reader.here / "tiltaksoversikt.yaml").write_text(REGISTER, "utf-8")
    with pytest.raises(AssertionError):
        reader.follow(page)
