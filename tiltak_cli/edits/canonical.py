"""A register in its usual form: the order of fields, quotes, indentation and blank lines.

Lines are moved whole, with the comments that belong to them. What has a form of its own (texts over
several lines, lists over several lines) keeps it, further in or out.
"""

import re
from functools import cache
from typing import Any

from tiltak_cli.edits.door import NOT_AS_MEANT, NOT_READABLE, EditError
from tiltak_cli.edits.order import PARTS, comments, in_order, ordered
from tiltak_cli.edits.outline import Entry, OddError, Text, entries
from tiltak_cli.edits.spelling import reads_as, spelled
from tiltak_cli.sources.places import Spot
from tiltak_cli.sources.yaml_reader import read_yaml

# They look like numbers and are names: with quotes nobody need know how YAML reads them.
QUOTED = ("strategi", "utgave")
STEP = 2
COMMENT = re.compile(r"\s*#.*")
# A blank line within a text, which no file can hold so; those between fields are counted.
BLANK_WITHIN = "\0"


def canonical(name: str, text: str) -> str:
    """Put a register's text in its usual form, or raise EditError and leave it be.

    The result holds the same data and the same comments, and is its own usual form.
    """
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    plain = text.replace("\r\n", "\n")
    once = _formed(name, plain)
    if once != plain and _formed(name, once) != once:
        raise EditError(NOT_AS_MEANT)
    return once.replace("\n", newline)


def _formed(name: str, text: str) -> str:
    tree = read_yaml(name, text)
    if not tree.readable or tree.findings or not isinstance(tree.data, dict):
        raise EditError(NOT_READABLE)
    spot = tree.spots()
    if spot.start.flow_style or not spot.children:
        return text
    try:
        result = _Former(Text.of(text)).register(spot)
    except OddError as odd:
        message = (
            f"Linje {odd.line + 1} er skrevet på en måte som ikke kan ordnes automatisk. Filen er "
            "ikke rørt."
        )
        raise EditError(message) from None
    after = read_yaml(name, result)
    same = after.readable and repr(after.data) == repr(ordered(tree.data))
    if not same or comments(text, tree.spots()) != comments(result, after.spots()):
        raise EditError(NOT_AS_MEANT)
    return result


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
        found, end = entries(text, spot, begin)
        lines = [line.rstrip() for line in top[:begin]]
        for entry in self._sorted(found, ()):
            if entry.key.value == "tiltak" and lines and lines[-1].strip():
                lines.append("")
            lines += self._entry(entry, 0, ())
        if any(line.strip() for line in text.lines[end:]):
            lines += ["", *(line.rstrip() for line in text.lines[end:])]
        return _without_doubled_blanks(lines)

    def _sorted(self, found: list[Entry], way: tuple[str, ...]) -> list[Entry]:
        by_name = {entry.key.value: entry for entry in found}
        return [by_name[name] for name in in_order(list(by_name), way)]

    def _entry(self, entry: Entry, indent: int, way: tuple[str, ...]) -> list[str]:
        """A field with the comments above it."""
        name = str(entry.key.value)
        above = [f"{' ' * indent}{line}" for line in entry.above if line]
        if not way:
            # In the head, and over the list, blank lines among comments part them.
            above = [f"{' ' * indent}{line}".rstrip() for line in entry.above]
        key = self.text.whole[entry.key.start_mark.index : entry.key.end_mark.index]
        here = f"{' ' * indent}{key}:"
        value = entry.value
        if not isinstance(value, Spot):
            return [*above, *self._scalar(here, entry, indent, (*way, name))]
        if value.start.flow_style:
            return [*above, *self._flow(here, entry, indent)]
        rest = self.text.lines[entry.first][entry.key.end_mark.column + 1 :]
        if rest.strip() and not COMMENT.fullmatch(rest):
            raise OddError(entry.first)
        lines = [*above, f"{here}{rest.rstrip()}"]
        inner, end = entries(self.text, value, entry.first + 1)
        if isinstance(value.children, dict):
            for each in self._sorted(inner, (*way, name)):
                lines += self._entry(each, indent + STEP, (*way, name))
        else:
            lines += self._items(inner, indent + STEP, (*way, name))
        lines += [
            f"{' ' * (indent + STEP)}{self.text.lines[n].strip()}"
            for n in range(end, entry.last + 1)
        ]
        return lines

    def _items(self, items: list[Entry], indent: int, way: tuple[str, ...]) -> list[str]:
        """A list with a line, or more, for each item."""
        lines: list[str] = []
        measures = way == ("tiltak",)
        for number, item in enumerate(items):
            if measures and number:
                lines.append("")
            # Over a measure a blank line parts a heading from what is about the measure itself.
            above = _trimmed(item.above) if measures else [line for line in item.above if line]
            lines += [f"{' ' * indent}{line}".rstrip() for line in above]
            value = item.value
            if isinstance(value, Spot) and not value.start.flow_style:
                if not isinstance(value.children, dict):
                    raise OddError(item.first)
                inner, end = entries(self.text, value, item.first)
                body: list[str] = []
                for each in self._sorted(inner, way):
                    body += self._entry(each, indent + STEP, way)
                first = next((n for n, line in enumerate(body) if line.lstrip()[:1] != "#"), 0)
                if first:
                    # A comment above what is now first stands above the dash.
                    lines += [line[STEP:] for line in body[:first]]
                    body = body[first:]
                lines += [f"{' ' * indent}- {body[0].lstrip()}", *body[1:]]
                lines += self._more(indent + STEP, end, item.last)
                continue
            here = f"{' ' * indent}-"
            if isinstance(value, Spot):
                lines += self._flow(here, item, indent)
            else:
                lines += self._scalar(here, item, indent, way)
        return lines

    def _scalar(self, here: str, entry: Entry, indent: int, way: tuple[str, ...]) -> list[str]:
        """A single value, with what follows it on its line."""
        event = entry.value
        written = self.text.whole[event.start_mark.index : event.end_mark.index]
        if event.style in ("|", ">") or "\n" in written or event.start_mark.line != entry.first:
            return self._as_it_stands(here, entry, indent)
        rest = self.text.lines[entry.first][event.end_mark.column :].rstrip()
        if rest and not COMMENT.fullmatch(rest):
            raise OddError(entry.first)
        more = self._more(indent + STEP, entry.first + 1, entry.last)
        value = self._spelled(event, written, quoted=way[-1] in QUOTED and len(way) == 1)
        gap = " " if value else ""
        return [f"{here}{gap}{value}{rest}", *more]

    def _more(self, indent: int, first: int, last: int) -> list[str]:
        """Comments under a value that are further in than what follows."""
        lines = (self.text.lines[n].strip() for n in range(first, last + 1))
        return [f"{' ' * indent}{line}" for line in lines if line]

    def _spelled(self, event: Any, written: str, *, quoted: bool = False) -> str:
        if quoted and not event.style and isinstance(event.value, str):
            return written if _is_number(event.value) else f'"{event.value}"'
        if not event.style:
            return written
        if not quoted and _reads_as_text(event.value):
            return str(event.value)
        double = spelled(event.value, before='"')
        return double if double and "\\" not in double else written

    def _flow(self, here: str, entry: Entry, indent: int) -> list[str]:
        """A list or fields in brackets."""
        spot = entry.value
        start = spot.start.start_mark
        if start.line != entry.first or entry.last != entry.first:
            return self._as_it_stands(here, entry, indent)
        closing = "]" if self.text.whole[start.index] == "[" else "}"
        inner = spot.children
        parts = [pair[1] for pair in inner.values()] if isinstance(inner, dict) else inner
        if any(isinstance(part, Spot) for part in parts):
            return self._as_it_stands(here, entry, indent)
        at = parts[-1].end_mark.index if parts else start.index + 1
        end = self.text.whole.index(closing, at)
        column = end - self.text.starts[entry.first]
        rest = self.text.lines[entry.first][column + 1 :].rstrip()
        if rest and not COMMENT.fullmatch(rest):
            raise OddError(entry.first)
        if isinstance(inner, dict):
            name = str(entry.key.value) if entry.key is not None else ""
            order = in_order(list(inner), ("tiltak", name)) if name in PARTS else list(inner)
            if not name and set(inner) <= set(PARTS["milepæler"]):
                order = in_order(list(inner), ("tiltak", "milepæler"))
            elif not name and set(inner) <= set(PARTS["dokumentasjon"]):
                order = in_order(list(inner), ("tiltak", "dokumentasjon"))
            words = [f"{key}: {self._in_brackets(inner[key][1])}".rstrip() for key in order]
            return [f"{here} {{{', '.join(words)}}}{rest}"]
        words = [self._in_brackets(part) for part in parts]
        return [f"{here} [{', '.join(words)}]{rest}"]

    def _in_brackets(self, event: Any) -> str:
        written = self.text.whole[event.start_mark.index : event.end_mark.index]
        if (
            event.style
            and _reads_as_text(event.value)
            and reads_as(event.value, event.value, within_list=True)
        ):
            return str(event.value)
        return written

    def _as_it_stands(self, here: str, entry: Entry, indent: int) -> list[str]:
        """Lines with a form of their own, as far in as the line they hang under."""
        text, key = self.text, entry.key
        old = text.column(entry.first) if key is None else key.start_mark.column
        after = key.end_mark.column + 1 if key is not None else old + 1
        head = text.lines[entry.first][after:].rstrip()
        body = [n for n in range(entry.first + 1, entry.last + 1) if not text.is_blank(n)]
        step = indent - old
        block = not isinstance(entry.value, Spot) and entry.value.style in ("|", ">")
        if body and block and not re.match(r"\s*[|>][+-]?[0-9]", head):
            step = indent + STEP - text.column(body[0])
        lines = [f"{here}{head}" if head[:1] in ("", " ") else f"{here} {head}"]
        for n in range(entry.first + 1, entry.last + 1):
            if n not in body:
                lines.append(BLANK_WITHIN)
            elif text.column(n) + step < 0:
                raise OddError(n)
            else:
                lines.append(" " * (text.column(n) + step) + text.lines[n].lstrip(" "))
        return lines


def _trimmed(lines: list[str]) -> list[str]:
    """Lines without the blank ones in front."""
    first = next((n for n, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def _without_doubled_blanks(lines: list[str]) -> str:
    """The lines as a text with one line end at its end."""
    result: list[str] = []
    for line in lines:
        if line or not result or result[-1]:
            result.append(line)
    while result and not result[0]:
        result.pop(0)
    while result and not result[-1]:
        result.pop()
    return ("\n".join(result) + "\n").replace(BLANK_WITHIN, "")


@cache
def _reads_as_text(value: str) -> bool:
    """Whether a text needs no quotes, for us or for any other reader of YAML."""
    from yaml.nodes import ScalarNode
    from yaml.resolver import Resolver

    resolver: Any = Resolver()
    tag = resolver.resolve(ScalarNode, value, (True, False))
    return tag == "tag:yaml.org,2002:str" and reads_as(value, value)


def _is_number(value: str) -> bool:
    return value.isdigit()
