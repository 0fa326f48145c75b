"""The one door that changes to a register's text go through.

Only the spans concerned are replaced. The result is read again and must hold just the data that
were meant, and every comment; otherwise nothing is changed. Order, quotes and line ends stay as
they are.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.edits.lines import rearranged, spliced
from tiltak_cli.edits.operations import (
    Operation,
    Rename,
    Set,
    intended,
    members,
)
from tiltak_cli.edits.parts import Splice, part_at
from tiltak_cli.edits.settle import settled
from tiltak_cli.edits.spans import OwnFormError, Span, span_of
from tiltak_cli.edits.spelling import escaped, reads_as, spelled, tidied
from tiltak_cli.edits.texts import STEP, rewritten, text_on_lines
from tiltak_cli.edits.windows import Window, windows, with_returns
from tiltak_cli.sources.files import SourceFile
from tiltak_cli.sources.yaml.comments import comments_at
from tiltak_cli.sources.yaml.decode import BOM
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.order import comments
from tiltak_cli.sources.yaml.reader import read_yaml

NOT_READABLE = "Filen har feil i oppsettet. Rett dem for hånd først."
NOT_AS_MEANT = "Endringen kan ikke gjøres uten at noe annet også blir endret. Rett det for hånd."
NOT_THERE = "Stedet som skulle endres, finnes ikke i filen."
COMMENT_LOST = "En kommentar ville blitt borte. Rett det for hånd."
# Breaks that are lines to YAML, and to nobody who counts them.
ODD_BREAK = re.compile("[\r\x85\u2028\u2029]")
# What is no text for people is not written over several lines, though it may stand so.
ON_ONE_LINE = frozenset(
    {field.key for field in FIELDS if field.kind is not Kind.TEXT}
    | {"per_dato", "nådd", "lenke", "periode", "id"}
)
# What a text over several lines begins with, where a comment stands beside it.
SIGN_AND_COMMENT = re.compile(r"[|>][0-9+-]*([ \t]+#[^\r\n]*)")


class EditError(Exception):
    """Why a text could not be changed as meant, as sentences for the user."""


def edit(name: str, text: str, operations: Iterable[Operation]) -> str:
    """Change a register's text, or raise EditError and leave it be."""
    return changed(name, text, operations)[0]


def changed(
    name: str, text: str, operations: Iterable[Operation], read: Tree | None = None
) -> tuple[str, Tree]:
    """The same, with what is read of the text afterwards.

    `read` is what has been read of it before, where that is done.
    """
    changes = list({repr(operation): operation for operation in operations}.values())
    if not changes:
        return text, read or read_yaml(name, text)
    plain = text.replace("\r\n", "\n")
    # Where lines end otherwise, all stands elsewhere.
    tree = read if read is not None and plain == text else read_yaml(name, plain)
    if not tree.readable:
        raise EditError(NOT_READABLE)
    try:
        changes = settled(tree.data, changes)
        data = intended(tree.data, changes)
    except (KeyError, IndexError, TypeError):
        raise EditError(NOT_THERE) from None
    replacements = splices_of(name, plain, tree, changes)
    if plain != text:
        replacements = with_returns(text, replacements)
    return through(name, text, replacements, data)


def through(name: str, text: str, changes: Iterable[Splice], data: Any) -> tuple[str, Tree]:
    """Replace some characters, provided that what is read of the result is just these data."""
    result = replaced(text, changes)
    return result, _holding(name, result, data)


def splices_of(name: str, text: str, tree: Tree, changes: list[Operation]) -> list[Splice]:
    """The characters that settled operations replace in a text, with no comment lost."""
    all_splices: list[Splice] = []
    for window in windows(name, text, tree, changes):
        own = splices(window)
        _keep_comments(window, own)
        all_splices += window.outward(own)
    return all_splices


def edit_file(file: SourceFile, operations: Iterable[Operation]) -> SourceFile:
    """Change a register's file, or raise EditError. Its mark of the byte order is kept."""
    mark = BOM if file.data.startswith(BOM) else b""
    try:
        text = file.data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError:
        raise EditError(NOT_AS_MEANT) from None
    return SourceFile(file.name, mark + edit(file.name, text, operations).encode("utf-8"))


def splices(window: Window) -> list[Splice]:
    """The characters that operations replace in what has been read of a text."""
    try:
        return list(_splices(window))
    except (KeyError, IndexError):
        raise EditError(NOT_THERE) from None
    except OwnFormError:
        raise EditError(NOT_AS_MEANT) from None


def _splices(window: Window) -> Iterator[Splice]:
    text, spots = window.text, window.tree.spots()
    groups = members(window.operations)
    if groups and ODD_BREAK.search(text):
        raise OwnFormError
    for path, group in groups.items():
        yield from spliced(part_at(text, spots, path), group)
    for operation in window.operations:
        if not isinstance(operation, Set | Rename):
            continue
        span = span_of(text, spots, operation.path, key=isinstance(operation, Rename))
        if isinstance(operation, Set) and span.items is not None and span.block:
            yield from _of_lines(text, span.items, operation.value) or (
                [rearranged(part_at(text, spots, operation.path), operation.value)]
            )
        else:
            yield _in_place(text, span, operation)


def replaced(text: str, changes: Iterable[Splice]) -> str:
    """A text with some characters replaced, each of them once."""
    parts: list[str] = []
    done = 0
    for splice in sorted(changes, key=lambda splice: splice[:2]):
        if splice.start < done:
            raise EditError(NOT_AS_MEANT)
        parts += text[done : splice.start], splice.text
        done = splice.end
    return "".join((*parts, text[done:]))


def _holding(name: str, result: str, data: Any) -> Tree:
    """What is read of a text, which must hold just these data."""
    after = read_yaml(name, result)
    # repr tells 1 from true and "1", and minds the order of fields.
    if not after.readable or repr(after.data) != repr(data):
        raise EditError(NOT_AS_MEANT)
    return after


def _keep_comments(window: Window, changes: list[Splice]) -> None:
    """See that every comment is still there, but those that go with what they are about.

    Outside a window no character is replaced, and no comment can be lost without a change to the
    data.
    """
    new = [copy.text for copy in window.copies]
    if "#" not in window.text and not any("#" in text for text in new):
        return
    gone = [range(splice.start, splice.end) for splice in changes if splice.gone]
    wanted = Counter(
        comment
        for offset, comment in comments_at(window.text, window.tree.spots())
        if not any(offset in stretch for stretch in gone)
    )
    for text in new:
        wanted += comments(text, read_yaml(window.name, text).spots())
    result = replaced(window.text, changes)
    if wanted != comments(result, read_yaml(window.name, result).spots()):
        raise EditError(COMMENT_LOST)


def _in_place(text: str, span: Span, operation: Set | Rename) -> Splice:
    """One stretch for another."""
    before = text[span.start : span.end]
    value = operation.name if isinstance(operation, Rename) else operation.value
    if isinstance(value, list) and span.items is not None:
        old = [text[item.start : item.end] for item in span.items]
        words = [_kept(old, item) or spelled(item, within_list=True) for item in value]
        new = None if None in words else f"[{', '.join(map(str, words))}]"
    else:
        new = _text(text, span, operation) or spelled(
            value, before=before, within_list=span.within_list
        )
    if new is None and isinstance(value, str):
        on_lines = None if span.within_list else text_on_lines(value, _margin(text, span.start))
        new = on_lines or escaped(value, span.within_list)
    if new is None:
        raise EditError(NOT_AS_MEANT)
    end = span.end
    beside = SIGN_AND_COMMENT.match(before)
    if beside and new[:1] not in ("|", ">"):
        new += beside[1].rstrip()
    elif new[:1] in ("|", ">") and "\n" in new and before[:1] not in ("|", ">"):
        # What stands beside a value stands after the sign of one that has lines.
        end = _line_end(text, span.end)
        end -= text[end - 1 : end] == "\n"
        sign, _, lines = new.partition("\n")
        new = f"{sign}{text[span.end : end].rstrip()}\n{lines}"
    # An empty value stands right after its colon.
    blank = " " if span.start == span.end and text[span.start - 1 : span.start] == ":" else ""
    return Splice(span.start, end, blank + new)


def _text(text: str, span: Span, operation: Operation) -> str | None:
    """A text in the style over several lines that stands; None where that is not asked for."""
    before = text[span.start : span.end]
    if not isinstance(operation, Set) or not isinstance(operation.value, str) or span.within_list:
        return None
    key = next((step for step in reversed(operation.path) if isinstance(step, str)), "")
    if key in ON_ONE_LINE or "\n" not in before:
        return None
    if reads_as(way := tidied(before), operation.value):
        return way
    column = span.start - text.rfind("\n", 0, span.start) - 1
    return rewritten(before, operation.value, column, last=span.end == len(text))


def _margin(text: str, start: int) -> int:
    """How far in the lines of a text stand that begins beside the name of its field."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line) - len(line.lstrip(" -")) + STEP


def _kept(written: list[str], value: Any) -> str | None:
    """The text of an item that stays in a list."""
    return next((text for text in written if reads_as(text, value)), None)


def _of_lines(text: str, items: tuple[Span, ...], value: Any) -> list[Splice]:
    """A list whose items have a line each: lines go out, or come in at the end.

    Empty where more than that is to be done.
    """
    if not isinstance(value, list) or not items or not value:
        raise EditError(NOT_AS_MEANT)
    wanted, changes, last = list(value), list[Splice](), items[-1]
    for item in items:
        if wanted and reads_as(text[item.start : item.end], wanted[0]):
            wanted.pop(0)
            continue
        line = text.rfind("\n", 0, item.start) + 1
        end = _line_end(text, item.end)
        # What stands beside the item on its line, such as a comment, would be lost.
        if text[line : item.start].strip() != "-" or text[item.end : end].strip():
            return []
        changes.append(Splice(line, end, ""))
    if wanted:
        line = text.rfind("\n", 0, last.start) + 1
        end = _line_end(text, last.end)
        words = [spelled(item) for item in wanted]
        if None in words or text[line : last.start].strip() != "-" or text[end - 1 : end] != "\n":
            return []
        dash = text[line : last.start]
        changes.append(Splice(end, end, "".join(f"{dash}{word}\n" for word in words)))
    return changes


def _line_end(text: str, position: int) -> int:
    """Where the line of a position ends, its break included."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1
