"""The finished file: the same bytes for the same content, and descriptions for screen readers.

The library stamps the clock into the archive and has no way to say alternative text, so its
archive is read once more and written with a fixed date, a fixed order and a few additions.
"""

import io
import re
import zipfile
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

# The earliest that the format can say.
NO_DATE = (1980, 1, 1, 0, 0, 0)
UNIX = 3
READABLE = 0o644 << 16
SHEET = re.compile(r"xl/worksheets/sheet([0-9]+)\.xml")
TABLE = re.compile(r"xl/tables/table[0-9]+\.xml")
DRAWING = re.compile(r"xl/drawings/drawing[0-9]+\.xml")
DIMENSION = re.compile(rb'<dimension ref="([A-Z0-9:]+)"')
COMMENT = re.compile(r' comment="([^"]*)"')
NAME = re.compile(r'displayName="([^"]*)"')
PROPERTIES = "docProps/app.xml"
APPLICATION = re.compile(rb"(?<=<Application>)[^<]*")
# A height without this mark is where a row begins; it grows when someone edits a cell.
FIXED_HEIGHT = b' customHeight="1"'
# What follows the place where a sheet says which warnings not to show.
AFTER_WARNINGS = re.compile(rb"<(?:drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>")
ALT_TEXT = (
    '<extLst><ext uri="{{504A1905-F514-4f6f-8877-14C23A59335A}}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:table altText="{name}" altTextSummary="{description}"/></ext></extLst></table>'
)


class Notes(NamedTuple):
    """What the library could not be told.

    The chart's name, the chart in words, and the sheets that people edit, counted from 1.
    """

    name: str
    chart: str
    edited: frozenset[int]


def finished(archive: bytes, notes: Notes) -> bytes:
    """Rewrite a workbook's archive."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Otherwise the operating system's number and rights would stand there.
            entry.create_system, entry.external_attr = UNIX, READABLE
            target.writestr(entry, _improved(name, source.read(name), notes))
    return made.getvalue()


def _improved(name: str, data: bytes, notes: Notes) -> bytes:
    if sheet := SHEET.fullmatch(name):
        growing = int(sheet[1]) in notes.edited
        return _without_warnings(data.replace(FIXED_HEIGHT, b"") if growing else data)
    if TABLE.fullmatch(name):
        return _described_table(data.decode()).encode()
    if DRAWING.fullmatch(name):
        return _described_chart(data.decode(), notes).encode()
    if name == PROPERTIES:
        return APPLICATION.sub(b"tiltak", data)
    return data


def _without_warnings(data: bytes) -> bytes:
    """Codes such as «1» and «2025» are text on purpose: no green corner in each cell."""
    dimension = DIMENSION.search(data)
    place = AFTER_WARNINGS.search(data)
    if dimension is None or place is None:
        return data
    warning = b'<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1"/></ignoredErrors>'
    return data[: place.start()] + warning % dimension[1] + data[place.start() :]


def _described_table(text: str) -> str:
    """Make the table's comment its alternative text as well."""
    comment, name = COMMENT.search(text), NAME.search(text)
    if comment is None or name is None:
        return text
    added = ALT_TEXT.format(name=name[1], description=comment[1])
    return text.removesuffix("</table>") + added


def _described_chart(text: str, notes: Notes) -> str:
    named = f"name={quoteattr(notes.name)} descr={quoteattr(notes.chart)}"
    return text.replace('name="Chart 1"', named, 1)
