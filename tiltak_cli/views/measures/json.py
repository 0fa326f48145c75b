"""Measures for programs: the register's own keys and values, with what is derived beside them.

`schema/eksport.schema.json` holds the form. VERSION grows when readers must be rewritten.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from tiltak_cli.changes.left_out import names_of
from tiltak_cli.views.measures.extract import Extract, derived

VERSION = 1
# Some readers of lines end one at these, and a lone surrogate is not text in UTF-8.
ESCAPED = "[\x7f-\x9f\u2028\u2029\ud800-\udfff]"


def measures_json(extract: Extract) -> str:
    """One object: the register's head, and the measures as a list."""
    document = {**_head(extract), "tiltak": list(_items(extract))}
    return _dumped(document, indent=2) + "\n"


def measures_jsonl(extract: Extract) -> str:
    """One measure a line, each with the register's head, so that many files can be joined."""
    head = _head(extract)
    if not extract.public:
        # A file's name can tell what is nobody's business.
        head["kilde"] = extract.source
    return "".join(_dumped({"register": head, **item}) + "\n" for item in _items(extract))


def _head(extract: Extract) -> dict[str, object]:
    register = extract.register
    head: dict[str, object] = {
        "versjon": VERSION,
        "strategi": register.strategy.title,
        "utgave": register.edition,
        "per_dato": register.as_of.isoformat() if register.dated else None,
        "rapportdato": extract.day.isoformat(),
        "ansvarlig": register.keeper,
    }
    if register.left_out:
        head["utelatt"] = names_of(register.left_out)
    return head


def _items(extract: Extract) -> Iterator[dict[str, Any]]:
    """Every chosen measure's data. Its fields stand in the file's order, or as they were chosen."""
    chosen = {measure.id: measure for measure in extract.measures}
    wanted = [field.key for field in extract.fields]
    for data in extract.plain:
        measure = chosen.get(data["id"])
        if measure is None:
            continue
        keys = [key for key in data if key in wanted] if extract.columns is None else wanted
        item = {key: data[key] for key in keys if data.get(key) is not None}
        if extract.derived:
            last = measure.deadline.last.isoformat() if measure.deadline else None
            item["avledet"] = {**derived(measure, extract.day), "siste_frist": last}
        yield item


def _dumped(value: object, indent: int | None = None) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return re.sub(ESCAPED, lambda match: f"\\u{ord(match[0]):04x}", text)
