"""A register in its usual form: the order of fields, quotes, indentation and blank lines.

Lines are moved whole, with the comments that belong to them. What has a form of its own (texts over
several lines, lists over several lines) keeps it, further in or out.
"""

import re
from typing import Any

from tiltak_cli.edits.door import NOT_AS_MEANT, NOT_READABLE, EditError
from tiltak_cli.edits.formatted.style import (
    BLANK_WITHIN,
    NO_BLANKS,
    plain_key,
    quoted_as_usual,
    sign_of_block,
    trimmed,
    without_doubled_blanks,
)
from tiltak_cli.edits.outline import (
    Entry,
    Text,
    UnusualError,
    closing,
    entries,
    indent_of_block,
    keeps_blanks,
)
from tiltak_cli.sources.register.accepted import MARK
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.order import comments, in_order, unordered
from tiltak_cli.sources.yaml.places import Spot

STEP = 2
COMMENT = re.compile(r"\s*#.*")
COLON = re.compile(r"\s*:(?!\S)")
ODD_ENDS = "Linjeskiftene i filen er av et slag som ikke kan ordnes automatisk. Filen er ikke rørt."


def canonical(name: str, text: str, tree: Tree | None = None) -> str:
    """Put a register's text in its usual form, or raise EditError and leave it be.

    The result holds the same data and the same comments, and is its own usual form. `tree` is what
    has been read of the text with every place, where that is done.
    """
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    plain = text.replace("\r\n", "\n")
    if "\r" in plain:
        raise EditError(ODD_ENDS)
    if tree is None or plain != text:
        tree = read_with_places(name, plain)
    once, formed = _formed(name, plain, tree)
    if once != plain and _formed(name, once, formed)[0] != once:
        raise EditError(NOT_AS_MEANT)
    return once.replace("\n", newline)


def _formed(name: str, text: str, tree: Tree) -> tuple[str, Tree]:
    """A text in its usual form, and what is read of that; each text is read once."""
    if not tree.readable or tree.findings or not isinstance(tree.data, dict):
        raise EditError(NOT_READABLE)
    spot = tree.spots()
    if spot.start.flow_style or not spot.children:
        return text, tree
    try:
        result = _Former(Text.of(text)).register(spot)
    except UnusualError as odd:
        message = (
            f"Linje {odd.line + 1} er skrevet på en måte som ikke kan ordnes automatisk. Filen er "
            "ikke rørt."
        )
        raise EditError(message) from None
    if result == text:
        return text, tree
    after = read_with_places(name, result)
    same = after.readable and repr(unordered(after.data)) == repr(unordered(tree.data))
    if not same or comments(text, spot) != comments(result, after.spots()):
        raise EditError(NOT_AS_MEANT)
    return result, after


class _Former:
    """Writes a file's tree of lines anew."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def register(self, spot: Spot) -> str:
        """The whole file."""
        text = self.text
        first = int(next(iter(spot.children.values()))[0].start_mark.line)
        top = text.lines[:first]
        # What is parted from the first field by a blank line is about the file, and so is the rest
        # where nothing parts them.
        blanks = [n for n, line in enumerate(top) if not line.strip()]
        begin = blanks[-1] + 1 if blanks else first
        # What is accepted is accepted in the field below.
        begin = next((n for n in range(begin if blanks else 0, first) if MARK in top[n]), begin)
        fields, end = entries(text, spot, begin, len(text.lines))
        lines = [line.rstrip() for line in top[:begin]]
        for entry in self._sorted(fields, ()):
            if entry.key.value == "tiltak" and lines and lines[-1].strip():
                lines.append("")
            lines += self._entry(entry, 0, ())
        if any(line.strip() for line in text.lines[end:]):
            lines += ["", *(line.rstrip() for line in text.lines[end:])]
        return without_doubled_blanks(lines)

    def _sorted(self, fields: list[Entry], way: tuple[str, ...]) -> list[Entry]:
        by_name = {entry.key.value: entry for entry in fields}
        return [by_name[name] for name in in_order(list(by_name), way)]

    def _entry(self, entry: Entry, indent: int, way: tuple[str, ...]) -> list[str]:
        """A field with the comments above it."""
        name = str(entry.key.value)
        above = [f"{' ' * indent}{line}" for line in entry.above if line]
        if not way:
            # In the head, and over the list, blank lines among comments part them.
            above = [f"{' ' * indent}{line}".rstrip() for line in entry.above]
        key = self.text.whole[entry.key.start_mark.index : entry.key.end_mark.index]
        opening = f"{' ' * indent}{plain_key(entry.key, key)}:"
        before = self.text.lines[entry.first][: entry.key.start_mark.column]
        if before.strip(" -") or not COLON.match(self.text.whole, entry.key.end_mark.index):
            raise UnusualError(entry.first)
        value = entry.value
        if not isinstance(value, Spot):
            return [*above, *self._scalar(opening, entry, indent, (*way, name))]
        if value.start.flow_style:
            return [*above, *self._flow(opening, entry, indent, (*way, name))]
        rest = self._after_colon(entry)
        if rest.strip() and not COMMENT.fullmatch(rest):
            raise UnusualError(entry.first)
        lines = [*above, f"{opening}{rest.rstrip()}"]
        inner, end = entries(self.text, value, entry.first + 1, entry.last + 1)
        if isinstance(value.children, dict):
            for field in self._sorted(inner, (*way, name)):
                lines += self._entry(field, indent + STEP, (*way, name))
        else:
            lines += self._items(inner, indent + STEP, (*way, name))
        rest_of_it = (self.text.lines[n].strip() for n in range(end, entry.last + 1))
        lines += [f"{' ' * (indent + STEP)}{line}".rstrip() for line in rest_of_it]
        return lines

    def _after_colon(self, entry: Entry) -> str:
        """What stands on a field's first line after its colon."""
        colon = COLON.match(self.text.whole, entry.key.end_mark.index)
        if colon is None:
            raise UnusualError(entry.first)
        return self.text.lines[entry.first][colon.end() - self.text.starts[entry.first] :]

    def _items(self, items: list[Entry], indent: int, way: tuple[str, ...]) -> list[str]:
        """A list with a line, or more, for each item."""
        lines: list[str] = []
        measures = way == ("tiltak",)
        for number, item in enumerate(items):
            if measures and number:
                lines.append("")
            # Over a measure a blank line parts a heading from what is about the measure itself.
            above = trimmed(item.above) if measures else [line for line in item.above if line]
            lines += [f"{' ' * indent}{line}".rstrip() for line in above]
            value = item.value
            if isinstance(value, Spot) and not value.start.flow_style:
                try:
                    lines += self._item(item, indent, way)
                except UnusualError:
                    if not measures:
                        raise
                    # What cannot be put in order is left, and the others are not.
                    lines += self._left(item, indent)
                continue
            opening = f"{' ' * indent}-"
            if isinstance(value, Spot):
                lines += self._flow(opening, item, indent, way)
            else:
                lines += self._scalar(opening, item, indent, way)
        return lines

    def _item(self, item: Entry, indent: int, way: tuple[str, ...]) -> list[str]:
        """Fields below a dash."""
        if not isinstance(item.value.children, dict):
            raise UnusualError(item.first)
        begin = item.first
        lines: list[str] = []
        if item.value.start.start_mark.line > begin:
            beside = self.text.lines[begin].strip().removeprefix("-").strip()
            lines += [f"{' ' * indent}{beside}"] if beside else []
            begin += 1
        inner, end = entries(self.text, item.value, begin, item.last + 1)
        body: list[str] = []
        for number, field in enumerate(self._sorted(inner, way)):
            # Above the dash it would accept what is found in the other fields too.
            if not number and any(MARK in line for line in field.above):
                raise UnusualError(field.first)
            body += self._entry(field, indent + STEP, way)
        first = next((n for n, line in enumerate(body) if line.lstrip()[:1] != "#"), 0)
        # A comment above what is now first stands above the dash.
        lines += [line[STEP:] for line in body[:first]]
        body = body[first:]
        lines += [f"{' ' * indent}- {body[0].lstrip()}", *body[1:]]
        return lines + self._more(indent + STEP, end, item.last)

    def _left(self, item: Entry, indent: int) -> list[str]:
        """The lines of an item as they are, which can be done where its dash need not move."""
        if self.text.column(item.first) != indent:
            raise UnusualError(item.first)
        lines = self.text.lines[item.first : item.last + 1]
        return [line or BLANK_WITHIN for line in lines]

    def _scalar(self, opening: str, entry: Entry, indent: int, way: tuple[str, ...]) -> list[str]:
        """A single value, with what follows it on its line."""
        event = entry.value
        written = self.text.whole[event.start_mark.index : event.end_mark.index]
        if event.style in ("|", ">") or "\n" in written or event.start_mark.line != entry.first:
            return self._as_it_stands(opening, entry, indent)
        rest = self.text.lines[entry.first][event.end_mark.column :].rstrip()
        if rest and not COMMENT.fullmatch(rest):
            raise UnusualError(entry.first)
        more = self._more(indent + STEP, entry.first + 1, entry.last)
        value = quoted_as_usual(event, written, way)
        gap = " " if value else ""
        return [f"{opening}{gap}{value}{rest}", *more]

    def _more(self, indent: int, first: int, last: int) -> list[str]:
        """Comments under a value that are further in than what follows."""
        lines = (self.text.lines[n].strip() for n in range(first, last + 1))
        return [f"{' ' * indent}{line}" for line in lines if line]

    def _flow(self, opening: str, entry: Entry, indent: int, way: tuple[str, ...]) -> list[str]:
        """A list or fields in brackets."""
        spot = entry.value
        start = spot.start.start_mark
        inner = spot.children
        parts = spot.parts()
        end = closing(self.text, spot)
        body = self.text.whole[start.index : end + 1]
        if (
            start.line != entry.first
            or "\n" in body
            or re.search(r"[\[{,]\s*\?\s", body)
            or any(isinstance(part, Spot) for part in parts)
        ):
            return self._as_it_stands(opening, entry, indent)
        rest = self.text.lines[entry.first][end + 1 - self.text.starts[entry.first] :].rstrip()
        if rest and not COMMENT.fullmatch(rest):
            raise UnusualError(entry.first)
        more = self._more(indent + STEP, entry.first + 1, entry.last)
        if isinstance(inner, dict):
            words = []
            for key in in_order(list(inner), way):
                name, value = inner[key]
                word = self.text.whole[name.start_mark.index : name.end_mark.index]
                words.append(f"{word}: {self._in_brackets(value, (*way, key))}".rstrip())
            return [f"{opening} {{{', '.join(words)}}}{rest}", *more]
        words = [self._in_brackets(part, way) for part in parts]
        return [f"{opening} [{', '.join(words)}]{rest}", *more]

    def _in_brackets(self, event: Any, way: tuple[str, ...]) -> str:
        written = self.text.whole[event.start_mark.index : event.end_mark.index]
        return quoted_as_usual(event, written, way, within_list=True)

    def _as_it_stands(self, opening: str, entry: Entry, indent: int) -> list[str]:
        """Lines with a form of their own, as far in as the line they hang under."""
        text, key, event = self.text, entry.key, entry.value
        old = text.column(entry.first) if key is None else key.start_mark.column
        head = text.lines[entry.first][old + 1 :] if key is None else self._after_colon(entry)
        block = not isinstance(event, Spot) and event.style in ("|", ">")
        step, inside, keeps = indent - old, 0, False
        if not head.rstrip().endswith("\\"):
            head = head.rstrip()
        if block:
            inside = indent_of_block(text, event)
            if inside and not re.match(r"[|>][+-]?[0-9]", head.lstrip()):
                step = indent + STEP - inside
            if not text.lines[-1].strip(" ") or event.end_mark.index < text.starts[-1]:
                keeps = keeps_blanks(head.lstrip())
            else:
                head, keeps = sign_of_block(head), False
        lines = [f"{opening}{head}" if head[:1] in ("", " ", "\t") else f"{opening} {head}"]
        for n in range(entry.first + 1, entry.last + 1):
            line = text.lines[n]
            if not line.strip(" ") and (not block or len(line) <= inside):
                lines.append(BLANK_WITHIN)
            elif text.column(n) + step < 0:
                raise UnusualError(n)
            else:
                lines.append(" " * (text.column(n) + step) + line.lstrip(" "))
        if keeps:
            lines.append(NO_BLANKS)
        return lines
