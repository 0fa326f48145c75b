"""Measures as a table of text that spreadsheets and programs open: UTF-8, one row a measure.

A spreadsheet takes some texts for formulas. Such a text gets an apostrophe in front, and so does
one that begins with an apostrophe; the way back is to take one apostrophe off every cell that
begins with it.
"""

import csv
import io
import re
from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.invisible import SIGNS
from tiltak_cli.views.measures.extract import Extract
from tiltak_cli.views.safe import visible
from tiltak_cli.wording import NB

BOM = b"\xef\xbb\xbf"
# Quotes and what hardly shows, which some programs drop before they look at the text.
PASSED_OVER = f'[\\s"“”„«»\u00ad\u200b-\u200d\u2060\ufeff{SIGNS}]*'
# The signs that begin a formula, also as wide as they are in East Asian texts and as small forms.
BEGINNINGS = "[=+@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212-]"
RISKY = re.compile(f"'|[\t\r\n]|{PASSED_OVER}{BEGINNINGS}")
# A dash for «nothing» and a number below zero are what they look like.
HARMLESS = re.compile("[-\u2212](?:[0-9]+(?:[.,][0-9]+)?(?: ?%)?)?")


class Style(NamedTuple):
    """How a table is written: what stands between columns, and whether a mark says it is UTF-8."""

    separator: str = ";"
    bom: bool = True


def measures_csv(extract: Extract, style: Style) -> bytes:
    """One row a measure and one column a field, with the register's keys as headings."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=style.separator, lineterminator="\r\n")
    writer.writerow([field.key for field in extract.fields])
    for measure in extract.measures:
        writer.writerow([cell(getattr(measure, field.attribute)) for field in extract.fields])
    return BOM * style.bom + stream.getvalue().encode()


def cell(value: Any) -> str:  # noqa: ANN401 - every kind of field comes here
    """A value as text that no spreadsheet runs. Dates keep the register's own form.

    Texts keep their line breaks, but for those at the end, which a block of text in YAML has.
    """
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, date):
        return value.isoformat()
    text = visible(value.rstrip("\n") if type(value) is str else NB.value(value))
    return f"'{text}" if RISKY.match(text) and not HARMLESS.fullmatch(text) else text
