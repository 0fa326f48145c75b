"""The one door that changes to a register's text go through.

Only the spans concerned are replaced. The result is read again and must hold just the data that
were meant, and every comment; otherwise nothing is changed. Order, quotes and line ends stay as
they are.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from tiltak_cli.edits.operations import Operation, Rename, Set, intended
from tiltak_cli.edits.spans import OwnFormError, Span, span_of
from tiltak_cli.edits.spelling import reads_as, spelled
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.order import comments
from tiltak_cli.sources.yaml.reader import read_yaml

NOT_READABLE = "Filen har feil i oppsettet. Rett dem for hånd først."
NOT_AS_MEANT = "Endringen kan ikke gjøres uten at noe annet også blir endret. Rett det for hånd."
NOT_THERE = "Stedet som skulle endres, finnes ikke i filen."
COMMENT_LOST = "En kommentar ville blitt borte. Rett det for hånd."
# What a text over several lines begins with, where a comment stands beside it.
SIGN_AND_COMMENT = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)")


class Splice(NamedTuple):
    """Characters from `start` up to `end` that become `text`."""

    start: int
    end: int
    text: str


class EditError(Exception):
    """Why a text could not be changed as meant, as sentences for the user."""


def edit(name: str, text: str, operations: Iterable[Operation]) -> str:
    """Change a register's text, or raise EditError and leave it be."""
    changes = list({repr(operation): operation for operation in operations}.values())
    if not changes:
        return text
    tree = read_yaml(name, text)
    if not tree.readable:
        raise EditError(NOT_READABLE)
    try:
        data = intended(tree.data, changes)
    except (KeyError, IndexError, TypeError):
        raise EditError(NOT_THERE) from None
    return through(name, text, splices(text, tree, changes), data, tree)


def splices(text: str, tree: Tree, operations: Iterable[Operation]) -> list[Splice]:
    """The characters that operations replace in a text that has been read."""
    spots = tree.spots()
    replacements: list[Splice] = []
    for operation in operations:
        try:
            span = span_of(text, spots, operation.path, key=isinstance(operation, Rename))
        except (KeyError, IndexError):
            raise EditError(NOT_THERE) from None
        except OwnFormError:
            raise EditError(NOT_AS_MEANT) from None
        if isinstance(operation, Set) and span.items is not None and span.block:
            replacements += _of_lines(text, span.items, operation.value)
        else:
            replacements.append(_in_place(text, span, operation))
    return replacements


def through(
    name: str, text: str, changes: Iterable[Splice], data: Any, tree: Tree | None = None
) -> str:
    """Replace some characters, provided that the result holds just these data and every comment.

    `tree` is what has been read of the text, where that is done.
    """
    parts: list[str] = []
    done = 0
    for splice in sorted(changes):
        if splice.start < done:
            raise EditError(NOT_AS_MEANT)
        parts += text[done : splice.start], splice.text
        done = splice.end
    result = "".join((*parts, text[done:]))
    after = read_yaml(name, result)
    # repr tells 1 from true and "1", and minds the order of fields.
    if not after.readable or repr(after.data) != repr(data):
        raise EditError(NOT_AS_MEANT)
    if "#" in text and comments(text, (tree or read_yaml(name, text)).spots()) != comments(
        result, after.spots()
    ):
        raise EditError(COMMENT_LOST)
    return result


def _in_place(text: str, span: Span, operation: Operation) -> Splice:
    """One stretch for another."""
    before = text[span.start : span.end]
    value = operation.name if isinstance(operation, Rename) else operation.value
    if isinstance(value, list) and span.items is not None:
        old = [text[item.start : item.end] for item in span.items]
        words = [_kept(old, item) or spelled(item, within_list=True) for item in value]
        new = None if None in words else f"[{', '.join(map(str, words))}]"
    else:
        new = spelled(value, before=before, within_list=span.within_list)
    if new is None:
        raise EditError(NOT_AS_MEANT)
    beside = SIGN_AND_COMMENT.match(before)
    if beside and new[:1] not in ("|", ">"):
        new += beside[1].rstrip()
    # An empty value stands right after its colon.
    blank = " " if span.start == span.end and text[span.start - 1 : span.start] == ":" else ""
    return Splice(span.start, span.end, blank + new)


def _kept(written: list[str], value: Any) -> str | None:
    """The text of an item that stays in a list."""
    return next((text for text in written if reads_as(text, value)), None)


def _of_lines(text: str, items: tuple[Span, ...], value: Any) -> list[Splice]:
    """A list whose items have a line each: lines go out, or come in at the end."""
    if not isinstance(value, list) or not items or not value:
        raise EditError(NOT_AS_MEANT)
    wanted, changes, last = list(value), [], items[-1]
    for item in items:
        if wanted and reads_as(text[item.start : item.end], wanted[0]):
            wanted.pop(0)
            continue
        line = text.rfind("\n", 0, item.start) + 1
        end = _line_end(text, item.end)
        # What stands beside the item on its line, such as a comment, would be lost.
        if text[line : item.start].strip() != "-" or text[item.end : end].strip():
            raise EditError(NOT_AS_MEANT)
        changes.append(Splice(line, end, ""))
    if wanted:
        line = text.rfind("\n", 0, last.start) + 1
        end = _line_end(text, last.end)
        words = [spelled(item) for item in wanted]
        if None in words or text[line : last.start].strip() != "-" or text[end - 1 : end] != "\n":
            raise EditError(NOT_AS_MEANT)
        newline = "\r\n" if text[end - 2 : end] == "\r\n" else "\n"
        dash = text[line : last.start]
        changes.append(Splice(end, end, "".join(f"{dash}{word}{newline}" for word in words)))
    return changes


def _line_end(text: str, position: int) -> int:
    """Where the line of a position ends, its break included."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1
