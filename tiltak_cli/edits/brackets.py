"""Fields and items between brackets that come in or go out, with the commas that part them."""

import re
from collections.abc import Iterator

from tiltak_cli.edits.operations import Members, Put, appends, in_turn, plain
from tiltak_cli.edits.parts import Part, Splice, written
from tiltak_cli.edits.spelling import spelled
from tiltak_cli.edits.texts import in_braces
from tiltak_cli.sources.yaml.order import standing_above
from tiltak_cli.sources.yaml.places import Spot

COMMA = re.compile(r"(?:\s|#[^\n]*\n)*,")


def in_brackets(part: Part, group: Members) -> Iterator[Splice]:
    """Fields or items between brackets, with the commas that part them."""
    text = part.text.whole
    stretches = list(_stretches(part.spot))
    fields = list(part.spot.children) if isinstance(part.spot.children, dict) else []
    names = fields or list(range(len(stretches)))
    kept = [number for number, name in enumerate(names) if name not in group.out]
    start = part.spot.start.start_mark.index + 1
    new: list[tuple[int, str]] = []
    for put in in_turn(group.new, part.way):
        above = standing_above(fields, put.key, part.way)
        new.append((-1 if above is None else fields.index(above), _pair(put, part.way)))
    for append in appends(group):
        after = len(stretches) - 1 if append.after is None else int(append.after)
        new.append((after, written(in_braces(plain(append.value), part.way))))
    if new and not kept:
        yield Splice(start, start, ", ".join(word for _, word in new))
    for at, word in new if kept else ():
        near = [number for number in kept if number <= at]
        if near:
            end = stretches[near[-1]][1]
            yield Splice(end, end, f", {word}")
        else:
            begin = stretches[kept[0]][0]
            yield Splice(begin, begin, f"{word}, ")
    yield from _stretches_out(text, stretches, kept)


def _pair(put: Put, way: tuple[str, ...]) -> str:
    value = written(in_braces(plain(put.value), (*way, put.key)))
    return f"{written(spelled(put.key, within_list=True))}: {value}"


def _stretches(spot: Spot) -> Iterator[tuple[int, int]]:
    """From where to where each field, or item, between brackets stands."""
    pairs = (
        spot.children.values()
        if isinstance(spot.children, dict)
        else [(None, child) for child in spot.children]
    )
    for key, value in pairs:
        begin = value.start if isinstance(value, Spot) else value
        end = value.end if isinstance(value, Spot) else value
        yield (key or begin).start_mark.index, end.end_mark.index


def _stretches_out(
    text: str, stretches: list[tuple[int, int]], kept: list[int]
) -> Iterator[Splice]:
    for number, (start, end) in enumerate(stretches):
        if number in kept:
            continue
        above = [other for other in kept if other < number]
        below = [other for other in kept if other > number]
        if above and not below:
            # The comma before it goes; of several, each takes the one before itself.
            before = stretches[number - 1][1]
            between = text[before:start]
            comma = before + between.index(",")
            if "\n" in between:
                yield Splice(comma, comma + 1, "")
                yield Splice(start, end, "", gone=True)
            else:
                yield Splice(before, end, "", gone=True)
        elif number + 1 < len(stretches):
            after = stretches[number + 1][0]
            between = text[end:after]
            comma = end + between.index(",") + 1
            yield Splice(start, comma if "\n" in between else after, "", gone=True)
        else:
            last = COMMA.match(text, end)
            yield Splice(start, last.end() if last else end, "", gone=True)
