"""Text to plain data, from libyaml's stream of events.

A file in which nothing is odd is read without places, which is most of the work saved; they are
found by reading again when a finding asks. Anything odd goes to the careful reading.
"""

import re
import unicodedata
from functools import cache
from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from tiltak_cli.domain.invisible import (
    CURLY,
    HIDDEN_LEADS,
    HIDDEN_OTHERS,
    WITHOUT_WIDTH,
)
from tiltak_cli.sources.yaml.events import MAX_DEPTH, Events, NotPlainError, Tree, events, scalar

# What may be a text that goes on after #, and a value that begins with a curly quote.
CUT = r" #\w"
# At either end of a value; within a text a hard blank is good typography.
HARD_BLANK = "\u00a0(?:(?=[\"']? *(?:[\r\n,}]|\\Z))|(?<=[:{,-] \u00a0)|(?<=[\"']\u00a0))"
CURLY_FIRST = f": +[{CURLY}]"
# The error values of spreadsheets, and what shows that letters were read by the wrong encoding.
ERROR = r"#[A-Z/0]{2,9}[?!]|#N/A|#I/T|(?:Feil|Error)! [A-Z]"
ENTITY = "&(?:#|[A-Za-z]{2,6};)"
TAG = "</?[A-Za-z]{1,6}[1-6]?[ /:>]"
# Numbers to other readers of YAML, which are texts here; in the head also with a full stop.
NUMBER = r": (?:0[xo]?[0-9A-Fa-f]+|[0-9]+\.[0-9]+)[ \t\r]*(?:\n|\Z)"
ZERO, CODE = ": 0[0-9xo]", "_x0"
HEAD_ENDS = 400
SPOILT = ("Ã", "Â", "â€", "\ufffd")
# A blank inside the quotes at either end of a text, after the sign that is searched for.
BLANK_ENDS = {sign: f"{sign}(?:(?<= {sign})[\r\n]|(?<=: {sign}) )" for sign in ('"', "'")}


def read_yaml(name: str, text: str) -> Tree:
    """Read one document: its data at once, and its places when someone asks for them."""
    try:
        data = plain_document(text)
    except (NotPlainError, YAMLError):
        return _carefully(name, text)
    return Tree(data, cache(lambda: _carefully(name, text).spots()), ())


def has_odd_texts(text: str, data: bytes) -> bool:
    """Whether texts may have been cut or changed on their way into the file, which is `data`."""
    # One character is found ten times as fast as three.
    if any(sign in text and re.search(ends, text) for sign, ends in BLANK_ENDS.items()):
        return True
    # Within double quotes a sign may be written by its number, too.
    if "\\" in text:
        return True
    if _from_other_programs(text):
        return True
    if text.isascii():
        return " #" in text and re.search(CUT, text) is not None
    return (
        any(sign in text for sign in HIDDEN_OTHERS)
        or any(sign in text for sign in SPOILT)
        # The pattern takes as long as reading the text.
        or (
            any(lead in data for lead in HIDDEN_LEADS)
            and re.search(WITHOUT_WIDTH, text) is not None
        )
        or ("\u00a0" in text and re.search(HARD_BLANK, text) is not None)
        or (" #" in text and re.search(CUT, text) is not None)
        or (any(mark in text for mark in CURLY) and re.search(CURLY_FIRST, text) is not None)
        or not unicodedata.is_normalized("NFC", text)
    )


def _from_other_programs(text: str) -> bool:
    """Codes of signs, a spreadsheet's error values, and what other readers take for a number."""
    return bool(
        "\t" in text
        # To search for a pattern takes half the time of three characters in a row.
        or re.search(CODE, text)
        or (re.search(ZERO, text) and re.search(NUMBER, text))
        or (("#" in text or "! " in text) and re.search(ERROR, text))
        or ("&" in text and re.search(ENTITY, text))
        or ("<" in text and re.search(TAG, text))
        or re.search(NUMBER, text[:HEAD_ENDS])
    )


def _carefully(name: str, text: str) -> Tree:
    from tiltak_cli.sources.yaml.careful import read_with_places

    return read_with_places(name, text)


def plain_document(text: str) -> Any:
    """The data of a document in which nothing is odd, without places: the way most files go.

    Raises `NotPlainError` or `YAMLError` for all others.
    """
    if "<<<<<<< " in text:
        raise NotPlainError
    get = events(text)
    get()
    document = get()
    if isinstance(document, StreamEndEvent) or document.version or document.tags:
        raise NotPlainError
    data = _plain_node(get, get(), 0)
    get()
    if not isinstance(get(), StreamEndEvent):
        raise NotPlainError
    return data


def _plain_node(get: Events, event: Any, depth: int) -> Any:
    """Build the node that begins with an event; this runs a hundred times a measure."""
    kind = event.__class__
    if kind is AliasEvent or event.anchor or event.tag or depth >= MAX_DEPTH:
        raise NotPlainError
    if kind is ScalarEvent:
        return scalar(event)
    if kind is not MappingStartEvent:
        items: list[Any] = []
        while (child := get()).__class__ is not SequenceEndEvent:
            if child.__class__ is ScalarEvent and not child.anchor and not child.tag:
                items.append(scalar(child))
            else:
                items.append(_plain_node(get, child, depth + 1))
        return items
    mapping: dict[str, Any] = {}
    while (key := get()).__class__ is not MappingEndEvent:
        if key.__class__ is not ScalarEvent or key.anchor or key.tag:
            raise NotPlainError
        word = key.value
        if word in mapping or word == "<<":
            raise NotPlainError
        child = get()
        # Most are scalars, and a call for each would cost a tenth of the reading.
        if child.__class__ is ScalarEvent and not child.anchor and not child.tag:
            mapping[word] = scalar(child)
        else:
            mapping[word] = _plain_node(get, child, depth + 1)
    return mapping
