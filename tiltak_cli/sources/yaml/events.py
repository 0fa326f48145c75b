"""libyaml's stream of events, and what a scalar in it means.

Nothing is interpreted beyond `true`, `false`, empty and whole numbers: dates, `NO`, `0500` and
`1.10` stay the text that was written, and the schema decides.
"""

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any, NamedTuple

from tiltak_cli.findings import Finding
from tiltak_cli.sources.yaml.places import Spots

# Lists and sets of fields within each other, with the outermost.
MAX_DEPTH = 32
# As text, a number with this many digits is refused by the schema like any other wrong value.
LONG = 10
# What only a code such as \f or \0 can put into a text. Compiled where it is needed: so wide a set
# takes as long to compile as fifty measures to read.
HIDDEN = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]"
SPECIAL = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

Events = Callable[[], Any]


class Tree(NamedTuple):
    """What a file holds: plain data, what gives the spots of its parts, and what was wrong.

    `readable` is false where the text could not be read at all. Where a part of it could not,
    `unread` are the fields that are not known, by the measure's position (or the head's), and
    `complete` is false where there may be measures whose ids are not known.
    """

    data: Any
    spots: Spots
    findings: tuple[Finding, ...]
    readable: bool = True
    unread: Mapping[int, AbstractSet[str]] = MappingProxyType({})
    complete: bool = True


class NotPlainError(Exception):
    """Something that needs the careful reading: a fault, or what is refused."""


def events(text: str) -> Events:
    """The function that gives the next event: from libyaml, else from PyYAML's own parser."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        from yaml import SafeLoader

        return SafeLoader(text).get_event
    parser: Events = CParser(text).get_event
    return parser


def scalar(event: Any) -> Any:
    """A scalar's value: text, unless it is written as empty, a truth or a whole number."""
    value = event.value
    if event.implicit[0]:
        if value in SPECIAL:
            return SPECIAL[value]
        # Of the digits only 0–9: «²» and «٣» are digits too, but no number that people write.
        if (
            value.isdigit()
            and len(value) < LONG
            and (value[0] != "0" or value == "0")
            and value.isascii()
        ):
            return int(value)
    elif event.style == '"' and not value.isprintable() and re.search(HIDDEN, value):
        raise NotPlainError
    return value
