"""A register's text cut where its measures begin, so that each can be looked at on its own."""

import re
from typing import Any, NamedTuple

from yaml.error import YAMLError

from tiltak_cli.findings import Finding
from tiltak_cli.sources.yaml.decode import BOM, MAX_BYTES, decode
from tiltak_cli.sources.yaml.events import NotPlainError
from tiltak_cli.sources.yaml.reader import plain_document

# The line `tiltak:`, blank lines and comments, and the column of the first dash.
LIST = re.compile(rb"(?:\A|\n)tiltak:[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)- ")
# What may end a document, after which nothing is as it seems.
ENDS = ("\n...", "\n---")


class Cut(NamedTuple):
    """A file's text in pieces: what stands above the measures, and each measure after its dash.

    `strategy` is what the head names.
    """

    head: bytes
    dash: bytes
    pieces: list[bytes]
    strategy: Any


def cut_measures(data: bytes) -> Cut | None:
    """Cut a file of the usual form where its measures begin; None for all others."""
    data = data.removeprefix(BOM)
    start = LIST.search(data)
    if start is None or len(data) > MAX_BYTES or any(end.encode() in data for end in ENDS):
        return None
    first, dash = start.start(1), start[1] + b"- "
    try:
        head = plain_document(clear_text("", data[:first]))
    except (NotPlainError, YAMLError):
        return None
    if not isinstance(head, dict) or list(head)[-1:] != ["tiltak"] or head["tiltak"]:
        return None
    pieces = cut(data, first + len(dash), b"\n" + dash, [])
    return Cut(data[:first], dash, pieces, head.get("strategi"))


def cut(data: bytes, start: int, mark: bytes, before: list[bytes]) -> list[bytes]:
    """Cut a text in pieces at a mark, as `split` does.

    A piece that stands where it did in the text before is taken from there: comparing it costs a
    tenth of making it anew. Whether the last line is ended says nothing.
    """
    data += mark[1:] if data.endswith(b"\n") else mark
    if not before:
        return data[start:].split(mark)[:-1]
    pieces = []
    earlier = iter(before)
    while start < len(data):
        piece = next(earlier, b"")
        end = start + len(piece)
        if not (data.startswith(piece, start) and data.startswith(mark, end)):
            end = data.index(mark, start)
            piece = data[start:end]
        pieces.append(piece)
        start = end + len(mark)
    return pieces


def clear_text(name: str, data: bytes) -> str:
    """The text of a file; raises `NotPlainError` where it is not clear what it says."""
    text = decode(name, data)
    if isinstance(text, Finding):
        raise NotPlainError
    return text
