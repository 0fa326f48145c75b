r"""A measure as plain data again, and every value as one text that can be read back exactly.

The canonical text of a value is JSON, without blanks between its parts: a text in quotes, a list in
brackets with codes as texts (`["1a","2b"]`, also where the register has one value alone or a
number), dates as the register writes them (`"2024-Q2"`), a part with fields of its own as an object
with the register's keys. Letters stand as they are; what is invisible or what a workbook's format
does not take (control characters, surrogates, `_x`) is escaped as JSON does: `\u0007`.
"""

import json
import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Any

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import FIELDS, Field
from tiltak_cli.domain.measure import Document, Measure, Milestone, Origin

ESCAPED = re.compile(
    "[\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b-\u200f\u2028-\u202f\u2060-\u206f\ud800-\udfff"
    "\ufeff\ufff0-\uffff]|_(?=x)"
)

# The keys of parts that have fields of their own, in the order of their attributes.
NAMES: dict[type, tuple[str, ...]] = {
    Milestone: ("id", "tekst", "frist", "nådd"),
    Document: ("tittel", "lenke"),
    Origin: ("periode", "id", "status"),
}
ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def plain_measure(measure: Measure, fields: Iterable[Field] = FIELDS) -> dict[str, Any]:
    """A measure's fields by key, in the table's order, without those that are empty.

    The id is always there. Building a measure of it gives the same measure again.
    """
    values: dict[str, Any] = {}
    for field in fields:
        value = getattr(measure, field.attribute)
        if value or field.key == "id":
            values[field.key] = _plain(value)
    return values


def canonical(value: Any) -> str:  # noqa: ANN401 - plain data of any kind
    """The canonical text of plain data."""
    text = ENCODER.encode(value)
    return ESCAPED.sub(_escape, text) if ESCAPED.search(text) else text


def content_hash(values: Iterable[tuple[str, str]]) -> str:
    """SHA-256, in hexadecimal, of measures as keys and canonical texts.

    Of each measure first its `id`, then its other fields in the table's order; of each field the
    key, a tab, the text and a line feed, in UTF-8. Neither tab nor line feed stands in a text.
    """
    return sha256("".join(f"{key}\t{text}\n" for key, text in values).encode()).hexdigest()


def _plain(value: Any) -> Any:  # noqa: ANN401 - an attribute of any kind
    if names := NAMES.get(type(value)):
        parts = zip(names, value, strict=True)
        return {name: _plain(part) for name, part in parts if part}
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
