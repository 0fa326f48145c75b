"""What an edition is published as: one row a document, made from the register and what changed."""

from collections.abc import Callable
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.overview import Overview
from tiltak_cli.wording import NB


class Document(NamedTuple):
    """A document's file name and what makes its bytes, without a clock.

    The comparison is with the edition before; it is None for the first.
    """

    name: str
    make: Callable[[Overview, Comparison | None], bytes]


def _workbook(seen: Overview, comparison: Comparison | None) -> bytes:
    from tiltak_cli.views.excel import workbook

    return workbook(seen, comparison)


def _note(seen: Overview, comparison: Comparison | None) -> bytes:
    """The change note; the first edition has nothing to tell of but itself."""
    from tiltak_cli.views.changes_markdown import changes_markdown, escaped

    if comparison is not None:
        return changes_markdown(comparison).encode()
    register = seen.register
    title = NB("edition.title", edition=register.edition, day=register.as_of)
    first = NB("edition.first", number=len(register.measures))
    return f"# {escaped(title)}\n\n{escaped(first)}\n".encode()


DOCUMENTS = (
    Document("tiltaksoversikt.xlsx", _workbook),
    Document("endringer.md", _note),
)
