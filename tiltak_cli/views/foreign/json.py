"""What a spreadsheet would become, for programs: `schema/regneark.schema.json`."""

import json
from typing import Any

from tiltak_cli.sources.foreign.entry import Entry
from tiltak_cli.sources.foreign.preview import Preview

VERSION = 1


def preview_json(preview: Preview, into: dict[str, Any] | None = None) -> str:
    """A preview as JSON; `into` is what it would change in a register that is there."""
    data = {
        "version": VERSION,
        "sheet": preview.sheet,
        "header_row": preview.header_row,
        "columns": [
            {
                "column": column.name,
                "cell": column.cell,
                "field": column.slot or None,
                "why": column.why,
                "sure": column.sure,
            }
            for column in preview.columns
        ],
        "values": [
            {
                "field": value.field,
                "text": value.text,
                "becomes": value.becomes,
                "count": value.number,
                "sure": value.sure,
            }
            for value in preview.values
        ],
        "measures": [
            {"row": entry.row, "id": entry.id, "fields": _fields(entry)}
            for entry in preview.entries
        ],
        "unclear": [
            {"cell": each.cell, "text": each.text, "why": each.why}
            for each in preview.unclear_cells
        ],
        "left_out": [
            {"column": column.key, "why": column.why}
            for column in preview.columns
            if not column.field
        ],
        "skipped": [each._asdict() for each in preview.skipped],
        "other_sheets": [
            {"name": each.name, "hidden": each.hidden} for each in preview.other_sheets
        ],
        "missing": list(preview.missing),
    }
    if into is not None:
        data["into"] = into
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _fields(entry: Entry) -> dict[str, Any]:
    """The fields of a measure; its number in the sheet stands as `id`."""
    return {**({"id": entry.number} if entry.number else {}), **entry.plain}
