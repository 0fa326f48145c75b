"""A table put together by us is the table that the library draws, in colours that can be read."""

import re
from pathlib import Path

import pytest
from command import NEW, OLD, tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.text import Text
from support import tries

from tiltak_cli.views.terminal.draw import Rows, render, table

CELLS = st.text(st.sampled_from("aÅ1 –🙂日é.,"), max_size=14).map(lambda text: text.strip())


def drawn(rows: list[tuple[str, ...]]) -> Rows:
    made = table()
    made.add_column("ID", min_width=5, no_wrap=True)
    made.add_flexible("Tiltak")
    made.add_column("Dager", no_wrap=True, justify="right")
    made.add_column("Frist", no_wrap=True)
    for first, title, days, due in rows:
        made.add_row(Text(first, style="bold"), Text(title), days, Text(due, style="bold red"))
    return made


@pytest.mark.wide
@settings(max_examples=tries(200))
@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), max_size=4), st.integers(40, 70))
@pytest.mark.parametrize("colours", [False, True])
def test_the_same_text_either_way(colours: bool, rows: list[tuple[str, ...]], width: int) -> None:
    ours = render([drawn(rows)], width, colours=colours)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rows, "lines", lambda *_: None)
        assert ours == render([drawn(rows)], width, colours=colours)


@pytest.mark.wide
@pytest.mark.parametrize("command", [("report", NEW, "--since", OLD), ("list", NEW)], ids=str)
def test_only_symbols_and_bars_are_yellow_or_grey(command: tuple[str | Path, ...]) -> None:
    """Yellow is faint where a terminal is light, and grey on some of either kind."""
    said = tiltak(*command, FORCE_COLOR="1").out
    faint = re.findall(r"\x1b\[(?:33|90)m([^\x1b]*)", said)
    assert faint
    assert not [text for text in faint if any(map(str.isalnum, text))]
