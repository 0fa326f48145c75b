"""Measures as typed columns for analysts: Parquet, with the same schema for every register.

The types follow from the table of fields alone, so that the files of all ministries can be read as
one data set. A deadline is three columns: as written, and the first and last day of the period.
"""

import io
import re
from collections.abc import Callable
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import Field, Kind
from tiltak_cli.domain.measure import Document, Measure, Milestone, Origin
from tiltak_cli.views.measures.extract import Extract, derived

# It grows when a column changes its name or type; new columns come without it.
VERSION = "1"
# UTF-8 has no room for half a character, and neither has Parquet. No register holds one.
SURROGATE = "[\ud800-\udfff]"
ABOUT_REGISTER = (
    ("strategi", pa.string()),
    ("utgave", pa.string()),
    ("per_dato", pa.date32()),
    ("rapportdato", pa.date32()),
    ("register_ansvarlig", pa.string()),
)
DERIVED = (
    ("situasjon", pa.string()),
    ("forsinket", pa.bool_()),
    ("ikke_startet_etter_plan", pa.bool_()),
)
MILESTONE = (
    ("id", pa.string()),
    ("tekst", pa.string()),
    ("frist", pa.string()),
    ("frist_fra", pa.date32()),
    ("frist_til", pa.date32()),
    ("nådd", pa.date32()),
)
DOCUMENT = (("tittel", pa.string()), ("lenke", pa.string()))
ORIGIN = (("periode", pa.string()), ("id", pa.string()), ("status", pa.string()))
# Elements are called what Parquet calls them, so that what is read back has this very schema.
CODES = pa.list_(pa.field("element", pa.string()))
TYPES = {
    Kind.AREAS: CODES,
    Kind.DIRECTIONS: CODES,
    Kind.DEVELOPMENTS: CODES,
    Kind.ORGANISATIONS: CODES,
    Kind.PARTICIPANTS: CODES,
    Kind.REFERENCES: CODES,
    Kind.DAY: pa.date32(),
    Kind.FLAG: pa.bool_(),
    Kind.MILESTONES: pa.list_(pa.field("element", pa.struct(MILESTONE))),
    Kind.DOCUMENTS: pa.list_(pa.field("element", pa.struct(DOCUMENT))),
    Kind.ORIGIN: pa.struct(ORIGIN),
}


def measures_parquet(extract: Extract) -> bytes:
    """One row a measure: the register's head, the fields, and what is derived."""
    schema = schema_of(extract.fields, with_derived=extract.derived)
    table = pa.Table.from_pylist([_row(extract, measure) for measure in extract.measures], schema)
    sink = io.BytesIO()
    pq.write_table(table, sink)
    return sink.getvalue()


def schema_of(fields: tuple[Field, ...], *, with_derived: bool) -> pa.Schema:
    """The columns of an export. They depend on the fields and on nothing in a register."""
    columns = list(ABOUT_REGISTER)
    for field in fields:
        columns.append((field.key, TYPES.get(field.kind, pa.string())))
        if field.kind is Kind.PARTIAL_DATE:
            columns += [(f"{field.key}_fra", pa.date32()), (f"{field.key}_til", pa.date32())]
    columns += DERIVED if with_derived else ()
    return pa.schema(columns, {"tiltak.format": VERSION})


def _row(extract: Extract, measure: Measure) -> dict[str, Any]:
    register = extract.register
    row = {
        "strategi": _text(register.strategy.title),
        "utgave": _text(register.edition),
        "per_dato": register.as_of if register.dated else None,
        "rapportdato": extract.day,
        "register_ansvarlig": _text(register.keeper),
    }
    for field in extract.fields:
        value = getattr(measure, field.attribute)
        if field.kind is Kind.PARTIAL_DATE:
            row |= _period(field.key, value)
        else:
            row[field.key] = VALUES.get(field.kind, _plain)(value)
    return row | derived(measure, extract.day) if extract.derived else row


def _text(value: str) -> str | None:
    """A text, or nothing for an empty one."""
    return re.sub(SURROGATE, lambda match: f"<U+{ord(match[0]):04X}>", value) or None


def _plain(value: Any) -> Any:  # noqa: ANN401 - every simple kind of field comes here
    return _text(str(value)) if isinstance(value, str) else value


def _codes(value: tuple[str, ...]) -> list[str | None]:
    return [_text(code) for code in value]


def _period(key: str, value: PartialDate | None) -> dict[str, Any]:
    text, first, last = value or (None, None, None)
    return {key: text, f"{key}_fra": first, f"{key}_til": last}


def _milestone(value: Milestone) -> dict[str, Any]:
    due = _period("frist", value.deadline)
    return {"id": _text(value.id), "tekst": _text(value.text), **due, "nådd": value.reached}


def _document(value: Document) -> dict[str, Any]:
    return {"tittel": _text(value.title), "lenke": _text(value.link)}


def _origin(value: Origin | None) -> dict[str, Any] | None:
    return value and {key: _text(part) for (key, _), part in zip(ORIGIN, value, strict=True)}


VALUES: dict[Kind, Callable[[Any], Any]] = {
    **{kind: _codes for kind, form in TYPES.items() if form == CODES},
    Kind.MILESTONES: lambda value: [_milestone(item) for item in value],
    Kind.DOCUMENTS: lambda value: [_document(item) for item in value],
    Kind.ORIGIN: _origin,
}
