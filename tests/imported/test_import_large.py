"""How large a workbook may be: on the edge it is read, and beyond it nothing is unpacked."""

import io
import zipfile

import pytest
from support import spread

from tiltak_cli.sources.workbook.gate import BOOK, TOO_LARGE, unfit
from tiltak_cli.sources.workbook.written import OURS, PROPERTIES, as_sent


def archive(**sizes: int) -> bytes:
    """An archive whose parts have so many blanks each."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, size in sizes.items():
            made.writestr(BOOK if name == "book" else name, b" " * size)
    return stream.getvalue()


@pytest.mark.wide
@pytest.mark.parametrize(("more", "refused"), [(0, False), (1, True)])
def test_a_file_that_is_far_larger_when_unpacked_may_be_so_large(
    more: int, *, refused: bool
) -> None:
    assert (unfit(archive(book=10, part=20_000_000 - 10 + more)) == TOO_LARGE) == refused


@pytest.mark.wide
@spread(("more", "refused"), [(0, False), (1, True)], every=2)
def test_a_file_may_have_so_many_parts(more: int, *, refused: bool) -> None:
    parts = {f"part{n}": 0 for n in range(2000 - 1 + more)}
    assert (unfit(archive(book=10, **parts)) == TOO_LARGE) == refused


@pytest.mark.parametrize(("more", "ours"), [(0, True), (1, False)])
def test_properties_of_such_a_size_are_read(more: int, *, ours: bool) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(PROPERTIES, OURS.ljust(100_000 + more))
    assert as_sent(stream.getvalue()) == ours
