"""A register's revisions from the lines that differ in them."""

from datetime import date, timedelta

from support import register_text

from tiltak_cli.changes.history import Revision
from tiltak_cli.changes.telling import State
from tiltak_cli.sources.history.read import state_of
from tiltak_cli.sources.history.texts import Texts

FIRST_DAY = date(2022, 1, 10)


def states(*editions: str) -> list[State]:
    """A register's revisions, thirty days apart, each from the lines of one measure or a list."""
    texts = Texts()
    found = []
    for number, lines in enumerate(editions):
        revision = Revision(str(number), FIRST_DAY + timedelta(days=30 * number), "Kari")
        text = lines if "strategi:" in lines else register_text(lines)
        state = state_of(revision, "a.yaml", [("a.yaml", texts.read("a.yaml", text.encode()))])
        assert state
        found.append(state)
    return found
