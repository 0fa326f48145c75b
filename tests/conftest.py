"""What holds for every test."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import signal
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from chromium import chromium
from hypothesis import settings
from support import tries

import tiltak_cli

# Only the tests with the mark need what drives the browser.
if TYPE_CHECKING:
    from playwright.sync_api import Browser

# How long an example takes says more of the machine than of the code; and a change is not to be
# refused for what it has not done: the same code gets the same examples. Others by TILTAK_FRESH=1.
settings.register_profile(
    "tiltak",
    deadline=None,
    max_examples=tries(100),
    derandomize=not os.environ.get("TILTAK_FRESH"),
)
settings.load_profile("tiltak")


# What a process compiles is kept, or each of hundreds would wait for that.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A shell lets what it starts in the background ignore Ctrl-C, and so would what the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# What the tests make is seldom used by what made it: Python need not look often for such rings,
# neither while all of them are read.
gc.set_threshold(200_000, 50, 100)


def pytest_collection_finish() -> None:
    """Load all of the package, and let Python never look for what is not used among it.

    Of what is loaded hypothesis takes the words of its examples: else these would depend on
    which tests ran before in the same process.
    """
    for module in pkgutil.walk_packages(tiltak_cli.__path__, "tiltak_cli."):
        # What writes Parquet needs a package that is not in `.[test]`.
        if not module.name.endswith(("__main__", ".parquet")):
            importlib.import_module(module.name)
    gc.freeze()


def pytest_unconfigure() -> None:
    """Look once more; pytest would do so five times, for warnings of what nobody closed."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the tests of a file."""
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def workbooks() -> dict[str, bytes]:
    """The workbooks of editions, by all that they are made of."""
    return {}


@pytest.fixture
def same_workbook(workbooks: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Editions with the same content share a workbook, for what is not about the documents."""
    from tiltak_cli.cli.commands.edition import documents
    from tiltak_cli.cli.common.workbook import workbook_data

    def made_once(*content: Any) -> bytes:
        made_of = repr(content)
        if made_of not in workbooks:
            workbooks[made_of] = workbook_data(*content)
        return workbooks[made_of]

    monkeypatch.setattr(documents, "workbook_data", made_once)
