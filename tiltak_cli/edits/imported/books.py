"""A workbook that has come back, held against the register."""

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from tiltak_cli.sources.workbook.answers.entries import Returned
from tiltak_cli.sources.workbook.answers.followed import now_called
from tiltak_cli.sources.workbook.base import Base


class Book(NamedTuple):
    """A workbook by its file's name: what it was made from, and what it brings back.

    `names` are what the register calls its measures, and `then` what those were made from, by the
    names that the register has. `path` leads to the file, which is no answer where it is `as_sent`.
    """

    name: str
    path: str
    base: Base
    brought: Returned
    then: Mapping[str, Mapping[str, Any]]
    names: Mapping[str, str]
    as_sent: bool


def book_of(
    path: str,
    base: Base,
    brought: Returned,
    register: Mapping[str, Mapping[str, Any]],
    *,
    as_sent: bool,
) -> Book:
    """The workbook at a path, to be put together with a register."""
    names = now_called(base.measures, register)
    then = {names[i]: m for m in base.measures if (i := str(m["id"])) in names}
    name = os.path.basename(path)
    return Book(
        name=name,
        path=path,
        base=base,
        brought=brought,
        then=then,
        names=names,
        as_sent=as_sent,
    )
