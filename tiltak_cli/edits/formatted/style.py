"""How a value is written in the usual form: its quotes, and its lines."""

import re
from functools import cache
from typing import Any

from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.edits.spelling import reads_as, spelled

# They look like numbers and are names: with quotes nobody need know how YAML reads them.
QUOTED = (("strategi",), ("utgave",))
# Some readers take a day for more than a text; in these fields it is a day, and stands as one.
DATES = frozenset(
    {field.key for field in FIELDS if field.kind in {Kind.DAY, Kind.PARTIAL_DATE}}
    | {"per_dato", "nådd"}
)
TEXT = "tag:yaml.org,2002:str"
DAY = "tag:yaml.org,2002:timestamp"


def quoted_as_usual(
    event: Any, written: str, way: tuple[str, ...], *, within_list: bool = False
) -> str:
    """A value on one line with the quotes that it needs. `way` names the fields down to it."""
    value = event.value
    if way in QUOTED:
        if event.style == '"' or not isinstance(value, str):
            return written
        # A number is no text, and quotes would make it one.
        return written if not event.style and not reads_as(written, value) else _double(event)
    if not event.style:
        return written
    if value.isprintable() and _reads_as_text(value, way[-1:] and way[-1] in DATES, within_list):
        return str(value)
    return _double(event) if event.style == "'" else written


def plain_key(event: Any, written: str) -> str:
    """A field's name without quotes where it needs none."""
    value = str(event.value)
    plain = event.style and value.isprintable() and _reads_as_text(value)
    return value if plain else written


def _double(event: Any) -> str:
    """A text in double quotes, where that needs no backslash; else in single ones."""
    value = str(event.value)
    quote = "'" if '"' in value or "\\" in value else '"'
    return str(spelled(value, before=quote))


@cache
def _reads_as_text(value: str, dated: bool = False, within_list: bool = False) -> bool:
    """Whether a text needs no quotes, for us or for any other reader of YAML."""
    from yaml.nodes import ScalarNode
    from yaml.resolver import Resolver

    resolver: Any = Resolver()
    tag = resolver.resolve(ScalarNode, value, (True, False))
    as_text = tag == TEXT or (dated and tag == DAY)
    if not as_text or not reads_as(value, value):
        return False
    return not within_list or reads_as(value, value, within_list=True)


# A blank line within a text, which no file can hold so; those between fields are counted.
BLANK_WITHIN = "\0"
# Below a text that keeps the blank lines under it: there must not be more of them.
NO_BLANKS = "\1"


def sign_of_block(head: str) -> str:
    """What a text over several lines begins with, where a file ends in it without a line end.

    The text has no line end then either, and must have none when the file gets one.
    """
    return re.sub(r"([|>])([0-9]?)[+-]?([0-9]?)", r"\1\2-\3", head, count=1)


def trimmed(lines: list[str]) -> list[str]:
    """Lines without the blank ones in front."""
    first = next((n for n, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def without_doubled_blanks(lines: list[str]) -> str:
    """The lines as a text with one line end at its end."""
    result: list[str] = []
    for line in lines:
        if line or not result or result[-1]:
            result.append(line)
        if result[-2:] == [NO_BLANKS, ""]:
            result.pop()
    result = [line for line in result if line != NO_BLANKS]
    while result and not result[0]:
        result.pop(0)
    while result and not result[-1]:
        result.pop()
    return ("\n".join(result) + "\n").replace(BLANK_WITHIN, "")
