"""Reading whole registers made from the few lines that a test is about."""

import os
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from tiltak_cli.rules.base import HEAD_LINES
from tiltak_cli.rules.examples import FILE, register_text
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.register.judge import Governed, govern
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.register.settings import Settings, read_settings

__all__ = [
    "FILE",
    "HEAD_LINES",
    "THOROUGH",
    "check",
    "register_text",
    "source",
    "spread",
    "told",
    "tries",
]

# What is kept is written anew as a whole, from every row of a table.
UPDATE = bool(os.environ.get("TILTAK_UPDATE"))
# Whether everything is tried, as .ci/run does. A test that tries less elsewhere has the mark
# `hypothesis`, by which the thorough run finds it.
THOROUGH = bool(os.environ.get("TILTAK_THOROUGH"))


def tries(count: int) -> int:
    """How many examples a property gets: all of them in the thorough run.

    Elsewhere a sixteenth, for a suite that takes long is not run before each commit.
    """
    return count if THOROUGH else max(count // 16, 6)


def spread(
    names: str | tuple[str, ...],
    rows: Iterable[Any],
    every: int,
    ids: Iterable[str] | Callable[[Any], str] | None = None,
) -> pytest.MarkDecorator:
    """Parametrize by a long table: each `every`th row, and the rest, marked, in the thorough run.

    Elsewhere the rest is not even collected: thousands of rows take seconds.
    """
    every = 1 if UPDATE else every
    single = isinstance(names, str)
    parts = {
        n: _wide(row, single=single) if n % every else row
        for n, row in enumerate(rows)
        if THOROUGH or n % every == 0
    }
    if ids is not None and not callable(ids):
        ids = [identity for n, identity in enumerate(ids) if n in parts]
    return pytest.mark.parametrize(names, list(parts.values()), ids=ids)


def _wide(row: Any, *, single: bool) -> Any:
    """A row of a table, with or without a name of its own, for the wide run."""
    if hasattr(row, "marks"):
        return row._replace(marks=(*row.marks, pytest.mark.wide))
    return pytest.param(*([row] if single else row), marks=pytest.mark.wide)


def source(text: str | bytes, siblings: dict[str, bytes] | None = None) -> Source:
    """A register as it comes from a file; `siblings` are files beside it, by name."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    return Source(FILE, (SourceFile(FILE, data),), (siblings or {}).get)


def check(text: str | bytes, siblings: dict[str, bytes] | None = None) -> Loaded:
    """Read and check a register, with the settings and the baseline that lie beside it."""
    here = source(text, siblings)
    settings = read_settings(here)
    assert isinstance(settings, Settings)
    governed = govern(here, settings)
    assert isinstance(governed, Governed)
    return governed.loaded


def told(loaded: Loaded) -> list[tuple[str, int, int]]:
    """The findings as code, line and column."""
    return [(f.code, f.place.line, f.place.column) for f in loaded.findings]
