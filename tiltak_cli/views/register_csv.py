"""Measures as a table of text that every spreadsheet opens: UTF-8 with a mark, and semicolons."""

import csv
import io
from datetime import date
from typing import Any

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.measure import Measure
from tiltak_cli.views.safe import visible
from tiltak_cli.wording import NB

# A spreadsheet takes text that begins with one of these for a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BOM = b"\xef\xbb\xbf"


def measures_csv(measures: tuple[Measure, ...]) -> bytes:
    """One row a measure and one column a field, with the register's keys as headings."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow([field.key for field in FIELDS])
    for measure in measures:
        writer.writerow([cell(getattr(measure, field.attribute)) for field in FIELDS])
    return BOM + stream.getvalue().encode()


def cell(value: Any) -> str:  # noqa: ANN401 - every kind of field comes here
    """A value as text that no spreadsheet runs. Dates keep the register's own form."""
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    text = visible(NB.value(value))
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
