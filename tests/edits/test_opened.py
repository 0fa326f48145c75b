"""A register of several files, opened to be edited: which of them has the head."""

import pytest

from tiltak_cli.edits.opened import opened
from tiltak_cli.sources.files import Source, SourceFile

PART = "tiltak:\n  - id: T001\n"


@pytest.mark.parametrize(
    ("texts", "head"),
    [
        ([PART, "utgave: 2024-1\ntiltak: []\n"], 1),
        (["utgave: 2024-1\n", PART], 0),
        (["merknad: Se under\n", PART, 'strategi: "2021-2025"\n'], 2),
        (["- id: T001\n", "", "utgave: 2024-1\n"], 2),
        ([PART, PART], None),
    ],
)
def test_the_head_is_where_something_stands_beside_the_measures(
    texts: list[str], head: int | None
) -> None:
    files = [SourceFile(f"{n}.yaml", text.encode()) for n, text in enumerate(texts)]
    found = opened(Source("mappe", tuple(files), lambda _: None)).head
    assert (found and found.name) == (None if head is None else f"{head}.yaml")
