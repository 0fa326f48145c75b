"""Fields and items of lists on lines of their own, that come in or go out.

Comments right above what goes out go with it. A heading stays, and so does what is parted from it
by a blank line, and a measure that is written as a comment.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from tiltak_cli.edits.brackets import in_brackets
from tiltak_cli.edits.operations import Append, Copied, Members, Put, appends, in_turn
from tiltak_cli.edits.outline import Entry, Text, UnusualError, entries, own_comments
from tiltak_cli.edits.parts import Part, Splice, written
from tiltak_cli.edits.spans import OwnFormError, is_named
from tiltak_cli.edits.spelling import reads_as
from tiltak_cli.edits.texts import STEP, field, item
from tiltak_cli.sources.yaml.order import standing_above
from tiltak_cli.sources.yaml.places import LIST, Spot


def spliced(part: Part, group: Members) -> list[Splice]:
    """What is to be replaced where things come into a part, or go out of it.

    Raises OwnFormError where the lines have a form in which that cannot be done.
    """
    if not isinstance(part.spot, Spot):
        # The name of a list with nothing below.
        return _begun(part, group, part.spot.start_mark.index, part.spot.end_mark.index)
    if not part.spot.start.flow_style:
        try:
            return list(_on_lines(part, group))
        except UnusualError:
            raise OwnFormError from None
    if not part.spot.children and part.way == (LIST,):
        start, end = part.spot.start.start_mark.index, part.spot.end.end_mark.index
        return _begun(part, group, start, end)
    return list(in_brackets(part, group))


def _begun(part: Part, group: Members, start: int, end: int) -> list[Splice]:
    """The first items of a list, below its name; what stood for none goes."""
    while part.text.whole[start - 1 : start] == " ":
        start -= 1
    line = part.text.line_at(end)
    measures = part.way == (LIST,)
    name = part.text.lines[part.first - 1]
    column = len(name) - len(name.lstrip(" -")) + STEP
    gap = STEP if measures else 0
    items = [_item(append, column, part.way, gap) for append in appends(group)]
    between = "\n\n" if measures else "\n"
    return [Splice(start, end, ""), _inserted(part.text, line + 1, between.join(items))]


def _on_lines(part: Part, group: Members) -> Iterator[Splice]:
    """Lines that come in, and lines that go out."""
    spot, text = part.spot, part.text
    members, _ = entries(text, spot, part.first, len(text.lines))
    if isinstance(spot.children, dict):
        by_name = dict(zip(spot.children, members, strict=True))
        yield from _fields_in(part, by_name, in_turn(group.new, part.way))
        out = [number for number, name in enumerate(by_name) if name in group.out]
    else:
        yield from _items_in(part, members, appends(group))
        out = sorted(int(step) for step in group.out)
        if len(out) == len(members) and not group.new:
            # With no measures left the list says so.
            title = text.starts[part.first - 1]
            colon = text.whole.index(":", title) + 1
            yield Splice(colon, colon, " []")
    yield from _lines_out(part, members, out)


def _fields_in(part: Part, members: dict[str, Entry], puts: list[Put]) -> Iterator[Splice]:
    text, margin = part.text, " " * part.column
    for put in puts:
        above = standing_above(list(members), put.key, part.way)
        if isinstance(put.value, Copied):
            lines = _shifted(put.value.text, part.column)
        else:
            lines = margin + written(field(put.key, put.value, part.column, part.way))
        if above is None:
            # The first field may stand beside a dash.
            start = next(iter(members.values())).key.start_mark.index
            yield Splice(start, start, f"{lines.lstrip(' ')}\n{margin}")
        else:
            yield _inserted(text, members[above].last + 1, lines)


def _items_in(part: Part, members: list[Entry], appends: list[Append]) -> Iterator[Splice]:
    """New items, parted by blank lines where the others are."""
    parted = part.way == (LIST,) and len(members) == 1
    parted = parted or any("" in member.above for member in members[1:])
    like = members[-1].value
    gap = 0
    if isinstance(like, Spot) and not like.start.flow_style:
        gap = int(like.start.start_mark.column) - part.column
    for append in appends:
        above = members[-1 if append.after is None else int(append.after)]
        lines = _item(append, part.column, part.way, gap)
        yield _inserted(part.text, above.last + 1, "\n" * parted + lines)


def _item(append: Append, column: int, way: tuple[str, ...], gap: int) -> str:
    if isinstance(append.value, Copied):
        return _shifted(append.value.text, column)
    return " " * column + written(item(append.value, column, way, gap))


def _shifted(text: str, column: int) -> str:
    rows = text.rstrip("\n").split("\n")
    return "\n".join(f"{' ' * column}{row}" if row else "" for row in rows)


def _inserted(text: Text, line: int, lines: str) -> Splice:
    """Lines put in before a line, or at the end of a file that may have no last line end."""
    if line < len(text.lines):
        return Splice(text.starts[line], text.starts[line], f"{lines}\n")
    return Splice(len(text.whole), len(text.whole), f"\n{lines}")


class _Lines(NamedTuple):
    """The first and the last of some lines (from 0)."""

    first: int
    last: int


def _lines_out(part: Part, members: list[Entry], out: list[int]) -> Iterator[Splice]:
    """The lines of what goes out, with the blank lines that would else be doubled."""
    text = part.text
    runs: list[_Lines] = []
    for number in out:
        entry = members[number]
        if is_named(entry.value):
            raise OwnFormError
        if entry.key is not None and text.lines[entry.first][: entry.key.start_mark.column].strip():
            yield from _beside_dash(text, members, out)
            continue
        own = own_comments(entry.above, measure=part.way == (LIST,))
        lines = _Lines(entry.first - own, entry.last)
        if runs and all(map(text.is_blank, range(runs[-1].last + 1, lines.first))):
            lines = _Lines(runs.pop().first, lines.last)
        runs.append(lines)
    for run in runs:
        yield _without(text, *run)


def _without(text: Text, first: int, last: int) -> Splice:
    end = len(text.lines) - 1
    # With a line end at the end of the file there is an empty line after it.
    bottom = last >= end - (not text.lines[end])
    if first and text.is_blank(first - 1):
        while bottom and first and text.is_blank(first - 1):
            first -= 1
        while not bottom and text.is_blank(last + 1):
            last += 1
    if last + 1 < len(text.lines):
        return Splice(text.starts[first], text.starts[last + 1], "", gone=True)
    return Splice(max(text.starts[first] - 1, 0), len(text.whole), "", gone=True)


def _beside_dash(text: Text, members: list[Entry], out: list[int]) -> Iterator[Splice]:
    """The first field, which stands beside the dash: the next one takes its place."""
    if 1 in out or len(members) == 1:
        raise OwnFormError
    first, following = members[:2]
    end = text.starts[first.last + 1]
    yield Splice(first.key.start_mark.index, end, "", gone=True)
    yield Splice(end, following.key.start_mark.index, "")


def rearranged(part: Part, value: list[Any]) -> Splice:
    """The items of a list in another order, each with its comments; OwnFormError if it cannot be.

    `value` is all of them, and those that are new.
    """
    text = part.text
    try:
        members, _ = entries(text, part.spot, part.first, len(text.lines))
    except UnusualError:
        raise OwnFormError from None
    first = members[0].first - own_comments(members[0].above, measure=False)
    begin, rows = first, list[tuple[str, str]]()
    for member in members:
        if isinstance(member.value, Spot):
            raise OwnFormError
        rows.append((text.written(member.value), "\n".join(text.lines[begin : member.last + 1])))
        begin = member.last + 1
    lines = []
    for each in value:
        row = next((row for row in rows if reads_as(row[0], each)), None)
        if row:
            rows.remove(row)
        lines.append(row[1] if row else " " * part.column + written(item(each, 0, part.way)))
    end = text.starts[begin] - 1 if begin < len(text.lines) else len(text.whole)
    return Splice(text.starts[first], end, "\n".join(lines))


def copied(part: Part, number: int) -> Copied:
    """A field or an item of a block as it is written, with the comments that are about it."""
    text = part.text
    members, _ = entries(text, part.spot, part.first, len(text.lines))
    entry = members[number]
    if entry.key is not None and text.lines[entry.first][: entry.key.start_mark.column].strip():
        raise OwnFormError
    own = own_comments(entry.above, measure=part.way == (LIST,))
    lines = text.lines[entry.first - own : entry.last + 1]
    return Copied("".join(f"{line[part.column :] if line.strip() else ''}\n" for line in lines))
