"""Reading exports back, each with a reader that shares no code with what wrote it."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from command import NEW, tiltak

from tiltak_cli.views.measures.csv import BOM

# Python's own reader stops at 131 072 characters in a cell if it is not told.
LONGEST = 10_000_000
# The last has a reader that is ten times the size of all else, and runs by its mark.
FORMS = ("csv", "json", "jsonl", pytest.param("parquet", marks=pytest.mark.readers))


def export(folder: Path, form: str, *options: str, register: str | Path = NEW) -> bytes:
    """The bytes that the command writes."""
    done = tiltak("export", register, "-o", f"ut.{form}", *options, cwd=folder)
    assert done.code == 0, done.err
    return (folder / f"ut.{form}").read_bytes()


def rows(form: str, data: bytes) -> list[dict[str, Any]]:
    """The measures of an export, by key."""
    if form == "csv":
        csv.field_size_limit(LONGEST)
        text = data.removeprefix(BOM).decode()
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    if form == "json":
        return list(json.loads(data)["tiltak"])
    if form == "jsonl":
        return [json.loads(line) for line in data.decode().splitlines()]
    import pyarrow.parquet as pq

    return list(pq.read_table(io.BytesIO(data)).to_pylist())


def uncell(cell: str) -> str:
    """The way back that docs/håndbok/eksport.md tells."""
    return cell.removeprefix("'")
